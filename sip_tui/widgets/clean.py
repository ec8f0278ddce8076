"""What a text editor can hold: every line end is a newline, and no character steers the terminal.

Line ends are those of the Unicode Standard, section 5.8 (Newline Guidelines); a word processor sends some of them
for a soft break. Invisible characters that belong to words (the joiners in an emoji family or in Persian, marks of
direction, hard spaces) stay.
"""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""The controls that are left when line ends are newlines, and halves of characters, which no file can hold."""


def clean(text: str) -> str:
    """Give the text with newlines for all line ends, and without control characters other than the tab."""
    return _CONTROL.sub("", _LINE_END.sub("\n", text))
