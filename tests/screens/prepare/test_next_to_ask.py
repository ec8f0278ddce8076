"""Enter on what is left to do leads to where it is done, also when that is an answer of somebody."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.people.invitations import call
from sip_tui.screens.review.screen import ReviewScreen
from sip_tui.screens.roll_call.answers import InvitationDialog
from sip_tui.store import Archive
from tests.helpers.app_harness import screen_text, wait_until
from tests.helpers.list_screens import current_row, go_to_row
from tests.helpers.preparing import is_shown, preparing, until

PEOPLE = [
    Edit("person", "person", "called", "Erik"),
    Edit("participants", "p1", "name", "Erik Andersson"),
    Edit("participants", "p1", "kind", "person"),
    Edit("participants", "p2", "name", "Lisa Svensson"),
]


async def test_enter_asks_the_next_one_or_opens_the_invitation(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        app.write(PEOPLE)
        await pilot.pause()
        for task, row, said in (
            ("plan_consent", "participants p1", "Samtycke till planen: Erik Andersson"),
            ("consent", "participants p2", "Samtycke: Lisa Svensson"),
        ):
            await go_to_row(pilot, app, f"task {task}")
            await pilot.press("enter")
            await until(pilot, partial(is_shown, app, said))
            await pilot.press("j")
            assert current_row(app) == row
            await go_to_row(pilot, app, f"task {task}")
            await pilot.press("enter")
            await pilot.pause()
            assert said not in screen_text(app)
        await go_to_row(pilot, app, "task call")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await pilot.press("escape")
        app.write(call(app.meeting, "2026-11-02"))
        await go_to_row(pilot, app, "task answers")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, InvitationDialog))
