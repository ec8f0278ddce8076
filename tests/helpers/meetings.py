"""Meetings to write minutes of: the shipped cases, and small ones made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Kind, Presence
from sip_tui.meeting.model.meeting import (
    Action,
    Disagreement,
    Event,
    Feedback,
    Goal,
    Information,
    InterimPlan,
    Meeting,
    MeetingInfo,
    Need,
    Ongoing,
    Pad,
    Participant,
    Person,
    Question,
    Quote,
    Resolution,
    SituationAccount,
    Term,
)
from sip_tui.meeting_file import read_meeting_file
from sip_tui.minutes.render import minutes
from sip_tui.paths import data_path

START = datetime(2026, 11, 27, 13, 2, tzinfo=ZoneInfo("Europe/Stockholm"))
NOW = START + timedelta(hours=2)


def case(*path: str) -> Meeting:
    """Read a shipped meeting file."""
    ledger = Ledger()
    ledger.add(ledger.stamp(read_meeting_file(data_path(*path)), 1, "test"))
    return MeetingProjection(ledger).meeting


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
        about=MeetingInfo(
            id="meeting", type="SIP", start=START, called_by="p3", follow_up="2027-01-29", mail_notes=True
        ),
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


POINTERS = ("coordinator", "booked_by", "contact", "convener", "told_by")
WORDS = ("authority", "phone", "wish", "place", "unbooked", "evaluation", "urgent", "changed")


def meeting_of(names: list[str], text: str) -> Meeting:
    """A meeting where ``text`` stands in every free field, and the people have these names."""
    kinds = (Kind.PERSON, Kind.GUARDIAN, Kind.ACTOR, Kind.ACTOR, Kind.INTERPRETER)
    roles = ("", "mamma", "kurator", text, "tolk")
    people = tuple(
        somebody(number, name, kind=kind, role=role, organisation=text if kind is Kind.ACTOR else "")
        for number, (name, kind, role) in enumerate(zip(names, kinds, roles, strict=False))
    )
    told: dict[str, Any] = {
        "about": replace(meeting().about, type=text, purpose=text, questions=(text,), follow_up=text, place=text),
        "participants": people,
        "notes": (noted(text), noted("pad-of-the-chair", "chair")),
        "needs": (Need(id="n1", text=text),),
        "goals": (goal("g1", text, by=text, resources=text),),
        "actions": (action(text, "p1", when=text, how_often=text, where=text, goal="g1"), action(text, "")),
        "terms": (Term(id="t1", term=text, answer=text), Term(id="t2", term=text)),
        "disagreements": (Disagreement(id="d1", text=text),),
        "accounts": tuple(SituationAccount(id=who, **dict.fromkeys(SLOTS, text)) for who in ("p0", "p1", "p2")),  # type: ignore[arg-type]
        "ongoing": (Ongoing(id="o1", what=text, who="p2", works=text, works_not=text),),
        "quotes": (Quote(id="q1", text=text, who="p0"), Quote(id="q2", text=text, who="p1")),
        "resolutions": (Resolution(id="r1", text=text),),
        "information": (Information(id="i1", text=text),),
        "questions": (Question(id="f1", text=text, answer=text), Question(id="f2", text=text)),
        "feedback": (Feedback(id="p0", words=text, wonders=text), Feedback(id="p1", words=text)),
        "between": InterimPlan(id="between", **dict.fromkeys(POINTERS, "p2"), **dict.fromkeys(WORDS, text)),  # type: ignore[arg-type]
    }
    person = Person(id="person", called=names[0], matters=text, strengths=text, kept_out=text, consent_until=text)
    return meeting(**told, person=person)
