"""Every way in which days, weeks and months are written in Swedish, with the rule that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from sip_tui.swedish.dates import day_rules as days
from sip_tui.swedish.dates import span_rules as spans
from sip_tui.swedish.dates.vocabulary import MONTH, NUMBER, ORDINALS, WEEK, WEEKDAY, WRITTEN_YEAR
from sip_tui.swedish.dates.when import ParsedTime

Rule = Callable[[re.Match[str], date], ParsedTime | None]

_DAY = r"(?P<day>[0-9]{1,2})(?::?[ea])?"
_ORDINAL = re.compile(rf"\b({'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?= {MONTH})|(?<=\bden )(\w+)$")
_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_SHORT_YEAR = r"(?:(?:/| -| |-)(?P<year>(?:19|20|21)[0-9]{2}|[0-9]{2}))?"
_ON = r"(?:på |nu |denna |den här |kommande )?"
_IN_WEEK = rf"(?:,? \(?(?:i )?{WEEK}\)?)?"
_WEEKDAY_FIRST = rf"{_ON}(?:{WEEKDAY},? )?(?:den )?"


def read_days(text: str, today: date) -> ParsedTime | None:
    """Read what names days; None when no rule knows it, a question when it names no day that there is.

    Args:
        text: The phrase in small letters, with plain dashes, without a time of day or "senast".
        today: The day it was said.
    """
    plain = _ORDINAL.sub(_in_digits, text)
    for pattern, rule in _RULES:
        found = pattern.fullmatch(plain)
        if found:
            return rule(found, today)
    return None


def _in_digits(found: re.Match[str]) -> str:
    return str(ORDINALS.get(found[0], found[0]))


def _end_of_span(end: str) -> str:
    named = (WEEKDAY + r",? ", _DAY, r" ?" + MONTH, r"/(?P<number>[0-9]{1,2})")
    weekday, day, month, number = (re.sub(r"\?P<(\w+)>", rf"?P<\1_{end}>", part) for part in named)
    missing = "?" if end == "one" else ""
    return rf"(?:{weekday})?(?:den )?{day}(?:{month}|{number}){missing}"


_IN_WEEKS = r"om (?:" + NUMBER + r" veck(?:a|or)|(?P<eight>8|åtta) dagar|(?P<fourteen>14|fjorton) dagar)"
_LINK = r"(?: ?(?P<link>-|/|till|och|eller|el\.?) ?(?:v(?:eckan?)?\.? ?)?(?P<to>[0-9]{1,2}))?"
_BETWEEN = tuple(
    rf"{before}{_end_of_span('one')} ?{link} ?{_end_of_span('two')}(?: {WRITTEN_YEAR})?"
    for before, link in (("mellan ", "och"), ("(?:från )?", "(?:-|till)"))
)
_PATTERNS: tuple[tuple[str, Rule], ...] = (
    ("|".join(days.TODAY), days.near_day),
    (rf"{_ON}{WEEKDAY}{_IN_WEEK}", days.weekday),
    (rf"(?:i |under |på )?{WEEK},? (?:på )?{WEEKDAY}", days.weekday),
    (rf"(?:på )?(?:nästa|nästkommande) {WEEKDAY}", days.next_weekday),
    (rf"(?:på )?{WEEKDAY} {_IN_WEEKS}", days.weekday_ahead),
    (rf"{_IN_WEEKS},? (?:på )?{WEEKDAY}", days.weekday_ahead),
    (
        rf"(?P<next_first>nästa v(?:eckas?)?\.?,? )?(?:på )?{WEEKDAY}(?: i)?"
        r"(?: (?P<next>nästa v(?:ecka)?\.?)| (?:denna vecka|den här veckan))?",
        days.weekday_of_week,
    ),
    (rf"{_WEEKDAY_FIRST}{_DAY} ?{MONTH}(?:,? {WRITTEN_YEAR})?{_IN_WEEK}", days.dated),
    (rf"{_WEEKDAY_FIRST}{_DAY}/(?P<number>[0-9]{{1,2}}){_SHORT_YEAR}{_IN_WEEK}", days.dated),
    (rf"{_YEAR}([-/])(?P<number>[0-9]{{2}})\2(?P<day>[0-9]{{2}})", days.full_date),
    (r"(?P<year>20[0-9]{2})(?P<number>[0-9]{2})(?P<day>[0-9]{2})", days.full_date),
    (rf"(?P<day>[0-9]{{1,2}})\.(?P<number>[0-9]{{1,2}})\.{_YEAR}", days.full_date),
    (r"(?P<year>2[0-9]|3[0-9])-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])", days.short_date),
    (r"(?P<one>[0-9]{1,2})[.:](?P<two>[0-9]{2})", days.dotted),
    (rf"{_ON}den {_DAY}", days.of_month),
    (r"(?P<day>[0-9]{1,2}):[ea]", days.of_month),
    (rf"{_ON}{WEEKDAY},? (?:den )?{_DAY}", days.of_month),
    (rf"(?:på )?den {_DAY} (?:i )?(?:(?P<next>nästa) månad|denna månad|den här månaden)", days.of_month),
    (
        rf"(?:på |den )?(?P<which>första|andra|tredje|fjärde|sista) {WEEKDAY} i {MONTH}(?: {WRITTEN_YEAR})?",
        days.weekday_of_month,
    ),
    (
        rf"(?:om |inom ){NUMBER} ?(?P<unit>d|dag(?:ar)?|dgr|v|veck(?:a|or)|mån|månad(?:er)?|kvartal|halvår|år)\.?",
        days.ahead,
    ),
    (r"(?:om |inom )(?:ett )?(?P<unit>halvt år|halvår)", days.ahead),
    (r"(?:om |inom )ett par (?P<unit>dagar|veckor|månader)", days.couple),
    (rf"(?:i |under |på )?{WEEK}{_LINK}(?: {WRITTEN_YEAR})?(?: (?P<days>\(.{{1,60}}\)))?", spans.weeks),
    (
        r"(?:i |under )?(?P<next>nästa v(?:ecka)?\.?)|(?:i |under )?(?:den här veckan|denna vecka)"
        r"|(?P<loose>(?:i|under) veckan)",
        spans.near_week,
    ),
    (rf"(?:i |under )?{MONTH}(?: månad)?(?: {WRITTEN_YEAR})?", spans.months),
    (r"(?:i |under )?(?P<next>nästa månad)|(?:i |under )?(?:den här månaden|denna månad)", spans.near_month),
    (
        rf"(?:i |vid |mot )?(?:(?:slutet (?:av|på)|(?:den )?sista(?: dagen)?(?: i| av)?)"
        r" (?P<what>(?:nästa )?månad(?:en)?|(?:nästa )?vecka|veckan|året"
        rf"|{WEEK}|{MONTH}(?: {WRITTEN_YEAR})?)|(?P<end_of>månadens|veckans|årets) slut)",
        spans.end,
    ),
    (r"(?P<unit>veckan|månaden|året) ut", spans.out),
    (rf"(?:i |vid |runt |kring )?(?:månadsskiftet|årsskiftet)(?: {MONTH}[/-](?:[a-z]{{3,9}})\.?)?", spans.turn),
    *((between, spans.span) for between in _BETWEEN),
    (r"(?:i |under |på )?helgen|(?:i |under |på )?(?P<next>nästa helg)", spans.weekend),
    (r"(?:på )?(?P<name>[^\W\d]{4,20}(?: [^\W\d]{3,20}){0,2})", days.named),
)
_RULES = tuple((re.compile(pattern), rule) for pattern, rule in _PATTERNS)
