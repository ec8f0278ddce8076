"""Time: computed from what happened, right after a pause, a break, a restart and a clock that was set back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import Timing, timing_at
from tests.helpers.meeting_fixture import MeetingFixture


def minutes(span: timedelta) -> float:
    return span.total_seconds() / 60


def at(table: MeetingFixture) -> Timing:
    return timing_at(table.meeting, table.now)


def opened() -> MeetingFixture:
    table = MeetingFixture()
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    return table


def test_no_clock_runs_before_opening() -> None:
    table = MeetingFixture()
    table.wait(10)
    assert at(table).phase == ""
    assert minutes(at(table).meeting_left) == 60


def test_time_counts_for_phase_and_meeting() -> None:
    table = opened()
    table.wait(4)
    assert minutes(at(table).phase_left) == 2
    assert minutes(at(table).meeting_left) == 56


def test_reentered_phase_clock_continues() -> None:
    table = opened()
    table.wait(2)
    table.write(agenda.enter_phase(table.meeting, "situation", table.moment()))
    table.wait(5)
    table.write(agenda.enter_phase(table.meeting, "opening", table.moment()))
    table.wait(1)
    assert minutes(at(table).spent["opening"]) == 3
    assert minutes(at(table).spent["situation"]) == 5


def test_add_minutes_never_below_zero() -> None:
    table = opened()
    table.write(agenda.add_minutes(table.meeting, "opening", 5))
    assert minutes(at(table).phase_left) == 11
    table.write(agenda.add_minutes(table.meeting, "opening", -50))
    assert agenda.planned_minutes(table.meeting)["opening"] == 0


def test_pause_stops_all_clocks() -> None:
    table = opened()
    table.wait(1)
    table.write(agenda.pause(table.moment()))
    table.wait(30)
    assert minutes(at(table).phase_left) == 5
    table.write(agenda.resume(table.moment()))
    table.wait(1)
    assert minutes(at(table).phase_left) == 4


def test_break_due_by_stamina_and_snoozed() -> None:
    table = opened()
    table.write((Edit("person", "person", "stamina_minutes", 20),))
    table.wait(19)
    assert not at(table).break_due
    table.wait(1)
    assert at(table).break_due
    table.write(agenda.snooze_break(table.moment()))
    assert not at(table).break_due
    table.wait(5)
    assert at(table).break_due


def test_default_break_due_after_45_minutes() -> None:
    table = opened()
    table.wait(44)
    assert not at(table).break_due
    table.wait(1)
    assert at(table).break_due


def test_break_interval_restarts_after_break() -> None:
    table = opened()
    table.wait(45)
    table.write(agenda.start_break(table.moment()))
    table.wait(10)
    assert at(table).on_break
    assert not at(table).break_due
    table.write(agenda.resume(table.moment()))
    table.wait(1)
    assert minutes(at(table).since_break) == 1
    assert minutes(at(table).meeting_left) == 14


def test_closed_meeting_clocks_stop() -> None:
    table = opened()
    table.wait(10)
    table.write(agenda.close_meeting(table.moment()))
    table.wait(100)
    assert minutes(at(table).meeting_left) == 50
    assert not at(table).running


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
    table = opened()
    for deed, wait in deeds:
        press(table, deed)
        table.wait(-wait if deed == "wait back" else wait)
        after = at(table)
        assert all(span >= timedelta(0) for span in after.spent.values())
        assert after.since_break >= timedelta(0)
        assert after.meeting_left <= timedelta(minutes=60)


def press(table: MeetingFixture, deed: str) -> None:
    phase, moment = at(table).phase, table.moment()
    step = agenda.adjacent_phase(phase, 1 if deed == "phase" else -1) or "opening"
    edits: dict[str, Callable[[], tuple[Edit, ...]]] = {
        "phase": lambda: agenda.enter_phase(table.meeting, step, moment),
        "back": lambda: agenda.enter_phase(table.meeting, step, moment),
        "pause": lambda: agenda.pause(moment),
        "break": lambda: agenda.start_break(moment),
        "resume": lambda: agenda.resume(moment),
        "snooze": lambda: agenda.snooze_break(moment),
        "close": lambda: agenda.close_meeting(moment),
        "more": lambda: agenda.add_minutes(table.meeting, "needs", 5),
        "wait back": lambda: (),
    }
    table.write(edits[deed]())
