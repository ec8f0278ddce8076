"""Stories of a chair who leads a meeting about a child, and of a family that is not forgotten (requirement 189)."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people.attendance import set_presence
from sip_tui.meeting.time.agenda import PHASES, enter_phase
from sip_tui.resources.guidance import phase_guide
from sip_tui.resources.scripts import chair_guide
from sip_tui.screens.forms.select_field import KeyboardSelect
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, advance_clock, go_to_mode, screen_text, wait_until_saved
from tests.helpers.list_screens import SIZES, mark_all_present, static_text

CHILD = Edit("person", "person", "child", True)


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


def cards(app: SipApp) -> str:
    return "\n".join(str(option.prompt) for option in app.screen.query_one("#cards-list", RowList).options)


async def lead(pilot: Pilot[int], app: SipApp, phase: str = "opening") -> None:
    """Open the meeting with everybody at the table, and go on to a phase."""
    mark_all_present(app)
    for each in PHASES[: PHASES.index(phase) + 1]:
        app.write(enter_phase(app.meeting, each, app.session.edit_context()))
    await pilot.pause()


async def test_the_chair_says_in_the_form_that_the_person_is_a_child(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("i")
        await pilot.pause()
        app.screen.query_one("#field-child", KeyboardSelect).focus()
        await pilot.press(*"yes", "enter", "escape")
        await wait_until_saved(pilot, app)
        assert harness.on_disk().person.child
        await pilot.press("z")
        await wait_until_saved(pilot, app)
    assert not harness.on_disk().person.child


async def test_what_to_say_is_said_to_a_child_at_once(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await lead(pilot, app)
        assert phase_guide("opening").questions[0] in static_text(app, "GuidanceCard")
        app.write((CHILD,))
        await pilot.pause()
        assert "Hello Maja" in static_text(app, "GuidanceCard")
        assert phase_guide("opening", child=True).questions[0] in static_text(app, "GuidanceCard")
        assert "If Maja has sent a letter, a drawing or some words" in static_text(app, "GuidanceCard")
        assert "tell Maja your name and what your job is" in static_text(app, "GuidanceCard")


@pytest.mark.parametrize(("mode", "phase"), [("situation", "situation"), ("wrap_up", "closing")])
async def test_the_cards_beside_the_lists_speak_to_a_child_too(harness: AppHarness, mode: str, phase: str) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_mode(pilot, app, mode)
        asked = [phase_guide(phase, child=child).questions[0] for child in (False, True)]
        assert [question in static_text(app, "#guidance-card") for question in asked] == [
            True,
            False,
        ]
        app.write((CHILD,))
        await pilot.pause()
        assert [question in static_text(app, "#guidance-card") for question in asked] == [
            False,
            True,
        ]


async def test_child_questions_are_on_a_childs_cards_only(harness: AppHarness) -> None:
    app = harness.app()
    name = next(deck.name for deck in chair_guide().decks if deck.child)
    async with app.run_test() as pilot:
        await lead(pilot, app)
        await go_to_mode(pilot, app, "script")
        assert name not in cards(app)
        assert "• One person speaks at a time" in cards(app)
        app.write((CHILD, *enter_phase(app.meeting, "situation", app.session.edit_context())))
        await pilot.pause()
        assert name in cards(app)
        assert "(Write the answer: L.)" in cards(app)
        assert "• One person speaks at a time" not in cards(app)


async def test_the_break_comes_earlier(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((CHILD, Edit("person", "person", "stamina_minutes", 0)))
        await lead(pilot, app)
        await advance_clock(pilot, app, harness.clock, 24)
        assert not static_text(app, "BreakPrompt")
        await advance_clock(pilot, app, harness.clock, 1)
        assert "for 25 minutes" in static_text(app, "BreakPrompt")


@pytest.mark.parametrize("size", SIZES)
async def test_header_says_that_the_family_waits(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    words = "Maja has spoken, the family not yet"
    async with app.run_test(size=size) as pilot:
        await lead(pilot, app, "needs")
        await pilot.press("1", "3")
        await advance_clock(pilot, app, harness.clock, 5)
        assert "Maja has spoken" in static_text(app, "MeetingHeader")
        assert words not in static_text(app, "MeetingHeader")
        await advance_clock(pilot, app, harness.clock, 20)
        assert words in screen_text(app)
        await pilot.press("2")
        await pilot.pause()
        assert words not in screen_text(app)
        assert "Maja has spoken" in screen_text(app)


async def test_family_is_to_be_heard_without_the_child(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await lead(pilot, app, "situation")
        app.write(set_presence(app.meeting, "p1", Presence.EXCUSED, app.session.edit_context()))
        await advance_clock(pilot, app, harness.clock, 11)
        assert "Nobody in the family has spoken in this part" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_turn_is_told_in_words_in_both_places(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await lead(pilot, app, "situation")
        await pilot.press("3")
        await advance_clock(pilot, app, harness.clock, 2.9)
        assert "◀ speaking 2:54" in static_text(app, "SpeakerList")
        await advance_clock(pilot, app, harness.clock, 0.2)
        assert "◀ speaking 3 min" in screen_text(app)
        await pilot.press("f6")
        await pilot.pause()
        assert static_text(app, "Suggestion").startswith("Samir Haddad has spoken for 3 minutes.")
        await pilot.press("1")
        await advance_clock(pilot, app, harness.clock, 9)
        assert "has spoken" not in static_text(app, "Suggestion")
