"""Any meeting comes back as it was, and whatever is in a file is read or refused in one line."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.log.change import format_time
from sip_tui.meeting.model.enums import Answer, Consent, Horizon, Kind, Presence, RowT, Seat, Status
from sip_tui.meeting.model.meeting import (
    Action,
    Goal,
    InterimPlan,
    Meeting,
    MeetingInfo,
    Need,
    Ongoing,
    Pad,
    Participant,
    Person,
    PhaseTime,
    Question,
    SituationAccount,
    Term,
)
from sip_tui.meeting.model.text import clean
from sip_tui.meeting.notes.pads import pad_id
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting_file import MeetingFileError, read_meeting_file
from tests.helpers.meeting_files import meeting_of

texts = st.text(st.characters(codec="utf-8"), max_size=20).map(clean)
times = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000)
)

Cells = dict[str, st.SearchStrategy[Any]]
POINTERS = ("coordinator", "booked_by", "contact", "convener", "told_by")
WORDS = ("authority", "phone", "wish", "place", "unbooked", "evaluation", "urgent", "changed")


ABOUT = st.builds(
    MeetingInfo,
    id=st.just("meeting"),
    type=texts.filter(str.strip),
    title=texts,
    start=times,
    minutes=st.integers(1, 1440),
    questions=st.lists(texts, max_size=3).map(tuple),
    follow_up=texts,
)
PERSON = st.builds(
    Person,
    id=st.just("person"),
    stamina_minutes=st.integers(0, 1440),
    child=st.booleans(),
    **dict.fromkeys(("called", "matters", "strengths", "kept_out", "consent_until"), texts),
)
PARTICIPANT: Cells = {
    **dict.fromkeys(("name", "role", "organisation", "email", "phone"), texts),
    "kind": st.sampled_from(Kind),
    "key_person": st.booleans(),
    "presence": st.sampled_from(Presence),
    "consent": st.sampled_from(Consent),
}
GOAL: Cells = {"text": texts, "horizon": st.sampled_from(Horizon), "resources": texts}
ACTION: Cells = {
    **dict.fromkeys(("what", "when", "how_often", "where"), texts),
    "status": st.sampled_from(Status),
    "manages": st.sampled_from([Answer.YES, Answer.NO]),
}


def ids(draw: st.DrawFn, letter: str, most: int, first: int = 1) -> list[str]:
    return [f"{letter}{number}" for number in range(first, first + draw(st.integers(0, most)))]


def rows(draw: st.DrawFn, kind: type[RowT], names: list[str], /, **cells: st.SearchStrategy[Any]) -> tuple[RowT, ...]:
    """Draw a row for each id, in this order."""
    return tuple(draw(st.builds(kind, id=st.just(name), order=st.just(at), **cells)) for at, name in enumerate(names))


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    people, goals = ids(draw, "p", 4, first=0), ids(draw, "g", 3, first=0)
    somebody, some_goal = st.sampled_from(["", *people]), st.sampled_from(["", *goals])
    pads = draw(st.sets(st.tuples(st.sampled_from(PHASES), st.sampled_from(list(Seat)))))
    phases = draw(st.sets(st.sampled_from(PHASES)))
    between = {**dict.fromkeys(POINTERS, somebody), **dict.fromkeys(WORDS, texts)}
    account = dict.fromkeys(("works", "works_not", "wishes", "support"), texts)
    person = draw(PERSON)
    return Meeting(
        about=replace(draw(ABOUT), called_by=draw(somebody)),
        person=person,
        between=draw(st.builds(InterimPlan, id=st.just("between"), **between)),
        participants=_about_one(rows(draw, Participant, people, **PARTICIPANT), child=person.child),
        needs=rows(draw, Need, ids(draw, "n", 3), text=texts),
        phases=tuple(PhaseTime(id=phase, minutes=draw(st.integers(0, 1440))) for phase in sorted(phases)),
        notes=tuple(
            Pad(id=pad_id(phase, seat), phase=phase, seat=seat.value, text=draw(texts)) for phase, seat in sorted(pads)
        ),
        goals=rows(draw, Goal, goals, owner=somebody, **GOAL),
        actions=rows(draw, Action, ids(draw, "a", 3), who=somebody, goal=some_goal, **ACTION),
        accounts=tuple(draw(st.builds(SituationAccount, id=st.just(who), **account)) for who in people),
        ongoing=rows(draw, Ongoing, ids(draw, "o", 2), what=texts.filter(str.strip), who=somebody),
        questions=tuple(
            replace(row, text=f"{row.text} ny {at}")
            for at, row in enumerate(rows(draw, Question, ids(draw, "q", 2), text=texts, answer=texts))
        ),
        terms=rows(draw, Term, ids(draw, "t", 3), term=texts, raised_by=somebody, answer=texts),
    )


def _about_one(people: tuple[Participant, ...], *, child: bool) -> tuple[Participant, ...]:
    """A meeting is about one person, and only a child has guardians: others are next of kin."""
    first = next((who.id for who in people if who.kind is Kind.PERSON), "")
    others = {Kind.PERSON} if child else {Kind.PERSON, Kind.GUARDIAN}
    return tuple(replace(who, kind=Kind.KIN) if who.kind in others and who.id != first else who for who in people)


def as_file(meeting: Meeting) -> dict[str, Any]:
    """Write a meeting in the shape of a prepared meeting."""
    about, start = meeting.about, meeting.about.start
    assert start
    return {
        "meeting": {
            "type": about.type,
            "title": about.title,
            "start": format_time(start),
            "minutes": about.minutes,
            "questions": list(about.questions),
            "called_by": about.called_by,
            "follow_up": about.follow_up,
        },
        "person": {
            "called": meeting.person.called,
            "matters": meeting.person.matters,
            "stamina_minutes": meeting.person.stamina_minutes,
            **_rows((meeting.person,), "child strengths kept_out consent_until")[0],
            "needs": [need.text for need in meeting.needs],
        },
        "between": _rows((meeting.between,), " ".join((*POINTERS, *WORDS)))[0],
        "questions": _rows(meeting.questions, "text answer"),
        "participants": _rows(
            meeting.participants, "id name kind role organisation email phone key_person presence consent"
        ),
        "notes": _rows(meeting.notes, "phase seat text"),
        "goals": _rows(meeting.goals, "id horizon text owner resources"),
        "actions": _rows(meeting.actions, "what who when how_often where goal status manages"),
        "situation": [{"who": account.id, **_rows((account,), " ".join(SLOTS))[0]} for account in meeting.accounts],
        "ongoing": _rows(meeting.ongoing, "what who works works_not"),
        "terms": _rows(meeting.terms, "term raised_by answer"),
        "agenda": {phase.id: phase.minutes for phase in meeting.phases},
    }


def _rows(rows: tuple[Any, ...], names: str) -> list[dict[str, Any]]:
    return [{name: _plain(getattr(row, name)) for name in names.split()} for row in rows]


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(meeting=meetings(), ascii_only=st.booleans())
def test_any_meeting_written_as_json_reads_back_the_same(tmp_path: Path, meeting: Meeting, ascii_only: bool) -> None:
    path = tmp_path / "meeting.json"
    path.write_text(json.dumps(as_file(meeting), ensure_ascii=ascii_only), encoding="utf-8", newline="")
    assert meeting_of(path) == meeting


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from(["meeting", "type", "start", "participants", "id", "name", "notes", "phase", "agenda", "needs"])
nearly = st.dictionaries(
    names, json_values | st.lists(st.dictionaries(names, json_values)) | st.dictionaries(names, json_values)
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables=nearly)
def test_any_file_is_read_or_refused_in_one_line(tmp_path: Path, tables: dict[str, Any]) -> None:
    path = tmp_path / "meeting.json"
    path.write_text(json.dumps(tables))
    assert outcome(path).count("\n") == 0


def outcome(path: Path) -> str:
    """Give what is said: how many edits came in, or why none did."""
    try:
        return f"{len(read_meeting_file(path))} edits"
    except MeetingFileError as error:
        return str(error)
