"""A chain of meetings as one history: what began when, and what became of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sip_tui.meeting.content.history import Lane, Point, State, history_of
from sip_tui.meeting.model.enums import Answer, Status
from sip_tui.meeting.model.meeting import Action, Event, Goal, Meeting, MeetingInfo

FIRST, SECOND = datetime(2026, 5, 4, 12, 0, tzinfo=UTC), datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


def held(day: datetime, goals: tuple[Goal, ...] = (), actions: tuple[Action, ...] = ()) -> Meeting:
    """A meeting that was opened on a day."""
    return Meeting(events=(Event(id="e1", kind="open", at=day),), goals=goals, actions=actions)


def states(*actions: Action) -> list[State]:
    """How the action ``a1`` stood at one meeting after the other."""
    days = (FIRST, SECOND)
    history = history_of([held(day, actions=(action,)) for day, action in zip(days, actions, strict=False)])
    return [point.state for point in history.lanes[0].points]


def test_goal_comes_before_what_is_done_for_it() -> None:
    first = held(FIRST, (Goal(id="g1", text="sova"),), (Action(id="a2", what="ringa"),))
    second = held(
        SECOND,
        (Goal(id="g1", text="sova hela natten", reached=Answer.PARTLY), Goal(id="g2", text=" ")),
        (Action(id="a1", what="skriva", goal="g1"), Action(id="a2", what="ringa")),
    )
    history = history_of([first, second])
    assert history.days == ("2026-05-04", "2026-11-27")
    assert history.lanes == (
        Lane("goals", "g1", "sova hela natten", (Point(0, State.BEGUN), Point(1, State.PARTLY))),
        Lane("actions", "a1", "skriva", (Point(1, State.BEGUN),)),
        Lane("actions", "a2", "ringa", (Point(0, State.BEGUN), Point(1, State.GOING_ON))),
    )


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (Status.ONGOING, State.GOING_ON),
        (Status.CHANGED, State.CHANGED),
        (Status.DONE, State.REACHED),
        (Status.NOT_DONE, State.NOT_DONE),
        (Status.ENDED, State.STOPPED),
    ],
)
def test_action_goes_on_until_its_status_ends_it(status: Status, state: State) -> None:
    assert states(Action(id="a1", what="ringa"), Action(id="a1", what="ringa", status=status)) == [State.BEGUN, state]


def test_what_is_over_at_once_has_no_beginning() -> None:
    assert states(Action(id="a1", what="ringa", status=Status.DONE)) == [State.REACHED]


def test_follow_up_that_is_only_planned_tells_nothing() -> None:
    goal = Goal(id="g1", text="sova")
    planned = Meeting(about=MeetingInfo(id="meeting", start=SECOND), goals=(goal,))
    history = history_of([held(FIRST, (goal,)), planned])
    assert [point.meeting for point in history.lanes[0].points] == [0]
    assert history.days == ("2026-05-04", "2026-11-27")
