"""How a day is written in Swedish: one small rule for each way of writing.

A rule gives None for what is not its own, and a question for what has more than one meaning or names no day there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time

from sip_tui.swedish.dates import vocabulary as words
from sip_tui.swedish.dates.holidays import named_day, near_words
from sip_tui.swedish.dates.vocabulary import MONTH, NUMBER, WEEK, WEEKDAY, WRITTEN_YEAR
from sip_tui.swedish.dates.when import ParsedTime, TimeKind, ask, of_day, unless_passed

Rule = Callable[[re.Match[str], date], ParsedTime | None]

FARTHEST = 20
"""Years; what is farther ahead was not meant."""
_ALSO_WORDS = {"fred", "tor"}
"""Short for weekdays, but words and names too: alone they are asked about."""
FRACTIONS = {"1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8", "24/7"}
"""Dates, but shares of something, or "always", too: alone they are asked about."""
UNSURE_ALONE = FRACTIONS | _ALSO_WORDS
"""What is a day for sure with a time of day or a deadline: "fred kl 13"."""
_EARLIEST = 7
"""The first hour that people meet at; an earlier one with a dot is more likely a date."""


def near_day(found: re.Match[str], today: date) -> ParsedTime | None:
    """Read "idag", "i morrn", "övermorgon"."""
    off = near_words().get(found[0].replace("i ", "i", 1))
    return None if off is None else of_day(words.shift(today, days=off), today)


def weekday(found: re.Match[str], today: date) -> ParsedTime:
    """Read "på fredag", "fredag v. 48"; ask about "fred" and "tor", and about a day that has gone by."""
    wanted = words.weekday(found["weekday"])
    if found["week"] is None:
        read = of_day(words.next_weekday(wanted, today), today)
        return ask(read) if found[0] in _ALSO_WORDS else read
    first = words.monday(int(found["week"]), today)
    return unless_passed(not_past(words.shift(first, days=wanted), today), today) if first else ask()


def weekday_of_week(found: re.Match[str], today: date) -> ParsedTime:
    """Read "fredag nästa vecka", "nästa veckas fredag", "måndag den här veckan"."""
    weeks = 1 if found["next"] or found["next_first"] else 0
    return not_past(words.shift(words.week_start(today, weeks), days=words.weekday(found["weekday"])), today)


def next_weekday(found: re.Match[str], today: date) -> ParsedTime:
    """Ask: to some "nästa fredag" is the coming Friday, to others that of the next week; read it when both agree."""
    wanted = words.weekday(found["weekday"])
    first = words.next_weekday(wanted, today)
    if first == words.shift(words.week_start(today, 1), days=wanted):
        return of_day(first, today)
    return ask(of_day(words.shift(first, weeks=1), today), of_day(first, today))


def weekday_ahead(found: re.Match[str], today: date) -> ParsedTime:
    """Read "fredag om en vecka"; ask when the coming Friday is in another week than today, for then it is two days."""
    wanted, written = words.weekday(found["weekday"]), found["number"]
    weeks = 1 if found["eight"] else 2 if found["fourteen"] else words.number(written or "en")
    if not 0 < weeks <= 52 * FARTHEST:
        return ask()
    by_week = of_day(words.shift(words.week_start(today, weeks), days=wanted), today)
    by_day = of_day(words.shift(words.next_weekday(wanted, today), weeks=weeks), today)
    return by_day if by_day == by_week else ask(by_week, by_day)


def dated(found: re.Match[str], today: date) -> ParsedTime | None:
    """Read a date; a weekday or a week that does not fit it, or that no year has, makes a question of it."""
    parts = found.groupdict()
    in_month = words.month(parts["month"]) if parts.get("month") else int(parts["number"])
    day = int(parts["day"])
    if max(day, in_month) > 31:
        # "99 mars" is a slip of the finger, "45/60" is no date at all.
        return ask() if parts.get("month") else None
    if parts["year"]:
        at = words.real_date(words.year(parts["year"], today), in_month, day)
    else:
        at = words.next_date(day, in_month, today)
    read = _fitting(found, at, today) if at else ask()
    return ask(read) if found[0] in FRACTIONS and read.first else read


def _fitting(found: re.Match[str], at: date, today: date) -> ParsedTime:
    parts, read = found.groupdict(), of_day(at, today)
    fits = not parts["weekday"] or words.weekday(parts["weekday"]) == at.weekday()
    fits = fits and (not parts.get("week") or int(parts["week"]) == at.isocalendar().week)
    sure = parts["year"] or parts["weekday"]
    return (read if sure else unless_passed(read, today)) if fits else ask(read)


def full_date(found: re.Match[str], today: date) -> ParsedTime:
    """Read an ISO date, or one with dots or slashes and four digits for the year."""
    at = words.real_date(int(found["year"]), int(found["number"]), int(found["day"]))
    return of_day(at, today) if at else ask()


def short_date(found: re.Match[str], today: date) -> ParsedTime | None:
    """Ask about "26-12-03": the year is most often first, but not always."""
    at = words.real_date(2000 + int(found["year"]), int(found["number"]), int(found["day"]))
    return ask(of_day(at, today)) if at else None


def dotted(found: re.Match[str], today: date) -> ParsedTime | None:
    """Ask about "03.12" and "13.30": a date or a time of day, and neither says which day or which month for sure."""
    one, two = int(found["one"]), int(found["two"])
    at = words.next_date(one, two, today) if two <= 12 else None
    days = [of_day(at, today)] if at else []
    if _EARLIEST <= one < 24 and two < 60:
        days.append(ParsedTime(TimeKind.MOMENT, today, at=time(one, two)))
    return ask(*days) if days else None


def of_month(found: re.Match[str], today: date) -> ParsedTime | None:
    """Read "den 3:e", "fredag den 27", "den 1 nästa månad"; a weekday that does not fit makes a question of it."""
    parts, day = found.groupdict(), int(found["day"])
    if not 0 < day <= 31:
        return None
    if parts.get("next"):
        first = words.shift(today.replace(day=1), months=1)
        at = words.real_date(first.year, first.month, day)
    else:
        at = words.day_of_month(day, today)
    if at is None:
        return ask()
    fits = not parts.get("weekday") or words.weekday(parts["weekday"]) == at.weekday()
    return of_day(at, today) if fits else ask(of_day(at, today))


def ordinal(found: re.Match[str], today: date) -> ParsedTime | None:
    """Read "15e"; ask about "3e", which may be a class as well."""
    at = words.day_of_month(int(found["day"][:-1]), today)
    if at is None or not int(found["day"][:-1]):
        return None
    return of_day(at, today) if len(found["day"]) > 2 else ask(of_day(at, today))


def weekday_of_month(found: re.Match[str], today: date) -> ParsedTime:
    """Read "första måndagen i december", "sista fredagen i november": of the next such month that still has it."""
    in_month, wanted = words.month(found["month"]), words.weekday(found["weekday"])
    written = words.year(found["year"], today) if found["year"] else None
    years = (written,) if written else (today.year, today.year + 1)
    days = (_weekday_in(date(in_year, in_month, 1), wanted, found["which"]) for in_year in years)
    at = next((day for day in days if day and (written or day >= today)), None)
    return unless_passed(of_day(at, today), today) if at and not written else of_day(at, today) if at else ask()


def _weekday_in(first: date, wanted: int, which: str) -> date | None:
    earliest = words.shift(first, days=(wanted - first.weekday()) % 7)
    days = [day for weeks in range(5) if (day := words.shift(earliest, weeks=weeks)).month == first.month]
    index = -1 if which == "sista" else words.ORDINALS[which] - 1
    return days[index] if index < len(days) else None


def ahead(found: re.Match[str], today: date) -> ParsedTime:
    """Go on from today: "om två veckor", "om ett halvår"."""
    written, unit = found.groupdict().get("number"), found["unit"]
    count = words.number(written) if written else 1
    if count * {"d": 1, "v": 7, "m": 31, "k": 92, "h": 183, "å": 366}[unit[0]] > 366 * FARTHEST:
        return ask()
    days, months = {"d": (1, 0), "v": (7, 0), "m": (0, 1), "k": (0, 3), "h": (0, 6), "å": (0, 12)}[unit[0]]
    return of_day(words.shift(today, days=count * days, months=count * months), today)


def couple(found: re.Match[str], today: date) -> ParsedTime:
    """Ask: "ett par veckor" is two to some, and a few to others."""
    days = 14 if found["unit"].startswith("v") else 2
    month = found["unit"].startswith("m")
    return ask(of_day(words.shift(today, months=2) if month else words.shift(today, days=days), today))


def named(found: re.Match[str], today: date) -> ParsedTime | None:
    """Read "julafton", "långfredagen", "första advent"."""
    at = named_day(found["name"], today)
    return unless_passed(of_day(at, today), today) if at else None


def not_past(at: date, today: date) -> ParsedTime:
    """Make a day; ask when it has gone by."""
    return of_day(at, today) if at >= today else ask()


_DAY = r"(?P<day>[0-9]{1,2})(?::?[ea])?"
_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_SHORT_YEAR = r"(?:(?:/| -| |-)(?P<year>(?:19|20|21)[0-9]{2}|[0-9]{2}))?"
_ON = r"(?:på |under |nu |denna |den här |kommande )?"
_IN_WEEK = rf"(?:,? \(?(?:i )?{WEEK}\)?)?"
_WEEKDAY_FIRST = rf"{_ON}(?:{WEEKDAY},? )?(?:den )?"
_IN_WEEKS = r"om (?:" + NUMBER + r" veck(?:a|or)|(?P<eight>8|åtta) dagar|(?P<fourteen>14|fjorton) dagar)"
RULES: tuple[tuple[str, Rule], ...] = (
    (r"(?:i )?[^\W\d]{3,12}", near_day),
    (rf"{_ON}{WEEKDAY}{_IN_WEEK}", weekday),
    (rf"(?:i |under |på )?{WEEK},? (?:på )?{WEEKDAY}", weekday),
    (rf"(?:på )?(?:nästa|nästkommande) {WEEKDAY}", next_weekday),
    (rf"(?:på )?{WEEKDAY} {_IN_WEEKS}", weekday_ahead),
    (rf"{_IN_WEEKS},? (?:på )?{WEEKDAY}", weekday_ahead),
    (
        rf"(?P<next_first>nästa v(?:eckas?)?\.?,? )?(?:på )?{WEEKDAY}(?: i)?"
        r"(?: (?P<next>nästa v(?:ecka)?\.?)| (?:denna vecka|den här veckan))?",
        weekday_of_week,
    ),
    (rf"{_WEEKDAY_FIRST}{_DAY} ?{MONTH}(?:,? {WRITTEN_YEAR})?{_IN_WEEK}", dated),
    (rf"{_WEEKDAY_FIRST}{_DAY}/(?P<number>[0-9]{{1,2}}){_SHORT_YEAR}{_IN_WEEK}", dated),
    (rf"{_YEAR}([-/])(?P<number>[0-9]{{1,2}})\2(?P<day>[0-9]{{1,2}})", full_date),
    (r"(?P<year>20[0-9]{2})(?P<number>[0-9]{2})(?P<day>[0-9]{2})", full_date),
    (rf"(?P<day>[0-9]{{1,2}})\.(?P<number>[0-9]{{1,2}})\.{_YEAR}", full_date),
    (r"(?P<year>2[0-9]|3[0-9])-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])", short_date),
    (r"(?P<one>[0-9]{1,2})[.:](?P<two>[0-9]{2})", dotted),
    (rf"{_ON}den {_DAY}", of_month),
    (r"(?P<day>[0-9]{1,2}):[ea]", of_month),
    (r"(?P<day>[12]?[12]a|[12]?[03-9]e|1[12]e|3(?:0e|1a))", ordinal),
    (rf"{_ON}{WEEKDAY},? (?:den )?{_DAY}", of_month),
    (rf"(?:på )?den {_DAY} (?:i )?(?:(?P<next>nästa) månad|denna månad|den här månaden)", of_month),
    (
        rf"(?:på |den )?(?P<which>första|andra|tredje|fjärde|sista) {WEEKDAY} i {MONTH}(?: {WRITTEN_YEAR})?",
        weekday_of_month,
    ),
    (
        rf"(?:om |inom ){NUMBER} ?(?P<unit>d|dag(?:ar)?|dgr|v|veck(?:a|or)|mån|månad(?:er)?|kvartal|halvår|år)\.?",
        ahead,
    ),
    (r"(?:om |inom )(?:ett )?(?P<unit>halvt år|halvår)", ahead),
    (r"(?:om |inom )ett par (?P<unit>dagar|veckor|månader)", couple),
)
"""Every way in which a day is written, with the rule that reads it."""
NAMED = (r"(?:på )?(?P<name>[^\W\d]{4,20}(?: [^\W\d]{3,20}){0,2})", named)
"""Days that have a name."""
