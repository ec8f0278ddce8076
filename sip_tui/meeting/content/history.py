"""A chain of meetings as one history: when each goal and action began, and what became of it (requirement 42).

What a follow-up carries keeps its row id, so the same row is found again in every later meeting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from sip_tui.meeting.content.follow_up import held_on
from sip_tui.meeting.content.outcomes import is_unreviewed
from sip_tui.meeting.content.plan import is_finished, is_to_be_asked
from sip_tui.meeting.model.enums import Answer, Status
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Row
from sip_tui.meeting.time.agenda import is_opened


class State(StrEnum):
    """How a goal or an action stood at a meeting."""

    BEGUN = "begun"
    PROPOSED = "proposed"
    """Nobody has decided on it."""
    ASKED = "asked"
    """Its owner was not there and has agreed to nothing."""
    GOING_ON = "going on"
    PARTLY = "partly"
    CHANGED = "changed"
    REACHED = "reached"
    STOPPED = "stopped"
    NOT_DONE = "not done"
    UNREVIEWED = "unreviewed"


ENDS = frozenset({State.REACHED, State.STOPPED, State.NOT_DONE})
"""States after which nothing more follows."""


class Point(NamedTuple):
    """How something stood at a meeting."""

    meeting: int
    """The meeting's place in the chain, from 0."""
    state: State


class Lane(NamedTuple):
    """The history of one goal or action."""

    table: str
    row: str
    text: str
    """As it reads in the latest meeting that has it."""
    points: tuple[Point, ...]


class History(NamedTuple):
    """The days of the meetings, and a lane for each goal and action: a goal before what is done for it."""

    days: tuple[str, ...]
    lanes: tuple[Lane, ...]


def history_of(meetings: Sequence[Meeting]) -> History:
    """Put a chain of meetings, the first one first, together to one history."""
    # Of what is in several meetings, the latest has the words.
    goals = {goal.id: goal for meeting in meetings for goal in meeting.goals}
    actions = {action.id: action for meeting in meetings for action in meeting.actions}
    for_goal: dict[str, list[Action]] = {}
    for action in actions.values():
        for_goal.setdefault(action.goal if action.goal in goals else "", []).append(action)
    found = [meeting.rows_by_id(("goals", "actions")) for meeting in meetings]
    lanes: list[Lane] = []
    for goal in goals.values():
        lanes.append(_lane(meetings, found, "goals", goal))
        lanes += (_lane(meetings, found, "actions", action) for action in for_goal.get(goal.id, ()))
    lanes += (_lane(meetings, found, "actions", action) for action in for_goal.get("", ()))
    return History(tuple(map(held_on, meetings)), tuple(lane for lane in lanes if lane.text.strip()))


def _lane(
    meetings: Sequence[Meeting], found: Sequence[Mapping[tuple[str, str], Row]], table: str, row: Goal | Action
) -> Lane:
    text = row.text if isinstance(row, Goal) else row.what
    return Lane(table, row.id, text, tuple(_points(meetings, [rows.get((table, row.id)) for rows in found])))


def _points(meetings: Sequence[Meeting], rows: Sequence[Row | None]) -> Iterator[Point]:
    """How a row stood at each meeting that has it; at the first one it begins, unless it is over at once.

    A follow-up that is only planned tells nothing yet.
    """
    began = False
    for number, (meeting, row) in enumerate(zip(meetings, rows, strict=True)):
        if number and not is_opened(meeting):
            continue
        if isinstance(row, Goal | Action):
            state = _goal_state(row) if isinstance(row, Goal) else _action_state(meeting, row)
            yield Point(number, state if began or row.since or _is_told_at_once(row, state) else State.BEGUN)
            began = True


def _is_told_at_once(row: Goal | Action, state: State) -> bool:
    """Check whether more than "new" is said of a row at its first meeting."""
    return state in {*ENDS, State.ASKED, State.PROPOSED} or (isinstance(row, Action) and row.status is Status.ONGOING)


def _goal_state(goal: Goal) -> State:
    if is_unreviewed(goal):
        return State.UNREVIEWED
    return {Answer.YES: State.REACHED, Answer.PARTLY: State.PARTLY}.get(goal.reached, State.GOING_ON)


def _action_state(meeting: Meeting, action: Action) -> State:
    # Who has not agreed to something has not left it undone.
    if action.status in {Status.NEW, Status.NOT_DONE} and is_to_be_asked(meeting, replace(action, status=Status.NEW)):
        return State.ASKED
    if is_unreviewed(action):
        return State.UNREVIEWED
    if action.status is Status.PROPOSED:
        return State.PROPOSED
    if action.status is Status.DONE:
        return State.REACHED
    if action.status is Status.NOT_DONE:
        return State.NOT_DONE
    if is_finished(action):
        return State.STOPPED
    return State.CHANGED if action.status is Status.CHANGED else State.GOING_ON
