"""How days, weeks and months are written in Swedish: one small rule for each way of writing.

A rule gives None for what is not its own. What has more than one meaning gives a question with what it may mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from sip_tui.swedish import time_words as words
from sip_tui.swedish.redays import named_day
from sip_tui.swedish.time_words import MONTH, NUMBER, WEEK, WEEKDAY, WRITTEN_YEAR
from sip_tui.swedish.when_is import When, WhenKind, of_day, of_month, of_span, of_weeks, said

Rule = Callable[[re.Match[str], date], When | None]
PLAIN_DASH = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))

_DAY = r"(?P<day>[0-9]{1,2})(?::?[ea])?"
_ORDINALS = {"förste": "1", "första": "1", "andra": "2", "tredje": "3", "fjärde": "4", "femte": "5"}
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})(?= {MONTH})")
_SHORT_YEAR = r"(?:(?:/| |-)(?P<year>(?:19|20|21)[0-9]{2}|[0-9]{2}))?"
_TODAY = {"idag": 0, "i dag": 0, "imorgon": 1, "i morgon": 1, "i morron": 1, "imorron": 1}
_TODAY |= {"iövermorgon": 2, "i övermorgon": 2, "i övermorron": 2}
_THIS_WEEK = r"(?:i |under )?(?:den här veckan|denna vecka)"
_LONGEST = timedelta(days=180)
_FARTHEST = 20


def ask(*candidates: When) -> When:
    """Make a question; the words are added by the one who was asked."""
    return When(WhenKind.ASK, candidates=candidates)


def read_days(text: str, today: date) -> When | None:
    """Read what names days; None when no rule knows it.

    Args:
        text: The phrase in small letters, with plain dashes, without a time of day or "senast".
        today: The day it was said.
    """
    plain = _ORDINAL.sub(lambda found: _ORDINALS[found[1]], text)
    for pattern, rule in _RULES:
        found = pattern.fullmatch(plain)
        if found:
            return rule(found, today)
    return None


def _today(found: re.Match[str], today: date) -> When:
    return of_day(today + timedelta(days=_TODAY[found[0]]), today)


def _weekday(found: re.Match[str], today: date) -> When | None:
    wanted = words.weekday(found["weekday"])
    if found["week"] is None:
        return of_day(words.next_weekday(wanted, today), today)
    first = words.monday(int(found["week"]), today)
    return _not_past(first + timedelta(days=wanted), today) if first else None


def _weekday_of_week(found: re.Match[str], today: date) -> When | None:
    weeks = 1 if found["next"] or found["next_first"] else 0
    first = today - timedelta(days=today.weekday() - 7 * weeks)
    return _not_past(first + timedelta(days=words.weekday(found["weekday"])), today)


def _next_weekday(found: re.Match[str], today: date) -> When:
    """Ask: to some "nästa fredag" is the coming Friday, to others the one after that."""
    first = words.next_weekday(words.weekday(found["weekday"]), today)
    return ask(of_day(first + timedelta(days=7), today), of_day(first, today))


def _weekday_ahead(found: re.Match[str], today: date) -> When:
    """Read "fredag om en vecka"; ask when the coming Friday is in another week than today, for then it is two days."""
    wanted, weeks = words.weekday(found["weekday"]), words.number(found["number"] or "en")
    if not 0 < weeks <= 52 * _FARTHEST:
        return ask()
    later = timedelta(days=7 * weeks)
    by_week = of_day(today - timedelta(days=today.weekday() - wanted) + later, today)
    by_day = of_day(words.next_weekday(wanted, today) + later, today)
    return by_day if by_day == by_week else ask(by_week, by_day)


def _date(found: re.Match[str], today: date) -> When | None:
    """Read a date; a weekday or a week that does not fit it makes a question of it."""
    parts = found.groupdict()
    in_month = words.month(parts["month"]) if parts.get("month") else int(parts["number"])
    if parts["year"]:
        at = words.real_date(words.year(parts["year"], today), in_month, int(parts["day"]))
    else:
        at = words.next_date(int(parts["day"]), in_month, today)
    if at is None:
        return None
    fits = not parts["weekday"] or words.weekday(parts["weekday"]) == at.weekday()
    fits = fits and (not parts["week"] or int(parts["week"]) == at.isocalendar().week)
    return of_day(at, today) if fits else ask(of_day(at, today))


def _iso(found: re.Match[str], today: date) -> When | None:
    at = words.real_date(int(found["year"]), int(found["number"]), int(found["day"]))
    return of_day(at, today) if at else None


def _day_of_month(found: re.Match[str], today: date) -> When | None:
    """Read "den 3:e": the next day of that number."""
    day, in_month = int(found["day"]), today.replace(day=1)
    for months in range(3):
        first = words.add_months(in_month, months)
        at = words.real_date(first.year, first.month, day)
        if at and at >= today:
            return of_day(at, today)
    return None


def _ahead(found: re.Match[str], today: date) -> When | None:
    """Go on from today: "om två veckor", "om ett halvår"."""
    written, unit = found.groupdict().get("number"), found["unit"]
    count = words.number(written) if written else 1
    if count * {"d": 1, "v": 7, "m": 31, "h": 183, "å": 366}[unit[0]] > 366 * _FARTHEST:
        return None
    if unit[0] in "dv":
        return of_day(today + timedelta(days=count * (7 if unit[0] == "v" else 1)), today)
    return of_day(words.add_months(today, count * {"m": 1, "h": 6, "å": 12}[unit[0]]), today)


def _couple(found: re.Match[str], today: date) -> When:
    """Ask: "ett par veckor" is two to some, and a few to others."""
    days = 14 if found["unit"].startswith("v") else 2
    month = found["unit"].startswith("m")
    return ask(of_day(words.add_months(today, 2) if month else today + timedelta(days=days), today))


def _week(found: re.Match[str], today: date) -> When | None:
    in_year = words.year(found["year"], today) if found["year"] else None
    first = words.monday(int(found["week"]), today, in_year)
    if first is None:
        return None
    last = words.monday(int(found["to"]), first) if found["to"] else first
    if last is None or last - first > _LONGEST:
        return None
    week = of_weeks(first, last, today)
    told = said(week).translate(PLAIN_DASH) if found["days"] else ""
    return week if not found["days"] or told.endswith(found["days"]) else ask(week)


def _near_week(found: re.Match[str], today: date) -> When | None:
    first = today - timedelta(days=today.weekday() - (7 if found["next"] else 0))
    return of_weeks(first, first, today) if first + timedelta(days=4) >= today else None


def _month(found: re.Match[str], today: date) -> When:
    in_month = words.month(found["month"])
    if found["year"]:
        return of_month(date(words.year(found["year"], today), in_month, 1))
    return of_month(date(today.year + (in_month < today.month), in_month, 1))


def _near_month(found: re.Match[str], today: date) -> When:
    return of_month(words.add_months(today.replace(day=1), 1 if found["next"] else 0))


def _end(found: re.Match[str], today: date) -> When | None:
    """Read "slutet av månaden": its last day; of a week its Friday."""
    what = found["what"] or found["end_of"]
    if what.startswith(("år", "årets")):
        return of_day(date(today.year, 12, 31), today)
    if "veck" in what:
        first = today - timedelta(days=today.weekday() - (7 if "nästa" in what else 0))
        return _not_past(first + timedelta(days=4), today)
    if "månad" in what:
        return of_day(words.month_end(words.add_months(today.replace(day=1), int("nästa" in what))), today)
    named = re.fullmatch(rf"{MONTH}(?: {WRITTEN_YEAR})?", what)
    month = _month(named, today) if named else None
    return of_day(month.last, today) if month and month.last else None


def _turn(found: re.Match[str], today: date) -> When:
    """Ask: the turn of the month is its last day and the first of the next."""
    last = words.month_end(today) if found[0].endswith("månadsskiftet") else date(today.year, 12, 31)
    return ask(of_day(last, today), of_day(last + timedelta(days=1), today))


def _span(found: re.Match[str], today: date) -> When | None:
    """Read two days with a dash between: the last is the next such day, the first the nearest before it."""
    ends = [_part(found, "one"), _part(found, "two")]
    ends[0] = (ends[0][0], ends[0][1] or ends[1][1])
    if found["year"]:
        last = words.real_date(words.year(found["year"], today), ends[1][1], ends[1][0])
    else:
        last = words.next_date(*ends[1], today)
    years = (last.year, last.year - 1) if last else ()
    firsts = [at for one in years if (at := words.real_date(one, ends[0][1], ends[0][0]))]
    first = next((at for at in firsts if last and at <= last), None)
    if first is None or last is None or last - first > _LONGEST or first == last:
        return None
    return of_span(first, last, today) if _fit(found, first, last) else ask(of_span(first, last, today))


def _part(found: re.Match[str], end: str) -> tuple[int, int]:
    named, numbered = found[f"month_{end}"], found[f"number_{end}"]
    return int(found[f"day_{end}"]), words.month(named) if named else int(numbered or 0)


def _fit(found: re.Match[str], first: date, last: date) -> bool:
    told = ((found["weekday_one"], first), (found["weekday_two"], last))
    return all(not word or words.weekday(word) == at.weekday() for word, at in told)


def _weekend(_found: re.Match[str], today: date) -> When | None:
    saturday = words.next_weekday(5, today)
    return of_span(saturday, saturday + timedelta(days=1), today) if today.weekday() < 5 else None


def _named(found: re.Match[str], today: date) -> When | None:
    at = named_day(found["name"], today)
    return of_day(at, today) if at else None


def _not_past(at: date, today: date) -> When | None:
    return of_day(at, today) if at >= today else None


def _end_of_span(end: str) -> str:
    named = (WEEKDAY + r",? ", _DAY, r" ?" + MONTH, r"/(?P<number>[0-9]{1,2})")
    weekday, day, month, number = (re.sub(r"\?P<(\w+)>", rf"?P<\1_{end}>", part) for part in named)
    missing = "?" if end == "one" else ""
    return rf"(?:{weekday})?(?:den )?{day}(?:{month}|{number}){missing}"


_ON = r"(?:nu på |på |nu |denna |den här |kommande )?"
_IN_WEEK = rf"(?:,? \(?(?:i )?{WEEK}\)?)?"
_WEEKDAY_FIRST = rf"{_ON}(?:{WEEKDAY},? )?(?:den )?"
_PATTERNS: tuple[tuple[str, Rule], ...] = (
    ("|".join(_TODAY), _today),
    (rf"{_ON}{WEEKDAY}{_IN_WEEK}", _weekday),
    (rf"(?:i |under |på )?{WEEK},? (?:på )?{WEEKDAY}", _weekday),
    (rf"(?:på )?nästa {WEEKDAY}", _next_weekday),
    (rf"(?:på )?{WEEKDAY} (?:om {NUMBER} veck(?:a|or)|8 dagar)", _weekday_ahead),
    (
        rf"(?P<next_first>nästa vecka,? )?(?:på )?{WEEKDAY}(?: i)?"
        r"(?: (?P<next>nästa vecka)| (?:denna vecka|den här veckan))?",
        _weekday_of_week,
    ),
    (rf"{_WEEKDAY_FIRST}{_DAY} ?{MONTH}(?:,? {WRITTEN_YEAR})?{_IN_WEEK}", _date),
    (rf"{_WEEKDAY_FIRST}{_DAY}/(?P<number>[0-9]{{1,2}}){_SHORT_YEAR}{_IN_WEEK}", _date),
    (r"(?P<year>(?:19|20|21)[0-9]{2})-(?P<number>[0-9]{2})-(?P<day>[0-9]{2})", _iso),
    (r"(?P<year>20[0-9]{2})(?P<number>[0-9]{2})(?P<day>[0-9]{2})", _iso),
    (rf"(?:på )?den {_DAY}", _day_of_month),
    (rf"(?:om |inom ){NUMBER} (?P<unit>d|dag(?:ar)?|dgr|v|veck(?:a|or)|mån|månad(?:er)?|halvår|år)\.?", _ahead),
    (r"(?:om |inom )(?:ett )?(?P<unit>halvt år|halvår)", _ahead),
    (r"(?:om |inom )ett par (?P<unit>dagar|veckor|månader)", _couple),
    (rf"(?:i |under |på )?{WEEK}(?:-(?P<to>[0-9]{{1,2}}))?(?: {WRITTEN_YEAR})?(?: (?P<days>\(.{{1,60}}\)))?", _week),
    (rf"(?:i |under )?(?P<next>nästa vecka)|{_THIS_WEEK}", _near_week),
    (rf"(?:i |under |någon gång i )?{MONTH}(?: månad)?(?: {WRITTEN_YEAR})?", _month),
    (r"(?:i |under )?(?P<next>nästa månad)|(?:i |under )?(?:den här månaden|denna månad)", _near_month),
    (
        rf"(?:i |vid |mot )?(?:(?:slutet (?:av|på)|(?:den )?sista(?: dagen)?(?: i| av)?)"
        r" (?P<what>(?:nästa )?månad(?:en)?|(?:nästa )?vecka|veckan|året"
        rf"|{MONTH}(?: {WRITTEN_YEAR})?)|(?P<end_of>månadens|veckans|årets) slut)",
        _end,
    ),
    (r"(?:i |vid |runt |kring )?(?:månadsskiftet|årsskiftet)", _turn),
    (rf"(?:mellan )?{_end_of_span('one')} ?(?:-|till|och) ?{_end_of_span('two')}(?: {WRITTEN_YEAR})?", _span),
    (r"(?:i |under |på )?helgen", _weekend),
    (r"(?:på )?(?P<name>[^\W\d]{4,20}(?: [^\W\d]{3,20})?)", _named),
)
_RULES = tuple((re.compile(pattern), rule) for pattern, rule in _PATTERNS)
