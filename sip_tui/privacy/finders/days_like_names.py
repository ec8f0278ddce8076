"""Days and months that are called as people are: "på Lucia", "i Maj"."""

from __future__ import annotations

import re

from sip_tui.privacy.word_tables import words

_ON_A_DAY = frozenset({"på", "före", "efter", "vid", "kring", "fira", "firar", "firade", "firas", "till"})
_SAID_OF_A_DAY = re.compile(r" (?:firas|\d|är (?:ledig|röd|helg)|(?:i|på|hos) (?!\d))")
_SINCE = re.compile(r"(?<![^\W\d_])(?:sedan|sen) $", re.IGNORECASE)
_MONTH_AFTER = re.compile(r" månad")
_ENDS = re.compile(r" ?(?:[.,;:)\n]|$)")
_IN_A_MONTH = frozenset({"i", "under", "tom", "fom", "senast", "första"})
_MONTHS = frozenset({"maj", "juni", "juli", "april"})
_OTHER_DAY = re.compile(r"(?<![^\W\d_])(?:mån|tis|ons|fre|lör|sön)(?![^\W\d_])", re.IGNORECASE)
"""Another day in short near it on the same line, beside which "Tor" is one too."""
_NEAR = 60


def is_led_to_as_a_day(before: str, name: str) -> bool:
    """Whether the word before a name says that it is a day or a month."""
    lower, word = before.lower(), name.lower()
    return (lower in _ON_A_DAY and is_day(word)) or (lower in _IN_A_MONTH and word in _MONTHS)


def is_told_of_as_a_day(text: str, start: int, end: int) -> bool:
    """Whether what follows a name says that it is a day or a month: "Lucia firas", "sedan Maj"."""
    lower = text[start:end].lower()
    if lower == "tor":
        before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        return bool(_OTHER_DAY.search(before[before.rfind("\n") + 1 :]) or _OTHER_DAY.search(after.split("\n", 1)[0]))
    if lower in _MONTHS and _MONTH_AFTER.match(text, end):
        return True
    if lower in _MONTHS:
        return bool(_SINCE.search(text, max(0, start - 7), start) and _ENDS.match(text, end))
    return is_day(lower) and bool(_SAID_OF_A_DAY.match(text, end))


def is_day(lower: str) -> bool:
    """Whether a day has this name."""
    return lower in words("dates", "day_names")
