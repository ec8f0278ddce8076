"""The last check of an action's line: every time and everybody in it is used, is a part of the deed, or is asked about.

A question is cheap, and a wrong owner or day is not. What two readings are possible of keeps its words where they were
written, and its row carries the question: no owner but those whom it may be, and the time with a question mark.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sip_tui.parsing.line_doers import others_who_act
from sip_tui.parsing.line_times import Spot, doer_of_own_time, is_limit, is_of_another_deed, is_of_deed, times_in
from sip_tui.parsing.owner_row import asked, bare, spelled
from sip_tui.parsing.participant_names import ParsedAction, People
from sip_tui.swedish.dates.parser import TimeKind, read_when

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
    names, words = spelled(people), line.split()
    spots = list(times_in(words, today, lambda text: bare(text) in names))
    read = _with_everybody(line, read, people, doer_of_own_time(words, spots, people))
    if not spots or (read.when_text and read_when(read.when_text, today).kind is TimeKind.ASK):
        return read
    return _with_every_time(line, read, today, people, spots, doing)


def _with_everybody(line: str, read: ParsedAction, people: People, beside: str) -> ParsedAction:
    others = (*others_who_act(line, people, read.who), beside) if read.who else ()
    if not {*others} - {"", read.who}:
        return read
    return replace(asked(line, read.who, *others), when_text=read.when_text)


def _with_every_time(
    line: str, read: ParsedAction, today: date, people: People, spots: Sequence[Spot], doing: Reader
) -> ParsedAction:
    """Ask about the time that was read where it may be another's, and about one that was left in the words."""
    words, phrase = line.split(), bare(read.when_text)
    is_used = {spot: bool(phrase) and (bare(spot.text) in phrase or phrase in bare(spot.text)) for spot in spots}
    doubted = [spot for spot in spots if is_used[spot] and is_of_another_deed(words, spot, people, read.who)]
    left = () if doubted else _left(words, spots, is_used, today, people)
    if not (doubted or left):
        return read
    if phrase and not doubted:
        return replace(read, when_text=f"{read.when_text}?")
    whole = doing(line)
    what = whole.what if whole.who == read.who else read.what
    return replace(read, what=what, when_text=f"{(doubted or left)[0].text}?")


def _left(
    words: Sequence[str], spots: Sequence[Spot], is_used: Mapping[Spot, bool], today: date, people: People
) -> list[Spot]:
    """Give the times that are neither read nor known to be a part of the deed."""
    known = {spot: is_used[spot] or is_of_deed(words, spot, today, people) for spot in spots}
    beside = {place for spot in spots if known[spot] for place in (spot.start, spot.end)}
    return [
        spot
        for spot in spots
        if not known[spot] and (is_limit(spot) or not beside & {spot.start, spot.end})
    ]
