"""A clock that goes on steadily while a meeting is led, whatever is done to the clock of the machine (F02).

What a meeting has used of its time follows from when things happened. A machine whose clock is set back in the middle
of it would take the meeting back to before the last of them; one that is set ahead would take its minutes away. So the
time of day is read once, and what has passed since then is read from a clock that nobody sets. That one goes on while
a laptop sleeps.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

MAX_LEAD = timedelta(hours=12)
"""How far ahead something may have happened to be believed; beyond that, the clock of another machine is wrong."""


def boot_seconds() -> float:
    """Seconds since some moment in the past, with those that the machine has slept."""
    # CLOCK_BOOTTIME is Linux's; what macOS calls monotonic goes on in sleep, which Python's own does not there.
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


class MonotonicClock:
    """Gives the time in UTC; it only ever goes ahead, a second each second."""

    def __init__(
        self, wall: Callable[[], datetime] = lambda: datetime.now(UTC), passed: Callable[[], float] = boot_seconds
    ) -> None:
        self._passed = passed
        self._start = wall() - timedelta(seconds=passed())

    def __call__(self) -> datetime:
        return self._start + timedelta(seconds=self._passed())

    def advance_to(self, at: datetime) -> None:
        """Go on from here: something has happened then, in another process, or before the clock was set back."""
        ahead = at - self()
        if timedelta(0) < ahead < MAX_LEAD:
            self._start += ahead
