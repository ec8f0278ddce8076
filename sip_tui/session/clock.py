"""A monotonic wall clock: a machine clock that is set back or ahead during a meeting moves nothing.

The time of day is read once; elapsed time is read from a clock that cannot be set and that runs while a laptop sleeps.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

MAX_LEAD = timedelta(hours=12)
"""How far ahead of this clock another process's event is believed; beyond that, its machine's clock is wrong."""
MAX_LEAD_AT_OPENING = timedelta(days=36_525)
"""The same for what had happened before the meeting was opened: whichever clock was wrong, it can be led."""


def boot_seconds() -> float:
    """Return seconds since an arbitrary start, including those that the machine has slept."""
    # CLOCK_BOOTTIME is Linux's; CLOCK_MONOTONIC runs during sleep on macOS, where time.monotonic does not.
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


class MonotonicClock:
    """A callable that returns the time in UTC, one second later each second."""

    def __init__(
        self, wall: Callable[[], datetime] = lambda: datetime.now(UTC), elapsed: Callable[[], float] = boot_seconds
    ) -> None:
        self._elapsed = elapsed
        self._start = wall() - timedelta(seconds=elapsed())

    def __call__(self) -> datetime:
        """Return the time."""
        return self._start + timedelta(seconds=self._elapsed())

    def advance_to(self, at: datetime, limit: timedelta = MAX_LEAD) -> None:
        """Move ahead to an event that another process, or this one before its clock was set back, has recorded."""
        lead = at - self()
        if timedelta(0) < lead < limit:
            self._start += lead
