"""Stories of the last minutes: the person is asked first, one key an answer, and the room is never locked."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Select, Static

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from sip_tui.meeting.guidance.wrap_up import change_interim_plan, feedback_of, give_feedback
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people.attendance import set_presence
from sip_tui.meeting.time.agenda import open_meeting
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.wrap_up.screen import WrapUpScreen
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness
from tests.helpers.app_harness import wait_until_saved as saved
from tests.helpers.situation_forms import choose, field, fields, fill, mark_all_present


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


def rows(app: SipApp) -> str:
    listed = app.screen.query_one(RowList)
    return "\n".join(str(one.prompt) for one in listed.options)


def at(app: SipApp) -> str:
    return app.screen.query_one(RowList).row


def aloud(app: SipApp) -> str:
    return str(app.screen.query_one("#read-aloud", Static).content)


def heading(app: SipApp) -> str:
    return str(app.screen.query_one("#wrap-up-progress", Static).content)


def begin(app: SipApp) -> None:
    app.write(open_meeting(app.meeting, app.session.edit_context()))


async def go_there(pilot: Pilot[int], app: SipApp, row: str = "") -> None:
    mark_all_present(app)
    await pilot.press("h")
    await pilot.pause()
    if row:
        await choose(pilot, app, row)


async def test_one_letter_leads_there_from_every_screen_of_the_chair(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        for room in ("f2", "f3", "f4", "f5", "f6", "f7", "c", "u", "j"):
            await pilot.press(room)
            await pilot.pause()
            await pilot.press("h", "h")
            await pilot.pause()
            assert isinstance(app.screen, WrapUpScreen)


async def test_the_person_is_asked_first_and_one_key_is_the_answer(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_there(pilot, app)
        assert at(app) == "safe p1"
        assert aloud(app) == "Maja, do you feel safe with what we have decided?"
        assert heading(app) == "Before you go home: 0 of 15 settled"
        await pilot.press("s")
        await pilot.pause()
        assert "✓ Feels safe with what we have decided: yes" in rows(app)
        assert (at(app), heading(app)) == ("wonders p1", "Before you go home: 1 of 15 settled")
        await pilot.press("i", "s", "s")
        await pilot.pause()
        assert at(app) == "words p1"
        await saved(pilot, app)
    given = feedback_of(harness.on_disk(), "p1")
    assert (given.safe, given.wonders, given.knows_whom, given.satisfied) == ("yes", "No, nothing more.", "yes", "yes")


async def test_after_anything_but_a_yes_it_stays_and_asks_what_is_needed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_there(pilot, app)
        await pilot.press("l")
        await pilot.pause()
        assert (at(app), aloud(app)) == ("safe p1", "What would make it feel safer, Maja?")
        await pilot.press("z")
        await pilot.pause()
        assert "Feels safe with what we have decided: not asked yet" in rows(app)


async def test_what_the_person_wonders_is_written_and_one_key_parks_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        await go_there(pilot, app, "wonders p1")
        await pilot.press("k")
        assert not app.meeting.parked
        await pilot.press("s")
        await fill(pilot, app, wonders="Får jag byta lärare?")
        await pilot.press("escape")
        await pilot.pause()
        assert aloud(app) == "Can someone here answer it now? Press k to keep it for another time."
        await pilot.press("k", "k")
        await pilot.pause()
        assert "✓ Wonders about something else: “Får jag byta lärare?” (another time)" in rows(app)
    assert [(one.text, one.said_by) for one in harness.on_disk().parked] == [("Får jag byta lärare?", "p1")]


async def test_somebody_of_the_family_has_one_row_and_each_key_answers_the_next_question(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_there(pilot, app, "family p2")
        assert aloud(app) == "Åsa Lindgren, do you feel safe with what we have decided?"
        await pilot.press("s", "i", "l")
        await pilot.pause()
        assert "✓ Åsa Lindgren, mamma\n     safe: yes · knows who: no · happy: partly" in rows(app)
        assert aloud(app) == "Thank you, Åsa Lindgren. How was it for you today, in your own words?"


async def test_a_letter_answers_nothing_where_nothing_is_asked(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        await go_there(pilot, app, "coordinator")
        await pilot.press("s")
        await choose(pilot, app, "knows_whom p1")
        await pilot.press("l")
        assert [one.message for one in app._notifications] == [
            "First choose a question about how the meeting was.",
            "Here the answer is yes or no.",
        ]
        assert not app.meeting.feedback


async def test_a_form_opens_at_the_row_that_is_meant(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_there(pilot, app, "words p1")
        for row, first in (("words p1", "words"), ("authority", "authority"), ("evaluation", "evaluation")):
            await choose(pilot, app, row)
            await pilot.press("enter")
            await pilot.pause()
            assert app.focused is not None
            assert app.focused.id == f"field-{first}"
            await pilot.press("escape")
            await pilot.pause()


async def test_the_wish_is_asked_for_before_the_choice_and_the_number_is_asked_for(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_there(pilot, app, "coordinator")
        assert aloud(app) == "Ask first: Maja, who would you like?"
        await pilot.press("e")
        await fill(pilot, app, wish="Samir, som jag känner")
        app.screen.query_one("#field-coordinator", Select).value = "p3"
        await pilot.pause(0.35)
        await pilot.press("escape")
        await pilot.pause()
        assert "Wish: “Samir, som jag känner”" in rows(app)
        assert aloud(app).endswith("Everyone here can get in touch. At which number?")
        assert "Samir Haddad (kurator, Elevhälsan, Almgymnasiet), no telephone number" in rows(app)
    assert harness.on_disk().between.coordinator == "p3"


async def test_another_coordinator_empties_the_number_in_the_open_form_too(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(change_interim_plan(app.meeting, {"coordinator": "p2", "phone": "070-174 06 05"}))
        await go_there(pilot, app, "coordinator")
        await pilot.press("e")
        form = app.screen
        assert isinstance(form, FormScreen)
        form.query_one("#field-coordinator", Select).value = "p3"
        form.commit()
        assert field(app, "phone").value == ""
        await pilot.press("escape")
    assert harness.on_disk().between.phone == ""


async def test_a_day_off_is_told_while_the_day_is_typed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_there(pilot, app, "follow_up")
        await pilot.press("e")
        assert fields(app)[0] == "follow_up"
        await fill(pilot, app, follow_up="2027-01-06 kl 13")
        assert "That is a day off: " in str(app.screen.query_one("#form-feedback", Static).content)
        await fill(pilot, app, follow_up="fredag 29/1 kl 13", place="rum Eken")
        await pilot.press("escape")
        await pilot.pause()
        assert "✓ Day and time: Friday 29 January 2027 at 13:00, rum Eken" in rows(app)
        assert "Then you see how the goals have gone: on the same day" in rows(app)
    assert harness.on_disk().about.follow_up == "2027-01-29T13:00", "a day is kept with its year"


async def test_a_question_gets_its_answer_and_space_goes_to_what_is_left(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_there(pilot, app, "convener")
        await pilot.press("space", "enter")
        await fill(pilot, app, answer="Samir möter dig")
        await pilot.press("escape")
        await pilot.pause()
        assert aloud(app) == "Did you get an answer to this, Maja?"
        await pilot.press("space")
        await pilot.pause()
        assert at(app) == "question question-2"


async def test_when_the_person_is_not_here_somebody_tells_them(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        mark_all_present(app)
        app.write(set_presence(app.meeting, "p1", Presence.EXCUSED, app.session.edit_context()))
        await pilot.press("h")
        await pilot.pause()
        assert at(app) == "told_by"
        assert aloud(app) == "Maja is not here. Who tells Maja what we have decided, and when?"
        await pilot.press("e")
        app.screen.query_one("#field-told_by", Select).value = "p2"
        await pilot.press("escape")
        await pilot.pause()
        assert aloud(app) == "Åsa Lindgren tells Maja what we have decided. When?"


async def test_what_the_secretary_writes_is_there_at_once_and_the_cursor_stays(harness: AppHarness) -> None:
    app, secretary = harness.app(), harness.app("secretary")
    async with app.run_test() as pilot:
        await go_there(pilot, app, "authority")
        await saved(pilot, app)
        secretary.session.poll()
        secretary.session.write(give_feedback(secretary.session.meeting, "p1", {"words": "det gick fort"}))
        secretary.session.flush()
        await pilot.pause(0.15)
        assert "In their own words: “det gick fort”" in rows(app)
        assert at(app) == "authority"
