"""Stories of a very large terminal: it is filled, its clock is large, and no line is too long to read."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.widget import Widget

from sip_tui.meeting.time.agenda import open_meeting
from sip_tui.screens.board.type_size import POINT_SIZES, enlarged
from sip_tui.widgets.page_view import MEASURE, PageView
from tests.helpers.app_harness import AppHarness, go_to_mode, wait_until

SIZE = (200, 60)
LONGEST = 104
"""Cells of what is read: a line of at most a hundred, and its indent."""
READ = {
    "time": "GuidanceCard",
    "situation": "#row-list, #list-guidance",
    "summary": "#summary-read, #round-list",
    "wrap_up": "#row-list, #list-guidance",
    "script": "#script-list, #cards-list",
    "roll_call": "#list-guidance, #read-aloud",
    "prepare": "#read-aloud",
    "actions": "#list-guidance",
}
"""Mode → what is read there as lines."""


@pytest.mark.parametrize("mode", READ)
async def test_no_line_of_a_broad_terminal_is_too_long_to_read(harness: AppHarness, mode: str) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        await go_to_mode(pilot, app, mode)
        found = {part.id or "": part.content_size.width for part in app.screen.query(READ[mode]).results(Widget)}
        assert found
        assert all(0 < width <= LONGEST for width in found.values()), found


async def test_a_document_is_read_in_lines_of_a_hundred(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f10", "6")
        await wait_until(pilot, lambda: bool(app.screen.query_one(PageView).lines))
        shown = app.screen.query_one(PageView).shown.split("\n")
        assert LONGEST // 2 < max(map(cell_len, shown)) <= MEASURE


async def test_the_clock_is_larger_still_and_small_again_beside_a_form(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        clock = app.screen.query_one("LargeDigits")
        assert clock.size.height == 14
        assert any("█" * 6 in clock.render_line(y).text for y in range(12))
        await pilot.press("i")
        for _ in range(3):
            await pilot.pause()
        assert clock.size.height == 7
        assert any("█" in clock.render_line(y).text for y in range(6))


@pytest.mark.parametrize(("width", "height", "points"), [(70, 14, (3, 2)), (90, 14, (4, 2)), (70, 7, (2, 1))])
def test_digits_are_as_large_as_there_is_room(width: int, height: int, points: tuple[int, int]) -> None:
    assert points in POINT_SIZES
    small, drawn = enlarged("60:00", 1, 1), enlarged("60:00", width, height)
    assert (len(drawn[0]), len(drawn)) == (points[0] * len(small[0]), points[1] * len(small))
    assert len(drawn[0]) <= width
    assert len(drawn) <= height
