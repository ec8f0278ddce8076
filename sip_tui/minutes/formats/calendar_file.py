"""A calendar file: the meeting that is called, or the next one, and what its reader is to do.

Whoever sees the calendar sees the entry: the summary says "meeting" and nothing else, no name of the family is in it,
and it is classed as confidential (RFC 5545). Times are those of Sweden, with their time zone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.model.enums import Status
from sip_tui.meeting.model.meeting import Participant
from sip_tui.minutes.context import RenderContext, fixed
from sip_tui.minutes.formats import FileContent, FormatRefusedError
from sip_tui.minutes.formats.action_rows import ActionRow, action_rows, marked_line, unmarked
from sip_tui.minutes.render import Draft
from sip_tui.minutes.rendered import mark_fixed
from sip_tui.swedish.dates.formatting import ZONE, iso, iso_end, iso_part

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Todo

FOLLOW_UP_MINUTES = 60
"""How long a follow-up is in the calendar, as nobody has said so yet: about an hour."""
BEFORE = frozenset({"call", "sheet"})
"""The audiences to whom the meeting itself is still to come."""
_TASK_STATUS = {
    Status.PROPOSED: "NEEDS-ACTION",
    Status.NEW: "NEEDS-ACTION",
    Status.ONGOING: "IN-PROCESS",
    Status.CHANGED: "IN-PROCESS",
    Status.ENDED: "CANCELLED",
    Status.DONE: "COMPLETED",
    Status.NOT_DONE: "CANCELLED",
}


def write(made: Draft, reference: str) -> FileContent:
    """Write what is to come; raise FormatRefusedError when no day is set and nothing is to be done."""
    words: list[str] = []
    entries: list[Event | Todo] = [*_events(made.context, reference, words), *_tasks(made.context, reference, words)]
    if not entries:
        if made.audience in BEFORE:
            raise FormatRefusedError(_("The meeting has no day yet, so there is nothing to put in a calendar."))
        sentence = _("No day is set for the next meeting, so there is nothing to put in a calendar.")
        raise FormatRefusedError(sentence)
    calendar = _calendar()
    for entry in entries:
        calendar.add_component(entry)
    at = next_meeting(made.context)
    if isinstance(at, datetime):
        # The years around it: all the zone's years since 1970 would be three kilobytes.
        calendar.add_missing_timezones(date(at.year, 1, 1), date(at.year + 1, 12, 31))
    return FileContent(calendar.to_ical(), "\n".join(words))


def next_meeting(context: RenderContext) -> date | datetime | None:
    """Return when the calendar's meeting is: the one that is called, else the one that follows; None without a day."""
    about = context.meeting.about
    return about.start if context.audience in BEFORE else iso(about.follow_up)


def _calendar() -> Calendar:
    from icalendar import Calendar  # only a calendar file needs it

    calendar = Calendar()
    calendar.add("prodid", "-//sip-tui//sip-tui//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    return calendar


def _events(context: RenderContext, reference: str, words: list[str]) -> Iterator[Event]:
    from icalendar import Event

    at = next_meeting(context)
    if at is None:
        return
    is_before = context.audience in BEFORE
    event = Event()
    _add_head(event, context, f"{reference} {'meeting' if is_before else 'next'}")
    _say(event, "summary", mark_fixed(fixed(_("Meeting"))), words)
    ends = None if is_before else iso_end(context.meeting.about.follow_up)
    minutes = context.meeting.about.minutes if is_before else FOLLOW_UP_MINUTES
    if isinstance(at, datetime):
        start = _in_sweden(at)
        event.add("dtstart", start)
        event.add("dtend", _in_sweden(ends) if ends else start + timedelta(minutes=minutes))
    else:
        event.add("dtstart", at)
        event.add("dtend", at + timedelta(days=1))
    if not is_before and iso_part(context.meeting.about.follow_up):
        _say(event, "description", marked_line(context.date_text(context.meeting.about.follow_up)), words)
    place = context.meeting.about.place if is_before else context.meeting.between.place
    link = context.meeting.about.link if is_before else ""
    _say(event, "location", ", ".join(filter(None, map(marked_line, (place, link)))), words)
    yield event


def _in_sweden(at: datetime) -> datetime:
    """Return the time with Sweden's zone; one without a zone is taken as it stands."""
    return at.astimezone(ZoneInfo(ZONE)) if at.tzinfo else at.replace(tzinfo=ZoneInfo(ZONE))


def _tasks(context: RenderContext, reference: str, words: list[str]) -> Iterator[Todo]:
    """Yield what the document's reader is to do; a document for everybody has no such entries."""
    from icalendar import Todo

    for row in action_rows(context, owner) if (owner := _reader(context)) else ():
        task = Todo()
        _add_head(task, context, f"{reference} {row.action.id}")
        _say(task, "summary", row.what, words)
        if row.due is not None:
            task.add("due", _in_sweden(row.due).astimezone(UTC) if isinstance(row.due, datetime) else row.due)
        _say(task, "description", _details(row, said=row.in_part or iso(row.action.when) is None), words)
        task.add("status", _TASK_STATUS[row.action.status])
        yield task


def _reader(context: RenderContext) -> Participant | None:
    if context.audience == "person":
        return context.meeting.person_participant
    return context.meeting.participant(context.actor)


def _details(row: ActionRow, *, said: bool) -> str:
    lines = ((_("When"), row.when if said else ""), (_("How often"), row.how_often), (_("Where"), row.where))
    return "\n".join(f"{label}: {text}" for label, text in lines if text)


def _say(entry: Event | Todo, name: str, marked: str, words: list[str]) -> None:
    """Add a text to an entry, unless it is empty, and to the words that are checked."""
    if marked:
        entry.add(name, unmarked(marked), parameters={"language": language()})
        words.append(marked)


def _add_head(entry: Event | Todo, context: RenderContext, identity: str) -> None:
    entry.add("uid", f"{uuid5(NAMESPACE_URL, f'sip-tui {identity}')}@sip-tui.invalid")
    entry.add("dtstamp", context.now.astimezone(UTC))
    entry.add("class", "CONFIDENTIAL")
