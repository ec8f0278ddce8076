"""What one line says, as the cells of a row: an action with who and when, a goal, a word with its answer, a quote.

Nothing here guesses: who is not clear, or which day, is left open, and the words stay where they were written. A line
that says anything at all fills its row's first cell, so that no line is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial

from sip_tui.meeting.content.plan import goal_tree, is_main_goal
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.enums import Horizon
from sip_tui.meeting.model.meeting import Goal, Meeting
from sip_tui.meeting.notes.linked_rows import sync_rows
from sip_tui.meeting.notes.pads import TaggedLine, pad_id, write_pad
from sip_tui.parsing.action_line import LONGEST, parse_action_line
from sip_tui.parsing.participant_names import ParsedAction, name_table, parse_owner
from sip_tui.swedish.dates.formatting import local
from sip_tui.swedish.dates.line_scanner import LineTime, find_when
from sip_tui.swedish.dates.parser import TimeKind, read_when, stored_text

_LONGEST_NAME = 80

_MARKS = "\"”“„»«'’‘›‹"
_QUOTED = re.compile(rf"(?P<opens>[{_MARKS}])(?P<text>.+)(?P<closes>[{_MARKS}])[.,]?")
_IN_BRACKETS = re.compile(r"(?P<text>.*\S)\s*\((?P<name>[^()]+)\)")
_SAID = re.compile(r"(?P<text>.*?[^\s,]),?\s+(?:sa|sade|säger|said|says)\s+(?P<name>.+)", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?:allra )?senast|till|tills|fram till|innan|före|under|inom|inför|om|i|på|vid|den|v\.?|vecka)\s?\S.*|\d.*"
    r"|(?:nästa|hösten|våren|vintern|sommaren)\b.*",
    re.IGNORECASE,
)
"""How a time begins by which a goal is to be reached; a bare "jul" belongs to the goal: "fira jul"."""
_WITHIN = re.compile(r"(?:i veckan|i månaden|om dagen|per (?:dag|vecka|månad)|på natten|på kvällen)\.?", re.IGNORECASE)
"""How often something is, and no time to be ready by."""
_SO_MANY = re.compile(r"\b(?:en|ett|två|tre|fyra|fem|[0-9]+) [^\W\d]+$", re.IGNORECASE)
"""So many of something at the end of what is done: "läser en bok" in the week is how often."""
_FOR_GOAL = re.compile(
    r"(?P<text>.*\S)\s*(?:→|[-=]+>)\s*(?:#?(?:mål|delmål|goal|subgoal)\s*(?P<number>\d{1,2}|ett|två|tre|fyra|fem)|(?P<words>[^→>]+))\.?",
    re.IGNORECASE,
)
"""An action with its goal behind an arrow; goals count in the order of the plan."""
_NUMBERS = ("ett", "två", "tre", "fyra", "fem")
_LASTING = frozenset({TimeKind.REPEATED, TimeKind.OPEN})
"""Times that say how something is done, and not by when."""

_ANSWERED = re.compile(r"\S\s*(?:=|→|[-=]+>)\s*\S")

Cells = dict[str, str]
"""Field → value; a cell that the line says nothing about is empty."""


def write_notes(
    meeting: Meeting, phase: str, seat: str, text: str, context: EditContext, today: date
) -> tuple[Edit, ...]:
    """Write the whole text of a pad, and the rows that its tagged lines are: both reach the disk, or neither does."""
    read = partial(parse_tagged_line, today=today, phase=phase)
    rows = sync_rows(meeting, pad_id(phase, seat), text, context, read)
    return (*write_pad(meeting, phase, seat, text), *rows)


def parse_tagged_line(meeting: Meeting, line: TaggedLine, *, today: date, phase: str = "") -> Cells:
    """Read a tagged line.

    Args:
        meeting: Who can be named, and which main goals there are.
        line: A line with something after its tag.
        today: The day it was written, where the meeting is.
        phase: The phase that the line was written in.

    Returns:
        The cells of its row; every line with the same tag has the same cells.
    """
    cells = _READERS[line.key](meeting, line.rest, today)
    return {**cells, "phase": phase} if line.key == "term" else cells


def meeting_day(meeting: Meeting, now: datetime) -> date:
    """Give the day that "på fredag" counts from: when the meeting was opened, or was to start, if that has been."""
    opened = [event.at for event in meeting.events if event.kind == "open" and event.at]
    start = meeting.about.start
    at = max(opened, default=start if start and start <= now else now)
    return local(min(at, now)).date()


def action_cells(read: ParsedAction, today: date) -> Cells:
    """The cells of an action: what, who, and when or how often."""
    is_rate = _WITHIN.fullmatch(read.when_text) and _SO_MANY.search(read.what)
    time = {"when": "", "how_often": read.when_text} if is_rate else _time(read.when_text, today)
    return {"what": read.what, "who": read.who, **time}


def _time(phrase: str, today: date) -> Cells:
    """A time that comes back is how often; what cannot be read stays as it was written."""
    when = read_when(phrase, today)
    if when.kind is TimeKind.REPEATED:
        return {"when": "", "how_often": phrase}
    return {"when": phrase if when.kind is TimeKind.ASK else stored_text(when), "how_often": ""}


def _action(meeting: Meeting, rest: str, today: date) -> Cells:
    goal, text = goal_of_action(meeting, rest)
    cells = action_cells(parse_action_line(meeting, text, today), today) | {"goal": goal}
    return cells if cells["what"] else {**dict.fromkeys(cells, ""), "what": rest}


def goal_of_action(meeting: Meeting, rest: str) -> tuple[str, str]:
    """Find the goal that an action is for, "→ mål 2" or "→ sova bättre" at the end, and what is left of the line."""
    found = _FOR_GOAL.fullmatch(rest)
    if found is None:
        return "", rest
    goals = [goal for goal, _depth in goal_tree(meeting) if goal.text.strip()]
    if found["number"]:
        at = _goal_number(found["number"]) - 1
        meant = goals[at : at + 1]
    else:
        meant = [goal for goal in goals if _means(found["words"], goal)]
    return (meant[0].id, found["text"]) if len(meant) == 1 else ("", rest)


def _goal_number(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMBERS.index(text.casefold()) + 1


def _goal(_meeting: Meeting, rest: str, today: date) -> Cells:
    text, by = _by_when(rest, today)
    return {"text": text, "horizon": Horizon.LONG.value, "parent": "", "by": by}


def _subgoal(meeting: Meeting, rest: str, today: date) -> Cells:
    parent, left = _parent(meeting, rest)
    text, by = _by_when(left, today)
    return {"text": text, "horizon": Horizon.SHORT.value, "parent": parent, "by": by}


def _by_when(rest: str, today: date) -> tuple[str, str]:
    """Take off a goal the time to be ready by; a goal that begins with it keeps its words."""
    found = find_when(rest, today) if len(rest) <= LONGEST else LineTime(rest)
    when = read_when(found.when, today)
    if _WITHIN.fullmatch(found.when):
        return rest, ""
    if not found.rest or when.kind in _LASTING or when.starts or not _BY.fullmatch(found.when):
        return rest, ""
    return rest if found.fronted else found.rest, found.when if when.kind is TimeKind.ASK else stored_text(when)


def _parent(meeting: Meeting, rest: str) -> tuple[str, str]:
    """Find the main goal that a subgoal is for, and what is left of the line when it has been named.

    It is named before a colon or in brackets at the end, by some of its words, or somewhere by all of them. Else it is
    the last one: that is what they are talking about.
    """
    mains = [goal for goal in meeting.goals if is_main_goal(meeting, goal) and goal.text.strip()]
    for name, text in _named_apart(rest):
        meant = [goal for goal in mains if _means(name, goal)]
        if len(meant) == 1:
            return meant[0].id, text
    whole = [goal.id for goal in mains if goal.text.casefold() in rest.casefold()]
    return next(reversed(whole or [goal.id for goal in mains]), ""), rest


def _named_apart(rest: str) -> Iterator[tuple[str, str]]:
    head, _colon, tail = rest.partition(":")
    if tail.strip():
        yield head, tail.strip()
    if found := _IN_BRACKETS.fullmatch(rest):
        yield found["name"], found["text"]


def _means(name: str, goal: Goal) -> bool:
    """True when every word of the name begins a word of the goal."""
    words = goal.text.casefold().split()
    parts = name.casefold().split()
    return len("".join(parts)) > 2 and all(any(word.startswith(part) for word in words) for part in parts)


def _term(meeting: Meeting, rest: str, _today: date) -> Cells:
    """A word, and with "=" or ":" what it means; in brackets, or after "sa", who used it."""
    word, answer = _halves(rest)
    for pattern in (_IN_BRACKETS, _SAID):
        found = pattern.fullmatch(word)
        if found and (who := _who(meeting, found["name"])):
            return {"term": found["text"], "raised_by": who, "answer": answer}
    return {"term": word, "raised_by": "", "answer": answer}


def _halves(rest: str) -> tuple[str, str]:
    at = min((place for mark in "=:" if (place := rest.find(mark)) > 0), default=0)
    return (rest[:at].strip(), rest[at + 1 :].strip()) if at else (rest, "")


def _quote(meeting: Meeting, rest: str, _today: date) -> Cells:
    """Somebody's own words; nearly always they are the person's."""
    person = meeting.person_participant
    who, text = _speaker(meeting, rest)
    return {"text": _unquoted(text), "who": who or (person.id if person else "")}


def _unquoted(text: str) -> str:
    """Take off the marks around the whole; marks that are opened or closed within it stay."""
    found = _QUOTED.fullmatch(text)
    inner = found["text"].strip() if found else ""
    return inner if found and inner and not {found["opens"], found["closes"]} & set(inner) else text


def _parked(meeting: Meeting, rest: str, _today: date) -> Cells:
    who, text = _speaker(meeting, rest)
    return {"text": text, "said_by": who}


def _question(_meeting: Meeting, rest: str, _today: date) -> Cells:
    """A question, and behind "=" or an arrow its answer."""
    text, _sign, answer = (
        re.split(r"\s*(=|→|[-=]+>)\s*", rest, maxsplit=1) if _ANSWERED.search(rest) else (rest, "", "")
    )
    return {"text": text.strip(), "answer": answer.strip()} if text.strip() else {"text": rest, "answer": ""}


def _next_meeting(_meeting: Meeting, rest: str, today: date) -> Cells:
    """When they meet again; a time that cannot be read, or that has more with it, stays as it was written."""
    when = read_when(rest, today) if len(rest) <= LONGEST else None
    return {"follow_up": rest if when is None or when.kind is TimeKind.ASK else stored_text(when)}


def _coordinator(meeting: Meeting, rest: str, _today: date) -> Cells:
    return {"coordinator": _who(meeting, rest.rstrip(". "))}


def _text(_meeting: Meeting, rest: str, _today: date) -> Cells:
    return {"text": rest}


def _speaker(meeting: Meeting, rest: str) -> tuple[str, str]:
    """Who begins the line, "Anna: …", and what is left; nobody when the name is not recognised."""
    name, _colon, text = rest.partition(":")
    who = _who(meeting, name) if text.strip() else ""
    return (who, text.strip()) if who else ("", rest)


def _who(meeting: Meeting, name: str) -> str:
    """The one participant that a name means, or a role, or an organisation; empty when it means none or two."""
    if len(name) > _LONGEST_NAME:
        return ""
    found = parse_owner(name, name_table(meeting))
    return "" if found.what else found.who


_READERS: Mapping[str, Callable[[Meeting, str, date], Cells]] = {
    "action": _action,
    "goal": _goal,
    "subgoal": _subgoal,
    "decision": _text,
    "term": _term,
    "quote": _quote,
    "disagreement": _text,
    "park": _parked,
    "info": _text,
    "question": _question,
    "meeting": _next_meeting,
    "coordinator": _coordinator,
}
"""Tag → what reads its lines."""
