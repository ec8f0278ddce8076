"""How weeks, months and spans are written in Swedish, and their beginnings and ends: one small rule for each way.

A rule gives None for what is not its own, and a question for what has more than one meaning or has gone by.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sip_tui.swedish.dates import vocabulary as words
from sip_tui.swedish.dates.day_rules import Rule, not_past
from sip_tui.swedish.dates.holidays import red_day
from sip_tui.swedish.dates.vocabulary import MONTH, WEEK, WEEKDAY, WRITTEN_YEAR
from sip_tui.swedish.dates.when import (
    PLAIN_DASH,
    ParsedTime,
    ask,
    format_when,
    of_day,
    of_month,
    of_span,
    of_weeks,
    unless_passed,
)

_LONGEST = timedelta(days=180)
_TO = {"-", "till", "t.o.m.", "tom"}


def weeks(found: re.Match[str], today: date) -> ParsedTime | None:
    """Read "v. 12", "vecka 48 till 50", "v. 12 (22-26 mars)"; ask about "v. 50 eller 51" and "v. 54"."""
    in_year = words.year(found["year"], today) if found["year"] else None
    first = words.monday(int(found["week"]), today, in_year)
    if first is None:
        return ask()
    last = words.monday(int(found["to"]), first) if found["to"] else first
    if last is None or last - first > _LONGEST:
        return ask()
    read = of_weeks(first, last, today)
    if found["to"] and found["link"].strip() not in _TO:
        return ask(of_weeks(first, first, today), of_weeks(last, last, today))
    written = format_when(read).translate(PLAIN_DASH) if found["days"] else ""
    fits = not found["days"] or written.endswith(found["days"])
    return (read if in_year else unless_passed(read, today)) if fits else ask(read)


def near_week(found: re.Match[str], today: date) -> ParsedTime:
    """Read "nästa vecka", "denna vecka"; "i veckan" is asked about, for it may be the one that has been."""
    first = words.week_start(today, 1 if found["next"] else 0)
    if words.shift(first, days=4) < today:
        return ask()
    return ask(of_weeks(first, first, today)) if found["loose"] else of_weeks(first, first, today)


def months(found: re.Match[str], today: date) -> ParsedTime:
    """Read "i februari", "dec 2026"."""
    in_month = words.month(found["month"])
    if found["year"]:
        return of_month(date(words.year(found["year"], today), in_month, 1))
    return of_month(date(today.year + (in_month < today.month), in_month, 1))


def near_month(found: re.Match[str], today: date) -> ParsedTime:
    """Read "nästa månad", "den här månaden"."""
    return of_month(words.shift(today.replace(day=1), months=1 if found["next"] else 0))


def week_of_month(found: re.Match[str], today: date) -> ParsedTime:
    """Read "första veckan i februari", "jan första veckan": of the next such month in which it is not over.

    A month begins with the week of its first working day, if most of that week is in it; on a Thursday or a Friday,
    and for a last week that is not half in the month, it is asked about.
    """
    in_month, which = words.month(found["month"]), words.ORDINALS.get(found["which"], 0)
    written = words.year(found["year"], today) if found["year"] else None
    likely, other = _weeks_of(date(written or today.year, in_month, 1), which)
    if not written and words.shift(likely, days=4) < today:
        likely, other = _weeks_of(date(today.year + 1, in_month, 1), which)
    read = of_weeks(likely, likely, today)
    if other is not None:
        return ask(read, of_weeks(other, other, today))
    return read if written else unless_passed(read, today)


def _weeks_of(first: date, which: int) -> tuple[date, date | None]:
    """Give the Monday of the first, second… week of a month, 0 for its last, and of another that it may be."""
    if not which:
        last = words.month_end(first)
        whole = words.week_start(last)
        return (whole, None) if last.weekday() > 1 else (words.shift(whole, weeks=-1), whole)
    begins = next(day for off in range(7) if red_day(day := words.shift(first, days=off)) is None)
    week = words.shift(words.week_start(begins), weeks=which - 1)
    return week, words.shift(week, weeks=1) if begins.weekday() > 2 else None


def end(found: re.Match[str], today: date) -> ParsedTime | None:
    """Read "sista dagen i månaden", and of a week its Friday; ask about "slutet av månaden", which is some days."""
    what = found["what"] or found["end_of"]
    if what.startswith(("år", "årets")):
        return of_day(date(today.year, 12, 31), today)
    if what in {"veckan", "vecka", "nästa vecka", "veckans"}:
        return not_past(words.shift(words.week_start(today, int("nästa" in what)), days=4), today)
    read: ParsedTime | None
    if "månad" in what:
        read = of_day(words.month_end(words.shift(today.replace(day=1), months=int("nästa" in what))), today)
    else:
        read = _named_end(what, today)
    return ask(read) if read and "slut" in found[0] and what[:1] != "v" else read


def _named_end(what: str, today: date) -> ParsedTime | None:
    week = re.fullmatch(WEEK, what)
    if week:
        first = words.monday(int(week["week"]), today)
        return unless_passed(not_past(words.shift(first, days=4), today), today) if first else ask()
    named = re.fullmatch(rf"{MONTH}(?: {WRITTEN_YEAR})?", what)
    month = months(named, today) if named else None
    return of_day(month.last, today) if month and month.last else None


def out(found: re.Match[str], today: date) -> ParsedTime:
    """Ask: "månaden ut", "maj ut" goes on until its last day, and says not when."""
    if found["month"]:
        in_month = words.month(found["month"])
        return ask(of_day(words.month_end(date(today.year + (in_month < today.month), in_month, 1)), today))
    if found["unit"].startswith("v"):
        last = words.shift(words.week_start(today), days=4)
    else:
        last = words.month_end(today) if found["unit"].startswith("m") else date(today.year, 12, 31)
    return ask(of_day(last, today)) if last >= today else ask()


def turn(found: re.Match[str], today: date) -> ParsedTime:
    """Ask: the turn of the month is its last day and the first of the next."""
    last = date(today.year, 12, 31) if "årsskiftet" in found[0] else words.month_end(today)
    return ask(of_day(last, today), of_day(words.shift(last, days=1), today))


def span(found: re.Match[str], today: date) -> ParsedTime | None:
    """Read two days with a dash between: the last is the next such day, the first the nearest before it."""
    ends = [_part(found, "one"), _part(found, "two")]
    ends[0] = (ends[0][0], ends[0][1] or ends[1][1])
    if found["year"]:
        last = words.real_date(words.year(found["year"], today), ends[1][1], ends[1][0])
    else:
        last = words.next_date(*ends[1], today)
    years = (last.year, last.year - 1) if last else ()
    firsts = [at for in_year in years if (at := words.real_date(in_year, ends[0][1], ends[0][0]))]
    first = next((at for at in firsts if last and at <= last), None)
    if first is None or last is None or last - first > _LONGEST or first == last:
        return None
    read = of_span(first, last, today)
    return (read if found["year"] else unless_passed(read, today)) if _fit(found, first, last) else ask(read)


def _part(found: re.Match[str], which: str) -> tuple[int, int]:
    named, numbered = found[f"month_{which}"], found[f"number_{which}"]
    return int(found[f"day_{which}"]), words.month(named) if named else int(numbered or 0)


def _fit(found: re.Match[str], first: date, last: date) -> bool:
    ends = ((found["weekday_one"], first), (found["weekday_two"], last))
    return all(not word or words.weekday(word) == at.weekday() for word, at in ends)


def weekend(found: re.Match[str], today: date) -> ParsedTime:
    """Read "i helgen"; ask about "nästa helg", and in a weekend whether this one is meant."""
    this, after = (
        of_span(
            words.shift(words.week_start(today, weeks), days=5),
            words.shift(words.week_start(today, weeks), days=6),
            today,
        )
        for weeks in (0, 1)
    )
    if found["next"]:
        return ask(after, this) if today.weekday() < 5 else ask(after)
    return this if today.weekday() < 5 else ask(this)


def _end_of_span(end: str) -> str:
    named = (WEEKDAY + r",? ", _DAY, r" ?" + MONTH, r"/(?P<number>[0-9]{1,2})")
    weekday, day, month, number = (re.sub(r"\?P<(\w+)>", rf"?P<\1_{end}>", part) for part in named)
    missing = "?" if end == "one" else ""
    return rf"(?:{weekday})?(?:den )?{day}(?:{month}|{number}){missing}"


_DAY = r"(?P<day>[0-9]{1,2})(?::?[ea])?"
_WEEK_OF_MONTH = r"(?P<which>första|andra|tredje|fjärde|sista) v(?:eckan?)?\.?"
_LINK = r"(?: ?(?P<link>-|/|till|och|eller|el\.?) ?(?:v(?:eckan?)?\.? ?)?(?P<to>[0-9]{1,2}))?"
_BETWEEN = tuple(
    rf"{before}{_end_of_span('one')} ?{link} ?{_end_of_span('two')}(?: {WRITTEN_YEAR})?"
    for before, link in (("mellan ", "och"), ("(?:från )?", "(?:-|till)"))
)
RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?:i |under |på )?{WEEK}{_LINK}(?: {WRITTEN_YEAR})?(?: (?P<days>\([0-9].{{1,60}}\)))?", weeks),
    (
        r"(?:i |under )?(?P<next>nästa v(?:ecka)?\.?)|(?:i |under )?(?:den här v(?:eckan)?|denna v(?:ecka)?)\.?"
        r"|(?P<loose>(?:i|under) veckan)",
        near_week,
    ),
    (rf"(?:i |under )?{MONTH}(?: månad)?(?: {WRITTEN_YEAR})?", months),
    (r"(?:i |under )?(?P<next>nästa månad)|(?:i |under )?(?:den här månaden|denna månad)", near_month),
    (
        rf"(?:i |vid |mot )?(?:(?:slutet (?:av|på)|(?:den )?sista(?: dagen)?(?: i| av)?)"
        r" (?P<what>(?:nästa )?månad(?:en)?|(?:nästa )?vecka|veckan|året"
        rf"|{WEEK}|{MONTH}(?: {WRITTEN_YEAR})?)|(?P<end_of>månadens|veckans|årets) slut)",
        end,
    ),
    (rf"(?:i |under )?{_WEEK_OF_MONTH} (?:i |av |på )?{MONTH}(?: {WRITTEN_YEAR})?", week_of_month),
    (rf"(?:i )?{MONTH}(?: {WRITTEN_YEAR})?,? (?:i )?{_WEEK_OF_MONTH}", week_of_month),
    (rf"(?P<unit>veckan|månaden|året|{MONTH}) ut", out),
    (rf"(?:i |vid |runt |kring )?(?:månadsskiftet|årsskiftet)(?: {MONTH}[/-](?:[a-z]{{3,9}})\.?)?", turn),
    *((between, span) for between in _BETWEEN),
    (r"(?:i |under |på )?helgen|(?:i |under |på )?(?P<next>nästa helg)", weekend),
)
"""Every way in which weeks, months and spans are written, with the rule that reads it."""
