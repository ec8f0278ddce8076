"""The data of the meeting: what the call said and is changed afterwards leaves a trace."""

from __future__ import annotations

from sip_tui.meeting.content import about
from sip_tui.meeting.log.change import Edit, Value
from tests.helpers.meeting_fixture import MeetingFixture


def test_change_before_the_call_leaves_no_trace() -> None:
    fixture = MeetingFixture()
    fixture.write(about.change_about(fixture.meeting, {"minutes": 90, "type": "SIP"}, fixture.moment()))
    assert fixture.meeting.about.minutes == 90
    assert about.changed_fields(fixture.meeting) == ()


def test_change_after_the_call_is_logged_once_a_field() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("invitations", "p3", "state", "called"),))
    assert about.is_called(fixture.meeting)
    start: dict[str, Value] = {"start": "2026-12-04T12:00:00.000Z", "place": "Linden", "questions": ["Vad hjälper?"]}
    fixture.write(about.change_about(fixture.meeting, start, fixture.moment()))
    fixture.write(about.change_about(fixture.meeting, {"place": "Eken", "minutes": 60}, fixture.moment()))
    again = about.change_about(fixture.meeting, {**start, "place": "Eken"}, fixture.moment())
    assert again == ()
    assert set(about.changed_fields(fixture.meeting)) == {"start", "place"}
    assert "place: Linden" in [event.text for event in fixture.meeting.events]
