"""What was agreed and what was not: needs, goals with actions, resolutions, ideas, disagreements; and the notes.

Requirements 3, 7, 30, 35, 36, 72, 105, 162, 163 and 204.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import ActionGap, action_gaps, action_of_idea, actions_for_goal, goal_tree
from sip_tui.meeting.content.summary import is_picture_shared
from sip_tui.meeting.model.enums import Answer, Horizon, Status
from sip_tui.meeting.model.meeting import Action, Goal, Idea
from sip_tui.meeting.notes.pads import secretary_texts
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.minutes.context import RenderContext, about_person, labelled, nonempty, titled_list
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, Paragraph, Table
from sip_tui.minutes.notes_parser import parse_notes
from sip_tui.resources.guidance import phase_name

STATUS = {
    Status.PROPOSED: N_("proposed, not decided"),
    Status.NEW: N_("new"),
    Status.ONGOING: N_("ongoing"),
    Status.CHANGED: N_("changed"),
    Status.ENDED: N_("ended"),
    Status.DONE: N_("done"),
}


def needs(context: RenderContext) -> Iterator[Block]:
    """The person's needs."""
    title = about_person(context, _("What you need"), _("What {person} needs"), _("What the person needs"))
    yield from titled_list(title, nonempty(*(need.text for need in context.meeting.needs)))


def notes(context: RenderContext) -> Iterator[Block]:
    """The secretary's notes by phase."""
    written = [(phase, texts) for phase in PHASES if (texts := secretary_texts(context.meeting, phase))]
    if written:
        yield Heading(2, _("Notes"))
    for phase, texts in written:
        yield Heading(3, phase_name(phase))
        for text in texts:
            yield from parse_notes(text, 3)


def plan(context: RenderContext) -> Iterator[Block]:
    """Every goal with its actions, then the actions without a goal."""
    meeting = context.meeting
    if meeting.goals or meeting.actions:
        yield Heading(2, _("What we agreed on"))
    for goal, depth in goal_tree(meeting):
        yield Heading(min(3 + depth, 6), labelled(goal_label(goal), goal.text))
        yield from (Paragraph(line) for line in nonempty(_about(context, goal), resources(goal)))
        yield from _actions(context, actions_for_goal(meeting, goal.id))
    others = actions_for_goal(meeting, "")
    if others:
        yield Heading(3, _("Without a goal") if meeting.goals else _("Actions"))
        yield from _actions(context, others)


def disagreements(context: RenderContext) -> Iterator[Block]:
    """What the participants do not agree on (requirement 35)."""
    yield from titled_list(
        _("What we do not agree on"), nonempty(*(disagreement.text for disagreement in context.meeting.disagreements))
    )


def resolutions(context: RenderContext) -> Iterator[Block]:
    """What was decided and is no action (requirement 162)."""
    meeting = context.meeting
    title = _("This is also decided") if meeting.goals or meeting.actions else _("This is what we decided")
    yield from titled_list(title, nonempty(*(resolution.text for resolution in meeting.resolutions)))


def information(context: RenderContext) -> Iterator[Block]:
    """Information for everybody."""
    yield from titled_list(_("Good to know"), nonempty(*(row.text for row in context.meeting.information)))


def picture(context: RenderContext) -> Iterator[Block]:
    """Whether all share the same picture, after the round; nobody is named."""
    if sentence := _picture(context):
        yield Heading(2, _("Do we have the same picture?"))
        yield Paragraph(sentence)


def open_ideas(context: RenderContext) -> Iterator[Block]:
    """The ideas that action_of_idea no action, with their pros and cons (requirement 204)."""
    ideas = (
        idea for idea in context.meeting.ideas if idea.text.strip() and action_of_idea(context.meeting, idea) is None
    )
    yield from titled_list(_("Ideas that are not decided"), map(_idea, ideas))


def goal_label(goal: Goal) -> str:
    """Return the label of a goal by its horizon."""
    return _("Main goal") if goal.horizon is Horizon.LONG else _("Subgoal")


def resources(goal: Goal) -> str:
    """Return the person's resources for reaching a goal (requirement 72)."""
    return labelled(_("Helps on the way"), goal.resources)


def when(context: RenderContext, action: Action) -> str:
    """Return when and how often an action is done."""
    return ", ".join(nonempty(context.date_text(action.when), action.how_often))


def progress(action: Action) -> str:
    """Return the status of an action; empty for a new one."""
    return "" if action.status is Status.NEW else _(STATUS[action.status])


def too_much(context: RenderContext, action: Action) -> str:
    """Return a remark when the person has said it is too much (requirement 107)."""
    return (
        _("More than you have strength for now") if ActionGap.TOO_MUCH in action_gaps(context.meeting, action) else ""
    )


def _about(context: RenderContext, goal: Goal) -> str:
    owner = labelled(_("Whose goal"), context.addressing.owner(goal.owner))
    return " · ".join(nonempty(owner, labelled(_("To be reached by"), context.date_text(goal.by))))


def _actions(context: RenderContext, actions: Sequence[Action]) -> Iterator[Block]:
    if context.addressing.audience == "full":
        yield from _table(context, actions)
    elif actions:
        yield Bullets(tuple(_item(context, action) for action in actions))


def _item(context: RenderContext, action: Action) -> ListItem:
    lines = nonempty(
        labelled(_("Who"), context.addressing.owner(action.who) or _("nobody yet")),
        labelled(_("When"), context.date_text(action.when)),
        labelled(_("How often"), action.how_often),
        labelled(_("Where"), action.where),
        labelled(_("Status"), progress(action)),
        too_much(context, action),
    )
    return ListItem(action.what, tuple(map(ListItem, lines)))


def _table(context: RenderContext, actions: Sequence[Action]) -> Iterator[Block]:
    """A table of the actions without its empty columns."""
    head = (_("What"), _("Who"), _("When"), _("How often"), _("Where"), _("Status"))
    rows = [_row(context, action) for action in actions]
    kept = [number for number in range(len(head)) if number == 0 or any(row[number].strip() for row in rows)]
    if rows:
        yield Table(tuple(head[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows))


def _row(context: RenderContext, action: Action) -> tuple[str, ...]:
    owner = context.addressing.owner(action.who) or _("nobody yet")
    when_, status = context.date_text(action.when), _(STATUS[action.status])
    return (action.what, owner, when_, action.how_often, action.where, status)


def _picture(context: RenderContext) -> str:
    answers = {answer.same for answer in context.meeting.pictures}
    if Answer.NO in answers:
        return _not_all(context)
    if is_picture_shared(context.meeting):
        return _("Everybody has the same picture of what we agreed on.")
    return _("Everybody who was asked has the same picture of what we agreed on.") if Answer.YES in answers else ""


def _not_all(context: RenderContext) -> str:
    if any(disagreement.text.strip() for disagreement in context.meeting.disagreements):
        sentence = _("Not everybody has the same picture; see {title}.")
        return sentence.format(title=_("What we do not agree on"))
    return _("Not everybody has the same picture of what we agreed on.")


def _idea(idea: Idea) -> ListItem:
    reasons = nonempty(labelled(_("For it"), idea.pros), labelled(_("Against it"), idea.cons))
    return ListItem(idea.text, tuple(map(ListItem, reasons)))
