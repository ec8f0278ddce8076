"""A meeting about a child goes at a child's pace (F32; seed rows 182, 189, 202)."""

from __future__ import annotations

import pytest

from sip_tui.meeting.content import ideas
from sip_tui.meeting.content.ideas import CHECK_IN_MINUTES, CHECK_IN_MINUTES_CHILD, Mood
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import timing_at
from tests.helpers.meeting_fixture import MeetingFixture


def opened(*, child: bool, stamina: int = 0) -> MeetingFixture:
    table = MeetingFixture()
    table.write((Edit("person", "person", "child", child), Edit("person", "person", "stamina_minutes", stamina)))
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    return table


@pytest.mark.parametrize(
    ("child", "stamina", "minutes"),
    [(True, 0, 25), (False, 0, 45), (True, 15, 15), (True, 35, 35), (False, 35, 35), (True, 90, 45)],
)
def test_a_child_gets_a_break_earlier_unless_somebody_knows_how_long_the_child_manages(
    child: bool, stamina: int, minutes: int
) -> None:
    table = opened(child=child, stamina=stamina)
    table.wait(minutes - 1)
    assert not timing_at(table.meeting, table.now).break_due
    table.wait(1)
    assert timing_at(table.meeting, table.now).break_due


@pytest.mark.parametrize(("child", "every"), [(True, CHECK_IN_MINUTES_CHILD), (False, CHECK_IN_MINUTES)])
def test_the_chair_is_asked_more_often_how_a_child_is(child: bool, every: int) -> None:
    table = opened(child=child)
    table.wait(every - 1)
    assert not ideas.is_check_in_due(table.meeting, table.now)
    table.wait(1)
    assert ideas.is_check_in_due(table.meeting, table.now)
    table.write(ideas.add_reaction(table.meeting, "p1", Mood.TIRED, table.moment()))
    assert not ideas.is_check_in_due(table.meeting, table.now)


def test_somebody_who_turns_out_to_be_no_child_is_asked_as_seldom_as_others() -> None:
    table = opened(child=True)
    table.wait(CHECK_IN_MINUTES_CHILD)
    table.write((Edit("person", "person", "child", False),))
    assert not ideas.is_check_in_due(table.meeting, table.now)
