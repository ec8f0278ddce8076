"""The plan: needs, goals and actions, and what an action still lacks (F11, F13; seed rows 7, 30, 36, 101, 105)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from sip_tui.meeting.attendance import is_absent
from sip_tui.meeting.change import Edit, Moment, Value, as_edits
from sip_tui.meeting.kinds import Horizon
from sip_tui.meeting.model import Action, Goal, Meeting, Row


class Gap(StrEnum):
    """What stands out about an action until somebody has settled it."""

    NO_OWNER = "no owner"
    OWNER_ABSENT = "owner absent"
    NO_WHEN = "no when"
    NO_GOAL = "no goal"


def gaps(meeting: Meeting, action: Action) -> tuple[Gap, ...]:
    """What the action lacks. "How often" is a when; an owner who is not here has not promised anything."""
    found = {
        Gap.NO_OWNER: not action.who,
        Gap.OWNER_ABSENT: is_absent(meeting, action.who),
        Gap.NO_WHEN: not (action.when or action.how_often),
        Gap.NO_GOAL: meeting.goal(action.goal) is None,
    }
    return tuple(gap for gap, open_ in found.items() if open_)


def incomplete(meeting: Meeting, *wanted: Gap) -> tuple[Action, ...]:
    """The actions that have one of these gaps."""
    return tuple(one for one in meeting.actions if set(gaps(meeting, one)) & set(wanted))


def add_row(table: str, rows: Sequence[Row], moment: Moment, main: str, fields: Mapping[str, str]) -> tuple[Edit, ...]:
    """Add a row after ``rows``; without its ``main`` field there is no row. A goal with a parent is a subgoal."""
    tidy: dict[str, Value] = {name: value.strip() for name, value in fields.items() if value.strip()}
    if not tidy.get(main):
        return ()
    if tidy.get("parent"):
        tidy["horizon"] = Horizon.SHORT.value
    order = max((row.order for row in rows), default=-1) + 1
    return (*as_edits(table, moment.row, tidy.items()), Edit(table, moment.row, "order", order))


def add_action(meeting: Meeting, moment: Moment, **fields: str) -> tuple[Edit, ...]:
    """Add an action: what, who, when, how_often, where, goal. Without a what there is no action."""
    return add_row("actions", meeting.actions, moment, "what", fields)


def add_goal(meeting: Meeting, moment: Moment, **fields: str) -> tuple[Edit, ...]:
    """Add a goal, or with a parent a subgoal."""
    return add_row("goals", meeting.goals, moment, "text", fields)


def add_need(meeting: Meeting, text: str, moment: Moment) -> tuple[Edit, ...]:
    """Add a need, in the person's words."""
    return add_row("needs", meeting.needs, moment, "text", {"text": text})


def change_row(table: str, row: Row, **fields: Value) -> tuple[Edit, ...]:
    """Change the cells that differ from the row as it stands; texts lose their outer spaces."""
    tidy = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    return as_edits(table, row.id, [(name, value) for name, value in tidy.items() if getattr(row, name) != value])


def remove(table: str, row: str) -> tuple[Edit, ...]:
    """Take a row away; it can be brought back."""
    return (Edit(table, row, "deleted", True),)


def main_goals(meeting: Meeting) -> tuple[Goal, ...]:
    """The goals that are nobody's subgoals."""
    return tuple(one for one in meeting.goals if meeting.goal(one.parent) is None)


def subgoals(meeting: Meeting, goal: str) -> tuple[Goal, ...]:
    """The subgoals of a goal."""
    return tuple(one for one in meeting.goals if one.parent == goal)


def actions_for(meeting: Meeting, goal: str) -> tuple[Action, ...]:
    """The actions that serve a goal; with an empty goal, those that serve none."""
    if goal:
        return tuple(one for one in meeting.actions if one.goal == goal)
    return tuple(one for one in meeting.actions if meeting.goal(one.goal) is None)
