"""From an empty archive to a called meeting: one form, a list of people, a list of what is left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from sip_tui.app.app import SipApp
from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.meeting.content.about import is_blank
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting_file.template import NEW
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.prepare.need_dialog import QUESTIONS, NeedDialog
from sip_tui.screens.prepare.people_dialog import PeopleDialog
from sip_tui.store import Archive
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import screen_text, wait_until, wait_until_saved
from tests.helpers.preparing import feedback, preparing, until, value, wait_until_said

pytestmark = pytest.mark.usefixtures("english")
MOST_KEYS = 120
"""Presses beside the text itself, from an empty archive to a meeting that six have been called to."""
FORM = {
    "called": "Omar",
    "person": "Omar Hassan",
    "guardian": "Fatima Hassan",
    "reach": "via mamma",
    "interpreter_language": "arabiska",
    "question_1": "Vem hjälper till med läxorna?",
    "start": "fredag 4 december 13-14.15",
    "place": "Nygårdsskolan, rum 3",
    "called_by": "Anders Holm",
}
PEOPLE = """Fatima Hassan, vårdnadshavare
Tolk (arabiska), Tolkförmedlingen
Anders Holm, mentor, Nygårdsskolan, anders@example.org
Linda Persson, skolsköterska, Elevhälsan
BUP
Karin Ek, socialsekreterare, Socialtjänsten"""


class CountedPilot:
    """A pilot that counts the presses; texts are pasted, since it is the presses beside them that count."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot, self.presses = pilot, 0

    async def press(self, *keys: str) -> None:
        self.presses += len(keys)
        await self.pilot.press(*keys)


async def test_from_nothing_to_a_called_meeting_in_few_keys(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    start = StartApp(archive.entries(), actions_in(archive))
    async with start.run_test() as pilot:
        counted = CountedPilot(pilot)
        await counted.press("a")
        await wait_until(pilot, lambda: start.return_value is not None)
    assert start.return_value is not None
    assert start.return_value.meeting == NEW
    app = preparing(archive)
    async with app.run_test() as made:
        await made.pause()
        counted.pilot = made
        assert isinstance(app.screen, FormScreen)
        await _fill_in(app, counted)
        assert isinstance(app.screen, PeopleDialog)
        app.screen.query_one(TextArea).text = PEOPLE
        counted.presses += PEOPLE.count("\n")
        await counted.press("escape", "Y", "j")
        await wait_until_saved(made, app)
    called = [who for who in app.meeting.participants if app.meeting.invitation(who.id).called_on == "2026-11-02"]
    assert len(called) == 6
    assert app.meeting.about.minutes == 75
    assert app.meeting.person.child
    assert app.meeting.about.purpose.startswith("We will make a plan together"), "what the form offered"
    caller = app.meeting.participant(app.meeting.about.called_by)
    assert caller is not None
    assert caller.organisation == "Nygårdsskolan"
    assert counted.presses <= MOST_KEYS


async def _fill_in(app: SipApp, counted: CountedPilot) -> None:
    """Go through the form field by field, as somebody does who types."""
    while isinstance(app.screen, FormScreen):
        field = (app.screen.focused.id or "").removeprefix("field-") if app.screen.focused else ""
        if field in FORM:
            value(app, field, FORM[field])
        if field == "child":
            await counted.press("c", "enter")
            app.screen.query_one("#field-guardian").focus()
            await counted.pilot.pause()
            continue
        await counted.press("tab" if field == "type" else "enter")
        await counted.pilot.pause()


async def test_bad_input_in_the_form_is_asked_about_and_kept(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.pause()
        for field, text, said in (
            ("start", "31 februari 13", "There is no such day"),
            ("start", "1 november 13-14", "Sunday 1 November 2026 has passed."),
            ("start", "4 december 14-13", "The meeting would end before it begins."),
            ("start", "fredag 4 december", "At what time"),
            ("called", "Omar och Lina", "A meeting is about one person. Which of them is it: Omar och Lina?"),
            ("person", "Omar & Lina Hassan", "Which of them is it: Omar & Lina Hassan?"),
            ("guardian", "Fatima", "Only a child has someone with parental responsibility."),
            ("called_by", "Anna, Arbetsförmedlingen", "may call a SIP"),
        ):
            value(app, field, text)
            await wait_until_said(pilot, app, said)
            assert app.meeting.about.start is None
        app.screen.query_one("#field-child").focus()
        await pilot.press("c", "enter")
        await until(pilot, lambda: [who.name for who in app.meeting.participants] == ["Fatima"])
        assert "only for a child" not in feedback(app), "what waited for another field is tried again"
        await pilot.press("escape", "escape", "i")
        await pilot.pause()
        assert app.screen.query_one("#field-start", Input).value == "fredag 4 december", "nothing is lost"


async def test_new_meeting_that_nobody_wrote_in_is_blank(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, PeopleDialog)
        assert is_blank(app.meeting)


async def test_tasks_are_ticked_skipped_added_and_taken_away(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.press("escape", "q", *"frukt", "enter")
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        rows.go_to("task screen")
        await pilot.press("k")
        rows.go_to("task read_up")
        await pilot.press("full_stop")
        [own] = [item for item in app.meeting.preparation if item.text]
        assert {item.id: (item.done_on, item.not_needed) for item in app.meeting.preparation} == {
            "screen": ("2026-11-02", False),
            "read_up": ("", True),
            own.id: ("", False),
        }
        rows.go_to(f"task {own.id}")
        await pilot.press("x")
        await pilot.pause()
        assert "frukt" not in screen_text(app)


async def test_five_questions_lead_to_a_meeting(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    answers = ("Skolan ser behovet", "Vem möter på morgonen?", "samverkan", "Eva Lund, BUP", "Erfaren ledare")
    async with app.run_test() as pilot:
        await pilot.press("escape", "ampersand")
        for answer in answers:
            assert isinstance(app.screen, NeedDialog)
            app.screen.query_one(Input).value = answer
            await pilot.press("enter")
            await pilot.pause()
    about = app.meeting.about
    assert len(answers) == len(QUESTIONS)
    assert (about.why, about.questions, about.type) == (answers[0], (answers[1],), "Multi-agency meeting")
    assert app.meeting.participants[0].organisation == "BUP"
    assert app.meeting.preparation[0].text == answers[4]


async def test_every_line_opens_what_it_is_about(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.press("escape", "a")
        app.screen.query_one(TextArea).text = "Omar Hassan, den enskilde\nEva Lund, läkare, BUP"
        await pilot.press("escape")
        await pilot.pause()
        person = app.meeting.person_participant
        assert person is not None
        assert person.kind is Kind.PERSON
        eva = next(who.id for who in app.meeting.participants if who.name == "Eva Lund")
        for row, title in (
            ("field about", "The meeting"),
            ("field person", "The person, and what helps"),
            ("field purpose", "What the meeting is for"),
            (f"participants {person.id}", "The person, and what helps"),
            (f"participants {eva}", "Participant"),
            ("task time", "The meeting"),
        ):
            app.screen.query_one(RowList).go_to(row)
            await pilot.press("enter")
            await pilot.pause()
            assert title in screen_text(app)
            await pilot.press("escape")
            await pilot.pause()
        app.screen.query_one(RowList).go_to(f"participants {eva}")
        await pilot.press("j", "at", "8")
        assert app.meeting.participant(eva).consent == "oral"  # type: ignore[union-attr]
        await pilot.press("x")
        assert app.meeting.participant(eva) is None


async def test_notice_length_and_unwanted_are_said_before_the_call(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("escape")
        app.write(
            [
                Edit("about", "meeting", "start", "2026-11-09T12:00:00.000Z"),
                Edit("about", "meeting", "minutes", 90),
                Edit("about", "meeting", "questions", ["Vem?"]),
                Edit("participants", "p1", "name", "Eva Lund"),
                Edit("invitations", "p1", "wanted", "no"),
            ]
        )
        await pilot.pause()
        said = str(app.screen.query_one("#read-aloud", Static).content)
        assert "Fewer than 21 days until the meeting." in said
        assert "Press e on the line of the meeting" in said
        assert "The meeting is long." in said
        assert "would rather not have Eva Lund here" in said
        assert "Why have they been asked to come? Eva Lund" in said
        app.write([Edit("person", "person", "stamina_minutes", 20), Edit("about", "meeting", "short_notice", "akut")])
        await pilot.pause()
        said = str(app.screen.query_one("#read-aloud", Static).content)
        assert "can manage 20 minutes without a break" in said
        assert "Fewer than 21 days" not in said


async def test_call_leaves_out_who_is_not_wanted(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.press("escape")
        app.write([Edit("participants", "p1", "name", "Eva Lund"), Edit("participants", "p2", "name", "Bo Ek")])
        app.write([Edit("invitations", "p2", "wanted", "no")])
        await pilot.pause()
        await app.screen.run_action("call_all")
        await pilot.pause()
        shown = " ".join(re.sub("[│┃]", " ", screen_text(app)).split())
        assert "Bo Ek will not get an invitation" in shown
        await pilot.press("j")
        assert app.meeting.invitation("p1").called_on
        assert not app.meeting.invitation("p2").called_on


async def test_form_follows_the_regions_order_and_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIP_TUI_CONFIG", str(tmp_path / "config.toml"))
    text = "[form]\norder = ['purpose', 'nonsens']\n[form.labels]\npurpose = 'Målet med mötet'\n"
    (tmp_path / "region.toml").write_text(text, encoding="utf-8")
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.pause()
        fields = [widget.id for widget in app.screen.query("#form Input, #form KeyboardSelect")]
        assert fields[0] == "field-purpose"
        assert "Målet med mötet" in screen_text(app)


async def test_what_only_a_handover_asks_for_is_in_its_form(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.press("escape")
        app.write([Edit("about", "meeting", "type", "Handover meeting")])
        app.screen.query_one(RowList).go_to("field purpose")
        await pilot.press("enter")
        await pilot.pause()
        assert "Who is taking over" in screen_text(app)


async def test_enter_leads_through_the_whole_form(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.screen.query_one("#field-type").focus()
        await pilot.press("enter", *"Omar", "enter", "enter", "enter")
        await pilot.pause()
        assert app.meeting.person.called == "Omar"
        assert (app.screen.focused.id if app.screen.focused else "") == "field-guardian"
        assert app.meeting.about.type == "SIP"
        app.screen.query_one("#field-type").focus()
        await pilot.press(*"sip", "enter")
        await pilot.pause()
        assert app.meeting.about.type == "SIP"


async def test_escape_leads_from_the_preparation_to_all_meetings(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test() as pilot:
        await pilot.press("escape", "f2", "number_sign", "escape")
        await pilot.pause()
        assert (app.current_mode, app.open_next) == ("time", None), "the screen that one came from is first"
    again = preparing(Archive(tmp_path / "another"))
    async with again.run_test() as pilot:
        await pilot.press("escape", "q", *"frukt", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: again.open_next == ("", ""))
    assert [item.text for item in again.meeting.preparation if item.text] == ["frukt"]


async def test_field_that_is_typed_in_is_never_behind_the_read_back(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        value(app, "start", "fredag 4 december 13-14.15")
        await wait_until_said(pilot, app, "Friday 4 December")
        field = app.screen.query_one("#field-called_by")
        field.focus()
        line = app.screen.query_one("#form-feedback")
        await until(pilot, lambda: 0 < field.region.bottom <= line.region.y)
