"""The plan before a follow-up: what an earlier meeting decided, apart from what is only proposed now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.outcomes import carried_actions, carried_goals
from sip_tui.meeting.model.meeting import Action, Goal
from sip_tui.minutes.context import RenderContext

TitledPart = tuple[str, RenderContext]
"""The title of a part of the plan, and the context with only that part."""


def titled_parts(context: RenderContext, agreed: str) -> tuple[TitledPart, ...]:
    """Divide the plan into what is told apart, each part with its title; one part once the meeting has begun.

    Args:
        context: What the document is composed from.
        agreed: The title of what the meeting itself has agreed on.
    """
    if context.is_begun:
        return ((agreed, context),)
    meeting = context.meeting
    fresh = [action for action in meeting.actions if not action.since]
    going_on = [action for action in fresh if context.is_settled(action)]
    proposed = [action for action in fresh if action not in going_on]
    own = [goal for goal in meeting.goals if not goal.since]
    left = [goal for goal in own if goal in _served(own, proposed) or goal not in _served(own, going_on)]
    earlier = [goal for goal in meeting.goals if goal.since and goal in _served(meeting.goals, proposed)]
    return (
        (_("What we agreed on last time"), with_rows(context, carried_goals(meeting), carried_actions(meeting))),
        (_("What is being done already"), with_rows(context, _served(meeting.goals, going_on), going_on)),
        (_("Proposals before the meeting"), with_rows(context, (*left, *earlier), proposed)),
    )


def with_rows(context: RenderContext, goals: Iterable[Goal], actions: Iterable[Action]) -> RenderContext:
    """Return the context with only these goals and actions."""
    return replace(context, meeting=replace(context.meeting, goals=tuple(goals), actions=tuple(actions)))


def _served(goals: Iterable[Goal], actions: Iterable[Action]) -> list[Goal]:
    """The goals that actions serve."""
    served = {action.goal for action in actions}
    return [goal for goal in goals if goal.id in served]
