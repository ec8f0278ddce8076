"""In a round everybody is heard: the family too, and nobody for so long that the others are not (rows 22, 189)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.model.enums import FAMILY, HERE, NON_SPEAKING, Kind, Presence
from sip_tui.meeting.people import floor
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.agenda import PHASES, planned_minutes
from sip_tui.meeting.time.timeline import Timing
from tests.helpers.meeting_fixture import MeetingFixture

EVERYBODY = ("p1", "p2", "p3", "p4", "p5")
"""The person, the mother, two actors and the interpreter."""


def round_in(phase: str = "situation") -> MeetingFixture:
    """Everybody is here, and a phase has begun."""
    fixture = MeetingFixture()
    for who in EVERYBODY:
        fixture.set_presence(Presence.PRESENT, who)
    fixture.open()
    fixture.write(floor.change_phase(fixture.meeting, phase, fixture.moment()))
    return fixture


def at(fixture: MeetingFixture) -> Timing:
    return fixture.timing


def give(fixture: MeetingFixture, who: str, minutes: float = 0) -> None:
    fixture.write(floor.give_floor(fixture.meeting, who, at(fixture).phase, fixture.moment()))
    fixture.wait(minutes)


def waits(fixture: MeetingFixture) -> bool:
    return floor.is_family_unheard(fixture.meeting, at(fixture))


def lasted(fixture: MeetingFixture) -> float | None:
    long = floor.long_turn_length(fixture.meeting, at(fixture), fixture.now)
    return long.total_seconds() / 60 if long else None


def test_family_reminder_at_half_of_phase() -> None:
    fixture = round_in()
    half = planned_minutes(fixture.meeting)["situation"] / 2
    give(fixture, "p1", 2)
    give(fixture, "p3", half - 2.1)
    assert not waits(fixture)
    fixture.wait(0.1)
    assert waits(fixture)
    give(fixture, "p2")
    assert not waits(fixture)


def test_family_reminder_waits_for_person() -> None:
    fixture = round_in()
    give(fixture, "p3", 10)
    assert not waits(fixture)
    give(fixture, "p1")
    assert waits(fixture)


def test_family_reminder_without_absent_child() -> None:
    fixture = round_in()
    fixture.set_presence(Presence.EXCUSED, "p1")
    fixture.wait(10)
    assert waits(fixture)


def test_absent_family_gives_no_reminder() -> None:
    fixture = round_in()
    fixture.set_presence(Presence.MISSING, "p2")
    give(fixture, "p1", 10)
    assert not waits(fixture)


def test_family_reminder_starts_over_in_phase() -> None:
    fixture = round_in()
    give(fixture, "p1", 1)
    give(fixture, "p2", 9)
    fixture.write(floor.end_turns(fixture.meeting, fixture.moment()))
    fixture.write(floor.change_phase(fixture.meeting, "needs", fixture.moment()))
    give(fixture, "p1", planned_minutes(fixture.meeting)["needs"] / 2)
    assert waits(fixture)


@pytest.mark.parametrize("phase", PHASES)
def test_long_turn_after_three_minutes_in_round(phase: str) -> None:
    fixture = round_in(phase)
    give(fixture, "p3", 2.9)
    assert lasted(fixture) is None
    fixture.wait(0.1)
    assert lasted(fixture) == (3 if phase in {"situation", "needs"} else None)


@pytest.mark.parametrize(("who", "told"), [("p1", None), ("p2", 5), ("p4", 5), ("p5", None)])
def test_long_turn_never_for_person_or_interpreter(who: str, told: float | None) -> None:
    fixture = round_in()
    give(fixture, who, 5)
    assert lasted(fixture) == told


def test_long_turn_excludes_break() -> None:
    fixture = round_in()
    give(fixture, "p3", 2)
    fixture.write(agenda.start_break(fixture.moment()))
    fixture.wait(10)
    assert lasted(fixture) is None
    fixture.write(agenda.resume(fixture.moment()))
    assert lasted(fixture) is None
    fixture.wait(1)
    assert lasted(fixture) == 3


def test_long_turn_counts_only_present_turn() -> None:
    fixture = round_in()
    give(fixture, "p3", 4)
    assert lasted(fixture) == 4
    give(fixture, "p4", 1)
    give(fixture, "p3", 2)
    assert lasted(fixture) is None


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["give", "end", "phase", "break", "resume", "away"]),
        st.sampled_from(EVERYBODY),
        st.integers(0, 8),
    ),
    max_size=14,
)


def play(deeds: list[tuple[str, str, int]]) -> MeetingFixture:
    fixture = round_in()
    for number, (deed, who, minutes) in enumerate(deeds):
        match deed:
            case "give":
                give(fixture, who)
            case "end":
                fixture.write(floor.end_turns(fixture.meeting, fixture.moment()))
            case "phase":
                fixture.write(floor.change_phase(fixture.meeting, PHASES[number % len(PHASES)], fixture.moment()))
            case "break":
                fixture.write(agenda.start_break(fixture.moment()))
            case "resume":
                fixture.write(agenda.resume(fixture.moment()))
            case "away":
                fixture.set_presence(Presence.EXCUSED, who)
        fixture.wait(minutes)
    return fixture


@given(DEEDS)
@settings(max_examples=120, deadline=None)
def test_round_reminders_hold_for_any_history(deeds: list[tuple[str, str, int]]) -> None:
    fixture = play(deeds)
    meeting, now = fixture.meeting, at(fixture)
    family = [
        participant
        for participant in meeting.participants
        if participant.kind in FAMILY - {Kind.PERSON} and participant.presence in HERE
    ]
    if waits(fixture):
        assert now.running
        assert family
        assert now.spent[now.phase] * 2 >= timedelta(minutes=planned_minutes(meeting)[now.phase])
        assert not any(floor.is_heard(meeting, participant.id, now.phase) for participant in family)
    speaker, long = floor.current_speaker(meeting), floor.long_turn_length(meeting, now, fixture.now)
    if long is not None:
        assert speaker is not None
        assert speaker.kind not in NON_SPEAKING | {Kind.PERSON}
        assert floor.LONG_TURN <= long <= floor.talk_times(meeting, fixture.now)[speaker.id]
        assert now.running
        assert now.phase in floor.ROUND_PHASES


def test_a_turn_has_a_length_of_its_own() -> None:
    fixture = round_in()
    assert floor.turn_length(fixture.meeting, fixture.now) == timedelta(0)
    give(fixture, "p3", 2)
    give(fixture, "p2", 1)
    give(fixture, "p3", 0.5)
    assert floor.turn_length(fixture.meeting, fixture.now) == timedelta(seconds=30)
