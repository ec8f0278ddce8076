"""Stories of somebody who comes to the list of meetings, and of words that are not left in English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from textual.command import CommandList
from textual.widgets import Input, Static

from sip_tui.app.launch import left_sentence
from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.i18n import translation
from sip_tui.meeting.model.meeting import Meeting, MeetingInfo
from sip_tui.screens.dialogs import TextDialog
from sip_tui.screens.start.choice import MeetingChoice
from sip_tui.store import Archive
from tests.helpers.app_harness import ID, AppHarness, screen_text, wait_until_saved
from tests.helpers.meetings import held


def rows(app: StartApp) -> str:
    return screen_text(app)


def start_app(archive: Archive) -> StartApp:
    return StartApp(archive.entries(), actions_in(archive), date(2026, 11, 27))


async def test_help_and_escape_keep_the_start_screen(tmp_path: Path) -> None:
    app = start_app(AppHarness(tmp_path / "archive").archive)
    async with app.run_test() as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, TextDialog)
        assert "sip-tui demo" in "".join(str(static.content) for static in app.screen.query(Static))
        await pilot.press("escape", "escape")
        assert app.is_running
        await pilot.press("enter")
    assert app.return_value == MeetingChoice(ID, "chair")


async def test_the_list_says_how_far_each_meeting_has_come(harness: AppHarness, tmp_path: Path) -> None:
    translation.set_language("en")

    def shown() -> StartApp:
        return start_app(Archive(tmp_path / "archive"))

    first = shown()
    async with first.run_test():
        assert "planned" in rows(first)
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "1")
        await wait_until_saved(pilot, app)
        app.session.checkpoint()
        then = shown()
    async with then.run_test():
        assert "going on" in rows(then)
    harness.clock.advance(60)
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f12", "j")
        await wait_until_saved(pilot, app)
        app.session.checkpoint()
    last = shown()
    async with last.run_test():
        assert "copies to hand over" in rows(last)


async def test_the_palette_and_ctrl_c_speak_the_language_of_the_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        assert "Search" not in app.screen.query_one(Input).placeholder
        await pilot.press(*"qqqq")
        await pilot.pause(0.3)
        [only] = app.screen.query_one(CommandList).options
        assert "No matches" not in str(only.prompt)
        await pilot.press("escape", "escape", "ctrl+c")
        await pilot.pause()
        [told] = [notice.message for notice in app._notifications]
        assert "Ctrl+Q" in told
        assert "Press" not in told


async def test_meeting_that_was_left_is_named_with_the_way_back(harness: AppHarness) -> None:
    going_on = Meeting(about=MeetingInfo(id="meeting", title="Omars möte"), events=held()[:1])
    said = left_sentence(going_on)
    assert said.startswith("Du har lämnat Omars möte. Det är sparat och pågår fortfarande. Tryck Enter på det")
    assert "Allt är sparat" in left_sentence(replace(going_on, events=()))
    entries, today = harness.archive.entries(), date(2026, 11, 27)
    app = StartApp(entries, actions_in(harness.archive), today, left=said)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == [said]
