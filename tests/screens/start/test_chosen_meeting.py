"""Stories of the chosen meeting: what is in it stands beside the keys where there is room."""

from __future__ import annotations

from datetime import date

import pytest

from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.meeting.time.agenda import open_meeting
from sip_tui.screens.start.chosen import ChosenMeeting
from tests.helpers.app_harness import ID, AppHarness, screen_text, wait_until

TODAY = date(2026, 11, 27)


def start_app(harness: AppHarness) -> StartApp:
    """The list with the one meeting of the harness."""
    return StartApp(harness.archive.entries(), actions_in(harness.archive), TODAY)


async def told(harness: AppHarness, size: tuple[int, int]) -> str:
    """Return the screen when the chosen meeting has been read."""
    app = start_app(harness)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: app.screen.query_one(ChosenMeeting).is_read)
        return screen_text(app)


@pytest.mark.parametrize("size", [(120, 40), (100, 50), (80, 50)])
async def test_what_is_left_and_who_comes_stand_in_sight(harness: AppHarness, size: tuple[int, int]) -> None:
    shown = await told(harness, size)
    for words in ("Kvar att göra", "☐ Skicka kallelsen", "Syfte", "Målen", "Personer", "Enter "):
        assert words in shown


async def test_small_terminal_keeps_its_keys(harness: AppHarness) -> None:
    assert "Ta bort det" in (shown := await told(harness, (80, 24)))
    assert "☐ Fråga om vi får göra en plan" in shown, "what comes first has room below them"
    assert "☐ Skicka kallelsen\n" in shown
    assert "… och 3 till" in shown, "what has no room is counted"
    assert "Kvar att göra" not in await told(harness, (80, 20))


async def test_keys_of_a_meeting_that_has_been_wait_until_it_has(harness: AppHarness) -> None:
    assert "minnesanteckningarna" not in await told(harness, (120, 40))
    session = harness.app().session
    session.write(open_meeting(session.meeting, session.edit_context()))
    session.flush()
    shown = await told(harness, (120, 40))
    assert "minnesanteckningarna" in shown
    assert "Kvar att ta hand om" in shown
    assert "Ingen uppföljning är bokad." in shown


def test_meeting_that_cannot_be_read_is_told_of_no_further(harness: AppHarness) -> None:
    harness.archive.open(ID).path.joinpath("meeting.json").write_text("{", encoding="utf-8")
    assert harness.archive.read(ID) is None
    assert harness.archive.read("ffffffffffff") is None


async def test_what_is_in_the_meeting_stands_apart_from_the_keys(harness: AppHarness) -> None:
    lines = (await told(harness, (100, 30))).split("\n")
    (line,) = (line for line in lines if "Ett nytt möte som det här, om någon annan" in line)
    assert "om någon annan  " in line
