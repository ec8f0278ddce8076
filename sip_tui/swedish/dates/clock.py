"""Reading a time of day as people write it: "16.20", "kl 16", "halv fem", "tjugo över fyra", "kvart i sju"."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from sip_tui.swedish.dates.vocabulary import NUMBERS, single_line

HALF_DAY, DAY = 12 * 60, 24 * 60
"""Minutes."""
EARLIEST = 7 * 60
"""Minutes after midnight. Nobody leaves a meeting before seven in the morning: "halv fem" is in the afternoon."""

_LEAD = re.compile(
    r"(?:(?:går|slutar|senast|redan|cirka|ca\.?|vid|runt|omkring|ungefär|strax|före|innan|klockan|kl\.?) ?)*"
)
_DIGITS = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3])(?:[.:,](?P<minute>[0-5][0-9]))?(?: ?-?tiden)?|(?P<four>[0-9]{4})")
_COUNTS = {word: number for word, number in NUMBERS.items() if 0 < number < 30}
_NUMBER = "|".join(["[0-9]{1,2}", *sorted(_COUNTS, key=len, reverse=True)])
_WORDS = re.compile(
    rf"(?:(?:(?P<quarter>(?:en )?kvart)|(?P<count>{_NUMBER})(?: min(?:uter|ut|\.)?)?) (?P<side>över|i) )?"
    rf"(?P<half>halv )?(?P<hour>{_NUMBER})(?: ?-?tiden)?"
)


def read_clock(text: str) -> time | None:
    """Read a time of day.

    Args:
        text: What somebody wrote, in Swedish or in digits.

    Returns:
        The time, where the meeting is; None when it cannot be read. A time between one and seven is in the afternoon,
        unless it was written as the clock shows the morning: "04.20".
    """
    words = single_line(unicodedata.normalize("NFC", text)).casefold().strip(" .,;!?")
    bare = words[_LEAD.match(words).end() :]  # type: ignore[union-attr]
    return _digits(bare) or _spoken(bare)


def _digits(bare: str) -> time | None:
    found = _DIGITS.fullmatch(bare)
    if found is None:
        return None
    hour, minute = (found["four"][:2], found["four"][2:]) if found["four"] else (found["hour"], found["minute"] or "0")
    minutes = int(hour) * 60 + int(minute)
    return _at(minutes, as_shown=hour[0] == "0") if int(minute) < 60 and minutes < DAY else None


def _spoken(bare: str) -> time | None:
    """Read "tio i halv fem": a count of minutes before or after an hour, or the half hour before it."""
    found = _WORDS.fullmatch(bare)
    hour = _number(found["hour"]) if found else 0
    if found is None or not 0 < hour < 24:
        return None
    count = 15 if found["quarter"] else _number(found["count"] or "0")
    off = count * (-1 if found["side"] == "i" else 1) - (30 if found["half"] else 0)
    return _at((hour * 60 + off) % DAY) if count < 60 else None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _COUNTS[word]


def _at(minutes: int, *, as_shown: bool = False) -> time:
    at = minutes if as_shown or minutes >= EARLIEST else minutes + HALF_DAY
    return time(*divmod(at, 60))
