"""Check-ins on how the person is, and the shorter intervals of a meeting about a child (requirements 182, 202)."""

from __future__ import annotations

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda, cues
from sip_tui.meeting.time.cues import CHECK_IN_MINUTES, CHECK_IN_MINUTES_CHILD, Mood
from sip_tui.meeting.time.timeline import timing_at
from tests.helpers.meeting_fixture import MeetingFixture


def opened(*, child: bool = False, stamina: int = 0) -> MeetingFixture:
    table = MeetingFixture()
    table.write((Edit("person", "person", "child", child), Edit("person", "person", "stamina_minutes", stamina)))
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    return table


@pytest.mark.parametrize(
    ("child", "stamina", "minutes"),
    [(True, 0, 25), (False, 0, 45), (True, 15, 15), (True, 35, 35), (False, 35, 35), (True, 90, 45)],
)
def test_child_gets_earlier_break_unless_stamina_known(
    child: bool, stamina: int, minutes: int
) -> None:
    table = opened(child=child, stamina=stamina)
    table.wait(minutes - 1)
    assert not timing_at(table.meeting, table.now).break_due
    table.wait(1)
    assert timing_at(table.meeting, table.now).break_due


@pytest.mark.parametrize(("child", "every"), [(True, CHECK_IN_MINUTES_CHILD), (False, CHECK_IN_MINUTES)])
def test_child_check_in_is_more_frequent(child: bool, every: int) -> None:
    table = opened(child=child)
    table.wait(every - 1)
    assert not cues.is_check_in_due(table.meeting, table.now)
    table.wait(1)
    assert cues.is_check_in_due(table.meeting, table.now)
    table.write(cues.add_reaction(table.meeting, "p1", Mood.TIRED, table.moment()))
    assert not cues.is_check_in_due(table.meeting, table.now)


def test_check_in_interval_follows_child_flag() -> None:
    table = opened(child=True)
    table.wait(CHECK_IN_MINUTES_CHILD)
    table.write((Edit("person", "person", "child", False),))
    assert not cues.is_check_in_due(table.meeting, table.now)


def test_latest_reaction_first_unknown_ignored() -> None:
    table = MeetingFixture()
    table.write(cues.add_reaction(table.meeting, "p1", Mood.TIRED, table.moment()))
    table.wait(5)
    table.write(cues.add_reaction(table.meeting, "p2", Mood.RELIEVED, table.moment()))
    assert cues.add_reaction(table.meeting, "nobody", Mood.SAD, table.moment()) == ()
    assert [(one.who, one.mark) for one in cues.latest_reactions(table.meeting)] == [
        ("p2", "relieved"),
        ("p1", "tired"),
    ]


def test_check_in_due_every_ten_minutes() -> None:
    table = opened()
    table.wait(9)
    assert not cues.is_check_in_due(table.meeting, table.now)
    table.wait(1)
    assert cues.is_check_in_due(table.meeting, table.now)
    table.write(cues.add_reaction(table.meeting, "p1", Mood.WELL, table.moment()))
    assert cues.minutes_since_check_in(table.meeting, table.now) == 0
    table.wait(6)
    assert not cues.is_check_in_due(table.meeting, table.now)


def test_break_counts_as_check_in() -> None:
    table = opened()
    table.wait(12)
    table.write(agenda.start_break(table.moment()))
    table.wait(10)
    assert cues.minutes_since_check_in(table.meeting, table.now) is None
    table.write(agenda.resume(table.moment()))
    table.wait(2)
    assert cues.minutes_since_check_in(table.meeting, table.now) == 2


@pytest.mark.parametrize("closed", [False, True])
def test_no_check_in_before_or_after_meeting(closed: bool) -> None:
    table = opened() if closed else MeetingFixture()
    if closed:
        table.write(agenda.close_meeting(table.moment()))
    table.wait(30)
    assert cues.minutes_since_check_in(table.meeting, table.now) is None
    assert not cues.is_check_in_due(table.meeting, table.now)
