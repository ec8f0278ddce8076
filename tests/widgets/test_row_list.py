"""A list paints only the rows that look different, and yet the terminal shows all that it should."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content

from sip_tui.widgets.row_list import RowList
from tests.helpers.recorded_screen import Cell, RecordingDriver

SIZE = (24, 8)
TEXTS = ("kort", "en rad som inte får plats på en rad", "• ett\n• två", "[b]", "")
KEYS = ("cursor_down", "cursor_up", "first", "last", "page_down", "page_up")
Step = tuple[Any, ...]


class Wasteful(RowList):
    """Paints everything at every change, as the library does."""

    def _paint_row(self, index: int | None) -> None:
        self.refresh()


class Listed(App[None]):
    CSS = "Screen { layers: one; }"

    def __init__(self, rows: RowList) -> None:
        super().__init__(driver_class=RecordingDriver)
        self.rows = rows

    def compose(self) -> ComposeResult:
        yield self.rows

    @property
    def driver(self) -> RecordingDriver:
        assert isinstance(self._driver, RecordingDriver)
        return self._driver


def row(number: int, text: str) -> tuple[str, Content]:
    heading = "#" if number % 5 == 0 else ""
    return f"{heading}row {number}", Content(f"{number} {text}")


def do(rows: RowList, step: Step, texts: list[str]) -> None:
    match step:
        case "press", key:
            getattr(rows, f"action_{key}")()
        case "say", number, text if texts:
            texts[number % len(texts)] = text
            rows.show([row(*item) for item in enumerate(texts)])
        case "come", text:
            texts.append(text)
            rows.show([row(*item) for item in enumerate(texts)])
        case "go", _ if texts:
            texts.pop()
            rows.show([row(*item) for item in enumerate(texts)])


async def seen(rows: RowList, steps: list[Step]) -> list[list[list[Cell]]]:
    """What the terminal shows after each step."""
    texts, pictures = ["kort"] * 6, []
    app = Listed(rows)
    async with app.run_test(headless=False, size=SIZE) as pilot:
        rows.show([row(*item) for item in enumerate(texts)])
        for step in steps:
            do(rows, step, texts)
            # A bar that has come or gone leaves the rows another width, in which they are broken anew.
            for _ in range(3):
                await pilot.pause()
            pictures.append(app.driver.cells)
    return pictures


steps = st.one_of(
    st.tuples(st.just("press"), st.sampled_from(KEYS)),
    st.tuples(st.just("say"), st.integers(0, 9), st.sampled_from(TEXTS)),
    st.tuples(st.just("come"), st.sampled_from(TEXTS)),
    st.tuples(st.just("go"), st.none()),
)


@settings(max_examples=6, deadline=None)
@given(st.lists(steps, min_size=3, max_size=12))
def test_row_list_paints_all_that_changed(steps: list[Step]) -> None:
    frugal = asyncio.run(seen(RowList(id="rows"), steps))
    assert frugal == asyncio.run(seen(Wasteful(id="rows"), steps))


async def test_rows_are_broken_anew_when_the_scroll_bar_goes() -> None:
    fits = "x" * 10 + " " + "y" * (SIZE[0] - 13)  # as wide as the list without its bar
    rows = RowList(id="rows")
    app = Listed(rows)
    async with app.run_test(headless=False, size=SIZE) as pilot:
        for below in (9, 2):
            rows.show([("a", Content(fits)), *((f"b{number}", Content("kort")) for number in range(below))])
            rows.highlighted = 1
            await pilot.pause()
            await pilot.pause()
            assert rows.virtual_size.height == (2 + below if below > SIZE[1] else 1 + below)
        assert rows.highlighted == 1


async def test_rows_are_broken_anew_when_only_the_rows_got_narrower() -> None:
    rows = RowList(id="rows")
    async with Listed(rows).run_test(size=SIZE) as pilot:
        shown = [(letter, Content("x" * 10 + " " + "y" * (SIZE[0] - 13))) for letter in "abc"]
        for padding, height in (((0, 0, 0, 1), 6), ((0, 0, 0, 0), 3)):
            rows.styles.padding = padding
            await pilot.pause()
            rows.show(shown)
            await pilot.pause()
            assert rows.virtual_size.height == height


async def test_arrow_keys_stop_at_the_first_row_and_at_the_last() -> None:
    rows = RowList(id="rows")
    async with Listed(rows).run_test():
        rows.show([row(number, "kort") for number in range(4)])  # the first is a heading
        rows.highlighted = 3
        rows.action_cursor_down()
        assert rows.highlighted == 3
        rows.action_first()
        rows.action_cursor_up()
        assert rows.highlighted == 1


@pytest.mark.parametrize("step", [("press", "cursor_down"), ("say", 2, "kort!")])
async def test_a_step_in_a_long_list_sends_a_fraction_of_the_list(step: Step) -> None:
    written = {}
    for kind in (RowList, Wasteful):
        rows = kind(id="rows")
        app = Listed(rows)
        async with app.run_test(headless=False, size=(80, 30)) as pilot:
            texts = ["en rad med en hel del ord i sig"] * 28
            rows.show([row(*item) for item in enumerate(texts)])
            rows.highlighted = 3
            await pilot.pause()
            before = app.driver.written
            do(rows, step, texts)
            # A bar that has come or gone leaves the rows another width, in which they are broken anew.
            for _ in range(3):
                await pilot.pause()
            written[kind] = app.driver.written - before
    assert 0 < written[RowList] < written[Wasteful] / 3
