"""Cues about the time: half of a phase gone, five minutes left, over (F02; seed row 160).

A cue is a line that is passed between two readings of the clocks, so it is given once however seldom they are read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from enum import IntEnum

from sip_tui.meeting.time.timeline import ZERO, Timing

FIVE_MINUTES = timedelta(minutes=5)
WORTH_FIVE = timedelta(minutes=10)
"""What is not longer than this gets no cue at five minutes: it would come right after the one at half."""


class TimeCue(IntEnum):
    """What the chair is told about the time; the more pressing the higher."""

    HALF = 1
    FIVE = 2
    MEETING_FIVE = 3
    OVER = 4
    MEETING_OVER = 5


_OF_MEETING = frozenset({TimeCue.MEETING_FIVE, TimeCue.MEETING_OVER})


def cues_between(before: Timing, now: Timing, planned: Mapping[str, int]) -> tuple[TimeCue, ...]:
    """Give all the cues that came between two readings, the most pressing last.

    Args:
        before: The last reading that was kept, see ``keep``.
        now: The clocks as they are now. While they stand still there are no cues.
        planned: The minutes of each phase.

    Returns:
        Cues about the meeting and about the phase that it is in now. A phase of no minutes has none.
    """
    if not now.running or sum(now.spent.values(), ZERO) <= sum(before.spent.values(), ZERO):
        return ()
    return tuple(sorted((*_of_phase(before, now, planned), *_of_meeting(before, now))))


def most_urgent(due: Sequence[TimeCue]) -> tuple[TimeCue, ...]:
    """Give what is worth saying of what came at once: one cue about the phase, and one about the meeting."""
    of_meeting = [one for one in due if one in _OF_MEETING]
    of_phase = [one for one in due if one not in _OF_MEETING]
    return tuple(max(those) for those in (of_phase, of_meeting) if those)


def latest_running(before: Timing, now: Timing) -> Timing:
    """Give the reading to compare the next one with: time that ran out just before a pause is told after it."""
    return now if now.running else before


def _of_phase(before: Timing, now: Timing, planned: Mapping[str, int]) -> tuple[TimeCue, ...]:
    whole = timedelta(minutes=planned.get(now.phase, 0))
    if whole <= ZERO:
        return ()
    was = before.phase_left if before.phase == now.phase else whole - before.spent.get(now.phase, ZERO)
    lines = {TimeCue.HALF: whole / 2, TimeCue.OVER: ZERO}
    if whole > WORTH_FIVE:
        lines[TimeCue.FIVE] = FIVE_MINUTES
    return _passed(lines, was, now.phase_left)


def _of_meeting(before: Timing, now: Timing) -> tuple[TimeCue, ...]:
    lines = {TimeCue.MEETING_OVER: ZERO}
    if now.meeting_left + sum(now.spent.values(), ZERO) > WORTH_FIVE:
        lines[TimeCue.MEETING_FIVE] = FIVE_MINUTES
    return _passed(lines, before.meeting_left, now.meeting_left)


def _passed(lines: Mapping[TimeCue, timedelta], was: timedelta, left: timedelta) -> tuple[TimeCue, ...]:
    return tuple(one for one, line in lines.items() if left <= line < was)
