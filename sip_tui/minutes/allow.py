"""What may leave, by audience, as data: a field that is not named here never reaches a document.

The meeting is emptied of everything else before a word is written, so that no section can let something slip
(design §5; rules §8; seed row 169).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from sip_tui.meeting.kinds import FAMILY
from sip_tui.meeting.model import MANY, Meeting, Pad, Participant, Row
from sip_tui.meeting.notes import is_secretary
from sip_tui.meeting.situation import SLOTS

AUDIENCES = ("mail", "person", "full", "notice")
"""Everyone by e-mail · the person on paper · paper or a secure system · only that minutes exist."""

_SAID = ("situation", "quotes", "ongoing", "needs", "offers", "notes")
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "mail": (
        *("matters", "facts", "purpose", "attendance"),
        *_SAID,
        *("plan", "resolutions", "picture", "disagreements", "information"),
        *("open_ends", "terms", "follow_up", "next_steps"),
    ),
    "person": (
        *("matters", "decisions", "resolutions", "support", "goals", "disagreements"),
        *("follow_up", "ask", "unsettled", "information", "terms", "needs", "facts", "company", "notes"),
    ),
    "full": (
        *("matters", "facts", "purpose", "attendance", "consent"),
        *_SAID,
        *("plan", "resolutions", "picture", "disagreements", "information"),
        *("open_ends", "terms", "follow_up", "next_steps"),
    ),
    "notice": ("notice",),
}
"""Which sections, in the order in which they are read."""

_PLAN = {
    "needs": "text",
    "goals": "text horizon owner parent by",
    "actions": "what who when how_often where goal status",
    "terms": "term answer",
    "resolutions": "text",
    "disagreements": "text",
    "information": "text",
}
_SITUATION = {
    "accounts": " ".join(SLOTS),
    "ongoing": "what who works works_not",
    "quotes": "text who",
    "pictures": "same",
}
_HAPPENED = {"events": "kind at phase", "notes": "phase seat text"}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "mail": {
        "about": "type start purpose questions called_by follow_up chair co_chair secretary",
        "person": "matters",
        "participants": "kind role organisation presence came left",
        "family": "kind role presence came left",
        **_HAPPENED,
        **_SITUATION,
        **_PLAN,
    },
    "person": {
        "about": "type start place called_by follow_up chair secretary",
        "person": "matters",
        "participants": "name kind role organisation email presence came left",
        "family": "name kind role presence came left",
        "accounts": "support",
        **_HAPPENED,
        **_PLAN,
    },
    "full": {
        "about": "type title start place purpose questions called_by follow_up chair co_chair secretary",
        "person": "called matters",
        "participants": "name kind role organisation email presence consent came left",
        "family": "name kind role email presence consent came left",
        **_HAPPENED,
        **_SITUATION,
        **_PLAN,
    },
    "notice": {"about": "start follow_up", "events": "kind at phase"},
}
"""Which fields, by table. ``family`` are the participants of the family, who show less of themselves."""

_ALWAYS = frozenset({"id", "order"})
"""A row's name and place are never written, but hold the plan together."""

AnyRow = TypeVar("AnyRow", bound=Row)


def permitted(meeting: Meeting, audience: str) -> Meeting:
    """Give the meeting with only what this audience may see; every other field is as in an empty meeting.

    The chair's pad is the chair's own, and goes to nobody. Two secretaries have a pad each, and both are kept.
    """
    allowed = FIELDS[audience]
    rows: dict[str, Any] = {table: _table(getattr(meeting, table), table, allowed) for table in MANY}
    return Meeting(
        about=_only(meeting.about, allowed.get("about", "")),
        person=_only(meeting.person, allowed.get("person", "")),
        **rows,
    )


def _table(rows: tuple[Row, ...], table: str, allowed: Mapping[str, str]) -> tuple[Row, ...]:
    if table == "notes":
        rows = tuple(one for one in rows if isinstance(one, Pad) and is_secretary(one.seat))
    kept = ((one, allowed.get(_part(table, one), "")) for one in rows)
    return tuple(_only(one, names) for one, names in kept if names)


def _part(table: str, row: Row) -> str:
    return "family" if isinstance(row, Participant) and row.kind in FAMILY else table


def _only(row: AnyRow, names: str) -> AnyRow:
    """Empty every field that is not named."""
    keep = _ALWAYS.union(names.split())
    emptied: dict[str, Any] = {one.name: _empty(one) for one in fields(row) if one.name not in keep}
    return replace(row, **emptied)


def _empty(field: object) -> object:
    default, factory = getattr(field, "default", MISSING), getattr(field, "default_factory", MISSING)
    return factory() if default is MISSING and callable(factory) else default
