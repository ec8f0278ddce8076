"""Words are offered after a # at the beginning of a line, and no key is taken that is not for them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sip_tui.widgets.editor.pad import PadEditor
from sip_tui.widgets.editor.tag_area import MAX_ROWS, TagMenu, tag_at
from tests.helpers.pad_app import PadApp, type_text

WORDS = [("mål", "ett mål"), ("målgrupp", "vilka det gäller"), ("beslut", "ett beslut"), ("bakgrund", "hur det är nu")]


def fitting(prefix: str) -> Sequence[tuple[str, str]]:
    return [line for line in WORDS if line[0].startswith(prefix)]


def pad(text: str = "", words: Sequence[tuple[str, str]] = ()) -> PadEditor:
    editor = PadEditor("needs", text, "hint")
    editor.tags = (lambda prefix: [word for word in words if word[0].startswith(prefix)]) if words else fitting
    return editor


@pytest.mark.parametrize(
    ("line", "column", "tag"),
    [
        *(("#", 1, ""), ("#mål", 4, "mål"), ("#mål gå ut", 4, "mål"), ("#vård-plan", 10, "vård-plan")),
        *(
            ("#mål", 2, None),
            ("#mål ", 5, None),
            ("se #mål", 7, None),
            ("# mål", 5, None),
            ("", 0, None),
            ("  #mål", 6, "mål"),
            ("#mål:", 4, None),
        ),
        ("##", 2, None),
    ],
)
def test_where_a_tag_is_being_written(line: str, column: int, tag: str | None) -> None:
    assert tag_at(line, column) == tag


async def test_tag_menu_opens_narrows_and_closes() -> None:
    async with (app := PadApp(pad())).run_test() as pilot:
        await type_text(pilot, "#")
        assert [row.split()[-2:] for row in app.menu] == [
            ["ett", "mål"],
            ["det", "gäller"],
            ["ett", "beslut"],
            ["är", "nu"],
        ]
        await type_text(pilot, "b")
        assert [row.split()[0] for row in app.menu] == ["▸#beslut", "#bakgrund"]
        await type_text(pilot, "x")
        assert app.menu == []
        await pilot.press("backspace")
        assert len(app.menu) == 2


@pytest.mark.parametrize(
    ("keys", "text"), [(["tab"], "#beslut "), (["down", "enter"], "#bakgrund "), (["up", "tab"], "#bakgrund ")]
)
async def test_tab_and_enter_take_the_word_that_is_pointed_at(keys: list[str], text: str) -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        await type_text(pilot, "#b")
        await pilot.press(*keys)
        assert (editor.text, app.menu) == (text, [])
        assert editor.has_focus
        assert editor.cursor_location == (0, len(text))
        await pilot.press("ctrl+z")
        assert editor.text == "#b"


async def test_a_space_that_is_there_already_is_used() -> None:
    editor = pad(" gå ut")
    async with PadApp(editor).run_test() as pilot:
        await type_text(pilot, "#be")
        await pilot.press("tab")
        assert editor.text == "#beslut gå ut"
        await type_text(pilot, "x")
        assert editor.text == "#beslut xgå ut"


async def test_escape_closes_the_menu_until_the_word_is_done() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        await type_text(pilot, "#")
        await pilot.press("escape")
        await type_text(pilot, "be")
        assert app.menu == []
        await pilot.press("enter")
        assert editor.text == "#be\n"
        await type_text(pilot, "#")
        assert len(app.menu) == 4


async def test_enter_after_a_whole_word_is_an_ordinary_enter() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        await type_text(pilot, "#beslut")
        assert len(app.menu) == 1
        await pilot.press("enter")
        assert (editor.text, app.menu) == ("#beslut\n", [])


async def test_a_whole_word_that_others_begin_with_is_chosen_by_enter() -> None:
    editor = pad()
    async with PadApp(editor).run_test() as pilot:
        await type_text(pilot, "#mål")
        await pilot.press("enter")
        assert editor.text == "#mål "


async def test_arrows_move_the_cursor_without_a_choice() -> None:
    editor = pad("\nannan rad")
    async with (app := PadApp(editor)).run_test() as pilot:
        await type_text(pilot, "#bes")
        await pilot.press("down")
        assert (editor.cursor_location[0], app.menu) == (1, [])


async def test_cursor_moves_close_but_never_open_the_menu() -> None:
    editor = pad("#mål\n")
    async with (app := PadApp(editor)).run_test() as pilot:
        await pilot.press("end")
        assert app.menu == []
        await pilot.press("down")
        assert editor.cursor_location == (1, 0)
        await type_text(pilot, "#")
        assert app.menu
        await pilot.press("left")
        assert app.menu == []


async def test_every_other_key_does_what_it_always_does() -> None:
    editor = pad("sist")
    async with (app := PadApp(editor)).run_test() as pilot:
        await type_text(pilot, "#b ")
        assert editor.text == "#b sist"
        await pilot.press("home", "delete", "shift+end", "ctrl+x")
        assert editor.text == ""
        await pilot.press("tab")
        assert not editor.has_focus
        assert app.menu == []


async def test_tag_menu_stays_closed_in_read_only_pads() -> None:
    editor, other = pad(), PadEditor("agreed", "", "hint")
    other.tags = fitting
    async with (app := PadApp(editor, other)).run_test() as pilot:
        other.insert("#b")
        editor.read_only = True
        await type_text(pilot, "#b")
        assert (editor.text, other.text, app.menu) == ("", "#b", [])
        assert not app.query(TagMenu)


async def test_the_menu_goes_with_the_focus_and_with_the_pad() -> None:
    editor = pad()
    async with (app := PadApp(editor)).run_test() as pilot:
        await type_text(pilot, "#")
        app.screen.set_focus(None)
        await pilot.pause()
        assert app.menu == []
        await editor.remove()
        await pilot.pause()
        assert not app.query(TagMenu)


async def test_tag_menu_scrolls_with_arrows_for_more() -> None:
    words = [(f"ord{number:02d}", "[b]x[/b]\n") for number in range(20)]
    async with (app := PadApp(pad(words=words))).run_test() as pilot:
        await type_text(pilot, "#")
        assert len(app.menu) == app.query_one(TagMenu).outer_size.height == MAX_ROWS == 9
        assert (app.menu[0][0], app.menu[-1][-1]) == ("▸", "↓")
        await pilot.press(*["down"] * MAX_ROWS)
        assert app.menu[-1].startswith("▸#ord09  [b]x[/b]")
        assert (app.menu[0][-1], app.menu[-1][-1]) == ("↑", "↓")
        await pilot.press("down", *["up"] * (MAX_ROWS + 2))
        assert app.menu[-1].startswith("▸#ord19")
        assert app.menu[-1][-1] == " "


async def test_an_indented_tag_keeps_its_indentation() -> None:
    editor = pad()
    async with PadApp(editor).run_test() as pilot:
        await type_text(pilot, "  #be")
        await pilot.press("tab")
        assert editor.text == "  #beslut "


@pytest.mark.parametrize("lines", [0, 10, 60])
async def test_the_menu_stands_at_the_word_and_never_on_it(lines: int) -> None:
    editor = pad("rad\n" * lines)
    async with (app := PadApp(editor)).run_test(size=(80, 24)) as pilot:
        editor.move_cursor(editor.document.end)
        await pilot.pause()
        await type_text(pilot, "#m")
        await pilot.pause()
        menu = app.query_one(TagMenu).region
        assert app.screen.region.contains_region(menu)
        assert not menu.contains(*editor.cursor_screen_offset)
        assert menu.y - 1 == editor.cursor_screen_offset.y or menu.bottom == editor.cursor_screen_offset.y


async def test_a_click_takes_a_word() -> None:
    editor = pad()
    async with PadApp(editor).run_test() as pilot:
        await type_text(pilot, "#b")
        await pilot.click(TagMenu, offset=(4, 1))
        assert editor.text == "#bakgrund "
        assert editor.has_focus
