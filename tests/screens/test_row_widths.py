"""Rows are made for the width that their list has, also when a panel beside it has gone."""

from __future__ import annotations

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.screens.row_list_screen import RowListScreen
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, go_to_mode
from tests.helpers.list_screens import action_edits, static_text


@pytest.mark.parametrize("keys", [("a", "escape"), ("q", *"abc", "enter", "escape", "a", "escape")])
async def test_heads_use_the_whole_width_after_a_form(harness: AppHarness, keys: tuple[str, ...]) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write(action_edits("a1", "Ringa", "p3"))
        await go_to_mode(pilot, app, "actions")
        before = static_text(app, "#list-heads")
        await pilot.press(*keys)
        await pilot.pause(0.1)
        screen = app.screen
        assert isinstance(screen, RowListScreen)
        assert screen.row_width > 110
        assert static_text(app, "#list-heads") == before


@pytest.mark.parametrize("mode", ["actions", "roll_call", "terms"])
async def test_rows_stand_right_below_their_heads_from_the_first_frame(harness: AppHarness, mode: str) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 60)) as pilot:
        app.write([*action_edits("a1", "Ringa", "p3"), Edit("terms", "t1", "text", "BUP")])
        await go_to_mode(pilot, app, mode)
        heads = app.screen.query_one("#list-heads")
        assert heads.region.height == 1
        assert app.screen.query_one(RowList).region.y == heads.region.bottom
