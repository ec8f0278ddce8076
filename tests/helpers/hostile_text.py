"""Names and texts that try to be something else than names and texts."""

from __future__ import annotations

from dataclasses import fields

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import TABLES

HOSTILE = [
    "[b]Anna[/b]",
    "[/]",
    "[/b]",
    "Å|sa",
    "=cmd()",
    "Eva\nLind",
    "\x1b[31mBo\x1b[0m",
    "[@click=app.quit]x[/]",
    "{0}{person}%s",
    "\u202egnal",
    "🙂" * 80,
    "",
]
ALL_HOSTILE = " ".join(HOSTILE)
"""All of them in one text: one drawing of a screen tries them all."""


def is_safe(shown: str) -> bool:
    """Check that a shown text has no control characters but newlines and the joiners of emoji."""
    return all(character.isprintable() or character in "\n\u200c\u200d" for character in shown)


def hostile_rows(text: str, number: int) -> list[Edit]:
    """Return edits for rows of several tables whose every text is hostile."""
    row = f"h{number:02d}"
    cells = {
        "participants": ("name", "role", "organisation"),
        "actions": ("what", "when", "how_often", "where"),
        "goals": ("text", "by"),
        "terms": ("term", "answer"),
    }
    texts = [Edit(table, row, field, text) for table, fields in cells.items() for field in fields]
    unanswered = f"q{number:02d}"
    asked = [Edit("terms", unanswered, "term", text), Edit("terms", unanswered, "raised_by", row)]
    return [*texts, *asked, Edit("actions", row, "who", row)]


def hostile_meeting_info(text: str) -> list[Edit]:
    """Return edits that make the meeting's title and the person's name hostile."""
    named = [Edit("about", "meeting", field, text) for field in ("title", "purpose", "chair", "place")]
    return [*named, Edit("participants", "p1", "name", text), Edit("person", "person", "called", text)]


_POINTERS = {"who": "p1", "raised_by": "p3", "said_by": "p3", "goal": "x1", "coordinator": "p3", "contact": "p3"}
"""Fields that name a participant or a goal, and what they name; other pointers stay empty."""
_EMPTY = {"id", "parent", "action", "phase", "seat", "substitute_for", "told_by", "convener", "booked_by", "owner"}


def hostile_everywhere(text: str) -> list[Edit]:
    """Return edits that write a text in every cell of text of every table, for the demo's people and new rows."""
    edits = []
    for table, row_class in TABLES.items():
        people = ["p1", "p2", "p3"] if table in {"participants", "accounts", "feedback"} else ["x1"]
        rows = {"about": ["meeting"], "person": ["person"], "between": ["between"]}.get(table, people)
        names = [field.name for field in fields(row_class) if field.type is str and field.name not in _EMPTY]
        edits += [Edit(table, row, name, _POINTERS.get(name, text)) for row in rows for name in names]
    return edits
