"""The last check of an action's line: every time and everybody in it is used, is a part of the deed, or is asked about.

A question is cheap, and a wrong owner or day is not. What two readings are possible of keeps its words where they were
written, and its row carries the question: no owner but those whom it may be, and the time with a question mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sip_tui.parsing.line_doers import is_away, others_who_act, stranger_acts
from sip_tui.parsing.line_times import (
    doer_of_own_time,
    is_before_other,
    is_of_another_deed,
    is_of_deed,
    is_of_first_clause,
    names_event,
)
from sip_tui.parsing.owner_row import asked, bare, spelled
from sip_tui.parsing.participant_names import ParsedAction, People, misspelt_owner, parse_owner
from sip_tui.parsing.time_spots import Spot, times_in
from sip_tui.swedish.dates.parser import TimeKind, read_when

_TIGHT = re.compile(r"(?<=[^\W\d_])([,;])(?=[^\W\d_])")
"""A comma without its blank: "ändrar waran,prov tas mån"."""
_ANSWERED = re.compile(r"\? (?:nej|eller)\b", re.IGNORECASE)
"""A question, and then another answer: "gör Liv det? nej, Hans"."""
_DAYS = frozenset({TimeKind.DAY, TimeKind.MOMENT, TimeKind.SPAN})
_NOBODYS = frozenset({TimeKind.NEXT_MEETING, TimeKind.OPEN})
"""Times that are the same for everybody: "till nästa SIP", "vid behov"."""
_NEAR_BEGINNING = 3
"""Words in which the one who does it is named."""
Reader = Callable[[str], ParsedAction]
"""Reads who does what in a line that has its times in it."""


def checked(line: str, read: ParsedAction, today: date, people: People, doing: Reader) -> ParsedAction:
    """Return the reading, with a question for what the line leaves unclear.

    Args:
        line: What was typed, without its marker.
        read: How it was read.
        today: The day it was written.
        people: Who can be named.
        doing: Reads a line whose times stay where they are.
    """
    apart = _TIGHT.sub(r"\1 ", line)
    words = apart.split()
    spots = list(times_in(words, today, people))
    read = _with_everybody(line, apart, read, people, doer_of_own_time(words, spots, people))
    spot = _asked_about(words, spots, read, today, people)
    if spot is None:
        return read
    if _ends_own_clause(words, spots, read, today, people):
        sign = "," if words[spot.end - 1].endswith((",", ";")) else ""
        rest = doing(f"{' '.join(words[: spot.start])}{sign} {' '.join(words[spot.end :])}")
        return replace(rest, when_text=spot.text) if rest.who == read.who else read
    whole = doing(line)
    what = whole.what if whole.who == read.who else read.what
    return replace(read, what=what, when_text=f"{_with_next(spot, spots).rstrip('?')}?")


def _with_next(spot: Spot, spots: Sequence[Spot]) -> str:
    """The words of a time with those of the one beside it: "efter mötet den 3/12"."""
    after = next((other.text for other in spots if other.start == spot.end), "")
    return f"{spot.text} {after}".strip()


def _ends_own_clause(
    words: Sequence[str], spots: Sequence[Spot], read: ParsedAction, today: date, people: People
) -> bool:
    """True for the one time of a line, which ends what its owner does: "pratar med klassen imorgon, utan Liv"."""
    alone = not read.when_text and bool(read.who) and len(spots) == 1
    ends = alone and is_before_other(words, spots[0]) and is_of_first_clause(words, spots[0])
    return (
        ends and read_when(spots[0].text, today).kind in _DAYS and not is_of_another_deed(words, spots[0], people, "")
    )


def _with_everybody(line: str, apart: str, read: ParsedAction, people: People, beside: str) -> ParsedAction:
    """Ask who does it where somebody else acts too; who acts comes before those who are only named."""
    first = parse_owner(apart, people)
    named = parse_owner(first.what, people).candidates if first.who else ()
    if is_away(apart, first.what, others=bool(named)):
        maybe = (read.who, *read.candidates, first.who, *named)
        return replace(asked(line, *maybe), when_text=f"{read.when_text.rstrip('?')}?" if read.when_text else "")
    if _ANSWERED.search(line):
        return replace(asked(line, read.who, *parse_owner(f"Att {line}", people).candidates), when_text=read.when_text)
    others = [row for row in (*others_who_act(apart, people, read.who), beside) if row not in ("", read.who)]
    if not (others or read.who or read.candidates):
        return replace(read, candidates=tuple(_nearly_named(apart.split()[:_NEAR_BEGINNING], people)))
    if read.who and not others and stranger_acts(apart, read.what, people):
        return replace(asked(line, read.who), when_text=read.when_text)
    if not others:
        return read
    if not read.who and {*others} & {*read.candidates}:
        return read
    if not read.who:
        return replace(read, candidates=tuple(dict.fromkeys((*others, *read.candidates))))
    return replace(asked(line, read.who, *others), when_text=read.when_text)


def _nearly_named(words: Sequence[str], people: People) -> dict[str, None]:
    """Give those whose name is nearly one of the words that begin a line: "kollegan Rolle W tar helgen"."""
    unknown = (word for word in words if word.istitle() and bare(word) not in spelled(people))
    return dict.fromkeys(row for word in unknown for row in misspelt_owner(word, people))


def _asked_about(
    words: Sequence[str], spots: Sequence[Spot], read: ParsedAction, today: date, people: People
) -> Spot | None:
    """Give the time to ask about: one that was read and may be another's, or else one that was left in the words."""
    phrase = bare(read.when_text)
    if phrase and read_when(read.when_text, today).kind is TimeKind.ASK:
        return None
    used = {spot: bool(phrase) and (bare(spot.text) in phrase or phrase in bare(spot.text)) for spot in spots}
    named = (spot for spot in spots if used[spot] and read_when(spot.text, today).kind not in _NOBODYS)
    doubted = (spot for spot in named if is_of_another_deed(words, spot, people, read.who))
    left = _left(words, used, today, people)
    return next(doubted, None) or next((spot for spot in spots if left and (used[spot] or spot in left)), None)


def _left(words: Sequence[str], used: Mapping[Spot, bool], today: date, people: People) -> list[Spot]:
    """Give the times that are neither read nor known to be a part of the deed, nor the event of a day that is."""
    dated = any(used.values())
    unread = [spot for spot, read in used.items() if not read]
    of_deed = {spot for spot in unread if is_of_deed(words, spot, today, people, is_dated=dated)}
    begins = {spot.start for spot in used if used[spot]}
    days = {spot.start for spot in of_deed}
    left = (spot for spot in used if not (used[spot] or spot in of_deed))
    return [spot for spot in left if not (spot.end in days | begins and names_event(spot, is_read=spot.end in begins))]
