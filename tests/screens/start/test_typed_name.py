"""Stories of a name that is typed at the list of meetings: it is searched, and no letter of it is a command."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from sip_tui.app.start_app import StartApp
from sip_tui.meeting.time.agenda import Stage
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.start import search
from sip_tui.screens.start.choice import MeetingActions, MeetingChoice
from sip_tui.screens.start.search import COMMAND_DELAY
from sip_tui.store import IndexEntry
from tests.helpers.app_harness import AppHarness, wait_until

START = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
PEOPLE = ("Anna Ek", "Erik Å", "Karin", "Xenia")


def start_app(done: list[str]) -> StartApp:
    """An app with four meetings, which notes what is done to them."""
    entries = [
        IndexEntry(f"m{number}", "SIP", "SIP", START, stage=Stage.BEFORE, person=name)
        for number, name in enumerate(PEOPLE)
    ]

    def note(meeting: str) -> str:
        done.append(meeting)
        return meeting

    return StartApp(entries, MeetingActions(note, note, note, note), date(2026, 11, 27))


def send(pilot: Pilot[MeetingChoice], *keys: str) -> None:
    """Press keys at once, as fast as a terminal sends them."""
    for key in keys:
        pilot.app.post_message(Key("space" if key == " " else key, key if len(key) == 1 else None))


@pytest.mark.parametrize(
    "name", ["Anna Ek", "anna ek", "erik å", "Karin", "karin", "xenia", "kalle", "Hanna", "13", "e"]
)
async def test_name_typed_at_the_list_is_searched(name: str) -> None:
    done: list[str] = []
    app = start_app(done)
    async with app.run_test() as pilot:
        await pilot.pause()
        send(pilot, *name, "escape") if name == "e" else send(pilot, *name)
        if name == "e":
            await wait_until(pilot, lambda: app.return_value is not None)
        else:
            await wait_until(pilot, lambda: app.screen.search.value == name)  # type: ignore
            assert app.screen.focused is app.screen.search  # type: ignore
    assert (app.return_value, done) == (MeetingChoice("m0", "chair", "prepare") if name == "e" else None, [])


async def test_single_letter_is_a_command_after_a_moment() -> None:
    app = start_app([])
    async with app.run_test() as pilot:
        await pilot.press("a")
        await pilot.pause(COMMAND_DELAY + 0.1)
    assert app.return_value == MeetingChoice("new", "chair", "prepare")


async def test_letter_before_another_key_is_carried_out_first() -> None:
    done: list[str] = []
    app = start_app(done)
    async with app.run_test() as pilot:
        await pilot.pause()
        send(pilot, "k", "down", "j")
        await pilot.pause(COMMAND_DELAY + 0.1)
        assert not isinstance(app.screen, ConfirmDialog)
    assert done == ["m0"], "the meeting that the cursor was on when the letter came"


async def test_name_typed_in_pieces_goes_on_in_the_search() -> None:
    app = start_app([])
    async with app.run_test() as pilot:
        await pilot.pause()
        send(pilot, *"kar")
        await pilot.pause(COMMAND_DELAY + 0.1)
        send(pilot, *"in")
        await wait_until(pilot, lambda: app.screen.search.value == "karin")  # type: ignore
        send(pilot, "enter")
        await wait_until(pilot, lambda: app.return_value is not None)
    assert app.return_value == MeetingChoice("m2", "chair")


async def test_paste_over_a_question_is_searched_below_it() -> None:
    done: list[str] = []
    app = start_app(done)
    async with app.run_test() as pilot:
        await pilot.pause()
        send(pilot, "x")
        await pilot.pause(COMMAND_DELAY + 0.1)
        assert isinstance(app.screen, ConfirmDialog)
        app.post_message(Paste("jj Karin"))
        await pilot.pause()
        assert isinstance(app.screen, ConfirmDialog)
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen.search.value == "jj Karin")  # type: ignore
    assert done == []


async def test_keys_behind_the_one_that_leaves_are_for_what_comes(harness: AppHarness) -> None:
    app = start_app([])
    async with app.run_test() as pilot:
        await pilot.pause()
        send(pilot, "f8", *"hej du")
        await wait_until(pilot, lambda: app.return_value is not None)
        await pilot.pause(0.1)
    assert app.return_value == MeetingChoice("m0", "secretary")
    pad = harness.app("secretary")
    pad.begin_with(app.left_keys)
    async with pad.run_test() as pilot:
        await wait_until(pilot, lambda: pad.meeting.pad_text("opening", "secretary") == "hej du")


async def test_sign_at_the_list_is_a_command_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "COMMAND_DELAY", 60)
    done: list[str] = []
    app = start_app(done)
    async with app.run_test() as pilot:
        await pilot.press("greater_than_sign")
        await wait_until(pilot, lambda: app.return_value is not None)
    assert (app.return_value, done) == (MeetingChoice("m0", "chair", "prepare"), ["m0"])
