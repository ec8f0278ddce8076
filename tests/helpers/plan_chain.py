"""Meetings of one plan, one after the other: opened, written in, closed."""

from __future__ import annotations

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import close_meeting, open_meeting
from sip_tui.session.session import MeetingSession
from tests.helpers.app_harness import ID, AppHarness


def held(harness: AppHarness, meeting_id: str = ID, *edits: Edit) -> MeetingSession:
    """The session of a meeting that has been opened; it is closed by ``end``."""
    session = MeetingSession(harness.archive.open(meeting_id), harness.clock)
    session.write(open_meeting(session.meeting, session.edit_context()))
    session.write(edits)
    return session


def end(session: MeetingSession) -> Meeting:
    session.write(close_meeting(session.edit_context()))
    session.close()
    return session.meeting


def plan(row: str, what: str, **cells: str) -> list[Edit]:
    values = {"what": what, "who": "p3", "goal": "g1", "when": "2026-12-04", **cells}
    return [Edit("actions", row, name, value) for name, value in values.items()]
