"""Stories of times from earlier meetings: offered before the meeting begins, and taken only with a yes."""

from __future__ import annotations

from sip_tui.app.seats import app_for
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.people.floor import change_phase
from sip_tui.meeting.time.agenda import PHASES, planned_minutes
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.session.earlier_times import earlier_times
from sip_tui.session.follow_up import create_follow_up
from sip_tui.session.session import MeetingSession
from tests.helpers.app_harness import ID, AppHarness, screen_text, wait_until
from tests.helpers.plan_chain import end, held


def play(harness: AppHarness, *minutes: int) -> None:
    """Hold the meeting with these minutes for its parts, and close it."""
    session = held(harness)
    for phase, spent in zip((*PHASES[1:], ""), minutes, strict=True):
        harness.clock.advance(spent)
        session.write(change_phase(session.meeting, phase, session.edit_context()) if phase else ())
    end(session)


async def test_follow_up_can_take_the_times_of_the_last_meeting(harness: AppHarness) -> None:
    play(harness, 7, 23, 24, 6, 4)
    folder = harness.archive.open(create_follow_up(harness.archive, ID, harness.clock))
    app = app_for(MeetingSession(folder, harness.clock), folder.claim_seat("chair"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        await wait_until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        text = screen_text(app)
        assert "Ni har träffats om den här planen förut." in text
        assert "Sedan sist: 23 min" in text
        assert "Sammanlagt 64 min." in text
        await pilot.press("j")
        await wait_until(
            pilot, lambda: planned_minutes(app.meeting) == dict(zip(PHASES, (7, 23, 24, 6, 4), strict=True))
        )
        await pilot.press("z")
        assert planned_minutes(app.meeting)["situation"] != 23


async def test_first_meeting_has_nothing_to_go_by(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("t")
        await wait_until(pilot, lambda: any("att gå efter" in note.message for note in app._notifications))
        assert not isinstance(app.screen, ConfirmDialog)


def test_meetings_of_the_same_type_are_gone_by_when_two(harness: AppHarness) -> None:
    play(harness, 7, 23, 24, 6, 4)
    other = AppHarness(harness.archive.root / "other")
    meeting = other.on_disk()
    assert earlier_times(harness.archive, "new", meeting).minutes == {}
    folder = harness.archive.open(ID)
    ledger = folder.load()
    edits = ledger.snapshot_edits()
    folder.leave()
    harness.archive.create("twin", Ledger().stamp(edits, 1_700_000_000_000, "x")).leave()
    found = earlier_times(harness.archive, "new", meeting)
    assert (found.meetings, found.same_plan, found.minutes["situation"]) == (2, False, 23)
