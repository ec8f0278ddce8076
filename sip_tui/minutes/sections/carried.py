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
    goals, actions = carried_goals(context.meeting), carried_actions(context.meeting)
    proposed = _("Proposals before the meeting")
    if not (goals or actions):
        return ((proposed, context),)
    earlier = with_rows(context, goals, actions)
    return ((_("What we agreed on last time"), earlier), (proposed, _fresh(context)))


def with_rows(context: RenderContext, goals: Iterable[Goal], actions: Iterable[Action]) -> RenderContext:
    """Return the context with only these goals and actions."""
    return replace(context, meeting=replace(context.meeting, goals=tuple(goals), actions=tuple(actions)))


def _fresh(context: RenderContext) -> RenderContext:
    """What comes from no earlier meeting, with the earlier goals that it serves."""
    actions = [action for action in context.meeting.actions if not action.since]
    served = {action.goal for action in actions}
    goals = (goal for goal in context.meeting.goals if not goal.since or goal.id in served)
    return with_rows(context, goals, actions)
