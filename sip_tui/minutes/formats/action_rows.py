"""The actions of a draft as plain rows, redacted like the document: for tables, calendars and other systems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Action, Goal, Participant
from sip_tui.minutes.context import RenderContext, capitalized, fixed
from sip_tui.minutes.document import RichText, to_single_line
from sip_tui.minutes.redaction.document import unmark_text
from sip_tui.minutes.rendered import Rendered, mark_fixed
from sip_tui.minutes.sections.plan import STATUS


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action in words, each on one line and marked (see ``marked_line``); ``action`` and ``goal`` are the rows."""

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


def marked_line(text: RichText) -> str:
    """Return a redacted text on one line, with marks around our own words and what somebody keeps."""
    return mark_fixed(to_single_line(unmark_text(text)))


def unmarked(line: str) -> str:
    """Return a marked line as it is written."""
    return Rendered.of(line).text


def _row(context: RenderContext, action: Action) -> ActionRow:
    goal = context.meeting.goal(action.goal)
    return ActionRow(
        action,
        goal,
        marked_line(action.what),
        marked_line(capitalized(context.doers(action) or _("nobody yet"))),
        marked_line(context.date_text(action.when)),
        marked_line(action.how_often),
        marked_line(action.where),
        marked_line(goal.text if goal else ""),
        mark_fixed(fixed(_(STATUS[action.status]))),
    )
