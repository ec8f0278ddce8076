"""The actions of a draft as plain rows, redacted like the document: for tables, calendars and other systems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Action, Goal, Participant
from sip_tui.minutes.context import RenderContext, capitalized
from sip_tui.minutes.document import RichText, plain, to_single_line
from sip_tui.minutes.redaction.document import ANY_MARK
from sip_tui.minutes.sections.plan import STATUS


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action in words, each on one line; ``action`` and ``goal`` are the rows themselves."""

    action: Action
    goal: Goal | None
    what: str
    who: str
    when: str
    how_often: str
    where: str
    aim: str
    """The text of the goal."""
    status: str


def action_rows(context: RenderContext, owner: Participant | None = None) -> Iterator[ActionRow]:
    """Yield every action, or those of one owner, in the order of the plan."""
    for action in context.meeting.actions:
        if owner is None or action.who == owner.id:
            yield _row(context, action)


def one_line(text: RichText) -> str:
    """Return a redacted text on one line, without the marks of what was replaced."""
    return ANY_MARK.sub("", plain(to_single_line(text)))


def _row(context: RenderContext, action: Action) -> ActionRow:
    goal = context.meeting.goal(action.goal)
    return ActionRow(
        action,
        goal,
        one_line(action.what),
        one_line(capitalized(context.addressing.owner(action.who) or _("nobody yet"))),
        one_line(context.date_text(action.when)),
        one_line(action.how_often),
        one_line(action.where),
        one_line(goal.text if goal else ""),
        _(STATUS[action.status]),
    )
