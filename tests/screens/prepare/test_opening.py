"""Opening the meeting from the preparation leads to the meeting."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind, RowId
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.roles_form import RolesForm
from sip_tui.screens.prepare.screen import PrepareScreen
from sip_tui.screens.shared_width import LINES_OF_HEADER
from tests.helpers.app_harness import AppHarness, go_to_mode, wait_until


async def test_opening_from_the_preparation_leads_to_time(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("number_sign")
        assert app.current_mode == "prepare"
        await pilot.press("v")
        await wait_until(pilot, lambda: timing_at(app.meeting, harness.clock()).opened is not None)
        await wait_until(pilot, lambda: app.current_mode == "time")
        assert not app.screen.query(Input)


async def test_key_of_a_room_opens_what_the_roles_stand_before(harness: AppHarness) -> None:
    """The form asks who leads; a chair who goes to the roll call instead has begun all the same."""
    app = harness.app()
    app.write([Edit("about", "meeting", "secretary", ""), Edit("about", "meeting", "chair", "")])
    async with app.run_test() as pilot:
        await pilot.press("number_sign", "v")
        await wait_until(pilot, lambda: isinstance(app.screen, RolesForm))
        await pilot.press("f3")
        await wait_until(pilot, lambda: timing_at(app.meeting, harness.clock()).opened is not None)
        assert app.current_mode == "roll_call"
        await pilot.press("number_sign")
        assert not isinstance(app.screen, FormScreen)


ROOM_KEYS = ("f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f11", "f12")
OPENS = ("a", "i", "ampersand", "q", "Y", "at", "colon", "question_mark", "F", "enter")


@pytest.mark.parametrize("opens", OPENS)
async def test_no_key_of_a_room_is_swallowed_in_silence(harness: AppHarness, opens: str) -> None:
    """Over every form and dialog of the preparation: the room is shown, or it is said why not; what is typed stays."""
    app = harness.app()
    said: list[str] = []
    app.notify = lambda message, **_more: said.append(message)  # type: ignore[method-assign]
    async with app.run_test() as pilot:
        await pilot.press("number_sign")
        assert isinstance(app.screen, PrepareScreen)
        actor = next(other for other in app.meeting.participants if other.kind is Kind.ACTOR)
        app.screen.go_to(RowId("participants", actor.id))
        await pilot.pause()
        await pilot.press(opens)
        await wait_until(pilot, lambda: not isinstance(app.screen, PrepareScreen))
        over = app.screen
        for field in over.query(Input):
            field.value = "Kim"
            break
        for key in ROOM_KEYS:
            mode, before = app.current_mode, len(said)
            await pilot.press(key)
            assert app.current_mode != mode or len(said) > before, key
        await go_to_mode(pilot, app, "prepare")
        assert app.screen is over
        assert [field.value for field in over.query(Input)][:1] in ([], ["Kim"])


async def test_a_form_that_another_room_hides_stands_over_nothing(harness: AppHarness) -> None:
    """What it has put off until after the next frame comes when it is out of sight."""
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("number_sign", "i")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        form = app.screen
        assert isinstance(form, FormScreen)
        await go_to_mode(pilot, app, "time")
        form.on_resize()
        await pilot.pause()
        assert form.lines_above == LINES_OF_HEADER
