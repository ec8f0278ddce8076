"""The person's own paper: "you", decisions first, one thing on a line, no tables, and whom to ask.

Seed rows 4, 41, 82, 83 and 100.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import ActionGap, action_gaps, goal_tree
from sip_tui.meeting.model.enums import FAMILY, NON_SPEAKING, Kind
from sip_tui.meeting.model.meeting import Action, Goal, Participant
from sip_tui.meeting.people.attendance import in_round_order, roll_call
from sip_tui.minutes.context import RenderContext, filled, labelled, listed
from sip_tui.minutes.document import Block, Heading, ListItem, Paragraph
from sip_tui.minutes.sections import questions
from sip_tui.minutes.sections.contact import reached, ways
from sip_tui.minutes.sections.plan import resources, settled, when
from sip_tui.minutes.sections.until_next_meeting import told_by


def title(telling: RenderContext) -> str:
    """The title: your meeting, and its day."""
    return _("Your meeting {day}").format(day=telling.day(telling.held)) if telling.held else _("Your meeting")


def decisions(telling: RenderContext) -> Iterator[Block]:
    """Who does what, by person: the reader's own first."""
    if deeds := list(_by_person(telling)):
        yield Heading(2, _("This is what we decided"))
    yield from deeds


def _by_person(telling: RenderContext) -> Iterator[Block]:
    actions = telling.meeting.actions
    for one in in_round_order(telling.meeting):
        own = [action for action in actions if action.who == one.id and action not in _too_much(telling)]
        yield from listed(_will(telling, one), (_deed(telling, action) for action in own), 3)
    nobodys = [action for action in actions if telling.meeting.participant(action.who) is None]
    yield from listed(_("Nobody has taken this on yet"), (_deed(telling, action) for action in nobodys), 3)


def goals(telling: RenderContext) -> Iterator[Block]:
    """The goals, each with its subgoals beneath it."""
    yield from listed(_("The goals"), _goals(telling, goal_tree(telling.meeting)))


def ask(telling: RenderContext) -> Iterator[Block]:
    """Whom to ask and how they are reached: who keeps the plan together first, then every actor (seed row 83)."""
    yield from listed(_("You can ask"), (_card(telling, one) for one in _to_ask(telling)))
    yield from (Paragraph(line) for line in filled(told_by(telling)))


def unsettled(telling: RenderContext) -> Iterator[Block]:
    """What nobody has said when, and the questions without an answer, in short lines."""
    yield from listed(_("More than you have strength for now: we find another way"), _whats(_too_much(telling)))
    silent = [one for one in telling.meeting.actions if not when(telling, one)]
    yield from listed(_("We have not decided when"), _whats(silent))
    yield from listed(_("We have not written down an answer to this yet"), questions.unanswered(telling))


def _to_ask(telling: RenderContext) -> Iterable[Participant]:
    """Those who were named for it, else the professionals who were there; then whoever can be reached."""
    about, between, meeting = telling.meeting.about, telling.meeting.between, telling.meeting
    named = (between.coordinator, between.contact, about.called_by, about.chair, about.secretary)
    those = [one for row in named if (one := meeting.participant(row)) and _works_with_this(one)]
    coordinator = meeting.participant(between.coordinator)
    first = those or [one for one in roll_call(meeting).here if _works_with_this(one)]
    others = [one for one in in_round_order(meeting) if _works_with_this(one) and ways(meeting, one)]
    return dict.fromkeys((*filter(None, (coordinator,)), *first, *others))


def _card(telling: RenderContext, one: Participant) -> ListItem:
    keeps = _("Keeps the plan together") if one.id == telling.meeting.between.coordinator else ""
    return ListItem(telling.voice.introduce(one), (*map(ListItem, filled(keeps)), *reached(telling.meeting, one)))


def _whats(actions: Iterable[Action]) -> tuple[str, ...]:
    return filled(*(one.what for one in actions))


def _works_with_this(one: Participant) -> bool:
    return one.kind not in FAMILY | NON_SPEAKING


def _will(telling: RenderContext, one: Participant) -> str:
    if one.kind is Kind.PERSON:
        return _("You will")
    return _("{somebody} will").format(somebody=telling.voice.introduce(one))


def _deed(telling: RenderContext, action: Action) -> ListItem:
    lines = filled(
        labelled(_("When"), when(telling, action)),
        labelled(_("Where"), action.where),
        labelled(_("Status"), settled(action)),
    )
    return ListItem(action.what, tuple(map(ListItem, lines)))


def _goals(telling: RenderContext, goals: Sequence[tuple[Goal, int]]) -> Iterator[ListItem]:
    """The first goal of those that are in order and each of its depth, with what is deeper beneath it."""
    starts = [at for at, (_goal, depth) in enumerate(goals) if depth == goals[0][1]]
    for start, end in pairwise([*starts, len(goals)]):
        goal = goals[start][0]
        about = filled(labelled(_("To be reached by"), telling.spoken(goal.by)), resources(goal))
        yield ListItem(goal.text, (*map(ListItem, about), *_goals(telling, goals[start + 1 : end])))


def _too_much(telling: RenderContext) -> tuple[Action, ...]:
    """What the person has said is more than they have strength for: nothing that they "will" do (seed row 107)."""
    return tuple(one for one in telling.meeting.actions if ActionGap.TOO_MUCH in action_gaps(telling.meeting, one))
