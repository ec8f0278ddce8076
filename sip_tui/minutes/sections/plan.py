"""What was agreed and what was not: needs, goals with actions, resolutions, ideas, disagreements; and the notes.

Requirements 3, 7, 30, 35, 36, 72, 105, 162, 163 and 204.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.content.plan import (
    ActionGap,
    action_gaps,
    action_of_idea,
    actions_for_goal,
    goal_tree,
    has_subgoals,
    is_main_goal,
)
from sip_tui.meeting.content.summary import is_picture_shared
from sip_tui.meeting.model.enums import Answer, Kind, Status, find_row
from sip_tui.meeting.model.meeting import Action, Goal, Idea
from sip_tui.meeting.notes.pads import secretary_texts
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.minutes.context import (
    RenderContext,
    capitalized,
    fixed,
    heading,
    items,
    joined,
    labelled,
    nonempty,
    strong,
    titled_list,
)
from sip_tui.minutes.document import Block, Bullets, ListItem, Paragraph, RichText, Table
from sip_tui.minutes.notes_parser import parse_notes
from sip_tui.minutes.redaction.english_you import bare_infinitive
from sip_tui.minutes.sections.carried import titled_parts
from sip_tui.minutes.sections.situation import without_repetition
from sip_tui.phrasing.deadlines import split_deadline
from sip_tui.phrasing.own_words import in_own_words
from sip_tui.phrasing.wording import REACHED
from sip_tui.swedish.grammar.turned_verbs import in_infinitive

STATUS = {
    Status.PROPOSED: N_("proposed, not decided"),
    Status.NEW: N_("new"),
    Status.ONGOING: N_("ongoing"),
    Status.CHANGED: N_("changed"),
    Status.ENDED: N_("ended"),
    Status.DONE: N_("done"),
    Status.NOT_DONE: N_("not done"),
}


def needs(context: RenderContext) -> Iterator[Block]:
    """The person's needs, in the person's words."""
    texts = without_repetition(context, (need.text for need in context.meeting.needs))
    yield from titled_list(_("What you want and need"), map(in_own_words, texts))


def notes(context: RenderContext) -> Iterator[Block]:
    """The secretary's notes by phase."""
    written = [(phase, texts) for phase in PHASES if (texts := secretary_texts(context.meeting, phase))]
    if written:
        yield heading(2, _("Notes"))
    for phase, texts in written:
        yield heading(3, context.part_name(phase))
        for text in texts:
            yield from parse_notes(text, 3)


def plan(context: RenderContext) -> Iterator[Block]:
    """Every goal with its actions, then the actions without a goal; what is only proposed comes last."""
    agreed = _("This is what we talked about") if context.refusers else _("What we agreed on")
    for title, part in titled_parts(context, agreed):
        yield from _goals_with_actions(part, title)
    yield from titled_list(_("Proposals that we have not decided on"), proposals(context))


def _goals_with_actions(context: RenderContext, title: str) -> Iterator[Block]:
    meeting = context.meeting
    if meeting.goals or decided(context, ""):
        yield heading(2, title)
    for goal, depth in goal_tree(meeting):
        yield heading(min(3 + depth, 6), labelled(goal_label(context, goal), in_own_words(goal.text)))
        yield from map(Paragraph, nonempty(_about(context, goal), *goal_facts(context, goal)))
        yield from _actions(context, decided(context, goal.id))
    if others := decided(context, ""):
        if meeting.goals:
            yield heading(3, _others_title(context))
        yield from _actions(context, others)


def _others_title(context: RenderContext) -> str:
    """Name what is done for no goal; there is no "also" after nothing."""
    if not context.is_begun:
        return _("Other actions")
    has_more = any(decided(context, goal.id) for goal in context.meeting.goals)
    return _("We will also do this") if has_more else _("We will do this")


def decided(context: RenderContext, goal: str) -> tuple[Action, ...]:
    """Return the actions for a goal, without those that the meeting has only proposed; before it, all of them."""
    found = actions_for_goal(context.meeting, goal)
    if context.is_begun:
        return tuple(action for action in found if action.status is not Status.PROPOSED)
    return tuple(map(without_proposed, found))


def without_proposed(action: Action) -> Action:
    """Return an action without the status of a proposal, where all is proposed."""
    return replace(action, status=Status.NEW) if action.status is Status.PROPOSED else action


def proposals(context: RenderContext) -> Iterator[ListItem]:
    """Give what the meeting has proposed and not decided, each with its goal; nothing before the meeting."""
    for action in context.meeting.actions if context.is_begun else ():
        if action.status is Status.PROPOSED:
            item = _item(context, without_proposed(action))
            goal = context.meeting.goal(action.goal)
            aim = labelled(_("Goal"), in_own_words(goal.text)) if goal else ""
            yield ListItem(item.text, (*item.children, *items((aim,))))


def resolutions(context: RenderContext) -> Iterator[Block]:
    """What was decided and is no action (requirement 162)."""
    meeting = context.meeting
    title = _("We also decided") if meeting.goals or meeting.actions else _("This is what we decided")
    title = title if context.is_begun else _("Proposals for decisions")
    yield from titled_list(title, (resolution.text for resolution in meeting.resolutions))


def disagreements(context: RenderContext) -> Iterator[Block]:
    """What the participants do not agree on, and whether all agree on the rest; nobody is named (requirement 35)."""
    texts = nonempty(*(disagreement.text for disagreement in context.meeting.disagreements))
    yield from titled_list(_("We disagree on this"), texts)
    sentence = _agreement(context, has_texts=bool(texts))
    if sentence and not texts:
        yield heading(2, _("Do we agree?"))
    if sentence:
        yield Paragraph(fixed(sentence))


def information(context: RenderContext) -> Iterator[Block]:
    """Information for everybody."""
    yield from titled_list(_("Good to know"), (row.text for row in context.meeting.information))


def open_ideas(context: RenderContext) -> Iterator[Block]:
    """The ideas that became no action, with their pros and cons (requirement 204)."""
    ideas = (
        idea for idea in context.meeting.ideas if idea.text.strip() and action_of_idea(context.meeting, idea) is None
    )
    yield from titled_list(_("Ideas we have not decided on"), map(_idea, ideas))


def goal_label(context: RenderContext, goal: Goal) -> str:
    """Return the label of a goal: subgoal, main goal when it and every other one has subgoals, else goal.

    One main goal beside other goals would look as if it were the most important.
    """
    meeting = context.meeting
    if not is_main_goal(meeting, goal):
        return _("Subgoal")
    divided = {other.parent for other in meeting.goals} | {goal.id}
    alone = any(is_main_goal(meeting, other) and other.id not in divided for other in meeting.goals)
    return _("Main goal") if has_subgoals(meeting, goal) and not alone else _("Goal")


def goal_facts(context: RenderContext, goal: Goal) -> tuple[RichText, ...]:
    """Return what a goal answers to, how it shows that it is reached, what helps, and how far it has come.

    Of a goal from an earlier plan, ``outcomes`` tells how far it has come (requirements 29, 72, 99).
    """
    need = find_row(context.meeting.needs, goal.need)
    is_new = not goal.since
    return (
        labelled(_("Your need"), in_own_words(need.text) if need else ""),
        labelled(_("You will know when"), goal.sign),
        resources(goal),
        labelled(_("How it is going"), fixed(_(REACHED[goal.reached]))) if is_new and goal.reached in REACHED else "",
        labelled(_("You say"), goal.view) if is_new else "",
    )


def resources(goal: Goal) -> RichText:
    """Return the person's resources for reaching a goal (requirement 72)."""
    return labelled(_("Helps along the way"), goal.resources)


def reached_by(context: RenderContext, goal: Goal) -> RichText:
    """Return when a goal is to be reached; empty where there is no plan."""
    if context.refusers:
        return ""
    when, takes_by = split_deadline(context.date_text(goal.by))
    return labelled(_("To be reached by") if takes_by else _("To be reached"), when)


def progress(action: Action) -> RichText:
    """Return the status of an action, and why it is that; empty for a new one."""
    if action.status is Status.NEW:
        return ""
    return joined(" – ", (fixed(_(STATUS[action.status])), action.why))


def _agreement(context: RenderContext, *, has_texts: bool) -> str:
    answers = {answer.same for answer in context.meeting.pictures}
    if Answer.NO in answers:
        return _("Not everyone agrees on everything that we decided.")
    if has_texts or "disagreement" in context.noted:
        return ""
    if is_picture_shared(context.meeting):
        return _("Everyone agrees on what we decided.")
    return _("Everyone who was asked agrees on what we decided.") if Answer.YES in answers else ""


def _idea(idea: Idea) -> ListItem:
    return ListItem(idea.text, items((labelled(_("For it"), idea.pros), labelled(_("Against it"), idea.cons))))


def _about(context: RenderContext, goal: Goal) -> RichText:
    """When a goal is to be reached, and whose it is (requirement 49)."""
    owner = context.meeting.participant(goal.owner)
    own = owner is not None and owner.kind is Kind.PERSON
    whose = (
        fixed(_("Your own goal"))
        if own
        else labelled(_("Responsible for the goal"), context.addressing.owner(goal.owner))
    )
    return joined(" · ", (reached_by(context, goal), whose))


def _actions(context: RenderContext, actions: Sequence[Action]) -> Iterator[Block]:
    if context.audience == "full":
        yield from _table(context, actions)
    elif actions:
        yield Bullets(tuple(_item(context, action) for action in actions))


def _item(context: RenderContext, action: Action) -> ListItem:
    """What is done, and on the line beneath who does it, when, how often and where."""
    owner = context.doer_words(action) or fixed(_("nobody yet"))
    times = (context.date_text(action.when), action.how_often, action.where)
    line = joined(" · ", (strong(capitalized(owner)), *times, progress(action)))
    return ListItem(action_words(context, action), items((line, _too_much(context, action))))


def to_do(what: str) -> RichText:
    """Return an action as what somebody is asked to do, in the infinitive: "Ringa Jenny"."""
    return capitalized(in_infinitive(what)) if language() == "sv" else bare_infinitive(what)


def action_words(context: RenderContext, action: Action) -> RichText:
    """Return what is done as typed; what somebody is asked to do, and all of it in English, in the infinitive."""
    return to_do(action.what) if context.is_asked(action) or language() == "en" else context.deed(action)


def _too_much(context: RenderContext, action: Action) -> RichText:
    """A remark when the person has said it is too much (requirement 107)."""
    is_too_much = ActionGap.TOO_MUCH in action_gaps(context.meeting, action)
    return fixed(_("Too much for you right now")) if is_too_much else ""


def _table(context: RenderContext, actions: Sequence[Action]) -> Iterator[Block]:
    """A table of the actions without its empty columns; the status is shown where it is not new."""
    head = (_("What"), _("Who"), _("When"), _("How often"), _("Where"), _("How it is going"))
    rows = [_row(context, action) for action in actions]
    kept = [number for number in range(len(head)) if number == 0 or any(row[number] for row in rows)]
    if rows:
        yield Table(tuple(fixed(head[i]) for i in kept), tuple(tuple(row[i] for i in kept) for row in rows))


def _row(context: RenderContext, action: Action) -> tuple[RichText, ...]:
    owner = context.doer_words(action) or fixed(_("nobody yet"))
    return (
        action_words(context, action),
        capitalized(owner),
        context.date_text(action.when),
        action.how_often,
        action.where,
        progress(action),
    )
