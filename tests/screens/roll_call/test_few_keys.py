"""How few keys a deed takes from the first screen, the words apart."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Consent, Presence
from sip_tui.meeting.people.floor import current_speaker, speaker_numbers
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, screen_text
from tests.helpers.list_screens import SIZES, action_edits, form_field, mark_all_present, open_action_board

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
        assert await press(pilot, "f3", "7", "u") <= ABSENT
        absent = [person.name for person in app.meeting.participants if person.presence is Presence.MISSING]
        assert [name.split()[0] for name in absent] == ["Petra"]


async def test_no_consent_takes_three_keys(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        assert await press(pilot, "f3", "down", "n") <= CONSENT_NO
        assert await press(pilot, "3", "n") <= CONSENT_NO
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
        count = await press(pilot, "f3", "7", "a")
        type_words(app, "name", "Kim Sjö")
        count += await press(pilot, "escape")
        assert count <= SUBSTITUTE
        made, instead = app.meeting.participants[-1], app.meeting.participant("p7")
        assert instead is not None
        assert (made.name, made.substitute_for, made.role) == ("Kim Sjö", "p7", instead.role)


def sixteen(app: SipApp) -> None:
    """Make the list longer than ten digits reach, with everybody here but the third."""
    app.write([Edit("participants", f"x{number}", "name", f"Extra {number}") for number in range(10, 16)])
    mark_all_present(app)
    app.write([Edit("participants", "p3", "presence", Presence.MISSING)])


@pytest.mark.parametrize("size", SIZES)
async def test_eleventh_has_a_number_of_their_own_on_every_screen(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        sixteen(app)
        numbers = speaker_numbers(app.meeting)
        eleventh, other = (next(who for who, number in numbers.items() if number == wanted) for wanted in (11, 12))
        await pilot.press("v", "escape", "f3", "1", "1", "u")
        assert app.meeting.participant(eleventh).presence is Presence.MISSING  # type: ignore[union-attr]
        for mode in ("f3", "f6"):
            await pilot.press(mode, "end")
            await pilot.pause()
            lines = [line for line in screen_text(app).splitlines() if app.meeting.participant(other).name in line]  # type: ignore[union-attr]
            assert any(" 12 " in f" {line.strip(' ┃│')} " for line in lines), mode
        await pilot.press("f6", "slash", "1", "2", "enter")
        speaker = current_speaker(app.meeting)
        assert speaker is not None
        assert speaker.id == other
        await pilot.press("slash", "e", "enter")
        await pilot.press("slash", "s", "a", "enter")
        assert current_speaker(app.meeting) != app.meeting.participant("p3"), "who is missing is not in the list"


async def test_two_slow_digits_are_two_lines(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        sixteen(app)
        await pilot.press("f3", "1", "h", "2")
        assert app.screen.query_one(RowList).row == f"participants {app.screen.numbered(2)}"  # type: ignore[attr-defined]
        app.screen._digit = 1, 0.0  # type: ignore[attr-defined]
        await pilot.press("1")
        assert app.screen.query_one(RowList).row == f"participants {app.screen.numbered(1)}"  # type: ignore[attr-defined]


async def test_letters_seek_until_enter_and_the_key_line_says_so(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("f3", "slash", "p", "e", "x", "u")
        await pilot.pause()
        assert "Sök: pe▏" in screen_text(app)
        assert screen_text(app).splitlines()[-1].strip() == "Skriv ord, namn eller nummer  Enter Klar  Esc Stäng"
        assert all(person.presence is Presence.EXPECTED for person in app.meeting.participants)
        await pilot.press("enter", "u")
        await pilot.pause()
        assert [who.name.split()[0] for who in app.meeting.participants if who.presence is Presence.MISSING] == [
            "Petra"
        ]
        assert "Enter Klar  Esc Stäng" not in screen_text(app)


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
