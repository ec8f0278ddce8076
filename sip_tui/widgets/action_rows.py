"""The lines of the action board, by goal or by who, and the sentences under it (F13)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from textual.content import Content

from sip_tui.language import _, ngettext
from sip_tui.meeting.attendance import is_absent
from sip_tui.meeting.guard import confirmed
from sip_tui.meeting.model import Action, Goal, Meeting, Participant
from sip_tui.meeting.plan import (
    Gap,
    actions_for,
    by_who,
    gaps,
    incomplete,
    is_family_idle,
    is_promised,
    is_unasked,
    promised,
)
from sip_tui.widgets.plain import plain
from sip_tui.widgets.talk_side import called
from sip_tui.wording import STATUSES, described, gap_words, presence_word, role_of, when

Line = tuple[str, Content]
"""Table and row, and what is shown; a name that begins with ``#`` is no row."""


def goal_rows(meeting: Meeting) -> Iterator[Line]:
    """The lines by goal: needs, goals with their actions, and last what serves no goal."""
    if meeting.needs:
        yield "#needs", Content.styled(_("What the person needs"), "bold italic")
    for need in meeting.needs:
        yield f"needs {need.id}", Content(f"   {plain(need.text)}")
    for goal in meeting.goals:
        yield f"goals {goal.id}", _goal_line(meeting, goal)
        yield from _under_goal(meeting, actions_for(meeting, goal.id))
    orphans = actions_for(meeting, "")
    if orphans:
        yield "#none", Content.styled(_("Without a goal"), "bold italic")
        yield from _under_goal(meeting, orphans)


def who_rows(meeting: Meeting) -> Iterator[Line]:
    """The lines by who: everybody with what they do, actors who do nothing yet, and last what nobody does."""
    for one, actions in by_who(meeting):
        yield f"#who {one.id if one else ''}", _who_line(meeting, one, actions)
        for action in actions:
            goal = meeting.goal(action.goal)
            aim = _("for: {goal}").format(goal=goal.text) if goal else ""
            # What nobody does is said by the heading that it stands under.
            yield f"actions {action.id}", _action_line(meeting, action, ("", aim), {Gap.NO_OWNER})


def summary(meeting: Meeting) -> str:
    """What the actions still lack, how much the person has promised, and whether the family does anything itself."""
    return "\n".join(part for part in (missing(meeting), _promises(meeting), _family(meeting)) if part)


def missing(meeting: Meeting) -> str:
    """One sentence on what the actions still lack."""
    if not meeting.actions:
        return _("No action yet. a writes one, m writes a goal.")
    counted = [
        (len(incomplete(meeting, Gap.NO_OWNER)), _("without a name")),
        (len(incomplete(meeting, Gap.OWNER_ABSENT)), _("for somebody who is not here")),
        (len(incomplete(meeting, Gap.NO_WHEN)), _("without a time")),
    ]
    said = [f"{count} {words}" for count, words in counted if count]
    total = ngettext("{count} action", "{count} actions", len(meeting.actions)).format(count=len(meeting.actions))
    return f"{total}: {', '.join(said)}." if said else _("{total}, all with a name and a time.").format(total=total)


def _promises(meeting: Meeting) -> str:
    """How many things the person has, and how the answer is written as long as one has not been asked about."""
    those = promised(meeting)
    if not those:
        return ""
    count = ngettext("{who} has {count} thing", "{who} has {count} things", len(those))
    said = count.format(who=_person(meeting), count=len(those)) + "."
    if any(is_unasked(meeting, one) for one in those):
        said += " " + _("Ask about each one; k writes the answer.")
    return said


def _family(meeting: Meeting) -> str:
    if not is_family_idle(meeting):
        return ""
    text = _("Neither {who} nor the family has anything of their own; that is all right, but ask.")
    return text.format(who=_person(meeting))


def _person(meeting: Meeting) -> str:
    one = meeting.the_person
    return called(meeting, one) if one else plain(meeting.person.called) or _("the person")


def _goal_line(meeting: Meeting, goal: Goal) -> Content:
    mark = "  ◇" if meeting.goal(goal.parent) else "◆"
    by = _(" (by {by})").format(by=plain(when(goal.by))) if goal.by else ""
    agreed = "  ✓ " + _("gone through together") if goal.id in confirmed(meeting) else ""
    return Content.assemble((f"{mark} {plain(goal.text)}{by}", "bold"), agreed)


def _who_line(meeting: Meeting, one: Participant | None, actions: Collection[Action]) -> Content:
    """The name as a heading; an actor without any action is a question in words."""
    if one is None:
        return Content.styled(_("Nobody does it yet"), "bold $warning")
    away = f" – {presence_word(one.presence)}" if is_absent(meeting, one.id) else ""
    name = Content.styled(f"{plain(described(one))}{away}", "bold")
    return name if actions else Content.assemble(name, ("  ⚑ " + _("has no action yet"), "bold $warning"))


def _under_goal(meeting: Meeting, actions: Collection[Action]) -> Iterator[Line]:
    for action in actions:
        one = meeting.participant(action.who)
        who = (one.name or role_of(one)) if one else ""
        # A missing goal shows by where the action stands.
        yield f"actions {action.id}", _action_line(meeting, action, (who, ""), {Gap.NO_GOAL})


def _action_line(meeting: Meeting, action: Action, ends: tuple[str, str], told: Collection[Gap]) -> Content:
    """What, and beneath it the facts between two ``ends``; then in words the gaps that are not ``told`` elsewhere."""
    first, last = ends
    facts = (first, when(action.when), action.how_often, action.where, last, _(STATUSES[action.status]))
    parts = " · ".join(plain(part) for part in facts if part)
    return Content.assemble(f"   {plain(action.what)}\n      {parts}", *_flags(meeting, action, told))


def _flags(meeting: Meeting, action: Action, told: Collection[Gap]) -> Iterator[tuple[str, str]]:
    found = [gap for gap in gaps(meeting, action) if gap not in told]
    for words in gap_words(meeting, action.who, found):
        yield f"  ⚑ {plain(words)}", "bold $warning"
    if is_unasked(meeting, action):
        yield "\n      " + _("Do you have the strength for this?"), "bold"
    elif is_promised(meeting, action) and Gap.TOO_MUCH not in found:
        yield "  ✓ " + _("manages it"), ""
