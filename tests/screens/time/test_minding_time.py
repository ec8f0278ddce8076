"""Stories of a chair who is helped with time, with who is not heard, and with promises that hold."""

from __future__ import annotations

from textual.widgets import Input, Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time.agenda import planned_minutes
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, advance_clock, wait_until_saved


def all_text(app: object) -> str:
    return "\n".join(str(static.content) for static in app.screen.query(Static))  # type: ignore[attr-defined]


def back(app: SipApp) -> str:
    """What the open form has understood."""
    line = app.screen.query_one("#form-feedback", Static)
    return str(line.content) if line.display else ""


async def test_cues_come_once_in_words(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        heard: list[str] = []
        for _ in range(8):
            await advance_clock(pilot, app, harness.clock, 1)
            lying = [notice.message for notice in app._notifications]
            assert len(lying) <= 1
            heard += [notice for notice in lying if notice not in heard]
        assert heard == ["Halva tiden för ”Inledning” har gått.", "Tiden för ”Inledning” är slut."]


async def test_simultaneous_cues_are_one_notice(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        await advance_clock(pilot, app, harness.clock, 61)
        told = [notice.message for notice in app._notifications]
        assert told == ["Tiden för ”Inledning” är slut. Mötestiden är slut."]


async def test_the_secretary_is_not_disturbed_by_cues(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        app.write((Edit("events", "e", "kind", "open"), Edit("events", "e", "at", "2026-11-27T12:00:00.000Z")))
        for _ in range(8):
            await advance_clock(pilot, app, harness.clock, 1)
        assert not app._notifications


async def test_new_minutes_are_proposed_over_time(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "1")
        await advance_clock(pilot, app, harness.clock, 12)
        assert "Tryck t för nya tider" in all_text(app)
        await pilot.press("t")
        await wait_until_saved(pilot, app)
        assert "Tryck t för nya tider" not in all_text(app)
    minutes = planned_minutes(harness.on_disk())
    assert sum(minutes.values()) == 60
    assert minutes["closing"] == 6


async def test_leaving_a_phase_asks_once_when_the_person_is_not_heard(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        app.write(tuple(Edit("participants", row, "presence", "present") for row in ("p1", "p2", "p3")))
        await pilot.press("v")
        assert isinstance(app.screen, ConfirmDialog)
        assert "Maja Lindgren har inte haft ordet" in all_text(app)
        await pilot.press("escape")
        assert timing_at(app.meeting, harness.clock()).phase == "opening"
        await pilot.press("v", "j")
        await wait_until_saved(pilot, app)
        assert timing_at(app.meeting, harness.clock()).phase == "situation"
    assert [event.kind for event in harness.on_disk().events] == ["open", "waived", "phase"]


async def test_somebody_who_must_leave_soon_is_named(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        leaving = Edit("participants", "p5", "leaves", "13.30"), Edit("participants", "p5", "presence", "present")
        app.write((*leaving, Edit("goals", "g2", "owner", "p5")))
        await pilot.press("v")
        await advance_clock(pilot, app, harness.clock, 20)
        assert "Johan Ek måste gå snart" in all_text(app)
        await pilot.press("f5")
        app.screen.query_one(RowList).go_to("goals g2")
        await pilot.press("j", "f2")
        assert "Johan Ek måste gå snart" not in all_text(app)


async def test_one_line_becomes_an_action_with_who_and_when_read_back(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "q")
        app.screen.query_one(Input).value = "Samir ringer skolan senast fredag"
        await pilot.pause(0.1)
        assert "Samir Haddad · Ringer skolan · Antecknat: senast fredag 4 december, v. 49." in all_text(app)
        await pilot.press("enter")
        await wait_until_saved(pilot, app)
    [action] = harness.on_disk().actions
    assert (action.what, action.who) == ("Ringer skolan", "p3")
    assert action.when == "senast fredag 4 december 2026, v. 49"


async def test_what_cannot_be_read_is_asked_about_and_never_guessed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a")
        app.screen.query_one("#field-what", Input).value = "ge mer stöd"
        app.screen.query_one("#field-when", Input).value = "nästa lördag"
        await pilot.pause(0.1)
        assert "Menar du l" in all_text(app)
        assert "är vagt" in all_text(app)
        app.screen.query_one("#field-when", Input).value = "24/12"
        await pilot.pause(0.1)
        assert "Den dagen är det helg: julafton." in all_text(app)
        await pilot.press("escape")
    assert harness.on_disk().actions[0].when == "2026-12-24"


async def test_a_key_person_who_is_missing_is_a_question_to_the_chair(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f3", "down", "down", "down", "u")
        assert "Helena Sjöberg behövs här" in all_text(app)
        await pilot.press("C", "enter", "enter")
        await wait_until_saved(pilot, app)
        assert "behövs här" not in all_text(app)
    assert [(event.kind, event.text) for event in harness.on_disk().events] == [("hold", "p4")]


async def test_the_minutes_of_each_part_can_be_set(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("e")
        app.screen.query_one("#field-closing", Input).value = "10"
        await pilot.pause(0.1)
        assert "64 av 60 minuter" in all_text(app)
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
        assert "Delarna är längre än mötet." in all_text(app)
    assert planned_minutes(harness.on_disk())["closing"] == 10


async def test_changed_minutes_end_the_warning(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("e", "6", "1")
        await pilot.pause(0.1)
        assert planned_minutes(app.meeting)["opening"] == 61
        assert "längre än mötet" in back(app)
        await pilot.press("a")
        assert app.screen.query_one("#field-opening", Input).value == "61"
        assert back(app)
        assert "längre än mötet" not in back(app)
        await pilot.press("backspace", "backspace")
        await pilot.pause(0.1)
        assert "längre än mötet" not in back(app)
        assert planned_minutes(app.meeting)["opening"] == 6
        await pilot.press("enter", "1", "3", "escape")
        await wait_until_saved(pilot, app)
    assert list(planned_minutes(harness.on_disk()).values()) == [6, 13, 27, 9, 6]
