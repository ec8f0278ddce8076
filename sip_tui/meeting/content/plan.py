"""The plan: needs, goals and actions, and what an action still lacks (F11, F13).

Seed rows 7, 30, 36, 101, 105, 106, 107 and 203.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from sip_tui.meeting.log.change import Edit, EditContext, Value, as_edits
from sip_tui.meeting.model.enums import FAMILY, Horizon, Kind, Status
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Participant, Row
from sip_tui.meeting.people.attendance import in_round_order, is_absent

FINISHED = frozenset({Status.ENDED, Status.DONE})
"""An action that is over costs nobody any strength."""
_ANSWERS = {"": "yes", "yes": "no", "no": ""}


class ActionGap(StrEnum):
    """What stands out about an action until somebody has settled it."""

    NO_OWNER = "no owner"
    OWNER_ABSENT = "owner absent"
    NO_WHEN = "no when"
    NO_GOAL = "no goal"
    TOO_MUCH = "too much"


def action_gaps(meeting: Meeting, action: Action) -> tuple[ActionGap, ...]:
    """What the action lacks. "How often" is a when; an owner who is not here has not promised anything."""
    found = {
        ActionGap.NO_OWNER: not action.who,
        ActionGap.OWNER_ABSENT: is_absent(meeting, action.who),
        ActionGap.NO_WHEN: not (action.when or action.how_often),
        ActionGap.NO_GOAL: meeting.goal(action.goal) is None,
        ActionGap.TOO_MUCH: action.manages == "no" and is_promised(meeting, action),
    }
    return tuple(gap for gap, open_ in found.items() if open_)


def actions_with_gaps(meeting: Meeting, *wanted: ActionGap) -> tuple[Action, ...]:
    """The actions that have one of these gaps."""
    return tuple(one for one in meeting.actions if set(action_gaps(meeting, one)) & set(wanted))


def add_row(
    table: str, rows: Sequence[Row], moment: EditContext, main: str, fields: Mapping[str, str]
) -> tuple[Edit, ...]:
    """Add a row after ``rows``; without its ``main`` field there is no row. A goal with a parent is a subgoal."""
    tidy: dict[str, Value] = {name: value.strip() for name, value in fields.items() if value.strip()}
    if not tidy.get(main):
        return ()
    if tidy.get("parent"):
        tidy["horizon"] = Horizon.SHORT.value
    order = max((row.order for row in rows), default=-1) + 1
    return (*as_edits(table, moment.row, tidy.items()), Edit(table, moment.row, "order", order))


def add_action(meeting: Meeting, moment: EditContext, **fields: str) -> tuple[Edit, ...]:
    """Add an action: what, who, when, how_often, where, goal. Without a what there is no action."""
    return add_row("actions", meeting.actions, moment, "what", fields)


def add_goal(meeting: Meeting, moment: EditContext, **fields: str) -> tuple[Edit, ...]:
    """Add a goal, or with a parent a subgoal."""
    return add_row("goals", meeting.goals, moment, "text", fields)


def add_need(meeting: Meeting, text: str, moment: EditContext) -> tuple[Edit, ...]:
    """Add a need, in the person's words."""
    return add_row("needs", meeting.needs, moment, "text", {"text": text})


def change_row(table: str, row: Row, **fields: Value) -> tuple[Edit, ...]:
    """Change the cells that differ from the row as it stands; texts lose their outer spaces."""
    tidy = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    return as_edits(table, row.id, [(name, value) for name, value in tidy.items() if getattr(row, name) != value])


def delete_row(table: str, row: str) -> tuple[Edit, ...]:
    """Take a row away; it can be brought back."""
    return (Edit(table, row, "deleted", True),)


def main_goals(meeting: Meeting) -> tuple[Goal, ...]:
    """The goals that are nobody's subgoals."""
    return tuple(one for one in meeting.goals if meeting.goal(one.parent) is None)


def subgoals(meeting: Meeting, goal: str) -> tuple[Goal, ...]:
    """The subgoals of a goal."""
    return tuple(one for one in meeting.goals if one.parent == goal)


def goal_tree(meeting: Meeting) -> tuple[tuple[Goal, int], ...]:
    """Give every goal once with its depth, 0 for a main goal: each under its parent, a circle of parents cut open."""
    placed: dict[str, tuple[Goal, int]] = {}

    def place(goal: Goal, depth: int) -> None:
        """Put a goal down with its subgoals after it, unless it has its place."""
        if goal.id not in placed:
            placed[goal.id] = (goal, depth)
            for one in subgoals(meeting, goal.id):
                place(one, depth + 1)

    for goal in (*main_goals(meeting), *meeting.goals):
        place(goal, 0)
    return tuple(placed.values())


def actions_for_goal(meeting: Meeting, goal: str) -> tuple[Action, ...]:
    """The actions that serve a goal; with an empty goal, those that serve none."""
    if goal:
        return tuple(one for one in meeting.actions if one.goal == goal)
    return tuple(one for one in meeting.actions if meeting.goal(one.goal) is None)


def actions_by_participant(meeting: Meeting) -> tuple[tuple[Participant | None, tuple[Action, ...]], ...]:
    """Give everybody who does something with what they do, in the order of the round.

    An actor without any action is there as well, so that the chair can ask (seed row 203). Last comes None with what
    nobody does: without an owner, or with one who is no longer on the list.
    """
    those: list[tuple[Participant | None, tuple[Action, ...]]] = [
        (one, actions)
        for one in in_round_order(meeting)
        if (actions := actions_of(meeting, one.id)) or one.kind is Kind.ACTOR
    ]
    nobodys = tuple(one for one in meeting.actions if meeting.participant(one.who) is None)
    return (*those, (None, nobodys)) if nobodys else tuple(those)


def actions_of(meeting: Meeting, who: str) -> tuple[Action, ...]:
    """What a participant does."""
    return tuple(one for one in meeting.actions if one.who == who)


def is_family_idle(meeting: Meeting) -> bool:
    """True when there are actions, but none is the person's own or the family's (seed row 106)."""
    family = {one.id for one in meeting.participants if one.kind in FAMILY}
    return bool(meeting.actions) and not any(one.who in family for one in meeting.actions)


def is_promised(meeting: Meeting, action: Action) -> bool:
    """True for what the person has promised and not yet done: it costs strength (seed row 107)."""
    person = meeting.person_participant
    return person is not None and action.who == person.id and action.status not in FINISHED


def promised_actions(meeting: Meeting) -> tuple[Action, ...]:
    """Everything that the person has promised and not yet done."""
    return tuple(one for one in meeting.actions if is_promised(meeting, one))


def is_strength_unasked(meeting: Meeting, action: Action) -> bool:
    """True when nobody has said whether the person has the strength for what the person has promised."""
    return is_promised(meeting, action) and action.manages not in {"yes", "no"}


def is_person_asked(meeting: Meeting, action: Action) -> bool:
    """True when the person has been asked about an action, or has said whether it is too much (seed row 50)."""
    return action.asked or _is_answered(meeting, action)


def asked_count(meeting: Meeting) -> tuple[int, int]:
    """How many of the actions that are not over the person has been asked about, and how many those are."""
    those = [one for one in meeting.actions if one.status not in FINISHED]
    return sum(is_person_asked(meeting, one) for one in those), len(those)


def toggle_asked(meeting: Meeting, action: Action) -> tuple[Edit, ...]:
    """Say that the person has been asked; said once more, that nobody has. Nothing when the person has answered."""
    return () if _is_answered(meeting, action) else change_row("actions", action, asked=not action.asked)


def cycle_manages(meeting: Meeting, action: Action) -> tuple[Edit, ...]:
    """Say that the person manages it; said once more, that it is too much; and then, that nobody has asked.

    Nothing about what is not the person's own.
    """
    if not is_promised(meeting, action):
        return ()
    return change_row("actions", action, manages=_ANSWERS.get(action.manages, "yes"))


def _is_answered(meeting: Meeting, action: Action) -> bool:
    return is_promised(meeting, action) and action.manages in {"yes", "no"}
