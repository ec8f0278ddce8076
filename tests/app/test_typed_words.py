"""Stories of a quick typist who types where a list is: the record is as it was, and the words have not gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Presence
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, wait_until
from tests.helpers.list_screens import form_field


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    """The demo meeting on disk."""
    translation.set_language("sv")
    return AppHarness(tmp_path / "archive")


def typing(harness: AppHarness) -> SipApp:
    """An app whose keys are pressed by people."""
    app = harness.app()
    app.catches_words = True
    return app


async def type_fast(pilot: Pilot[int], words: str) -> None:
    """Type letters, spaces among them, at the pace of the pilot: some fifteen a second."""
    await pilot.press(*("space" if letter == " " else letter for letter in words))


async def test_words_typed_at_the_actions_become_the_line(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f5")
        await type_fast(pilot, "Johan ringer mamma")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert form_field(app, "line").value == "Johan ringer mamma"
        await pilot.press("escape")
        [action] = app.meeting.actions
        assert (action.what, action.who) == ("Ringer mamma", "p5")


async def test_words_typed_at_the_roll_call_find_a_name(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f3")
        before = [person.presence for person in app.meeting.participants]
        await type_fast(pilot, "Petra")
        await wait_until(pilot, lambda: app.screen.query_one(RowList).row == "participants p7")
        assert [person.presence for person in app.meeting.participants] == before


async def test_words_that_have_no_place_change_nothing(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f6")
        before = app.meeting
        await type_fast(pilot, "rast nu tror vi")
        await pilot.pause(0.3)
        assert app.current_mode == "floor"
        assert app.meeting.queue == before.queue
        assert app.meeting.actions == before.actions
        assert "har inte ändrat något" in [notice.message for notice in app._notifications][-1]


async def test_commands_at_a_walking_pace_stay_commands(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f3")
        for key in ("h", "h", "h", "l", "u"):
            await pilot.press(key)
            if key != "h":
                await pilot.pause(0.25)
        await pilot.pause(0.3)
        marked = [person.presence for person in app.meeting.participants[:5]]
        assert marked == [Presence.PRESENT] * 3 + [Presence.REMOTE, Presence.MISSING]


async def test_a_command_and_its_text_are_no_word(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f5", "a")
        await type_fast(pilot, "ringa skolan")
        assert form_field(app, "what").value == "ringa skolan"
