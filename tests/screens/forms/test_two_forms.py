"""Stories of two forms that are open on one row, and of words that are half written when the program dies."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, Static

from sip_tui.app.app import SipApp
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.select_field import KeyboardSelect
from tests.helpers.app_harness import AppHarness, wait_until, wait_until_saved
from tests.helpers.list_screens import action_edits, go_to_row, open_action_board


def field(app: SipApp, name: str) -> Input:
    return app.screen.query_one(f"#field-{name}", Input)


def feedback(app: SipApp) -> str:
    return str(app.screen.query_one("#form-feedback", Static).content)


async def both_open(pilots: tuple[Pilot[int], Pilot[int]], chair: SipApp, other: SipApp) -> None:
    """Both open the form of the same action."""
    await open_action_board(pilots[0], chair, *action_edits("a1", "Ringa", "p3"))
    await wait_until(pilots[1], lambda: bool(other.meeting.actions))
    await pilots[1].press("f5")
    for pilot, app in zip(pilots, (chair, other), strict=True):
        await go_to_row(pilot, app, "actions a1")
        await pilot.press("e")
        assert isinstance(app.screen, FormScreen)


async def test_what_the_other_writes_appears_in_the_open_form(harness: AppHarness) -> None:
    chair, other = harness.app(), harness.app("secretary")
    async with chair.run_test() as one, other.run_test() as two:
        await both_open((one, two), chair, other)
        field(chair, "where").value = "På skolan"
        await wait_until(two, lambda: field(other, "where").value == "På skolan")
        chair.screen.query_one("#field-who", KeyboardSelect).focus()
        await one.press(*"ali", "enter")
        await wait_until(two, lambda: other.meeting.actions[0].who == chair.meeting.actions[0].who)
        assert other.screen.query_one("#field-who", KeyboardSelect).chosen == chair.meeting.actions[0].who
        field(other, "where").value = "På fritids"
        await wait_until(one, lambda: field(chair, "where").value == "På fritids")
        assert not chair.meeting.actions[0].lost


async def test_what_replaces_the_field_that_one_is_in_is_told_at_once(harness: AppHarness) -> None:
    chair, other = harness.app(), harness.app("secretary")
    async with chair.run_test() as one, other.run_test() as two:
        await both_open((one, two), chair, other)
        for app in (chair, other):
            field(app, "where").focus()
        await one.pause()
        field(chair, "where").value = "På skolan"
        await wait_until(two, lambda: field(other, "where").value == "På skolan")
        field(other, "where").value = "Hemma"
        await wait_until(one, lambda: "ändrat det här fältet till ”Hemma”" in feedback(chair))
        assert field(chair, "where").value == "På skolan"
        await one.press("tab")
        assert (field(chair, "where").value, "ändrat" in feedback(chair)) == ("Hemma", False)


async def test_a_field_that_both_write_is_told_and_taken_back(harness: AppHarness) -> None:
    chair, other = harness.app(), harness.app("secretary")
    async with chair.run_test() as one, other.run_test() as two:
        await both_open((one, two), chair, other)
        for app, pilot, letter in ((chair, one, "m"), (other, two, "t")):
            field(app, "when").focus()
            await pilot.pause()
            field(app, "when").value = letter
        await wait_until(one, lambda: chair.meeting.actions[0].when == "t" or bool(chair.meeting.actions[0].lost))
        field(chair, "when").value = "måndag"
        await wait_until(two, lambda: other.meeting.actions[0].when == "måndag")
        harness.clock.advance(0.5)
        field(other, "when").value = "torsdag"
        await wait_until(one, lambda: chair.meeting.actions[0].when == "torsdag")
        assert field(chair, "when").value == "måndag"
        for app in (chair, other):
            assert ": nu ”torsdag”, inte ”måndag”. Tryck Ctrl+R" in feedback(app)
        await one.press("ctrl+r")
        await wait_until(two, lambda: other.meeting.actions[0].when == "måndag")
        assert "inte" not in feedback(chair)
        await two.press("tab")
        await wait_until(two, lambda: field(other, "when").value == "måndag")


async def test_words_that_make_no_row_yet_are_kept_for_the_next_time(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "escape", "f5", "a")
        field(app, "when").value = "måndag"
        field(app, "where").value = "hemma"
        await pilot.pause(0.1)
        await wait_until_saved(pilot, app)
        assert [draft.texts for draft in harness.on_disk().drafts] == [("when", "måndag", "where", "hemma")]
        await pilot.press("escape")
        await pilot.press("a")
        assert (field(app, "when").value, field(app, "where").value) == ("måndag", "hemma")
        field(app, "what").value = "Ringa"
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
    [action] = harness.on_disk().actions
    assert (action.what, action.when, action.where) == ("Ringa", "2026-11-30", "hemma")
    assert harness.on_disk().drafts == ()


async def test_after_a_crash_one_is_told_where_the_words_stand(harness: AppHarness, tmp_path: Path) -> None:
    first = harness.app()
    async with first.run_test() as pilot:
        await pilot.press("v", "escape", "f5", "q")
        field(first, "line").value = "imorgon"
        await pilot.pause(0.1)
        await wait_until_saved(pilot, first)
        first.session.folder.leave()
        again = harness.app()
        async with again.run_test() as pilot:
            assert "”En ny åtgärd på en rad”" in next(iter(again._notifications)).message
            await pilot.press("f5", "q")
            assert field(again, "line").value == "imorgon"
