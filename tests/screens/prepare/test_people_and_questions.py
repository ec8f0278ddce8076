"""Who is called and what they are asked: typed, pasted, read from a file or taken over, and tied to questions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input, TextArea

from sip_tui.meeting.people.invitations import question_numbers
from sip_tui.screens.choice_dialog import ChoiceDialog
from sip_tui.screens.draft_dialog import DraftDialog
from sip_tui.screens.line_dialog import LineDialog
from sip_tui.screens.prepare.need_dialog import NeedDialog
from sip_tui.screens.prepare.people_dialog import PeopleDialog
from sip_tui.store import Archive
from tests.helpers.app_harness import AppHarness, screen_text, wait_until, wait_until_saved
from tests.helpers.preparing import is_shown, preparing, until, value, wait_until_said

pytestmark = pytest.mark.usefixtures("english")


async def test_unreadable_line_is_asked_about_then_a_task(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.press("escape", "a")
        app.screen.query_one(TextArea).text = "Samir, kurator, Elevhälsan, Storgatan\nEva Lund, BUP"
        await pilot.pause()
        await pilot.press("escape")
        assert isinstance(app.screen, PeopleDialog)
        await pilot.press("escape")
        await pilot.pause()
    assert [who.name for who in app.meeting.participants] == ["Eva Lund"]
    assert "Storgatan" in app.meeting.preparation[0].text


async def test_calendar_entry_can_be_pasted(tmp_path: Path) -> None:
    entry = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261204T120000Z\nATTENDEE;CN=Eva Lund:mailto:eva@example.org\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.press("escape", "a")
        app.screen.query_one(TextArea).text = entry
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("a")
        app.screen.query_one(TextArea).text = "BEGIN:VCALENDAR\nnonsens"
        await pilot.press("escape")
        assert isinstance(app.screen, PeopleDialog)
        await pilot.press("escape")
        await pilot.pause()
    assert [who.email for who in app.meeting.participants] == ["eva@example.org"]


async def test_calendar_file_is_read_by_its_path(tmp_path: Path) -> None:
    entry = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261204T120000Z\nDTEND:20261204T131500Z\nLOCATION:Rum 3\n"
        "ATTENDEE;CN=Eva Lund:mailto:eva@example.org\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    (tmp_path / "Kallelse till möte.ics").write_text(entry, encoding="utf-8")
    (tmp_path / "broken.ics").write_text("BEGIN:VCALENDAR\nnonsens", encoding="utf-8")
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.press("escape", "a")
        field = app.screen.query_one(TextArea)
        for path, said in ((tmp_path / "none.ics", "Check the path"), (tmp_path / "broken.ics", "cannot be read as")):
            field.text = str(path)
            await until(pilot, partial(is_shown, app, said))
        field.text = f"{tmp_path}/Kal"
        await pilot.press("tab")
        assert field.text.endswith("Kallelse till möte.ics")
        field.text = f"'{field.text}'"
        await pilot.press("escape")
        await pilot.pause()
    assert [who.email for who in app.meeting.participants] == ["eva@example.org"]
    assert (app.meeting.about.place, app.meeting.about.minutes) == ("Rum 3", 75)
    assert app.meeting.about.start == datetime(2026, 12, 4, 12, tzinfo=UTC)


async def test_people_of_an_earlier_meeting_are_taken_over(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    earlier = preparing(archive)
    async with earlier.run_test() as pilot:
        await pilot.press("escape", "a", "ctrl+r")
        assert isinstance(earlier.screen, PeopleDialog), "there is nothing to take from"
        people = "Omar Hassan, den enskilde\nFatima Hassan, mamma\nEva Lund, läkare, BUP, eva@example.org"
        earlier.screen.query_one(TextArea).text = people
        await pilot.press("escape")
        await wait_until_saved(pilot, earlier)
    earlier.session.close()
    app = preparing(archive)
    async with app.run_test() as pilot:
        await pilot.press("escape", "a")
        app.screen.query_one(TextArea).text = "Karin Ek, handläggare, Soc"
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press("1")
        await until(
            pilot, lambda: isinstance(app.screen, PeopleDialog) and "Eva" in app.screen.query_one(TextArea).text
        )
        await pilot.press("escape")
        await pilot.pause()
    assert [who.name for who in app.meeting.participants] == ["Karin Ek", "Eva Lund"], "nobody of another's family"
    assert app.meeting.participants[1].organisation == "BUP"


async def test_people_are_tied_to_questions_by_key_and_in_the_form(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.press("escape", "a")
        app.screen.query_one(TextArea).text = "Eva Lund, läkare, BUP\nKarin Ek, handläggare, Soc"
        await pilot.press("escape", "F", "escape")
        for question in ("Vem ringer?", "När börjar det?", "Vem betalar?"):
            await pilot.press("home", "F")
            app.screen.query_one(Input).value = question
            await pilot.press("enter")
            await pilot.pause()
        eva, karin = (who.id for who in app.meeting.participants)
        await pilot.press("1", "F")
        await pilot.pause()
        assert "Press the number of a question" in screen_text(app)
        await pilot.press("1", "3", "3", "down", "enter", "enter", "3", "9", "escape")
        assert question_numbers(app.meeting, eva) == (1, 3)
        await pilot.press("2", "at", "e")
        value(app, "questions", "2, 4")
        await wait_until_said(pilot, app, "There is no question 4")
        value(app, "questions", "2 och 3")
        await wait_until_said(pilot, app, "2. När börjar det?")
        await pilot.press("escape")
        await pilot.pause()
        assert question_numbers(app.meeting, karin) == (2, 3)
        assert "question 1, 3" in screen_text(app)


async def test_question_stays_where_it_was_typed_and_is_one(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.screen.query_one("#field-question_2").focus()
        value(app, "question_2", "Vem ringer?")
        await pilot.pause(0.2)
        app.screen.query_one("#field-start").focus()
        await pilot.pause(0.2)
        assert app.meeting.about.questions == ("Vem ringer?",)
        texts = [app.screen.query_one(f"#field-question_{number}", Input).value for number in (1, 2)]
        assert texts == ["", "Vem ringer?"]


@pytest.mark.parametrize(
    ("dialog", "wanted"),
    [
        (lambda: LineDialog("Vad ska göras?", draft="task"), "Ringa skolan om salen"),
        (NeedDialog, "Ringa skolan om salen"),
        (PeopleDialog, "Ringa\tskolan\nom salen"),
    ],
)
async def test_what_is_typed_in_a_dialog_outlives_the_program(
    tmp_path: Path, dialog: Callable[[], DraftDialog[object]], wanted: str
) -> None:
    """A whole paste, with its tabs; another screen, Escape or a crash takes none of it before it is taken."""
    app = (harness := AppHarness(tmp_path)).app()
    async with app.run_test() as pilot:
        await app.push_screen(dialog())
        await pilot.pause()
        app.post_message(Paste("Ringa\tskolan\nom salen"))
        await wait_until(pilot, lambda: bool(app.meeting.drafts))
        await wait_until_saved(pilot, app)
    app.session.folder.leave()
    again = harness.app()
    async with again.run_test() as pilot:
        await again.push_screen(opened := dialog())
        await pilot.pause()
        assert [*opened.typed().values()] == [wanted]
        opened.take(None)
        await pilot.pause()
        assert not again.meeting.drafts


async def test_words_left_at_one_question_outlast_those_at_another(tmp_path: Path) -> None:
    app = AppHarness(tmp_path).app()
    async with app.run_test() as pilot:
        for draft, words in (("task", "Boka salen"), ("question", "Vem hämtar?"), ("task", "Boka salen")):
            await app.push_screen(opened := LineDialog("Vad?", draft=draft))
            line = app.screen.query_one("#line", Input)
            line.value = line.value or words
            assert line.value == words
            opened.action_stay()
            await pilot.pause()
        assert [found.texts for found in app.meeting.drafts] == [("line", "Vem hämtar?"), ("line", "Boka salen")]
