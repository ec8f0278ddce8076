"""Who leads, and how much time an interpreter needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people.roles import (
    change_meeting_info,
    has_chair_and_secretary,
    is_sole_chair,
    proposed_chair,
    set_interpreted_percent,
    timekeeper,
)
from sip_tui.meeting.time import agenda
from tests.helpers.meeting_fixture import MeetingFixture


def test_change_of_chair_is_logged() -> None:
    fixture = MeetingFixture()
    fixture.write(change_meeting_info(fixture.meeting, {"chair": "p3"}, fixture.moment()))
    fixture.open()
    fixture.wait(10)
    fixture.write(change_meeting_info(fixture.meeting, {"chair": "p4"}, fixture.moment()))
    assert fixture.meeting.about.chair == "p4"
    assert [(event.kind, event.text) for event in fixture.meeting.events] == [("open", ""), ("office", "chair: p4")]


def test_sole_chair_unless_co_chair() -> None:
    fixture = MeetingFixture()
    fixture.write(change_meeting_info(fixture.meeting, {"chair": "p3"}, fixture.moment()))
    assert is_sole_chair(fixture.meeting, "p3")
    assert not is_sole_chair(fixture.meeting, "p4")
    fixture.write(change_meeting_info(fixture.meeting, {"co_chair": "p4"}, fixture.moment()))
    assert not is_sole_chair(fixture.meeting, "p3")


@given(st.lists(st.sampled_from([100, 125, 150, 200]), max_size=4))
def test_interpreted_percent_scales_meeting_and_phases(percents: list[int]) -> None:
    fixture = MeetingFixture()
    for percent in percents:
        fixture.write(set_interpreted_percent(fixture.meeting, percent))
        minutes = agenda.planned_minutes(fixture.meeting)
        assert sum(minutes.values()) == fixture.meeting.about.minutes
        assert max(minutes.values()) == minutes["needs"]


def test_bell_can_be_turned_off() -> None:
    fixture = MeetingFixture()
    fixture.write(change_meeting_info(fixture.meeting, {"bell": "off"}, fixture.moment()))
    assert not fixture.meeting.about.bell


def test_caller_is_proposed_chair_until_named_or_absent() -> None:
    fixture = MeetingFixture()
    assert proposed_chair(fixture.meeting) == ""
    fixture.write((Edit("about", "meeting", "called_by", "p4"),))
    assert proposed_chair(fixture.meeting) == "p4"
    fixture.set_presence(Presence.EXCUSED, "p4")
    assert proposed_chair(fixture.meeting) == ""
    fixture.set_presence(Presence.PRESENT, "p4")
    fixture.write(change_meeting_info(fixture.meeting, {"chair": "p3"}, fixture.moment()))
    assert proposed_chair(fixture.meeting) == ""


@given(st.sampled_from(["", " ", "p3", "Någon"]), st.sampled_from(["", " ", "p4", "Någon"]))
def test_chair_and_secretary_must_be_named(chair: str, secretary: str) -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("about", "meeting", "chair", chair), Edit("about", "meeting", "secretary", secretary)))
    assert has_chair_and_secretary(fixture.meeting) is bool(chair.strip() and secretary.strip())


def test_co_chair_is_timekeeper() -> None:
    fixture = MeetingFixture()
    fixture.write(change_meeting_info(fixture.meeting, {"chair": "p3"}, fixture.moment()))
    assert timekeeper(fixture.meeting) == "p3"
    fixture.write(change_meeting_info(fixture.meeting, {"co_chair": "p4"}, fixture.moment()))
    assert timekeeper(fixture.meeting) == "p4"


def test_interpreted_percent_set_with_meeting_info() -> None:
    fixture = MeetingFixture()
    fixture.write(
        change_meeting_info(fixture.meeting, {"interpreted": "150", "title": " Majas SIP "}, fixture.moment())
    )
    assert (fixture.meeting.about.interpreted, fixture.meeting.about.minutes) == (150, 90)
    assert fixture.meeting.about.title == "Majas SIP"
    assert set_interpreted_percent(fixture.meeting, 0) == ()


def test_chair_and_secretary_are_both_named() -> None:
    fixture = MeetingFixture()
    for field, is_whole in (("chair", False), ("secretary", True)):
        fixture.write((Edit("about", "meeting", field, "p3"),))
        assert has_chair_and_secretary(fixture.meeting) is is_whole
