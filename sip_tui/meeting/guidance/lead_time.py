"""The time between the call and the meeting: a guideline of so many days, or a deadline (requirement 144)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class LeadTime(StrEnum):
    """What is wrong with the time between the call and the meeting."""

    SHORT = "short"
    LATE = "late"


def lead_times(meeting: date, called: date, notice_days: int, deadline_days: int) -> tuple[LeadTime, ...]:
    """Compare the days until a meeting with a region's guideline and deadline; 0 is none, and a day gone by is neither.

    In one region three weeks are the least, in another the most; a region may have both.
    """
    days = (meeting - called).days
    if days < 0:
        return ()
    found = {LeadTime.SHORT: notice_days and days < notice_days, LeadTime.LATE: deadline_days and days > deadline_days}
    return tuple(kind for kind, holds in found.items() if holds)
