"""The meeting is late: what is left is shared out, and the closing does not pay for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.model.meeting import Meeting, MeetingInfo, PhaseTime
from sip_tui.meeting.people import attendance
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.replan import PlanWarning, accept_minutes, plan_warnings, propose_minutes
from sip_tui.meeting.time.timeline import Timing, timing_at
from tests.helpers.meeting_fixture import MeetingFixture

PHASES = agenda.PHASES


def late(minutes: float, phase: str = "situation") -> MeetingFixture:
    """A meeting of an hour that has been in one phase for some minutes, and in the opening for six."""
    table = MeetingFixture()
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    table.wait(6)
    table.write(agenda.enter_phase(table.meeting, phase, table.moment()))
    table.wait(minutes)
    return table


def proposed(table: MeetingFixture) -> dict[str, int] | None:
    return propose_minutes(table.meeting, timing_at(table.meeting, table.now))


def test_no_proposal_when_on_time() -> None:
    assert proposed(MeetingFixture()) is None
    assert proposed(late(12)) is None
    assert proposed(late(3, "closing")) is None


def test_delay_taken_from_needs_and_summary_not_closing() -> None:
    assert proposed(late(22)) == {"situation": 22, "needs": 20, "summary": 6, "closing": 6}


def test_proposal_keeps_time_used_by_left_phase() -> None:
    table = late(12)
    table.write(agenda.enter_phase(table.meeting, "opening", table.moment()))
    table.wait(10)
    assert proposed(table) == {"opening": 16, "situation": 12, "needs": 20, "summary": 6, "closing": 6}


def test_accepted_proposal_ends_on_time() -> None:
    table = late(22)
    new = proposed(table)
    assert new
    edits = accept_minutes(table.meeting, new)
    assert Edit("phases", "needs", "minutes", 20) in edits
    assert all(edit.row != "closing" for edit in edits)
    table.write(edits)
    assert sum(agenda.planned_minutes(table.meeting).values()) == 60
    assert proposed(table) is None


def test_last_minutes_go_to_closing() -> None:
    assert proposed(late(46)) == {"situation": 46, "needs": 2, "summary": 0, "closing": 6}
    assert proposed(late(51)) == {"situation": 51, "needs": 0, "summary": 0, "closing": 3}
    assert proposed(late(54)) is None
    assert proposed(late(99)) is None


MINUTES = st.integers(0, 60)


@settings(max_examples=300)
@given(
    st.integers(30, 140),
    st.lists(MINUTES, min_size=5, max_size=5),
    st.lists(st.integers(0, 900), min_size=5, max_size=5),
    st.sampled_from(PHASES[:-1]),
)
def test_proposal_keeps_sum_and_closing(
    whole: int, plan: list[int], spent: list[int], phase: str
) -> None:
    rows = tuple(PhaseTime(id=one, minutes=minutes) for one, minutes in zip(PHASES, plan, strict=True))
    meeting = Meeting(about=MeetingInfo(id="meeting", minutes=whole), phases=rows)
    used = {one: timedelta(seconds=seconds) for one, seconds in zip(PHASES, spent, strict=True)}
    new = propose_minutes(meeting, Timing(phase=phase, spent=used))
    if new is None:
        event("in time")
        return
    planned = agenda.planned_minutes(meeting)
    past = sum((used[one] for one in PHASES if one not in new), timedelta(0))
    assert sum(new.values()) == whole - -(-past // timedelta(minutes=1))
    assert all(minutes >= 0 for minutes in new.values())
    now = {one: -(-used[one] // timedelta(minutes=1)) for one in new}
    had = {one: max(planned[one] - now[one], 0) for one in new}
    given = {one: new[one] - now[one] for one in new}
    assert all(0 <= given[one] <= had[one] for one in new)
    others = [one for one in new if one != "closing"]
    assert given["closing"] == had["closing"] or not any(given[one] for one in others)
    if "needs" in new and had["needs"] == max(had[one] for one in others):
        assert given["needs"] == max(given[one] for one in others)


def test_warning_when_needs_not_longest() -> None:
    table = MeetingFixture()
    assert plan_warnings(table.meeting) == (PlanWarning.INTERPRETED,)
    table.write((Edit("about", "meeting", "interpreted", 150),))
    assert plan_warnings(table.meeting) == ()
    table.write((Edit("phases", "summary", "minutes", 27),))
    assert plan_warnings(table.meeting) == (PlanWarning.NEEDS_NOT_LONGEST, PlanWarning.LONGER_THAN_MEETING)


@pytest.mark.parametrize("presence", [Presence.EXCUSED, Presence.MISSING, Presence.LEFT])
def test_absent_interpreter_gives_no_warning(presence: Presence) -> None:
    table = MeetingFixture()
    table.write(attendance.set_presence(table.meeting, "p5", presence, table.moment()))
    assert plan_warnings(table.meeting) == ()


@given(st.integers(3, 240))
def test_default_plan_has_no_warning(minutes: int) -> None:
    assert plan_warnings(replace(Meeting(), about=MeetingInfo(id="meeting", minutes=minutes))) == () or minutes < 10
