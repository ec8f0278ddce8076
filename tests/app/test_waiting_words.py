"""Stories of words that have been typed at a list and wait for a place: nothing takes them away."""

from __future__ import annotations

import asyncio

import pytest
from textual.events import Key
from textual.widgets import Input

from sip_tui.app import launch
from sip_tui.app.seats import app_for
from sip_tui.meeting.content.drafts import IN_LIST, keep_draft
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.session.session import MeetingSession
from sip_tui.store import DiskFullError
from tests.helpers.app_harness import ID, AppHarness, wait_until, wait_until_saved
from tests.helpers.typist import record, shows, type_fast, typing


async def test_words_that_wait_for_a_place_outlive_the_program(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f6")
        await type_fast(pilot, "rast nu tror vi")
        await shows(pilot, "Skrivet: rast nu tror vi▏")
        await wait_until_saved(pilot, app)
    app.session.folder.leave()
    again = typing(harness)
    async with again.run_test() as pilot:
        assert ["Det du skrev i ”Ordet” finns kvar" in notice.message for notice in again._notifications] == [True]
        await pilot.press("f6")
        await shows(pilot, "Skrivet: rast nu tror vi▏")
        await pilot.press("escape")
        await wait_until(pilot, lambda: not again.meeting.drafts)


async def test_a_burst_behind_kept_words_is_kept_at_once(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f6")
        await type_fast(pilot, "rast nu tror vi")
        for letter in " och sen hem":
            app.post_message(Key("space" if letter == " " else letter, letter))
        app.post_message(Key("backspace", None))
        await wait_until(pilot, lambda: not app.has_waiting_keys)
        await shows(pilot, "Skrivet: rast nu tror vi och sen he▏")


async def test_words_that_wait_are_told_before_closing_and_outlive_it(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "f6")
        await type_fast(pilot, "rast nu tror vi")
        await pilot.press("f12")
        await shows(pilot, "Skrivet, men inte inlagt någonstans: ”rast nu tror vi”")
        await pilot.press("j")
        await wait_until(pilot, lambda: app.current_mode == "after")
    launch._finish(app)
    assert [draft.texts for draft in harness.on_disk().drafts] == [("line", "rast nu tror vi")]
    again = typing(harness)
    async with again.run_test() as pilot:
        await pilot.press("f6", "escape")
        await wait_until_saved(pilot, again)
    launch._finish(again)
    [folder] = [path for path in harness.archive.root.iterdir() if path.is_dir()]
    assert not [*folder.glob("*.journal")]
    assert "rast nu" not in (folder / "meeting.json").read_text("utf-8")


async def test_a_meeting_that_cannot_be_closed_is_told(harness: AppHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise DiskFullError("full")

    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("v", "f12", "j")
        await wait_until(pilot, lambda: app.current_mode == "after")
    monkeypatch.setattr(app.session.folder, "close", refuse)
    assert "det som har tagits bort finns kvar på disken: disken är full" in launch._finish(app)


@pytest.mark.parametrize(("key", "mode"), [("f6", "floor"), ("f2", "time")])
async def test_words_of_a_second_window_are_found_in_the_first(harness: AppHarness, key: str, mode: str) -> None:
    first, second = typing(harness), typing(harness)
    assert (first.seat, second.seat) == ("chair", "chair-2")
    async with second.run_test() as pilot:
        await pilot.press(key)
        await type_fast(pilot, "rast nu tror vi")
        await shows(pilot, "Skrivet: rast nu tror vi▏")
        await wait_until_saved(pilot, second)
    first.session.poll()
    launch.adopt_words(first.session, first.seat)
    assert [draft.id for draft in first.session.meeting.drafts] == [f"chair-2 typed at {mode}"], "somebody sits there"
    for app in (first, second):
        app.session.folder.leave()
    folder = harness.archive.open(ID)
    room, seat = MeetingSession(folder, harness.clock), folder.claim_seat("chair")
    launch.adopt_words(room, seat)
    again = app_for(room, seat)
    async with again.run_test() as pilot:
        await pilot.press(key)
        await shows(pilot, "Skrivet: rast nu tror vi▏")
        assert [draft.id for draft in again.meeting.drafts] == [f"chair typed at {mode}"]


async def test_words_at_an_open_list_outlive_a_kill(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a", *"Ringa", "enter", *"Kurt Ek")
        await wait_until_saved(pilot, app)
        killed = harness.on_disk()
    app.session.folder.leave()
    assert [draft.texts for draft in killed.drafts] == [("line", "Kurt Ek")]
    again = harness.app()
    again.write(keep_draft(again.meeting, "chair", IN_LIST, {"line": "Kurt Ek"}, title="Vem"), step=None)
    async with again.run_test() as pilot:
        await shows(pilot, "Skrivet: Kurt Ek▏")
        await pilot.press("escape")
        await wait_until(pilot, lambda: not again.meeting.drafts)


async def test_words_at_a_list_that_find_a_place_wait_no_more(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a", *"Ringa", "enter", *"Kurt Ek")
        assert app.meeting.drafts
        await pilot.press("enter")
        assert not app.meeting.drafts
        assert app.meeting.participants[-1].name == "Kurt Ek"


async def test_letters_while_the_form_opens_are_in_its_field(harness: AppHarness) -> None:
    app, words = typing(harness), "petra ek von essen och mer"
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("v", "f3")
        before = record(app.meeting)
        for letter in words:
            app.post_message(Key("space" if letter == " " else letter, letter))
            await asyncio.sleep(0.002)
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen) and not app.has_waiting_keys)
        assert app.screen.query(Input).first().value == words
        await pilot.press("escape", "z")
        assert record(app.meeting) == before
