"""No text in the colour of its ground, in whichever seat the program is opened."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from tests.helpers.app_harness import AppHarness


@pytest.mark.parametrize("seat", ["chair", "secretary", "board"])
async def test_the_first_screen_can_be_read(harness: AppHarness, seat: str) -> None:
    app = harness.app(seat)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = [one for one in app.screen.query(Static) if one.display]
        unread = [one for one in shown if one.visual_style.foreground in (None, one.visual_style.background)]
        faint = [one for one in shown if (colour := one.visual_style.foreground) and colour.a < 0.5]
        assert shown
        assert not unread
        assert not faint
