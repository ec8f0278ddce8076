"""Stories of a secretary who types, and of two at one table."""

from __future__ import annotations

import os
import signal

import pytest
from textual.widgets import Input, Static

from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.content.questions import raise_term
from sip_tui.meeting.time import agenda
from sip_tui.screens.notes.side_panel import OtherNotes
from sip_tui.widgets.header import MeetingHeader
from tests.helpers.app_harness import AppHarness, advance_clock, wait_until_saved
from tests.helpers.notes_screen import pad, type_in


async def test_what_is_typed_is_on_the_disk_and_the_header_says_when(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        assert "Sparat" not in str(app.screen.query_one(MeetingHeader).content)
        harness.clock.advance(2)
        await type_in(pilot, app, "Maja vill börja med bilden.")
        assert "Sparat 13.02" in str(app.screen.query_one(MeetingHeader).content)
        assert harness.on_disk().pad_text("opening", "secretary") == "Maja vill börja med bilden."


async def test_full_disk_keeps_words_until_there_is_room(harness: AppHarness) -> None:
    from sip_tui.store import DiskFullError

    app = harness.app("secretary")
    append = app.session.folder.append
    async with app.run_test() as pilot:
        app.session.folder.append = full_disk(DiskFullError("full"))  # type: ignore[method-assign, assignment]
        pad(app).insert("Viktigt")
        await pilot.pause(0.2)
        await advance_clock(pilot, app, harness.clock, 0)
        assert "Kan inte spara: disken är full" in str(app.screen.query_one(MeetingHeader).content)
        assert pad(app).text == "Viktigt"
        app.session.folder.append = append  # type: ignore[method-assign]
        await advance_clock(pilot, app, harness.clock, 1)
        await wait_until_saved(pilot, app)
        assert "Sparat 13.01" in str(app.screen.query_one(MeetingHeader).content)
    assert harness.on_disk().pad_text("opening", "secretary") == "Viktigt"


def full_disk(error: Exception) -> object:
    def append(*_args: object, **_more: object) -> None:
        raise error

    return append


async def test_leaving_at_once_keeps_the_last_words(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        pad(app).insert("sista orden")
        await pilot.press("ctrl+q")
    assert harness.on_disk().pad_text("opening", "secretary") == "sista orden"


async def test_every_phase_has_a_pad_and_each_keeps_its_own_undo(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "ett")
        await pilot.press("ctrl+n")
        assert "Fungerar bra" in pad(app).text
        await pilot.press("ctrl+pageup")
        assert pad(app).text == "ett"
        await pilot.press("ctrl+z")
        await wait_until_saved(pilot, app)
        assert harness.on_disk().pad_text("opening", "secretary") == ""


async def test_chair_and_secretary_see_each_other_at_once(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot, secretary.run_test() as pilot2:
        chair.write(agenda.open_meeting(chair.meeting, chair.session.edit_context()))
        chair.write(add_action(chair.meeting, chair.session.edit_context(), what="Ringa skolan", who="p3"))
        await wait_until_saved(pilot, chair)
        await pilot2.pause(0.15)
        assert "Ringa skolan" in str(secretary.screen.query_one("#side-actions", Static).content)
        assert "Inledning: 6 min kvar" in str(secretary.screen.query_one(MeetingHeader).content)
        secretary.write(raise_term(secretary.meeting, "LPT", "p6", "opening", secretary.session.edit_context()))
        await wait_until_saved(pilot2, secretary)
        await pilot.pause(0.15)
        assert chair.meeting.terms[-1].term == "LPT"


async def test_one_process_can_be_both_seats(harness: AppHarness) -> None:
    app = harness.app("chair")
    async with app.run_test() as pilot:
        await pilot.press("v", "f8", "a")
        await pilot.press("f2", "f8", "b")
        await wait_until_saved(pilot, app)
        await pilot.press("f2")
        assert "F2 Tid" in str(app.screen.query_one("Nav", Static).content)
        await wait_until_saved(pilot, app)
    assert harness.on_disk().pad_text("opening", "secretary") == "ab"


async def test_each_seat_has_its_own_pad(harness: AppHarness) -> None:
    secretary, chair = harness.app("secretary"), harness.app("chair")
    async with secretary.run_test() as pilot, chair.run_test() as pilot2:
        await pilot2.press("f8")
        assert "De här anteckningarna kommer inte med i något dokument" in str(
            chair.screen.query_one("#notes-seat", Static).content
        )
        await type_in(pilot, secretary, "Sekreteraren skriver.")
        await type_in(pilot2, chair, "Åsa är trött.")
        await pilot.pause(0.15)
        assert "Sekreteraren skriver." in str(chair.screen.query_one(OtherNotes).content)
        assert pad(chair).text == "Åsa är trött."
        assert pad(secretary).text == "Sekreteraren skriver."
        await pilot.press("ctrl+b")
        assert "Åsa är trött." in str(secretary.screen.query_one(OtherNotes).content)
    assert harness.on_disk().pad_text("opening", "chair") == "Åsa är trött."


async def test_chair_gets_own_pads_when_a_secretary_comes(harness: AppHarness) -> None:
    chair = harness.app("chair")
    async with chair.run_test() as pilot2:
        await pilot2.press("f8")
        await type_in(pilot2, chair, "Först ensam.")
        await pilot2.press("f2")
        secretary = harness.app("secretary")
        async with secretary.run_test() as pilot:
            assert pad(secretary).text == "Först ensam."
            await pilot2.press("f8")
            await pilot2.pause()
            assert pad(chair).text == ""
            await type_in(pilot2, chair, "Nu egna.")
            await type_in(pilot, secretary, " Sedan två.")
    meeting = harness.on_disk()
    assert meeting.pad_text("opening", "secretary") == "Först ensam. Sedan två."
    assert meeting.pad_text("opening", "chair") == "Nu egna."


async def test_a_second_secretary_is_told_and_gets_pads_of_her_own(harness: AppHarness) -> None:
    first, second = harness.app("secretary"), harness.app("secretary")
    async with first.run_test() as pilot, second.run_test() as pilot2:
        assert "Någon annan är redan sekreterare" in str(second.screen.query_one("#notes-seat", Static).content)
        await type_in(pilot, first, "en")
        await type_in(pilot2, second, "två")
    meeting = harness.on_disk()
    assert meeting.pad_text("opening", "secretary") == "en"
    assert meeting.pad_text("opening", "secretary-2") == "två"


async def test_word_and_action_are_added_from_the_pad(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+t")
        app.screen.query_one("#field-term").value = "SIP"  # type: ignore[attr-defined]
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
        assert "SIP" in str(app.screen.query_one("#side-terms", Static).content)
        assert pad(app).has_focus


async def test_secretary_gets_the_seat_when_the_chair_leaves_it(harness: AppHarness) -> None:
    chair = harness.app("chair")
    async with chair.run_test() as pilot2:
        await pilot2.press("f8")
        await type_in(pilot2, chair, "Förberett.")
        secretary = harness.app("secretary")
        async with secretary.run_test() as pilot:
            await advance_clock(pilot, secretary, harness.clock, 0)
            assert "Någon annan är redan sekreterare" in str(secretary.screen.query_one("#notes-seat", Static).content)
            await pilot2.press("f2")
            await advance_clock(pilot, secretary, harness.clock, 0)
            await type_in(pilot, secretary, " Och mer.")
            assert not secretary.screen.query_one("#notes-seat", Static).display
    assert harness.on_disk().pad_text("opening", "secretary") == "Förberett. Och mer."


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="a closed window is told by a signal on Unix alone")
async def test_a_window_that_closes_over_an_open_form_loses_nothing(
    harness: AppHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sip_tui.app.shutdown.EXIT_TIMEOUT", 3600.0)
    app = harness.app("chair")
    async with app.run_test() as pilot:
        await pilot.press("f5", "a")
        app.screen.query_one("#field-what", Input).value = "Ringa skolan"
        await pilot.pause()
        os.kill(os.getpid(), signal.SIGHUP)
        await pilot.pause(0.05)
    assert harness.on_disk().actions[-1].what == "Ringa skolan"
