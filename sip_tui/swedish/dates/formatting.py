"""Dates and times as people say them: "fredag 27 november 2026", "13.02".

Pendulum knows the names of days and months in every language; it is imported where it is needed, for it is slow to
load and the screens must open fast.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from sip_tui.patterns import pattern
from sip_tui.swedish.dates.day_parts import ENGLISH, SWEDISH, DayPart, day_part

ZONE = "Europe/Stockholm"
"""Where the meetings are held; times are stored in UTC."""

_ISO = pattern(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?"
    rf"(?:/((?:[01]\d|2[0-3]):[0-5]\d))?| ({'|'.join(SWEDISH.values())}))?",
    re.ASCII,
)
"""A day, a time, a time and when it ends on the same day, or a part of a day: 2027-02-19T13:00/14:00."""


def day(at: date | datetime, language: str = "sv", *, zone: str = ZONE) -> str:
    """Say a day: ``fredag 27 november 2026``, ``Friday 27 November 2026``.

    Args:
        at: A date, a time with a zone (the day it is in ``zone``), or a time without one (taken as it stands).
        language: ``sv`` or ``en``; anything else is said in Swedish.
        zone: The IANA name of the zone that the day is told in.
    """
    import pendulum

    there = local(at, zone) if isinstance(at, datetime) else at
    said = pendulum.date(there.year, there.month, there.day)
    return said.format("dddd D MMMM YYYY", locale="en" if language == "en" else "sv")


def past_day(at: date | datetime, language: str = "sv") -> str:
    """Say a day that has been: ``fredagen den 27 november 2026``; in English as any day."""
    said = day(at, language)
    return said if language == "en" else said.replace(" ", "en den ", 1)


def day_ahead(today: date, language: str = "sv") -> str:
    """Say a day three weeks ahead, without its year, for an example that never lies in the past."""
    return day(today + timedelta(weeks=3), language).rpartition(" ")[0]


def clock(at: datetime, language: str = "sv", *, zone: str = ZONE) -> str:
    """Say a time of day: ``13.02``, in English ``13:02``. A time without a zone is taken as it stands."""
    return local(at, zone).strftime("%H:%M" if language == "en" else "%H.%M")


def spoken(text: str, language: str = "sv", *, zone: str = ZONE) -> str:
    """Say a text that may be an ISO date or time; any other text is given back as it is.

    ``2025-05-15`` is said as ``torsdag 15 maj 2025``, ``2026-12-03T13:00`` as ``torsdag 3 december 2026 kl. 13.00``.
    In English the Swedish words that a read time is stored in are translated: "senast fredag 4 december 2026, v. 49".
    """
    at = iso(text)
    if at is None:
        return _stored_in_english(text) if language == "en" else text
    said = day(at, language, zone=zone)
    if not isinstance(at, datetime):
        part = iso_part(text)
        return f"{said} {day_part(part, language)}" if part else said
    hours = [at] + ([end] if (end := iso_end(text)) else [])
    return (
        f"{said} {'at' if language == 'en' else 'kl.'} {'–'.join(clock(hour, language, zone=zone) for hour in hours)}"
    )


def abbreviated(text: str) -> str:
    """Write the dates in a spoken time with short names, in either language: ``fre 4 dec 2026, v. 49``."""
    return _SPOKEN_DATE.sub(lambda found: f"{_short_day(found[1])} {found[2]} {_short_month(found[3])}", text)


def without_week(text: str) -> str:
    """Leave out the week that a spoken date is in, which the date itself tells: ``fre 4 dec 2026``."""
    return _WEEK.sub("", text)


def _short_day(name: str) -> str:
    return name.removesuffix("dag") if name.endswith("dag") else name[:3]


def _short_month(name: str) -> str:
    return name if len(name) <= len("mars") else name[:3]


_SPOKEN_DATE = pattern(
    r"\b(\w+da[gy]) (\d{1,2}) (ja\w+|feb\w+|ma\w+|apr\w+|ju\w+|aug\w+|sept\w+|o[ck]t\w+|nov\w+|de[ck]\w+)(?= \d{4}\b)",
    re.IGNORECASE,
)
"""A day with the year that it is in: what is short then cannot be anything else."""
_WEEK = pattern(r"(?<= \d{4}), (?:v\.|week) \d{1,2}\b")


def _stored_in_english(text: str) -> str:
    """Translate a stored time with a number in it, "by Friday 4 December 2026, week 49"; any other text stays."""
    if text in _NEXT_MEETING:
        return _NEXT_MEETING[text]
    words, known = _STORED_WORD.findall(text), _english_words()
    if not any(map(str.isdigit, text)) or any(word not in known for word in words):
        return text
    english = _STORED_WORD.sub(lambda word: known[word[0]], text)
    return _STORED_CLOCK.sub(r"\1:\2", english)


_STORED_WORD = pattern(r"[^\W\d_]+\.?")
_STORED_CLOCK = pattern(r"\b(\d\d)\.(\d\d)\b")
_NEXT_MEETING = {"till nästa möte": "at the next meeting", "senast till nästa möte": "by the next meeting"}


@cache
def _english_words() -> dict[str, str]:
    """The words of a stored time by their Swedish: the days, their parts, the months and what stands between them."""
    import pendulum

    days = [pendulum.date(2024, 1, number) for number in range(1, 8)]
    months = [pendulum.date(2024, number, 1) for number in range(1, 13)]
    dates = [(at, "dddd") for at in days] + [(at, "MMMM") for at in months]
    named = {at.format(form, locale="sv"): at.format(form, locale="en") for at, form in dates}
    parts = {SWEDISH[part].split()[-1]: ENGLISH[part].removeprefix("in the ").removeprefix("at ") for part in DayPart}
    between = {"senast": "by", "från": "from", "v.": "week", "kl.": "at", "på": "in the", "vid": "at"}
    return {**named, **parts, **between}


def iso(text: str) -> date | datetime | None:
    """Read an ISO date or time, of an interval its beginning; None for anything else: "innan jul", 2025-02-30."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    try:
        at = datetime.fromisoformat(found[0].partition("/")[0]) if found[2] else date.fromisoformat(found[1])
    except ValueError:
        return None
    # At the ends of the calendar another zone's date does not exist.
    return at if MINYEAR < at.year < MAXYEAR else None


def iso_part(text: str) -> DayPart | None:
    """Read the part of the day that follows an ISO date; None when there is none."""
    found = _ISO.fullmatch(text.strip())
    return next((part for part, words in SWEDISH.items() if found and words == found[5]), None)


def iso_end(text: str) -> datetime | None:
    """Read when an interval ends, on the day that it begins; None for what is none."""
    found, at = _ISO.fullmatch(text.strip()), iso(text)
    if found is None or not found[4] or not isinstance(at, datetime):
        return None
    return datetime.combine(at.date(), time.fromisoformat(found[4]), at.tzinfo)


def local(at: datetime, zone: str = ZONE) -> datetime:
    """The time where the meetings are held; a time without a zone is taken as it stands."""
    return at.astimezone(_zone(zone)) if at.tzinfo else at


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
