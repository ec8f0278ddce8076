"""When a meeting is, in one line: "fredag 4 december 13–14.30"; what cannot be so is a question, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sip_tui.i18n.translation import _, language
from sip_tui.swedish.dates.formatting import ZONE, day_ahead, local, spoken
from sip_tui.swedish.dates.parser import read_when
from sip_tui.swedish.dates.when import PLAIN_DASH, ParsedTime, TimeKind

_END = re.compile(
    r"(?P<head>.*?[\s.:T])?(?P<start>\d{1,2}(?:[.:]\d{2})?)\s*(?:-|till)\s*(?P<end>\d{1,2}(?:[.:]\d{2})?)\s*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?")
_BARE_HOUR = re.compile(r"(?P<day>.*\S)\s+(?:kl\.?\s*)?(?P<hour>\d{1,2})\s*$", re.IGNORECASE)

_DATE = re.compile(r"\b\d{1,2}(?:\s+[^\W\d_]{3,}|/\d{1,2}\b)")
"""A day without its year, such as "4 december" or "4/12"."""


@dataclass(frozen=True, slots=True)
class MeetingTime:
    """What a line says about when a meeting is; a question when that is not clear."""

    start: datetime | None = None
    minutes: int = 0
    """How long it is; 0 when the line does not say."""
    question: str = ""


def read_meeting_time(line: str, today: date) -> MeetingTime:
    """Read day, time and perhaps the end.

    Args:
        line: What somebody typed.
        today: The day it was typed, where the meeting is.

    Returns:
        The start, in the time of the place, and the length; without a start a question.
    """
    text = " ".join(line.translate(PLAIN_DASH).split())
    if not text:
        return MeetingTime()
    read = read_when(text, today)
    if read.kind is TimeKind.MOMENT and read.first and read.at and read.until:
        start, ends = (datetime.combine(read.first, at) for at in (read.at, read.until))
        return MeetingTime(_at(read.first, read.at), int((ends - start).total_seconds() // 60))
    found = _END.fullmatch(text)
    if not found or re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text):
        return _read(text, today)
    began = _read(f"{found['head'] or ''}{found['start']}".strip(), today)
    if began.start is None:
        # "2026-12-04" ends like two numbers with a dash between.
        whole = _read(text, today)
        return whole if whole.start or not began.question else began
    return _until(began, found["end"])


def _until(began: MeetingTime, end: str) -> MeetingTime:
    assert began.start is not None
    at = _clock(end)
    if at is None:
        return MeetingTime(question=_("{words} is not a time of day. When does the meeting end?").format(words=end))
    start = local(began.start)
    minutes = int((datetime.combine(start.date(), at, start.tzinfo) - start).total_seconds() // 60)
    if minutes <= 0:
        return MeetingTime(question=_("The meeting would end before it begins. When does it end?"))
    return MeetingTime(began.start, minutes)


def _read(text: str, today: date) -> MeetingTime:
    read, bare = read_when(text, today), _BARE_HOUR.fullmatch(text)
    if read.kind is not TimeKind.MOMENT and bare and (at := _clock(bare["hour"])):
        day = read_when(bare["day"], today)
        if day.kind is TimeKind.DAY and day.first and not day.part:
            return MeetingTime(_at(day.first, at))
        read = read_when(f"{bare['day']} kl {bare['hour']}", today) if day.part else day if day.candidates else read
    if read.kind is TimeKind.MOMENT and read.first and read.at:
        return MeetingTime(_at(read.first, read.at))
    return MeetingTime(question=_question(text, read, today))


def _question(text: str, read: ParsedTime, today: date) -> str:
    if read.kind is TimeKind.DAY and read.first:
        return _("At what time on {day}?").format(day=_spoken(read.first))
    days = [choice.first for choice in read.candidates if choice.first]
    if len(days) > 1:
        sentence = _("Do you mean {days}? Write the day and the time.")
        return sentence.format(days=_(" or ").join(map(_spoken, days)))
    if passed := _passed(text, today):
        sentence = _("{day} has passed. Write another day, or the year too if that is the day.")
        day = _spoken(passed)
        return sentence.format(day=day[:1].upper() + day[1:])
    sentence = _("There is no such day and time: {words}. Write for instance {day} 13.00.")
    return sentence.format(words=text, day=day_ahead(today, language()))


def _passed(text: str, today: date) -> date | None:
    """The day of this year that a line names, when it has passed; "19/1" in December is a day ahead."""
    found = _DATE.search(text)
    if found is None or read_when(found[0], today).first:
        return None
    read = read_when(f"{found[0]} {today.year}", today)
    return read.first if read.kind is TimeKind.DAY and read.first and read.first < today else None


def _spoken(day: date) -> str:
    return spoken(day.isoformat(), language())


def _clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text)
    if not found or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        return None
    return time(int(found["hour"]), int(found["minute"] or 0))


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZoneInfo(ZONE))
