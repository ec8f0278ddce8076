"""The actions of a draft as plain rows, redacted like the document: for tables, calendars and other systems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.doers import does
from sip_tui.meeting.model.meeting import Action, Goal, Participant
from sip_tui.minutes.context import RenderContext, capitalized, fixed
from sip_tui.minutes.document import RichText, to_single_line
from sip_tui.minutes.redaction.document import unmark_text
from sip_tui.minutes.rendered import Rendered, mark_fixed
from sip_tui.minutes.sections.plan import STATUS
from sip_tui.swedish.dates.day_parts import take_part
from sip_tui.swedish.dates.formatting import iso, local
from sip_tui.swedish.dates.when import TimeKind

_YEAR = re.compile(r"\b20\d\d\b")


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
    due: date | datetime | None
    """The last day, where the words name one with its year; a month's is its last."""
    in_part: bool
    """Whether the words name a part of the day, which ``due`` does not say."""


def action_rows(context: RenderContext, owner: Participant | None = None) -> Iterator[ActionRow]:
    """Yield every action, or those of one owner, in the order of the plan."""
    for action in context.meeting.actions:
        if owner is None or does(context.meeting, action, owner.id):
            yield _row(context, action)


def marked_line(text: RichText) -> str:
    """Return a redacted text on one line, with marks around our own words and what somebody keeps."""
    return mark_fixed(to_single_line(unmark_text(text)))


def unmarked(line: str) -> str:
    """Return a marked line as it is written."""
    return Rendered.of(line).text


def due_of(when: str, said: datetime) -> date | datetime | None:
    """Return the last day that words name: an ISO date, or Swedish words with a year, "senast fredag 4 december 2026".

    Args:
        when: The words as they are kept.
        said: When they were said.
    """
    if (at := iso(when)) is not None:
        return at
    if not _YEAR.search(when):
        return None
    # Imported here: the reader of Swedish dates is slow to load, and most days are kept as ISO dates.
    from sip_tui.swedish.dates.parser import read_when

    read = read_when(when, local(said).date())
    return read.day or (read.last if read.kind in {TimeKind.MONTH, TimeKind.SPAN} and not read.starts else None)


def _row(context: RenderContext, action: Action) -> ActionRow:
    goal = context.meeting.goal(action.goal)
    return ActionRow(
        action,
        goal,
        marked_line(action.what),
        marked_line(capitalized(context.doer_words(action) or _("nobody yet"))),
        marked_line(context.date_text(action.when)),
        marked_line(action.how_often),
        marked_line(action.where),
        marked_line(goal.text if goal else ""),
        mark_fixed(fixed(_(STATUS[action.status]))),
        due_of(unmarked(marked_line(action.when)), context.opened_at or context.now),
        take_part(action.when.casefold())[1] is not None,
    )
