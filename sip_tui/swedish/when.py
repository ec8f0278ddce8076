"""Reading a "when" as people say it in a meeting: "senast fredag", "v. 12", "varannan vecka", "till nästa möte".

What has one meaning is read. What has more than one, or none, is asked about and never guessed: a promise with the
wrong day is worse than a question (seed rows 7, 36, 105). Every answer can be said back with ``said``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, time, timedelta

from sip_tui.swedish.redays import feast
from sip_tui.swedish.time_words import visible
from sip_tui.swedish.when_is import When, WhenKind, of_day, said, stored, warning
from sip_tui.swedish.when_rules import PLAIN_DASH, ask, read_days
from sip_tui.swedish.when_words import is_open, is_repeated, is_vague, next_meeting

__all__ = ["When", "WhenKind", "is_when", "read_when", "said", "stored", "warning"]

_LONGEST = 120
"""Longer than this is no phrase of time, but a sentence."""
_LATEST = re.compile(r"^(?:(?:allra )?senast|till och med|t\.? ?o\.? ?m\.?|fram till|fram tills|tills|till) ")
_LATEST_AFTER = re.compile(r",? senast$")
_BEFORE = re.compile(r"(?:allra )?(?:senast )?(?:innan|före) ")
_UNSURE = (
    (
        re.compile(
            r"^(?:ca\.?|cirka|omkring|runt|kring|ungefär|kanske|troligen|preliminärt|helst|gärna|tidigast|efter|från"
            r"|från och med|fr\.? ?o\.? ?m\.?|med start|i början av|början av|i mitten av|mitten av"
            r"|(?:första|andra|tredje|sista) veckan i) "
        ),
        "",
    ),
    (re.compile(r"(?<!\bi)(?: på)? (?:morgon|förmiddag|eftermiddag|kväll)(?:en)?(?=$| kl)| [fe]m(?=$| kl)"), ""),
    (re.compile(r"^i ?(?:eftermiddag|kväll)$"), "idag"),
    (re.compile(r"(\bkl(?:ockan)?\.? ?[0-9.:]{1,5}) ?- ?[0-9]{1,2}(?:[.:][0-9]{2})?$"), r"\1"),
)
"""What is said besides a day, and would be lost if it were read as that day: it is asked about."""
_CLOCK = re.compile(r",? ?\b(?:kl\b\.?|klockan) ?(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?(?![0-9.:]*[0-9])")
_BARE_CLOCK = re.compile(r"[ t](?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?::00)?$")


def read_when(phrase: str, today: date) -> When:
    """Read a phrase of time.

    Args:
        phrase: What somebody said or typed, in Swedish; ISO dates too.
        today: The day it was said, where the meeting is. What is read is never before it, unless a year was written.

    Returns:
        What it means. Of the kind ``ASK`` when it has no one meaning, with the candidates when there are some.
    """
    words = visible(unicodedata.normalize("NFC", phrase))
    text = _plain(words)
    found = _read(text, today) if 0 < len(text) <= _LONGEST else ask()
    named = found.kind in {WhenKind.REPEATED, WhenKind.OPEN, WhenKind.ASK}
    return replace(found, words=words) if named else found


def is_when(phrase: str, today: date) -> bool:
    """True for a phrase of time, also for one that has to be asked about ("snart", "nästa fredag")."""
    found = read_when(phrase, today)
    if found.kind is not WhenKind.ASK or found.candidates:
        return True
    text = _plain(found.words)
    return is_vague(text) or is_vague(_LATEST.sub("", text))


def _plain(words: str) -> str:
    return words.casefold().translate(PLAIN_DASH).rstrip(" .,;!?")


def _read(text: str, today: date) -> When:
    if is_repeated(text):
        return When(WhenKind.REPEATED)
    if is_open(text):
        return When(WhenKind.OPEN)
    latest = next_meeting(text)
    if latest is not None:
        return When(WhenKind.NEXT_MEETING, deadline=latest)
    if " eller " in text:
        return _either(text.split(" eller "), today)
    return _dated(text, today)


def _either(parts: list[str], today: date) -> When:
    read = [_dated(part, today) for part in parts]
    return ask() if any(one.kind is WhenKind.ASK for one in read) else ask(*read)


def _dated(text: str, today: date) -> When:
    """Read what names days, with or without "senast", "innan" and a time of day.

    "Innan jul" is the day before, but "innan fredag kl 13" is on that Friday.
    """
    for pattern, less in _UNSURE:
        plain, times = pattern.subn(less, text, count=1)
        if times:
            return _asked(_dated(plain, today))
    rest, deadline, before = _limits(text)
    rest, clock = _clock(rest)
    if clock and not rest:
        return _asked(_with(of_day(today, today), clock, deadline))
    days = _before(rest, today) if before and not clock else read_days(rest, today)
    return ask() if days is None else _with(days, clock, deadline or rest.startswith("inom "))


def _asked(read: When) -> When:
    return read if read.kind is WhenKind.ASK else ask(read)


def _limits(text: str) -> tuple[str, bool, bool]:
    """Take off what says that it may be earlier; tell whether the day itself counts, and whether it does not."""
    before = _BEFORE.match(text)
    if before:
        return text[before.end() :], True, True
    rest, deadline = _LATEST_AFTER.subn("", text)
    while found := _LATEST.match(rest):
        rest, deadline = rest[found.end() :], 1
    return rest, bool(deadline), False


def _clock(text: str) -> tuple[str, str]:
    """Take off a time of day, and give it as it was written ("13.30"); what is left of a second one is no day."""
    found = _CLOCK.search(text) or _BARE_CLOCK.search(text)
    if found is None:
        return text, ""
    rest = " ".join((text[: found.start()] + text[found.end() :]).split()).strip(", ")
    return rest, f"{found['hour']}.{found['minute'] or '00'}"


def _with(days: When, clock: str, deadline: bool) -> When:
    """Add the time of day and the deadline, to every candidate of a question."""
    if days.kind is WhenKind.ASK:
        added = [_with(one, clock, deadline) for one in days.candidates]
        return ask(*(one for read in added for one in read.candidates or (read,) if one.kind is not WhenKind.ASK))
    if not clock:
        return replace(days, deadline=deadline)
    hour, minute = (int(part) for part in clock.split("."))
    if days.kind is not WhenKind.DAY or hour > 23 or minute > 59:
        return ask()
    moment = replace(days, kind=WhenKind.MOMENT, at=time(hour, minute), deadline=deadline)
    if 1 <= hour <= 6 and not clock.startswith("0"):
        return ask(replace(moment, at=time(hour + 12, minute)), moment)
    return moment


def _before(text: str, today: date) -> When | None:
    """Read "innan jul": the day before; before a week, the Friday before it.

    The end of something is before it is over, and stays the day it is.
    """
    if "slut" in text:
        return read_days(text, today)
    first = feast(text, today)
    found = of_day(first, today) if first else read_days(text, today)
    if found is None or found.first is None:
        return None
    week = found.kind is WhenKind.SPAN and found.first.weekday() == 0
    at = found.first - timedelta(days=3 if week else 1)
    return of_day(at, today) if at >= today or found.with_year else None
