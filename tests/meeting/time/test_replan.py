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
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.replan import PlanWarning, accept_minutes, plan_warnings, propose_minutes
from sip_tui.meeting.time.timeline import Timing
from tests.helpers.meeting_fixture import MeetingFixture

PHASES = agenda.PHASES


def late(minutes: float, phase: str = "situation") -> MeetingFixture:
    """A meeting of an hour that has been in one phase for some minutes, and in the opening for six."""
    fixture = MeetingFixture()
    fixture.open()
    fixture.wait(6)
    fixture.write(agenda.enter_phase(fixture.meeting, phase, fixture.moment()))
    fixture.wait(minutes)
    return fixture


def proposed(fixture: MeetingFixture) -> dict[str, int] | None:
    return propose_minutes(fixture.meeting, fixture.timing)


def test_no_proposal_when_on_time() -> None:
    assert proposed(MeetingFixture()) is None
    assert proposed(late(12)) is None
    assert proposed(late(3, "closing")) is None


def test_delay_taken_from_needs_and_summary_not_closing() -> None:
    assert proposed(late(22)) == {"situation": 22, "needs": 20, "summary": 6, "closing": 6}


def test_proposal_keeps_time_used_by_left_phase() -> None:
    fixture = late(12)
    fixture.write(agenda.enter_phase(fixture.meeting, "opening", fixture.moment()))
    fixture.wait(10)
    assert proposed(fixture) == {"opening": 16, "situation": 12, "needs": 20, "summary": 6, "closing": 6}


def test_accepted_proposal_ends_on_time() -> None:
    fixture = late(22)
    new = proposed(fixture)
    assert new
    edits = accept_minutes(fixture.meeting, new)
    assert Edit("phases", "needs", "minutes", 20) in edits
    assert all(edit.row != "closing" for edit in edits)
    fixture.write(edits)
    assert sum(agenda.planned_minutes(fixture.meeting).values()) == 60
    assert proposed(fixture) is None


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
def test_proposal_keeps_sum_and_closing(whole: int, plan: list[int], spent: list[int], phase: str) -> None:
    rows = tuple(PhaseTime(id=phase, minutes=minutes) for phase, minutes in zip(PHASES, plan, strict=True))
    meeting = Meeting(about=MeetingInfo(id="meeting", minutes=whole), phases=rows)
    used = {phase: timedelta(seconds=seconds) for phase, seconds in zip(PHASES, spent, strict=True)}
    new = propose_minutes(meeting, Timing(phase=phase, spent=used))
    if new is None:
        event("in time")
        return
    planned = agenda.planned_minutes(meeting)
    past = sum((used[phase] for phase in PHASES if phase not in new), timedelta(0))
    assert sum(new.values()) == whole - -(-past // timedelta(minutes=1))
    assert all(minutes >= 0 for minutes in new.values())
    now = {phase: -(-used[phase] // timedelta(minutes=1)) for phase in new}
    had = {phase: max(planned[phase] - now[phase], 0) for phase in new}
    given = {phase: new[phase] - now[phase] for phase in new}
    assert all(0 <= given[phase] <= had[phase] for phase in new)
    others = [phase for phase in new if phase != "closing"]
    assert given["closing"] == had["closing"] or not any(given[other] for other in others)
    if "needs" in new and had["needs"] == max(had[other] for other in others):
        assert given["needs"] == max(given[other] for other in others)


def test_warning_when_needs_not_longest() -> None:
    fixture = MeetingFixture()
    assert plan_warnings(fixture.meeting) == (PlanWarning.INTERPRETED,)
    assert plan_warnings(fixture.meeting, "opening") == (PlanWarning.INTERPRETED,)
    assert plan_warnings(fixture.meeting, "situation") == (), "nobody is told on and on"
    fixture.write((Edit("about", "meeting", "interpreted", 150),))
    assert plan_warnings(fixture.meeting) == ()
    fixture.write((Edit("phases", "summary", "minutes", 27),))
    assert plan_warnings(fixture.meeting) == (PlanWarning.NEEDS_NOT_LONGEST, PlanWarning.LONGER_THAN_MEETING)


@pytest.mark.parametrize("presence", [Presence.EXCUSED, Presence.MISSING, Presence.LEFT])
def test_absent_interpreter_gives_no_warning(presence: Presence) -> None:
    fixture = MeetingFixture()
    fixture.set_presence(presence, "p5")
    assert plan_warnings(fixture.meeting) == ()


@given(st.integers(3, 240))
def test_default_plan_has_no_warning(minutes: int) -> None:
    assert plan_warnings(replace(Meeting(), about=MeetingInfo(id="meeting", minutes=minutes))) == () or minutes < 10


def test_proposal_when_only_used_phases_remain() -> None:
    rows = tuple(PhaseTime(id=phase, minutes=0) for phase in ("needs", "summary"))
    meeting = Meeting(about=MeetingInfo(id="meeting", minutes=30), phases=(*rows, PhaseTime(id="closing", minutes=20)))
    spent = {"opening": timedelta(minutes=10), "situation": timedelta(minutes=12)}
    assert propose_minutes(meeting, Timing(phase="situation", spent=spent)) == {
        "situation": 12,
        "needs": 0,
        "summary": 0,
        "closing": 8,
    }


def test_a_part_that_a_child_does_not_manage_is_warned_about() -> None:
    child = replace(Meeting(), person=replace(Meeting().person, child=True))
    assert plan_warnings(child) == (PlanWarning.LONG_FOR_CHILD,)
    short = replace(child, about=MeetingInfo(id="meeting", minutes=45))
    assert plan_warnings(short) == ()


def test_set_minutes_give_way_to_the_usual_ones() -> None:
    fixture = MeetingFixture()
    usual = agenda.planned_minutes(fixture.meeting)
    fixture.write(agenda.set_minutes({"needs": 5}))
    assert agenda.planned_minutes(fixture.meeting) != usual
    fixture.write(agenda.usual_minutes(fixture.meeting))
    assert agenda.planned_minutes(fixture.meeting) == usual
    assert agenda.usual_minutes(fixture.meeting) == ()


def test_a_part_that_is_over_is_not_warned_about() -> None:
    child = replace(Meeting(), person=replace(Meeting().person, child=True))
    assert plan_warnings(child, "needs") == (PlanWarning.LONG_FOR_CHILD,)
    assert plan_warnings(child, "summary") == ()
    uneven = replace(Meeting(), phases=(PhaseTime(id="needs", minutes=5),))
    assert PlanWarning.NEEDS_NOT_LONGEST in plan_warnings(uneven, "needs")
    assert plan_warnings(uneven, "closing") == ()
