"""How long is left, how long the time has been out, and when something was."""

from __future__ import annotations

from datetime import datetime, timedelta

from sip_tui.i18n.translation import _, language
from sip_tui.phrasing.wording import format_clock, local
from sip_tui.swedish.dates import formatting

FORGOTTEN = timedelta(hours=2)
"""How long over time it no longer helps to count minutes: probably nobody closed the meeting."""


def minutes_left(left: timedelta) -> str:
    """Format whole minutes left, or over time, at least 1."""
    seconds = int(left.total_seconds())
    if seconds < 0:
        if -left >= FORGOTTEN:
            return _("{hours} h over").format(hours=-seconds // 3600)
        return _("{minutes} min over").format(minutes=max(-seconds // 60, 1))
    return _("{minutes} min left").format(minutes=-(-seconds // 60))


def past_time(at: datetime, now: datetime) -> str:
    """Format a time that is past as people say it: "14.15", "yesterday 14.15", "Thursday 27 November 2026 14.15"."""
    days = (local(now).date() - local(at).date()).days
    if days == 0:
        return format_clock(at)
    if days == 1:
        return _("yesterday {time}").format(time=format_clock(at))
    return f"{formatting.day(at, language())} {format_clock(at)}"


def countdown(span: timedelta) -> str:
    """Format minutes and seconds: "21:34", "-0:05"; with hours when the time has been out for long: "-26:01:34"."""
    seconds = int(span.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    if -span >= FORGOTTEN:
        return f"-{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
    return f"{'-' if seconds < 0 else ''}{minutes}:{rest:02d}"
