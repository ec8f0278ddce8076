"""The plan: needs, goals, actions and what they lack, and the ideas and parked items beside them.

Requirements 7, 24, 30, 36, 50, 101, 105-107, 187, 203 and 204.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from sip_tui.meeting.content.action_times import is_overdue, is_time_unclear
from sip_tui.meeting.content.doers import joint_doers
from sip_tui.meeting.log.change import Edit, EditContext, Value, as_edits
from sip_tui.meeting.model.enums import ABSENT, FAMILY, Answer, Horizon, Kind, Status
from sip_tui.meeting.model.meeting import Action, Goal, Idea, Meeting, ParkedItem, Participant, Row, find_row
from sip_tui.meeting.people.attendance import in_round_order, is_absent

FINISHED = frozenset({Status.ENDED, Status.DONE, Status.NOT_DONE})
_NEXT_ANSWER = {Answer.UNANSWERED: Answer.YES, Answer.YES: Answer.NO, Answer.NO: Answer.UNANSWERED}


class ActionGap(StrEnum):
    """What an action lacks."""

    NO_OWNER = "no owner"
    OWNER_ABSENT = "owner absent"
    NO_WHEN = "no when"
    UNCLEAR_WHEN = "unclear when"
    PAST_WHEN = "past when"
    NO_GOAL = "no goal"
    TOO_MUCH = "too much"


TIME_GAPS = (ActionGap.NO_WHEN, ActionGap.UNCLEAR_WHEN, ActionGap.PAST_WHEN)
"""No action has two of these."""


def action_gaps(meeting: Meeting, action: Action) -> tuple[ActionGap, ...]:
    """What an action lacks; a finished one lacks nothing.

    An absent owner has not promised anything, but one who left has promised what they were there for.
    """
    if is_finished(action):
        return ()
    found = {
        ActionGap.NO_OWNER: not is_taken(meeting, action),
        ActionGap.OWNER_ABSENT: is_absent(meeting, action.who) and action.agreed_by != action.who,
        ActionGap.NO_WHEN: not is_timed(action),
        ActionGap.UNCLEAR_WHEN: is_time_unclear(action.when),
        ActionGap.PAST_WHEN: is_overdue(meeting, action),
        ActionGap.NO_GOAL: meeting.goal(action.goal) is None,
        ActionGap.TOO_MUCH: action.manages == Answer.NO and is_promised(meeting, action),
    }
    return tuple(gap for gap, holds in found.items() if holds)


def is_timed(action: Action) -> bool:
    """Check whether an action says when: in a field, "how often" counts as well, or in its words ("när du är sjuk")."""
    if action.when.strip() or action.how_often.strip():
        return True
    from sip_tui.swedish.grammar.time_clause import tells_when  # loaded when a time is missing: the start is faster

    return tells_when(action.what)


def actions_with_gaps(meeting: Meeting, *wanted: ActionGap) -> tuple[Action, ...]:
    """The actions that have one of these gaps."""
    return tuple(action for action in meeting.actions if set(action_gaps(meeting, action)) & set(wanted))


def is_taken(meeting: Meeting, action: Action) -> bool:
    """Check whether somebody does an action: its owner, or those who do it together ("Skolan och Linda bokar")."""
    if meeting.participant(action.who) is not None:
        return True
    return bool(joint_doers(meeting, action.what))


def is_to_be_asked(meeting: Meeting, action: Action) -> bool:
    """Check whether a new action's owner was not there: they are asked about it, and have agreed to nothing yet.

    What is going on has been agreed to; so has what is carried over from an earlier plan, unless its owner was not
    there then either: until a follow-up has gone through it with them, they were only to be asked.
    """
    owner = meeting.participant(action.who)
    if owner is None or action.status is not Status.NEW:
        return False
    is_away = owner.presence in ABSENT
    return action.unanswered and (is_away or not action.reviewed) if action.since else is_away


def joint_actions(meeting: Meeting) -> tuple[Action, ...]:
    """The actions without an owner on the list whose words tell who does them together."""
    unowned = (action for action in meeting.actions if meeting.participant(action.who) is None)
    return tuple(action for action in unowned if is_taken(meeting, action))


def is_finished(action: Action) -> bool:
    """Check whether an action is over: done, ended, not done, or replaced by another."""
    return action.status in FINISHED or bool(action.replaced_by)


def unfinished_actions(meeting: Meeting) -> tuple[Action, ...]:
    """The actions that are not over."""
    return tuple(action for action in meeting.actions if not is_finished(action))


def add_row(
    table: str, rows: Sequence[Row], context: EditContext, main: str, fields: Mapping[str, str]
) -> tuple[Edit, ...]:
    """Add a row after ``rows``; nothing when its ``main`` field is empty. A goal with a parent is a subgoal."""
    cells: dict[str, Value] = {name: value.strip() for name, value in fields.items() if value.strip()}
    if not cells.get(main):
        return ()
    if cells.get("parent"):
        cells["horizon"] = Horizon.SHORT.value
    cells["order"] = max((row.order for row in rows), default=-1) + 1
    return as_edits(table, context.row, cells.items())


def add_action(meeting: Meeting, context: EditContext, **fields: str) -> tuple[Edit, ...]:
    """Add an action: what, who, when, how_often, where, goal; nothing without a what."""
    return add_row("actions", meeting.actions, context, "what", fields)


def add_goal(meeting: Meeting, context: EditContext, **fields: str) -> tuple[Edit, ...]:
    """Add a goal, or with a parent a subgoal."""
    return add_row("goals", meeting.goals, context, "text", fields)


def change_row(table: str, row: Row, **fields: Value) -> tuple[Edit, ...]:
    """Change the cells that differ from the row; texts are stripped."""
    cells = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    return as_edits(table, row.id, [(name, value) for name, value in cells.items() if getattr(row, name) != value])


def write_named_row(table: str, rows: Sequence[Row], row: Row, fields: Mapping[str, Value]) -> tuple[Edit, ...]:
    """Change a row whose id is known beforehand, such as a participant's; also create it, or undelete it."""
    edits = change_row(table, row, **fields)
    is_new = bool(edits) and find_row(rows, row.id) is None
    return (*as_edits(table, row.id, [("deleted", False)]), *edits) if is_new else edits


def delete_row(table: str, row: str) -> tuple[Edit, ...]:
    """Delete a row; it can be undeleted."""
    return (Edit(table, row, "deleted", True),)


def remove_participant(meeting: Meeting, participant: Participant) -> tuple[Edit, ...]:
    """Delete a participant; who called the meeting stays by name, and the other roles are empty again."""
    about = meeting.about
    roles = [name for name in ("chair", "co_chair", "secretary") if getattr(about, name) == participant.id]
    cells: dict[str, Value] = dict.fromkeys(roles, "")
    if about.called_by == participant.id:
        cells["called_by"] = participant.name or participant.role or participant.organisation
    return (*delete_row("participants", participant.id), *as_edits("about", about.id, cells.items()))


def is_main_goal(meeting: Meeting, goal: Goal) -> bool:
    """Check whether a goal is a main goal and no subgoal (requirement 30): the one rule for screens and documents."""
    return goal.horizon is Horizon.LONG and meeting.goal(goal.parent) is None


def horizon_of(parent: str) -> Horizon:
    """The horizon of a goal that is part of the goal ``parent``; of a main goal when that is empty."""
    return Horizon.SHORT if parent else Horizon.LONG


def main_goals(meeting: Meeting) -> tuple[Goal, ...]:
    """The goals that are not subgoals."""
    return tuple(goal for goal in meeting.goals if meeting.goal(goal.parent) is None)


def subgoals(meeting: Meeting, parent: str) -> tuple[Goal, ...]:
    """The subgoals of a goal."""
    return tuple(goal for goal in meeting.goals if goal.parent == parent)


def has_subgoals(meeting: Meeting, goal: Goal) -> bool:
    """Check whether a goal has subgoals; those that name no goal are of the first main goal."""
    first = next((main for main in meeting.goals if is_main_goal(meeting, main)), None)
    unnamed = goal is first and any(not is_main_goal(meeting, other) for other in main_goals(meeting))
    return unnamed or bool(subgoals(meeting, goal.id))


def goal_tree(meeting: Meeting) -> tuple[tuple[Goal, int], ...]:
    """Every goal once with its depth, 0 for a main goal, each after its parent; a circle of parents is cut open."""
    placed: dict[str, tuple[Goal, int]] = {}

    def place(goal: Goal, depth: int) -> None:
        """Place a goal and its subgoals after it, unless it has been placed."""
        if goal.id not in placed:
            placed[goal.id] = (goal, depth)
            for subgoal in subgoals(meeting, goal.id):
                place(subgoal, depth + 1)

    for goal in (*main_goals(meeting), *meeting.goals):
        place(goal, 0)
    return tuple(placed.values())


def actions_for_goal(meeting: Meeting, goal: str) -> tuple[Action, ...]:
    """The actions that serve a goal; with an empty goal, those that serve none."""
    if goal:
        return tuple(action for action in meeting.actions if action.goal == goal)
    return tuple(action for action in meeting.actions if meeting.goal(action.goal) is None)


def actions_by_participant(meeting: Meeting) -> tuple[tuple[Participant | None, tuple[Action, ...]], ...]:
    """Group the actions by owner, in the order of the round.

    An actor without any action is included, so that the chair can ask (requirement 203). Last comes None with the
    actions that nobody does; `joint_actions` belong to nobody alone.
    """
    owned = {
        participant: tuple(action for action in meeting.actions if action.who == participant.id)
        for participant in in_round_order(meeting)
    }
    groups: list[tuple[Participant | None, tuple[Action, ...]]] = [
        (participant, actions) for participant, actions in owned.items() if actions or participant.kind is Kind.ACTOR
    ]
    unowned = tuple(action for action in meeting.actions if not is_taken(meeting, action))
    return (*groups, (None, unowned)) if unowned else tuple(groups)


def is_family_idle(meeting: Meeting) -> bool:
    """Check whether there are actions, but none of the person's own or the family's (requirement 106)."""
    family = {participant.id for participant in meeting.participants if participant.kind in FAMILY}
    return bool(meeting.actions) and not any(action.who in family for action in meeting.actions)


def is_promised(meeting: Meeting, action: Action) -> bool:
    """Check whether an action is the person's own and not finished: it costs strength (requirement 107)."""
    person = meeting.person_participant
    return person is not None and action.who == person.id and not is_finished(action)


def promised_actions(meeting: Meeting) -> tuple[Action, ...]:
    """The person's own actions that are not finished."""
    return tuple(action for action in meeting.actions if is_promised(meeting, action))


def is_strength_unasked(meeting: Meeting, action: Action) -> bool:
    """Check whether it is unknown if the person has the strength for an own action."""
    return is_promised(meeting, action) and not _is_answered(meeting, action)


def asked_count(meeting: Meeting) -> tuple[int, int]:
    """Count the unfinished actions that the person has been asked about, and all of them (requirement 50)."""
    unfinished = unfinished_actions(meeting)
    return sum(action.asked or _is_answered(meeting, action) for action in unfinished), len(unfinished)


def toggle_asked(meeting: Meeting, action: Action) -> tuple[Edit, ...]:
    """Toggle whether the person has been asked about an action; nothing when the person has answered."""
    return () if _is_answered(meeting, action) else change_row("actions", action, asked=not action.asked)


def cycle_manages(meeting: Meeting, action: Action) -> tuple[Edit, ...]:
    """Step through whether the person manages an own action: yes, no, not asked."""
    if not is_promised(meeting, action):
        return ()
    return change_row("actions", action, manages=_NEXT_ANSWER.get(action.manages, Answer.YES).value)


def _is_answered(meeting: Meeting, action: Action) -> bool:
    return is_promised(meeting, action) and action.manages in {Answer.YES, Answer.NO}


def action_of_idea(meeting: Meeting, idea: Idea) -> Action | None:
    """The action that an idea became; None when it is still an idea, or the action was deleted."""
    return find_row(meeting.actions, idea.action)


def promote_idea(meeting: Meeting, idea: Idea, context: EditContext) -> tuple[Edit, ...]:
    """Make an action of an idea and link the two; nothing when it is an action already."""
    if action_of_idea(meeting, idea) is not None:
        return ()
    made = add_action(meeting, context, what=idea.text)
    return (*made, Edit("ideas", idea.id, "action", context.row)) if made else ()


def toggle_settled(item: ParkedItem) -> tuple[Edit, ...]:
    """Toggle whether a parked item has been taken care of."""
    return (Edit("parked", item.id, "settled", not item.settled),)


def unsettled_items(meeting: Meeting) -> tuple[ParkedItem, ...]:
    """What is still parked."""
    return tuple(item for item in meeting.parked if not item.settled)
