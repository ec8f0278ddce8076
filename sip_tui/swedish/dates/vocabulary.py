"""The Swedish words of time, and the arithmetic of days, weeks and months.

The arithmetic is pendulum's, which is imported where it is needed: it is slow to load, and the screens must open fast.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_NUMBERS = (
    *("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"),
    *("elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo"),
)
_ORDINALS = (
    *("noll", "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"),
    *("elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde"),
)
NUMBERS = {word: number for number, word in enumerate(_NUMBERS)} | {"en": 1, "ett": 1, "trettio": 30}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS) if number} | {"förste": 1, "tjugonde": 20}
ORDINALS |= {f"tjugo{word}": 20 + number for number, word in enumerate(_ORDINALS[:10]) if number}
ORDINALS |= {"trettionde": 30, "trettioförsta": 31}
YEAR = timedelta(days=366)

WEEKDAY = r"(?P<weekday>(?:mån|tis|ons|tors?|fre|lör|sön)(?:d(?:ag(?:en)?|an)?)?\.?)"
MONTH_NAME = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:s)?|apr(?:il)?|maj|jun(?:i)?|juli"
    r"|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""Never "jul" for the month: that is Christmas."""
MONTH = rf"(?P<month>{MONTH_NAME})\.?"
WEEK = r"v(?:eckan?)?\.? ?(?P<week>[0-9]{1,2})"
WRITTEN_YEAR = r"(?:i )?(?P<year>(?:19|20|21)[0-9]{2}|i år|nästa år|-[0-9]{2})"
NUMBER = "(?P<number>[0-9]{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"

HALF_DAY, DAY = 12 * 60, 24 * 60
"""Minutes."""
EARLIEST = 7 * 60
"""Minutes after midnight. Nobody leaves a meeting before seven in the morning: "halv fem" is in the afternoon."""

_LEAD = re.compile(
    r"(?:(?:går|slutar|senast|redan|cirka|ca\.?|vid|runt|omkring|ungefär|strax|före|innan|klockan|kl\.?) ?)*"
)
_DIGITS = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3])(?:[.:,](?P<minute>[0-5][0-9]))?(?: ?-?tiden)?|(?P<four>[0-9]{4})")
_COUNTS = {word: number for word, number in NUMBERS.items() if 0 < number < 30}
_CLOCK_NUMBER = "|".join(["[0-9]{1,2}", *sorted(_COUNTS, key=len, reverse=True)])
_CLOCK_WORDS = re.compile(
    rf"(?:(?:(?P<quarter>(?:en )?kvart)|(?P<count>{_CLOCK_NUMBER})(?: min(?:uter|ut|\.)?)?) (?P<side>över|i) )?"
    rf"(?P<half>halv )?(?P<hour>{_CLOCK_NUMBER})(?: ?-?tiden)?"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def single_line(phrase: str) -> str:
    """Give the phrase on one line, without invisible characters: it will be shown as it was written."""
    return " ".join(_CONTROL.sub("", " ".join(phrase.split())).split())


def weekday(word: str) -> int:
    """Give the number of a weekday, 0 for Monday, by its first three letters."""
    return next(number for number, name in enumerate(WEEKDAYS) if name[:3] == word[:3])


def month(word: str) -> int:
    """Give the number of a month, 1 for January, by its first three letters."""
    return next(number for number, name in enumerate(MONTHS, start=1) if name[:3] == word[:3])


def number(word: str) -> int:
    """Read a number in digits or in letters."""
    return NUMBERS[word] if word in NUMBERS else int(word)


def year(word: str, today: date) -> int:
    """Read a year: four digits, two digits of this century ("-27"), "i år" or "nästa år"."""
    if word in {"i år", "nästa år"}:
        return today.year + (word == "nästa år")
    digits = word.removeprefix("-")
    return int(digits) + (2000 if len(digits) == 2 else 0)


def shift(at: date, *, days: int = 0, weeks: int = 0, months: int = 0) -> date:
    """Go so many days, weeks and months on, or back; a day that the month does not have becomes its last."""
    import pendulum

    there = pendulum.date(at.year, at.month, at.day).add(days=days, weeks=weeks, months=months)
    return date(there.year, there.month, there.day)


def month_end(at: date) -> date:
    """Give the last day of the month."""
    import pendulum

    last = pendulum.date(at.year, at.month, 1).end_of("month")
    return date(last.year, last.month, last.day)


def week_start(at: date, weeks: int = 0) -> date:
    """Give the Monday of the week of a day, or of a week so many weeks on."""
    return shift(at, days=-at.weekday(), weeks=weeks)


def next_weekday(wanted: int, today: date) -> date:
    """Give the first such weekday after today, 0 for Monday: today itself is called "idag"."""
    return shift(today, days=(wanted - today.weekday() - 1) % 7 + 1)


def next_date(day: int, in_month: int, today: date) -> date | None:
    """Give the first such date from today on; None when a year has none, as with 30/2 and most often 29/2."""
    for in_year in (today.year, today.year + 1):
        found = real_date(in_year, in_month, day)
        if found and found >= today:
            return found if found - today <= YEAR else None
    return None


def real_date(in_year: int, in_month: int, day: int) -> date | None:
    """Give the date, or None when the calendar has none."""
    try:
        return date(in_year, in_month, day)
    except ValueError:
        return None


def day_of_month(day: int, today: date) -> date | None:
    """Give the next day of that number ("den 3:e"), from today on; a month that does not have it is passed over."""
    firsts = (shift(today.replace(day=1), months=months) for months in range(3))
    days = (real_date(first.year, first.month, day) for first in firsts)
    return next((at for at in days if at and at >= today), None)


def monday(week: int, today: date, in_year: int | None = None) -> date | None:
    """Give the Monday of a week by ISO 8601; without a year, of the next such week that still has a working day."""
    now = today.isocalendar().year
    for at_year in (in_year,) if in_year else (now, now + 1):
        try:
            first = date.fromisocalendar(at_year, week, 1)
        except ValueError:
            continue
        if in_year or shift(first, days=4) >= today:
            return first
    return None


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
    found = _CLOCK_WORDS.fullmatch(bare)
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
