"""A long meeting: it ends when the clock on the wall says so, and lunch comes at its time."""

from __future__ import annotations

from datetime import timedelta

from sip_tui.meeting.log.change import Edit, Value, format_time
from sip_tui.meeting.time.agenda import (
    close_meeting,
    days_early,
    is_early,
    resume,
    snooze_break,
    start_break,
    time_early,
)
from tests.helpers.meeting_fixture import START, MeetingFixture


def long_day() -> MeetingFixture:
    """A meeting from 13 to 16 with 45 minutes of lunch at 14."""
    fixture = MeetingFixture()
    ends, lunch = (format_time(START + timedelta(hours=hours)) for hours in (3, 1))
    cells: dict[str, Value] = {"minutes": 120, "ends": ends, "lunch": lunch, "lunch_minutes": 45}
    fixture.write(tuple(Edit("about", "meeting", name, value) for name, value in cells.items()))
    fixture.open()
    return fixture


def minutes(left: timedelta) -> float:
    return left.total_seconds() / 60


def test_end_by_the_wall_clock_counts_lunch_that_is_to_come() -> None:
    fixture = long_day()
    assert minutes(fixture.timing.meeting_left) == 3 * 60 - 45
    fixture.wait(60)
    fixture.write(start_break(fixture.moment()))
    fixture.wait(50)
    assert minutes(fixture.timing.meeting_left) == 70, "a long lunch takes from the meeting"
    fixture.write(resume(fixture.moment()))
    fixture.wait(75)
    assert minutes(fixture.timing.meeting_left) == -5
    fixture.write(close_meeting(fixture.moment()))
    assert minutes(fixture.timing.meeting_left) == 120 - 60 - 75


def test_lunch_is_due_at_its_time_until_a_break_is_begun() -> None:
    fixture = long_day()
    fixture.wait(20)
    fixture.write((*start_break(fixture.moment()), *resume(fixture.moment())))
    fixture.wait(39)
    assert not fixture.timing.lunch_due
    fixture.wait(1)
    assert fixture.timing.lunch_due
    assert fixture.timing.break_due
    fixture.write(snooze_break(fixture.moment()))
    assert not fixture.timing.lunch_due
    fixture.wait(5)
    assert fixture.timing.lunch_due
    fixture.write(start_break(fixture.moment()))
    assert not fixture.timing.lunch_due
    fixture.write(resume(fixture.moment()))
    fixture.wait(1)
    assert not fixture.timing.lunch_due


def test_lunch_that_was_skipped_is_not_asked_for_all_afternoon() -> None:
    fixture = long_day()
    fixture.wait(60 + 45)
    assert not fixture.timing.lunch_due


def test_meeting_without_an_end_has_its_length() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.wait(20)
    assert minutes(fixture.timing.meeting_left) == 40
    assert not fixture.timing.lunch_due


def test_days_until_the_planned_day_are_counted_while_not_open() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("about", "meeting", "start", format_time(START)),))
    assert days_early(fixture.meeting, START - timedelta(days=3)) == 3
    assert days_early(fixture.meeting, START + timedelta(days=3)) == 0
    fixture.open()
    assert days_early(fixture.meeting, START - timedelta(days=3)) == 0


def test_opening_is_asked_about_until_a_quarter_before() -> None:
    fixture = MeetingFixture()
    assert not is_early(fixture.meeting, START - timedelta(hours=3)), "it has no time"
    fixture.write((Edit("about", "meeting", "start", format_time(START)),))
    early = {minutes: is_early(fixture.meeting, START - timedelta(minutes=minutes)) for minutes in (180, 16, 15, -5)}
    assert early == {180: True, 16: True, 15: False, -5: False}
    assert time_early(fixture.meeting, START - timedelta(minutes=20)) == timedelta(minutes=20)
    fixture.open()
    assert not is_early(fixture.meeting, START - timedelta(hours=3))
