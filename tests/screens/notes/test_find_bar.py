"""Somebody looks for a word in what has been written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.widgets import Input

from sip_tui.i18n import translation
from sip_tui.screens.notes.find_bar import FindBar
from sip_tui.widgets.editor.pad import PadEditor
from tests.bench.typing_apps import swedish_text
from tests.helpers.pad_app import PadApp, type_text

TEXT = "Skolan ringer.\nMamma och skolan.\nÅter i SKOLAN, på gatan."


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    translation.set_language("en")
    yield
    translation.set_language("sv")


def pad(text: str = TEXT, phase: str = "needs") -> PadEditor:
    return PadEditor(phase, text, "hint")


async def test_ctrl_f_asks_for_a_word_and_each_enter_goes_to_the_next() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        assert not app.query_one(FindBar).display
        await pilot.press("ctrl+f")
        assert app.query_one(Input).has_focus
        assert app.found == "write a word"
        await type_text(pilot, "skolan")
        assert (app.found, editor.selected_text) == ("1 of 3", "Skolan")
        await pilot.press("enter")
        assert (app.found, editor.selection.start) == ("2 of 3", (1, 10))
        await pilot.press("enter", "enter")
        assert app.found == "1 of 3"


async def test_the_arrows_go_both_ways_and_round_the_ends() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "skolan")
        for key, told in (("up", "3 of 3"), ("shift+enter", "2 of 3"), ("down", "3 of 3"), ("down", "1 of 3")):
            await pilot.press(key)
            assert app.found == told


async def test_escape_gives_the_pad_back_with_the_match_selected() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "gata")
        await pilot.press("escape")
        assert editor.has_focus
        assert not app.query_one(FindBar).display
        assert editor.selected_text == "gata"
        await type_text(pilot, "torg")
        assert editor.text.endswith("på torgn.")


async def test_missing_word_leaves_the_cursor() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        editor.move_cursor((1, 3))
        await pilot.press("ctrl+f")
        await type_text(pilot, "skolanx")
        assert app.found == "not found here"
        await pilot.press("enter", "down", "up")
        assert app.found == "not found here"
        await pilot.press("escape")
        assert (editor.cursor_location, editor.selected_text) == ((1, 3), "")
        assert editor.text == TEXT


async def test_accents_count_and_case_does_not() -> None:
    editor = pad("går\nGATAN\nga\u030ar")
    async with (app := PadApp(editor)).run_test() as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "ga")
        assert app.found == "1 of 1"
        assert editor.selection.start == (1, 0)
        await pilot.press("r", "backspace", "backspace")
        await type_text(pilot, "år")
        assert app.found == "1 of 2"


async def test_search_begins_at_cursor_with_selected_word() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        editor.select_span(1, 10, 16)
        await pilot.press("ctrl+f")
        assert (app.query_one(Input).value, app.found) == ("skolan", "2 of 3")
        await pilot.press("enter")
        assert app.found == "3 of 3"


async def test_the_last_word_is_still_there_the_next_time() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "mamma")
        await pilot.press("escape", "left", "ctrl+f")
        assert (app.query_one(Input).value, app.found) == ("mamma", "1 of 1")


async def test_a_match_far_away_is_brought_into_view() -> None:
    editor = pad(f"{swedish_text(20_000)}\nNålen i höstacken.\n{swedish_text(20_000)}")
    async with (app := PadApp(editor)).run_test() as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "nålen")
        await pilot.pause()
        assert any("Nålen i höstacken" in row for row in app.rows)


async def test_one_line_serves_several_pads() -> None:
    first, second = pad(), pad("En skolan till.", "agreed")
    async with (app := PadApp(first, second)).run_test() as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "skolan")
        app.query_one(FindBar).attach(second)
        assert (app.found, second.selected_text) == ("1 of 1", "skolan")
        await pilot.press("escape")
        assert second.has_focus


async def test_what_is_written_meanwhile_is_counted() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "skolan")
        editor.show_remote(f"Skolan!\n{TEXT}")
        await pilot.press("enter")
        assert app.found == "3 of 4"


async def test_find_bar_without_a_pad_finds_nothing() -> None:
    async with (app := PadApp(pad())).run_test() as pilot:
        app.query_one(FindBar).seek()
        await type_text(pilot, "x")
        assert app.found == "not found here"
        await pilot.press("enter", "escape")
        assert not app.query_one(FindBar).display
