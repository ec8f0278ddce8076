"""Stories of a form that is filled in while the meeting goes on around it."""

from __future__ import annotations

import pytest
from rich.console import RenderableType
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Input

from sip_tui.app.app import SipApp
from sip_tui.meeting.people.floor import current_speaker
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.time.phase_panels import PhaseDigits
from sip_tui.widgets.header import MeetingHeader
from sip_tui.widgets.nav import Nav
from sip_tui.widgets.prompts import BreakPrompt
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, advance_clock, screen_text, wait_until_saved
from tests.helpers.list_screens import form_field

SIZES = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)]


def latest_notice(app: SipApp) -> str:
    """The latest notice."""
    return [notice.message for notice in app._notifications][-1]


@pytest.mark.parametrize("size", SIZES)
async def test_header_clock_and_who_is_unheard_stay_in_sight(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("v", "escape", "f5", "a")
        await pilot.pause()
        form, room = app.screen.query_one("#form").region, app.screen_stack[-2]
        assert form.y >= room.query_one(Nav).region.bottom
        assert form.y >= room.query_one(MeetingHeader).region.bottom
        assert form.bottom == size[1] - 1
        shown = screen_text(app)
        assert "Maja har inte haft ordet i den här delen" in shown
        assert "6 min kvar" in shown
        await advance_clock(pilot, app, harness.clock, 2)
        assert "4 min kvar" in screen_text(app)
        if size[0] >= 100:
            assert form.x >= 40


async def test_a_form_is_not_seen_before_it_is_fitted_to_the_room(
    harness: AppHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    regions, display = list[Region](), SipApp._display

    def displayed(app: SipApp, screen: Screen[object], frame: RenderableType | None) -> None:
        if isinstance(screen, FormScreen):
            regions.append(screen.query_one("#form").region)
        display(app, screen, frame)

    monkeypatch.setattr(SipApp, "_display", displayed)
    app = harness.app()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("v", "escape", "i")
        await pilot.pause()
        await pilot.pause()
        assert {*regions} == {app.screen.query_one("#form").region}


async def test_the_row_of_the_cursor_is_seen_above_a_form(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "end", "e")
        await pilot.pause()
        await pilot.pause()
        form, above = app.screen.query_one("#form").region, screen_text(app).splitlines()
        assert any("Petra Nyman" in line for line in above[: form.y])
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one(RowList).styles.padding.bottom == 0


@pytest.mark.parametrize("lines", range(20, 30))
async def test_no_panel_cuts_the_large_clock(harness: AppHarness, lines: int) -> None:
    app = harness.app()
    async with app.run_test(size=(80, lines)) as pilot:
        await pilot.press("v", "escape")
        clock = app.screen.query_one(PhaseDigits).region
        for keys, panel in (("i", "#form"), ("f12", "#reading")):
            await pilot.press(keys)
            await pilot.pause()
            await pilot.pause()
            assert not clock.y < app.screen.query_one(panel).region.y < clock.bottom, keys
            await pilot.press("escape")


@pytest.mark.parametrize("keys", ["f6 asterisk", "f3 colon", "f1", "f3 2 at"])
async def test_a_dialog_leaves_no_scrap_of_the_screen_below_it(harness: AppHarness, keys: str) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "escape", *keys.split())
        await pilot.pause()
        panel, room = app.screen.query_one("#reading").region, app.screen_stack[-2]
        assert panel.bottom == 23
        assert panel.y >= room.query_one(Nav).region.bottom


async def test_keys_of_the_room_work_while_a_form_is_open(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "escape", "f5", "a", *"Ringa", "f9")
        for _ in range(2):
            await advance_clock(pilot, app, harness.clock, 0.02)
        await pilot.pause()
        prompt = app.screen_stack[-2].query_one(BreakPrompt)
        assert prompt.display
        assert app.screen.query_one("#form").region.y >= prompt.region.bottom
        await pilot.press("f9", "tab", "3")
        speaker = current_speaker(app.meeting)
        assert speaker is not None
        assert speaker.name.startswith("Samir")
        await pilot.press("f3", "f5")
        assert isinstance(app.screen, FormScreen)
        assert form_field(app, "what").value == "Ringa"
        await pilot.press("f5")
        assert not isinstance(app.screen, FormScreen)
        await wait_until_saved(pilot, app)
    assert [action.what for action in harness.on_disk().actions] == ["Ringa"]


async def test_escape_says_what_was_saved_and_one_key_takes_it_back(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "escape", "f4", "e")
        assert isinstance(app.focused, Input)
        assert app.focused.id == "field-answer"
        term = app.meeting.terms[0]
        form_field(app, "answer").value = "något helt annat"
        form_field(app, "term").value = "nytt"
        await pilot.press("escape")
        assert latest_notice(app).startswith("Sparat: Det svåra ordet och Vad det betyder")
        assert latest_notice(app).endswith("Tryck z för att ta tillbaka alltihop.")
        await pilot.press("z")
        assert (app.meeting.terms[0].term, app.meeting.terms[0].answer) == (term.term, term.answer)
        told = [notice.identity for notice in app._notifications]
        await pilot.press("e", "escape")
        assert all(notice.identity in told for notice in app._notifications)


async def test_focused_field_is_lit(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "escape", "f5", "a", "tab")
        await pilot.pause()
        lit = [field for field in app.screen.query(".field") if field.styles.border_left[0] == "outer"]
        [field] = lit
        assert field.query("#field-who")
        edge = field.styles.border_left[1]
        assert _contrast(edge.rgb, app.screen.query_one("#form").styles.background.rgb) >= 3


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast ratio of WCAG 2.2."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    linear = [part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
