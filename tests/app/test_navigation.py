"""The app as it runs in a terminal, where it has no task that Textual's tests give it: keys lead to every mode."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.pilot import Pilot

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
