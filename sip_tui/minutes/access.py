"""Which fields each audience may see, and the meeting reduced to them (requirement 169).

Everything else is emptied before a document is composed, so that no section can let something slip.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, replace
from typing import Any, TypeVar

from sip_tui.meeting.content.commitments import DUTIES, duties_of
from sip_tui.meeting.content.doers import does
from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.guidance.phase_guard import WAIVED, ConcernKind
from sip_tui.meeting.model.enums import FAMILY, NON_SPEAKING, Kind
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
from sip_tui.meeting.people.attendance import HOLD, REBOOK
from sip_tui.meeting.people.roles import ROLE_CHANGED
from sip_tui.minutes.linked_lines import drop_linked_lines

AUDIENCES = ("mail", "person", "full", "notice")
"""Everyone by e-mail · the person on paper · paper or a secure system · only that minutes exist."""
DOCUMENTS = (*AUDIENCES, "actor", "call", "sheet", "history")
"""The minutes by audience; one actor's part, the call, the person's sheet to prepare with, the plan over time."""
BY_MAIL = frozenset({"mail", "notice", "actor", "call", "history"})
"""The audiences whose documents leave over channels that others can read."""

_PLAN = {
    "goals": "text horizon owner parent by resources need sign since reached view",
    "actions": "what who when how_often where goal status manages why replaced_by since reviewed unanswered agreed_by",
    "parked": "text settled",
    "terms": "term answer",
    "resolutions": "text",
    "disagreements": "text",
    "information": "text",
    "questions": "text answer",
    "type_details": "text",
}
STORY: Mapping[str, str] = {
    "needs": "text",
    "notes": "phase seat text",
    "ideas": "text pros cons action",
    "accounts": " ".join(SLOTS),
    "ongoing": "what who works works_not",
    "quotes": "text who",
}
"""What was told in the meeting: on paper and in full, by mail only when the chair says so for the meeting."""
_EVENTS = {"events": "kind at phase"}
_BETWEEN = (
    "coordinator authority booked_by unbooked evaluation ended remains contact urgent changed convener told_by "
    "approved_on approved_how"
)
_FEEDBACK = "safe wonders knows_whom satisfied words"

FIELDS: Mapping[str, Mapping[str, str]] = {
    "mail": {
        "about": "type start purpose why questions called_by follow_up chair co_chair secretary",
        "person": "matters strengths child",
        "participants": "kind role organisation presence came left substitute_for",
        "family": "kind role presence came left substitute_for",
        "between": _BETWEEN,
        "family_between": _BETWEEN,
        "pictures": "same",
        **_EVENTS,
        **_PLAN,
    },
    "person": {
        "about": "type start place questions called_by follow_up chair secretary",
        "person": "matters strengths child consent_until",
        "participants": "name kind role organisation email phone presence consent came left",
        "family": "name kind role presence consent came left",
        "trustee": "name kind role phone presence consent came left",
        "between": f"{_BETWEEN} wish place phone approved_by",
        "family_between": f"{_BETWEEN} wish place approved_by",
        "feedback": "wonders words",
        "consents": "plan",
        "accounts": "support",
        "needs": "text",
        "quotes": "text who",
        "notes": "phase seat text",
        "pictures": "same",
        **_EVENTS,
        **_PLAN,
    },
    "full": {
        "about": "type title start place purpose why questions called_by follow_up chair co_chair secretary",
        "person": "called matters strengths child consent_until",
        "participants": "name kind role organisation email phone presence consent came left substitute_for parts",
        "family": "name kind role email phone presence consent came left substitute_for",
        "between": f"{_BETWEEN} wish place phone approved_by",
        "family_between": f"{_BETWEEN} wish place phone approved_by",
        "feedback": _FEEDBACK,
        "family_feedback": _FEEDBACK,
        "consents": "plan given_by on until covers withdrawn_on",
        "invitations": "questions",
        "ticked": "at",
        "waived": "kind phase text",
        "decided": "kind at text reason",
        "handed_over": "kind at text",
        "pictures": "same",
        "deliveries": "channel version deliverer due received unwanted",
        **STORY,
        **_EVENTS,
        **_PLAN,
        "actions": f"{_PLAN['actions']} recorded",
    },
    "notice": {"about": "type start follow_up", "events": "kind at phase"},
    "actor": {
        "about": "type start called_by follow_up chair",
        "participants": "kind role organisation presence",
        "family": "kind role presence",
        **dict.fromkeys(("between", "family_between"), f"{' '.join(DUTIES)} authority ended"),
        "goals": "text horizon owner parent by since",
        "actions": "what who when how_often where goal status recorded since reviewed unanswered",
        **_EVENTS,
    },
    "call": {
        "about": "type start minutes place link purpose why questions called_by reply_to reply_by",
        "participants": "name kind role organisation email phone consent parts",
        "family": "kind role",
        "invitations": "why questions wanted state called_on invited_on",
        "questions": "text",
    },
    "history": {
        "about": "type start follow_up",
        "participants": "kind role organisation presence",
        "family": "kind role presence",
        **dict.fromkeys(("between", "family_between"), "ended remains"),
        "goals": "text horizon owner parent since reached view",
        "actions": "what who goal status why replaced_by since reviewed unanswered",
        **_EVENTS,
    },
    "sheet": {
        "about": "type start minutes place link purpose questions called_by chair",
        "person": "called child interpreter_language cognitive_support breaks travel",
        "participants": "name kind role organisation email phone",
        "family": "name kind role",
        "invitations": "why questions wanted state",
        "questions": "text",
        "phases": "minutes",
    },
}
"""Visible fields by audience and table; the keys of ``PARTS`` stand for a part of a table."""

PARTS: Mapping[str, str] = {
    "family": "participants",
    "trustee": "participants",
    "family_between": "between",
    "family_feedback": "feedback",
    "waived": "events",
    "decided": "events",
    "handed_over": "events",
}
"""Part → table: participants of the family; the god man, who is one of them where no more is said; the interim plan
when its coordinator is of the family or unnamed; feedback from all but the person; reasons for going on without
consent; decisions about missing key people; who took over the chair or the notes."""

ROWS: Mapping[str, frozenset[str]] = {"ticked": frozenset({"confidentiality"})}
"""Tables of which only these rows are visible: that everybody was informed about confidentiality (requirement 194)."""

_ALWAYS = frozenset({"id", "order"})
"""Never written out, but needed to link and order rows."""

AnyRow = TypeVar("AnyRow", bound=Row)


def restrict(meeting: Meeting, audience: str, *, with_story: bool = False, actor: str = "") -> Meeting:
    """Return the meeting with only what an audience may see; every other field is as in an empty meeting.

    The chair's pad is private to the chair. Secretaries' pads are kept, without the lines that are shown as rows.

    Args:
        meeting: The whole meeting.
        audience: One of ``DOCUMENTS``.
        with_story: Whether a mail has what is in ``STORY`` too.
        actor: The participant whose part alone an ``actor`` sees.
    """
    meeting = part_of(meeting, actor) if audience == "actor" else meeting
    meeting = _as_called(meeting) if audience == "call" else meeting
    allowed = {**FIELDS[audience], **(STORY if with_story and audience == "mail" else {})}
    meeting = drop_linked_lines(meeting, allowed)
    rows: dict[str, Any] = {table: _table(meeting, table, allowed) for table in LIST_TABLES}
    alone: dict[str, Any] = {
        table: _with_only(row, allowed.get(_part(meeting, table, row), ""))
        for table in SINGLE_ROW_TABLES
        for row in (getattr(meeting, table),)
    }
    return Meeting(**alone, **rows)


def part_of(meeting: Meeting, actor: str) -> Meeting:
    """Return the meeting with one participant's actions, goals and duties, and who coordinates and who books."""
    actions = tuple(action for action in meeting.actions if does(meeting, action, actor))
    wanted = {action.goal for action in actions} | {goal.id for goal in meeting.goals if goal.owner == actor}
    wanted |= {goal.parent for goal in meeting.goals if goal.id in wanted}
    goals = tuple(goal for goal in meeting.goals if goal.id in wanted)
    others = set(DUTIES) - {"coordinator", "booked_by", *duties_of(meeting, actor)}
    between = replace(meeting.between, **dict[str, Any](dict.fromkeys(others, "")))
    return replace(meeting, actions=actions, goals=goals, between=between)


def _as_called(meeting: Meeting) -> Meeting:
    """Return the meeting with telephone and e-mail of the one who calls alone, and no interpreter's name or language.

    A name or a role such as "interpreter (Arabic)" tells where the family comes from.
    """

    def seen(other: Participant) -> Participant:
        """Empty what those who are called need not know of each other."""
        reached = other if other.id == meeting.about.called_by else replace(other, phone="", email="")
        if other.kind not in NON_SPEAKING:
            return reached
        return replace(reached, name="", role=other.role.partition("(")[0].strip())

    return replace(meeting, participants=tuple(map(seen, meeting.participants)))


def _table(meeting: Meeting, table: str, allowed: Mapping[str, str]) -> tuple[Row, ...]:
    rows = (row for row in getattr(meeting, table) if _is_visible(table, row))
    parts = ((row, _part(meeting, table, row)) for row in rows)
    kept = ((row, allowed.get(part, allowed.get("family", "") if part == "trustee" else "")) for row, part in parts)
    return tuple(_with_only(row, names) for row, names in kept if names)


def _is_visible(table: str, row: Row) -> bool:
    if isinstance(row, Pad):
        return is_secretary_seat(row.seat)
    if isinstance(row, Event) and row.kind == WAIVED:
        return row.text.startswith(ConcernKind.CONSENT.value)
    return row.id in ROWS.get(table, {row.id})


def _part(meeting: Meeting, table: str, row: Row) -> str:
    """The key of ``FIELDS`` for a row; a row about an unknown participant counts as the family's."""
    match row:
        case Participant() if row.kind is Kind.TRUSTEE:
            return "trustee"
        case Participant():
            apart = row.kind in FAMILY
        case InterimPlan():
            coordinator = meeting.participant(row.coordinator)
            apart = coordinator is None or coordinator.kind in FAMILY
        case Feedback():
            author = meeting.participant(row.id)
            apart = author is None or author.kind is not Kind.PERSON
        case Event() if row.kind in {HOLD, REBOOK}:
            return "decided"
        case Event() if row.kind == ROLE_CHANGED:
            return "handed_over"
        case _:
            apart = isinstance(row, Event) and row.kind == WAIVED
    return next(part for part, whole in PARTS.items() if whole == table) if apart else table


def _with_only(row: AnyRow, names: str) -> AnyRow:
    """Empty every field that is not in ``names``, a list separated by blanks."""
    keep = _ALWAYS.union(names.split())
    emptied: dict[str, Any] = {field.name: _empty(field) for field in fields(row) if field.name not in keep}
    return replace(row, **emptied) if any(getattr(row, name) != empty for name, empty in emptied.items()) else row


def _empty(field: Field[Any]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default
