"""The mouse does what the keys do: a click chooses, a second one opens, and what the header names can be clicked."""

from __future__ import annotations

from textual.screen import ModalScreen

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, go_to_mode


async def test_a_name_beside_the_clock_gets_the_floor_by_a_click(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        await pilot.click("SpeakerList", offset=(6, 2))
        await pilot.pause()
        assert [turn.who for turn in app.meeting.turns] == ["p2"]


async def test_click_chooses_and_second_opens_on_every_list(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([Edit("terms", f"w{number}", "term", f"ord {number}") for number in range(3)])
        app.write([Edit("ideas", f"i{number}", "text", f"idé {number}") for number in range(3)])
        for mode in ("roll_call", "terms", "actions", "ideas", "situation", "wrap_up", "prepare"):
            await go_to_mode(pilot, app, mode)
            room, rows = app.screen, app.screen.query_one(RowList)
            at = [number for number in range(rows.option_count) if not rows.options[number].disabled][1]
            row = rows.options[at].id
            line = next(y for y in range(rows.size.height) if option_at(app, rows, y) == at)
            await pilot.click(RowList, offset=(12, line))
            assert (app.screen, rows.row) == (room, row), mode
            await pilot.click(RowList, offset=(12, line))
            await pilot.pause()
            assert app.screen is not room, mode
            app.screen.dismiss(None)
            await pilot.pause()


def option_at(app: SipApp, rows: RowList, y: int) -> object:
    """The number of the option that is painted on a line of a list."""
    x, top = rows.content_region.offset
    return app.screen.get_style_at(x + 10, top + y).meta.get("option")


async def test_parts_and_header_can_be_clicked(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        await pilot.click("PhaseList", offset=(6, 4))
        await pilot.pause()
        assert isinstance(app.screen, FormScreen)
        await pilot.press("escape", "f5")
        await pilot.click("MeetingHeader", offset=(3, 1))
        await pilot.pause()
        assert app.current_mode == "floor"
        await pilot.click("MeetingHeader", offset=(3, 0))
        await pilot.pause()
        assert app.current_mode == "time"
        await pilot.click("PhaseList", offset=(6, 1))
        await pilot.pause()
        assert isinstance(app.screen, ModalScreen)
