"""Which fields of a meeting are free text, and which are ways to reach somebody; how all of them are changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.model.meeting import Meeting, Row

FREE_TEXT: Mapping[str, tuple[str, ...]] = {
    "about": ("type", "title", "place", "purpose", "why", "questions", "reply_by", "short_notice", "follow_up"),
    "person": (
        "matters",
        "strengths",
        "kept_out",
        "consent_until",
        "interpreter_language",
        "cognitive_support",
        "breaks",
        "travel",
        "communication",
        "takes_part",
    ),
    "between": (
        "authority",
        "wish",
        "place",
        "unbooked",
        "evaluation",
        "ended",
        "remains",
        "urgent",
        "changed",
        "approved_on",
        "approved_how",
    ),
    "participants": ("role", "organisation"),
    "accounts": SLOTS,
    "ongoing": ("what", "works", "works_not"),
    "quotes": ("text",),
    "needs": ("text",),
    "notes": ("text",),
    "goals": ("text", "by", "resources", "sign", "view"),
    "actions": ("what", "when", "how_often", "where", "why"),
    "terms": ("term", "answer"),
    "resolutions": ("text",),
    "ideas": ("text", "pros", "cons"),
    "parked": ("text",),
    "disagreements": ("text",),
    "information": ("text",),
    "questions": ("text", "answer"),
    "feedback": ("wonders", "words"),
    "deliveries": ("due", "received"),
    "invitations": ("why", "reason"),
    "consents": ("covers", "leaves_out", "until", "view"),
    "preparation": ("text", "note"),
    "type_details": ("text",),
    "events": ("reason",),
}
"""Fields of free text, by table."""
CONTACTS: Mapping[str, tuple[str, ...]] = {
    "about": ("reply_to", "link"),
    "participants": ("phone", "email"),
    "between": ("phone",),
}
"""Fields with a telephone number or an address; an office's stands as it is."""


def map_fields(
    meeting: Meeting, fields: Mapping[str, Sequence[str]], change: Callable[[Row, str, str], str]
) -> Meeting:
    """Return the meeting with texts changed.

    Args:
        meeting: What is changed.
        fields: Fields of texts, by table.
        change: Gives a row, a field and its text a new text; empty texts are not asked about.
    """

    def changed(row: Row, names: Sequence[str]) -> Row:
        """Change every field of a row."""
        values: dict[str, Any] = {name: getattr(row, name) for name in names}
        new: dict[str, Any] = {
            name: change(row, name, value)
            if isinstance(value, str)
            else tuple(change(row, name, text) for text in value)
            for name, value in values.items()
            if value
        }
        return row.with_values(**new) if new != values else row

    tables: dict[str, Any] = {}
    for table, names in fields.items():
        rows = getattr(meeting, table)
        tables[table] = changed(rows, names) if isinstance(rows, Row) else tuple(changed(row, names) for row in rows)
    return replace(meeting, **tables)
