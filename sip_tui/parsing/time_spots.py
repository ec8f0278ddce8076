"""The times of a line, wherever they stand: whatever may be one, so that none of them is lost without a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from sip_tui.parsing.owner_row import bare, spelled
from sip_tui.parsing.participant_names import People
from sip_tui.swedish import words as table
from sip_tui.swedish.dates.line_scanner import is_time, may_begin
from sip_tui.swedish.dates.no_time import IsName, line_words
from sip_tui.swedish.dates.parser import is_when

_LONGEST = 10
"""Words; a longer phrase of time has been read before."""
_LOOSE = " \t,;:–—-→|()."
_BEFORE = r"(?:på|under|i|vid|till|runt|efter|före|innan) (?!varje|nästa|kommande)|den "
"""What may stand before a time that no rule reads; what is done "efter varje besök" has no day."""
_LONGEST_UNREAD = 6


class Spot(NamedTuple):
    """A phrase of time in a line: ``words[start:end]``."""

    start: int
    end: int
    text: str


def is_name_of(people: People) -> IsName:
    """Give the test whether words are the name of somebody in the meeting."""
    names = spelled(people)
    return lambda text: bare(text) in names


def times_in(words: Sequence[str], today: date, people: People) -> Iterator[Spot]:
    """Find every phrase of time, the longest ones, wherever they stand."""
    at, is_name = 0, is_name_of(people)
    while at < len(words):
        end = _end_of_time(words, at, today, is_name) or _end_of_unread(words, at)
        goes_on = 0 < at + 1 < end and _end_of_time(words, at + 1, today, is_name) > end
        end = at if goes_on else end  # "hälsar på en gång i månaden"
        if end > at:
            yield Spot(at, end, " ".join(words[at:end]).strip(_LOOSE))
        at = max(end, at + 1)


def _end_of_time(words: Sequence[str], at: int, today: date, is_name: IsName) -> int:
    """Where the longest time ends that begins here; 0 when none does."""
    ends = range(min(len(words), at + _LONGEST), at, -1) if may_begin(words[at]) else range(0)
    whole = (end for end in ends if not _is_half(words, at, end))
    return next((end for end in whole if is_time(words[at:end], today, is_name)), 0)


def _end_of_unread(words: Sequence[str], at: int) -> int:
    """Where a time ends that no rule reads, "klart i månaden"; 0 when there is none."""
    if bare(words[at]) in table("line_check", "feasts"):
        return at + 1
    first = at + 1 if words[at].casefold() in line_words("done") else at
    found = _unread().match(" ".join(words[first : first + _LONGEST_UNREAD]))
    return first + 1 + found[0].count(" ") if found else 0


@cache
def _unread() -> re.Pattern[str]:
    """Match the times that no rule reads: "nästa besök", "i månaden", "2 v hemma 2 v borta"."""
    patterns = (f"(?:{entry})" for entry in table("line_check", "unread"))
    return re.compile(rf"(?:{_BEFORE})?(?P<time>{'|'.join(patterns)})(?![\w/-])", re.IGNORECASE)


def is_unread(spot: Spot, today: date) -> bool:
    """True for a time that no rule reads: "nästa besök", "9.40-10.00"."""
    return bool(_unread().fullmatch(spot.text)) and not is_when(spot.text, today)


def _is_half(words: Sequence[str], at: int, end: int) -> bool:
    """True where a phrase would end in the middle of one: "senast i", "fr" before "o m", "tisdag (Bo" before ")"."""
    after = words[end].casefold() if end < len(words) else ""
    last = words[end - 1].casefold()
    opened = any(word.startswith("(") for word in words[at + 1 : end]) and ")" not in "".join(words[at:end])
    return opened or last == "i" or (last in ("fr", "fr.") and after.startswith(("o", "om")))
