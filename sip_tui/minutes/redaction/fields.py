"""Redact identifiers in every free text as it was typed, before it is cut into lines, cells and paragraphs.

Only the whole text shows a number broken over two lines, or a birth date by the heading of its column. Names are
left to ``redaction.document``, which sees their sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.model.meeting import Meeting, Row
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.policy import RedactionPolicy
from sip_tui.privacy import MASKS, find, mask

SHORTEST_TOPIC = 6
"""Letters; a shorter topic is a word that may stand anywhere."""
FREE_TEXT: Mapping[str, tuple[str, ...]] = {
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
"""Fields of free text, by table."""


def redact_fields(meeting: Meeting, policy: RedactionPolicy) -> tuple[Meeting, tuple[MaskedFinding, ...]]:
    """Return the meeting with its free texts redacted, and what was masked; kept findings are not reported here."""
    found: list[MaskedFinding] = []

    def cleaned(text: str) -> str:
        """Mask one text and record what was masked."""
        masked = [hit for hit in find(text, people=False) if not policy.is_kept(hit, text[hit.start : hit.end])]
        found.extend(MaskedFinding(hit, text[hit.start : hit.end], is_kept=False) for hit in masked)
        return mask(text, masked)

    tables = {table: _table(getattr(meeting, table), names, cleaned) for table, names in FREE_TEXT.items()}
    clean = replace(meeting, **tables)
    return _without_masked_terms(meeting, clean) if policy.by_mail else clean, tuple(found)


def omit_topic(meeting: Meeting, topic: str) -> Meeting:
    """Return the meeting without the topic that the person asked to keep out, wherever it stands word for word."""
    words = re.findall(r"\w+", topic)
    if sum(map(len, words)) < SHORTEST_TOPIC:
        return meeting
    pattern = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)
    tables = {
        table: _table(getattr(meeting, table), names, lambda text: pattern.sub(_("[kept out]"), text))
        for table, names in FREE_TEXT.items()
    }
    return replace(meeting, **tables)


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


def _without_masked_terms(before: Meeting, clean: Meeting) -> Meeting:
    """Drop explained terms of which only masks are left: "[kod]: a code" explains nothing."""
    pairs = zip(clean.terms, before.terms, strict=True)
    return replace(clean, terms=tuple(term for term, was in pairs if term.term == was.term or _has_words(term.term)))


def _has_words(text: str) -> bool:
    for masked in MASKS.values():
        text = text.replace(masked, "")
    return any(letter.isalnum() for letter in text)
