"""Somebody who types quickly, in an app that takes its keys for those of people."""

from __future__ import annotations

from textual.events import Key
from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.app.driver import KeyRun
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.model.meeting import TABLES, Meeting, Row
from tests.helpers.app_harness import AppHarness, screen_text, wait_until


def typing(harness: AppHarness) -> SipApp:
    """An app whose keys are pressed by people."""
    app = harness.app()
    app.catches_words = True
    return app


async def type_fast(pilot: Pilot[int], words: str) -> None:
    """Type letters, spaces among them, faster than the terminal is read; wait until the last has been handled."""
    app = pilot.app
    assert isinstance(app, SipApp)
    app.post_message(KeyRun([Key("space" if letter == " " else letter, letter) for letter in words]))
    await wait_until(pilot, lambda: not app.has_waiting_keys)


async def shows(pilot: Pilot[int], text: str) -> None:
    """Wait until the screen shows a text."""
    await wait_until(pilot, lambda: text in screen_text(pilot.app))


def record(meeting: Meeting) -> dict[RowId, Row]:
    """The rows of a meeting, but not what nobody reads in it: events and drafts."""
    tables = (table for table in TABLES if table not in {"events", "drafts"})
    return {RowId(table, row.id): row for table in tables for row in meeting.rows(table)}
