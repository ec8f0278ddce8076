"""Stories of who does what: asked once before the first phase, and never in the way of opening."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.script.screen import ScriptScreen
from sip_tui.screens.time.guidance_card import GuidanceCard, OwnLines
from sip_tui.screens.time.screen import TimeScreen
from tests.helpers.app_harness import AppHarness, screen_text, wait_until_saved


def unnamed(app: SipApp, **about: str) -> None:
    cells = {"chair": "", "secretary": ""} | about
    app.write([Edit("about", "meeting", name, value) for name, value in cells.items()])


async def opened(pilot: Pilot[int], app: SipApp) -> bool:
    await wait_until_saved(pilot, app)
    return bool(app.meeting.events) and app.meeting.events[-1].kind == "open"


async def test_when_both_are_named_opening_is_one_key(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        assert await opened(pilot, app)
        assert isinstance(app.screen, TimeScreen)


async def test_caller_is_proposed_as_chair(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        unnamed(app)
        await pilot.press("v", "j", "o", "h", "enter")
        assert await opened(pilot, app)
        assert isinstance(app.screen, TimeScreen)
    about = harness.on_disk().about
    assert (about.chair, about.secretary) == ("p4", "p5")


async def test_meeting_opens_without_a_secretary(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        unnamed(app)
        await pilot.press("v")
        assert isinstance(app.screen, FormScreen)
        await pilot.press("enter", "enter")
        assert await opened(pilot, app)
        await pilot.press("1", "v")
        await wait_until_saved(pilot, app)
        assert app.meeting.events[-1].phase == "situation"
    assert harness.on_disk().about.secretary == ""


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_escape_does_not_open_and_the_key_line_says_so(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        unnamed(app)
        await pilot.press("v")
        await pilot.pause()
        keys = screen_text(app).splitlines()[-1]
        assert "Esc Öppna inte än" in keys
        assert "Vem gör vad? Mötet öppnas efter sista fältet." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert not app.meeting.events
        assert app.meeting.about.chair == "p4", "who was proposed is kept"
        assert [notice.message for notice in app._notifications] == [
            "Mötet är inte öppnat än. Tryck v för att öppna det."
        ]


@pytest.mark.parametrize("cells", [{"called_by": ""}, {"called_by": "nobody"}])
async def test_no_chair_is_proposed_without_a_caller(harness: AppHarness, cells: dict[str, str]) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        unnamed(app, **cells)
        await pilot.press("v", "f2")
        assert await opened(pilot, app)
        assert app.meeting.about.chair == ""


async def test_a_caller_who_cannot_come_is_not_proposed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        unnamed(app)
        app.write([Edit("participants", "p4", "presence", "excused")])
        await pilot.press("v", "f2")
        assert await opened(pilot, app)
        assert app.meeting.about.chair == ""


async def test_a_chair_who_is_on_no_list_stays_the_chair(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        unnamed(app, chair="[b]Någon[/x] utifrån")
        await pilot.press("v", "j", "o", "h", "enter")
        assert await opened(pilot, app)
    assert harness.on_disk().about.secretary == "p5"
    assert harness.on_disk().about.chair == "[b]Någon[/x] utifrån"


async def test_it_is_asked_wherever_the_chair_opens_the_meeting(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        unnamed(app)
        await pilot.press("M", "v")
        assert isinstance(app.screen, FormScreen)
        app.screen.end()  # type: ignore[attr-defined]
        assert await opened(pilot, app)
        assert isinstance(app.screen, ScriptScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_room_is_told_who_does_what(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        unnamed(app, chair="p4", secretary="[b]Någon[/b]", co_chair="p3")
        app.write([Edit("between", "between", "coordinator", "p6")])
        await pilot.press("v")
        await pilot.pause()
        kind = OwnLines if size[0] >= 100 else GuidanceCard
        told = str(app.screen.query_one(kind).content)
        for name in ("Helena Sjöberg", "Samir Haddad", "[b]Någon[/b]", "Ingrid Wallin"):
            assert name in told


async def test_what_is_typed_ahead_lands_in_the_question(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        unnamed(app)
        await pilot.press("v", "v", "f2")
        assert await opened(pilot, app)
        assert [event.kind for event in app.meeting.events] == ["open"], "two presses open once"


async def test_form_keeps_a_name_on_no_list(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        unnamed(app, chair="Någon utifrån")
        await pilot.press("i")
        app.screen.query_one("#field-purpose", Input).value = "Att hjälpas åt"
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
    about = harness.on_disk().about
    assert (about.chair, about.purpose) == ("Någon utifrån", "Att hjälpas åt")
