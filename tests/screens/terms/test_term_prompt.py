"""Stories of a word that somebody did not understand: the chair is told whom to ask, wherever the chair stands."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from sip_tui.meeting.content import questions
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from sip_tui.screens import SCREENS
from sip_tui.screens.base import SipScreen
from sip_tui.screens.terms import TermsScreen
from sip_tui.widgets.prompts import TermPrompt
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, advance_clock, go_to_mode, screen_text, wait_until

SIZES = [(80, 24), (120, 40)]


async def test_word_from_secretary_is_asked_about_on_chair_screens(harness: AppHarness) -> None:
    app, secretary = harness.app(), harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("v")
        assert not app.screen.query_one(TermPrompt).display
        raised = questions.raise_term(secretary.meeting, "LPT", "p3", "opening", secretary.session.edit_context())
        secretary.session.write(raised)
        secretary.session.flush()
        await wait_until(pilot, lambda: any(term.term == "LPT" for term in app.meeting.terms))
        for mode in SCREENS:
            await go_to_mode(pilot, app, mode)
            assert isinstance(app.screen, SipScreen)
            asked = [str(widget.content) for widget in app.screen.query(TermPrompt)]
            told = (
                []
                if mode in {"terms", "board", "prepare"}
                else ["Fråga Samir Haddad vad ”LPT” betyder. Tryck F4 för att skriva svaret."]
            )
            assert asked == told, mode


@pytest.mark.parametrize("name", ["Samir Haddad", "Anna-Karin Bergström-Lindqvist"])
async def test_whom_to_ask_is_told_in_full(harness: AppHarness, name: str) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        app.write([Edit("participants", "p3", "name", name)])
        app.write(questions.raise_term(app.meeting, "exponering", "p3", "opening", app.session.edit_context()))
        await pilot.pause()
        assert f"Fråga {name} vad ”exponering” betyder. Tryck F4" in screen_text(app)


async def test_the_secretary_is_not_asked_what_the_chair_is_asked(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(questions.raise_term(app.meeting, "LPT", "p3", "opening", app.session.edit_context()))
        await pilot.press("f2")
        assert not app.screen.query(TermPrompt)


async def test_f4_leads_to_the_word_and_its_answer_ends_the_question(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f4", "end", "f2")
        app.write(questions.raise_term(app.meeting, "LPT", "p3", "opening", app.session.edit_context()))
        await pilot.press("f4", "enter")
        assert app.screen.query_one("#field-term", Input).value == "LPT"
        app.screen.query_one("#field-answer", Input).value = "en lag om vård"
        await pilot.press("escape", "f2")
        assert not app.screen.query_one(TermPrompt).display


async def test_the_question_is_about_the_chosen_word(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        for word in ("LPT", "SIP-samordnare"):
            app.write(questions.raise_term(app.meeting, word, "p3", "opening", app.session.edit_context()))
        await pilot.press("f4")
        assert "menar du med ”LPT”?" in screen_text(app)
        await pilot.press("down")
        await pilot.pause()
        assert "menar du med ”SIP-samordnare”?" in screen_text(app)


async def test_a_form_on_the_words_leaves_the_cursor_where_it_was(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(questions.raise_term(app.meeting, "LPT", "p3", "opening", app.session.edit_context()))
        await pilot.press("f4", "end", "enter", "escape")
        chosen = app.screen.query_one("#row-list", RowList).row
        assert chosen != app.meeting.terms[-1].id
        await pilot.press("x")
        assert [term.term for term in app.meeting.terms] == ["BUP", "LPT"]


async def test_word_belongs_to_the_phase_it_was_raised_in(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f4", "a")
        app.screen.query_one("#field-term", Input).value = "LPT"
        app.screen.query_one("#field-raised_by").value = "p3"  # type: ignore[attr-defined]
        await pilot.press("escape")
        assert isinstance(app.screen, TermsScreen)
        assert app.meeting.terms[-1].phase == "opening"
        await pilot.press("f2")
        assert "LPT" in str(app.screen.query_one(TermPrompt).content)
        app.write(agenda.enter_phase(app.meeting, "needs", app.session.edit_context()))
        await advance_clock(pilot, app, harness.clock, 0)
        assert not app.screen.query_one(TermPrompt).display
        await pilot.press("f4", "e")
        app.screen.query_one("#field-term", Input).value = "LPT, LRV"
        await pilot.press("escape")
        assert app.meeting.terms[-1].phase == "opening", "to correct a word is not to raise it again"


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_word_takes_one_line_and_no_more(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("v", "M")
        before = app.screen.query_one("#script-grid").size.height
        app.write(
            questions.raise_term(app.meeting, "neuropsykiatrisk " * 20, "p3", "opening", app.session.edit_context())
        )
        await pilot.pause()
        assert app.screen.query_one("#script-grid").size.height == before - 1
        assert "…” betyder. Tryck F4." in screen_text(app)


@pytest.mark.parametrize("mode", ["time", "actions", "floor", "wrap_up"])
async def test_one_key_raises_a_word_from_wherever_the_chair_is(harness: AppHarness, mode: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        await go_to_mode(pilot, app, mode)
        await pilot.press("question_mark")
        app.screen.query_one("#field-term", Input).value = "LPT"
        await pilot.press("enter", *"sam", "enter", "escape")
        assert [(term.term, term.raised_by) for term in app.meeting.terms][-1] == ("LPT", "p3")
        assert app.current_mode == mode
        told = "Fråga Samir Haddad vad ”LPT” betyder. Tryck F4 för att skriva svaret."
        assert str(app.screen.query_one(TermPrompt).content) == told
