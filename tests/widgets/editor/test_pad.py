"""Stories of somebody who writes in a pad, and of texts that try to be something else than text."""

from __future__ import annotations

import pytest

from sip_tui.meeting.log.ledger import Splice
from sip_tui.meeting.model.text import clean
from sip_tui.widgets.editor.pad import UNDOABLE, PadEditor
from tests.bench.typing_apps import swedish_text
from tests.helpers.pad_app import PadApp, paste_text, type_text

HOSTILE = {
    "Swedish": "Åsa är på väg över ån.",
    "emoji": "🙂 👨‍👩‍👧‍👦 👍🏽 🏳️‍🌈",
    "accents by themselves": "e\u0301 a\u030a o\u0308 z\u0351\u036f",
    "from right to left": "שלום \u200fעולם\u200e و العربية",
    "tabs": "\tett\t\ttvå\t",
    "markup": "[b]fet[/b] [/] [@click=app.quit]x[/] {0} %s | # * _",
    "Windows": "en\r\ntvå\r\n\r\ntre",
    "old Macintosh": "en\rtvå\r",
    "all line ends": "a\vb\fc\x85d\u2028e\u2029f",
    "orders to the terminal": "\x1b[31mröd\x1b[0m \x1b]0;titel\x07 \0 \x9b2J \x7f",
    "hard space and joiners": "5\u00a0mg می\u200cخواهم",
}


def pad(text: str = "", **more: object) -> PadEditor:
    return PadEditor("needs", text, "hint", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_is_pasted_is_what_is_shown_and_what_is_kept(name: str) -> None:
    text, one = HOSTILE[name], pad()
    async with PadApp(one).run_test() as pilot:
        await paste_text(pilot, text)
        one.commit()
        await pilot.pause()
        assert one.text == clean(text)
        assert [said.text for said in pilot.app.messages if isinstance(said, PadEditor.Written)][-1] == one.text  # type: ignore[attr-defined]
        assert not set("\x1b\0\x07\x9b\r") & set("".join(pilot.app.rows))  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_is_typed_key_by_key_is_what_is_pasted(name: str) -> None:
    text, one = clean(HOSTILE[name]).replace("\t", " "), pad()
    async with PadApp(one).run_test() as pilot:
        await type_text(pilot, text)
        assert one.text == text


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_was_stored_is_loaded_clean_and_is_no_news(name: str) -> None:
    one = pad(HOSTILE[name])
    async with PadApp(one).run_test():
        assert one.text == clean(HOSTILE[name])
        assert one.uncommitted is None
        one.show_remote(HOSTILE[name])
        assert one.uncommitted is None


async def test_fifty_kilobytes_are_pasted_in_one_go_and_taken_back_in_one() -> None:
    text, one = swedish_text(50_000), pad("Före.\n")
    async with PadApp(one).run_test() as pilot:
        one.move_cursor(one.document.end)
        await paste_text(pilot, text.replace("\n", "\r\n"))
        assert one.text == f"Före.\n{text}"
        await pilot.press("ctrl+z")
        assert one.text == "Före.\n"


async def test_a_word_that_wraps_at_the_bottom_of_a_full_pad_is_seen_at_once() -> None:
    one = pad("rad\n" * 30)
    async with (app := PadApp(one)).run_test(size=(20, 6)) as pilot:
        one.move_cursor(one.document.end)
        for letter in "skolan och hemma igen":
            await type_text(pilot, letter)
            assert one.text.split()[-1] in " ".join(app.rows), "the word that is being typed can be read"


async def test_the_pad_says_where_the_cursor_is_when_it_comes_writes_or_changes_line() -> None:
    one = pad("ett\ntvå")
    async with (app := PadApp(one)).run_test() as pilot:
        await pilot.pause(0.1)
        await pilot.press("right")
        await pilot.pause(0.1)
        await pilot.press("down")
        await pilot.pause(0.1)
        await type_text(pilot, "ab")
        await pilot.pause(0.1)
        moved = [(said.line_number, said.line_text) for said in app.messages if isinstance(said, PadEditor.Moved)]
        assert moved == [(0, "ett"), (1, "två"), (1, "tabvå")]
        assert one.cursor_line == "tabvå"
        written = [said for said in app.messages if isinstance(said, PadEditor.Written)]
        assert len(written) == 1
        assert app.messages.index(written[0]) == 2


async def test_a_piece_of_a_line_is_replaced_beside_the_writer_and_can_be_taken_back() -> None:
    one = pad("Hon tar LSS med.\nsist")
    async with PadApp(one).run_test() as pilot:
        one.move_cursor((0, 16))
        await type_text(pilot, "!")
        assert one.replace_in_line(0, 8, 11, "LSS (stöd)")
        assert (one.text, one.cursor_location) == ("Hon tar LSS (stöd) med.!\nsist", (0, 24))
        assert one.replace_line(1, "#mål sist")
        await pilot.press("ctrl+z")
        assert one.text == "Hon tar LSS (stöd) med.!\nsist"
        await pilot.press("ctrl+z")
        assert one.text == "Hon tar LSS med.!\nsist"
        await pilot.press("ctrl+z")
        assert one.text == "Hon tar LSS med.\nsist"


async def test_without_a_text_the_piece_is_selected_and_what_is_typed_takes_its_place() -> None:
    one = pad("Hon tar LSS med.")
    async with PadApp(one).run_test() as pilot:
        assert one.replace_in_line(0, 8, 11, None)
        assert one.selected_text == "LSS"
        await type_text(pilot, "x")
        assert one.text == "Hon tar x med."


async def test_a_line_that_is_gone_and_a_pad_that_one_only_reads_are_left_alone() -> None:
    one = pad("en")
    async with PadApp(one).run_test() as pilot:
        assert not one.replace_in_line(7, 0, 1, "x")
        assert not one.replace_line(-1, "x")
        assert one.replace_in_line(0, -3, 99, "två")
        one.read_only = True
        assert not one.replace_line(0, "x")
        assert one.replace_in_line(0, 0, 1, None)
        await pilot.press("ctrl+z", "ctrl+y")
        assert one.text == "två"


async def test_reading_along_shows_what_others_write_and_ctrl_z_takes_none_of_it_back() -> None:
    one = pad("en\r\n")
    async with PadApp(one).run_test() as pilot:
        one.read_only = True
        one.show_remote("en\r\ntvå")
        await pilot.press("ctrl+z")
        assert one.text == "en\ntvå"
        assert one.uncommitted is None


async def test_what_was_typed_before_the_start_is_taken_back_step_by_step_and_done_again() -> None:
    typed = [(number * 9_000, Splice((0, 0, f"{number}\n"))) for number in range(250)]
    text = "".join(f"{number}\n" for number in reversed(range(250)))
    one = pad(text, typed=typed)
    async with PadApp(one).run_test() as pilot:
        assert (one.text, one.cursor_location) == (text, (0, 0))
        assert one.uncommitted is None
        for left in range(249, 49, -1):
            one.undo()
            assert one.document.line_count == left + 1
        one.redo()
        await pilot.pause()
        assert one.text == "".join(f"{number}\n" for number in reversed(range(51)))
        assert "0" in "".join(pilot.app.rows)  # type: ignore[attr-defined]


async def test_what_is_typed_now_is_not_taken_back_together_with_what_was_typed_then() -> None:
    one = pad("ab", typed=[(0, Splice((0, 0, "a"))), (100, Splice((1, 0, "b")))])
    async with PadApp(one).run_test() as pilot:
        one.move_cursor(one.document.end)
        await type_text(pilot, "c")
        await pilot.press("ctrl+z")
        assert one.text == "ab"
        await pilot.press("ctrl+z")
        assert one.text == ""


@pytest.mark.parametrize("text", ["annat", "a\rb", "\0"])
async def test_when_the_journals_say_something_else_the_text_of_the_meeting_holds(text: str) -> None:
    one = pad(text, typed=[(0, Splice((0, 0, "hej"))), (9_000, Splice((1, 1, "\r\n")))])
    async with PadApp(one).run_test() as pilot:
        assert one.text == clean(text)
        await pilot.press("ctrl+z")
        assert one.text == clean(text)


def test_as_many_steps_can_be_taken_back_as_is_promised() -> None:
    one = pad("x" * 700, typed=[(number * 9_000, Splice((number, 0, "x"))) for number in range(700)])
    assert len(one.history.undo_stack) == UNDOABLE >= 200
