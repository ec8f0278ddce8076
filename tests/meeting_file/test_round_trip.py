"""Any meeting comes back as it was, and whatever is in a file is read or refused in one line."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.log.change import format_time
from sip_tui.meeting.model.enums import Answer, Horizon, Kind, Presence, Seat, Status
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


POINTERS = ("coordinator", "booked_by", "contact", "convener", "told_by")
WORDS = ("authority", "phone", "wish", "place", "unbooked", "evaluation", "urgent", "changed")


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    people = [f"p{number}" for number in range(draw(st.integers(0, 4)))]
    mains = [f"g{number}" for number in range(draw(st.integers(0, 3)))]
    somebody, some_goal = st.sampled_from(["", *people]), st.sampled_from(["", *mains])
    pads = draw(st.sets(st.tuples(st.sampled_from(PHASES), st.sampled_from(list(Seat)))))
    phases = draw(st.sets(st.sampled_from(PHASES)))
    return Meeting(
        about=MeetingInfo(
            id="meeting",
            type=draw(texts.filter(str.strip)),
            title=draw(texts),
            start=draw(times),
            minutes=draw(st.integers(1, 1440)),
            questions=tuple(draw(st.lists(texts, max_size=3))),
            called_by=draw(somebody),
            follow_up=draw(texts),
        ),
        person=Person(
            id="person",
            called=draw(texts),
            matters=draw(texts),
            stamina_minutes=draw(st.integers(0, 1440)),
            child=draw(st.booleans()),
            strengths=draw(texts),
            kept_out=draw(texts),
            consent_until=draw(texts),
        ),
        between=InterimPlan(
            id="between",
            **{field: draw(somebody) for field in POINTERS},  # type: ignore[arg-type]
            **{field: draw(texts) for field in WORDS},  # type: ignore[arg-type]
        ),
        participants=tuple(
            Participant(
                id=participant,
                order=order,
                name=draw(texts),
                kind=draw(st.sampled_from(Kind)),
                role=draw(texts),
                organisation=draw(texts),
                email=draw(texts),
                phone=draw(texts),
                key_person=draw(st.booleans()),
                presence=draw(st.sampled_from(Presence)),
                consent=draw(st.sampled_from(["", "written", "oral"]) | st.just("ring först")),
            )
            for order, participant in enumerate(people)
        ),
        needs=tuple(Need(id=f"n{at + 1}", order=at, text=draw(texts)) for at in range(draw(st.integers(0, 3)))),
        phases=tuple(PhaseTime(id=phase, minutes=draw(st.integers(0, 1440))) for phase in sorted(phases)),
        notes=tuple(
            Pad(id=pad_id(phase, seat), phase=phase, seat=seat.value, text=draw(texts)) for phase, seat in sorted(pads)
        ),
        goals=tuple(
            Goal(
                id=goal,
                order=order,
                text=draw(texts),
                horizon=draw(st.sampled_from(Horizon)),
                owner=draw(somebody),
                resources=draw(texts),
            )
            for order, goal in enumerate(mains)
        ),
        actions=tuple(
            Action(
                id=f"a{at + 1}",
                order=at,
                what=draw(texts),
                who=draw(somebody),
                when=draw(texts),
                how_often=draw(texts),
                where=draw(texts),
                goal=draw(some_goal),
                status=draw(st.sampled_from(Status)),
                manages=draw(st.sampled_from([Answer.YES, Answer.NO])),
            )
            for at in range(draw(st.integers(0, 3)))
        ),
        accounts=tuple(
            SituationAccount(
                id=participant, works=draw(texts), works_not=draw(texts), wishes=draw(texts), support=draw(texts)
            )
            for participant in people
        ),
        ongoing=tuple(
            Ongoing(id=f"o{at + 1}", order=at, what=draw(texts.filter(str.strip)), who=draw(somebody))
            for at in range(draw(st.integers(0, 2)))
        ),
        questions=tuple(
            Question(id=f"q{at + 1}", order=at, text=f"{draw(texts)} ny {at}", answer=draw(texts))
            for at in range(draw(st.integers(0, 2)))
        ),
        terms=tuple(
            Term(id=f"t{at + 1}", order=at, term=draw(texts), raised_by=draw(somebody), answer=draw(texts))
            for at in range(draw(st.integers(0, 3)))
        ),
    )


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
