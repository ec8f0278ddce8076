"""Where the meeting is in time, computed from what happened and never from counted ticks (design §7).

All clocks stand still in a pause and in a break. A phase that is left and taken up again goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sip_tui.meeting.model.meeting import Event, Meeting
from sip_tui.meeting.time.agenda import PHASES, planned_minutes

ZERO = timedelta(0)
DEFAULT_STAMINA = timedelta(minutes=45)
"""A pause is offered after this long when nobody has said how long the person manages (seed row 198)."""
CHILD_STAMINA = timedelta(minutes=25)
"""The same for a child (F32; seed row 182)."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The clocks at one moment. What is left is negative over time."""

    phase: str = ""
    """The key of the phase; empty before the meeting is opened."""
    phase_left: timedelta = ZERO
    meeting_left: timedelta = ZERO
    spent: dict[str, timedelta] = field(default_factory=dict)
    opened: datetime | None = None
    closed: datetime | None = None
    paused: datetime | None = None
    """Since when all clocks stand still."""
    on_break: bool = False
    since_break: timedelta = ZERO
    """How long has been worked since the meeting was opened or the last break ended."""
    break_due: bool = False

    @property
    def running(self) -> bool:
        """True while time goes."""
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
        """Let the time between two events pass; a clock that was set back gives no time."""
        if self.opened and not self.closed and not self.paused:
            passed = max(end - start, ZERO)
            self.spent[self.phase] += passed
            self.since_break += passed

    def take(self, event: Event, at: datetime) -> None:
        """Let an event happen. What makes no sense where the meeting is changes nothing."""
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


def timing_at(meeting: Meeting, now: datetime) -> Timing:
    """Compute every clock at ``now``, from the meeting's events in the order of their times."""
    clocks, before = _Clocks(), now
    for event, at in _in_time(meeting, now):
        clocks.run(before, at)
        clocks.take(event, at)
        before = at
    clocks.run(before, now)
    return _reading(meeting, clocks)


def stamina(meeting: Meeting) -> timedelta:
    """How long may pass without a break: what the person manages, at most 45 minutes (seed rows 160, 198).

    When nobody has said what that is, a child gets a break earlier than others (F32).
    """
    own = timedelta(minutes=meeting.person.stamina_minutes)
    if own > ZERO:
        return min(own, DEFAULT_STAMINA)
    return CHILD_STAMINA if meeting.person.child else DEFAULT_STAMINA


def _in_time(meeting: Meeting, now: datetime) -> Iterator[tuple[Event, datetime]]:
    timed = [(one.at, one.order, one.id, one) for one in meeting.events if one.at and one.at <= now]
    for at, _, _, event in sorted(timed):
        yield event, at


def _reading(meeting: Meeting, clocks: _Clocks) -> Timing:
    minutes = planned_minutes(meeting)
    total = timedelta(minutes=meeting.about.minutes)
    left = timedelta(minutes=minutes.get(clocks.phase, 0)) - clocks.spent.get(clocks.phase, ZERO)
    return Timing(
        phase=clocks.phase,
        phase_left=left if clocks.phase else ZERO,
        meeting_left=total - sum(clocks.spent.values(), ZERO),
        spent=clocks.spent,
        opened=clocks.opened,
        closed=clocks.closed,
        paused=clocks.paused,
        on_break=clocks.on_break,
        since_break=clocks.since_break,
        break_due=_break_due(meeting, clocks),
    )


def _break_due(meeting: Meeting, clocks: _Clocks) -> bool:
    if not clocks.opened or clocks.closed or clocks.on_break:
        return False
    asked_again = clocks.snoozed + SNOOZE if clocks.snoozed else ZERO
    return clocks.since_break >= max(stamina(meeting), asked_again)


SNOOZE = timedelta(minutes=5)
"""How long a break that was put off stays away."""
