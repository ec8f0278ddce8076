"""Stories of removing a meeting from the program: two questions, and then nothing is left of it."""

from __future__ import annotations

from sip_tui.screens.after.screen import AfterScreen
from sip_tui.screens.dialogs import ConfirmDialog
from tests.helpers.app_harness import AppHarness, wait_until


async def test_removal_asks_twice_and_happens_after_the_program(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f12", "j")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        await pilot.press("x")
        await wait_until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("n")
        assert not app.remove_meeting
        await pilot.press("x")
        await wait_until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("j")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmDialog)
        assert not app.remove_meeting
        await pilot.press("j")
        await wait_until(pilot, lambda: app.remove_meeting)
    assert app.open_next == ("", "")
