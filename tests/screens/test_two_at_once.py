"""Stories of two at one table who change the same thing at the same time, and who see that they are two."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from sip_tui.app.app import SipApp
from sip_tui.app.launch import _finish
from sip_tui.meeting.content.plan import add_action, change_row
from sip_tui.meeting.time import agenda
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.notes.hint_line import HintLine
from sip_tui.store.locks import MEETING_LOCK, locked
from sip_tui.widgets.header import MeetingHeader
from sip_tui.widgets.prompts import ConflictPrompt
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, advance_clock, wait_until, wait_until_saved

LOST = "Två skrev samtidigt. När för ”Ringer BUP”: nu ”måndag”, inte ”fredag”."


def prompted(app: SipApp) -> str:
    """What the prompt says; empty while it is not there."""
    prompt = app.screen.query_one(ConflictPrompt)
    return str(prompt.content) if prompt.display else ""


def header(app: SipApp) -> list[str]:
    return str(app.screen.query_one(MeetingHeader).content).split("\n")


async def both_see(pilots: tuple[Pilot[int], ...], *apps: SipApp) -> None:
    """Wait until both have saved, and have read what the other saved."""
    for pilot, app in zip(pilots, apps, strict=True):
        await wait_until_saved(pilot, app)
    for pilot in pilots:
        await pilot.pause(0.1)


async def with_an_action(
    harness: AppHarness, pilots: tuple[Pilot[int], Pilot[int]], chair: SipApp, other: SipApp
) -> None:
    chair.write(add_action(chair.meeting, chair.session.edit_context(), what="Ringer BUP"))
    await both_see(pilots, chair, other)
    assert [action.what for action in other.meeting.actions] == ["Ringer BUP"]


def at_once(harness: AppHarness, chair: SipApp, secretary: SipApp) -> None:
    """Both write before either has seen the other, as two forms do that were opened at the same time."""
    action = chair.meeting.actions[0]
    seen = chair.session.seen_now()
    for app, fields in ((chair, {"when": "fredag", "where": "hemma"}), (secretary, {"when": "måndag", "who": "p3"})):
        harness.clock.advance(0.01)
        with app.session.based_on(seen):
            app.write(change_row("actions", action, **fields))


async def test_later_write_wins_and_both_see_the_conflict(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        pilots = (pilot, pilot2)
        await with_an_action(harness, pilots, chair, secretary)
        assert prompted(chair) == prompted(secretary) == ""
        at_once(harness, chair, secretary)
        await both_see(pilots, chair, secretary)
        for app in (chair, secretary):
            [action] = app.meeting.actions
            assert (action.when, action.where, action.who) == ("måndag", "hemma", "p3")
            assert prompted(app).startswith(LOST)
        assert prompted(chair).endswith("Tryck ! när du har sett det, eller < för att få tillbaka ”fredag”.")
        await pilot.press("f5")
        assert prompted(chair).startswith(LOST)
        await pilot.press("exclamation_mark")
        await both_see(pilots, chair, secretary)
        assert prompted(chair) == prompted(secretary) == ""
    assert harness.on_disk().actions[0].when == "måndag"


async def test_what_was_lost_can_be_taken_back_and_given_up_again(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        pilots = (pilot, pilot2)
        await with_an_action(harness, pilots, chair, secretary)
        at_once(harness, chair, secretary)
        await both_see(pilots, chair, secretary)
        await pilot.press("less_than_sign")
        await both_see(pilots, chair, secretary)
        for app in (chair, secretary):
            assert prompted(app) == ""
            assert app.meeting.actions[0].when == "fredag"
        await pilot.press("z")
        await both_see(pilots, chair, secretary)
        for app in (chair, secretary):
            assert prompted(app) == ""
            assert app.meeting.actions[0].when == "måndag"


async def test_conflict_is_shown_without_a_changed_value(harness: AppHarness) -> None:
    """The later value is known first; what comes in afterwards was written earlier, and does not hold."""
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        pilots = (pilot, pilot2)
        await with_an_action(harness, pilots, chair, secretary)
        at_once(harness, chair, secretary)
        await wait_until_saved(pilot2, secretary)
        assert secretary.meeting.actions[0].when == "måndag"
        await both_see(pilots, chair, secretary)
        assert prompted(secretary).startswith(LOST)


async def test_after_a_restart_both_are_still_told(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        await with_an_action(harness, (pilot, pilot2), chair, secretary)
        at_once(harness, chair, secretary)
        await both_see((pilot, pilot2), chair, secretary)
        await pilot.press("ctrl+q")
    chair.session.folder.leave()
    again = harness.app()
    async with again.run_test():
        assert prompted(again).startswith(LOST)


async def test_several_losses_are_told_one_by_one(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        await with_an_action(harness, (pilot, pilot2), chair, secretary)
        action, seen = chair.meeting.actions[0], chair.session.seen_now()
        for app, what in ((chair, "Ring"), (secretary, "Ringer")):
            harness.clock.advance(0.01)
            with app.session.based_on(seen):
                app.write(change_row("actions", action, what=what, where=what))
        await both_see((pilot, pilot2), chair, secretary)
        assert "Vad: nu ”Ringer”" in prompted(chair)
        assert prompted(chair).endswith("1 till.")
        await pilot.press("exclamation_mark")
        assert "Var för ”Ringer”: nu ”Ringer”, inte ”Ring”." in prompted(chair)
        await pilot.press("exclamation_mark", "exclamation_mark")
        assert prompted(chair) == ""


async def test_open_form_reverts_nothing_of_others(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        pilots = (pilot, pilot2)
        await with_an_action(harness, pilots, chair, secretary)
        action = secretary.meeting.actions[0]
        await pilot.press("f5")
        chair.screen.query_one(RowList).go_to(f"actions {action.id}")
        await pilot.press("e")
        secretary.write(change_row("actions", action, where="på skolan", who="p4"))
        await both_see(pilots, chair, secretary)
        assert isinstance(chair.screen, FormScreen)
        chair.screen.query_one("#field-when", Input).value = "fredag"
        await pilot.press("escape")
        await both_see(pilots, chair, secretary)
    [action] = harness.on_disk().actions
    assert (action.when, action.where, action.who) == ("2026-12-04", "på skolan", "p4")


async def test_seats_of_others_are_shown_and_go(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        await advance_clock(pilot, chair, harness.clock, 0)
        await advance_clock(pilot2, secretary, harness.clock, 0)
        await wait_until(pilot, lambda: header(chair)[0].endswith("Sekreteraren är med  13.00"))
        await wait_until(pilot2, lambda: header(secretary)[0].endswith("Ordföranden är med  13.00"))
        secretary.session.folder.leave()
        await advance_clock(pilot, chair, harness.clock, 1)
        assert "Sekreteraren" not in header(chair)[0]


async def test_while_somebody_saves_nobody_has_gone_and_nobody_waits(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot:
        await advance_clock(pilot, chair, harness.clock, 0)
        with locked(chair.session.folder.path / MEETING_LOCK):
            await advance_clock(pilot, chair, harness.clock, 1)
            assert "Sekreteraren är med" in header(chair)[0]
    secretary.session.folder.leave()


async def test_small_header_never_cuts_the_time(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test(size=(80, 24)) as pilot:
        chair.write(agenda.enter_phase(chair.meeting, "situation", chair.session.edit_context()))
        await advance_clock(pilot, chair, harness.clock, 0)
        assert header(chair)[0] == "■▣□□□ Aktuell situation: 12 min kvar  │  Mötet: 60 min kvar, till 14.00  13.00"
        chair.write(agenda.pause(chair.session.edit_context()))
        await advance_clock(pilot, chair, harness.clock, 0)
        assert "Klockan är" in header(chair)[0]
        assert "sekreteraren" not in header(chair)[0]
        assert header(chair)[0].endswith(" 13.00")
    secretary.session.folder.leave()


async def test_secretary_marks_conflict_seen_from_the_pad(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        pilots = (pilot, pilot2)
        await with_an_action(harness, pilots, chair, secretary)
        at_once(harness, chair, secretary)
        await both_see(pilots, chair, secretary)
        assert "Tryck Ctrl+R när du har sett" in str(secretary.screen.query_one(HintLine).content)
        await pilot2.press("ctrl+r")
        await both_see(pilots, chair, secretary)
        assert prompted(chair) == prompted(secretary) == ""
        assert "Ctrl+R" not in str(secretary.screen.query_one(HintLine).content)


async def test_closing_shows_the_value_that_lost_before_it_goes(
    harness: AppHarness, capsys: pytest.CaptureFixture[str]
) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        pilots = (pilot, pilot2)
        await with_an_action(harness, pilots, chair, secretary)
        at_once(harness, chair, secretary)
        chair.write(agenda.open_meeting(chair.meeting, chair.session.edit_context()))
        chair.write(agenda.close_meeting(chair.session.edit_context()))
        await both_see(pilots, chair, secretary)
    _finish(secretary)
    assert "fredag" not in capsys.readouterr().out, "the chair has the meeting open"
    assert harness.on_disk().actions[0].lost
    _finish(chair)
    assert "fredag" in capsys.readouterr().out
    assert not harness.on_disk().actions[0].lost
