"""Stories of the last minutes: the person is asked first, one key an answer, and the room is never locked."""

from __future__ import annotations

import pytest
from textual.widgets import Select, Static

from sip_tui.i18n import translation
from sip_tui.meeting.guidance.wrap_up import change_interim_plan, feedback_of, give_feedback
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people.attendance import set_presence
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.wrap_up.screen import WrapUpScreen
from tests.helpers.app_harness import AppHarness, wait_until
from tests.helpers.app_harness import wait_until_saved as saved
from tests.helpers.list_screens import (
    current_row,
    fill_form,
    form_field,
    form_fields,
    go_to_row,
    key_bar,
    list_text,
    mark_all_present,
    open_wrap_up,
    read_aloud,
    static_text,
)


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


async def test_one_letter_leads_there_from_every_screen_of_the_chair(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        for room in ("f2", "f3", "f4", "f5", "f6", "f7", "c", "u", "j"):
            await pilot.press(room)
            await pilot.pause()
            await pilot.press("G", "G")
            await pilot.pause()
            assert isinstance(app.screen, WrapUpScreen)


async def test_the_person_is_asked_first_and_one_key_is_the_answer(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app)
        assert current_row(app) == "safe p1"
        assert read_aloud(app) == "Maja, do you feel comfortable with what we have decided?"
        assert static_text(app, "#list-heads") == "Before you go home: 0 of 22 done"
        await pilot.press("j")
        await pilot.pause()
        assert "✓ Feels comfortable with what we have decided: yes" in list_text(app)
        assert (current_row(app), static_text(app, "#list-heads")) == (
            "wonders p1",
            "Before you go home: 1 of 22 done",
        )
        await pilot.press("n", "j", "j")
        await pilot.pause()
        assert current_row(app) == "words p1"
        assert "“No, nothing more.”" not in list_text(app)
        assert "No, nothing more." in list_text(app)
        await saved(pilot, app)
    given = feedback_of(harness.on_disk(), "p1")
    assert (given.safe, given.wonders, given.knows_whom, given.satisfied) == ("yes", "No, nothing more.", "yes", "yes")


async def test_the_key_line_offers_what_answers_the_row(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_wrap_up(pilot, app)
        begins = {
            "safe p1": "j Yes  d Partly  n No",
            "wonders p1": "n Nothing more  Enter Write the question",
            "knows_whom p1": "j Yes  n No  Enter Write",
            "words p1": "Enter Write their words",
            "coordinator ": "Enter Write",
        }
        for row, keys in begins.items():
            await go_to_row(pilot, app, row)
            assert key_bar(app).startswith(keys), row
        await go_to_row(pilot, app, "words p1")
        await pilot.press("enter")
        assert isinstance(app.screen, FormScreen)


async def test_cursor_stays_after_an_answer_that_is_not_yes(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app)
        await pilot.press("d")
        await pilot.pause()
        assert (current_row(app), read_aloud(app)) == (
            "safe p1",
            "What would make you feel more comfortable with it, Maja?",
        )
        await pilot.press("z")
        await pilot.pause()
        assert "Feels comfortable with what we have decided: not asked yet" in list_text(app)


async def test_what_the_person_wonders_is_written_and_one_key_parks_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        await open_wrap_up(pilot, app, "wonders p1")
        await pilot.press("p")
        assert not app.meeting.parked
        await pilot.press("j", "j")
        assert not app.meeting.feedback, "one who answers row by row writes nothing into the person's words"
        await pilot.press("enter")
        await fill_form(pilot, app, wonders="Får jag byta lärare?")
        await pilot.press("escape")
        await pilot.pause()
        assert read_aloud(app) == "Can someone here answer it now? Press p to keep it for another time."
        await pilot.press("p", "p")
        await pilot.pause()
        assert "✓ Has another question: “Får jag byta lärare?” (another time)" in list_text(app)
    assert [(item.text, item.said_by) for item in harness.on_disk().parked] == [("Får jag byta lärare?", "p1")]


async def test_family_row_takes_the_next_answer(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app, "family p2")
        assert read_aloud(app) == "Åsa Lindgren, do you feel comfortable with what we have decided?"
        await pilot.press("j", "n", "d")
        await pilot.pause()
        assert "✓ Åsa Lindgren, mamma\n     safe: yes · knows who to ask: no · happy: partly" in list_text(app)
        assert read_aloud(app) == "Thank you, Åsa Lindgren. How was it for you today, in your own words?"


async def test_a_letter_answers_nothing_where_nothing_is_asked(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        await open_wrap_up(pilot, app, "coordinator")
        for row, key, notice in (
            ("coordinator", "j", "First choose a question about how the meeting was."),
            ("knows_whom p1", "d", "Answer yes or no here."),
        ):
            await go_to_row(pilot, app, row)
            await pilot.press(key)
            assert [notification.message for notification in app._notifications] == [notice]
        assert not app.meeting.feedback


async def test_a_form_opens_at_the_row_that_is_meant(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app, "words p1")
        for row, first in (("words p1", "words"), ("authority", "authority"), ("evaluation", "evaluation")):
            await go_to_row(pilot, app, row)
            await pilot.press("enter")
            await pilot.pause()
            assert app.focused is not None
            assert app.focused.id == f"field-{first}"
            await pilot.press("escape")
            await pilot.pause()


async def test_wish_is_asked_before_coordinator(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app, "coordinator")
        assert read_aloud(app) == "Ask first: Maja, who would you like?"
        await pilot.press("e")
        await fill_form(pilot, app, wish="Samir, som jag känner")
        app.screen.query_one("#field-coordinator", Select).value = "p3"
        await fill_form(pilot, app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Wish: “Samir, som jag känner”" in list_text(app)
        assert read_aloud(app).endswith("Everyone here can get in touch. Which number?")
        assert "Samir Haddad (kurator, Elevhälsan, Almgymnasiet), no telephone number" in list_text(app)
    assert harness.on_disk().between.coordinator == "p3"


async def test_other_coordinator_empties_phone_in_open_form(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(change_interim_plan(app.meeting, {"coordinator": "p2", "phone": "070-174 06 05"}))
        await open_wrap_up(pilot, app, "coordinator")
        await pilot.press("e")
        form = app.screen
        assert isinstance(form, FormScreen)
        form.query_one("#field-coordinator", Select).value = "p3"
        form.commit()
        assert form_field(app, "phone").value == ""
        await pilot.press("escape")
    assert harness.on_disk().between.phone == ""


async def test_a_day_off_is_told_while_the_day_is_typed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app, "follow_up")
        await pilot.press("e")
        assert form_fields(app)[0] == "follow_up"
        await fill_form(pilot, app, follow_up="2027-01-06 kl 13")
        assert "That is a weekend or public holiday: " in str(app.screen.query_one("#form-feedback", Static).content)
        await fill_form(pilot, app, follow_up="fredag 29/1 13-14", place="rum Eken")
        await pilot.press("escape")
        await pilot.pause()
        assert "✓ Date and time: Friday 29 January 2027 at 13:00–14:00, rum Eken" in list_text(app)
        assert "Then you will check how the goals are going: on the same day" in list_text(app)
    assert harness.on_disk().about.follow_up == "2027-01-29T13:00/14:00", "a day is kept with its year"


async def test_space_goes_to_next_unsettled_row(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app, "convener")
        await pilot.press("space", "enter")
        await fill_form(pilot, app, answer="Samir möter dig")
        await pilot.press("escape")
        await pilot.pause()
        assert read_aloud(app) == "Did you get an answer to this, Maja?"
        await pilot.press("space")
        await pilot.pause()
        assert current_row(app) == "question question-2"


async def test_when_the_person_is_not_here_somebody_tells_them(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        mark_all_present(app)
        app.write(set_presence(app.meeting, "p1", Presence.EXCUSED, app.session.edit_context()))
        await pilot.press("G")
        await pilot.pause()
        assert current_row(app) == "told_by"
        assert read_aloud(app) == "Maja is not here. Who will tell Maja what we have decided, and when?"
        await pilot.press("e")
        app.screen.query_one("#field-told_by", Select).value = "p2"
        await pilot.press("escape")
        await pilot.pause()
        assert read_aloud(app) == "Åsa Lindgren will tell Maja what we have decided. When?"


async def test_secretarys_wrap_up_appears_and_cursor_stays(harness: AppHarness) -> None:
    app, secretary = harness.app(), harness.app("secretary")
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app, "authority")
        await saved(pilot, app)
        secretary.session.poll()
        secretary.session.write(give_feedback(secretary.session.meeting, "p1", {"words": "det gick fort"}))
        secretary.session.flush()
        await wait_until(pilot, lambda: "det gick fort" in list_text(app))
        assert "In their own words: “det gick fort”" in list_text(app)
        assert current_row(app) == "authority"


async def test_one_key_says_that_the_plan_is_approved_today(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app)
        await go_to_row(pilot, app, "approved_on")
        assert read_aloud(app) == "Maja, do you approve the plan as it is now?"
        await pilot.press("j")
        await saved(pilot, app)
        assert app.meeting.between.approved_on == "2026-11-27"
        assert "Approved together: Friday 27 November 2026" in list_text(app)
        await go_to_row(pilot, app, "approved_on")
        await pilot.press("d", "n")
        await saved(pilot, app)
        assert app.meeting.between.approved_on == ""
