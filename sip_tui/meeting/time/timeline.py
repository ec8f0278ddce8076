"""The meeting's clocks, computed from its events and never from counted ticks.

All clocks stop in a pause and in a break. A phase that is left and entered again continues where it was.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from sip_tui.meeting.model.meeting import Event, Meeting
from sip_tui.meeting.time.agenda import PHASES, planned_minutes

ZERO = timedelta(0)
DEFAULT_STAMINA = timedelta(minutes=45)
"""Time between breaks when nobody has said how long the person manages (requirement 198)."""
CHILD_STAMINA = timedelta(minutes=25)
"""The same for a child (requirement 182)."""
LUNCH_MARGIN = timedelta(minutes=15)
"""How long before its time a break counts as the lunch."""
BREAK, EVEN = timedelta(minutes=10), timedelta(minutes=5)
"""How long a break is at least when nobody has said it, and of which minutes it ends at a whole number."""
SNOOZE = timedelta(minutes=5)
"""How long a break that was put off stays away."""


class Timing(NamedTuple):
    """The clocks at one moment. What is left is negative in overtime."""

    phase: str = ""
    """The key of the phase; empty before the meeting is opened."""
    phase_left: timedelta = ZERO
    meeting_left: timedelta = ZERO
    spent: dict[str, timedelta] = {}
    opened: datetime | None = None
    closed: datetime | None = None
    paused: datetime | None = None
    """Since when all clocks are stopped."""
    on_break: bool = False
    since_break: timedelta = ZERO
    """Working time since the opening or the last break."""
    snoozed: timedelta = ZERO
    break_due: bool = False
    lunch_due: bool = False
    """Whether it is time for the planned lunch, and nobody has begun a break for it."""

    @property
    def running(self) -> bool:
        """Whether the clocks run."""
        return self.opened is not None and self.closed is None and self.paused is None


_latest: list[tuple[Meeting, datetime, Timing]] = []
"""The last answer of ``timing_at``: every widget of a screen asks for the same second."""


def timing_at(meeting: Meeting, now: datetime) -> Timing:
    """Return every clock at ``now``."""
    for known, at, timing in _latest:
        if known is meeting and at == now:
            return timing
    timing = _computed(meeting, now)
    _latest[:] = [(meeting, now, timing)]
    return timing


def _computed(meeting: Meeting, now: datetime) -> Timing:
    """Compute the clocks from the meeting's events in the order of their times."""
    clocks, before = Timing(spent=dict.fromkeys(PHASES, ZERO)), now
    timed = [(event.at, event.order, event.id, event) for event in meeting.events if event.at and event.at <= now]
    for at, _, _, event in sorted(timed):
        clocks, before = _after(_run(clocks, at - before), event, at), at
    return _with_limits(meeting, _run(clocks, now - before), now)


def _run(clocks: Timing, passed: timedelta) -> Timing:
    """Let time pass; a clock that was set back adds none."""
    if not clocks.running or passed <= ZERO:
        return clocks
    spent = clocks.spent | {clocks.phase: clocks.spent.get(clocks.phase, ZERO) + passed}
    return clocks._replace(spent=spent, since_break=clocks.since_break + passed)


def _after(clocks: Timing, event: Event, at: datetime) -> Timing:
    """Apply an event. One that makes no sense in the present state changes nothing."""
    match event.kind:
        case "open" if not clocks.opened:
            return clocks._replace(opened=at, phase=event.phase or PHASES[0])
        case "phase" if clocks.opened and event.phase in clocks.spent:
            return clocks._replace(phase=event.phase)
        case "pause" | "break" if clocks.opened:
            on_break = clocks.on_break or event.kind == "break"
            return clocks._replace(paused=clocks.paused or at, on_break=on_break)
        case "resume" if clocks.on_break:
            return clocks._replace(paused=None, on_break=False, since_break=ZERO, snoozed=ZERO)
        case "resume":
            return clocks._replace(paused=None)
        case "snooze":
            return clocks._replace(snoozed=clocks.since_break)
        case "close" | "reopen" if clocks.opened:
            return clocks._replace(closed=(clocks.closed or at) if event.kind == "close" else None)
    return clocks


def _with_limits(meeting: Meeting, clocks: Timing, now: datetime) -> Timing:
    """Add what is left, and whether a break is due."""
    planned = timedelta(minutes=planned_minutes(meeting).get(clocks.phase, 0))
    limit = max(stamina(meeting), clocks.snoozed + SNOOZE if clocks.snoozed else ZERO)
    working = bool(clocks.opened) and not clocks.closed and not clocks.on_break
    waits = clocks.snoozed > ZERO and clocks.since_break < clocks.snoozed + SNOOZE
    lunch = working and not waits and is_lunch_time(meeting, now)
    return clocks._replace(
        phase_left=planned - clocks.spent.get(clocks.phase, ZERO),
        meeting_left=_meeting_left(meeting, clocks, now),
        break_due=lunch or (working and clocks.since_break >= limit),
        lunch_due=lunch,
    )


def _meeting_left(meeting: Meeting, clocks: Timing, now: datetime) -> timedelta:
    """What is left of the meeting: of its length, or until it ends by the clock on the wall, without lunch to come."""
    about = meeting.about
    if about.ends is None or not clocks.opened or clocks.closed:
        return timedelta(minutes=about.minutes) - sum(clocks.spent.values(), ZERO)
    comes = about.lunch is not None and now < about.lunch < about.ends
    return about.ends - now - (timedelta(minutes=about.lunch_minutes) if comes else ZERO)


def break_ends(meeting: Meeting, timing: Timing) -> datetime | None:
    """When a break ends as it was begun: after ``BREAK`` and at a whole five minutes, the lunch after its own length.

    None while there is no break.
    """
    if not timing.on_break or timing.paused is None:
        return None
    lunch, began = meeting.about.lunch, timing.paused
    if lunch is not None and lunch - LUNCH_MARGIN <= began < lunch + timedelta(minutes=meeting.about.lunch_minutes):
        return max(lunch, began) + timedelta(minutes=meeting.about.lunch_minutes)
    ends = began + BREAK
    return ends + (datetime.min.replace(tzinfo=ends.tzinfo) - ends) % EVEN


def is_lunch_time(meeting: Meeting, now: datetime) -> bool:
    """Check whether the planned lunch has come, and no break has been begun for it."""
    lunch, length = meeting.about.lunch, timedelta(minutes=meeting.about.lunch_minutes)
    if lunch is None or not lunch <= now < lunch + length:
        return False
    breaks = (event.at for event in meeting.events if event.kind == "break" and event.at)
    return not any(lunch - LUNCH_MARGIN <= at <= now for at in breaks)


def stamina(meeting: Meeting) -> timedelta:
    """The longest time between breaks: what the person manages, at most 45 minutes (requirements 160, 198)."""
    own = timedelta(minutes=meeting.person.stamina_minutes)
    if own > ZERO:
        return min(own, DEFAULT_STAMINA)
    return CHILD_STAMINA if meeting.person.child else DEFAULT_STAMINA
