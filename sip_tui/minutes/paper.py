"""The person's own paper: "you", decisions first, one thing on a line, no tables, and whom to ask.

Seed rows 4, 41, 82, 83 and 100.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.language import _
from sip_tui.meeting.attendance import in_order as in_the_round
from sip_tui.meeting.attendance import roll_call
from sip_tui.meeting.kinds import FAMILY, SILENT, Kind
from sip_tui.meeting.model import Action, Goal, Participant
from sip_tui.meeting.plan import subgoals
from sip_tui.minutes.after import between_meetings
from sip_tui.minutes.agreed import in_order, settled, when
from sip_tui.minutes.outline import Block, Bullets, Heading, Item, Paragraph
from sip_tui.minutes.telling import Telling, filled, labelled, listed


def title(telling: Telling) -> str:
    """The title: your meeting, and its day."""
    return _("Your meeting {day}").format(day=telling.day(telling.held)) if telling.held else _("Your meeting")


def decisions(telling: Telling) -> Iterator[Block]:
    """Who does what, by person: the reader's own first."""
    actions = telling.meeting.actions
    if actions:
        yield Heading(2, _("This is what we decided"))
    for one in in_the_round(telling.meeting):
        own = [action for action in actions if action.who == one.id]
        yield from listed(_will(telling, one), (_deed(telling, action) for action in own), 3)
    nobodys = [action for action in actions if telling.meeting.participant(action.who) is None]
    yield from listed(_("Nobody has taken this on yet"), (_deed(telling, action) for action in nobodys), 3)


def goals(telling: Telling) -> Iterator[Block]:
    """The goals, each with its subgoals beneath it."""
    yield from listed(_("The goals"), (_goal(telling, goal) for goal, level in in_order(telling) if level == 3))


def ask(telling: Telling) -> Iterator[Block]:
    """Whom to ask: the convener and those who led, or else the professionals who were there."""
    about, meeting = telling.meeting.about, telling.meeting
    offices = [meeting.participant(row) for row in (about.called_by, about.chair, about.secretary)]
    led = [one for one in dict.fromkeys(offices) if one and _works_with_this(one)]
    asked = led or [one for one in roll_call(meeting).here if _works_with_this(one)]
    yield Heading(2, _("You can ask"))
    yield Bullets(tuple(Item(telling.voice.introduce(one), _contact(one)) for one in asked))
    yield from (Paragraph(line) for line in between_meetings(telling))


def unsettled(telling: Telling) -> Iterator[Block]:
    """What nobody has said when, in short lines."""
    silent = [one for one in telling.meeting.actions if not when(telling, one)]
    yield from listed(_("We have not decided when"), filled(*(one.what for one in silent)))


def _works_with_this(one: Participant) -> bool:
    return one.kind not in FAMILY | SILENT


def _contact(one: Participant) -> tuple[Item, ...]:
    return (Item(one.email),) if one.email.strip() else ()


def _will(telling: Telling, one: Participant) -> str:
    if one.kind is Kind.PERSON:
        return _("You will")
    return _("{somebody} will").format(somebody=telling.voice.introduce(one))


def _deed(telling: Telling, action: Action) -> Item:
    lines = filled(
        labelled(_("When"), when(telling, action)),
        labelled(_("Where"), action.where),
        labelled(_("Status"), settled(action)),
    )
    return Item(action.what, tuple(map(Item, lines)))


def _goal(telling: Telling, goal: Goal) -> Item:
    by = labelled(_("To be reached by"), telling.spoken(goal.by))
    beneath = (_goal(telling, one) for one in subgoals(telling.meeting, goal.id) if one.id != goal.id)
    return Item(goal.text, (*map(Item, filled(by)), *beneath))
