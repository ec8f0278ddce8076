"""In a round everybody is heard: the family too, and nobody for so long that the others are not (rows 22, 189)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.model.enums import FAMILY, HERE, NON_SPEAKING, Kind, Presence
from sip_tui.meeting.people import floor
from sip_tui.meeting.people.attendance import set_presence
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.agenda import PHASES, planned_minutes
from sip_tui.meeting.time.timeline import Timing, timing_at
from tests.helpers.meeting_fixture import MeetingFixture

EVERYBODY = ("p1", "p2", "p3", "p4", "p5")
"""The person, the mother, two actors and the interpreter."""


def round_in(phase: str = "situation") -> MeetingFixture:
    """Everybody is here, and a phase has begun."""
    table = MeetingFixture()
    for who in EVERYBODY:
        table.write(set_presence(table.meeting, who, Presence.PRESENT, table.moment()))
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    table.write(floor.change_phase(table.meeting, phase, table.moment()))
    return table


def at(table: MeetingFixture) -> Timing:
    return timing_at(table.meeting, table.now)


def give(table: MeetingFixture, who: str, minutes: float = 0) -> None:
    table.write(floor.give_floor(table.meeting, who, at(table).phase, table.moment()))
    table.wait(minutes)


def waits(table: MeetingFixture) -> bool:
    return floor.is_family_unheard(table.meeting, at(table))


def lasted(table: MeetingFixture) -> float | None:
    long = floor.long_turn_length(table.meeting, at(table), table.now)
    return long.total_seconds() / 60 if long else None


def test_family_reminder_at_half_of_phase() -> None:
    table = round_in()
    half = planned_minutes(table.meeting)["situation"] / 2
    give(table, "p1", 2)
    give(table, "p3", half - 2.1)
    assert not waits(table)
    table.wait(0.1)
    assert waits(table)
    give(table, "p2")
    assert not waits(table)


def test_family_reminder_waits_for_person() -> None:
    table = round_in()
    give(table, "p3", 10)
    assert not waits(table)
    give(table, "p1")
    assert waits(table)


def test_family_reminder_without_absent_child() -> None:
    table = round_in()
    table.write(set_presence(table.meeting, "p1", Presence.EXCUSED, table.moment()))
    table.wait(10)
    assert waits(table)


def test_absent_family_gives_no_reminder() -> None:
    table = round_in()
    table.write(set_presence(table.meeting, "p2", Presence.MISSING, table.moment()))
    give(table, "p1", 10)
    assert not waits(table)


def test_family_reminder_starts_over_in_phase() -> None:
    table = round_in()
    give(table, "p1", 1)
    give(table, "p2", 9)
    table.write(floor.end_turns(table.meeting, table.moment()))
    table.write(floor.change_phase(table.meeting, "needs", table.moment()))
    give(table, "p1", planned_minutes(table.meeting)["needs"] / 2)
    assert waits(table)


@pytest.mark.parametrize("phase", PHASES)
def test_long_turn_after_three_minutes_in_round(phase: str) -> None:
    table = round_in(phase)
    give(table, "p3", 2.9)
    assert lasted(table) is None
    table.wait(0.1)
    assert lasted(table) == (3 if phase in {"situation", "needs"} else None)


@pytest.mark.parametrize(("who", "told"), [("p1", None), ("p2", 5), ("p4", 5), ("p5", None)])
def test_long_turn_never_for_person_or_interpreter(who: str, told: float | None) -> None:
    table = round_in()
    give(table, who, 5)
    assert lasted(table) == told


def test_long_turn_excludes_break() -> None:
    table = round_in()
    give(table, "p3", 2)
    table.write(agenda.start_break(table.moment()))
    table.wait(10)
    assert lasted(table) is None
    table.write(agenda.resume(table.moment()))
    assert lasted(table) is None
    table.wait(1)
    assert lasted(table) == 3


def test_long_turn_counts_only_present_turn() -> None:
    table = round_in()
    give(table, "p3", 4)
    assert lasted(table) == 4
    give(table, "p4", 1)
    give(table, "p3", 2)
    assert lasted(table) is None


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["give", "end", "phase", "break", "resume", "away"]),
        st.sampled_from(EVERYBODY),
        st.integers(0, 8),
    ),
    max_size=14,
)


def play(deeds: list[tuple[str, str, int]]) -> MeetingFixture:
    table = round_in()
    for number, (deed, who, minutes) in enumerate(deeds):
        match deed:
            case "give":
                give(table, who)
            case "end":
                table.write(floor.end_turns(table.meeting, table.moment()))
            case "phase":
                table.write(floor.change_phase(table.meeting, PHASES[number % len(PHASES)], table.moment()))
            case "break":
                table.write(agenda.start_break(table.moment()))
            case "resume":
                table.write(agenda.resume(table.moment()))
            case "away":
                table.write(set_presence(table.meeting, who, Presence.EXCUSED, table.moment()))
        table.wait(minutes)
    return table


@given(DEEDS)
@settings(max_examples=120, deadline=None)
def test_round_reminders_hold_for_any_history(deeds: list[tuple[str, str, int]]) -> None:
    table = play(deeds)
    meeting, now = table.meeting, at(table)
    family = [one for one in meeting.participants if one.kind in FAMILY - {Kind.PERSON} and one.presence in HERE]
    if waits(table):
        assert now.running
        assert family
        assert now.spent[now.phase] * 2 >= timedelta(minutes=planned_minutes(meeting)[now.phase])
        assert not any(floor.is_heard(meeting, one.id, now.phase) for one in family)
    speaker, long = floor.current_speaker(meeting), floor.long_turn_length(meeting, now, table.now)
    if long is not None:
        assert speaker is not None
        assert speaker.kind not in NON_SPEAKING | {Kind.PERSON}
        assert floor.LONG_TURN <= long <= floor.talk_times(meeting, table.now)[speaker.id]
        assert now.running
        assert now.phase in floor.ROUND_PHASES
