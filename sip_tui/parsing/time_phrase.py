"""The phrase of time that was found in a line, as its cell has it: without what ended the sentence."""

from __future__ import annotations

import re

from sip_tui.swedish.dates.line_scanner import LineTime

_LOOSE = " \t.,;:–—-→|"
_SHORT = re.compile(r"(?<![^\W_])[^\W\d_]{1,2}\.(?: ?[^\W\d_]{1,3}\.)+$")
"""What a stop ends in short, and no sentence: "m.m.", "t.v.", "o.dyl."."""
_ASKS = re.compile(r"\?[)\s]*$")
"""What makes a question of a time: "(fredag?)"."""


def without_stop(text: str, loose: str = _LOOSE) -> str:
    """Take off what ends a sentence, but for the stop of a word in short."""
    return text if _SHORT.search(text) else text.rstrip(loose)


def is_asked(found: LineTime) -> bool:
    """True for a time with a question mark: "(fredag?)"."""
    return bool(_ASKS.search(found.when))


def phrase_of(found: LineTime) -> str:
    """The time as a cell has it: without brackets, what ended the sentence, and the capital of its beginning."""
    text = without_stop(found.when.rstrip(" ,;!?"), " .,;!?")
    text = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    return text[:1].lower() + text[1:] if found.fronted and not text.isupper() else text
