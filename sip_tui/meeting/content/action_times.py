"""Times that an action cannot be done by: no day can be told from them, or they had passed when the meeting began."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from sip_tui.meeting.model.meeting import Action, Meeting
from sip_tui.swedish.dates.formatting import iso, local

_ANY_DAY = date(2001, 1, 1)
"""What is unclear is so on any day: a time that was understood is written with its year."""
_CACHED = 4096
"""Times that are read once: more than any plan has."""


@lru_cache(maxsize=_CACHED)
def is_time_unclear(phrase: str) -> bool:
    """Tell whether a time of a row still has to be asked about: "nästa fredag", "så snart som möjligt"."""
    if not phrase.strip() or iso(phrase):
        return False
    from sip_tui.swedish.dates.parser import TimeKind, read_when  # loaded for what is no date: the start is faster

    return read_when(phrase, _ANY_DAY).kind is TimeKind.ASK


def is_overdue(meeting: Meeting, action: Action) -> bool:
    """Check whether the time of an action had passed when the meeting was opened, which nobody can keep.

    What is carried over from an earlier plan may well have such a time, until it has been gone through.
    """
    opened = max((event.at for event in meeting.events if event.kind == "open" and event.at), default=None)
    is_asked = not action.since or action.reviewed
    return is_asked and opened is not None and has_passed(action.when, local(opened).date())


@lru_cache(maxsize=_CACHED)
def has_passed(phrase: str, today: date) -> bool:
    """Tell whether the last day of a time is before today; never of one without a day, or that begins then."""
    if at := iso(phrase):
        return (local(at).date() if isinstance(at, datetime) else at) < today
    if not any(map(str.isdigit, phrase)):
        return False
    from sip_tui.swedish.dates.parser import read_when  # loaded for what is no date: the start is faster

    read = read_when(phrase, today)
    last = read.last or read.first
    return last is not None and not read.starts and last < today
