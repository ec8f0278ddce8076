"""Stories of the first screen's room: what is to be said is there at every size, and the key to the rest is named."""

from __future__ import annotations

import pytest
from textual.content import Content

from sip_tui.app.app import SipApp
from sip_tui.i18n.key_names import KEYS
from sip_tui.meeting.people.floor import change_phase
from sip_tui.meeting.time.agenda import PHASES, close_meeting, open_meeting
from sip_tui.screens.time.guidance_card import GuidanceCard, card
from sip_tui.screens.time.layout import clock_lines, list_lines
from sip_tui.widgets.key_marks import MARKED_KEYS, with_keys
from sip_tui.widgets.prompts import BreakPrompt
from tests.helpers.app_harness import AppHarness, advance_clock, screen_text
from tests.helpers.list_screens import static_text


def words(app: SipApp) -> str:
    """What is seen below the edge of what to say, on one line."""
    _above, _edge, below = screen_text(app).partition("Att säga och fråga")
    return " ".join(below.split())


def seconds(figures: str) -> int:
    minutes, _, rest = figures.partition(":")
    return int(minutes) * 60 + int(rest)


async def test_a_prompt_never_takes_what_is_to_be_said(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v", "1")
        app.write(change_phase(app.meeting, "needs", app.session.edit_context()))
        await advance_clock(pilot, app, harness.clock, 46)
        assert app.screen.query_one(BreakPrompt).display
        assert "Säg: Nu kommer det viktigaste" in words(app)
        assert "vad var och en av oss kan göra." in words(app)
        assert "▸ Behov" in screen_text(app)


async def test_space_shows_what_is_below_and_comes_back(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert "mellanslag: mer" in screen_text(app)
        begins = words(app)
        seen = begins
        for _ in range(9):
            await pilot.press("space")
            await pilot.pause()
            if words(app) == begins:
                break
            seen += words(app)
        assert words(app) == begins
        reminder = static_text(app, "GuidanceCard").split("\n• ")[1].split()[-1]
        assert reminder in seen


async def test_no_key_is_named_where_everything_is_seen(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert "mellanslag" not in screen_text(app)


def test_no_line_of_the_card_is_a_heading_alone(harness: AppHarness) -> None:
    meeting = harness.on_disk()
    for phase in PHASES:
        assert not [line for line in str(card(meeting, phase)).split("\n") if line.rstrip().endswith(":")], phase


async def test_minutes_stay_when_somebody_is_silent_in_a_new_part(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "3")
        await advance_clock(pilot, app, harness.clock, 2)
        app.write(change_phase(app.meeting, "situation", app.session.edit_context()))
        await pilot.pause()
        lines = static_text(app, "SpeakerList").splitlines()
        assert next(line for line in lines if line.startswith("3")).endswith("2 min ○ inte i delen")
        assert next(line for line in lines if line.startswith("2")).endswith("○ inte haft ordet än")


async def test_whoever_speaks_is_shown_with_this_turn(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "3")
        await advance_clock(pilot, app, harness.clock, 2)
        await pilot.press("3", "3")
        await pilot.pause()
        [line] = [line for line in static_text(app, "SpeakerList").splitlines() if "◀" in line]
        assert seconds(line.split()[-1]) < 60, "two minutes are of the turn before"


async def test_names_stay_when_somebody_speaks_for_long(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        app.write(change_phase(app.meeting, "situation", app.session.edit_context()))
        await pilot.press("3")
        for minutes in (1, 4):
            await advance_clock(pilot, app, harness.clock, minutes)
            assert "3 Samir Haddad" in static_text(app, "SpeakerList")


async def test_before_the_opening_no_digit_is_asked_for(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert static_text(app, "SpeakerList").startswith("De som ska få ordet")
        await pilot.press("v")
        await pilot.pause()
        assert static_text(app, "SpeakerList").startswith("Ordet: tryck en siffra")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_after_the_closing_it_says_what_is_to_be_done(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(close_meeting(app.session.edit_context()))
        await pilot.pause()
        shown = " ".join(screen_text(app).replace("┃", " ").split())
        assert not [clock for clock in app.screen.query("PhaseDigits, LargeDigits, PhaseBar") if clock.display]
        assert "Säg:" not in shown
        assert "tryck en siffra" not in shown
        assert "Så länge hade ni ordet" in shown
        assert "Tryck D för" in shown
        assert "Tryck F10 för" in shown
        assert "Kvar att ta hand om:" in static_text(app, "GuidanceCard")


def test_what_is_to_be_said_comes_before_the_clocks() -> None:
    assert clock_lines(20, said=2) == 12
    assert clock_lines(16, said=6) == 9
    assert clock_lines(13, said=9) == 6, "the rest is a key away"
    assert clock_lines(7, said=9) == 4
    assert clock_lines(2, said=9) == 1


def test_actions_have_what_names_and_words_leave() -> None:
    assert list_lines(34, names=6, words=3, actions=30) == (8, 6)
    assert list_lines(34, names=6, words=30, actions=30) == (8, 11)
    assert list_lines(34, names=6, words=30, actions=4) == (8, 20), "what the actions do not need is for the words"
    assert list_lines(24, names=20, words=4, actions=0) == (12, 6)


async def test_parts_beside_the_present_one_give_way(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v")
        await pilot.pause()
        parts = static_text(app, "PhaseList").split("\n")
        assert parts[0].startswith("▸ Inledning")
        assert not any("Totalt" in part for part in parts)


def test_a_key_stands_out_in_a_sentence() -> None:
    sentence = "Tryck {keys[break.snooze]} för att vänta."
    shown = with_keys(sentence.format(keys=MARKED_KEYS))
    assert shown.plain == sentence.format(keys=KEYS)
    [span] = shown.spans
    assert shown.plain[span.start : span.end] == KEYS["break.snooze"] == "."
    assert with_keys("Ingen tangent").is_same(Content("Ingen tangent"))


async def test_the_card_counts_the_lines_to_be_said(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        guidance = app.screen.query_one(GuidanceCard)
        assert guidance.said_lines(1000) == 1
        assert guidance.said_lines(40) > guidance.said_lines(77) > 1
