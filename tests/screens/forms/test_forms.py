"""Stories of somebody who fills in forms: what was understood is read back, and a stray letter changes nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.widgets import Input, Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.guidance.phase_guard import leaving_soon
from sip_tui.meeting.log.change import Edit
from sip_tui.phrasing.wording import local, time_of_day
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.select_field import KeyboardSelect, SelectOptions
from tests.helpers.app_harness import START, AppHarness, wait_until_saved
from tests.helpers.list_screens import action_edits, fill_form, form_field, go_to_row, key_bar, open_action_board

WRITTEN = 0.1
"""Seconds after which a form has written what was typed."""


def line(app: SipApp, name: str) -> str:
    """What stands in a line of the form; empty when it is not shown."""
    one = app.screen.query_one(f"#form-{name}", Static)
    return str(one.content) if one.display else ""


async def test_leaving_time_is_read_back_and_kept_as_typed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f3", "down", "e")
        leaves = app.screen.query_one("#field-leaves", Input)
        leaves.value = "halv två"
        await pilot.pause(WRITTEN)
        assert "13.30" in line(app, "feedback")
        leaves.value = "bo"
        await pilot.pause(WRITTEN)
        asked = line(app, "feedback")
        assert "13.40" in asked
        leaves.value = "tjugo över ett"
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
        assert "13.20" in str(app.screen.query_one("RowList").get_option_at_index(1).prompt)  # type: ignore[attr-defined]
    meeting = harness.on_disk()
    [one] = [each for each in meeting.participants if each.leaves]
    assert one.leaves == "tjugo över ett"


async def test_who_must_go_is_minded_in_whatever_words_it_was_written(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test():
        here = Edit("participants", "p1", "presence", "present")
        app.write((here, Edit("participants", "p1", "leaves", "tio över ett")))
        now = local(START)
        assert [participant.id for participant in leaving_soon(app.meeting, now, time_of_day)] == ["p1"]
        assert not leaving_soon(app.meeting, now - timedelta(hours=1), time_of_day)


async def test_the_next_meeting_can_be_written_as_people_say_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("i")
        again = app.screen.query_one("#field-follow_up", Input)
        again.value = "20 februari kl 13"
        await pilot.pause(WRITTEN)
        assert "lördag 20 februari 2027 kl. 13.00" in line(app, "feedback")
        assert line(app, "feedback").endswith("Den dagen är det helg: lördag.")
        again.value = "19 februari kl 13"
        await pilot.press("escape", "i")
        assert app.screen.query_one("#field-follow_up", Input).value == "2027-02-19 13:00"
        await pilot.press("escape")
    assert harness.on_disk().about.follow_up == "2027-02-19T13:00"


async def test_a_day_that_cannot_be_read_stays_as_it_was_typed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("i")
        app.screen.query_one("#field-follow_up", Input).value = "när Anna har ringt"
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
    assert harness.on_disk().about.follow_up == "när Anna har ringt"


@pytest.mark.parametrize("stray", ["lisa", "l", "fem", "#"])
async def test_a_stray_word_in_a_choice_leaves_it_as_it_was(harness: AppHarness, stray: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("i")
        app.screen.query_one("#field-interpreted", KeyboardSelect).focus()
        await pilot.press(*stray, "enter")
        assert isinstance(app.screen, FormScreen)
        assert app.screen.query_one("#field-interpreted", KeyboardSelect).chosen == "100"
        await pilot.press("escape")
        assert app.meeting.about.minutes == 60


async def test_words_that_fit_no_option_go_where_they_belong(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f4", "a", *"LOGI", "enter", *"det betyder skola", "enter")
        assert form_field(app, "answer").value == "det betyder skola"
        assert "finns inte i listan" in line(app, "feedback")
        await pilot.press("escape")
    assert harness.on_disk().terms[-1].answer == "det betyder skola"


@pytest.mark.parametrize("leave", ["escape", "tab"])
async def test_words_in_a_choice_that_is_left_are_kept(harness: AppHarness, leave: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f4", "a", *"LOGI", "enter", *"hon sa det", leave)
        await pilot.pause()
        assert form_field(app, "answer").value == "hon sa det"


async def test_a_name_that_is_not_listed_is_added(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a", *"Ringa", "enter", *"Kurt Ek", "enter")
        await pilot.press("escape")
    meeting = harness.on_disk()
    assert meeting.participants[-1].name == "Kurt Ek"
    assert meeting.actions[-1].who == meeting.participants[-1].id


async def test_slow_letters_search_as_one_word(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("i")
        app.screen.query_one("#field-chair", KeyboardSelect).focus()
        for letter in "sam":
            await pilot.press(letter)
            await pilot.pause(0.8)
        await pilot.press("x", "backspace", "enter")
        assert app.meeting.about.chair == "p3"


async def test_up_goes_back_and_stays_at_the_first_field(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a", "enter", "tab", "enter")
        passed = [app.focused and app.focused.id]
        for _key in range(4):
            await pilot.press("up")
            passed.append(app.focused and app.focused.id)
        assert passed == ["field-how_often", "field-when", "field-who", "field-what", "field-what"]
        await pilot.press("down")
        assert app.focused
        assert app.focused.id == "field-who"


async def test_a_letter_in_a_number_field_is_answered(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("e", "x")
        app.tick()
        await pilot.pause()
        assert "Bara siffror" in line(app, "feedback")
        await pilot.press("enter")
        assert "Bara siffror" not in line(app, "feedback")


async def test_choice_that_lengthens_the_meeting_tells_the_length(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("i")
        app.screen.query_one("#field-interpreted", KeyboardSelect).focus()
        assert "90" not in line(app, "feedback")
        await pilot.press(*"hälften", "enter")
        await pilot.pause()
        assert "90" in line(app, "feedback")
        assert app.meeting.about.minutes == 90


async def test_a_surname_is_found_as_well_as_a_first_name(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("i")
        app.screen.query_one("#field-chair", KeyboardSelect).focus()
        await pilot.press(*"hadd", "enter")
        assert app.meeting.about.chair == "p3"


async def test_the_foot_says_what_enter_does_where_one_is(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        assert key_bar(app).startswith("Enter Nästa fält  Esc Klar")
        app.screen.query_one("#field-closing", Input).focus()
        await pilot.pause()
        assert key_bar(app).startswith("Enter Klar")
        await pilot.press("enter", "i", "tab")
        assert isinstance(app.focused, KeyboardSelect)
        assert "Enter Öppna listan" in key_bar(app)
        await pilot.press("enter")
        assert isinstance(app.focused, SelectOptions)
        assert "Enter Välj  Esc Stäng listan" in key_bar(app)


async def test_an_open_list_covers_nothing_of_the_form(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        app.screen.query_one("#field-bell", KeyboardSelect).focus()
        await pilot.press("enter")
        await pilot.pause()
        rows = app.focused
        assert isinstance(rows, SelectOptions)
        assert app.screen.query_one("#form").region.contains_region(rows.region)


async def test_typing_restores_a_row_deleted_meanwhile(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app, *action_edits("a1", "Ringa", "p3"))
        await go_to_row(pilot, app, "actions a1")
        await pilot.press("enter")
        app.write((Edit("actions", "a1", "deleted", True),))
        await fill_form(pilot, app, what="Ringa skolan")
    assert [(action.id, action.what, action.who) for action in app.meeting.actions] == [("a1", "Ringa skolan", "p3")]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("fredag", "2026-12-04"),
        ("senast fredag", "senast fredag 4 december 2026, v. 49"),
        ("i morgon", "2026-11-28"),
        ("varje fredag", "varje fredag"),
        ("när utredningen är klar", "när utredningen är klar"),
        ("", ""),
    ],
)
async def test_a_day_in_a_form_is_kept_with_its_date(harness: AppHarness, typed: str, kept: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a")
        app.screen.query_one("#field-what", Input).value = "Ringa skolan"
        app.screen.query_one("#field-when", Input).value = typed
        await pilot.pause(WRITTEN)
        await pilot.press("escape")
    (action,) = harness.on_disk().actions
    assert (action.what, action.when) == ("Ringa skolan", kept)


async def test_the_day_of_a_goal_is_undone_with_its_form(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "m")
        app.screen.query_one("#field-text", Input).value = "Sova"
        app.screen.query_one("#field-by", Input).value = "fredag"
        await pilot.pause(WRITTEN)
        await pilot.press("escape")
        assert app.meeting.goals[-1].by == "2026-12-04"
        await pilot.press("z")
        assert "Sova" not in {goal.text for goal in app.meeting.goals}
