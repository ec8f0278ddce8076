"""The person's own paper: addressed as "you", decisions first, one thing on a line, no tables.

Requirements 4, 41, 82, 83, 100 and 107.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import ActionGap, action_gaps, goal_tree
from sip_tui.meeting.model.enums import FAMILY, NON_SPEAKING, Kind
from sip_tui.meeting.model.meeting import Action, Goal, Participant
from sip_tui.meeting.people.attendance import in_round_order, roll_call
from sip_tui.minutes.context import RenderContext, labelled, nonempty, titled_list
from sip_tui.minutes.document import Block, Heading, ListItem, Paragraph
from sip_tui.minutes.sections import questions
from sip_tui.minutes.sections.contact import contact_items, contact_lines
from sip_tui.minutes.sections.follow_up import told_by
from sip_tui.minutes.sections.plan import progress, resources, when


def title(context: RenderContext) -> str:
    """Return the title with the day of the meeting."""
    return (
        _("Your meeting {day}").format(day=context.day(context.opened_at)) if context.opened_at else _("Your meeting")
    )


def decisions(context: RenderContext) -> Iterator[Block]:
    """Who does what, by participant: the person first."""
    if blocks := list(_by_participant(context)):
        yield Heading(2, _("This is what we decided"))
        yield from blocks


def _by_participant(context: RenderContext) -> Iterator[Block]:
    actions = context.meeting.actions
    for owner in in_round_order(context.meeting):
        own = [action for action in actions if action.who == owner.id and action not in _too_much(context)]
        yield from titled_list(_owner_title(context, owner), (_item(context, action) for action in own), 3)
    ownerless = [action for action in actions if context.meeting.participant(action.who) is None]
    yield from titled_list(_("Nobody has taken this on yet"), (_item(context, action) for action in ownerless), 3)


def goals(context: RenderContext) -> Iterator[Block]:
    """The goals with their subgoals."""
    yield from titled_list(_("The goals"), _goals(context, goal_tree(context.meeting)))


def contact_cards(context: RenderContext) -> Iterator[Block]:
    """Whom to ask and how to reach them: the coordinator first, then the actors (requirement 83)."""
    yield from titled_list(_("You can ask"), (_card(context, contact) for contact in _contacts(context)))
    yield from (Paragraph(line) for line in nonempty(told_by(context)))


def unsettled(context: RenderContext) -> Iterator[Block]:
    """Actions that are too much or have no time, and the questions without an answer."""
    yield from titled_list(_("More than you have strength for now: we find another way"), _whats(_too_much(context)))
    timeless = (action for action in context.meeting.actions if not when(context, action))
    yield from titled_list(_("We have not decided when"), _whats(timeless))
    yield from titled_list(_("We have not written down an answer to this yet"), questions.unanswered(context))


def _contacts(context: RenderContext) -> Iterable[Participant]:
    """The named professionals, else those who were there; then all who can be reached."""
    about, between, meeting = context.meeting.about, context.meeting.between, context.meeting
    named = (between.coordinator, between.contact, about.called_by, about.chair, about.secretary)
    first = [found for row in named if (found := meeting.participant(row)) and _is_professional(found)]
    coordinator = meeting.participant(between.coordinator)
    first = first or list(filter(_is_professional, roll_call(meeting).here))
    others = [other for other in filter(_is_professional, in_round_order(meeting)) if contact_lines(meeting, other)]
    return dict.fromkeys((*filter(None, (coordinator,)), *first, *others))


def _card(context: RenderContext, contact: Participant) -> ListItem:
    role = _("Keeps the plan together") if contact.id == context.meeting.between.coordinator else ""
    lines = (*map(ListItem, nonempty(role)), *contact_items(context.meeting, contact))
    return ListItem(context.addressing.introduce(contact), lines)


def _whats(actions: Iterable[Action]) -> tuple[str, ...]:
    return nonempty(*(action.what for action in actions))


def _is_professional(participant: Participant) -> bool:
    return participant.kind not in FAMILY | NON_SPEAKING


def _owner_title(context: RenderContext, owner: Participant) -> str:
    if owner.kind is Kind.PERSON:
        return _("You will")
    return _("{somebody} will").format(somebody=context.addressing.introduce(owner))


def _item(context: RenderContext, action: Action) -> ListItem:
    lines = nonempty(
        labelled(_("When"), when(context, action)),
        labelled(_("Where"), action.where),
        labelled(_("Status"), progress(action)),
    )
    return ListItem(action.what, tuple(map(ListItem, lines)))


def _goals(context: RenderContext, goals: Sequence[tuple[Goal, int]]) -> Iterator[ListItem]:
    """Nest goals in order, given as pairs of goal and depth."""
    starts = [at for at, (_goal, depth) in enumerate(goals) if depth == goals[0][1]]
    for start, end in pairwise([*starts, len(goals)]):
        goal = goals[start][0]
        about = nonempty(labelled(_("To be reached by"), context.date_text(goal.by)), resources(goal))
        yield ListItem(goal.text, (*map(ListItem, about), *_goals(context, goals[start + 1 : end])))


def _too_much(context: RenderContext) -> tuple[Action, ...]:
    """Actions that the person has said are too much: left out of what they will do (requirement 107)."""
    return tuple(
        action for action in context.meeting.actions if ActionGap.TOO_MUCH in action_gaps(context.meeting, action)
    )
