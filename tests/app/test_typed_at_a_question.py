"""Stories of words that come while a question is open: they answer nothing, do nothing below, and are kept."""

from __future__ import annotations

from textual.content import Content
from textual.events import AppBlur, Paste
from textual.screen import Screen
from textual.widgets import Input

from sip_tui.app.app import SipApp
from sip_tui.meeting.content.drafts import draft_texts, drafts_of
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Consent
from sip_tui.screens.choice_dialog import ChoiceDialog
from sip_tui.screens.dialogs import ConfirmDialog, TextDialog
from sip_tui.screens.roll_call.answers import ConsentDialog
from sip_tui.widgets.editor.pad import PadEditor
from tests.helpers.app_harness import AppHarness, go_to_mode, screen_text, wait_until, wait_until_saved
from tests.helpers.list_screens import form_field
from tests.helpers.typist import type_fast


def kept(app: SipApp) -> list[str]:
    """The words that wait in a line, on the disk as a draft."""
    return [draft_texts(draft)["line"] for draft in drafts_of(app.meeting, app.seat)]


def questions() -> list[Screen[object]]:
    """A dialog of each kind that has no field."""
    lines = [("one", Content("One")), ("two", Content("Two"))]
    dialogs = ConfirmDialog(Content("?")), TextDialog(Content("!")), ChoiceDialog(Content("?"), lines)
    return [*dialogs, ConsentDialog("?")]  # type: ignore[list-item]


async def test_paste_over_a_question_waits_on_the_list_below(harness: AppHarness) -> None:
    for mode in ("actions", "time", "roll_call"):
        app = harness.app()
        async with app.run_test(size=(120, 30)) as pilot:
            await go_to_mode(pilot, app, mode)
            for number, dialog in enumerate(questions()):
                await app.push_screen(dialog)
                app.post_message(Paste(f"Johan ringer\nmamma {number}"))
                await wait_until(pilot, lambda: len(kept(app)) == 1)  # noqa: B023
                assert app.screen is dialog
                await wait_until_saved(pilot, app)
                assert kept(app) == [f"Johan ringer mamma {number}"]
                await pilot.press("escape")
                await wait_until(pilot, lambda: "Skrivet: Johan ringer" in screen_text(app))  # noqa: B023
                await pilot.press("escape")
                assert kept(app) == []
        app.session.folder.leave()


async def test_word_typed_at_a_question_is_kept_and_answers_nothing(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f6")
        said: list[bool | None] = []
        app.push_screen(ConfirmDialog(Content("?")), said.append)
        await pilot.pause()
        await type_fast(pilot, "kajsa nej j")
        assert (said, kept(app)) == ([], ["kajsa nej j"])
        await pilot.press("escape")
        assert said == [False]
        await wait_until(pilot, lambda: "Skrivet: kajsa nej j▏" in screen_text(app))


async def test_slip_before_an_answer_leaves_no_word(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        said: list[bool | None] = []
        app.push_screen(ConfirmDialog(Content("?")), said.append)
        await pilot.press("k")
        await pilot.pause(0.7)
        await pilot.press("j")
        assert (said, kept(app)) == ([True], [])


async def test_answer_that_is_written_out_does_nothing_below(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5")
        for word, answer in (("ja", True), ("nej", False), ("yes", True), ("no", False)):
            said: list[bool | None] = []
            app.push_screen(ConfirmDialog(Content("?")), said.append)
            await pilot.pause()
            await type_fast(pilot, word)
            assert said == [answer]
            assert len(app.screen_stack) == 1, word
        assert not kept(app)


async def test_answer_to_one_question_is_none_to_the_next(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 30)) as pilot:
        app.write((Edit("participants", "p2", "consent", ""),))
        await pilot.press("f3", "down")
        await app.push_screen(ConsentDialog("?"), lambda answer: app.push_screen(ConsentDialog(str(answer))))
        await type_fast(pilot, "nej")
        assert isinstance(app.screen, ConsentDialog)
        assert app.screen._title == Consent.NONE, "the j of nej is no yes"


async def test_paste_over_a_question_goes_into_the_pad_below(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await app.push_screen(ConfirmDialog(Content("?")))
        app.post_message(Paste("Rad ett\nRad två"))
        pad = app.screen_stack[0].query_one(PadEditor)
        await wait_until(pilot, lambda: pad.text == "Rad ett\nRad två")


async def test_paste_by_a_click_into_an_unfocused_window_is_whole(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "q")
        await wait_until(pilot, lambda: isinstance(app.focused, Input))
        app.post_message(AppBlur())
        await wait_until(pilot, lambda: app.focused is None)
        app.post_message(Paste("Johan ringer"))
        await wait_until(pilot, lambda: form_field(app, "line").value == "Johan ringer")
        assert not kept(app)
