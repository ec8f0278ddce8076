"""What the call said leaves a trace when it is changed; an untouched new meeting is blank."""

from __future__ import annotations

from datetime import date

import pytest

from sip_tui.meeting.content.about import change_about, changed_fields, is_blank, is_called
from sip_tui.meeting.content.type_details import set_type_detail
from sip_tui.meeting.guidance.lead_time import LeadTime, lead_times
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.invitations import call
from tests.helpers.meeting_fixture import MeetingFixture

START = "2026-12-04T12:00:00.000Z"


def test_first_change_after_the_call_is_logged_with_its_value() -> None:
    fixture = MeetingFixture()
    fixture.write(change_about(fixture.meeting, {"start": START, "questions": ["Vem?"]}, fixture.moment()))
    assert not is_called(fixture.meeting)
    assert changed_fields(fixture.meeting) == ()
    fixture.write(call(fixture.meeting, "2026-11-06"))
    assert change_about(fixture.meeting, {"start": START, "questions": ["Vem?"]}, fixture.moment()) == ()
    for place, title in (("Rum 3", "A"), ("Rum 4", "B")):
        fixture.write(change_about(fixture.meeting, {"place": place, "title": title}, fixture.moment()))
    fixture.write(change_about(fixture.meeting, {"start": None}, fixture.moment()))
    assert changed_fields(fixture.meeting) == ("place", "start")
    assert [event.text for event in fixture.meeting.events] == ["place: ", f"start: {START}"]


def test_meeting_is_blank_until_somebody_writes_in_it() -> None:
    ledger = Ledger()
    ledger.add(ledger.stamp([Edit("about", "meeting", "type", "SIP"), Edit("about", "meeting", "minutes", 60)], 1, "x"))
    assert is_blank(MeetingProjection(ledger).meeting)
    assert is_blank(Meeting())
    ledger.add(ledger.stamp([Edit("person", "person", "called", "Maja")], 2, "x"))
    assert not is_blank(MeetingProjection(ledger).meeting)
    assert not is_blank(MeetingFixture().meeting)


def test_detail_of_a_type_is_written_and_changed() -> None:
    fixture = MeetingFixture()
    for text in ("Skolan", "Elevhälsan"):
        fixture.write(set_type_detail(fixture.meeting, "from", f" {text} "))
    assert [(row.id, row.text) for row in fixture.meeting.type_details] == [("from", "Elevhälsan")]
    assert set_type_detail(fixture.meeting, "to", " ") == ()


@pytest.mark.parametrize(
    ("days", "notice", "deadline", "found"),
    [
        (20, 21, 0, (LeadTime.SHORT,)),
        (21, 21, 21, ()),
        (22, 0, 21, (LeadTime.LATE,)),
        (22, 30, 21, (LeadTime.SHORT, LeadTime.LATE)),
        (5, 0, 0, ()),
        (-1, 21, 21, ()),
    ],
)
def test_lead_time_is_a_guideline_or_a_deadline(
    days: int, notice: int, deadline: int, found: tuple[LeadTime, ...]
) -> None:
    meeting = date.fromordinal(date(2026, 11, 2).toordinal() + days)
    assert lead_times(meeting, date(2026, 11, 2), notice, deadline) == found
