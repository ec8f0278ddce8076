"""The demo meeting in a temporary archive, the real app, and a clock that the tests move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.app.seats import app_for
from sip_tui.meeting.log.change import MIN_STAMP, Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting_file import read_meeting_file
from sip_tui.paths import data_path
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive

START = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
ID = "0123456789ab"


class FakeClock:
    """A clock that goes when it is told to."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@cache
def _demo_edits() -> Sequence[Edit]:
    return read_meeting_file(data_path("demo", "meeting.toml"))


class AppHarness:
    """One meeting on disk, which any number of apps can open."""

    def __init__(self, root: Path, file: Path | None = None) -> None:
        self.clock = FakeClock()
        self.archive = Archive(root)
        edits = read_meeting_file(file) if file else _demo_edits()
        self.archive.create(ID, Ledger(last=MIN_STAMP).stamp(edits, int(START.timestamp() * 1000) - 60_000, "new"))

    def app(self, seat: str = "chair") -> SipApp:
        """Open the meeting in a seat, as another terminal does."""
        folder = self.archive.open(ID)
        app = app_for(MeetingSession(folder, self.clock), folder.claim_seat(seat))
        # A notice is there when a test looks for it, however busy the machine is.
        app.NOTIFICATION_TIMEOUT = app.READING_SECONDS = 600  # type: ignore[misc]
        return app

    def on_disk(self) -> Meeting:
        """The meeting as somebody who opens it now would see it."""
        return MeetingSession(self.archive.open(ID), self.clock).meeting


async def wait_until_saved(pilot: Pilot[int], app: SipApp) -> None:
    """Wait until everything written is on the disk and shown."""
    await pilot.pause()
    for _ in range(100):
        if not app.session.unsaved:
            break
        await pilot.pause(0.02)
    await pilot.pause()


async def wait_until(pilot: Pilot[Any], condition: Callable[[], bool]) -> None:
    """Wait until something has happened, for instance what another seat has written is shown; at most five seconds."""
    for _ in range(250):
        if condition():
            break
        await pilot.pause(0.02)
    await pilot.pause()
    assert condition()


async def advance_clock(pilot: Pilot[int], app: SipApp, clock: FakeClock, minutes: float) -> None:
    """Let minutes pass, the other seats be seen, and the clocks be painted."""
    clock.advance(minutes)
    app.session.look_around()
    app.tick()
    await pilot.pause()


async def go_to_mode(pilot: Pilot[int], app: SipApp, mode: str) -> None:
    """Switch to a mode, and wait until it is drawn."""
    await app.switch_mode(mode)
    await pilot.pause()
    await pilot.pause()


def screen_text(app: App[Any]) -> str:
    """Return the text of the screen as it is painted."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())
