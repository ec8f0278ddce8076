"""What became of the last plan: its goals and actions, with why, and how the person sees it (requirements 42, 104)."""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.history import Lane, State, history_of
from sip_tui.meeting.content.outcomes import carried_actions, carried_goals, replacement
from sip_tui.meeting.model.enums import HERE, Answer, Presence, Status
from sip_tui.meeting.model.meeting import Action, Goal
from sip_tui.minutes.context import (
    RenderContext,
    capitalized,
    fixed,
    heading,
    items,
    joined,
    labelled,
    strong,
    titled_list,
)
from sip_tui.minutes.document import Block, ListItem, RichText, Table, TimeLine
from sip_tui.minutes.sections.plan import to_do
from sip_tui.phrasing.history import SIGNS, meaning, short_day
from sip_tui.phrasing.own_words import in_own_words
from sip_tui.phrasing.plan_words import plan_words

_REACHED = {
    Answer.YES: N_("reached"),
    Answer.PARTLY: N_("partly reached"),
    Answer.NO: N_("not reached yet"),
}
_BECAME = {
    Status.PROPOSED: N_("still a proposal"),
    Status.NEW: N_("not begun yet"),
    Status.ONGOING: N_("carries on"),
    Status.CHANGED: N_("changed"),
    Status.ENDED: N_("ended"),
    Status.DONE: N_("done"),
    Status.NOT_DONE: N_("not done"),
}


def outcomes(context: RenderContext) -> Iterator[Block]:
    """The goals and actions of the earlier plan, each with what became of it; nothing in a first meeting."""
    goals, actions = carried_goals(context.meeting), carried_actions(context.meeting)
    if not context.is_begun or not (goals or actions):
        return
    yield heading(2, _title(context))
    yield from titled_list(_("The goals"), (_goal(goal) for goal in goals), 3)
    yield from titled_list(_("What we were going to do"), (_action(context, action) for action in actions), 3)


def history_title(_context: RenderContext) -> RichText:
    """Return the title of the plan over time."""
    return fixed(_("How it has gone from meeting to meeting"))


def time_line(context: RenderContext) -> Iterator[Block]:
    """Every goal and action with how it stood at each meeting, drawn and in words; nothing before a follow-up."""
    is_own = context.audience == "history"
    history = history_of([*context.earlier, context.meeting])
    if not (is_own or (context.earlier and context.is_begun)) or not history.lanes:
        return
    if not is_own:
        yield heading(2, history_title(context))
    head = (_("Goals and actions"), *map(short_day, history.days))
    table = Table(tuple(map(fixed, head)), tuple(_lane(lane, len(history.days)) for lane in history.lanes))
    label = fixed(_("A line for each goal and action, with a sign for each meeting."))
    yield TimeLine(label, table, tuple(lane.points for lane in history.lanes))


def _lane(lane: Lane, meetings: int) -> tuple[RichText, ...]:
    """The text of a lane, and how it stood at each meeting: a sign with its word."""
    told = {point.meeting: f"{SIGNS[point.state]} {meaning(lane.table, point.state)}" for point in lane.points}
    is_asked = lane.points[-1].state is State.ASKED
    what = to_do(lane.text) if is_asked else lane.text
    text = strong(in_own_words(lane.text)) if lane.table == "goals" else what
    return (text, *(fixed(told.get(number, "")) for number in range(meetings)))


def plan_end(context: RenderContext) -> Iterator[Block]:
    """Why the plan ends, and who is still there."""
    between = context.meeting.between
    lines = (labelled(_("Why"), between.ended), labelled(_("Who will still be there for you"), between.remains))
    title = plan_words(context.meeting, N_("The plan ends here"))
    yield from titled_list(title, lines if between.ended.strip() else ())


def _title(context: RenderContext) -> str:
    """Name the day of the last meeting that set anything."""
    days = [goal.since for goal in carried_goals(context.meeting)]
    days += [action.since for action in carried_actions(context.meeting)]
    last = context.date_text(max(days))
    named, unnamed = N_("What came of the plan from {day}"), N_("What came of the last plan")
    return plan_words(context.meeting, named if last else unnamed).format(day=last)


def _goal(goal: Goal) -> ListItem:
    reached = fixed(_(_REACHED[goal.reached])) if goal.reached in _REACHED else fixed(_("not reviewed"))
    view = labelled(_("You say"), goal.view)
    return ListItem(joined(" – ", (in_own_words(goal.text), reached)), items((view,)))


def _action(context: RenderContext, action: Action) -> ListItem:
    owner = context.asked_words(action) if action.unanswered and action.who else context.doers(action)
    instead = replacement(context.meeting, action)
    lines: tuple[RichText, ...] = (
        capitalized(owner) if owner else "",
        labelled(_("Why"), action.why),
        labelled(_("Instead"), _instead(context, action, instead) if instead else ""),
    )
    became = _("replaced") if instead else _became(context, action)
    return ListItem(joined(" – ", (action.what, fixed(became))), items(lines))


def _instead(context: RenderContext, action: Action, instead: Action) -> RichText:
    """What is done instead, and by whom when it is somebody else."""
    other = context.doers(instead) if instead.who != action.who else ""
    return joined(" · ", (instead.what, capitalized(other) if other else ""))


def _became(context: RenderContext, action: Action) -> str:
    """What became of an action; who was not there, then or now, has broken no promise."""
    owner = context.meeting.participant(action.who)
    is_away = owner is not None and owner.presence not in HERE | {Presence.LEFT}
    if action.unanswered and is_away and action.status in {Status.NEW, Status.NOT_DONE}:
        return _("no answer yet")
    return _(_BECAME[action.status]) if action.reviewed else _("not reviewed")
