"""A parsed "when", and how it is written: "fredag 27 november, v. 48", "senast v. 12 (22–26 mars)"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sip_tui.swedish.dates import formatting
from sip_tui.swedish.dates.day_parts import SWEDISH, DayPart, day_part
from sip_tui.swedish.dates.holidays import RedDay, red_day
from sip_tui.swedish.dates.vocabulary import monday, month_end, next_date, shift

PLAIN_DASH = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
"""Every dash as the one on the keyboard."""
_NEXT_YEAR = timedelta(days=305)
"""Farther off than this, a day without a year was passed less than two months ago."""


class TimeKind(StrEnum):
    """What kind of time somebody has named."""

    DAY = "day"
    MOMENT = "moment"
    SPAN = "span"
    MONTH = "month"
    REPEATED = "repeated"
    OPEN = "open"
    NEXT_MEETING = "next_meeting"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class ParsedTime:
    """A time as it was understood. Two that mean the same are equal, however they were written."""

    kind: TimeKind
    first: date | None = None
    """The day; of a span or a month, its first day."""
    last: date | None = None
    """The last day of a span or a month."""
    at: time | None = None
    """The time of day, where the meeting is; of a moment only."""
    until: time | None = None
    """When it ends on that day, where that is said: "fredag 13-14"."""
    part: DayPart | None = None
    """The part of the day, where no hour is said: "fredag em"; of a day only."""
    deadline: bool = False
    """Whether it may be done earlier: "senast fredag"."""
    starts: bool = False
    """Whether it goes on from then: "från v. 49"."""
    with_year: bool = False
    """Whether the year must be said: there is an earlier day of the same name from today on, or it was just passed."""
    words: str = ""
    """What was written, on one line; of what is repeated, open or has to be asked about."""
    candidates: tuple[ParsedTime, ...] = ()
    """What it may mean, when that has to be asked about; the likelier first when there is a likelier one."""

    @property
    def day(self) -> date | None:
        """The one day that it happens on, or at the latest; None when there is no such day."""
        return self.first if self.kind in {TimeKind.DAY, TimeKind.MOMENT} and not self.starts else None


def ask(*candidates: ParsedTime) -> ParsedTime:
    """Make a question; the words are added by the one who was asked."""
    return ParsedTime(TimeKind.ASK, candidates=candidates)


def just_passed(next_time: date, today: date) -> bool:
    """True when the day before this one, a year earlier, went by so lately that it may be the one that was meant."""
    return next_time - today > _NEXT_YEAR


def of_day(at: date, today: date) -> ParsedTime:
    """Make a day."""
    return ParsedTime(TimeKind.DAY, at, with_year=next_date(at.day, at.month, today) != at or just_passed(at, today))


def in_part(read: ParsedTime, part: DayPart | None) -> ParsedTime:
    """Add a part of the day, to every candidate of a question; a week or a month with one is asked about."""
    if part is None:
        return read
    if read.kind is TimeKind.ASK:
        return ask(*(each for choice in read.candidates for each in [in_part(choice, part)] if each.first))
    return replace(read, part=part) if read.kind is TimeKind.DAY else ask(read)


def of_month(first: date) -> ParsedTime:
    """Make a month, by its first day. Its year is always said."""
    return ParsedTime(TimeKind.MONTH, first, month_end(first))


def of_span(first: date, last: date, today: date) -> ParsedTime:
    """Make a span, both days counted."""
    found = ParsedTime(TimeKind.SPAN, first, last)
    if _whole_weeks(first, last):
        other = monday(first.isocalendar().week, today) != first
        return replace(found, with_year=other or just_passed(first, today))
    return replace(found, with_year=next_date(last.day, last.month, today) != last or just_passed(last, today))


def unless_passed(read: ParsedTime, today: date) -> ParsedTime:
    """Ask about a day or a week without a year that has just gone by: "24/11" said on 25/11."""
    return ask(read) if read.first and just_passed(read.first, today) else read


def of_weeks(first: date, last: date, today: date) -> ParsedTime:
    """Make a span of working weeks from two Mondays."""
    return of_span(first, shift(last, days=4), today)


def format_when(when: ParsedTime, language: str = "sv") -> str:
    """Write it in full, "fredag 27 november, v. 48"; in Swedish it can be read again and gives the same.

    What is repeated, open or has to be asked about is given in the words it was written in.
    """
    english = language == "en"
    if when.kind is TimeKind.NEXT_MEETING:
        body = "the next meeting" if english and when.deadline else _next(english)
    else:
        body = _body(when, when.first, language) if when.first else when.words
    if when.starts:
        return f"{'from' if english else 'från'} {body}"
    return f"{'by' if english else 'senast'} {body}" if when.deadline else body


def stored_text(when: ParsedTime) -> str:
    """Give the text for an action's cell: an ISO date, time or interval where there is one, else Swedish words.

    A part of the day follows its date, "2026-11-27 på kvällen". The year is always in it, for it will be read when
    "fredag 27 november" is another day.
    """
    if when.deadline or when.day is None:
        return format_when(replace(when, with_year=True))
    hours = "/".join(f"{at:%H:%M}" for at in (when.at, when.until) if at)
    part = f" {SWEDISH[when.part]}" if when.part else ""
    return when.day.isoformat() + (f"T{hours}" if hours else "") + part


def warning(when: ParsedTime) -> RedDay | None:
    """Give the first free day in what was said; None when all are working days.

    A month is never warned about, and a span not for its weekends: nobody has promised a Sunday in "3-12 december".
    """
    if when.day:
        return red_day(when.day)
    if when.kind is not TimeKind.SPAN or when.first is None or when.last is None:
        return None
    first = when.first
    days = (shift(first, days=number) for number in range((when.last - first).days + 1))
    weekend = first.weekday() >= 5 and (when.last - first).days < 2
    return next((found for day in days if (day.weekday() < 5 or weekend) and (found := red_day(day))), None)


def _next(english: bool) -> str:
    return "at the next meeting" if english else "till nästa möte"


def _body(when: ParsedTime, first: date, language: str) -> str:
    if when.kind is TimeKind.MONTH:
        return " ".join(formatting.day(first, language).split()[2:])
    if when.last is None:
        return _day(when, first, language)
    if _whole_weeks(first, when.last):
        return _weeks(when, first, when.last, language)
    last = formatting.day(when.last, language) if when.with_year else _short(when.last, language)
    return f"{_short(first, language)} – {last}"


def _day(when: ParsedTime, at: date, language: str) -> str:
    named = formatting.day(at, language) if when.with_year else _short(at, language)
    if when.at is not None:
        hours = (datetime.combine(at, hour) for hour in (when.at, when.until) if hour)
        clock = "–".join(formatting.clock(hour, language) for hour in hours)
        named += f" at {clock}" if language == "en" else f" kl. {clock}"
    if when.part is not None:
        named += f" {day_part(when.part, language)}"
    return f"{named}, {_week_word(language)} {at.isocalendar().week}"


def _weeks(when: ParsedTime, first: date, last: date, language: str) -> str:
    weeks = [str(day.isocalendar().week) for day in (first, last)]
    numbers = weeks[0] if last - first < timedelta(days=7) else "–".join(weeks)
    year = f" {first.isocalendar().year}" if when.with_year else ""
    return f"{_week_word(language)} {numbers}{year} ({_days(first, last, language)})"


def _days(first: date, last: date, language: str) -> str:
    end = _short(last, language).split(" ", 1)[1]
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{_short(first, language).split(' ', 1)[1]} – {end}"


def _short(at: date, language: str) -> str:
    return formatting.day(at, language).rsplit(" ", 1)[0]


def _week_word(language: str) -> str:
    return "week" if language == "en" else "v."


def _whole_weeks(first: date, last: date) -> bool:
    return first.weekday() == 0 and last.weekday() == 4
