"""Words are offered after a # at the beginning of a line, and no key is taken that is not for them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sip_tui.widgets.editor.pad import PadEditor
from sip_tui.widgets.editor.tag_area import MAX_ROWS, TagMenu, tag_at
from tests.helpers.pad_app import PadApp, type_text

WORDS = [("mål", "ett mål"), ("målgrupp", "vilka det gäller"), ("beslut", "ett beslut"), ("bakgrund", "hur det är nu")]


def fitting(prefix: str) -> Sequence[tuple[str, str]]:
    return [one for one in WORDS if one[0].startswith(prefix)]


def pad(text: str = "", words: Sequence[tuple[str, str]] = ()) -> PadEditor:
    one = PadEditor("needs", text, "hint")
    one.tags = (lambda prefix: [word for word in words if word[0].startswith(prefix)]) if words else fitting
    return one


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


async def test_the_menu_opens_with_the_sign_narrows_and_goes_when_nothing_fits() -> None:
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
    one = pad()
    async with (app := PadApp(one)).run_test() as pilot:
        await type_text(pilot, "#b")
        await pilot.press(*keys)
        assert (one.text, app.menu) == (text, [])
        assert one.has_focus
        assert one.cursor_location == (0, len(text))
        await pilot.press("ctrl+z")
        assert one.text == "#b"


async def test_a_space_that_is_there_already_is_used() -> None:
    one = pad(" gå ut")
    async with PadApp(one).run_test() as pilot:
        await type_text(pilot, "#be")
        await pilot.press("tab")
        assert one.text == "#beslut gå ut"
        await type_text(pilot, "x")
        assert one.text == "#beslut xgå ut"


async def test_escape_closes_the_menu_until_the_word_is_done() -> None:
    one = pad()
    async with (app := PadApp(one)).run_test() as pilot:
        await type_text(pilot, "#")
        await pilot.press("escape")
        await type_text(pilot, "be")
        assert app.menu == []
        await pilot.press("enter")
        assert one.text == "#be\n"
        await type_text(pilot, "#")
        assert len(app.menu) == 4


async def test_enter_after_a_whole_word_is_an_ordinary_enter() -> None:
    one = pad()
    async with (app := PadApp(one)).run_test() as pilot:
        await type_text(pilot, "#beslut")
        assert len(app.menu) == 1
        await pilot.press("enter")
        assert (one.text, app.menu) == ("#beslut\n", [])


async def test_a_whole_word_that_others_begin_with_is_chosen_by_enter() -> None:
    one = pad()
    async with PadApp(one).run_test() as pilot:
        await type_text(pilot, "#mål")
        await pilot.press("enter")
        assert one.text == "#mål "


async def test_the_arrows_are_the_cursor_s_where_there_is_nothing_to_choose() -> None:
    one = pad("\nannan rad")
    async with (app := PadApp(one)).run_test() as pilot:
        await type_text(pilot, "#bes")
        await pilot.press("down")
        assert (one.cursor_location[0], app.menu) == (1, [])


async def test_moving_onto_a_tag_opens_nothing_and_moving_away_closes_the_menu() -> None:
    one = pad("#mål\n")
    async with (app := PadApp(one)).run_test() as pilot:
        await pilot.press("end")
        assert app.menu == []
        await pilot.press("down")
        assert one.cursor_location == (1, 0)
        await type_text(pilot, "#")
        assert app.menu
        await pilot.press("left")
        assert app.menu == []


async def test_every_other_key_does_what_it_always_does() -> None:
    one = pad("sist")
    async with (app := PadApp(one)).run_test() as pilot:
        await type_text(pilot, "#b ")
        assert one.text == "#b sist"
        await pilot.press("home", "delete", "shift+end", "ctrl+x")
        assert one.text == ""
        await pilot.press("tab")
        assert not one.has_focus
        assert app.menu == []


async def test_nothing_is_offered_in_a_pad_that_one_only_reads_or_does_not_write_in() -> None:
    one, other = pad(), PadEditor("agreed", "", "hint")
    other.tags = fitting
    async with (app := PadApp(one, other)).run_test() as pilot:
        other.insert("#b")
        one.read_only = True
        await type_text(pilot, "#b")
        assert (one.text, other.text, app.menu) == ("", "#b", [])
        assert not app.query(TagMenu)


async def test_the_menu_goes_with_the_focus_and_with_the_pad() -> None:
    one = pad()
    async with (app := PadApp(one)).run_test() as pilot:
        await type_text(pilot, "#")
        app.screen.set_focus(None)
        await pilot.pause()
        assert app.menu == []
        await one.remove()
        await pilot.pause()
        assert not app.query(TagMenu)


async def test_many_words_scroll_and_an_arrow_says_where_there_are_more() -> None:
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
    one = pad()
    async with PadApp(one).run_test() as pilot:
        await type_text(pilot, "  #be")
        await pilot.press("tab")
        assert one.text == "  #beslut "


@pytest.mark.parametrize("lines", [0, 10, 60])
async def test_the_menu_stands_at_the_word_and_never_on_it(lines: int) -> None:
    one = pad("rad\n" * lines)
    async with (app := PadApp(one)).run_test(size=(80, 24)) as pilot:
        one.move_cursor(one.document.end)
        await pilot.pause()
        await type_text(pilot, "#m")
        await pilot.pause()
        menu = app.query_one(TagMenu).region
        assert app.screen.region.contains_region(menu)
        assert not menu.contains(*one.cursor_screen_offset)
        assert menu.y - 1 == one.cursor_screen_offset.y or menu.bottom == one.cursor_screen_offset.y


async def test_a_click_takes_a_word() -> None:
    one = pad()
    async with PadApp(one).run_test() as pilot:
        await type_text(pilot, "#b")
        await pilot.click(TagMenu, offset=(4, 1))
        assert one.text == "#bakgrund "
        assert one.has_focus
