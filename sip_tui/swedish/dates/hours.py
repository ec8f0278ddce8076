"""The time of day in a phrase of time: "kl 13", "9.30", "mellan 13 och 14", "kl 7 på kvällen"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

from sip_tui.swedish.dates.day_parts import DayPart
from sip_tui.swedish.dates.vocabulary import NUMBERS, number, read_clock
from sip_tui.swedish.dates.when import ParsedTime, TimeKind, ask

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
_SPOKEN = re.compile(
    r",? ?(?<!\w)(?:kl(?:ockan|\.)? ?|vid )?"
    r"(?P<said>(?:(?:kvart|fem|tio|tjugo)(?: min(?:uter)?)? (?:över|i) (?:halv )?|halv )"
    rf"(?:{_HOURS}|[0-9]{{1,2}}))(?![\w.:])"
)
"""A time of day as people say it: "halv tio", "kvart över nio"."""
_WEEK_SAID = r"(?P<week>, (?:v\.|vecka) [0-9]{1,2})?"
_FROM_TO = (
    re.compile(rf"(?P<day>.+?)(?:,? |(?<=[0-9])t)(?P<between>mellan )?{_HOURS_SAID}{_WEEK_SAID}"),
    re.compile(rf"(?=kl|mellan)(?P<between>mellan )?{_HOURS_SAID},? (?P<day>.+?)(?P<week>)"),
)
"""A day with the hours from and to: "fredag 13-14.30", "kl 9-10 på tisdag", "19/2 mellan 13 och 14"."""
_NOON = 12


def take_clock(text: str) -> tuple[str, str, bool]:
    """Take off a time of day, and give it as it was written ("13.30"), and whether it may be earlier.

    What is left of a second one is no day.
    """
    text = _SPOKEN.sub(_in_digits, text, count=1)
    found = next(filter(None, (clock.search(text) for clock in (_CLOCK, _BARE_CLOCK, _BARE_HOUR, _FIRST_CLOCK))), None)
    if found is None:
        return text, "", False
    rest = " ".join((text[: found.start()] + text[found.end() :]).split()).strip(", ")
    hour = found["hour"] if found["hour"][0].isdecimal() else number(found["hour"])
    return rest, f"{hour}.{found['minute'] or '00'}", bool(found.groupdict().get("by"))


def _in_digits(found: re.Match[str]) -> str:
    """Write "halv tio" as "kl 9.30"; an hour before seven keeps its two readings."""
    at = read_clock(found["said"])
    return f" kl {at.hour - _NOON if at.hour > _NOON else at.hour}.{at:%M}" if at else found[0]


def take_hours(text: str) -> tuple[str, str] | None:
    """Take off the hours from and to, "13.00-14.30", and give the day before them; None when there are none."""
    found = next((match for pattern in _FROM_TO if (match := pattern.fullmatch(text))), None)
    if found is None or (found["and"] and not found["between"]):
        return None
    hours = f"{found['hour']}.{found['minute'] or '00'}-{found['to']}.{found['to_minute'] or '00'}"
    return found["day"] + (found["week"] or ""), hours


def at_hours(days: ParsedTime, clock: str, *, deadline: bool) -> ParsedTime:
    """Add the time of day, "13.30" or "13.00-14.30", and the deadline, to every candidate of a question."""
    if days.kind is TimeKind.ASK:
        added = [at_hours(candidate, clock, deadline=deadline) for candidate in days.candidates]
        return ask(*(each for read in added for each in read.candidates or (read,) if each.kind is not TimeKind.ASK))
    if not clock:
        return replace(days, deadline=deadline)
    times = [(int(hour), int(minute)) for hour, minute in (part.split(".") for part in clock.split("-"))]
    if days.kind is not TimeKind.DAY or any(at > 23 or past > 59 for at, past in times) or times != sorted(set(times)):
        return ask()
    begins, ends = time(*times[0]), time(*times[1]) if times[1:] else None
    moment = replace(days, kind=TimeKind.MOMENT, at=begins, until=ends, deadline=deadline, part=None)
    later = _later(moment, begins, ends)
    if days.part:
        return _in_part(days.part, moment, later)
    if later and 1 <= begins.hour <= 6 and not clock.startswith("0"):
        return ask(later, moment)
    return moment


def _later(moment: ParsedTime, begins: time, ends: time | None) -> ParsedTime | None:
    """The same hours after noon; None for hours that are so already."""
    if max(begins.hour, ends.hour if ends else 0) >= _NOON:
        return None
    until = ends and ends.replace(ends.hour + _NOON)
    return replace(moment, at=begins.replace(begins.hour + _NOON), until=until)


def _in_part(part: DayPart, moment: ParsedTime, later: ParsedTime | None) -> ParsedTime:
    """Choose the reading whose hour is in the part of the day; ask about the hours as written when none is."""
    fitting = [read for read in (moment, later) if read and read.at and part.holds(read.at)]
    return fitting[0] if fitting else ask(moment)
