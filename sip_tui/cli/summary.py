"""A meeting as one page of text: header, participants, situation, plan, and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from shutil import get_terminal_size
from textwrap import wrap

from sip_tui.cli.console import escape_invisible
from sip_tui.i18n.translation import N_, _, language, ngettext
from sip_tui.meeting.content.plan import TIME_GAPS, ActionGap, action_gaps, actions_for_goal, goal_tree, is_to_be_asked
from sip_tui.meeting.content.situation import WORKS_SLOTS, account_of, filled_slots
from sip_tui.meeting.guidance.phase_guard import OpenItems, find_open_items
from sip_tui.meeting.guidance.wrap_up import coordinator
from sip_tui.meeting.log.projection import conflicts
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Ongoing, Participant
from sip_tui.meeting.people.attendance import in_round_order, roll_call
from sip_tui.meeting.people.consent import is_barred
from sip_tui.meeting.time.agenda import is_opened
from sip_tui.minutes.document import plain
from sip_tui.minutes.sections.plan import to_do
from sip_tui.phrasing.change_messages import conflict_sentence, waiting_sentences
from sip_tui.phrasing.deadlines import deadline_words
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import (
    display_name,
    gap_words,
    join_words,
    name_or_role,
    name_with_role,
    presence_word,
    slot_line,
)
from sip_tui.swedish.dates.formatting import clock, day, spoken

SHOWN_GAPS = (ActionGap.NO_OWNER, ActionGap.OWNER_ABSENT, *TIME_GAPS)
"""An action without a goal stands under a heading of its own."""
OPEN_ENDS = {
    "person_unasked": N_("Nobody has asked {person} how the meeting was"),
    "person_uninformed": N_("Nobody has said who will tell {person} what was decided"),
    "coordinator": N_("Nobody coordinates the plan yet"),
    "follow_up": N_("No follow-up is booked"),
    "between": N_("Nobody has said who {person} should call if something happens before the next meeting"),
}
"""Field of OpenItems → its sentence."""
MAX_WIDTH = 120
"""Columns."""


def summary(meeting: Meeting) -> Iterator[str]:
    """Yield the page line by line, wrapped to the terminal."""
    head = (*_about(meeting), *_people(meeting))
    agreed = (*_decided(meeting), *_explained_terms(meeting))
    for lines in (head, tuple(_situation(meeting)), tuple(_plan(meeting)), agreed):
        yield from (part for line in lines for part in _wrapped(line))
        yield from [""] if lines else []
    yield from open_lines(meeting, _open_action_counts)


def conflict_lines(meeting: Meeting) -> Iterator[str]:
    """Yield what two people wrote at once and nobody has looked at, and what was typed and stands nowhere."""
    for sentence in waiting_sentences(meeting):
        yield from _wrapped(sentence)
    for conflict in conflicts(meeting):
        yield from _wrapped(conflict_sentence(meeting, conflict))


def open_lines(
    meeting: Meeting, action_lines: Callable[[Meeting, OpenItems], Iterator[str]] | None = None
) -> Iterator[str]:
    """Yield what is not settled, or that nothing is left.

    Args:
        meeting: The meeting.
        action_lines: How to report incomplete actions; each by itself when left out.
    """
    open_ = find_open_items(meeting)
    if not open_:
        yield _("Nothing is left open.")
        return
    yield _("Still to be dealt with")
    for line in (*(action_lines or _open_actions)(meeting, open_), *_other_open_ends(meeting, open_)):
        yield from _wrapped(f"  ! {line}")


def _open_actions(meeting: Meeting, open_: OpenItems) -> Iterator[str]:
    for action in open_.without_owner:
        yield _("Nobody has taken this on: {what}").format(what=action.what)
    for action in open_.without_person:
        yield _("Say who does it: {what}").format(what=action.what)
    for action in open_.owner_absent:
        owner = _name(meeting, action.who)
        yield _("{name} is not here and has not taken it on: {what}").format(name=owner, what=action.what)
    for action in open_.without_when:
        yield _("Nobody has said when: {what}").format(what=action.what)
    for action in open_.unclear_when:
        yield _("Not clear when: {what}").format(what=action.what)
    for action in open_.past_when:
        yield _("The time has already passed: {what}").format(what=action.what)


def _open_action_counts(_meeting: Meeting, open_: OpenItems) -> Iterator[str]:
    if count := len(open_.without_owner):
        yield ngettext(
            "{count} action that nobody has taken on", "{count} actions that nobody has taken on", count
        ).format(count=count)
    if count := len(open_.without_person):
        yield ngettext(
            "{count} action where you are to say who does it", "{count} actions where you are to say who does it", count
        ).format(count=count)
    if count := len(open_.owner_absent):
        yield ngettext(
            "{count} action whose owner is not here", "{count} actions whose owner is not here", count
        ).format(count=count)
    if count := len(open_.without_when):
        yield ngettext("{count} action without a time", "{count} actions without a time", count).format(count=count)
    if count := len(open_.unclear_when):
        yield ngettext("{count} action with an unclear time", "{count} actions with an unclear time", count).format(
            count=count
        )
    if count := len(open_.past_when):
        yield ngettext("{count} action whose time has passed", "{count} actions whose time has passed", count).format(
            count=count
        )


def _other_open_ends(meeting: Meeting, open_: OpenItems) -> Iterator[str]:
    if open_.not_called:
        names = join_words([name_or_role(participant) for participant in open_.not_called])
        yield _("Not ticked under Who is here: {names}").format(names=names)
    if open_.terms:
        words = join_words([term.term for term in open_.terms])
        yield _("Hard words that nobody has explained: {words}").format(words=words)
    if open_.unreviewed:
        yield _("Not yet reviewed from last time: {what}").format(what=_counted(open_.unreviewed))
    if count := len(open_.questions):
        yield ngettext("{count} question without an answer", "{count} questions without an answer", count).format(
            count=count
        )
    person = _person(meeting)
    # Nobody can have been asked how a meeting was before it has begun.
    ends = [field for field in OPEN_ENDS if is_opened(meeting) or field != "person_unasked"]
    yield from (_(OPEN_ENDS[field]).format(person=person) for field in ends if getattr(open_, field))


def _counted(rows: Sequence[Action | Goal]) -> str:
    """Return how many goals and actions there are: "5 goals and 1 action"."""
    actions = sum(isinstance(row, Action) for row in rows)
    goals = len(rows) - actions
    words = (
        ngettext("{count} goal", "{count} goals", goals).format(count=goals) if goals else "",
        ngettext("{count} action", "{count} actions", actions).format(count=actions) if actions else "",
    )
    return join_words([word for word in words if word])


def _person(meeting: Meeting) -> str:
    person = meeting.person_participant
    return display_name(meeting, person) if person else meeting.person.called or _("the person")


def _about(meeting: Meeting) -> Iterator[str]:
    about = meeting.about
    length = ngettext("{count} minute", "{count} minutes", about.minutes).format(count=about.minutes)
    yield about.title or about.type
    yield " · ".join(
        part for part in (about.type[:1].upper() + about.type[1:], _start(meeting), length, about.place) if part
    )
    if about.purpose:
        yield _("Purpose: {text}").format(text=about.purpose)
    if about.follow_up:
        again = (spoken(about.follow_up, language()), meeting.between.place.strip())
        yield _("Follow-up: {when}").format(when=", ".join(part for part in again if part))
    if keeper := coordinator(meeting):
        yield plan_words(meeting, N_("Coordinates the plan: {name}")).format(name=name_with_role(keeper))


def _start(meeting: Meeting) -> str:
    at = meeting.about.start
    return _("{day} at {time}").format(day=day(at, language()), time=clock(at, language())) if at else ""


def _people(meeting: Meeting) -> Iterator[str]:
    call, opened = roll_call(meeting), is_opened(meeting)
    here = _("Here: {people}") if opened else _("Will be there: {people}")
    away = _("Not here: {people}") if opened else _("Not coming, or not certain: {people}")
    groups: tuple[tuple[str, Sequence[Participant]], ...] = (
        (here, call.here),
        (away, [*call.late, *call.excused, *call.missing, *call.left]),
        (_("Still to tick under Who is here: {people}"), call.not_called),
    )
    absent = groups[1][1]
    for title, participants in groups:
        described = [
            f"{name_with_role(participant)}, {presence_word(participant.presence)}"
            if participant in absent
            else name_with_role(participant)
            for participant in participants
        ]
        if described:
            yield title.format(people="; ".join(described))


def _situation(meeting: Meeting) -> Iterator[str]:
    """Yield what matters most, strengths, every account and ongoing help; the person's own words first."""
    if text := meeting.person.matters.strip():
        yield _("What matters most: {text}").format(text=text)
    if text := meeting.person.strengths.strip():
        yield _("Good at: {text}").format(text=text)
    for participant in in_round_order(meeting):
        if written := filled_slots(account_of(meeting, participant.id)):
            yield name_or_role(participant)
            yield from (f"  {line}" for line in _slot_lines(written))
    if meeting.ongoing:
        yield _("Current help")
        yield from (f"  - {_service(meeting, service)}" for service in meeting.ongoing)


def _service(meeting: Meeting, service: Ongoing) -> str:
    written = {slot: text for slot in WORKS_SLOTS if (text := getattr(service, slot)).strip()}
    return " · ".join(part for part in (service.what, _name(meeting, service.who), *_slot_lines(written)) if part)


def _slot_lines(written: Mapping[str, str]) -> list[str]:
    return [slot_line(slot, text) for slot, text in written.items()]


def _plan(meeting: Meeting) -> Iterator[str]:
    for goal, depth in goal_tree(meeting):
        yield from _goal(meeting, goal, "  " * depth)
    if loose := actions_for_goal(meeting, ""):
        yield _("Other actions")
        yield from (f"  {_action(meeting, action)}" for action in loose)


def _goal(meeting: Meeting, goal: Goal, indent: str) -> Iterator[str]:
    by = deadline_words(spoken(goal.by, language()))
    named = _("Subgoal: {text}") if indent else _("Goal: {text}")
    yield indent + named.format(text=goal.text) + by
    for action in actions_for_goal(meeting, goal.id):
        yield f"{indent}  {_action(meeting, action)}"


def _action(meeting: Meeting, action: Action) -> str:
    when = spoken(action.when, language())
    what, who = _task(meeting, action)
    parts = (what, who, when, action.how_often, action.where)
    lacks = gap_words(meeting, action, [gap for gap in action_gaps(meeting, action) if gap in SHOWN_GAPS])
    return "- " + " · ".join(part for part in parts if part) + (f"  ! {'; '.join(lacks)}" if lacks else "")


def _task(meeting: Meeting, action: Action) -> tuple[str, str]:
    """Return what is done and by whom; of one who was not there, what they are asked to do and that they are asked."""
    who = "" if is_barred(meeting, action) else _name(meeting, action.who)
    if not who or not is_to_be_asked(meeting, action) or not (action.since or is_opened(meeting)):
        return action.what, who
    sentence = _("{who} was to be asked") if action.since else _("{who} will be asked")
    return plain(to_do(action.what)), sentence.format(who=who)


def _decided(meeting: Meeting) -> Iterator[str]:
    """Yield quotes, decisions that are no actions, and information."""
    for quote in meeting.quotes:
        who, words = _name(meeting, quote.who), _("“{text}”").format(text=quote.text)
        yield f"{who}: {words}" if who else words
    yield from (_("Decided: {text}").format(text=resolution.text) for resolution in meeting.resolutions)
    yield from (_("Good to know: {text}").format(text=information.text) for information in meeting.information)


def _explained_terms(meeting: Meeting) -> Iterator[str]:
    if explained := [term.term for term in meeting.terms if term.answer]:
        yield _("Hard words explained: {words}").format(words=", ".join(explained))


def _name(meeting: Meeting, row: str) -> str:
    participant = meeting.participant(row)
    return name_or_role(participant) if participant else ""


def _wrapped(line: str) -> list[str]:
    """Wrap a line at the terminal's width; continuation lines are indented four columns more."""
    line = escape_invisible(line)
    indent = line[: len(line) - len(line.lstrip())]
    width = min(get_terminal_size((80, 24)).columns, MAX_WIDTH)
    lines = wrap(line.strip(), width, initial_indent=indent, subsequent_indent=indent + "    ", break_on_hyphens=False)
    return lines or [""]
