"""Check-ins on how the person is, and the shorter intervals of a meeting about a child (requirements 182, 202)."""

from __future__ import annotations

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda, cues
from sip_tui.meeting.time.cues import CHECK_IN_MINUTES, CHECK_IN_MINUTES_CHILD, Mood
from tests.helpers.meeting_fixture import MeetingFixture


def opened(*, child: bool = False, stamina: int = 0) -> MeetingFixture:
    fixture = MeetingFixture()
    fixture.write((Edit("person", "person", "child", child), Edit("person", "person", "stamina_minutes", stamina)))
    fixture.open()
    return fixture


@pytest.mark.parametrize(
    ("child", "stamina", "minutes"),
    [(True, 0, 25), (False, 0, 45), (True, 15, 15), (True, 35, 35), (False, 35, 35), (True, 90, 45)],
)
def test_child_gets_earlier_break_unless_stamina_known(child: bool, stamina: int, minutes: int) -> None:
    fixture = opened(child=child, stamina=stamina)
    fixture.wait(minutes - 1)
    assert not fixture.timing.break_due
    fixture.wait(1)
    assert fixture.timing.break_due


@pytest.mark.parametrize(("child", "every"), [(True, CHECK_IN_MINUTES_CHILD), (False, CHECK_IN_MINUTES)])
def test_child_check_in_is_more_frequent(child: bool, every: int) -> None:
    fixture = opened(child=child)
    fixture.wait(every - 1)
    assert not cues.is_check_in_due(fixture.meeting, fixture.now)
    fixture.wait(1)
    assert cues.is_check_in_due(fixture.meeting, fixture.now)
    fixture.write(cues.add_reaction(fixture.meeting, "p1", Mood.TIRED, fixture.moment()))
    assert not cues.is_check_in_due(fixture.meeting, fixture.now)


def test_check_in_interval_follows_child_flag() -> None:
    fixture = opened(child=True)
    fixture.wait(CHECK_IN_MINUTES_CHILD)
    fixture.write((Edit("person", "person", "child", False),))
    assert not cues.is_check_in_due(fixture.meeting, fixture.now)


def test_latest_reaction_first_unknown_ignored() -> None:
    fixture = MeetingFixture()
    fixture.write(cues.add_reaction(fixture.meeting, "p1", Mood.TIRED, fixture.moment()))
    fixture.wait(5)
    fixture.write(cues.add_reaction(fixture.meeting, "p2", Mood.RELIEVED, fixture.moment()))
    assert cues.add_reaction(fixture.meeting, "nobody", Mood.SAD, fixture.moment()) == ()
    assert [(action.who, action.mark) for action in cues.latest_reactions(fixture.meeting)] == [
        ("p2", "relieved"),
        ("p1", "tired"),
    ]


def test_check_in_due_every_ten_minutes() -> None:
    fixture = opened()
    fixture.wait(9)
    assert not cues.is_check_in_due(fixture.meeting, fixture.now)
    fixture.wait(1)
    assert cues.is_check_in_due(fixture.meeting, fixture.now)
    fixture.write(cues.add_reaction(fixture.meeting, "p1", Mood.WELL, fixture.moment()))
    assert cues.minutes_since_check_in(fixture.meeting, fixture.now) == 0
    fixture.wait(6)
    assert not cues.is_check_in_due(fixture.meeting, fixture.now)


def test_break_counts_as_check_in() -> None:
    fixture = opened()
    fixture.wait(12)
    fixture.write(agenda.start_break(fixture.moment()))
    fixture.wait(10)
    assert cues.minutes_since_check_in(fixture.meeting, fixture.now) is None
    fixture.write(agenda.resume(fixture.moment()))
    fixture.wait(2)
    assert cues.minutes_since_check_in(fixture.meeting, fixture.now) == 2


def test_last_mark_is_of_those_who_are_asked_for() -> None:
    fixture = opened()
    fixture.write(cues.add_reaction(fixture.meeting, "p4", Mood.WELL, fixture.moment()))
    fixture.wait(3)
    assert cues.minutes_since_mark(fixture.meeting, {"p1", "p2"}, fixture.now) is None
    assert cues.minutes_since_mark(fixture.meeting, {"p1", "p4"}, fixture.now) == 3


@pytest.mark.parametrize("closed", [False, True])
def test_no_check_in_before_or_after_meeting(closed: bool) -> None:
    fixture = opened() if closed else MeetingFixture()
    if closed:
        fixture.write(agenda.close_meeting(fixture.moment()))
    fixture.wait(30)
    assert cues.minutes_since_check_in(fixture.meeting, fixture.now) is None
    assert not cues.is_check_in_due(fixture.meeting, fixture.now)
