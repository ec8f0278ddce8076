"""User text as it is stored: newlines for all line ends, and nothing that could steer a terminal."""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""C0 and C1 controls that are no line end, lone surrogates, and overrides of the text direction."""


def clean(text: str) -> str:
    """Return the text with newlines for all line ends, and without control characters other than the tab."""
    return _CONTROL.sub("", _LINE_END.sub("\n", text))
