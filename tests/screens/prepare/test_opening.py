"""Opening the meeting from the preparation leads to the meeting."""

from __future__ import annotations

from textual.widgets import Input

from sip_tui.meeting.time.timeline import timing_at
from tests.helpers.app_harness import AppHarness, wait_until


async def test_opening_from_the_preparation_leads_to_time(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("number_sign")
        assert app.current_mode == "prepare"
        await pilot.press("v")
        await wait_until(pilot, lambda: timing_at(app.meeting, harness.clock()).opened is not None)
        await wait_until(pilot, lambda: app.current_mode == "time")
        assert not app.screen.query(Input)
