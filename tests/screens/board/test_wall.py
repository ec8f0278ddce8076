"""Stories of the board on a wall: what the whole room may read, and nothing that leads away from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.people.floor import give_floor
from sip_tui.meeting.time import agenda
from sip_tui.screens.board.screen import BoardScreen
from tests.helpers.app_harness import AppHarness, FakeClock, advance_clock, go_to_mode, screen_text, wait_until_saved
from tests.helpers.board_screen import EVERYTHING, one_goal, ordinary
from tests.helpers.list_screens import SIZES


async def test_no_key_on_the_wall_leads_to_private_screens(
    harness: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keys]\n"go.notes" = "ctrl+o"\n"go.sides" = "i"\n"close" = "f19"\n')
    monkeypatch.setenv("SIP_TUI_CONFIG", str(config))
    app = harness.app("board")
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "board")
        await pilot.press(*(f"f{n}" for n in range(3, 13)), "ctrl+s", "ctrl+o", "i", "f19", "1", "v", "z", "space")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        assert harness.on_disk().events == ()
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
    assert app.return_code == 0


async def pages_of(pilot: Pilot[int], app: SipApp, clock: FakeClock) -> str:
    """Everything that the board shows while its pages turn once."""
    seen = ""
    for _ in range(12):
        await advance_clock(pilot, app, clock, 1 / 3)
        seen += screen_text(app)
    return seen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_typed_numbers_and_codes_are_not_on_the_wall(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        app.write(one_goal(harness))
        app.write([Edit("about", "meeting", "purpose", "Ärende dnr 2026-1234"), Edit("terms", "t9", "term", "F90.0")])
        app.write([Edit("about", "meeting", "secretary", "Eva 070-174 06 05"), Edit("terms", "t9", "answer", "en kod")])
        await go_to_mode(pilot, app, "board")
        moment = app.session.edit_context()
        app.write(add_action(app.meeting, moment, what="Ring mamma 070-174 06 05, 010520-2394", who="p3", goal="g2"))
        if size[0] >= 100:
            await ordinary(pilot)
        seen = await pages_of(pilot, app, harness.clock)
        assert "Ring mamma [telefon], [personnummer]" in seen
        for private in ("174 06", "2394", "F90", "en kod", "1234"):
            assert private not in seen


@pytest.mark.parametrize("size", SIZES)
async def test_way_back_is_on_the_chairs_board_only(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await go_to_mode(pilot, app, "board")
        assert screen_text(app).rstrip(" ─╯\n").endswith("mellanslag: nästa · Esc: tillbaka")
        app.write(
            [Edit(table, item.id, "deleted", True) for table in EVERYTHING for item in getattr(app.meeting, table)]
        )
        await pilot.pause()
        assert screen_text(app).rstrip(" ─╯\n").endswith("Esc: tillbaka"), "also when there is only one page"
        assert "mellanslag" not in screen_text(app)
    wall = harness.app("board")
    async with wall.run_test(size=size) as pilot:
        await go_to_mode(pilot, wall, "board")
        assert "Esc" not in await pages_of(pilot, wall, harness.clock)


async def test_board_names_no_speaker(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(give_floor(app.meeting, "p3", "opening", app.session.edit_context()))
        app.write([Edit("participants", "p3", "presence", "missing")])
        await go_to_mode(pilot, app, "board")
        assert "Samir" not in await pages_of(pilot, app, harness.clock)


async def test_what_the_board_says_at_first_sight_is_clean_too(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("about", "meeting", "purpose", "Ring 070-174 06 05")])
        told: list[str] = []
        await app.switch_mode("board")
        for _ in range(3):
            told.append(screen_text(app))
            await pilot.pause()
        assert "174" not in "".join(told)
        assert "Ring [telefon]" in told[-1]
