"""Long words have room on every screen, what does not fit is counted, and no key stands there in vain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.widgets import Input

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from sip_tui.widgets.meeting_lines import whole_lines
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, advance_clock, go_to_mode, screen_text
from tests.helpers.list_screens import key_bar, static_text


def test_side_list_shows_whole_lines_and_counts_the_rest() -> None:
    lines = [Content("ett två tre fyra"), Content("fem"), Content("sex")]
    shown = [line.plain for line in whole_lines(iter(lines), 3, 12, 3)]
    assert shown == ["ett två tre fyra", "… och 2 till"]
    assert [line.plain for line in whole_lines(iter(lines), 3, 12, 4)] == ["ett två tre fyra", "fem", "sex"]
    assert [line.plain for line in whole_lines(iter(lines), 3, 12, 1)] == ["… och 3 till"]


def test_no_line_is_empty_below_what_is_not_shown() -> None:
    lines = [Content("ett"), Content("två tre fyra fem sex")]
    shown = [line.plain for line in whole_lines(iter(lines), 2, 12, 3, "F5")]
    assert shown == ["ett", "två tre …", "… och 1 till (F5)"]
    lines = [Content("ett två tre fyra fem sex sju")]
    assert [line.plain for line in whole_lines(iter(lines), 1, 12, 2, "F5")] == ["ett två …", "… och 1 till (F5)"]


def test_a_long_word_is_begun_where_it_has_room() -> None:
    lines = [Content("att söka kontaktperson"), Content("två")]
    assert [line.plain for line in whole_lines(iter(lines), 2, 19, 2)] == ["att söka kontaktpe…", "… och 2 till"]
    assert [line.plain for line in whole_lines(iter(lines), 2, 12, 2)] == ["att söka …", "… och 2 till"]


@given(st.lists(st.text(max_size=30), max_size=4), st.integers(0, 14), st.integers(0, 6))
def test_no_room_is_too_small_for_the_beginning_of_a_list(words: list[str], width: int, height: int) -> None:
    lines = [Content(" ".join(text.split())) for text in words]
    shown = whole_lines(iter(lines), len(lines), width, height, "F5")
    assert len(shown) <= max(height, len(lines))


@pytest.mark.parametrize("size", [(2, 4), (3, 20), (9, 4)])
async def test_no_window_is_too_narrow_for_the_palette(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.resize_terminal(*size)
    assert app.return_code in (0, None)


async def test_long_names_and_answers_to_the_call_are_whole(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([Edit("participants", "p3", "name", "Anna-Karin Bergström-Lindqvist")])
        app.write([Edit("invitations", "p3", "state", "received")])
        await go_to_mode(pilot, app, "roll_call")
        assert "Anna-Karin Bergström-Lindqvist" in screen_text(app)
        assert "har fått kallelsen" in screen_text(app)
        await go_to_mode(pilot, app, "floor")
        assert "3   Anna-Karin  " in screen_text(app), "where a whole name has no room, first names stand"


async def test_guidance_stands_below_a_roll_call_in_a_tall_terminal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        rows, guidance = (app.screen.query_one(name).region for name in ("#list-frame", "#list-guidance"))
        assert guidance.y == rows.bottom
        assert guidance.height > 6
        assert app.screen.query_one(RowList).max_scroll_y == 0


async def test_guidance_stands_below_the_actions_while_they_leave_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_mode(pilot, app, "actions")
        await pilot.pause()
        rows, guidance = (app.screen.query_one(name) for name in ("#list-frame", "#list-guidance"))
        assert guidance.region.y == rows.region.bottom
        assert guidance.region.height > 5
        app.write([Edit("actions", f"x{number}", "what", f"Ringa {number}") for number in range(12)])
        await pilot.pause()
        assert not guidance.display
        assert rows.region.height > 24, "the rows have the room"


async def test_key_line_has_no_answer_without_a_question(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("v")
        assert {"lost.seen", "lost.back", "break.snooze"}.isdisjoint(enabled(app))
        await advance_clock(pilot, app, harness.clock, 46)
        assert "break.snooze" in enabled(app)
        assert "Vänta med pausen" in key_bar(app)


@pytest.mark.parametrize("width", [60, 80])
async def test_names_of_the_scripts_lists_are_whole(harness: AppHarness, width: int) -> None:
    app = harness.app()
    async with app.run_test(size=(width, 20)) as pilot:
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(agenda.enter_phase(app.meeting, "situation", app.session.edit_context()))
        await go_to_mode(pilot, app, "script")
        await pilot.press("tab")
        await pilot.pause()
        assert "Frågekort" in screen_text(app)
        assert "Aktuell situation]" in screen_text(app)


async def test_hint_for_a_search_is_whole(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8", "ctrl+f")
        await pilot.pause(0.1)
        hint = app.screen.query_one("FindBar Input", Input).placeholder
        assert "Esc: tillbaka" in hint
        assert hint in screen_text(app)


async def test_documents_have_one_name_when_the_meeting_is_closed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(agenda.close_meeting(app.session.edit_context()))
        await pilot.pause()
        assert static_text(app, "Nav").endswith("F10 Dokument")
        assert "vi ska" not in static_text(app, "MeetingHeader"), "what it was to come to is over"
        await pilot.press("f10")
        await pilot.pause()
        assert static_text(app, "Nav").count("F10") == 1


def enabled(app: SipApp) -> set[str | None]:
    """The commands that can be done now."""
    return {active.binding.id for active in app.screen.active_bindings.values() if active.enabled}


@pytest.mark.parametrize("key", ["f3", "f4", "f5", "f6", "f7", "L"])
async def test_a_list_outlives_a_terminal_of_two_columns(harness: AppHarness, key: str) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        for width in (3, 2, 1, 120):
            await pilot.resize_terminal(width, 2 if width < 9 else 40)
            await pilot.pause()
        assert app.is_running
