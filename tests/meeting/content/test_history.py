"""A chain of meetings as one history: when each goal and action began, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from sip_tui.meeting.content.history import State, history_of
from sip_tui.meeting.model.enums import Answer, Kind, Presence, Status
from sip_tui.meeting.model.meeting import Action, Event, Goal, Meeting, Participant
from tests.helpers.meeting_fixture import START

OPEN = (Event(id="e1", kind="open", at=START),)
GOAL = Goal(id="g1", text="Sova")
FIRST = Meeting(goals=(GOAL,), actions=(Action(id="a1", what="Ringa", goal="g1"), Action(id="a2")), events=OPEN)


def states(*statuses: Status) -> list[State]:
    meetings = [replace(FIRST, actions=(replace(FIRST.actions[0], status=status),)) for status in statuses]
    lane = next(lane for lane in history_of(meetings).lanes if lane.row == "a1")
    return [point.state for point in lane.points]


def test_action_begins_goes_on_and_ends() -> None:
    assert states(Status.NEW, Status.ONGOING, Status.DONE) == [State.BEGUN, State.GOING_ON, State.REACHED]
    assert states(Status.NEW, Status.CHANGED, Status.ENDED) == [State.BEGUN, State.CHANGED, State.STOPPED]
    assert states(Status.NOT_DONE) == [State.NOT_DONE]


def test_goal_is_partly_reached_and_then_reached() -> None:
    answers = (Answer.UNANSWERED, Answer.PARTLY, Answer.YES)
    meetings = [replace(FIRST, goals=(replace(GOAL, reached=answer),)) for answer in answers]
    lane = history_of(meetings).lanes[0]
    assert [point.state for point in lane.points] == [State.BEGUN, State.PARTLY, State.REACHED]


def test_what_was_not_gone_through_does_not_go_on() -> None:
    actions = (replace(FIRST.actions[0], since="2026-11-27"),)
    second = replace(FIRST, goals=(replace(GOAL, since="2026-11-27"),), actions=actions)
    for lane in history_of([FIRST, second]).lanes[:2]:
        assert [point.state for point in lane.points] == [State.BEGUN, State.UNREVIEWED]
        assert [point.state for point in history_of([second]).lanes[0].points] == [State.UNREVIEWED]


def test_rows_stand_under_their_goals_and_empty_ones_nowhere() -> None:
    loose = replace(FIRST, goals=(), actions=(Action(id="a3", what="Gå", goal="gone"), replace(FIRST.actions[0])))
    history = history_of([FIRST, loose])
    assert [(lane.row, [point.meeting for point in lane.points]) for lane in history.lanes] == [
        ("g1", [0]),
        ("a1", [0, 1]),
        ("a3", [1]),
    ]
    planned = replace(FIRST, events=())
    assert [point.meeting for point in history_of([FIRST, planned]).lanes[0].points] == [0]


def test_who_was_only_asked_has_left_nothing_undone() -> None:
    absent = (Participant(id="p7", name="Petra", kind=Kind.ACTOR, presence=Presence.EXCUSED),)
    asked = replace(FIRST, participants=absent, actions=(replace(FIRST.actions[0], who="p7"),))
    carried = replace(asked.actions[0], since="2026-11-27", unanswered=True, reviewed=True, status=Status.NOT_DONE)
    lanes = history_of([asked, replace(asked, actions=(carried,))]).lanes
    assert [point.state for point in lanes[1].points] == [State.ASKED, State.ASKED]


def test_first_meeting_tells_proposals_and_what_goes_on_apart() -> None:
    assert states(Status.PROPOSED) == [State.PROPOSED]
    assert states(Status.ONGOING) == [State.GOING_ON]
    assert states(Status.PROPOSED, Status.NEW) == [State.PROPOSED, State.GOING_ON]


def test_history_looks_at_each_action_a_few_times_only() -> None:
    looks = 0

    class LookedAt(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal looks
            looks += 1
            return super().__eq__(other)

    actions = tuple(Action(id=LookedAt(number), what="Ring") for number in range(300))
    assert len(history_of([Meeting(actions=actions)]).lanes) == 300
    assert looks < 300 * 10
