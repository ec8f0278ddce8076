"""A clock that is set, a laptop that sleeps and a program that is started again leave the meeting's time right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sip_tui.app.seats import app_for
from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.session.clock import MonotonicClock, boot_seconds
from sip_tui.session.session import MeetingSession
from sip_tui.widgets.header import MeetingHeader
from tests.helpers.app_harness import ID, START, AppHarness


class Machine:
    """A machine whose clock somebody sets, and which sleeps now and then."""

    def __init__(self) -> None:
        self.wall, self.passed = START, 100.0

    def wait(self, minutes: float) -> None:
        """Time passes, awake or asleep."""
        self.wall += timedelta(minutes=minutes)
        self.passed += 60 * minutes

    def set_clock(self, minutes: float) -> None:
        self.wall += timedelta(minutes=minutes)

    def clock(self) -> MonotonicClock:
        """The clock of a program that is started now."""
        return MonotonicClock(lambda: self.wall, lambda: self.passed)


@pytest.fixture
def harness(tmp_path: Path) -> Iterator[AppHarness]:
    """The demo meeting on disk, told in Swedish."""
    translation.set_language("sv")
    yield AppHarness(tmp_path / "archive")
    translation.set_language("sv")


def test_the_time_is_that_of_the_machine_and_only_goes_ahead() -> None:
    machine = Machine()
    clock = machine.clock()
    assert clock() == START
    machine.wait(5)
    machine.set_clock(-60)
    assert clock() == START + timedelta(minutes=5)
    machine.set_clock(300)
    machine.wait(1)
    assert clock() == START + timedelta(minutes=6)


def test_clock_advances_to_events_within_max_lead() -> None:
    machine = Machine()
    clock = machine.clock()
    clock.advance_to(START - timedelta(hours=1))
    assert clock() == START
    clock.advance_to(START + timedelta(minutes=3))
    assert clock() == START + timedelta(minutes=3)
    clock.advance_to(START + timedelta(days=400))
    assert clock() == START + timedelta(minutes=3)


def test_the_machines_own_seconds_go_ahead() -> None:
    assert boot_seconds() <= boot_seconds()


async def test_wall_clock_set_back_changes_no_phase_time(harness: AppHarness) -> None:
    machine = Machine()
    folder = harness.archive.open(ID)
    app = app_for(MeetingSession(folder, machine.clock()), folder.claim_seat("chair"))
    async with app.run_test() as pilot:
        app.write((Edit("participants", "p1", "presence", "missing"),))
        await pilot.press("v")
        machine.wait(10)
        await pilot.press("v")
        machine.set_clock(-45)
        machine.wait(2)
        app.tick()
        await pilot.pause()
        at = timing_at(app.meeting, app.session.now())
        assert (at.phase, at.meeting_left) == ("situation", timedelta(minutes=48))
        assert "Mötet: 48 min kvar" in str(app.screen.query_one(MeetingHeader).content)
        app.session.flush()
    later = MeetingSession(harness.archive.open(ID), machine.clock())
    again = app_for(later, "chair-2")
    async with again.run_test():
        at = timing_at(again.meeting, again.session.now())
        assert at.phase == "situation", "a program that starts on the wrong clock goes on from what happened last"
        assert timedelta(minutes=48) <= at.meeting_left <= timedelta(minutes=50)


@pytest.mark.parametrize("behind", [13 * 60, 365 * 24 * 60, 40 * 365 * 24 * 60])
def test_a_meeting_can_be_led_on_with_a_clock_that_is_far_behind(harness: AppHarness, behind: int) -> None:
    """A flat battery, or a wrong clock that was put right: the meeting goes on after what has happened in it."""
    machine = Machine()
    led = MeetingSession(harness.archive.open(ID), machine.clock())
    led.write(agenda.enter_phase(led.meeting, "opening", led.edit_context()))
    assert led.flush()
    machine.set_clock(-behind)
    again = MeetingSession(harness.archive.open(ID), machine.clock())
    assert timing_at(again.meeting, again.now()).phase == "opening"
    machine.wait(1)
    again.write(agenda.enter_phase(again.meeting, "situation", again.edit_context()))
    assert timing_at(again.meeting, again.now()).phase == "situation"


def test_no_event_takes_the_clock_out_of_the_calendar(harness: AppHarness) -> None:
    session = MeetingSession(harness.archive.open(ID), Machine().clock())
    session.write((Edit("events", "e", "at", "9000-01-01T00:00:00.000Z"), Edit("events", "e", "kind", "open")))
    assert session.flush()
    assert MeetingSession(harness.archive.open(ID), Machine().clock()).now() == START
