"""Stories of somebody who writes in a pad, and of texts that try to be something else than text."""

from __future__ import annotations

import pytest

from sip_tui.meeting.log.ledger import Splice
from sip_tui.meeting.model.text import clean
from sip_tui.widgets.editor.pad import UNDOABLE, PadEditor
from tests.bench.typing_apps import swedish_text
from tests.helpers.pad_app import PadApp, pad, paste_text, type_text

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


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_is_pasted_is_what_is_shown_and_what_is_kept(name: str) -> None:
    text, static = HOSTILE[name], pad()
    async with PadApp(static).run_test() as pilot:
        await paste_text(pilot, text)
        static.commit()
        await pilot.pause()
        assert static.text == clean(text)
        assert [said.text for said in pilot.app.messages if isinstance(said, PadEditor.Written)][-1] == static.text  # type: ignore[attr-defined]
        assert not set("\x1b\0\x07\x9b\r") & set("".join(pilot.app.rows))  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_is_typed_key_by_key_is_what_is_pasted(name: str) -> None:
    text, editor = clean(HOSTILE[name]).replace("\t", " "), pad()
    async with PadApp(editor).run_test() as pilot:
        await type_text(pilot, text)
        assert editor.text == text


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_was_stored_is_loaded_clean_and_is_no_news(name: str) -> None:
    editor = pad(HOSTILE[name])
    async with PadApp(editor).run_test():
        assert editor.text == clean(HOSTILE[name])
        assert editor.uncommitted is None
        editor.show_remote(HOSTILE[name])
        assert editor.uncommitted is None


async def test_large_paste_is_one_undo_step() -> None:
    text, editor = swedish_text(50_000), pad("Före.\n")
    async with PadApp(editor).run_test() as pilot:
        editor.move_cursor(editor.document.end)
        await paste_text(pilot, text.replace("\n", "\r\n"))
        assert editor.text == f"Före.\n{text}"
        await pilot.press("ctrl+z")
        assert editor.text == "Före.\n"


async def test_wrapped_word_at_the_bottom_is_visible() -> None:
    editor = pad("rad\n" * 30)
    async with (app := PadApp(editor)).run_test(size=(20, 6)) as pilot:
        editor.move_cursor(editor.document.end)
        for letter in "skolan och hemma igen":
            await type_text(pilot, letter)
            assert editor.text.split()[-1] in " ".join(app.rows), "the word that is being typed can be read"


async def test_pad_posts_moved_on_focus_edit_and_new_line() -> None:
    editor = pad("ett\ntvå")
    async with (app := PadApp(editor)).run_test() as pilot:
        await pilot.pause(0.1)
        await pilot.press("right")
        await pilot.pause(0.1)
        await pilot.press("down")
        await pilot.pause(0.1)
        await type_text(pilot, "ab")
        await pilot.pause(0.1)
        moved = [(said.line_number, said.line_text) for said in app.messages if isinstance(said, PadEditor.Moved)]
        assert moved == [(0, "ett"), (1, "två"), (1, "tabvå")]
        assert editor.cursor_line == "tabvå"
        written = [said for said in app.messages if isinstance(said, PadEditor.Written)]
        assert len(written) == 1
        assert app.messages.index(written[0]) == 2


async def test_replace_in_line_is_one_undo_step() -> None:
    editor = pad("Hon tar LSS med.\nsist")
    async with PadApp(editor).run_test() as pilot:
        editor.move_cursor((0, 16))
        await type_text(pilot, "!")
        assert editor.replace_in_line(0, 8, 11, "LSS (stöd)")
        assert (editor.text, editor.cursor_location) == ("Hon tar LSS (stöd) med.!\nsist", (0, 24))
        assert editor.replace_line(1, "#mål sist")
        await pilot.press("ctrl+z")
        assert editor.text == "Hon tar LSS (stöd) med.!\nsist"
        await pilot.press("ctrl+z")
        assert editor.text == "Hon tar LSS med.!\nsist"
        await pilot.press("ctrl+z")
        assert editor.text == "Hon tar LSS med.\nsist"


async def test_replace_in_line_without_text_selects() -> None:
    editor = pad("Hon tar LSS med.")
    async with PadApp(editor).run_test() as pilot:
        assert editor.replace_in_line(0, 8, 11, None)
        assert editor.selected_text == "LSS"
        await type_text(pilot, "x")
        assert editor.text == "Hon tar x med."


async def test_replace_in_line_leaves_read_only_pads_alone() -> None:
    editor = pad("en")
    async with PadApp(editor).run_test() as pilot:
        assert not editor.replace_in_line(7, 0, 1, "x")
        assert not editor.replace_line(-1, "x")
        assert editor.replace_in_line(0, -3, 99, "två")
        editor.read_only = True
        assert not editor.replace_line(0, "x")
        assert editor.replace_in_line(0, 0, 1, None)
        await pilot.press("ctrl+z", "ctrl+y")
        assert editor.text == "två"


async def test_read_only_pad_shows_remote_text_without_undo() -> None:
    editor = pad("en\r\n")
    async with PadApp(editor).run_test() as pilot:
        editor.read_only = True
        editor.show_remote("en\r\ntvå")
        await pilot.press("ctrl+z")
        assert editor.text == "en\ntvå"
        assert editor.uncommitted is None


async def test_undo_and_redo_reach_before_the_restart() -> None:
    typed = [(number * 9_000, Splice((0, 0, f"{number}\n"))) for number in range(250)]
    text = "".join(f"{number}\n" for number in reversed(range(250)))
    editor = pad(text, typed=typed)
    async with PadApp(editor).run_test() as pilot:
        assert (editor.text, editor.cursor_location) == (text, (0, 0))
        assert editor.uncommitted is None
        for left in range(249, 49, -1):
            editor.undo()
            assert editor.document.line_count == left + 1
        editor.redo()
        await pilot.pause()
        assert editor.text == "".join(f"{number}\n" for number in reversed(range(51)))
        assert "0" in "".join(pilot.app.rows)  # type: ignore[attr-defined]


async def test_new_typing_is_a_step_of_its_own() -> None:
    editor = pad("ab", typed=[(0, Splice((0, 0, "a"))), (100, Splice((1, 0, "b")))])
    async with PadApp(editor).run_test() as pilot:
        editor.move_cursor(editor.document.end)
        await type_text(pilot, "c")
        await pilot.press("ctrl+z")
        assert editor.text == "ab"
        await pilot.press("ctrl+z")
        assert editor.text == ""


@pytest.mark.parametrize("text", ["annat", "a\rb", "\0"])
async def test_text_wins_over_contradicting_journals(text: str) -> None:
    editor = pad(text, typed=[(0, Splice((0, 0, "hej"))), (9_000, Splice((1, 1, "\r\n")))])
    async with PadApp(editor).run_test() as pilot:
        assert editor.text == clean(text)
        await pilot.press("ctrl+z")
        assert editor.text == clean(text)


def test_as_many_steps_can_be_taken_back_as_is_promised() -> None:
    editor = pad("x" * 700, typed=[(number * 9_000, Splice((number, 0, "x"))) for number in range(700)])
    assert len(editor.history.undo_stack) == UNDOABLE >= 200
