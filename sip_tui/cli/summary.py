"""A meeting on one screen, in words: what, when, who is here and who is not, the plan, and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from shutil import get_terminal_size
from textwrap import wrap

from sip_tui.cli.output import escape_invisible
from sip_tui.cli.situation import decided_lines, situation_lines
from sip_tui.i18n.translation import N_, _, language, ngettext
from sip_tui.meeting.content.plan import ActionGap, action_gaps, actions_for_goal, goal_tree
from sip_tui.meeting.guidance.open_items import OpenItems, find_open_items
from sip_tui.meeting.guidance.wrap_up import coordinator
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Participant
from sip_tui.meeting.people.attendance import roll_call
from sip_tui.phrasing.wording import display_name, gap_words, join_words, name_or_role, name_with_role, presence_word
from sip_tui.swedish.dates.formatting import clock, day, spoken

WARNED = (ActionGap.NO_OWNER, ActionGap.OWNER_ABSENT, ActionGap.NO_WHEN)
"""An action without a goal stands under a heading of its own, and needs no word more."""
ENDS = {
    "person_unasked": N_("Nobody has asked {person} how it was"),
    "person_untold": N_("Nobody has said who tells {person} what was decided"),
    "coordinator": N_("Nobody keeps the plan together yet"),
    "follow_up": N_("No follow-up is booked"),
    "between": N_("Nobody has said whom {person} calls if something happens before the next meeting"),
}
"""What is open at the end of a meeting → how it is said."""
WIDEST = 120
"""Columns; a longer line is hard to read."""


def summary(meeting: Meeting) -> Iterator[str]:
    """Say the meeting line by line, as wide as the terminal."""
    head = (*_about(meeting), *_people(meeting))
    agreed = (*decided_lines(meeting), *_words(meeting))
    for lines in (head, tuple(situation_lines(meeting)), tuple(_plan(meeting)), agreed):
        yield from (part for line in lines for part in _wrapped(line))
        yield from [""] if lines else []
    yield from open_lines(meeting, _counted)


def open_lines(meeting: Meeting, say: Callable[[Meeting, OpenItems], Iterator[str]] | None = None) -> Iterator[str]:
    """Say what nobody has settled yet, action by action, or that nothing is left."""
    open_ = find_open_items(meeting)
    if not open_:
        yield _("Nothing is left open.")
        return
    yield _("Still open")
    for line in (*(say or _named)(meeting, open_), *_others(meeting, open_)):
        yield from _wrapped(f"  ! {line}")


def _named(meeting: Meeting, open_: OpenItems) -> Iterator[str]:
    for one in open_.without_owner:
        yield _("Nobody does it: {what}").format(what=one.what)
    for one in open_.owner_absent:
        owner = meeting.participant(one.who)
        yield _("{name} is not here to promise it: {what}").format(
            name=name_or_role(owner) if owner else "", what=one.what
        )
    for one in open_.without_when:
        yield _("Nobody has said when: {what}").format(what=one.what)


def _counted(_meeting: Meeting, open_: OpenItems) -> Iterator[str]:
    """Only how many: the actions themselves stand above, each with what it lacks."""
    if count := len(open_.without_owner):
        yield ngettext("{count} action that nobody does", "{count} actions that nobody does", count).format(count=count)
    if count := len(open_.owner_absent):
        yield ngettext(
            "{count} action whose owner is not here", "{count} actions whose owner is not here", count
        ).format(count=count)
    if count := len(open_.without_when):
        yield ngettext("{count} action without a time", "{count} actions without a time", count).format(count=count)


def _others(meeting: Meeting, open_: OpenItems) -> Iterator[str]:
    if open_.not_called:
        yield _("Not called in the roll call: {names}").format(names=_names(open_.not_called))
    if open_.terms:
        yield _("Words that nobody has explained: {words}").format(words=join_words([one.term for one in open_.terms]))
    if count := len(open_.questions):
        yield ngettext("{count} question without an answer", "{count} questions without an answer", count).format(
            count=count
        )
    yield from (_(text).format(person=_person(meeting)) for name, text in ENDS.items() if getattr(open_, name))


def _person(meeting: Meeting) -> str:
    one = meeting.person_participant
    return display_name(meeting, one) if one else meeting.person.called or _("the person")


def _about(meeting: Meeting) -> Iterator[str]:
    about = meeting.about
    length = ngettext("{count} minute", "{count} minutes", about.minutes).format(count=about.minutes)
    yield about.title or about.type
    yield " · ".join(part for part in (about.type, _start(meeting), length, about.place) if part)
    if about.purpose:
        yield _("Purpose: {text}").format(text=about.purpose)
    if about.follow_up:
        again = (spoken(about.follow_up, language()), meeting.between.place.strip())
        yield _("Follow-up: {when}").format(when=", ".join(part for part in again if part))
    if one := coordinator(meeting):
        yield _("Keeps the plan together: {name}").format(name=name_with_role(one))


def _start(meeting: Meeting) -> str:
    at = meeting.about.start
    return _("{day} at {time}").format(day=day(at, language()), time=clock(at, language())) if at else ""


def _people(meeting: Meeting) -> Iterator[str]:
    call = roll_call(meeting)
    away = [*call.late, *call.excused, *call.missing, *call.left]
    groups = (
        (_("Here: {people}"), [name_with_role(one) for one in call.here]),
        (_("Not here: {people}"), [f"{name_with_role(one)}, {presence_word(one.presence)}" for one in away]),
        (_("Not called yet: {people}"), [name_with_role(one) for one in call.not_called]),
    )
    yield from (title.format(people="; ".join(people)) for title, people in groups if people)


def _plan(meeting: Meeting) -> Iterator[str]:
    for goal, depth in goal_tree(meeting):
        yield from _goal(meeting, goal, "  " * depth)
    if loose := actions_for_goal(meeting, ""):
        yield _("Actions without a goal")
        yield from (f"  {_action(meeting, one)}" for one in loose)


def _goal(meeting: Meeting, goal: Goal, indent: str) -> Iterator[str]:
    by = _(" (by {day})").format(day=spoken(goal.by, language())) if goal.by else ""
    yield indent + _("Goal: {text}").format(text=goal.text) + by
    for one in actions_for_goal(meeting, goal.id):
        yield f"{indent}  {_action(meeting, one)}"


def _action(meeting: Meeting, action: Action) -> str:
    owner = meeting.participant(action.who)
    who = name_or_role(owner) if owner else ""
    parts = (action.what, who, spoken(action.when, language()), action.how_often, action.where)
    lacks = gap_words(meeting, action.who, [gap for gap in action_gaps(meeting, action) if gap in WARNED])
    return "- " + " · ".join(part for part in parts if part) + (f"  ! {join_words(lacks)}" if lacks else "")


def _words(meeting: Meeting) -> Iterator[str]:
    if said := [one.term for one in meeting.terms if one.answer]:
        yield _("Words explained: {words}").format(words=", ".join(said))


def _names(people: Sequence[Participant]) -> str:
    return join_words([name_or_role(one) for one in people])


def _wrapped(line: str) -> list[str]:
    """Break a line where the terminal ends; what follows is indented a little more than it."""
    line = escape_invisible(line)
    indent = line[: len(line) - len(line.lstrip())]
    width = min(get_terminal_size((80, 24)).columns, WIDEST)
    lines = wrap(line.strip(), width, initial_indent=indent, subsequent_indent=indent + "    ", break_on_hyphens=False)
    return lines or [""]
