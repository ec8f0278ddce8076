"""A meeting that nobody closed: when it probably ended, and where it probably stood still.

Nothing is changed by guessing: the times are offered, and what is chosen is written as the events that were missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.floor import end_turns
from sip_tui.meeting.time.agenda import Stage, close_meeting, resume, stage_of, start_break
from sip_tui.meeting.time.timeline import timing_at

SILENCE = timedelta(hours=2)
"""How long nothing has happened in a meeting that has probably ended."""
LONG_GAP = timedelta(minutes=20)
"""A time in which nothing was written that may have been a break."""
MAX_GAPS = 4


class Gap(NamedTuple):
    """A time in which nothing happened."""

    began: datetime
    ended: datetime


class ForgottenEnd(NamedTuple):
    """What is offered for a meeting that was never closed."""

    last: datetime
    """When something was written last, in whole minutes."""
    planned: datetime | None
    """When it should have ended, if that is another time that is past."""
    gaps: tuple[Gap, ...]
    """The longest times without a sign of life, in order."""


def forgotten_end(meeting: Meeting, stamps: Iterable[datetime], now: datetime) -> ForgottenEnd | None:
    """Find out whether a meeting was left open, and when it probably ended; None when it goes on or is closed.

    Args:
        meeting: The meeting.
        stamps: When anything was written in it.
        now: The time.
    """
    opened = timing_at(meeting, now).opened
    if stage_of(meeting) is not Stage.IN_PROGRESS or opened is None:
        return None
    times = _signs_of_life(meeting, stamps, opened, now)
    if now - times[-1] < SILENCE:
        return None
    last = _whole_minute(times[-1])
    planned = _whole_minute(opened + timedelta(minutes=meeting.about.minutes))
    return ForgottenEnd(last, planned if planned != last and planned < now else None, _gaps(meeting, times))


def end_at(meeting: Meeting, end: datetime, rows: Sequence[str], gaps: Iterable[Gap] = ()) -> tuple[Edit, ...]:
    """Close a meeting at a time that is past, with the gaps as breaks.

    Args:
        meeting: The meeting.
        end: When it ended.
        rows: Ids for the events: one for the end, and two for each gap.
        gaps: What was a break; those after the end are left out.
    """
    free = iter(rows)
    closing = EditContext(end, next(free))
    edits = [*end_turns(meeting, closing), *close_meeting(closing)]
    for gap in gaps:
        if gap.ended <= end:
            edits += start_break(EditContext(gap.began, next(free)))
            edits += resume(EditContext(gap.ended, next(free)))
    return tuple(edits)


def _signs_of_life(
    meeting: Meeting, stamps: Iterable[datetime], opened: datetime, now: datetime
) -> tuple[datetime, ...]:
    """When something happened or was written since the opening, in order."""
    events = (event.at for event in meeting.events if event.at)
    turns = (at for turn in meeting.turns for at in (turn.began, turn.ended) if at)
    return tuple(sorted({opened, *(at for at in (*events, *turns, *stamps) if opened <= at <= now)}))


def _gaps(meeting: Meeting, times: Sequence[datetime]) -> tuple[Gap, ...]:
    """The longest times without a sign of life while the clocks ran, in order."""
    found = [Gap(began, ended) for began, ended in pairwise(times) if ended - began >= LONG_GAP]
    running = [gap for gap in found if timing_at(meeting, gap.began).running]
    longest = sorted(running, key=lambda gap: gap.ended - gap.began, reverse=True)[:MAX_GAPS]
    return tuple(sorted(longest))


def _whole_minute(at: datetime) -> datetime:
    """Round up to a whole minute: what was written last belongs to the meeting."""
    whole = at.replace(second=0, microsecond=0)
    return whole if whole == at else whole + timedelta(minutes=1)
