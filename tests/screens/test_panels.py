"""Stories of what lies beside a screen or over it: the screen moves together, and one thing has the light."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.screens.dialogs import help_for
from sip_tui.screens.panel import LEAST_LEFT, LEAST_SEEN, WIDE_PANEL, columns_beside
from sip_tui.screens.shared_width import SharedWidthScreen
from sip_tui.widgets.header import MeetingHeader
from tests.helpers.app_harness import AppHarness, screen_text

FORMS = ["i", "f3 e", "f3 a", "f4 e", "f5 a", "f5 m", "f7 a", "L e", "question_mark"]


async def _opened(pilot: Pilot[int], keys: str) -> tuple[SharedWidthScreen[object], Widget]:
    """Press keys that open something; return what is below, and the panel."""
    app = pilot.app
    assert isinstance(app, SipApp)
    await pilot.press(*(() if app.meeting.events else ("v", "escape")), *keys.split())
    for _ in range(3):
        await pilot.pause()
    room = pilot.app.screen_stack[-2]
    assert isinstance(room, SharedWidthScreen)
    return room, pilot.app.screen.query("#form, #reading").first()


def _lit(app: SipApp) -> list[str]:
    """The ids of all frames with a heavy line, on all screens that are seen."""
    shown = (frame for screen in app.screen_stack for frame in screen.query("*") if frame.display)
    return [str(frame.id) for frame in shown if frame.styles.border_top[0] == "heavy"]


@given(st.integers(20, 400), st.sampled_from([40, WIDE_PANEL]))
def test_a_panel_leaves_a_screen_its_least_width(width: int, least: int) -> None:
    columns = columns_beside(width, least)
    assert columns == 0 or (columns >= least and width - columns >= LEAST_LEFT)
    assert (columns > 0) is (width - LEAST_LEFT >= least)


@pytest.mark.parametrize(("size", "forms"), [((100, 30), FORMS), ((120, 40), FORMS[:2]), ((200, 60), FORMS[2:5])])
async def test_a_form_stands_beside_and_covers_nothing(
    harness: AppHarness, size: tuple[int, int], forms: list[str]
) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        for keys in forms:
            room, panel = await _opened(pilot, keys)
            assert max(part.region.right for part in room.body) <= panel.region.x, keys
            assert room.query_one(MeetingHeader).region.right == size[0], keys
            assert panel.region.bottom == size[1] - 1, keys
            assert _lit(app) == ["form"], keys
            await pilot.press("escape")
            await pilot.pause()
            await pilot.pause()
            assert max(part.region.right for part in room.body) == size[0], keys
            assert room.has_class("-wide"), keys


async def test_the_screen_beside_a_form_follows_the_terminal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        room, panel = await _opened(pilot, "f5 a")
        for size in ((200, 60), (100, 30), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            for _ in range(3):
                await pilot.pause()
            is_beside = size[0] >= 100
            edge = panel.region.x if is_beside else size[0]
            assert max(part.region.right for part in room.body) == edge, size
            assert room.has_class("-wide") is (edge >= 100), size


async def test_the_help_stands_beside_the_screen_or_over_all_of_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        room, panel = await _opened(pilot, "f5 f1")
        assert max(part.region.right for part in room.body) == panel.region.x
        assert room.query_one(MeetingHeader).region.right == 120
        assert _lit(app) == ["reading"]
        for size in ((100, 30), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            for _ in range(3):
                await pilot.pause()
            assert (panel.region.y, panel.region.bottom) == (room.lines_above, size[1] - 1), size
            assert panel.region.width == size[0], size
        await pilot.press("escape")
        await pilot.pause()
        assert max(part.region.right for part in room.body) == 60


def _styles_at(app: SipApp, words: str) -> list[Style]:
    """The styles of all that is painted with some words in it."""
    strips = app.screen._compositor.render_strips()
    return [part.style or Style() for strip in strips for part in strip if words in part.text]


@pytest.mark.parametrize("no_color", ["", "1"])
async def test_a_question_dims_what_it_lies_over(
    harness: AppHarness, monkeypatch: pytest.MonkeyPatch, no_color: str
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "escape", "f4")
        await pilot.pause()
        before = {words: _styles_at(app, words)[0].color for words in ("Vad det betyder", "Tanken med")}
        await pilot.press("f12")
        await pilot.pause()
        await pilot.pause()
        assert _styles_at(app, "Vad det betyder")[0].color != before["Vad det betyder"]
        assert _styles_at(app, "Tanken med")[0].color == before["Tanken med"]
        assert _lit(app) == ["reading"]
        await pilot.press("escape")
        await pilot.pause()
        assert _styles_at(app, "Vad det betyder")[0].color == before["Vad det betyder"]
        assert _lit(app) == ["list-frame"]


async def test_a_question_over_a_form_gives_the_form_the_light_back(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        room, panel = await _opened(pilot, "f5 a")
        await pilot.press("f1")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert _lit(app) == ["form"]
        assert max(part.region.right for part in room.body) == panel.region.x
        assert "F5 Åtgärder" in screen_text(app)


async def test_heads_of_the_table_fit_beside_a_panel(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(100, 30)) as pilot:
        room, _panel = await _opened(pilot, "f3 e")
        heads = room.query_one("#list-heads", Static)
        assert heads.region.height == 1
        assert str(heads.content).endswith("Namn och roll")


async def test_the_palette_leaves_no_scrap_of_the_screen_below_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "escape", "ctrl+p", *"samty")
        await pilot.pause(0.3)
        palette, room = app.screen.query_one("#--container").region, app.screen_stack[-2]
        assert isinstance(room, SharedWidthScreen)
        assert (palette.y, palette.bottom) == (room.lines_above, 23)


async def test_no_form_leaves_a_title_with_nothing_below_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "escape")
        for keys in ("colon", "e", "i", "question_mark"):
            await pilot.press(keys)
            await pilot.pause()
            await pilot.pause()
            form, said = app.screen.query_one("#form").region, app.screen_stack[-2].query_one("#guidance").region
            assert form.y != said.y + 1, keys
            await pilot.press("escape")


async def test_a_panel_leaves_no_line_of_a_screen_that_says_nothing(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.write([Edit("actions", "a1", "what", "Ringa skolan"), Edit("actions", "a1", "who", "p4")])
        await pilot.press("v", "escape")
        for keys in ("f5 e", "f2 f12", "f3 colon", "f2 i"):
            room, panel = await _opened(pilot, keys)
            await pilot.pause()
            left = panel.region.y - room.lines_above
            assert left == 0 or left >= LEAST_SEEN, keys
            assert panel.region.bottom == 19, keys
            await pilot.press("escape")


async def test_help_never_covers_what_it_stands_beside(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f8")
        beside = help_for(app.screen)
        app.push_screen(beside)
        while not beside.query("#reading") or not beside.query_one("#reading").size:
            await asyncio.sleep(0)
        assert beside.query_one("#reading").size.width < 60, "as soon as it has a size"


async def test_what_lies_over_the_board_leaves_no_half_of_its_letters(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "escape", "B", "f1")
        for _ in range(3):
            await pilot.pause()
        room, panel = app.screen_stack[-2], app.screen.query_one("#reading")
        assert isinstance(room, SharedWidthScreen)
        assert panel.region.y == 0
        assert max(part.region.right for part in room.query("*") if part.display) <= panel.region.x
        await pilot.press("escape", "f12")
        await pilot.pause()
        question = app.screen
        assert all(question.render_line(y) != app.screen_stack[-2].render_line(y) for y in range(1, 3))


async def test_no_key_is_named_that_is_text_in_a_form(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("v", "escape")
        assert "mellanslag: mer" in screen_text(app)
        await pilot.press("i")
        for _ in range(3):
            await pilot.pause()
        assert "mellanslag: mer" not in screen_text(app)
        await pilot.press("escape")
        for _ in range(3):
            await pilot.pause()
        assert "mellanslag: mer" in screen_text(app)


async def test_fields_of_the_longest_form_stand_apart_with_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        _room, panel = await _opened(pilot, "f3 a")
        fields = [field.region for field in panel.query(".field")]
        assert all(below.y > above.bottom for above, below in pairwise(fields))
        assert panel.max_scroll_y == 0
