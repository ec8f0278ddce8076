"""Stories of the morning after: F12 was forgotten, and the program asks when the meeting ended."""

from __future__ import annotations

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time.agenda import Stage, open_meeting, stage_of
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.minutes.render import minutes
from sip_tui.screens.after.screen import AfterScreen
from sip_tui.screens.choice_dialog import ChoiceDialog
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.widgets.header import MeetingHeader
from tests.helpers.app_harness import AppHarness, wait_until, wait_until_saved
from tests.helpers.list_screens import fill_form, list_text, static_text


def forget(harness: AppHarness) -> SipApp:
    """Open the meeting at 13.00, write at 13.10, 13.50 and 14.02, and come back the next morning."""
    session = harness.app().session
    session.write(open_meeting(session.meeting, session.edit_context()))
    for minutes_later, text in ((10, "ett"), (40, "två"), (12, "tre")):
        harness.clock.advance(minutes_later)
        session.write([Edit("person", "person", "matters", text), Edit("needs", f"n{minutes_later}", "text", text)])
    session.flush()
    session.folder.leave()
    harness.clock.advance(19 * 60)
    return harness.app()


async def test_real_end_is_offered_with_its_break(harness: AppHarness) -> None:
    app = forget(harness)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        assert "Slutade mötet 14.02?" in static_text(app, "#choice-title")
        assert "det var paus 13.10–13.50" in list_text(app, "#choice-list")
        await pilot.press("2")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        await wait_until_saved(pilot, app)
    text = minutes(app.meeting, "full", now=harness.clock()).text
    assert "14.02" in text
    assert timing_at(app.meeting, harness.clock()).spent["opening"].total_seconds() == 22 * 60


async def test_another_time_can_be_written_and_z_takes_it_back(harness: AppHarness) -> None:
    app = forget(harness)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press("4")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        await fill_form(pilot, app, ended="13.55")
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        closed = timing_at(app.meeting, harness.clock()).closed
        assert closed is not None
        assert (closed.hour, closed.minute) == (12, 55)
        await pilot.press("z")
        await wait_until(pilot, lambda: stage_of(app.meeting) is Stage.IN_PROGRESS)


async def test_meeting_that_goes_on_stays_open_and_f12_asks_again(harness: AppHarness) -> None:
    app = forget(harness)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press("escape")
        await wait_until(pilot, lambda: not isinstance(app.screen, ChoiceDialog))
        assert stage_of(app.meeting) is Stage.IN_PROGRESS
        said = str(app.screen.query_one(MeetingHeader).render())
        assert "Mötet skulle ha slutat i går 14.00" in said
        await pilot.press("f12")
        await wait_until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press("3")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        assert stage_of(app.meeting) is Stage.CLOSED


async def test_board_asks_nobody_when_the_meeting_ended(harness: AppHarness) -> None:
    forget(harness).session.folder.leave()
    app = harness.app("board")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not isinstance(app.screen, ChoiceDialog)
