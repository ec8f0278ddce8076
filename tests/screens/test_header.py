"""The header and the navigation in little room: what warns has its colour, what is needed most has its name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.color import Color

from sip_tui.app.app import SipApp
from sip_tui.app.themes import THEMES
from sip_tui.meeting.log.change import Edit, format_time
from sip_tui.meeting.time.agenda import PHASES, close_meeting, enter_phase, open_meeting
from sip_tui.screens.dialogs import ConfirmDialog
from tests.helpers.app_harness import START, AppHarness, go_to_mode, screen_text
from tests.helpers.list_screens import key_bar, static_text

OWN = [name for name in THEMES if not THEMES[name].ansi]


def colour_of(app: SipApp, words: str) -> str:
    """The colour in which words are drawn."""
    drawn = (segment for strip in app.screen._compositor.render_strips() for segment in strip if words in segment.text)
    style = next(drawn).style
    assert style
    assert style.color
    return Color.from_rich_color(style.color).hex


@pytest.mark.parametrize("theme", OWN)
async def test_what_is_left_to_hear_is_drawn_as_a_warning(harness: AppHarness, theme: str) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await pilot.press("v")
        await pilot.pause()
        assert colour_of(app, "⚑ Maja har inte haft ordet") == Color.parse(app.theme_variables["warning"]).hex
        assert colour_of(app, "▸ Inledning") == Color.parse(app.theme_variables["accent"]).hex
        await pilot.press("1")
        await pilot.pause()
        assert "✓ Maja har haft ordet" in static_text(app, "MeetingHeader")


async def test_first_name_of_a_speaker_has_room_beside_the_warning(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(78, 24)) as pilot:
        await pilot.press("v", "3")
        await pilot.pause()
        assert "│ Ordet: Samir  " in static_text(app, "MeetingHeader")
        app.write([Edit("participants", "p4", "name", "Samir Sjöberg")])
        await pilot.pause()
        assert "Ordet" not in static_text(app, "MeetingHeader")


async def test_squares_of_the_parts_stand_in_the_smallest_terminal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        for number in range(len(PHASES)):
            app.write(enter_phase(app.meeting, PHASES[number], app.session.edit_context()))
            await pilot.pause()
            assert static_text(app, "MeetingHeader").startswith("■" * number + "▣" + "□" * (4 - number))


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("key", ["K", "f9"])
async def test_a_clock_that_stands_still_is_said_whole(harness: AppHarness, phase: str, key: str) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(enter_phase(app.meeting, phase, app.session.edit_context()))
        await pilot.press(key)
        await pilot.pause()
        assert ("Klockan är stoppad" if key == "K" else "Paus") in static_text(app, "MeetingHeader").split("\n")[0]
        assert "…" not in static_text(app, "MeetingHeader") + static_text(app, "PhaseWords")


async def test_before_the_meeting_it_says_when_it_begins(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        header = static_text(app, "MeetingHeader")
        assert header.startswith("Mötet är inte öppnat än  │  planerat till 13.00")
        assert "Ordet" not in header
        app.write([Edit("about", "meeting", "start", format_time(START + timedelta(days=7)))])
        await pilot.pause()
        assert static_text(app, "MeetingHeader").split("  ")[0] == "Mötet är inte öppnat än"
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "planerat till fredag 4 december 2026" in static_text(app, "MeetingHeader")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (200, 60)])
async def test_no_line_of_the_header_is_empty_before_the_meeting(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        lines = static_text(app, "MeetingHeader").split("\n")
        assert len(lines) == 2
        assert lines[1].startswith("Tanken med mötet: ")


@pytest.mark.parametrize("theme", OWN)
async def test_keys_of_the_navigation_differ_from_the_names(harness: AppHarness, theme: str) -> None:
    app = harness.app()
    async with app.run_test(size=(100, 30)) as pilot:
        app.theme = theme
        await pilot.press("v")
        await pilot.pause()
        assert "  F3 Upprop  F4 Svåra ord  " in static_text(app, "Nav")
        assert static_text(app, "Nav").endswith("  B Tavla")
        assert colour_of(app, "F4") == Color.parse(app.theme_variables["footer-key-foreground"]).hex
        assert colour_of(app, " Svåra ord") == Color.parse(app.theme_variables["foreground"]).hex


async def test_no_letter_leads_away_from_where_one_writes(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("v")
        await go_to_mode(pilot, app, "notes")
        assert static_text(app, "Nav").endswith("F9 Paus")


async def test_after_the_meeting_nobody_has_the_floor(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(close_meeting(app.session.edit_context()))
        await pilot.pause()
        assert "Ordet" not in static_text(app, "MeetingHeader")


@pytest.mark.parametrize(
    ("mode", "size", "line"),
    [
        ("time", (60, 20), "[F2 Tid] F3 Upprop F4 F5 Åtgärder F6 Ordet F7 F8 F9 Paus"),
        ("terms", (60, 20), "F2 F3 Upprop [F4 Svåra ord] F5 Åtgärder F6 F7 F8 F9 Paus"),
        ("wrap_up", (80, 24), "[G Innan ni går hem] Esc Tillbaka F2 F3 Upprop F4 F5 Åtgärder F6 F7 F8 F9 Paus"),
    ],
)
async def test_names_give_way_by_need(harness: AppHarness, mode: str, size: tuple[int, int], line: str) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await go_to_mode(pilot, app, mode)
        assert static_text(app, "Nav") == line


async def test_key_that_opens_is_called_that_wherever_the_chair_is(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 40)) as pilot:
        for mode in ("prepare", "terms", "actions", "floor", "ideas", "situation", "script"):
            await go_to_mode(pilot, app, mode)
            assert "v Öppna mötet" in key_bar(app), mode
        await pilot.press("v")
        await go_to_mode(pilot, app, "terms")
        assert "v Nästa del" in key_bar(app)


@pytest.mark.parametrize(("hours", "words"), [(0.5, "om 30 minuter"), (3, "om 3 timmar"), (72, "om 3 dagar")])
async def test_opening_long_before_its_time_is_asked_about(harness: AppHarness, hours: float, words: str) -> None:
    harness.clock.now = START - timedelta(hours=hours)
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmDialog)
        assert words in screen_text(app)
        await pilot.press("n")
        assert not app.meeting.events
