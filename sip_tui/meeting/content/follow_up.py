"""A follow-up: a new meeting that opens with the people, the goals, the open actions and questions of the last.

Requirements 42 and 170. What is carried keeps its row id, so that a chain of meetings is one history. Each yes is asked
for again, and nobody has come yet. A no stands: one of the services whom the person has said no to is carried deleted,
and has no duty, until the person is asked again; notes, accounts and the chair's private marks stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import datetime

from sip_tui.meeting.content.outcomes import current_goals
from sip_tui.meeting.content.plan import is_to_be_asked, unfinished_actions, unsettled_items
from sip_tui.meeting.content.questions import unanswered_questions
from sip_tui.meeting.log.change import Edit, Value, as_edits, format_time
from sip_tui.meeting.model.enums import Answer, Consent, Kind, Presence, Row
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.consent import REFUSED

SCRIPT = "again"
"""Key of the script of a follow-up."""
_ABOUT = (
    "type",
    "title",
    "minutes",
    "called_by",
    "chair",
    "co_chair",
    "secretary",
    "mail_notes",
    "bell",
    "interpreted",
)
_LEFT_OUT = frozenset({"id", "lost", "deleted"})
_ASKED_AGAIN: Mapping[str, Mapping[str, Value]] = {
    "participants": {
        "presence": Presence.EXPECTED.value,
        "consent": Consent.NOT_ASKED.value,
        "came": None,
        "left": None,
        "leaves": "",
        "parts": "",
        "presented": False,
        "substitute_for": "",
    },
    "actions": {"asked": False, "manages": Answer.UNANSWERED.value, "reviewed": False, "agreed_by": ""},
    "goals": {"reached": Answer.UNANSWERED.value, "view": ""},
    "person": {"matters": "", "consent_until": ""},
}
"""Table → what is not carried but asked for anew."""
_BETWEEN = ("coordinator", "authority", "phone", "contact", "urgent", "changed", "convener")


def follow_up_edits(
    meeting: Meeting, meeting_id: str, *, purpose: str, start: datetime | None = None, minutes: int = 0
) -> tuple[Edit, ...]:
    """Build the follow-up of a meeting.

    Args:
        meeting: The meeting that is followed up.
        meeting_id: Its id.
        purpose: What the follow-up is for, in the user's language.
        start: When it is held; unknown when left out.
        minutes: How long it is; as long as any meeting when left out.
    """
    held = held_on(meeting)
    actions = (replace(action, unanswered=is_to_be_asked(meeting, action)) for action in unfinished_actions(meeting))
    carried = (*_rows("goals", current_goals(meeting), held), *_rows("actions", actions, held))
    return (
        *_about(meeting, meeting_id, purpose, start, minutes),
        *_row("person", meeting.person),
        *as_edits("between", "between", _carried(meeting, meeting.between, _BETWEEN)),
        *_rows("participants", meeting.participants),
        *_hidden_names((*meeting.removed_participants, *_left_out(meeting))),
        *_rows("needs", meeting.needs),
        *carried,
        *_rows("parked", unsettled_items(meeting)),
    )


def held_on(meeting: Meeting) -> str:
    """The day on which a meeting was held, as ISO 8601: that of its opening, else the planned one."""
    opened = [event.at for event in meeting.events if event.kind == "open" and event.at]
    day = min(opened, default=meeting.about.start)
    return day.date().isoformat() if day else ""


def _about(meeting: Meeting, meeting_id: str, purpose: str, start: datetime | None, minutes: int) -> Iterator[Edit]:
    about = meeting.about
    yield from as_edits("about", "meeting", _carried(meeting, about, _ABOUT))
    own: dict[str, Value] = {"previous": meeting_id, "place": meeting.between.place or about.place}
    own |= {"purpose": purpose, "script": SCRIPT}
    own["questions"] = [question.text for question in unanswered_questions(meeting)]
    if start:
        own["start"] = format_time(start)
    if minutes:
        own["minutes"] = minutes
    yield from as_edits("about", "meeting", own.items())


def _left_out(meeting: Meeting) -> tuple[Participant, ...]:
    """Those of the services whom the person has said no to: they are not called again unless the person is asked."""
    return tuple(other for other in meeting.participants if other.kind is Kind.ACTOR and other.consent in REFUSED)


def _carried(meeting: Meeting, row: Row, names: Iterable[str]) -> list[tuple[str, Value]]:
    """List the cells of a row; a duty of somebody who does not come along is nobody's."""
    left_out = {other.id for other in _left_out(meeting)}
    values = ((name, _value(getattr(row, name))) for name in names)
    return [(name, "" if value in left_out else value) for name, value in values]


def _rows(table: str, rows: Iterable[Row], since: str = "") -> Iterator[Edit]:
    for row in rows:
        yield from _row(table, row, since)


def _row(table: str, row: Row, since: str = "") -> Iterator[Edit]:
    """Carry the cells of a row that are not those of a new one."""
    anew = dict(_ASKED_AGAIN.get(table, {}))
    if isinstance(row, Participant) and row.consent in REFUSED:
        del anew["consent"]  # a no stands until the person says otherwise
    values = {field.name: getattr(row, field.name) for field in fields(row) if field.name not in _LEFT_OUT}
    if since and not values.get("since"):
        values["since"] = since
    yield from as_edits(table, row.id, [(name, _value(anew.get(name, value))) for name, value in values.items()])


def _hidden_names(removed: Iterable[Participant]) -> Iterator[Edit]:
    """Carry the names of deleted participants, deleted: a goal may still name them, and the names must not leave."""
    for participant in removed:
        yield from as_edits("participants", participant.id, [("name", participant.name), ("deleted", True)])


def _value(value: object) -> Value:
    return value if value is None or isinstance(value, str | int | bool) else str(value)
