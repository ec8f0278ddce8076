"""Meetings to write minutes of: the shipped cases, and small ones made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sip_tui.meeting.build import Builder
from sip_tui.meeting.fold import Ledger
from sip_tui.meeting.kinds import Kind, Presence
from sip_tui.meeting.model import About, Action, Event, Goal, Meeting, Pad, Participant, Person
from sip_tui.meeting_file import read_meeting_file
from sip_tui.minutes import minutes
from sip_tui.shipped import shipped

START = datetime(2026, 11, 27, 13, 2, tzinfo=ZoneInfo("Europe/Stockholm"))
NOW = START + timedelta(hours=2)


def case(*path: str) -> Meeting:
    """Read a shipped meeting file."""
    ledger = Ledger()
    ledger.add(ledger.stamp(read_meeting_file(shipped(*path)), 1, "test"))
    return Builder(ledger).meeting


def held(minutes_long: int = 60) -> tuple[Event, ...]:
    """The events of a meeting with one break, from the opening to the close."""
    at = [("open", 0), ("break", 28), ("resume", 38), ("close", minutes_long)]
    return tuple(
        Event(id=f"e{number}", kind=kind, at=START + timedelta(minutes=after))
        for number, (kind, after) in enumerate(at)
    )


def somebody(number: int = 0, name: str = "", **fields: Any) -> Participant:
    """A participant who is here."""
    return Participant(id=f"p{number}", order=number, name=name, **{"presence": Presence.PRESENT, **fields})


MAJA = somebody(1, "Maja Lindgren", kind=Kind.PERSON, role="den enskilde")
ASA = somebody(2, "Åsa Lindgren", kind=Kind.GUARDIAN, role="mamma", organisation="familjen", email="asa@hemma.se")
SAMIR = somebody(3, "Samir Haddad", role="kurator", organisation="Elevhälsan", email="samir.haddad@skolan.se")
INGRID = somebody(4, "Ingrid Wallin", role="läkare", organisation="BUP", presence=Presence.EXCUSED)


def meeting(**tables: Any) -> Meeting:
    """A meeting that has been held, with Maja, her mother, and two from the services; the physician is away."""
    start = Meeting(
        about=About(id="meeting", type="SIP", start=START, called_by="p3", follow_up="2027-01-29"),
        person=Person(id="person", called="Maja"),
        participants=(MAJA, ASA, SAMIR, INGRID),
        events=held(),
    )
    return replace(start, **tables)


def noted(text: str, seat: str = "secretary", phase: str = "needs") -> Pad:
    """A pad with a text."""
    return Pad(id=f"{phase}-{seat}", phase=phase, seat=seat, text=text)


def action(what: str, who: str = "p3", **fields: str) -> Action:
    """Something that somebody is to do."""
    return Action(id=f"a-{what}", what=what, who=who, **fields)  # type: ignore[arg-type]


def goal(row: str, text: str, **fields: Any) -> Goal:
    """A goal."""
    return Goal(id=row, text=text, **fields)


def written(told: Meeting, audience: str = "mail") -> str:
    """The text of the minutes."""
    return minutes(told, audience, now=NOW).text
