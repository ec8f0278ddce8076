"""The meeting's clocks, computed from its events and never from counted ticks.

All clocks stop in a pause and in a break. A phase that is left and entered again continues where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sip_tui.meeting.model.meeting import Event, Meeting
from sip_tui.meeting.time.agenda import PHASES, planned_minutes

ZERO = timedelta(0)
DEFAULT_STAMINA = timedelta(minutes=45)
"""Time between breaks when nobody has said how long the person manages (requirement 198)."""
CHILD_STAMINA = timedelta(minutes=25)
"""The same for a child (requirement 182)."""
SNOOZE = timedelta(minutes=5)
"""How long a break that was put off stays away."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The clocks at one moment. What is left is negative in overtime."""

    phase: str = ""
    """The key of the phase; empty before the meeting is opened."""
    phase_left: timedelta = ZERO
    meeting_left: timedelta = ZERO
    spent: dict[str, timedelta] = field(default_factory=dict)
    opened: datetime | None = None
    closed: datetime | None = None
    paused: datetime | None = None
    """Since when all clocks are stopped."""
    on_break: bool = False
    since_break: timedelta = ZERO
    """Working time since the opening or the last break."""
    break_due: bool = False

    @property
    def running(self) -> bool:
        """Whether the clocks run."""
        return self.opened is not None and self.closed is None and self.paused is None


@dataclass(slots=True)
class _Clocks:
    phase: str = ""
    spent: dict[str, timedelta] = field(default_factory=lambda: dict.fromkeys(PHASES, ZERO))
    opened: datetime | None = None
    closed: datetime | None = None
    paused: datetime | None = None
    on_break: bool = False
    since_break: timedelta = ZERO
    snoozed: timedelta = ZERO

    def run(self, start: datetime, end: datetime) -> None:
        """Let the time between two events pass; a clock that was set back adds none."""
        if self.opened and not self.closed and not self.paused:
            passed = max(end - start, ZERO)
            self.spent[self.phase] += passed
            self.since_break += passed

    def apply(self, event: Event, at: datetime) -> None:
        """Apply an event. One that makes no sense in the present state changes nothing."""
        match event.kind:
            case "open" if not self.opened:
                self.opened, self.phase = at, event.phase or PHASES[0]
            case "phase" if self.opened and event.phase in self.spent:
                self.phase = event.phase
            case "pause" | "break" if self.opened:
                self.paused = self.paused or at
                self.on_break = self.on_break or event.kind == "break"
            case "resume" if self.paused:
                self._resume()
            case "snooze":
                self.snoozed = self.since_break
            case "close" if self.opened:
                self.closed = self.closed or at
            case "reopen":
                self.closed = None

    def _resume(self) -> None:
        if self.on_break:
            self.since_break = self.snoozed = ZERO
        self.paused, self.on_break = None, False

    def break_due(self, stamina: timedelta) -> bool:
        """Whether a break is due after ``stamina`` of working time, or after a snooze."""
        if not self.opened or self.closed or self.on_break:
            return False
        return self.since_break >= max(stamina, self.snoozed + SNOOZE if self.snoozed else ZERO)


def timing_at(meeting: Meeting, now: datetime) -> Timing:
    """Compute every clock at ``now``, from the meeting's events in the order of their times."""
    clocks, before = _Clocks(), now
    for event, at in _events_until(meeting, now):
        clocks.run(before, at)
        clocks.apply(event, at)
        before = at
    clocks.run(before, now)
    return _timing(meeting, clocks)


def stamina(meeting: Meeting) -> timedelta:
    """The longest time between breaks: what the person manages, at most 45 minutes (requirements 160, 198)."""
    own = timedelta(minutes=meeting.person.stamina_minutes)
    if own > ZERO:
        return min(own, DEFAULT_STAMINA)
    return CHILD_STAMINA if meeting.person.child else DEFAULT_STAMINA


def _events_until(meeting: Meeting, now: datetime) -> Iterator[tuple[Event, datetime]]:
    timed = [(event.at, event.order, event.id, event) for event in meeting.events if event.at and event.at <= now]
    for at, _, _, event in sorted(timed):
        yield event, at


def _timing(meeting: Meeting, clocks: _Clocks) -> Timing:
    total = timedelta(minutes=meeting.about.minutes)
    planned = timedelta(minutes=planned_minutes(meeting).get(clocks.phase, 0))
    return Timing(
        phase=clocks.phase,
        phase_left=planned - clocks.spent.get(clocks.phase, ZERO),
        meeting_left=total - sum(clocks.spent.values(), ZERO),
        spent=clocks.spent,
        opened=clocks.opened,
        closed=clocks.closed,
        paused=clocks.paused,
        on_break=clocks.on_break,
        since_break=clocks.since_break,
        break_due=clocks.break_due(stamina(meeting)),
    )
