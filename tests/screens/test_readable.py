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
        shown = [static for static in app.screen.query(Static) if static.display]
        unread = [
            static for static in shown if static.visual_style.foreground in (None, static.visual_style.background)
        ]
        faint = [static for static in shown if (colour := static.visual_style.foreground) and colour.a < 0.5]
        assert shown
        assert not unread
        assert not faint
