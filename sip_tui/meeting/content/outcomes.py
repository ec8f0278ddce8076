"""What became of an action or a goal: one status at a time, and why (requirements 42, 104, 170)."""

from __future__ import annotations

from dataclasses import replace

from sip_tui.meeting.content.plan import add_action, change_row, delete_row, is_finished
from sip_tui.meeting.log.change import Edit, EditContext, Value
from sip_tui.meeting.model.enums import Answer, Status, find_row
from sip_tui.meeting.model.meeting import Action, Goal, Meeting

STATUS_CHOICES = (Status.NEW, Status.ONGOING, Status.CHANGED, Status.DONE, Status.ENDED, Status.NOT_DONE)
"""What can be chosen for an action, in this order."""
WITH_REASON = frozenset({Status.CHANGED, Status.ENDED, Status.NOT_DONE})
"""Statuses that somebody may want to know the reason of."""


def set_status(action: Action, status: Status) -> tuple[Edit, ...]:
    """Set how far an action has come; a reason or a replacement that no longer belongs to it is taken away.

    An action of an earlier plan has then been followed up.
    """
    cells: dict[str, Value] = {"status": status.value, "reviewed": bool(action.since) or action.reviewed}
    if status not in WITH_REASON:
        cells["why"] = ""
    if status is not Status.CHANGED:
        cells["replaced_by"] = ""
    return change_row("actions", action, **cells)


def replace_action(
    meeting: Meeting, action: Action, what: str, context: EditContext, who: str | None = None
) -> tuple[Edit, ...]:
    """Write what is done instead of an action, as an action of its own that has the id of ``context``.

    It is for the same goal; ``who`` does it, else the same owner. An empty ``what`` takes it away again.
    """
    made, owner = find_row(meeting.actions, context.row), action.who if who is None else who
    if not what.strip():
        return (*change_row("actions", action, replaced_by=""), *(delete_row("actions", made.id) if made else ()))
    if made:
        told = change_row("actions", made, what=what, who=owner)
        return (*told, *change_row("actions", action, replaced_by=made.id))
    added = add_action(meeting, context, what=what, who=owner, goal=action.goal)
    return (
        *added,
        Edit("actions", context.row, "deleted", False),
        Edit("actions", action.id, "replaced_by", context.row),
    )


def replacement(meeting: Meeting, action: Action) -> Action | None:
    """Find what is done instead of an action; None when nothing is."""
    return find_row(meeting.actions, action.replaced_by)


def toggle_recorded(action: Action) -> tuple[Edit, ...]:
    """Toggle whether who does it has entered it in their own system (requirement 170)."""
    return change_row("actions", action, recorded=not action.recorded)


def set_recorded(meeting: Meeting, who: str, *, entered: bool) -> tuple[Edit, ...]:
    """Set for everything that somebody does whether it is entered in their own system (requirement 112)."""
    own = (action for action in meeting.actions if action.who == who)
    return tuple(edit for action in own for edit in change_row("actions", action, recorded=entered))


def set_reached(goal: Goal, reached: Answer) -> tuple[Edit, ...]:
    """Set whether a goal is reached."""
    return change_row("goals", goal, reached=reached.value)


def carried_actions(meeting: Meeting) -> tuple[Action, ...]:
    """The actions that come from an earlier plan."""
    return tuple(action for action in meeting.actions if action.since)


def carried_goals(meeting: Meeting) -> tuple[Goal, ...]:
    """The goals that come from an earlier plan."""
    return tuple(goal for goal in meeting.goals if goal.since)


def current_actions(meeting: Meeting) -> tuple[Action, ...]:
    """The actions of the plan as it is now: not those of an earlier plan that are over."""
    return tuple(action for action in meeting.actions if not (action.since and is_finished(action)))


def current_goals(meeting: Meeting) -> tuple[Goal, ...]:
    """The goals of the plan as it is now: not those of an earlier plan that are reached and have nothing left to do."""
    busy = {action.goal for action in current_actions(meeting)}
    left = [goal for goal in meeting.goals if not (goal.since and goal.reached is Answer.YES) or goal.id in busy]
    parents = {goal.parent for goal in left}
    return tuple(goal for goal in meeting.goals if goal in left or goal.id in parents)


def current_plan(meeting: Meeting) -> Meeting:
    """Return the meeting with the plan as it is now, see ``current_actions`` and ``current_goals``."""
    return replace(meeting, actions=current_actions(meeting), goals=current_goals(meeting))


def is_unreviewed(row: Action | Goal) -> bool:
    """Whether nobody has asked yet how it went with an action or a goal of an earlier plan."""
    return bool(row.since) and not (row.reviewed if isinstance(row, Action) else row.reached is not Answer.UNANSWERED)


def unreviewed(meeting: Meeting) -> tuple[Action | Goal, ...]:
    """The actions and goals of the earlier plan that nobody has asked about yet."""
    actions, goals = filter(is_unreviewed, meeting.actions), filter(is_unreviewed, meeting.goals)
    return (*actions, *goals)


def review_progress(meeting: Meeting) -> tuple[int, int]:
    """Count the actions and goals of the earlier plan that have been followed up, and all of them."""
    all_of_it = len(carried_actions(meeting)) + len(carried_goals(meeting))
    return all_of_it - len(unreviewed(meeting)), all_of_it
