"""A meeting that nobody closed: the end and the breaks are offered from what was written, and never guessed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.people.floor import give_floor
from sip_tui.meeting.time.agenda import close_meeting, pause, resume
from sip_tui.meeting.time.forgotten import ForgottenEnd, Gap, end_at, forgotten_end
from tests.helpers.meeting_fixture import START, MeetingFixture


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def left_open(*minutes: float) -> tuple[MeetingFixture, ForgottenEnd | None]:
    """A meeting in which something was written at these minutes, looked at the next morning."""
    fixture = MeetingFixture()
    fixture.open()
    return fixture, forgotten_end(fixture.meeting, [at(minute) for minute in minutes], at(20 * 60))


def test_end_is_offered_when_something_was_written_last() -> None:
    _fixture, found = left_open(5, 18, 30.5, 44, 58.2)
    assert found == ForgottenEnd(at(59), at(60), ())


def test_planned_end_is_left_out_when_it_is_the_same() -> None:
    _fixture, found = left_open(15, 30, 45, 60)
    assert found == ForgottenEnd(at(60), None, ())


def test_meeting_that_goes_on_or_is_closed_is_left_alone() -> None:
    fixture = MeetingFixture()
    assert forgotten_end(fixture.meeting, [], at(500)) is None
    fixture.open()
    assert forgotten_end(fixture.meeting, [at(50)], at(100)) is None
    fixture.write(close_meeting(fixture.moment()))
    assert forgotten_end(fixture.meeting, [], at(500)) is None


def test_long_silences_are_gaps_but_pauses_are_not() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.wait(10)
    fixture.write(pause(fixture.moment()))
    fixture.wait(30)
    fixture.write(resume(fixture.moment()))
    stamps = [at(minute) for minute in (5, 41, 50, 95, 96)]
    found = forgotten_end(fixture.meeting, stamps, at(20 * 60))
    assert found is not None
    assert found.gaps == (Gap(at(50), at(95)),)


def test_chosen_end_closes_the_meeting_then_with_its_breaks() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.write(give_floor(fixture.meeting, "p3", "opening", fixture.moment()))
    gaps = (Gap(at(10), at(35)), Gap(at(70), at(95)))
    fixture.write(end_at(fixture.meeting, at(60), ["x1", "x2", "x3", "x4", "x5"], gaps))
    fixture.wait(20 * 60)
    timing = fixture.timing
    assert timing.closed == at(60)
    assert sum(timing.spent.values(), timedelta()) == timedelta(minutes=35)
    assert [turn.ended for turn in fixture.meeting.turns] == [at(60)]
    assert Edit("events", "x4", "kind", "break") not in end_at(fixture.meeting, at(60), ["x1", "x2", "x3"], gaps)
