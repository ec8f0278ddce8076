"""Days on which nobody can be expected to work: weekends, red days, and the eves that are free in practice.

The ``holidays`` library knows the days of Sweden: lagen (1989:253) om allmänna helgdagar, and as "de facto" the eves
that semesterlagen (1977:480) 3 a § counts with them. It is loaded where it is needed, for the screens must open fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from sip_tui.swedish.dates.vocabulary import next_date

FIXED = {
    "julafton": (24, 12),
    "juldagen": (25, 12),
    "annandag jul": (26, 12),
    "nyårsafton": (31, 12),
    "nyårsdagen": (1, 1),
    "trettondagen": (6, 1),
    "trettondag jul": (6, 1),
    "trettondedag jul": (6, 1),
    "trettondagsafton": (5, 1),
    "alla hjärtans dag": (14, 2),
    "lucia": (13, 12),
    "valborg": (30, 4),
    "valborgsmässoafton": (30, 4),
    "första maj": (1, 5),
    "nationaldagen": (6, 6),
    "årsskiftet": (1, 1),
}
"""Days with a name and a date of their own: day and month."""
MOVING = {
    "långfredagen": "Långfredagen",
    "långfredag": "Långfredagen",
    "påskdagen": "Påskdagen",
    "annandag påsk": "Annandag påsk",
    "kristi himmelsfärd": "Kristi himmelsfärdsdag",
    "kristi himmelsfärdsdag": "Kristi himmelsfärdsdag",
    "midsommarafton": "Midsommarafton",
    "midsommardagen": "Midsommardagen",
    "pingstdagen": "Pingstdagen",
    "alla helgons dag": "Alla helgons dag",
}
"""Days that move with the year, by the names that the library gives them."""
BESIDE = {
    "skärtorsdag": (-1, "långfredagen"),
    "skärtorsdagen": (-1, "långfredagen"),
    "påskafton": (1, "långfredagen"),
    "pingstafton": (-1, "pingstdagen"),
}
"""Days that are no days off by law, so many days from one that is."""
ADVENT = {"första advent": 21, "andra advent": 14, "tredje advent": 7, "fjärde advent": 0}
"""The Sundays of Advent, in days before the last Sunday before Christmas Day."""
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
    """Say why a day is free; None for a working day. A red day on a Sunday is called by its own name."""
    name = _named(at.year).get(at)
    if name:
        return RedDay(at, Rest.EVE if name.casefold().endswith("afton") else Rest.RED, name)
    if at.weekday() < 5:
        return None
    return RedDay(at, *((Rest.SATURDAY, "Lördag") if at.weekday() == 5 else (Rest.SUNDAY, "Söndag")))


def named_day(name: str, today: date) -> date | None:
    """Give the next day of a name, from today on ("julafton", "midsommarafton"); None for no such name."""
    if name in FIXED:
        return next_date(*FIXED[name], today)
    days = (_moving(name, year) for year in (today.year, today.year + 1))
    return next((day for day in days if day and day >= today), None)


def feast(name: str, today: date) -> date | None:
    """Give the first free day of a feast that begins after today: "jul", "julen", "nyår", "påsken"."""
    stem = next((one for one in FEASTS if name in {one, one + "en", one + "et"}), None)
    return named_day(FEASTS[stem], today + timedelta(days=1)) if stem else None


def _moving(name: str, year: int) -> date | None:
    if name in ADVENT:
        christmas = date(year, 12, 25)
        return christmas - timedelta(days=christmas.isoweekday() + ADVENT[name])
    off, beside = BESIDE.get(name, (0, name))
    wanted = MOVING.get(beside)
    free = next((day for day, said in _named(year).items() if said == wanted), None) if wanted else None
    return free + timedelta(days=off) if free else None


@cache
def _named(year: int) -> dict[date, str]:
    """The red days and free eves of a year; the library leaves plain Sundays out unless it is asked for them."""
    import holidays

    return dict(holidays.country_holidays("SE", years=year, language="sv", categories=("public", "de_facto")))
