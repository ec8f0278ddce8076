"""Sentences about the meetings in the list: how far each has come, and what somebody has to do today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from sip_tui.i18n.translation import N_, _, language, ngettext
from sip_tui.meeting.time.agenda import Stage
from sip_tui.phrasing.wording import format_clock, local
from sip_tui.store import IndexEntry
from sip_tui.swedish.dates.formatting import iso, spoken

LATEST = timedelta(days=60)
"""An action that is longer overdue than this was forgotten, and is told of in the meeting alone."""
SHOWN = 4
"""Lines about what is to be done."""


class Todo(NamedTuple):
    """Something to do about a meeting."""

    urgency: int
    day: str
    meeting: str
    """The meeting's id."""
    sentence: str


class MeetingState(StrEnum):
    """How far a meeting in the list has come, or what waits; the value is its msgid."""

    UNKNOWN = ""
    PLANNED = N_("planned")
    NOT_HELD = N_("not held")
    GOING_ON = N_("going on")
    CLOSED = N_("closed")
    TO_DELIVER = N_("copies to hand over")
    FOLLOW_UP_DUE = N_("follow-up due")
    OVERDUE = "overdue"
    DAMAGED = N_("damaged")
    LOCKED = N_("locked")


def state_of(entry: IndexEntry, today: date) -> MeetingState:
    """Tell how far a meeting has come, and what waits; what cannot be read comes first."""
    if entry.damaged or entry.locked:
        return MeetingState.DAMAGED if entry.damaged else MeetingState.LOCKED
    if entry.stage is Stage.CLOSED and entry.undelivered:
        return MeetingState.TO_DELIVER
    if is_follow_up_due(entry, today):
        return MeetingState.FOLLOW_UP_DUE
    if overdue(entry, today):
        return MeetingState.OVERDUE
    if entry.stage is Stage.BEFORE and entry.start and local(entry.start).date() < today:
        return MeetingState.NOT_HELD
    return MeetingState.CLOSED if entry.closed else STAGES[entry.stage] if entry.stage else MeetingState.UNKNOWN


def state_words(entry: IndexEntry, today: date) -> str:
    """How far a meeting has come, and what waits: "planned", "notes to hand over", "follow-up due"."""
    state = state_of(entry, today)
    if state is MeetingState.OVERDUE:
        late = overdue(entry, today)
        return ngettext("{count} action overdue", "{count} actions overdue", late).format(count=late)
    return _(state) if state else ""


STAGES = {
    Stage.BEFORE: MeetingState.PLANNED,
    Stage.IN_PROGRESS: MeetingState.GOING_ON,
    Stage.CLOSED: MeetingState.CLOSED,
}


def overdue(entry: IndexEntry, today: date) -> int:
    """How many actions of a meeting are past their day, of those that anybody still looks at."""
    oldest = (today - LATEST).isoformat()
    return sum(oldest <= day < today.isoformat() for day in entry.due) if entry.stage is not Stage.BEFORE else 0


def is_follow_up_due(entry: IndexEntry, today: date) -> bool:
    """Check whether the day of the follow-up has come within the last two months."""
    day = _as_day(iso(entry.follow_up)) if entry.follow_up else None
    return day is not None and entry.stage is Stage.CLOSED and today - LATEST <= day <= today


def _as_day(at: date | datetime | None) -> date | None:
    return at.date() if isinstance(at, datetime) else at


def todos(entries: Sequence[IndexEntry], today: date) -> list[Todo]:
    """What is to be done, the most urgent first."""
    return sorted(todo for entry in entries if not (entry.damaged or entry.locked) for todo in _todos(entry, today))


def _todos(entry: IndexEntry, today: date) -> Iterator[Todo]:
    name, day = entry.person or entry.title or entry.type, _as_day(local(entry.start)) if entry.start else None
    if entry.stage is Stage.IN_PROGRESS:
        yield Todo(1, "", entry.id, _("{name}: the meeting is not closed").format(name=name))
    elif entry.stage is Stage.BEFORE and day == today and entry.start:
        yield Todo(0, "", entry.id, _("{name}: today at {time}").format(name=name, time=format_clock(entry.start)))
    if entry.stage is Stage.BEFORE and entry.tasks and (day is None or today <= day):
        sentence = ngettext(
            "{name}: {count} thing left to prepare{day}", "{name}: {count} things left to prepare{day}", entry.tasks
        )
        when = _(", the meeting is on {day}").format(day=spoken(day.isoformat(), language())) if day else ""
        if day == today:
            when = _(", the meeting is today")
        yield Todo(2, day.isoformat() if day else "", entry.id, sentence.format(name=name, count=entry.tasks, day=when))
    if entry.stage is Stage.CLOSED and entry.undelivered:
        sentence = ngettext(
            "{name}: {count} person has not had their copy",
            "{name}: {count} people have not had their copy",
            entry.undelivered,
        )
        yield Todo(3, "", entry.id, sentence.format(name=name, count=entry.undelivered))
    if is_follow_up_due(entry, today):
        yield Todo(4, entry.follow_up, entry.id, _("{name}: it is time for the follow-up").format(name=name))
    if late := overdue(entry, today):
        sentence = ngettext("{name}: {count} action is overdue", "{name}: {count} actions are overdue", late)
        yield Todo(5, "", entry.id, sentence.format(name=name, count=late))
