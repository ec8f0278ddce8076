"""Parse a "when" as people write it in a meeting: "senast fredag", "v. 12", "varannan vecka", "till nästa möte".

What has one meaning is read. What has more than one, or none, is asked about and never guessed: a promise with the
wrong day is worse than a question (requirements 7, 36, 105). Every answer can be written out with ``format_when``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import lru_cache

from sip_tui.swedish.dates import day_rules, span_rules
from sip_tui.swedish.dates.day_parts import take_part, without_parts
from sip_tui.swedish.dates.holidays import feast, named_day
from sip_tui.swedish.dates.hours import at_hours, take_clock, take_hours
from sip_tui.swedish.dates.recurring import is_open, is_repeated, is_vague, next_meeting
from sip_tui.swedish.dates.rewrites import corrected, in_swedish, without_hedge
from sip_tui.swedish.dates.short_days import is_bare, with_full_days
from sip_tui.swedish.dates.vocabulary import (
    MONTH,
    MONTH_NAME,
    MONTHS,
    ORDINALS,
    WEEK,
    shift,
    single_line,
)
from sip_tui.swedish.dates.when import (
    PLAIN_DASH,
    ParsedTime,
    TimeKind,
    ask,
    format_when,
    in_part,
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
_FILLER = re.compile(r"^(?:redan|nu|någon gång|nån gång|dock|men) (?=\S)")
"""Words that say nothing about the day."""
_DONE = re.compile(r"^(?:klara?|klart|färdig[at]?) (?=\S)")
"""Words that say that it is done by then."""
_LATEST = re.compile(
    r"^(?:(?:allra )?senast|till (?:och|o) med|t\.? ?o\.? ?m\.?|fram till|fram tills|tills|till|t|(?:deadline|dl):?) "
)
_STARTS = re.compile(
    r"^(?:från(?: o(?:ch)? med)?|fr\.? ?o\.? ?m\.?|from|fom|fr\.?|med start|(?:med )?start) (?!.*(?: till | ?- ?[0-9]))"
)
_LATEST_AFTER = re.compile(r",? senast$")
_BEFORE = re.compile(r"(?:allra )?(?:senast )?(?:innan|före) ")
_AND = re.compile(r",? (?:eller|el\.?|och|o|å|&|\+) |, |(?<=[^\W\d])[/+](?=[^\W\d])")
_BUT = re.compile(r",? (?:men|dock) ")
_MONTH_AFTER = re.compile(r"(?:den )?[0-9]{1,2}(?::?[ea])?(?P<month> ?[^\W\d].*|/.+)")
_A_WEEK = re.compile(rf"(?:senast )?{WEEK}")
_BARE_DAY = re.compile(r"(?:den )?[0-9]{1,2}(?::?[ea])?")
_ORDINAL = re.compile(rf"\b({'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?= {MONTH})|(?<=\bden )(\w+)$")
_RULES = tuple((re.compile(pattern), rule) for pattern, rule in (*day_rules.RULES, *span_rules.RULES, day_rules.NAMED))
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


@lru_cache(maxsize=2048)
def is_when(phrase: str, today: date) -> bool:
    """True for a phrase of time, also for one that has to be asked about ("snart", "nästa fredag", "30/2").

    A word that stands alone and has the capital letter of a name is none: "Jan", "April", "Tor".
    """
    words = single_line(unicodedata.normalize("NFC", phrase))
    called = words.istitle() and (_NAME.fullmatch(words) or corrected(_plain(words)) in MONTHS)
    return not called and _understood(words, today) is not None


def _understood(words: str, today: date) -> ParsedTime | None:
    """Read what is a phrase of time, which is asked about with a question mark; None for what is not."""
    if words.rstrip(" )").endswith("?"):
        return _asked(_in_words(_understood(words.replace("?", ""), today), words.replace("?", "")))
    text = _plain(words)
    if not 0 < len(text) <= _LONGEST:
        return None
    found = _read(text, today)
    if found is None and "(" in text:
        found = _read(text.replace("(", "").replace(")", ""), today)
    return found or _in_english(text, today) or _shortened(text, today) or _misspelt(text, today)


def _in_words(read: ParsedTime | None, words: str) -> ParsedTime | None:
    """Keep the words of what has no day to be told by, "varje fredag", so that it can be asked about."""
    told = read is not None and read.kind in {TimeKind.REPEATED, TimeKind.OPEN}
    return replace(read, words=words) if read is not None and told else read


def _in_english(text: str, today: date) -> ParsedTime | None:
    swedish = in_swedish(text)
    return _read(swedish, today) if swedish else None


def _shortened(text: str, today: date) -> ParsedTime | None:
    full = with_full_days(text)
    read = _read(_DAYS_IN_A_ROW.sub(r"\1, ", full), today) if full else None
    return _asked(read) if is_bare(text) else read


def _misspelt(text: str, today: date) -> ParsedTime | None:
    mended = corrected(text)
    read = _read(mended, today) if mended != text else None
    return _asked(replace(read, words="" if read.first else mended)) if read else None


def _plain(words: str) -> str:
    bare = _DAYS_IN_A_ROW.sub(r"\1, ", words.casefold().translate(PLAIN_DASH).rstrip(" .,;!?"))
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def _read(text: str, today: date) -> ParsedTime | None:
    text = _FILLER.sub("", text)
    if done := _DONE.match(text):
        return _done_by(_until_end(text[done.end() :], _read(text[done.end() :], today)))
    if is_repeated(text):
        return ParsedTime(TimeKind.REPEATED)
    if is_open(text):
        return ParsedTime(TimeKind.OPEN)
    latest = next_meeting(text)
    if latest is not None:
        return ParsedTime(TimeKind.NEXT_MEETING, deadline=latest)
    found = _in_hours(text, today) or _dated(text, today) or _several(text, today)
    return found or (ask() if is_vague(text) or is_vague(without_parts(text)) else None)


def _until_end(text: str, read: ParsedTime | None) -> ParsedTime | None:
    """Give the last day of what something is done by the end of: "klart i slutet av maj"."""
    return read.candidates[0] if read and "slut" in text and len(read.candidates) == 1 else read


def _done_by(read: ParsedTime | None) -> ParsedTime | None:
    """Make a time the last one: "klart fredag"; what has no day, or goes on from one, stays as it is."""
    if read is None or read.starts or (read.first is None and not read.candidates):
        return read
    return replace(
        read, deadline=read.first is not None, candidates=tuple(filter(None, map(_done_by, read.candidates)))
    )


def _in_hours(text: str, today: date) -> ParsedTime | None:
    """Read a day with the hours from and to; None for what is no such thing, "v. 3-4" or "3-4 december"."""
    day, hours = take_hours(text) or ("", "")
    days = _dated(day, today) if hours else None
    choices = [days] if days and days.kind is not TimeKind.ASK else list(days.candidates) if days else []
    if days is None or not choices or any(day.kind is not TimeKind.DAY or day.deadline for day in choices):
        return None
    return at_hours(days, hours, deadline=False)


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
        found = pattern.fullmatch(plain)
        if found and (read := rule(found, today)):
            return read
    return None


def _in_full(parts: list[str]) -> list[str]:
    """Give each what one has for all: the month of "3 och 10 december", "v" in "v 48, 50", the day of "fre fm/em"."""
    month, week = _MONTH_AFTER.fullmatch(parts[-1]), _A_WEEK.fullmatch(parts[0])
    before, after = ("v. ", "") if week else ("", month["month"] if month else "")
    full = [f"{before}{part}{after}" if _BARE_DAY.fullmatch(part) else part for part in parts]
    return [part if without_parts(part) else f"{without_parts(full[0])} {part}" for part in full]


def _choices(read: list[ParsedTime]) -> list[ParsedTime]:
    return [each for choice in read for each in choice.candidates or (choice,) if each.first]


def _dated(text: str, today: date) -> ParsedTime | None:
    """Read what names days, with or without "senast", "innan" and a time of day.

    "Innan jul" is the day before, but "innan fredag kl 13" is on that Friday, and "innan fredag kväll" is asked about.
    """
    if starts := _STARTS.match(text):
        return _started(_dated(text[starts.end() :], today))
    plain = without_hedge(text)
    if plain is not None:
        return _asked(_dated(plain, today))
    rest, part = take_part(text)
    rest, deadline, before = _limits(rest)
    rest, clock, by = take_clock(rest)
    if clock and not rest:
        return _asked(at_hours(in_part(of_day(today, today), part), clock, deadline=deadline or by))
    days = _before(rest, today) if before and not (clock or part) else _read_days(rest, today)
    if days is None:
        return None
    unsure = rest in day_rules.UNSURE_ALONE or "slut" in rest
    if unsure and (deadline or clock) and len(days.candidates) == 1:
        days = days.candidates[0]
    read = at_hours(in_part(days, part), clock, deadline=deadline or by or rest.startswith("inom "))
    return _asked(read) if before and part and not clock else read


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
