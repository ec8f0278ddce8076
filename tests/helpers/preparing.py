"""A meeting before it is called, as its screen shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from textual.pilot import Pilot
from textual.widgets import Input, Static

from sip_tui.app.app import SipApp
from sip_tui.app.launch import create_empty
from sip_tui.app.other_apps import PreparingApp
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive
from tests.helpers.app_harness import FakeClock, screen_text

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def preparing(archive: Archive) -> PreparingApp:
    """The program after the key for a new meeting on the start screen."""
    folder = create_empty(archive)
    return PreparingApp(MeetingSession(folder, FakeClock(NOW)), folder.claim_seat("chair"))


def value(app: SipApp, field: str, text: str) -> None:
    app.screen.query_one(f"#field-{field}", Input).value = text


def feedback(app: SipApp) -> str:
    return str(app.screen.query_one("#form-feedback", Static).content)


async def wait_until_said(pilot: Pilot[int], app: SipApp, said: str) -> None:
    """Wait until the form reads something back."""
    await until(pilot, lambda: said in feedback(app))


def is_shown(app: SipApp, said: str) -> bool:
    return said in screen_text(app).replace("\n", " ")


async def until(pilot: Pilot[int], is_so: Callable[[], bool]) -> None:
    """Wait for what a timer brings about."""
    for _wait in range(100):
        if is_so():
            return
        await pilot.pause(0.05)
    assert is_so()
