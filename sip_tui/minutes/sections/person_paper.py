"""The person's own paper: addressed as "you", decisions first, one thing on a line, no tables.

Requirements 4, 41, 82, 83, 100, 107, 139 and 141.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.content.doers import doers_of
from sip_tui.meeting.content.plan import (
    ActionGap,
    action_gaps,
    goal_tree,
    is_finished,
    is_main_goal,
    unfinished_actions,
)
from sip_tui.meeting.model.enums import FAMILY, NON_SPEAKING, Consent, Kind, Status
from sip_tui.meeting.model.meeting import Action, Goal, Participant
from sip_tui.meeting.people.attendance import in_round_order, roll_call
from sip_tui.meeting.people.consent import is_refused
from sip_tui.minutes.context import (
    RenderContext,
    capitalized,
    fill,
    fixed,
    heading,
    items,
    joined,
    labelled,
    time_line,
    titled_list,
)
from sip_tui.minutes.document import Block, ListItem, Paragraph, RichText, plain
from sip_tui.minutes.redaction.english_you import bare_infinitive
from sip_tui.minutes.sections import questions
from sip_tui.minutes.sections.carried import titled_parts
from sip_tui.minutes.sections.contact import contact_items, contact_lines
from sip_tui.minutes.sections.follow_up import absent_owners, refused_owners, told_by
from sip_tui.minutes.sections.plan import goal_facts, progress, reached_by, to_do, without_proposed
from sip_tui.minutes.sections.plan_consent import plan_consent
from sip_tui.phrasing.own_words import in_own_words
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.swedish.grammar.turned_verbs import in_present


def decisions(context: RenderContext) -> Iterator[Block]:
    """That a plan decides nothing, who does what, by participant: the others first, then the person; the proposals."""
    agreed = _("This is what we talked about") if context.refusers else _("This is what we decided")
    told = _is_no_decision(context)
    for title, part in titled_parts(context, agreed):
        if blocks := list(_by_participant(part)):
            yield from (heading(2, title), *told, *blocks)
            told = ()
    yield from titled_list(_("Proposals that we have not decided on"), _proposals(context))


def goals(context: RenderContext) -> Iterator[Block]:
    """The goals with their subgoals."""
    yield from titled_list(_("Your goals"), _goals(context, goal_tree(context.meeting)))


def contact_cards(context: RenderContext) -> Iterator[Block]:
    """Whom to ask and how to reach them: the coordinator first, then the actors (requirement 83)."""
    yield from titled_list(_("You can ask"), (_card(context, contact) for contact in _contacts(context)))
    yield from (Paragraph(line) for line in (told_by(context),) if line)


def consent(context: RenderContext) -> Iterator[Block]:
    """Who said yes to the plan, whom the consent is for, how long it holds, and how to change it."""
    others = [other for other in in_round_order(context.meeting) if other.kind is not Kind.PERSON]
    given = [other for other in others if other.consent in {Consent.WRITTEN, Consent.ORAL}]
    refused, withdrawn = (
        [other for other in others if other.consent == answer] for answer in (Consent.NONE, Consent.WITHDRAWN)
    )
    if not given and not refused and not withdrawn and not plan_consent(context):
        return
    told = context.meeting.participant(context.meeting.between.coordinator or context.meeting.about.chair)
    told = None if is_refused(told) else told
    change = _("You can change your mind at any time: tell {somebody}.")
    if context.meeting.person.child:
        change = _("You and your parents or guardians can change your minds at any time: tell {somebody}.")
    kept_out = _(
        "There is something that you asked us not to bring up or pass on. "
        "If you see it anyway, tell us, and we will take it out."
    )
    lines = (
        plan_consent(context),
        labelled(_("We have consent to share with"), joined(", ", map(context.addressing.listed, given))),
        labelled(_("Nothing may be shared with"), joined(", ", map(context.addressing.listed, refused))),
        labelled(_("The consent was withdrawn for"), joined(", ", map(context.addressing.listed, withdrawn))),
        labelled(_("The consent is valid until"), context.date_text(context.meeting.person.consent_until)),
        fixed(kept_out) if context.is_consent_limited else "",
        fill(change, somebody=context.addressing.in_sentence(told) if told else fixed(_("one of us"))),
    )
    yield from titled_list(_("Your consent"), lines)


def _is_no_decision(context: RenderContext) -> tuple[Block, ...]:
    """Say that a plan decides nothing, to a child without the word for an authority."""
    if not (context.is_plan and context.is_begun):
        return ()
    adult = _("This is a plan, not a decision: each authority decides on its own help.")
    child = _("This is a plan. Some of the help has to be decided by the municipality or the health service first.")
    return (Paragraph(fixed(child if context.meeting.person.child else adult)),)


def unsettled(context: RenderContext) -> Iterator[Block]:
    """Actions that are too much, or have no owner or no time, and the questions without an answer."""
    yield from titled_list(_("Too much for you right now: we will find another way"), _whats(_too_much(context)))
    nobodys = _nobodys(context) if context.is_begun else ()
    yield from titled_list(_("Nobody has taken this on yet"), (*nobodys, *refused_owners(context)))
    actions = (action for action in context.meeting.actions if context.is_settled(action))
    settled = (action for action in actions if not context.is_barred(action))
    owned = (action for action in settled if context.is_taken(action) and not context.is_asked(action))
    timeless = (action for action in owned if ActionGap.NO_WHEN in action_gaps(context.meeting, action))
    yield from titled_list(_("This should be done, but we have not decided when"), _whats(timeless))
    yield from titled_list(_("To check with you"), absent_owners(context, you=True))
    yield from titled_list(_("To check with others"), absent_owners(context, you=False))
    yield from questions.to_be_answered(context)


def _by_participant(context: RenderContext) -> Iterator[Block]:
    owners = sorted(in_round_order(context.meeting), key=lambda owner: owner.kind is Kind.PERSON)
    decided, by_owner = _decided(context), dict[str, list[Action]]()
    for action in decided:
        by_owner.setdefault(action.who or _sole(context, action), []).append(action)
    for owner in owners:
        own, somebody = by_owner.get(owner.id, []), context.addressing.brief(owner)
        proposed = (_item(context, action, to_do(action.what)) for action in own if not context.is_settled(action))
        yield from titled_list(capitalized(somebody), proposed, 3)
        settled = [action for action in own if context.is_settled(action) and not context.is_barred(action)]
        agreed = (
            _item(context, action, _done(context.deed(action))) for action in settled if not context.is_asked(action)
        )
        yield from titled_list(fill(_("What {somebody} will do"), somebody=somebody), agreed, 3)
        yield from _asked(context, somebody, filter(context.is_asked, settled))
    shown_above = {action.id for owner in owners for action in by_owner.get(owner.id, ())}
    ownerless = [action for action in decided if action.id not in shown_above]
    joint = [action for action in ownerless if context.is_joint(action)]
    alone = [action for action in ownerless if context.is_taken(action) and action not in joint]
    for head, shown in ((_("To be done together"), joint), (_("What someone else will do"), alone)):
        yield from titled_list(head, (_item(context, action, action.what) for action in shown), 3)
    yield from titled_list(_("Nobody has taken this on yet"), () if context.is_begun else _nobodys(context), 3)
    over = (action for action in context.meeting.actions if is_finished(action) and not action.since)
    yield from titled_list(_("Done or changed"), (_item(context, action, action.what) for action in over), 3)


def _sole(context: RenderContext, action: Action) -> str:
    """Return the id of the one on the list whom the words of an action name; empty for several and for others."""
    is_one = not context.is_joint(action) and len(plain(context.doers(action)).split()) == 1
    named = doers_of(context.meeting, action) if is_one else frozenset()
    return next(iter(named)) if len(named) == 1 else ""


def _nobodys(context: RenderContext) -> Iterator[ListItem]:
    """What is to be done and nobody does."""
    return (_item(context, action, action.what) for action in _decided(context) if not context.is_taken(action))


def _asked(context: RenderContext, somebody: RichText, actions: Iterable[Action]) -> Iterator[Block]:
    """What one who was not there will be asked to do, and what they were to be asked after an earlier meeting."""
    asked = list(actions)
    new, earlier = _("What {somebody} will be asked to do"), _("What {somebody} was to be asked to do")
    for sentence, is_earlier in ((new, False), (earlier, True)):
        shown = (_item(context, action, to_do(action.what)) for action in asked if bool(action.since) is is_earlier)
        yield from titled_list(fill(sentence, somebody=somebody), shown, 3)


def _decided(context: RenderContext) -> list[Action]:
    """The actions that are to be done: neither finished, nor too much, nor only proposed."""
    left_out = _too_much(context)
    unfinished = unfinished_actions(context.meeting)
    told = [action for action in unfinished if not context.is_begun or action.status is not Status.PROPOSED]
    return [without_proposed(action) for action in told if action not in left_out]


def _proposals(context: RenderContext) -> Iterator[ListItem]:
    for action in context.meeting.actions if context.is_begun else ():
        if action.status is Status.PROPOSED:
            item = _item(context, without_proposed(action), action.what)
            who = labelled(_("Who"), context.doers(action))
            yield ListItem(item.text, (*items((who,)), *item.children))


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
    is_coordinator = contact.id == context.meeting.between.coordinator
    keeps = plan_words(context.meeting, N_("Coordinates the plan"), refused=bool(context.refusers))
    role = fixed(keeps) if is_coordinator else ""
    lines = (*items((role,)), *contact_items(context.meeting, contact))
    return ListItem(capitalized(context.addressing.introduce(contact)), lines)


def _whats(actions: Iterable[Action]) -> tuple[RichText, ...]:
    return tuple(to_do(action.what) for action in actions)


def _is_professional(participant: Participant) -> bool:
    return participant.kind not in FAMILY | NON_SPEAKING and not is_refused(participant)


def _done(what: str) -> RichText:
    """Return an action as what its owner does: "Ringer Jenny"; in English, as what they will do: "Ring Jenny"."""
    done = in_present(what)
    if done == what:
        return what if language() == "sv" else bare_infinitive(what)
    return capitalized(done)


def _item(context: RenderContext, action: Action, text: RichText) -> ListItem:
    lines = (
        time_line(_("When"), context.date_text(action.when)),
        time_line(_("How often"), action.how_often),
        labelled(_("Where"), action.where),
        capitalized(progress(action)) if action.status is not Status.NEW else "",
    )
    return ListItem(text, items(lines))


def _goals(context: RenderContext, goals: Sequence[tuple[Goal, int]]) -> Iterator[ListItem]:
    """Nest goals in order, given as pairs of goal and depth."""
    starts = [at for at, (_goal, depth) in enumerate(goals) if depth == goals[0][1]]
    for start, end in pairwise([*starts, len(goals)]):
        goal = goals[start][0]
        said = in_own_words(goal.text)
        text: RichText = said if is_main_goal(context.meeting, goal) else labelled(_("Subgoal"), said)
        about = items((reached_by(context, goal), *goal_facts(context, goal)))
        yield ListItem(text, (*about, *_goals(context, goals[start + 1 : end])))


def _too_much(context: RenderContext) -> tuple[Action, ...]:
    """Actions that the person has said are too much: left out of what they will do (requirement 107)."""
    return tuple(
        action for action in context.meeting.actions if ActionGap.TOO_MUCH in action_gaps(context.meeting, action)
    )
