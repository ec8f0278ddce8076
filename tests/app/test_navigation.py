"""The app as it runs in a terminal, where it has no task that Textual's tests give it: keys lead to every mode."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from tests.helpers.app_harness import AppHarness


def test_a_key_and_a_call_lead_on_outside_of_a_test_run(tmp_path: Path) -> None:
    translation.set_language("sv")
    app = AppHarness(tmp_path / "archive").app()
    seen: list[str] = []

    async def lead(pilot: Pilot[object]) -> None:
        """Go by a key, then by an action, and leave."""
        await pilot.press("f5")
        await pilot.pause()
        seen.append(app.current_mode)
        await app.run_action("go('roll_call')")
        await pilot.pause()
        seen.append(app.current_mode)
        app.exit()

    asyncio.run(app.run_async(headless=True, auto_pilot=lead))
    assert seen == ["actions", "roll_call"]


async def test_way_back_that_leads_nowhere_says_which_key_leads_out(swedish: AppHarness) -> None:
    app = swedish.app()
    async with app.run_test() as pilot:
        await pilot.press("escape")
        assert "Tryck Ctrl+Home för alla möten" in notices(app)
        await pilot.press("M", "escape")
        assert app.current_mode == "time"


async def test_a_notice_that_has_been_read_gives_way_to_the_next_key(swedish: AppHarness) -> None:
    app = swedish.app()
    async with app.run_test() as pilot:
        app.notify("Ångrat")
        await pilot.press("down")
        assert "Ångrat" in notices(app)
        app.READING_SECONDS = 0
        await pilot.press("down")
        assert notices(app) == ""
        app.notify("Disken är full", severity="warning")
        await pilot.press("down")
        assert "Disken är full" in notices(app)


@pytest.fixture
def swedish(tmp_path: Path) -> AppHarness:
    translation.set_language("sv")
    return AppHarness(tmp_path / "archive")


def notices(app: SipApp) -> str:
    return " ".join(notice.message for notice in app._notifications)
