"""The lines of the action board, by goal or by who, and the sentences under it (F13)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.content.plan import (
    ActionGap,
    action_gaps,
    actions_by_participant,
    actions_for_goal,
    actions_with_gaps,
    asked_count,
    is_family_idle,
    is_promised,
    is_strength_unasked,
    promised_actions,
)
from sip_tui.meeting.guidance.phase_guard import confirmed_goals
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Participant
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.phrasing.wording import STATUSES, format_when, gap_words, name_or_role, name_with_role, presence_word
from sip_tui.screens.floor.talk_panels import called
from sip_tui.swedish.dates.weekly import is_weekly
from sip_tui.widgets.safe_text import plain

ListRow = tuple[str, Content]
"""Table and row, and what is shown; a name that begins with ``#`` is no row."""


def goal_rows(meeting: Meeting) -> Iterator[ListRow]:
    """The lines by goal: needs, goals with their actions, and last what serves no goal."""
    if meeting.needs:
        yield "#needs", Content.styled(_("What the person needs"), "bold italic")
    for need in meeting.needs:
        yield f"needs {need.id}", Content(f"   {plain(need.text)}")
    for goal in meeting.goals:
        yield f"goals {goal.id}", _goal_line(meeting, goal)
        yield from _under_goal(meeting, actions_for_goal(meeting, goal.id))
    orphans = actions_for_goal(meeting, "")
    if orphans:
        yield "#none", Content.styled(_("Without a goal"), "bold italic")
        yield from _under_goal(meeting, orphans)


def who_rows(meeting: Meeting) -> Iterator[ListRow]:
    """The lines by who: everybody with what they do, actors who do nothing yet, and last what nobody does."""
    for one, actions in actions_by_participant(meeting):
        yield f"#who {one.id if one else ''}", _who_line(meeting, one, actions)
        for action in actions:
            goal = meeting.goal(action.goal)
            aim = _("for: {goal}").format(goal=goal.text) if goal else ""
            # What nobody does is said by the heading that it stands under.
            yield f"actions {action.id}", _action_line(meeting, action, ("", aim), {ActionGap.NO_OWNER})


def summary(meeting: Meeting) -> str:
    """What the actions lack, how many the person is asked about, how much is the person's own, and the family's."""
    parts = (" ".join([missing(meeting), _inclusion(meeting)]).strip(), _promises(meeting), _family(meeting))
    return "\n".join(part for part in parts if part)


def missing(meeting: Meeting) -> str:
    """One sentence on what the actions still lack."""
    if not meeting.actions:
        return _("No action yet. {keys[action.add]} writes one, {keys[goal.add]} writes a goal.").format(keys=KEYS)
    counted = [
        (len(actions_with_gaps(meeting, ActionGap.NO_OWNER)), _("without a name")),
        (len(actions_with_gaps(meeting, ActionGap.OWNER_ABSENT)), _("for somebody who is not here")),
        (len(actions_with_gaps(meeting, ActionGap.NO_WHEN)), _("without a time")),
    ]
    said = [f"{count} {words}" for count, words in counted if count]
    total = ngettext("{count} action", "{count} actions", len(meeting.actions)).format(count=len(meeting.actions))
    return f"{total}: {', '.join(said)}." if said else _("{total}, all with a name and a time.").format(total=total)


def _inclusion(meeting: Meeting) -> str:
    """How many of the actions the person has been asked about (seed row 50)."""
    count, of = asked_count(meeting)
    told = _("{who} has been asked about {count} of {all}.")
    return told.format(who=_person(meeting), count=count, all=of) if of else ""


def _promises(meeting: Meeting) -> str:
    """How many things the person has, and how the answer is written as long as one has not been asked about."""
    those = promised_actions(meeting)
    if not those:
        return ""
    count = ngettext("{who} has {count} thing", "{who} has {count} things", len(those))
    weekly = sum(is_weekly(one.how_often) for one in those)
    every = _(", every week") if weekly == len(those) else _(", {count} every week").format(count=weekly)
    said = count.format(who=_person(meeting), count=len(those)) + (every if weekly else "") + "."
    if any(is_strength_unasked(meeting, one) for one in those):
        said += " " + _("Ask about each one; {keys[action.manages]} writes the answer.").format(keys=KEYS)
    return said


def _family(meeting: Meeting) -> str:
    if not is_family_idle(meeting):
        return ""
    text = _("Neither {who} nor the family has anything of their own; that is all right, but ask.")
    return text.format(who=_person(meeting))


def _person(meeting: Meeting) -> str:
    one = meeting.person_participant
    return called(meeting, one) if one else plain(meeting.person.called) or _("the person")


def _goal_line(meeting: Meeting, goal: Goal) -> Content:
    mark = "  ◇" if meeting.goal(goal.parent) else "◆"
    by = _(" (by {by})").format(by=plain(format_when(goal.by))) if goal.by else ""
    agreed = "  ✓ " + _("gone through together") if goal.id in confirmed_goals(meeting) else ""
    helps = "\n     " + _("What helps: {text}").format(text=plain(goal.resources)) if goal.resources.strip() else ""
    return Content.assemble((f"{mark} {plain(goal.text)}{by}", "bold"), agreed, helps)


def _who_line(meeting: Meeting, one: Participant | None, actions: Collection[Action]) -> Content:
    """The name as a heading; an actor without any action is a question in words."""
    if one is None:
        return Content.styled(_("Nobody does it yet"), "bold $warning")
    away = f" – {presence_word(one.presence)}" if is_absent(meeting, one.id) else ""
    name = Content.styled(f"{plain(name_with_role(one))}{away}", "bold")
    return name if actions else Content.assemble(name, ("  ⚑ " + _("has no action yet"), "bold $warning"))


def _under_goal(meeting: Meeting, actions: Collection[Action]) -> Iterator[ListRow]:
    for action in actions:
        one = meeting.participant(action.who)
        who = name_or_role(one) if one else ""
        # A missing goal shows by where the action stands.
        yield f"actions {action.id}", _action_line(meeting, action, (who, ""), {ActionGap.NO_GOAL})


def _action_line(meeting: Meeting, action: Action, ends: tuple[str, str], told: Collection[ActionGap]) -> Content:
    """What, and beneath it the facts between two ``ends``; then in words the gaps that are not ``told`` elsewhere."""
    first, last = ends
    facts = (first, format_when(action.when), action.how_often, action.where, last, _(STATUSES[action.status]))
    parts = " · ".join(plain(part) for part in facts if part)
    return Content.assemble(f"   {plain(action.what)}\n      {parts}", *_flags(meeting, action, told))


def _flags(meeting: Meeting, action: Action, told: Collection[ActionGap]) -> Iterator[tuple[str, str]]:
    found = [gap for gap in action_gaps(meeting, action) if gap not in told]
    for words in gap_words(meeting, action.who, found):
        yield f"  ⚑ {plain(words)}", "bold $warning"
    if action.asked and not is_promised(meeting, action):
        yield "  ✓ " + _("{who} is asked").format(who=_person(meeting)), ""
    if is_strength_unasked(meeting, action):
        yield "\n      " + _("Do you have the strength for this?"), "bold"
    elif is_promised(meeting, action) and ActionGap.TOO_MUCH not in found:
        yield "  ✓ " + _("manages it"), ""
