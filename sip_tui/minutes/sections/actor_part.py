"""One actor's part of the plan: what that actor does and for which goal, with boxes to tick (requirements 115, 170)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.commitments import duties_of
from sip_tui.meeting.content.doers import doers_of
from sip_tui.meeting.content.plan import goal_tree
from sip_tui.meeting.model.enums import FAMILY, Status
from sip_tui.meeting.model.meeting import Action, Participant
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.minutes.context import (
    RenderContext,
    capitalized,
    fill,
    fixed,
    heading,
    items,
    joined,
    labelled,
    nonempty,
    time_line,
    titled_list,
)
from sip_tui.minutes.document import Block, Bullets, ListItem, Paragraph, RichText
from sip_tui.minutes.sections.carried import TitledPart, titled_parts, with_rows
from sip_tui.minutes.sections.plan import action_words, decided, goal_label, progress, proposals, reached_by
from sip_tui.phrasing.own_words import in_own_words
from sip_tui.phrasing.plan_words import plan_words

_DUTIES = {
    "coordinator": N_("Coordinate the plan"),
    "booked_by": N_("Book the next meeting"),
    "contact": N_("Be the one to call if something important happens before we meet again"),
    "convener": N_("Call us together if we need to meet sooner"),
    "told_by": N_("Tell the person what we decided"),
}
"""A duty of the interim plan → what its holder does."""


def title(context: RenderContext) -> RichText:
    """Return whose part it is, and of what."""
    actor = context.meeting.participant(context.actor)
    who = capitalized(context.addressing.introduce(actor)) if actor else ""
    day = context.own_day
    words = (
        _("{who}: your part in the plan (SIP), {day}")
        if context.is_plan and context.is_begun
        else _("{who}: your part, the meeting on {day}")
    )
    return fill(words, who=who, day=fixed(day))


def part(context: RenderContext) -> Iterator[Block]:
    """The actor's actions by goal, each with a box for the own system and one for done."""
    meeting = context.meeting
    if not meeting.actions:
        yield Paragraph(fixed(_("You have no actions from this meeting.")))
        return
    yield Paragraph(fixed(_("In the goals and actions, “you” is the person the meeting is about.")))
    caller = _caller(context)
    if caller and caller.id != context.actor:
        words = _("This is your part of the plan. The current situation and the goals are written by {caller}.")
        yield Paragraph(fill(words, caller=context.addressing.in_sentence(caller)))
    for head, share in _shares(context):
        yield from _by_goal(share, head)
    if any(map(context.is_asked, meeting.actions)):
        yield Paragraph(fixed(_("You were not at the meeting. Please tell us whether you can do this.")))
    yield from titled_list(_("Proposals that we have not decided on"), proposals(context))


def _shares(context: RenderContext) -> tuple[TitledPart, ...]:
    """What the actor has taken on, apart from what is to be asked of one who was not there."""
    if not context.is_begun:
        return titled_parts(context, "")
    meeting = context.meeting
    asked = [action for action in meeting.actions if context.is_asked(action)]
    taken = (action for action in meeting.actions if action not in asked)
    return (
        (_("This is what you have taken on"), with_rows(context, meeting.goals, taken)),
        (_("This is what we want to ask you to do"), with_rows(context, meeting.goals, asked)),
    )


def _by_goal(context: RenderContext, head: str) -> Iterator[Block]:
    meeting = context.meeting
    if any(decided(context, goal) for goal in {action.goal for action in meeting.actions}):
        yield heading(2, head)
    for goal, _depth in goal_tree(meeting):
        if actions := decided(context, goal.id):
            yield heading(3, labelled(goal_label(context, goal), in_own_words(goal.text)))
            yield from map(Paragraph, nonempty(reached_by(context, goal)))
            yield _boxes(context, actions)
    if others := decided(context, ""):
        if meeting.goals:
            yield heading(3, _("Other actions"))
        yield _boxes(context, others)


def goals(context: RenderContext) -> Iterator[Block]:
    """The goals that the actor answers for."""
    own = (goal for goal in context.meeting.goals if goal.owner == context.actor)
    lines = (ListItem(in_own_words(goal.text), items((reached_by(context, goal),))) for goal in own)
    title = (
        _("You are responsible for these goals")
        if context.is_begun
        else _("Proposal: goals that you are responsible for")
    )
    yield from titled_list(title, lines)


def duties(context: RenderContext) -> Iterator[Block]:
    """What the actor does until the next meeting beside actions: to coordinate, to book, to be called, to tell."""
    refused = bool(context.refusers)
    lines = (
        plan_words(context.meeting, _DUTIES[duty], refused=refused)
        for duty in duties_of(context.meeting, context.actor)
    )
    title = (
        _("What you see to until we meet again")
        if context.is_begun
        else _("Proposal: what you see to until we meet again")
    )
    yield from titled_list(title, map(fixed, lines))


def parts(context: RenderContext) -> Iterator[Block]:
    """Who writes which part of a plan: the one who called it the first, those who act the second (requirement 115)."""
    meeting, caller = context.meeting, _caller(context)
    taken = (action for action in meeting.actions if not context.is_asked(action))
    doing = {who for action in taken for who in doers_of(meeting, action)}
    actors = [other for other in in_round_order(meeting) if other.kind not in FAMILY and other.id in doing]
    if caller and actors:
        names = joined(", ", map(context.addressing.brief, actors))
        first = labelled(_("The current situation and the goals"), context.addressing.introduce(caller))
        yield from titled_list(
            _("Who writes which part of the plan"), (first, labelled(_("What each person will do"), names))
        )


def _caller(context: RenderContext) -> Participant | None:
    """Return who called a meeting that makes a plan, when that is somebody of the services."""
    caller = context.meeting.participant(context.meeting.about.called_by) if context.is_plan else None
    return caller if caller and caller.kind not in FAMILY else None


def entered(context: RenderContext) -> Iterator[Block]:
    """How many of each service's actions it has entered in its own system, once any has (requirement 112)."""
    meeting = context.meeting
    if not any(action.recorded for action in meeting.actions):
        return
    doers = [(action, doers_of(meeting, action)) for action in meeting.actions if not context.is_barred(action)]
    owned = {owner: [action for action, doing in doers if owner.id in doing] for owner in in_round_order(meeting)}
    lines = (
        fill("{who}: {count}", who=capitalized(context.addressing.owner(owner.id)), count=fixed(_counted(actions)))
        for owner, actions in owned.items()
        if actions and owner.kind not in FAMILY
    )
    yield from titled_list(_("What each service has recorded in its own system"), lines)


def _counted(actions: Sequence[Action]) -> str:
    done = sum(action.recorded for action in actions)
    return _("{count} of {all}").format(count=done, all=len(actions))


def _boxes(context: RenderContext, actions: Sequence[Action]) -> Bullets:
    return Bullets(tuple(_item(context, action) for action in actions))


def _item(context: RenderContext, action: Action) -> ListItem:
    lines = (
        time_line(_("When"), context.date_text(action.when)),
        time_line(_("How often"), action.how_often),
        labelled(_("Where"), action.where),
        capitalized(progress(action)),
    )
    actor = context.meeting.participant(context.actor)
    recorded = ListItem(fixed(_("Recorded in our own system")), done=action.recorded)
    boxes = (
        ()
        if not context.is_begun and not action.since
        else (
            *(() if actor and actor.kind in FAMILY else (recorded,)),
            ListItem(fixed(_("Carried out")), done=action.status is Status.DONE),
        )
    )
    return ListItem(action_words(context, action), (*items(lines), *boxes))
