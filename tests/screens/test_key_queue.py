"""Stories of somebody who types faster than the screen can follow: no key reaches the room that one leaves."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.app.driver import KeyRun
from sip_tui.app.key_queue import SequentialKeysMixin
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.select_field import KeyboardSelect
from sip_tui.widgets.line_input import LineInput
from tests.helpers.app_harness import AppHarness, wait_until, wait_until_saved

ENTER, ESC, DOWN = "enter", "escape", "down"
NAMED = {ENTER: "\r", ESC: "\x1b", DOWN: None, "f5": None, "f8": None, " ": " "}
"""Keys that are no letters → the character that they send."""


async def rush(pilot: Pilot[int], app: SipApp, *typed: str) -> None:
    """Press keys and type words, all at once: before any of it has been answered."""
    for word in typed:
        pressed = [word] if word in NAMED else word
        keys = [events.Key("space" if key == " " else key, NAMED.get(key, key)) for key in pressed]
        app.post_message(KeyRun(keys) if len(keys) > 1 else keys[0])
    while app._current is not None or app._waiting or app._message_queue.qsize():
        await pilot.pause()
    await wait_until_saved(pilot, app)


async def test_what_is_typed_after_a_room_s_key_is_for_that_room(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await rush(pilot, app, "f5", "q", "Samir ringer skolan", ENTER, "f8", "hej")
        await pilot.pause(0.1)
        await wait_until_saved(pilot, app)
    meeting = harness.on_disk()
    assert [(action.what, action.who) for action in meeting.actions] == [("Ringer skolan", "p3")]
    assert "hej" in meeting.pad_text("opening", "secretary")
    assert not any("q" in note.text and "Samir" in note.text for note in meeting.notes)


async def test_a_whole_form_can_be_typed_without_looking(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        words = ("Visa bildstödet", ENTER, "samir", ENTER, "senast måndag", ENTER, "varje kväll", ENTER, "hemma", ESC)
        await rush(pilot, app, "f5", "a", *words)
        assert not isinstance(app.screen, FormScreen)
    [made] = harness.on_disk().actions
    assert (made.what, made.who, made.when) == ("Visa bildstödet", "p3", "senast måndag 30 november 2026, v. 49")
    assert (made.how_often, made.where) == ("varje kväll", "hemma")


async def test_a_second_enter_closes_nothing_twice(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await rush(pilot, app, "f5", "q", "Ringa", ENTER, ENTER, ENTER, ESC, ESC)
        assert app.is_running
    assert [action.what for action in harness.on_disk().actions] == ["Ringa"]


async def test_quick_answer_reaches_the_question(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("participants", "p1", "presence", "present"),))
        await rush(pilot, app, "v", "v", "j")
        assert timing_at(app.meeting, harness.clock()).phase == "situation"


async def test_a_key_that_hangs_does_not_take_the_keyboard_with_it(
    harness: AppHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        monkeypatch.setattr(SequentialKeysMixin, "_wait_behind", lambda *_lost: None)
        await pilot.press("f3", "f5")
        assert app.current_mode == "roll_call", "the second key waits for the first, which is never done"
        app._drop_stuck_key()
        app._drop_stuck_key()
        await pilot.pause()
        assert app.current_mode == "actions"


async def test_a_letter_opens_a_closed_choice_and_looks_for_somebody(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a", ENTER)
        pick = app.screen.focused
        assert isinstance(pick, KeyboardSelect)
        await pilot.press("s", "a", "m")
        assert pick.expanded
        await pilot.press(ENTER)
        assert pick.chosen == "p3"
        assert not pick.expanded
        assert app.screen.focused is app.screen.query_one("#field-when")


async def test_escape_in_the_list_changes_nothing(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a", ENTER, ENTER, DOWN, ESC)
        pick = app.screen.focused
        assert isinstance(pick, KeyboardSelect)
        assert (pick.chosen, pick.expanded) == ("", False)
        assert isinstance(app.screen, FormScreen)


async def test_what_stands_already_can_be_taken_again_and_leads_on(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a", ENTER, ENTER, ENTER)
        assert app.screen.focused is app.screen.query_one("#field-when")


async def test_enter_in_the_last_choice_closes_the_form(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("i")
        app.screen.set_focus(app.screen.query_one("#field-bell"))
        await pilot.press(ENTER, DOWN, ENTER)
        assert not isinstance(app.screen, FormScreen)
        assert not app.meeting.about.bell


async def test_a_burst_is_one_step_for_its_line(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a")
        field, seen = app.screen.query_one("#field-what", LineInput), list[str]()
        app.screen.watch(field, "value", lambda value: seen.append(value), init=False)
        await rush(pilot, app, "Vi ses igen i december", ENTER)
        assert app.screen.focused is not field, "Enter comes behind the letters"
    assert seen == ["Vi ses igen i december"]
    assert [action.what for action in harness.on_disk().actions] == seen


async def test_a_room_follows_a_form_when_the_hand_rests(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "a")
        app.screen.query_one("#field-what", LineInput).value = "Ringa skolan"
        await wait_until(pilot, lambda: [action.what for action in app.meeting.actions] == ["Ringa skolan"])
        assert not app.room_meeting.actions
        await wait_until(pilot, lambda: app.room_meeting is app.meeting)
        app.screen.query_one("#field-what", LineInput).value = "Ringa skolan igen"
        await pilot.press(ESC)
        assert app.room_meeting.actions[0].what == "Ringa skolan igen", "a form that is closed waits for nothing"
