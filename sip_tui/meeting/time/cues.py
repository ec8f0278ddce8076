"""What the clock reminds the chair of: time cues, and check-ins on how the person is (requirements 160, 202).

A time cue is a limit that is passed between two readings of the clocks, so it comes once however seldom they are read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.meeting import Meeting, Reaction
from sip_tui.meeting.time.timeline import ZERO, Timing, timing_at

FIVE_MINUTES = timedelta(minutes=5)
SHORTEST_WITH_FIVE = timedelta(minutes=10)
"""What is not longer gets no cue at five minutes: it would come right after the one at half."""
CHECK_IN_MINUTES, CHECK_IN_MINUTES_CHILD = 10, 5
"""Minutes between check-ins; a child seldom says how it is (requirement 182)."""


class TimeCue(IntEnum):
    """A cue about the time; the more pressing the higher."""

    HALF = 1
    FIVE = 2
    MEETING_FIVE = 3
    OVER = 4
    MEETING_OVER = 5


_OF_MEETING = frozenset({TimeCue.MEETING_FIVE, TimeCue.MEETING_OVER})


def cues_between(before: Timing, now: Timing, planned: Mapping[str, int]) -> tuple[TimeCue, ...]:
    """The cues about the meeting and its present phase that came between two readings, the most pressing last.

    None while the clocks are stopped. ``before`` is the last reading that was kept, see ``latest_running``.
    """
    if not now.running or sum(now.spent.values(), ZERO) <= sum(before.spent.values(), ZERO):
        return ()
    return tuple(sorted((*_phase_cues(before, now, planned), *_meeting_cues(before, now))))


def most_urgent(cues: Sequence[TimeCue]) -> tuple[TimeCue, ...]:
    """Keep at most two of the cues that came at once: one about the phase, and one about the meeting."""
    of_meeting = [cue for cue in cues if cue in _OF_MEETING]
    of_phase = [cue for cue in cues if cue not in _OF_MEETING]
    return tuple(max(group) for group in (of_phase, of_meeting) if group)


def latest_running(before: Timing, now: Timing) -> Timing:
    """The reading to compare the next one with: cues from just before a pause come after it."""
    return now if now.running else before


def _phase_cues(before: Timing, now: Timing, planned: Mapping[str, int]) -> tuple[TimeCue, ...]:
    length = timedelta(minutes=planned.get(now.phase, 0))
    if length <= ZERO:
        return ()
    was = before.phase_left if before.phase == now.phase else length - before.spent.get(now.phase, ZERO)
    limits = {TimeCue.HALF: length / 2, TimeCue.OVER: ZERO}
    if length > SHORTEST_WITH_FIVE:
        limits[TimeCue.FIVE] = FIVE_MINUTES
    return _passed(limits, was, now.phase_left)


def _meeting_cues(before: Timing, now: Timing) -> tuple[TimeCue, ...]:
    limits = {TimeCue.MEETING_OVER: ZERO}
    if now.meeting_left + sum(now.spent.values(), ZERO) > SHORTEST_WITH_FIVE:
        limits[TimeCue.MEETING_FIVE] = FIVE_MINUTES
    return _passed(limits, before.meeting_left, now.meeting_left)


def _passed(limits: Mapping[TimeCue, timedelta], was: timedelta, left: timedelta) -> tuple[TimeCue, ...]:
    return tuple(cue for cue, limit in limits.items() if left <= limit < was)


class Mood(StrEnum):
    """How a participant seems to be, as the chair sees it."""

    SAD = "sad"
    TIRED = "tired"
    WORRIED = "worried"
    ANGRY = "angry"
    RELIEVED = "relieved"
    WELL = "well"


def add_reaction(meeting: Meeting, who: str, mark: Mood, context: EditContext) -> tuple[Edit, ...]:
    """Add the chair's private mark about how a participant is now; nothing for an unknown one."""
    if meeting.participant(who) is None:
        return ()
    return as_edits("reactions", context.row, [("who", who), ("mark", mark.value), ("at", context.iso)])


def latest_reactions(meeting: Meeting) -> tuple[Reaction, ...]:
    """The chair's marks about those on the list, the latest first."""
    known = [(mark.at, mark.id, mark) for mark in meeting.reactions if mark.at and meeting.participant(mark.who)]
    return tuple(mark for _at, _id, mark in sorted(known, key=lambda entry: entry[:2], reverse=True))


def minutes_since_check_in(meeting: Meeting, now: datetime) -> int | None:
    """Whole minutes since the chair's last mark, else since the opening or the end of a break.

    None while the clocks are stopped.
    """
    timing = timing_at(meeting, now)
    if timing.opened is None or not timing.running:
        return None
    resumed = [event.at for event in meeting.events if event.kind == "resume" and event.at]
    marked = [reaction.at for reaction in meeting.reactions if reaction.at]
    last = max(at for at in (timing.opened, *resumed, *marked) if at <= now)
    return int((now - last).total_seconds() // 60)


def minutes_since_mark(meeting: Meeting, who: Collection[str], now: datetime) -> int | None:
    """Whole minutes since the chair marked how one of these participants was; None when nobody has."""
    marked = [reaction.at for reaction in meeting.reactions if reaction.at and reaction.who in who]
    return int((now - max(marked)).total_seconds() // 60) if marked else None


def is_check_in_due(meeting: Meeting, now: datetime) -> bool:
    """Check whether it is time for the chair to look at how the person and the family are."""
    since = minutes_since_check_in(meeting, now)
    return since is not None and since >= (CHECK_IN_MINUTES_CHILD if meeting.person.child else CHECK_IN_MINUTES)
