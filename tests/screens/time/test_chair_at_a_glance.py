"""Stories of what the chair sees at one glance: at once, in words, uncut, and about the row that is meant."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.log.change import Edit
from sip_tui.screens.dialogs import TextDialog
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.widgets.prompts import BreakPrompt
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, advance_clock, screen_text
from tests.helpers.list_screens import static_text


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


async def test_a_break_is_shown_at_its_key_and_not_at_the_next_tick(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("participants", "p1", "presence", "missing"),))
        await pilot.press("v")
        for keys, words in (("f9", "Break since"), ("f9", ""), ("v", "")):
            harness.clock.now += timedelta(milliseconds=400)
            await pilot.press(keys)
            assert static_text(app, "BreakPrompt").startswith(words)
            assert bool(words) is app.screen.query_one(BreakPrompt).display
        assert "Current situation" in static_text(app, "MeetingHeader")


async def test_clock_key_is_named_by_what_it_does(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "K")
        await pilot.pause()
        assert "Start the clock" in static_text(app, "KeyBar")
        await pilot.press("K")
        await pilot.pause()
        assert "Stop the clock" in static_text(app, "KeyBar")


async def test_long_phase_fits_the_smallest_terminal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "1", "v")
        await advance_clock(pilot, app, harness.clock, 28)
        assert "▸ Current situation 28 of 12, 16 over" in screen_text(app)
        assert "Will be in total  70 of 60 min" in screen_text(app)
        await pilot.press("t")
        await pilot.pause()
        assert "over" not in static_text(app, "PhaseList")
        assert "60 min" in static_text(app, "PhaseList").split("\n")[-1]


async def test_accepted_minutes_are_not_too_long(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "1")
        await advance_clock(pilot, app, harness.clock, 2)
        await pilot.press("v")
        await advance_clock(pilot, app, harness.clock, 25)
        await pilot.press("t")
        await pilot.pause()
        assert "longer than the meeting" not in static_text(app, "PlanPrompt")


async def test_a_long_name_gives_way_to_what_is_said_about_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write((Edit("participants", "p2", "name", "Fatima och Ahmed Hassan al-Rashid Lindgren"),))
        await pilot.press("v")
        await pilot.pause()
        assert "2 Fatima ○ not spoken yet" in static_text(app, "SpeakerList")
        app.write((Edit("participants", "p2", "name", "Fatima-Ahmed-Hassan-al-Rashid-Lindgren"),))
        await pilot.pause()
        assert "… ○ not spoken yet" in static_text(app, "SpeakerList")
        await pilot.press("2")
        await pilot.pause()
        assert "… ◀ speaking 0:00" in static_text(app, "SpeakerList")


async def test_the_chair_is_told_at_an_action_of_the_chairs_own(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("about", "meeting", "chair", "p4"),))
        for who in ("p3", "p4"):
            app.write(add_action(app.meeting, app.session.edit_context(), what=f"Ringa {who}", who=who, when="fredag"))
        await pilot.press("f5")
        for action, leads in zip(app.meeting.actions, (False, True), strict=True):
            app.screen.query_one(RowList).go_to(f"actions {action.id}")
            await pilot.pause()
            summary = str(app.screen.query_one("#read-aloud", Static).content)
            assert ("let someone else lead while you talk about it" in summary) is leads


@pytest.mark.parametrize("keys", ["f4 a", "f5 a", "f5 q", "f5 m", "f7 p", "f3 a"])
async def test_after_a_new_row_the_next_key_is_about_it(harness: AppHarness, keys: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press(*keys.split(), *"Nytt", "escape")
        await pilot.pause()
        assert "Nytt" in line_of_cursor(app)


def line_of_cursor(app: SipApp) -> str:
    rows = app.screen.query_one(RowList)
    assert rows.highlighted is not None
    return str(rows.get_option_at_index(rows.highlighted).prompt)


@pytest.mark.parametrize("key", ["a", "q"])
async def test_emptied_form_leaves_no_empty_row(harness: AppHarness, key: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", key, *"Ringa")
        form = app.screen
        assert isinstance(form, FormScreen)
        form.commit()
        assert len(app.meeting.actions) == 1
        await pilot.press(*["backspace"] * 5)
        form.commit()
        assert not app.meeting.actions
        await pilot.press(*"Möta", "escape")
        assert [action.what for action in app.meeting.actions] == ["Möta"]


async def help_of(pilot: Pilot[int], app: SipApp) -> list[str]:
    await pilot.press("f1")
    assert isinstance(app.screen, TextDialog)
    return [str(static.content).partition(" – ")[0] for static in app.screen.query(".name").results(Static)]


async def test_the_help_begins_with_what_can_be_done_here_alone(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f3")
        names = await help_of(pilot, app)
        assert names[:2] == ["Present", "Online"]
        assert names.index("New time") < names.index("Talk") < names.index("Time")


async def test_a_long_help_is_read_page_by_page(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await help_of(pilot, app)
        await pilot.pause()
        assert "space More" in static_text(app, "KeyBar")
        assert "Press Ctrl+P to find a command" not in screen_text(app)
        for _ in range(9):
            await pilot.press("space")
            if "Press Ctrl+P to find a command" in screen_text(app):
                break
        assert "Press Ctrl+P to find a command" in screen_text(app)
        await pilot.press("escape")
        assert not isinstance(app.screen, TextDialog)


async def test_a_form_has_a_help_of_its_own(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a")
        assert "F1 Help" in static_text(app, "KeyBar")
        assert "Done" in await help_of(pilot, app)
        assert "write the beginning of a name" in " ".join(screen_text(app).replace("│", " ").split())
        await pilot.press("escape")
        assert isinstance(app.screen, FormScreen)
