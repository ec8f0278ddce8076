"""The data of the meeting, changed before it or in it; what the call said and is changed afterwards leaves a trace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sip_tui.meeting.log.change import Edit, EditContext, Value, as_edits, format_time
from sip_tui.meeting.model.meeting import LIST_TABLES, Meeting, MeetingInfo, Person
from sip_tui.meeting.time.agenda import log_event

CHANGED = "changed"
"""Kind of the event that logs what was changed after the call; its text names the field and what the call said."""
IN_THE_CALL = ("type", "start", "minutes", "place", "link", "purpose")
"""What those who have been called were told."""


def change_about(meeting: Meeting, values: Mapping[str, Value], context: EditContext) -> tuple[Edit, ...]:
    """Change the data of the meeting; once somebody has been called, log what they were told otherwise."""
    changed = [(name, value) for name, value in values.items() if _stored(getattr(meeting.about, name)) != value]
    edits = as_edits("about", "meeting", changed)
    if not is_called(meeting):
        return edits
    known = changed_fields(meeting)
    told = [name for name, _value in changed if name in IN_THE_CALL and name not in known]
    logged: list[Edit] = []
    for number, name in enumerate(told):
        event = EditContext(context.at, f"{context.row}-changed-{number}")
        logged += log_event(event, CHANGED, text=f"{name}: {_stored(getattr(meeting.about, name)) or ''}")
    return (*edits, *logged)


def is_called(meeting: Meeting) -> bool:
    """Check whether anybody has been called."""
    return any(invitation.state for invitation in meeting.invitations)


def changed_fields(meeting: Meeting) -> tuple[str, ...]:
    """The fields that were changed after the call, each once."""
    texts = (event.text.partition(":")[0] for event in meeting.events if event.kind == CHANGED)
    return tuple(dict.fromkeys(texts))


def is_blank(meeting: Meeting) -> bool:
    """Check whether nobody has written anything in a new meeting: then it need not be kept."""
    untouched = replace(meeting.about, type="", minutes=60, script="", lost={}) == MeetingInfo(id=meeting.about.id)
    rows = (meeting.rows(table) for table in LIST_TABLES if table not in {"links", "deliveries"})
    return untouched and meeting.person == Person(id=meeting.person.id) and not any(rows)


def _stored(value: object) -> Value:
    if isinstance(value, datetime):
        return format_time(value)
    return list(value) if isinstance(value, tuple) else value  # type: ignore[return-value]
