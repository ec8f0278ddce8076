"""The first pass: every free text just as it was typed, before it is cut into lines, cells and paragraphs.

A number can be broken over two lines, and a date is somebody's birth date because of the heading of its column: that
shows only in the whole text. Names are left for the second pass, which knows the sentence that they stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.model.meeting import Meeting, Row
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.policy import Verdict
from sip_tui.privacy import find, mask

FREE: Mapping[str, tuple[str, ...]] = {
    "about": ("type", "title", "place", "purpose", "questions", "follow_up"),
    "person": ("matters", "strengths", "kept_out", "consent_until"),
    "between": ("authority", "wish", "place", "unbooked", "evaluation", "urgent", "changed"),
    "participants": ("role", "organisation"),
    "accounts": SLOTS,
    "ongoing": ("what", "works", "works_not"),
    "quotes": ("text",),
    "needs": ("text",),
    "notes": ("text",),
    "goals": ("text", "by", "resources"),
    "actions": ("what", "when", "how_often", "where"),
    "terms": ("term", "answer"),
    "resolutions": ("text",),
    "ideas": ("text", "pros", "cons"),
    "parked": ("text",),
    "disagreements": ("text",),
    "information": ("text",),
    "questions": ("text", "answer"),
    "feedback": ("wonders", "words"),
}
"""Where people write what they like, by table."""


def mask_fields(meeting: Meeting, spared: Verdict) -> tuple[Meeting, tuple[MaskedFinding, ...]]:
    """Give the meeting with everything in its texts masked that must not leave, and what was masked.

    Args:
        meeting: The meeting, with what people wrote.
        spared: Whether words that were found may stand as they are.
    """
    found: list[MaskedFinding] = []

    def cleaned(text: str) -> str:
        """Mask one text, and remember what was in it; what stands is told by the second pass."""
        gone = [hit for hit in find(text) if not spared(hit, text[hit.start : hit.end])]
        found.extend(MaskedFinding(hit, text[hit.start : hit.end], stands=False) for hit in gone)
        return mask(text, gone)

    tables = {table: _table(getattr(meeting, table), names, cleaned) for table, names in FREE.items()}
    return replace(meeting, **tables), tuple(found)


def _table(rows: Row | tuple[Row, ...], names: tuple[str, ...], cleaned: Callable[[str], str]) -> Any:
    if isinstance(rows, Row):
        return _row(rows, names, cleaned)
    return tuple(_row(row, names, cleaned) for row in rows)


def _row(row: Row, names: tuple[str, ...], cleaned: Callable[[str], str]) -> Row:
    changed: dict[str, Any] = {}
    for name in names:
        value = getattr(row, name)
        changed[name] = cleaned(value) if isinstance(value, str) else tuple(map(cleaned, value))
    return replace(row, **changed)
