"""Who leads, and how much time an interpreter needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people import attendance
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
    table = MeetingFixture()
    table.write(change_meeting_info(table.meeting, {"chair": "p3"}, table.moment()))
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    table.wait(10)
    table.write(change_meeting_info(table.meeting, {"chair": "p4"}, table.moment()))
    assert table.meeting.about.chair == "p4"
    assert [(one.kind, one.text) for one in table.meeting.events] == [("open", ""), ("office", "chair: p4")]


def test_sole_chair_unless_co_chair() -> None:
    table = MeetingFixture()
    table.write(change_meeting_info(table.meeting, {"chair": "p3"}, table.moment()))
    assert is_sole_chair(table.meeting, "p3")
    assert not is_sole_chair(table.meeting, "p4")
    table.write(change_meeting_info(table.meeting, {"co_chair": "p4"}, table.moment()))
    assert not is_sole_chair(table.meeting, "p3")


@given(st.lists(st.sampled_from([100, 125, 150, 200]), max_size=4))
def test_interpreted_percent_scales_meeting_and_phases(percents: list[int]) -> None:
    table = MeetingFixture()
    for percent in percents:
        table.write(set_interpreted_percent(table.meeting, percent))
        minutes = agenda.planned_minutes(table.meeting)
        assert sum(minutes.values()) == table.meeting.about.minutes
        assert max(minutes.values()) == minutes["needs"]


def test_bell_can_be_turned_off() -> None:
    table = MeetingFixture()
    table.write(change_meeting_info(table.meeting, {"bell": "off"}, table.moment()))
    assert not table.meeting.about.bell


def test_caller_is_proposed_chair_until_named_or_absent() -> None:
    table = MeetingFixture()
    assert proposed_chair(table.meeting) == ""
    table.write((Edit("about", "meeting", "called_by", "p4"),))
    assert proposed_chair(table.meeting) == "p4"
    table.write(attendance.set_presence(table.meeting, "p4", Presence.EXCUSED, table.moment()))
    assert proposed_chair(table.meeting) == ""
    table.write(attendance.set_presence(table.meeting, "p4", Presence.PRESENT, table.moment()))
    table.write(change_meeting_info(table.meeting, {"chair": "p3"}, table.moment()))
    assert proposed_chair(table.meeting) == ""


@given(st.sampled_from(["", " ", "p3", "Någon"]), st.sampled_from(["", " ", "p4", "Någon"]))
def test_chair_and_secretary_must_be_named(chair: str, secretary: str) -> None:
    table = MeetingFixture()
    table.write((Edit("about", "meeting", "chair", chair), Edit("about", "meeting", "secretary", secretary)))
    assert has_chair_and_secretary(table.meeting) is bool(chair.strip() and secretary.strip())


def test_co_chair_is_timekeeper() -> None:
    table = MeetingFixture()
    table.write(change_meeting_info(table.meeting, {"chair": "p3"}, table.moment()))
    assert timekeeper(table.meeting) == "p3"
    table.write(change_meeting_info(table.meeting, {"co_chair": "p4"}, table.moment()))
    assert timekeeper(table.meeting) == "p4"
