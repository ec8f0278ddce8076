"""How few keys a deed takes from the first screen, the words apart."""

from __future__ import annotations

from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Consent, Presence
from sip_tui.meeting.people.floor import current_speaker
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness
from tests.helpers.list_screens import action_edits, form_field, mark_all_present, open_action_board

ABSENT, CONSENT_NO, ACTION, SUBSTITUTE = 4, 3, 5, 6
"""The most keys that marking somebody absent, a no, an action under a goal and a substitute may take."""


async def press(pilot: Pilot[int], *keys: str) -> int:
    """Press keys and count them."""
    await pilot.press(*keys)
    return len(keys)


def type_words(app: SipApp, field: str, words: str) -> None:
    """Type words, which are not counted."""
    form_field(app, field).value = words


async def test_absent_takes_four_keys(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        assert await press(pilot, "f3", "slash", "p", "u") <= ABSENT
        absent = [person.name for person in app.meeting.participants if person.presence is Presence.MISSING]
        assert [name.split()[0] for name in absent] == ["Petra"]


async def test_no_consent_takes_three_keys(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        assert await press(pilot, "f3", "down", "n") <= CONSENT_NO
        assert await press(pilot, "slash", "s", "n") <= CONSENT_NO
        refused = [person.name.split()[0] for person in app.meeting.participants if person.consent == Consent.NONE]
        assert refused == ["Åsa", "Samir"]


async def test_action_under_a_goal_takes_five_keys(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        count = await press(pilot, "f5", "q")
        type_words(app, "line", "Samir ringer skolan senast fredag -> mål 2")
        count += await press(pilot, "enter")
        assert count <= ACTION
        [action] = app.meeting.actions
        assert (action.what, action.goal) == ("Ringer skolan", app.meeting.goals[1].id)


async def test_a_line_on_a_goal_is_for_that_goal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app, *action_edits("a1", "Ringa", "p3"))
        app.screen.query_one(RowList).go_to(f"goals {app.meeting.goals[2].id}")
        await pilot.press("q")
        type_words(app, "line", "Samir ringer skolan")
        await pilot.press("escape")
        assert app.meeting.actions[-1].goal == app.meeting.goals[2].id


async def test_substitute_takes_six_keys(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("participants", "p7", "presence", Presence.EXCUSED)])
        count = await press(pilot, "f3", "slash", "p", "a")
        type_words(app, "name", "Kim Sjö")
        count += await press(pilot, "escape")
        assert count <= SUBSTITUTE
        made, instead = app.meeting.participants[-1], app.meeting.participant("p7")
        assert instead is not None
        assert (made.name, made.substitute_for, made.role) == ("Kim Sjö", "p7", instead.role)


async def test_the_eleventh_gets_the_floor_by_letters_or_number(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("participants", f"x{number}", "name", f"Extra {number}") for number in range(10, 16)])
        mark_all_present(app)
        await pilot.press("v", "escape", "slash")
        await pilot.pause()
        eleventh = app.screen.query_one(RowList).get_option_at_index(10).id
        await pilot.press("1", "1", "enter")
        first = current_speaker(app.meeting)
        await pilot.press("slash", "s", "a", "m", "enter")
        second = current_speaker(app.meeting)
        assert first is not None
        assert second is not None
        assert first.id == eleventh
        assert second.name.startswith("Samir")


async def test_a_search_shows_what_is_sought_and_escape_ends_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f3", "slash", "h", "e", "backspace")
        await pilot.pause()
        assert "Sök: h" in str(app.screen.query_one("#sought").render())
        await pilot.press("escape")
        await pilot.pause()
        assert not app.screen.query_one("#sought").display
        assert app.screen.query_one(RowList).row
        assert all(person.presence is Presence.EXPECTED for person in app.meeting.participants)
