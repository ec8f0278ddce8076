"""Days on which nobody can be expected to work: weekends, red days, and the eves that are free in practice.

The ``holidays`` library knows the days of Sweden: lagen (1989:253) om allmänna helgdagar, as "de facto" the eves that
semesterlagen (1977:480) 3 a § counts with them, and as "bank" and "optional" those with a shorter day. It is loaded
where it is needed, for the screens must open fast.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from sip_tui.swedish import word_table
from sip_tui.swedish.dates.vocabulary import next_date, shift

if TYPE_CHECKING:
    from holidays import HolidayBase

_ADVENT = {"första advent": 3, "andra advent": 2, "tredje advent": 1, "fjärde advent": 0}
"""The Sundays of Advent, in weeks before the last Sunday before Christmas Day."""
_NEAR = ("today", "tomorrow", "day_after_tomorrow")
"""The tables of words for the nearest days, from today on."""
FEASTS = {"jul": "julafton", "nyår": "nyårsafton", "påsk": "långfredagen", "midsommar": "midsommarafton"}
"""A feast and its first free day."""


class Rest(StrEnum):
    """Why nobody works on a day."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    RED = "red day"
    EVE = "eve"


@dataclass(frozen=True, slots=True)
class RedDay:
    """A day on which few can do what was promised."""

    day: date
    rest: Rest
    name: str
    """What the day is called in Swedish: "Julafton", "Lördag"."""


def red_day(at: date) -> RedDay | None:
    """Tell why a day is free; None for a working day. A red day on a Sunday is called by its own name."""
    name = _free_days(at.year).get(at)
    if name:
        return RedDay(at, Rest.EVE if name.casefold().endswith("afton") else Rest.RED, name)
    if at.weekday() < 5:
        return None
    return RedDay(at, *((Rest.SATURDAY, "Lördag") if at.weekday() == 5 else (Rest.SUNDAY, "Söndag")))


def named_day(name: str, today: date) -> date | None:
    """Give the next day of a name, from today on ("julafton", "midsommarafton"); None for no such name."""
    names = word_table("day_names")
    if name in names["dates"]:
        day, _slash, month = names["dates"][name].partition("/")
        return next_date(int(day), int(month), today)
    if name in _ADVENT:
        return next(at for year in (today.year, today.year + 1) if (at := _advent(name, year)) >= today)
    listed = names["holidays"].get(name)
    if listed is None:
        return None
    years = (today.year, today.year + 1)
    days = (day for year in years for day in _all_days(year).get_named(listed, lookup="istartswith"))
    return next(day for day in days if day >= today)


@cache
def near_words() -> Mapping[str, int]:
    """The words for the nearest days, as they are written in one: "imorrn" is 1 day off, "övermorgon" is 2."""
    names = word_table("day_names")
    joined = {f"i{word}": off for off, day in enumerate(_NEAR) for word in names[day]}
    return {**joined, **dict.fromkeys(names[_NEAR[-1]], len(_NEAR) - 1)}


def feast(name: str, today: date) -> date | None:
    """Give the first free day of a feast that begins after today: "jul", "julen", "nyår", "påsken"."""
    stem = next((feast for feast in FEASTS if name in {feast, f"{feast}en", f"{feast}et"}), None)
    return named_day(FEASTS[stem], shift(today, days=1)) if stem else None


def _advent(name: str, year: int) -> date:
    christmas = date(year, 12, 25)
    return shift(christmas, days=-christmas.isoweekday(), weeks=-_ADVENT[name])


@cache
def _free_days(year: int) -> HolidayBase:
    """The red days and free eves of a year; the library leaves plain Sundays out unless it is asked for them."""
    return _listed(year, ("public", "de_facto"))


@cache
def _all_days(year: int) -> HolidayBase:
    """The days of a year that have a name, also those that are no days off by law: "skärtorsdagen"."""
    return _listed(year, ("public", "de_facto", "bank", "optional"))


def _listed(year: int, categories: tuple[str, ...]) -> HolidayBase:
    import holidays

    return holidays.country_holidays("SE", years=year, language="sv", categories=categories)
