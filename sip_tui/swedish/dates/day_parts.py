"""The parts of a day: "i morgon bitti", "10 dec em", "vid lunch på måndag".

The night is none of them, for it belongs to two days: "fredag natt" is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time
from enum import StrEnum
from functools import cache

from sip_tui.swedish import word_table


class DayPart(StrEnum):
    """A part of a day in which people meet and call each other."""

    MORNING = "morning"
    FORENOON = "forenoon"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    def holds(self, at: time) -> bool:
        """True for a time of day that is in this part; the parts overlap as people use them."""
        first, end = _HOURS[self]
        return first <= at.hour < end


SWEDISH = {
    DayPart.MORNING: "på morgonen",
    DayPart.FORENOON: "på förmiddagen",
    DayPart.NOON: "vid lunch",
    DayPart.AFTERNOON: "på eftermiddagen",
    DayPart.EVENING: "på kvällen",
}
"""Part → how it is said after a day, and kept there."""
ENGLISH = {
    DayPart.MORNING: "in the morning",
    DayPart.FORENOON: "in the late morning",
    DayPart.NOON: "at lunchtime",
    DayPart.AFTERNOON: "in the afternoon",
    DayPart.EVENING: "in the evening",
}
"""Part → how it is said after a day in English."""
USUAL = {
    DayPart.MORNING: time(8),
    DayPart.FORENOON: time(9),
    DayPart.NOON: time(12),
    DayPart.AFTERNOON: time(13),
    DayPart.EVENING: time(18),
}
"""Part → when a meeting most often begins in it."""
_HOURS = {
    DayPart.MORNING: (4, 11),
    DayPart.FORENOON: (6, 12),
    DayPart.NOON: (11, 14),
    DayPart.AFTERNOON: (12, 18),
    DayPart.EVENING: (16, 24),
}
"""Part → its first hour, and the one that it is over at."""
_NOT_TODAY = (DayPart.MORNING, DayPart.NOON)
""""I morgon" is tomorrow, and nobody says "i lunch"."""


def day_part(part: DayPart, language: str = "sv") -> str:
    """Say a part of the day, to stand after the day: "på kvällen"."""
    return (ENGLISH if language == "en" else SWEDISH)[part]


def take_part(text: str) -> tuple[str, DayPart | None]:
    """Take the part of the day out of a phrase of time, and give what is left of it; "i kväll" leaves "idag".

    Args:
        text: The phrase in small letters.
    """
    today, joined, apart = _patterns()
    plain = joined.sub(r"\1 \2", today.sub(r"idag \1", text))
    found = apart.search(plain)
    if found is None:
        return text, None
    rest = f"{plain[: found.start()]}{plain[found.end() :]}".strip(" ,")
    return rest, _parts()[found["part"]]


def without_parts(text: str) -> str:
    """Give a phrase of time without the parts of days in it: "fredag till lördag" for "fredag kväll till lördag em"."""
    _today, joined, apart = _patterns()
    return apart.sub("", joined.sub(r"\1 \2", text)).strip(" ,")


@cache
def part_words() -> frozenset[str]:
    """The words that a part of the day begins with: "kvällen", "ikväll", "fm"; "lunch på fredag" is a meal."""
    words = {word for word, part in _parts().items() if part is not DayPart.NOON}
    return frozenset(words | {f"i{word}" for word in words})


@cache
def _parts() -> dict[str, DayPart]:
    table = word_table("day_parts")
    return {word: part for part in DayPart for word in table[part]}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What finds "i kväll", "fredagskväll", and a part that is a word of its own; "lunch på fredag" is a meal."""
    parts = _parts()
    of_today = _any(word for word, part in parts.items() if part not in _NOT_TODAY)
    in_compounds = _any(word for word, part in parts.items() if part is not DayPart.NOON and len(word) > 3)
    lunch = _any(word for word, part in parts.items() if part is DayPart.NOON)
    return (
        re.compile(rf"\bi ?({of_today})(?=$|[ ,])"),
        re.compile(rf"\b((?:mån|tis|ons|tors|fre|lör|sön)dag|i ?morgon|övermorgon)s?({in_compounds})(?=$|[ ,])"),
        re.compile(rf"(?<!\bi)(?:^(?!(?:{lunch})\b)|,? )(?:(?:på|under|vid) )?(?P<part>{_any(parts)})(?=$|[ ,])"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
