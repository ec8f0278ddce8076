"""Lines that say of themselves that they are not to be written or passed on: left out of every document.

"Mamma söker nytt jobb, ska inte stå med" is what a hurried secretary types to remember it. What such a line may look
like is data (``in_confidence.toml``). One that ends with a colon speaks for the lines below it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import is_secretary_seat
from sip_tui.minutes.redaction.free_text import FREE_TEXT, map_fields
from sip_tui.paths import data_path

_TOLD = (
    "i förtr",
    "konfidentiellt",
    "mellan oss",
    "off the record",
    "confidence",
    "utanför prot",
    "should not",
    "stanna",
)
_NOT = ("inte", "ej", "icke", "inget", "ingenting")
_WRITTEN = (
    *("stå", "skriv", "finnas", "hamna", "föra", "förs", "spri", "säg", "anteckn", "dokument", "noter", "nämn", "för "),
    *("protokoll", "prot", "papper", "veta", "reda på", "mejl", "mail", "plan", "sip", "journal", "med"),
)
_MARKERS = re.compile(r"[ \t]*(?:(?:[-*+•–]|\d{1,9}[.)]|#{1,6})[ \t]+)?(?:\[[ xX]\][ \t]+)?")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–]|\d{1,9}[.)])[ \t]|[ \t]+\S")


def is_in_confidence(line: str) -> bool:
    """Check whether a line says that it is not to be written or passed on."""
    low = line.lower()
    return _may_be(low) and bool(_pattern().search(low))


def _may_be(low: str) -> bool:
    """Look quickly for a word that every such line has: most lines, and most texts, have none."""
    if any(word in low for word in _TOLD):
        return True
    return any(word in low for word in _NOT) and any(word in low for word in _WRITTEN)


def omit_confidences(meeting: Meeting) -> Meeting:
    """Return the meeting with every such line of its texts left out, and that said in its place."""
    return map_fields(meeting, FREE_TEXT, lambda _row, _name, text: _without(text))


def confidences(meeting: Meeting) -> tuple[str, ...]:
    """Return the lines of the secretary's notes that no document holds."""
    texts = (pad.text for pad in meeting.notes if is_secretary_seat(pad.seat))
    return tuple(line for text in texts for line, is_out in _judged(text) if is_out)


def _without(text: str) -> str:
    if not _may_be(text.lower()):
        return text
    return "\n".join(_left_out(line) if is_out else line for line, is_out in _judged(text))


def _left_out(line: str) -> str:
    """Say in the place of a line that it was left out, behind its markers."""
    markers = _MARKERS.match(line)
    return (markers[0] if markers else "") + _("[left out]")


def _judged(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each line of a text, and whether it is left out: by its own words, or below a line that ends in a colon."""
    is_below = False
    for line in text.split("\n"):
        is_out = bool(line.strip()) and (is_in_confidence(line) or (is_below and bool(_ITEM.match(line))))
        is_below = is_out and (line.rstrip().endswith(":") or is_below)
        yield line, is_out


@cache
def _pattern() -> re.Pattern[str]:
    """All patterns as one; what their short forms stand for is the first table."""
    tables = tomllib.loads(data_path("sv", "in_confidence.toml").read_text("utf-8"))
    short = tables.pop("short")
    return re.compile("|".join(_whole(entry, short) for table in tables.values() for entry in table), re.MULTILINE)


def _whole(entry: str, short: Mapping[str, str]) -> str:
    """Put in what short forms stand for; a pattern that begins with a word is bound to its beginning."""
    for form, meant in short.items():
        entry = entry.replace(form, meant)
    return rf"(?:{entry})" if entry[0] in "^[" else rf"(?<!\w)(?:{entry})"
