"""Time: computed from what happened, right after a pause, a break, a restart and a clock that was set back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import Timing, break_ends
from tests.helpers.meeting_fixture import MeetingFixture


def minutes(span: timedelta) -> float:
    return span.total_seconds() / 60


def at(fixture: MeetingFixture) -> Timing:
    return fixture.timing


def opened() -> MeetingFixture:
    fixture = MeetingFixture()
    fixture.open()
    return fixture


def test_no_clock_runs_before_opening() -> None:
    fixture = MeetingFixture()
    fixture.wait(10)
    assert at(fixture).phase == ""
    assert minutes(at(fixture).meeting_left) == 60


def test_time_counts_for_phase_and_meeting() -> None:
    fixture = opened()
    fixture.wait(4)
    assert minutes(at(fixture).phase_left) == 2
    assert minutes(at(fixture).meeting_left) == 56


def test_reentered_phase_clock_continues() -> None:
    fixture = opened()
    fixture.wait(2)
    fixture.write(agenda.enter_phase(fixture.meeting, "situation", fixture.moment()))
    fixture.wait(5)
    fixture.write(agenda.enter_phase(fixture.meeting, "opening", fixture.moment()))
    fixture.wait(1)
    assert minutes(at(fixture).spent["opening"]) == 3
    assert minutes(at(fixture).spent["situation"]) == 5


def test_add_minutes_never_below_zero() -> None:
    fixture = opened()
    fixture.write(agenda.add_minutes(fixture.meeting, "opening", 5))
    assert minutes(at(fixture).phase_left) == 11
    fixture.write(agenda.add_minutes(fixture.meeting, "opening", -50))
    assert agenda.planned_minutes(fixture.meeting)["opening"] == 0


def test_pause_stops_all_clocks() -> None:
    fixture = opened()
    fixture.wait(1)
    fixture.write(agenda.pause(fixture.moment()))
    fixture.wait(30)
    assert minutes(at(fixture).phase_left) == 5
    fixture.write(agenda.resume(fixture.moment()))
    fixture.wait(1)
    assert minutes(at(fixture).phase_left) == 4


def test_break_due_by_stamina_and_snoozed() -> None:
    fixture = opened()
    fixture.write((Edit("person", "person", "stamina_minutes", 20),))
    fixture.wait(19)
    assert not at(fixture).break_due
    fixture.wait(1)
    assert at(fixture).break_due
    fixture.write(agenda.snooze_break(fixture.moment()))
    assert not at(fixture).break_due
    fixture.wait(5)
    assert at(fixture).break_due


def test_default_break_due_after_45_minutes() -> None:
    fixture = opened()
    fixture.wait(44)
    assert not at(fixture).break_due
    fixture.wait(1)
    assert at(fixture).break_due


def test_break_interval_restarts_after_break() -> None:
    fixture = opened()
    fixture.wait(45)
    fixture.write(agenda.start_break(fixture.moment()))
    fixture.wait(10)
    assert at(fixture).on_break
    assert not at(fixture).break_due
    fixture.write(agenda.resume(fixture.moment()))
    fixture.wait(1)
    assert minutes(at(fixture).since_break) == 1
    assert minutes(at(fixture).meeting_left) == 14


def test_closed_meeting_clocks_stop() -> None:
    fixture = opened()
    fixture.wait(10)
    fixture.write(agenda.close_meeting(fixture.moment()))
    fixture.wait(100)
    assert minutes(at(fixture).meeting_left) == 50
    assert not at(fixture).running


def test_adjacent_phase_ends_at_circle_ends() -> None:
    assert agenda.adjacent_phase("", 1) == "opening"
    assert agenda.adjacent_phase("", -1) is None
    assert agenda.adjacent_phase("closing", 1) is None
    assert agenda.adjacent_phase("needs", -1) == "situation"


@given(st.integers(0, 600))
def test_default_minutes_keep_sum_and_needs_longest(total: int) -> None:
    shares = agenda.default_minutes(total)
    assert sum(shares.values()) == total
    assert min(shares.values()) >= 0
    assert max(shares.values()) == shares["needs"]


DEEDS = st.sampled_from(["phase", "back", "pause", "break", "resume", "snooze", "close", "more", "wait back"])


@given(st.lists(st.tuples(DEEDS, st.integers(0, 20))))
def test_no_clock_runs_backwards(deeds: list[tuple[str, int]]) -> None:
    fixture = opened()
    for deed, wait in deeds:
        press(fixture, deed)
        fixture.wait(-wait if deed == "wait back" else wait)
        after = at(fixture)
        assert all(span >= timedelta(0) for span in after.spent.values())
        assert after.since_break >= timedelta(0)
        assert after.meeting_left <= timedelta(minutes=60)


def press(fixture: MeetingFixture, deed: str) -> None:
    phase, moment = at(fixture).phase, fixture.moment()
    step = agenda.adjacent_phase(phase, 1 if deed == "phase" else -1) or "opening"
    edits: dict[str, Callable[[], tuple[Edit, ...]]] = {
        "phase": lambda: agenda.enter_phase(fixture.meeting, step, moment),
        "back": lambda: agenda.enter_phase(fixture.meeting, step, moment),
        "pause": lambda: agenda.pause(moment),
        "break": lambda: agenda.start_break(moment),
        "resume": lambda: agenda.resume(moment),
        "snooze": lambda: agenda.snooze_break(moment),
        "close": lambda: agenda.close_meeting(moment),
        "more": lambda: agenda.add_minutes(fixture.meeting, "needs", 5),
        "wait back": lambda: (),
    }
    fixture.write(edits[deed]())


def test_a_break_at_lunch_is_as_long_as_the_lunch() -> None:
    meeting, began = MeetingFixture().meeting, datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
    lunch = replace(meeting, about=replace(meeting.about, lunch=began + timedelta(minutes=5), lunch_minutes=45))
    on_break = Timing(on_break=True, paused=began)
    assert break_ends(lunch, on_break) == began + timedelta(minutes=50)
    assert break_ends(meeting, on_break) == began + timedelta(minutes=10)
    assert break_ends(meeting, Timing()) is None
