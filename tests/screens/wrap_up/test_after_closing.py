"""Stories of the keys that are offered: only those that do something where the meeting is."""

from __future__ import annotations

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.people.floor import current_speaker
from sip_tui.meeting.time.timeline import timing_at
from tests.helpers.app_harness import AppHarness, advance_clock, wait_until
from tests.helpers.list_screens import key_bar

CHAIR = ("f2", "f3", "f4", "f5", "f6", "f7", "c")
LEADS = ("Nästa del", "+ 5 min till", "Stoppa klockan", "a Sätt upp", "r Svar direkt", "Talat klart")


async def test_after_the_close_no_key_is_offered_that_does_nothing(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "f12", "j")
        assert timing_at(app.meeting, harness.clock()).closed
        for room in CHAIR:
            await pilot.press(room)
            await pilot.pause()
            assert not [words for words in LEADS if words in key_bar(app)]
            assert key_bar(app).endswith("F1 Hjälp")
            told = "F10 Dokument" in key_bar(app)
            assert told or room not in {"f2", "f6"}, "what is left to do is told where there is nothing else"


async def test_the_line_of_keys_changes_on_the_screen_that_one_is_at(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        assert "Stoppa klockan" not in key_bar(app), "no clock goes yet"
        await pilot.press("v")
        await pilot.pause()
        assert "Stoppa klockan" in key_bar(app)
        await pilot.press("f12", "j")
        await pilot.pause()
        assert "Stoppa klockan" not in key_bar(app)
        await pilot.press("z")
        await pilot.pause()
        assert "Stoppa klockan" in key_bar(app), "the closing has been taken back"
        assert [notification.message for notification in app._notifications] == [
            "Mötet är öppet igen. Tryck Z för att avsluta det."
        ]
        await pilot.press("Z")
        assert timing_at(app.meeting, harness.clock()).closed


async def test_nothing_that_belongs_to_a_meeting_happens_after_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f12", "j")
        before = app.meeting
        await pilot.press("1", "v", "plus", "space", "f9", "f12", "f6", "q", "v", "space")
        await advance_clock(pilot, app, harness.clock, 1)
        assert app.meeting == before
        assert current_speaker(app.meeting) is None


async def test_what_was_forgotten_can_still_be_written(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f12", "j", "f5", "q")
        await pilot.press(*"Ringa", "enter")
        assert [action.what for action in app.meeting.actions] == ["Ringa"]


async def test_the_other_seat_sees_the_close_in_its_line_of_keys_too(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        other = harness.app("chair")
        async with other.run_test(size=(120, 40)) as second:
            app.write((Edit("events", "e9", "kind", "close"), Edit("events", "e9", "at", "2026-11-27T12:00:00.000Z")))
            await wait_until(second, lambda: "Stoppa klockan" not in key_bar(other))
            assert other.meeting == app.meeting
