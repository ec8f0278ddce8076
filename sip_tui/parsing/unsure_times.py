"""Times of a line that may not be when its deed is done: "helst fredag", "inom 3 dagar efter hemgång", "v 6, sen …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sip_tui.parsing.owner_row import bare
from sip_tui.parsing.participant_names import People, parse_owner
from sip_tui.parsing.time_spots import Spot
from sip_tui.swedish import words as table
from sip_tui.swedish.dates.no_time import is_verb
from sip_tui.swedish.dates.vocabulary import NUMBERS
from sip_tui.swedish.grammar.clause import infinitive

_LOOSE = " \t,;:–—-→|()."
_UNTIL = re.compile(r"(?:fram )?till?s?\b|t\.? ?o\.? ?m", re.IGNORECASE)
SOME_DAYS = re.compile(r"\w+dagar\b", re.IGNORECASE)
"""So many days after a number: "tre torsdagar i mars"."""
_COUNTED = re.compile(r"(?:inom |om |senast )?\w+ (?:d|dgr|dag|v|veck|mån)", re.IGNORECASE)
"""So long: "inom 3 dagar", before "efter hemgång"."""
RELATIVE = frozenset({"efter", "innan", "före"})
_EARLIER = (["innan"], ["före"])
_BARE_DAY = re.compile(r"(?:den )?\d|(?:mån|tis|ons|tor|fre|lör|sön)", re.IGNORECASE)
"""A day that tells when the event before it is: "innan hemgång torsdag"."""


_SO_MANY = re.compile(r"\w+ ?(?:lektion|lekt|pass|samtal|träff|besök|timm|tim\b|h\b|min)", re.IGNORECASE)


def is_unsure(words: Sequence[str], clause: Sequence[str], spot: Spot, people: People) -> bool:
    """True for a time after "helst", of what one is reminded of, or of what is not to be: "inget möte v 51, …"."""
    low = [word.casefold().strip(_LOOSE) for word in clause]
    called_off = not table("line_check", "called_off").isdisjoint(low)
    if called_off and parse_owner(" ".join(words[spot.end :]), people).who:
        return True
    if _is_then(words, spot) or (_UNTIL.match(spot.text) and _lasts_until(low, words[spot.end :])):
        return True
    return _is_object(words, spot) or _is_told_by_event(words, low, spot) or _is_hedged(low, spot)


def _is_object(words: Sequence[str], spot: Spot) -> bool:
    """True for so many of something a day that a verb has as its object: "väljer två lektioner/dag"."""
    return bool(_SO_MANY.match(spot.text)) and spot.start > 0 and is_verb(words[spot.start - 1])


def _is_told_by_event(words: Sequence[str], low: Sequence[str], spot: Spot) -> bool:
    """True for a time that an event has a part in: "inom 3 dagar efter hemgång", "innan hemgång torsdag"."""
    after = bare(words[spot.end]) if spot.end < len(words) else ""
    return bool(
        (_COUNTED.match(spot.text) and after in RELATIVE)
        or (low[-2:-1] in _EARLIER and _BARE_DAY.match(spot.text))
        or (low and (low[-1] in NUMBERS or low[-1].isdecimal()) and SOME_DAYS.match(spot.text))
    )


def _is_hedged(low: Sequence[str], spot: Spot) -> bool:
    each, last = table("line_check", "each"), (low or [""])[-1]
    reminds = "påminner" in low and "att" in low and not spot.text.casefold().startswith(tuple(each))
    ends = low[-2:] in (["sista", "dag"], ["o", "med"])
    return reminds or ends or last in each or last in table("line_check", "hedges")


def _is_then(words: Sequence[str], spot: Spot) -> bool:
    """True for a time before a comma and another thing that comes then: "v 6-7, sen taxi"."""
    is_last = words[spot.end - 1].endswith((",", ";"))
    return is_last and bare(" ".join(words[spot.end : spot.end + 1])) in {"sen", "sedan", "därefter"}


def _lasts_until(clause: Sequence[str], after: Sequence[str]) -> bool:
    """True for a day that something lasts to, by its verb, or because another thing comes then: "t.o.m. maj, sen …"."""
    then = {bare(word) for word in after}
    return not then.isdisjoint(table("line_check", "turns")) or any(map(_goes_on_until, clause))


def _goes_on_until(word: str) -> bool:
    """True for what is done to last or to be later, "förlängs", "skjuts": the day after it is no day of the deed."""
    return bool({infinitive(word), infinitive(word.removesuffix("s"))} & table("line_check", "lasts"))
