"""How many keys a deed takes from the first screen, beside the words that are typed."""

from __future__ import annotations

from sip_tui.meeting.model.enums import Consent, Kind, Presence
from sip_tui.meeting.people.floor import speaker_numbers
from tests.helpers.app_harness import AppHarness


async def deed(harness: AppHarness, *keys: str, words: str = "", last: str = "") -> int:
    """Press keys on the first screen, then type words and press a last key; return how many keys without the words."""
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        await pilot.press(*keys, *("space" if letter == " " else letter for letter in words), *filter(None, [last]))
        await pilot.pause(0.1)
    return len(keys) + bool(last)


async def test_absent_takes_four_keys(harness: AppHarness) -> None:
    assert await deed(harness, "f3", "slash", "6", "f") <= 4
    assert harness.on_disk().participants[5].presence is Presence.EXCUSED


async def test_no_to_sharing_and_absent_take_three_keys_in_every_row(harness: AppHarness) -> None:
    asked = [who for who in harness.on_disk().participants if who.kind is not Kind.PERSON]
    numbers = speaker_numbers(harness.on_disk())
    assert [numbers[who.id] for who in asked] == [2, 3, 4, 5, 6, 7]
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        for who in asked:
            await pilot.press("f3", str(numbers[who.id]), "n")
            await pilot.press("f2", "f3", str(numbers[who.id]), "u")
        await pilot.pause(0.1)
    answers = {(who.consent, who.presence) for who in harness.on_disk().participants if who.kind is not Kind.PERSON}
    assert answers == {(Consent.NONE, Presence.MISSING)}


async def test_action_under_a_goal_takes_five_keys(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "m", *"Sova", "escape")
    assert await deed(harness, "f5", "q", words="Samir ringer BUP -> mål 1", last="enter") <= 5
    meeting = harness.on_disk()
    assert [action.goal for action in meeting.actions] == [meeting.goals[0].id]


async def test_substitute_takes_six_keys(harness: AppHarness) -> None:
    before = harness.on_disk().participants[6]
    assert await deed(harness, "f3", "end", "f", "a", words="Nora Dahl", last="escape") <= 6
    made = harness.on_disk().participants[-1]
    assert (made.name, made.substitute_for, made.organisation) == ("Nora Dahl", before.id, before.organisation)
