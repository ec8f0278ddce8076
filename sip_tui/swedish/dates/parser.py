"""Parse a "when" as people write it in a meeting: "senast fredag", "v. 12", "varannan vecka", "till nästa möte".

What has one meaning is read. What has more than one, or none, is asked about and never guessed: a promise with the
wrong day is worse than a question (requirements 7, 36, 105). Every answer can be written out with ``format_when``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, time

from sip_tui.swedish.dates import day_rules, span_rules
from sip_tui.swedish.dates.holidays import feast, named_day
from sip_tui.swedish.dates.recurring import is_open, is_repeated, is_vague, next_meeting
from sip_tui.swedish.dates.rewrites import corrected, in_swedish, without_hedge
from sip_tui.swedish.dates.vocabulary import (
    MONTH,
    MONTH_NAME,
    MONTHS,
    NUMBERS,
    ORDINALS,
    WEEK,
    number,
    shift,
    single_line,
)
from sip_tui.swedish.dates.when import (
    PLAIN_DASH,
    ParsedTime,
    TimeKind,
    ask,
    format_when,
    of_day,
    stored_text,
    unless_passed,
    warning,
)

__all__ = ["ParsedTime", "TimeKind", "format_when", "is_when", "read_when", "stored_text", "warning"]

_LONGEST = 120
"""Longer than this is no phrase of time, but a sentence."""
_DAYS_IN_A_ROW = re.compile(
    r"\b((?:mån|tis|ons|tors?|fre|lör|sön)(?:dag)?) (?=(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag)?\b)"
)
"""Days without a comma between them: "mån ons fre"."""
_FILLER = re.compile(r"^(?:redan|nu|någon gång|nån gång|dock|men|klara?|klart|färdig[at]?) (?=\S)")
"""Words that say nothing about the day."""
_LATEST = re.compile(
    r"^(?:(?:allra )?senast|till och med|t\.? ?o\.? ?m\.?|fram till|fram tills|tills|till|t|(?:deadline|dl):?) "
)
_STARTS = re.compile(
    r"^(?:från(?: och med)?|fr\.? ?o\.? ?m\.?|from|fom|fr\.?|med start|(?:med )?start) (?!.*(?: till | ?- ?[0-9]))"
)
_LATEST_AFTER = re.compile(r",? senast$")
_BEFORE = re.compile(r"(?:allra )?(?:senast )?(?:innan|före) ")
_HOURS = "|".join(word for word, hour in NUMBERS.items() if 0 < hour <= 12)
_CLOCK = re.compile(
    r",? ?\b(?P<by>(?:före|innan|senast) )?(?:kl(?![^\W\d_])\.?|klockan) ?"
    rf"(?P<hour>[0-9]{{1,2}}|(?:{_HOURS})\b)(?:[.:](?P<minute>[0-9]{{2}}))?(?![0-9.:]*[0-9])"
)
_BARE_CLOCK = re.compile(r"[ t](?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?::00)?$")
_BARE_HOUR = re.compile(r"(?:(?<=[ /]20[0-9]{2})|(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})) (?P<hour>[0-9]{1,2})(?P<minute>)$")
"""An hour alone, "25 januari 2027 13": only after a date with its year, where it can be nothing else."""
_FIRST_CLOCK = re.compile(r"^(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2}) (?=[^\W\d]|[0-9]+/)")
_HOURS_SAID = (
    r"(?:kl\.? ?|klockan )?(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?"
    r"(?: ?- ?| till |(?<=:[0-9]{2})/|(?P<and> och ))"
    r"(?:kl\.? ?|klockan )?(?P<to>[0-9]{1,2})(?:[.:](?P<to_minute>[0-9]{2}))?"
)
_WEEK_SAID = r"(?P<week>, (?:v\.|vecka) [0-9]{1,2})?"
_FROM_TO = (
    re.compile(rf"(?P<day>.+?)(?:,? |(?<=[0-9])t)(?P<between>mellan )?{_HOURS_SAID}{_WEEK_SAID}"),
    re.compile(rf"(?=kl|mellan)(?P<between>mellan )?{_HOURS_SAID},? (?P<day>.+?)(?P<week>)"),
)
"""A day with the hours from and to: "fredag 13-14.30", "kl 9-10 på tisdag", "19/2 mellan 13 och 14"."""
_AND = re.compile(r",? (?:eller|el\.?|och|o|å|&|\+) |, |(?<=[^\W\d])[/+](?=[^\W\d])")
_BUT = re.compile(r",? (?:men|dock) ")
_MONTH_AFTER = re.compile(r"(?:den )?[0-9]{1,2}(?::?[ea])?(?P<month> ?[^\W\d].*|/.+)")
_A_WEEK = re.compile(rf"(?:senast )?{WEEK}")
_BARE_DAY = re.compile(r"(?:den )?[0-9]{1,2}(?::?[ea])?")
_ORDINAL = re.compile(rf"\b({'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?= {MONTH})|(?<=\bden )(\w+)$")
_RULES = tuple((re.compile(pattern), rule) for pattern, rule in (*day_rules.RULES, *span_rules.RULES, day_rules.NAMED))
NOON = 12
_MOST = 5
"""More days than this in a row are no choice, but a list."""
_NAME = re.compile(rf"(?i:{MONTH_NAME}|tor|fred)")
"""Words of time that are names of people too, when they have a capital letter."""


def read_when(phrase: str, today: date) -> ParsedTime:
    """Read a phrase of time.

    Args:
        phrase: What somebody said or typed, in Swedish; ISO dates too.
        today: The day it was said, where the meeting is. What is read is never before it, unless a year was written.

    Returns:
        What it means. Of the kind ``ASK`` when it has no one meaning, with the candidates when there are some.
    """
    words = single_line(unicodedata.normalize("NFC", phrase))
    found = _understood(words, today) or ask()
    named = found.kind in {TimeKind.REPEATED, TimeKind.OPEN, TimeKind.ASK}
    return replace(found, words=words) if named else found


def is_when(phrase: str, today: date) -> bool:
    """True for a phrase of time, also for one that has to be asked about ("snart", "nästa fredag", "30/2").

    A word that stands alone and has the capital letter of a name is none: "Jan", "April", "Tor".
    """
    words = single_line(unicodedata.normalize("NFC", phrase))
    called = words.istitle() and (_NAME.fullmatch(words) or corrected(_plain(words)) in MONTHS)
    return not called and _understood(words, today) is not None


def _understood(words: str, today: date) -> ParsedTime | None:
    """Read what is a phrase of time; None for what is not."""
    text = _plain(words)
    if not 0 < len(text) <= _LONGEST:
        return None
    found = _read(text, today)
    if found is None and "(" in text:
        found = _read(text.replace("(", "").replace(")", ""), today)
    return found or _in_english(text, today) or _misspelt(text, today)


def _in_english(text: str, today: date) -> ParsedTime | None:
    swedish = in_swedish(text)
    return _read(swedish, today) if swedish else None


def _misspelt(text: str, today: date) -> ParsedTime | None:
    mended = corrected(text)
    return _asked(_dated(mended, today)) if mended != text else None


def _plain(words: str) -> str:
    bare = _DAYS_IN_A_ROW.sub(r"\1, ", words.casefold().translate(PLAIN_DASH).rstrip(" .,;!?"))
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def _read(text: str, today: date) -> ParsedTime | None:
    text = _FILLER.sub("", text)
    if is_repeated(text):
        return ParsedTime(TimeKind.REPEATED)
    if is_open(text):
        return ParsedTime(TimeKind.OPEN)
    latest = next_meeting(text)
    if latest is not None:
        return ParsedTime(TimeKind.NEXT_MEETING, deadline=latest)
    hours = _in_hours(text, today)
    return hours or _dated(text, today) or _several(text, today) or (ask() if is_vague(text) else None)


def _in_hours(text: str, today: date) -> ParsedTime | None:
    """Read a day with the hours from and to; None for what is no such thing, "v. 3-4" or "3-4 december"."""
    found = next((match for pattern in _FROM_TO if (match := pattern.fullmatch(text))), None)
    if found is None or (found["and"] and not found["between"]):
        return None
    days = _dated(found["day"] + (found["week"] or ""), today)
    choices = [days] if days and days.kind is not TimeKind.ASK else list(days.candidates) if days else []
    if days is None or not choices or any(day.kind is not TimeKind.DAY or day.deadline for day in choices):
        return None
    clock = f"{found['hour']}.{found['minute'] or '00'}-{found['to']}.{found['to_minute'] or '00'}"
    return _with(days, clock, deadline=False)


def _several(text: str, today: date) -> ParsedTime | None:
    """Ask which of several days was meant: "fredag eller måndag", "3 och 10 december"; None when one is no day.

    A deadline after a comma is no choice, but a time of its own: "schema för v 49, senast fredag".
    """
    but = _BUT.split(text)
    parts = but if len(but) > 1 else _AND.split(text)
    if not 1 < len(parts) <= _MOST or (parts is not but and any(map(_by, parts[1:]))):
        return None
    rule = _read if parts is but else _dated
    read = [rule(part, today) for part in _in_full(parts)]
    return ask(*_choices([choice for choice in read if choice])) if all(read) else None


def _by(text: str) -> bool:
    return bool(_LATEST.match(text) or _BEFORE.match(text))


def _read_days(text: str, today: date) -> ParsedTime | None:
    """Read what names days; None when no rule knows it, a question when it names no day that there is.

    Args:
        text: The phrase in small letters, with plain dashes, without a time of day or "senast".
        today: The day it was said.
    """
    plain = _ORDINAL.sub(lambda found: str(ORDINALS.get(found[0], found[0])), text)
    for pattern, rule in _RULES:
        if found := pattern.fullmatch(plain):
            return rule(found, today)
    return None


def _in_full(parts: list[str]) -> list[str]:
    """Give every number what one has for all: the month of "3 och 10 december", the word of "v 48, 50 och 52"."""
    month, week = _MONTH_AFTER.fullmatch(parts[-1]), _A_WEEK.fullmatch(parts[0])
    before, after = ("v. ", "") if week else ("", month["month"] if month else "")
    return [f"{before}{part}{after}" if _BARE_DAY.fullmatch(part) else part for part in parts]


def _choices(read: list[ParsedTime]) -> list[ParsedTime]:
    return [each for choice in read for each in choice.candidates or (choice,) if each.first]


def _dated(text: str, today: date) -> ParsedTime | None:
    """Read what names days, with or without "senast", "innan" and a time of day.

    "Innan jul" is the day before, but "innan fredag kl 13" is on that Friday.
    """
    if starts := _STARTS.match(text):
        return _started(_dated(text[starts.end() :], today))
    plain = without_hedge(text)
    if plain is not None:
        return _asked(_dated(plain, today))
    rest, deadline, before = _limits(text)
    rest, clock, by = _clock(rest)
    if clock and not rest:
        return _asked(_with(of_day(today, today), clock, deadline or by))
    days = _before(rest, today) if before and not clock else _read_days(rest, today)
    return None if days is None else _with(days, clock, deadline or by or rest.startswith("inom "))


def _started(read: ParsedTime | None) -> ParsedTime | None:
    """Make a time the one from which something goes on; a deadline is none."""
    plain = read is not None and read.first is not None and not read.deadline and read.kind is not TimeKind.ASK
    return replace(read, starts=True) if read is not None and plain else _asked(read)


def _asked(read: ParsedTime | None) -> ParsedTime | None:
    return read if read is None or read.kind is TimeKind.ASK else ask(read)


def _limits(text: str) -> tuple[str, bool, bool]:
    """Take off what says that it may be earlier; tell whether the day itself counts, and whether it does not."""
    before = _BEFORE.match(text)
    if before:
        return text[before.end() :], True, True
    rest, deadline = _LATEST_AFTER.subn("", text)
    while found := _LATEST.match(rest):
        rest, deadline = rest[found.end() :], 1
    return rest, bool(deadline), False


def _clock(text: str) -> tuple[str, str, bool]:
    """Take off a time of day, and give it as it was written ("13.30"), and whether it may be earlier.

    What is left of a second one is no day.
    """
    found = next(filter(None, (clock.search(text) for clock in (_CLOCK, _BARE_CLOCK, _BARE_HOUR, _FIRST_CLOCK))), None)
    if found is None:
        return text, "", False
    rest = " ".join((text[: found.start()] + text[found.end() :]).split()).strip(", ")
    hour = found["hour"] if found["hour"][0].isdecimal() else number(found["hour"])
    return rest, f"{hour}.{found['minute'] or '00'}", bool(found.groupdict().get("by"))


def _with(days: ParsedTime, clock: str, deadline: bool) -> ParsedTime:
    """Add the time of day, "13.30" or "13.00-14.30", and the deadline, to every candidate of a question."""
    if days.kind is TimeKind.ASK:
        added = [_with(candidate, clock, deadline) for candidate in days.candidates]
        return ask(*(each for read in added for each in read.candidates or (read,) if each.kind is not TimeKind.ASK))
    if not clock:
        return replace(days, deadline=deadline)
    times = [(int(hour), int(minute)) for hour, minute in (part.split(".") for part in clock.split("-"))]
    (hour, minute), until = times[0], times[1:]
    if days.kind is not TimeKind.DAY or any(at > 23 or past > 59 for at, past in times) or times != sorted(set(times)):
        return ask()
    end = time(*until[0]) if until else None
    moment = replace(days, kind=TimeKind.MOMENT, at=time(hour, minute), until=end, deadline=deadline)
    if 1 <= hour <= 6 and not clock.startswith("0"):
        later = replace(moment, at=time(hour + NOON, minute), until=end and end.replace(end.hour % NOON + NOON))
        return ask(later, moment) if end is None or end.hour < NOON else moment
    return moment


def _before(text: str, today: date) -> ParsedTime | None:
    """Read "innan jul": the day before; before a week, the Friday before it.

    The end of something is before it is over, and stays the day it is.
    """
    if "slut" in text:
        return _read_days(text, today)
    first = feast(text, today) or named_day(text, today)
    found = of_day(first, today) if first else _read_days(text, today)
    if found is None or found.first is None:
        return ask() if found else None
    week = found.kind is TimeKind.SPAN and found.first.weekday() == 0
    at = shift(found.first, days=-3 if week else -1)
    if at < today and not found.with_year:
        return ask()
    return unless_passed(of_day(at, today), today) if first else of_day(at, today)
