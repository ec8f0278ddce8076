"""What may leave, by audience, as data: a field that is not named here never reaches a document.

The meeting is emptied of everything else before a word is written, so that no section can let something slip
(design §5; rules §8; seed row 169).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.guidance.phase_guard import WAIVED, ConcernKind
from sip_tui.meeting.model.enums import FAMILY, Kind
from sip_tui.meeting.model.meeting import (
    LIST_TABLES,
    SINGLE_ROW_TABLES,
    Event,
    Feedback,
    InterimPlan,
    Meeting,
    Pad,
    Participant,
    Row,
)
from sip_tui.meeting.notes.pads import is_secretary_seat

AUDIENCES = ("mail", "person", "full", "notice")
"""Everyone by e-mail · the person on paper · paper or a secure system · only that minutes exist."""

_SAID = ("situation", "quotes", "ongoing", "needs", "offers", "notes")
_AGREED = ("plan", "resolutions", "coordinator", "picture", "ideas", "disagreements", "information")
_AFTER = ("open_ends", "parked", "terms", "follow_up", "next_steps", "between")
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "mail": ("matters", "strengths", "facts", "purpose", "attendance", *_SAID, *_AGREED, *_AFTER),
    "person": (
        *("matters", "strengths", "decisions", "resolutions", "support", "goals", "disagreements", "answers"),
        *("follow_up", "between", "coordinator", "ask", "own_words", "unsettled", "parked"),
        *("information", "terms", "needs", "facts", "company", "notes"),
    ),
    "full": (
        *("matters", "strengths", "facts", "purpose", "attendance", "consent"),
        *(*_SAID, *_AGREED, "feedback", *_AFTER),
    ),
    "notice": ("notice",),
}
"""Which sections, in the order in which they are read."""

_PLAN = {
    "needs": "text",
    "goals": "text horizon owner parent by resources",
    "actions": "what who when how_often where goal status manages",
    "parked": "text settled",
    "terms": "term answer",
    "resolutions": "text",
    "disagreements": "text",
    "information": "text",
    "questions": "text answer",
}
_SITUATION = {
    "ideas": "text pros cons action",
    "accounts": " ".join(SLOTS),
    "ongoing": "what who works works_not",
    "quotes": "text who",
    "pictures": "same",
}
_HAPPENED = {"events": "kind at phase", "notes": "phase seat text"}
_BETWEEN = "coordinator authority wish booked_by unbooked evaluation contact urgent changed convener told_by"
_FEEDBACK = "safe wonders knows_whom satisfied words"

FIELDS: Mapping[str, Mapping[str, str]] = {
    "mail": {
        "about": "type start purpose questions called_by follow_up chair co_chair secretary",
        "person": "matters strengths",
        "participants": "kind role organisation presence came left substitute_for",
        "family": "kind role presence came left substitute_for",
        "between": _BETWEEN,
        "family_between": _BETWEEN,
        **_HAPPENED,
        **_SITUATION,
        **_PLAN,
    },
    "person": {
        "about": "type start place questions called_by follow_up chair secretary",
        "person": "matters strengths",
        "participants": "name kind role organisation email phone presence came left",
        "family": "name kind role presence came left",
        "between": f"{_BETWEEN} place phone",
        "family_between": f"{_BETWEEN} place",
        "feedback": "words",
        "accounts": "support",
        **_HAPPENED,
        **_PLAN,
    },
    "full": {
        "about": "type title start place purpose questions called_by follow_up chair co_chair secretary",
        "person": "called matters strengths kept_out consent_until",
        "participants": "name kind role organisation email phone presence consent came left substitute_for",
        "family": "name kind role email phone presence consent came left substitute_for",
        "between": f"{_BETWEEN} place phone",
        "family_between": f"{_BETWEEN} place phone",
        "feedback": _FEEDBACK,
        "family_feedback": _FEEDBACK,
        "ticked": "at",
        "waived": "kind phase text",
        **_HAPPENED,
        **_SITUATION,
        **_PLAN,
    },
    "notice": {"about": "start follow_up", "events": "kind at phase"},
}
"""Which fields, by table; what is the family's shows less of itself, see ``PARTS``."""

PARTS: Mapping[str, str] = {
    "family": "participants",
    "family_between": "between",
    "family_feedback": "feedback",
    "waived": "events",
}
"""A part of a table → the table: who of the family takes part; what holds between the meetings when somebody of the
family keeps the plan together, or nobody does; the feedback of all but the person; why the chair did not wait."""

ROWS: Mapping[str, frozenset[str]] = {"ticked": frozenset({"confidentiality"})}
"""Tables of which only these rows are told: that everybody was informed about confidentiality (seed row 194)."""

_ALWAYS = frozenset({"id", "order"})
"""A row's name and place are never written, but hold the plan together."""

AnyRow = TypeVar("AnyRow", bound=Row)


def permitted(meeting: Meeting, audience: str) -> Meeting:
    """Give the meeting with only what this audience may see; every other field is as in an empty meeting.

    The chair's pad is the chair's own, and goes to nobody. Two secretaries have a pad each, and both are kept.
    """
    allowed = FIELDS[audience]
    rows: dict[str, Any] = {table: _table(meeting, table, allowed) for table in LIST_TABLES}
    alone: dict[str, Any] = {
        table: _only(row, allowed.get(_part(meeting, table, row), ""))
        for table in SINGLE_ROW_TABLES
        for row in (getattr(meeting, table),)
    }
    return Meeting(**alone, **rows)


def _table(meeting: Meeting, table: str, allowed: Mapping[str, str]) -> tuple[Row, ...]:
    rows = (row for row in getattr(meeting, table) if _is_told(table, row))
    kept = ((row, allowed.get(_part(meeting, table, row), "")) for row in rows)
    return tuple(_only(row, names) for row, names in kept if names)


def _is_told(table: str, row: Row) -> bool:
    if isinstance(row, Pad):
        return is_secretary_seat(row.seat)
    if isinstance(row, Event) and row.kind == WAIVED:
        return row.text.startswith(ConcernKind.CONSENT.value)
    return row.id in ROWS.get(table, {row.id})


def _part(meeting: Meeting, table: str, row: Row) -> str:
    """The part of the table that a row belongs to; a row about somebody who is not known belongs to the family."""
    match row:
        case Participant():
            apart = row.kind in FAMILY
        case InterimPlan():
            one = meeting.participant(row.coordinator)
            apart = one is None or one.kind in FAMILY
        case Feedback():
            one = meeting.participant(row.id)
            apart = one is None or one.kind is not Kind.PERSON
        case _:
            apart = isinstance(row, Event) and row.kind == WAIVED
    return next(part for part, whole in PARTS.items() if whole == table) if apart else table


def _only(row: AnyRow, names: str) -> AnyRow:
    """Empty every field that is not named."""
    keep = _ALWAYS.union(names.split())
    emptied: dict[str, Any] = {one.name: _empty(one) for one in fields(row) if one.name not in keep}
    return replace(row, **emptied)


def _empty(field: object) -> object:
    default, factory = getattr(field, "default", MISSING), getattr(field, "default_factory", MISSING)
    return factory() if default is MISSING and callable(factory) else default
