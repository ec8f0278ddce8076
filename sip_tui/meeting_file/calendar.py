"""A calendar entry (.ics, RFC 5545) as a prepared meeting: title, time, length, place, link and who is invited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from sip_tui.i18n.translation import _
from sip_tui.meeting_file.errors import MeetingFileError

ZONE = ZoneInfo("Europe/Stockholm")
USUAL = timedelta(minutes=60)
MAX_MINUTES = 24 * 60
STATES = {"ACCEPTED": "coming", "DECLINED": "declined", "TENTATIVE": "received", "DELEGATED": "substitute"}
"""What an invitation in a calendar can be answered with → the state of ours; ``called`` for anything else."""
LINK_FIELDS = ("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-GOOGLE-CONFERENCE", "URL")
_LINK = re.compile(r"https://[^\s<>\"]+")
_TYPES = {"sip": "SIP", "samverkan": "Samverkansmöte", "uppfölj": "Uppföljningsmöte", "avstämning": "Avstämningsmöte"}


def read_calendar(name: str, content: bytes) -> dict[str, Any]:
    """Read the first entry as the tables of a meeting file; raise MeetingFileError when there is none to read."""
    event = _event(name, content)
    start, length = _time(name, event)
    title = _text(event, "SUMMARY")
    people, caller = _people(event)
    meeting: dict[str, Any] = {"type": _type(title), "title": title, "start": start.isoformat()}
    meeting |= {"minutes": length, "place": _text(event, "LOCATION"), "link": _link(event), "called_by": caller}
    return {"meeting": {field: value for field, value in meeting.items() if value != ""}, "participants": people}


def _event(name: str, content: bytes) -> Event:
    try:
        calendar = Calendar.from_ical(content)
        events = calendar.walk("VEVENT")
    except (ValueError, IndexError, KeyError, AttributeError, RecursionError, OSError) as error:
        # A zone's name is looked for as a file: one of 300 letters is none.
        sentence = _("{file} cannot be read as a calendar entry; save the meeting from the calendar once more")
        raise MeetingFileError(sentence.format(file=name)) from error
    if not events:
        raise MeetingFileError(_("{file} contains no meeting; save the meeting from the calendar").format(file=name))
    event = events[0]
    assert isinstance(event, Event)
    return event


def _time(name: str, event: Event) -> tuple[datetime, int]:
    """The start, and the minutes until the end."""
    try:
        start = _moment(event.decoded("DTSTART"))
        ended = _moment(event.decoded("DTEND")) if "DTEND" in event else start + _length(event)
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as error:
        sentence = _("{file}: the meeting has no day and time that can be read; write it by hand")
        raise MeetingFileError(sentence.format(file=name)) from error
    if ended < start:
        sentence = _("{file}: the meeting ends before it begins; correct it in the calendar and save it again")
        raise MeetingFileError(sentence.format(file=name))
    return start, min(int((ended - start).total_seconds() // 60), MAX_MINUTES) or 60


def _length(event: Event) -> timedelta:
    length = event.decoded("DURATION") if "DURATION" in event else USUAL
    if not isinstance(length, timedelta):
        raise TypeError
    return length


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=ZONE)
    if isinstance(value, date):
        return datetime.combine(value, time(), ZONE)
    raise TypeError


def _text(event: Event, field: str) -> str:
    value = event.get(field, "")
    return " ".join(str(value[0] if isinstance(value, list) else value).split())


def _type(title: str) -> str:
    return next((kind for word, kind in _TYPES.items() if word in title.casefold()), "SIP")


def _link(event: Event) -> str:
    """The address of the video meeting: where calendars put it, else in the place or the text."""
    texts = (_text(event, field) for field in (*LINK_FIELDS, "LOCATION", "DESCRIPTION"))
    return next((found[0].rstrip(".,;)") for text in texts if (found := _LINK.search(text))), "")


def _people(event: Event) -> tuple[list[dict[str, Any]], str]:
    """Those who are invited, the organizer among them, and the organizer's id."""
    organizer = _address(event.get("ORGANIZER", ""))
    rows = {row["email"] or row["name"]: row for row in _rows(event)}
    if (event.get("ORGANIZER")) and organizer not in rows:
        rows = {organizer: _row(event["ORGANIZER"], state="coming"), **rows}
    people = [{"id": f"p{number}", **row} for number, row in enumerate(rows.values(), 1)]
    return people, next((row["id"] for row in people if organizer and row["email"] == organizer), "")


def _rows(event: Event) -> Iterator[dict[str, Any]]:
    found = event.get("ATTENDEE", [])
    for attendee in found if isinstance(found, list) else [found]:
        params = getattr(attendee, "params", {})
        if str(params.get("CUTYPE", "")).upper() not in {"ROOM", "RESOURCE"}:
            yield _row(attendee, state=STATES.get(str(params.get("PARTSTAT", "")).upper(), "called"))


def _row(attendee: object, *, state: str) -> dict[str, Any]:
    params, address = getattr(attendee, "params", {}), _address(attendee)
    name = " ".join(str(params.get("CN", "")).strip("\"' ").split())
    return {"name": "" if name == address else name, "email": address, "answer": state}


def _address(value: object) -> str:
    address = re.sub(r"(?i)^mailto:", "", str(value)).strip()
    return address if "@" in address else ""
