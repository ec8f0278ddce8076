"""What they agreed on and what they did not: needs, goals with subgoals, who does what and when.

Seed rows 3, 7, 30, 35, 36, 72, 105 and 163.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import ActionGap, action_gaps, actions_for_goal, goal_tree
from sip_tui.meeting.model.enums import Horizon, Status
from sip_tui.meeting.model.meeting import Action, Goal
from sip_tui.meeting.notes.pads import secretary_texts
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.minutes import notes_parser as reader
from sip_tui.minutes.context import RenderContext, about_person, filled, labelled, listed
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, Paragraph, Table
from sip_tui.minutes.linked_lines import untagged
from sip_tui.resources.guidance import phase_name

STATUS = {
    Status.PROPOSED: N_("proposed, not decided"),
    Status.NEW: N_("new"),
    Status.ONGOING: N_("ongoing"),
    Status.CHANGED: N_("changed"),
    Status.ENDED: N_("ended"),
    Status.DONE: N_("done"),
}


def needs(telling: RenderContext) -> Iterator[Block]:
    """What the person needs, in the person's words."""
    title = about_person(telling, _("What you need"), _("What {person} needs"), _("What the person needs"))
    yield from listed(title, filled(*(one.text for one in telling.meeting.needs)))


def notes(telling: RenderContext) -> Iterator[Block]:
    """The secretary's notes, phase by phase; a line that became a row is a line of notes like any other."""
    written = [(phase, texts) for phase in PHASES if (texts := secretary_texts(telling.meeting, phase))]
    if written:
        yield Heading(2, _("Notes"))
    for phase, texts in written:
        yield Heading(3, phase_name(phase))
        for text in texts:
            yield from reader.read(untagged(text), 3)


def plan(telling: RenderContext) -> Iterator[Block]:
    """Every goal with its actions, then the actions that serve no goal."""
    meeting = telling.meeting
    if meeting.goals or meeting.actions:
        yield Heading(2, _("What we agreed on"))
    for goal, depth in goal_tree(meeting):
        yield Heading(min(3 + depth, 6), labelled(goal_label(goal), goal.text))
        yield from (Paragraph(line) for line in filled(_about(telling, goal), resources(goal)))
        yield from _actions(telling, actions_for_goal(meeting, goal.id))
    others = actions_for_goal(meeting, "")
    if others:
        yield Heading(3, _("Without a goal") if meeting.goals else _("Actions"))
        yield from _actions(telling, others)


def disagreements(telling: RenderContext) -> Iterator[Block]:
    """What they said aloud that they do not agree on, in the words that they wrote down together (seed row 35)."""
    yield from listed(_("What we do not agree on"), filled(*(one.text for one in telling.meeting.disagreements)))


def goal_label(goal: Goal) -> str:
    """Main goal or subgoal, as the goal itself says."""
    return _("Main goal") if goal.horizon is Horizon.LONG else _("Subgoal")


def resources(goal: Goal) -> str:
    """What the person has that helps to reach it (seed row 72)."""
    return labelled(_("Helps on the way"), goal.resources)


def when(telling: RenderContext, action: Action) -> str:
    """When and how often, on one line."""
    return ", ".join(filled(telling.spoken(action.when), action.how_often))


def settled(action: Action) -> str:
    """How far an action has come; empty for a new one, for that goes without saying."""
    return "" if action.status is Status.NEW else _(STATUS[action.status])


def too_much(telling: RenderContext, action: Action) -> str:
    """That the person has said that it is more than they have strength for (seed row 107)."""
    return (
        _("More than you have strength for now") if ActionGap.TOO_MUCH in action_gaps(telling.meeting, action) else ""
    )


def _about(telling: RenderContext, goal: Goal) -> str:
    owner = labelled(_("Whose goal"), telling.voice.owner(goal.owner))
    return " · ".join(filled(owner, labelled(_("To be reached by"), telling.spoken(goal.by))))


def _actions(telling: RenderContext, actions: Sequence[Action]) -> Iterator[Block]:
    if telling.voice.audience == "full":
        yield from _table(telling, actions)
    elif actions:
        yield Bullets(tuple(_item(telling, one) for one in actions))


def _item(telling: RenderContext, action: Action) -> ListItem:
    lines = filled(
        labelled(_("Who"), telling.voice.owner(action.who) or _("nobody yet")),
        labelled(_("When"), telling.spoken(action.when)),
        labelled(_("How often"), action.how_often),
        labelled(_("Where"), action.where),
        labelled(_("Status"), settled(action)),
        too_much(telling, action),
    )
    return ListItem(action.what, tuple(map(ListItem, lines)))


def _table(telling: RenderContext, actions: Sequence[Action]) -> Iterator[Block]:
    """A table of the actions, without the columns that nobody has filled in."""
    head = (_("What"), _("Who"), _("When"), _("How often"), _("Where"), _("Status"))
    rows = [_row(telling, one) for one in actions]
    kept = [number for number in range(len(head)) if number == 0 or any(row[number].strip() for row in rows)]
    if rows:
        yield Table(tuple(head[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows))


def _row(telling: RenderContext, one: Action) -> tuple[str, ...]:
    owner = telling.voice.owner(one.who) or _("nobody yet")
    return (one.what, owner, telling.spoken(one.when), one.how_often, one.where, _(STATUS[one.status]))
