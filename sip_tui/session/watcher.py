"""A thread that reads for the screen: no disk, no lock and no other seat keeps a key waiting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from sip_tui.session.session import MeetingSession

POLL = 0.02
"""Seconds between two polls: another seat's change is seen within 100 ms."""
POLLS_PER_LOOK = 25
"""Polls between two looks at the other seats and at this process's own files."""


class SessionWatcher(Thread):
    """Polls a session until it is stopped."""

    def __init__(self, session: MeetingSession, on_change: Callable[[], object]) -> None:
        super().__init__(name="session-watcher", daemon=True)
        self._session, self._on_change = session, on_change
        self._stopped = Event()

    def run(self) -> None:
        """Poll, look around now and then, and report changes."""
        polls = 0
        while not self._stopped.wait(POLL):
            if self._session.poll():
                # The app's loop may have ended meanwhile.
                with suppress(RuntimeError):
                    self._on_change()
            if polls % POLLS_PER_LOOK == 0:
                self._session.look_around()
            polls += 1

    def stop(self) -> None:
        """Stop soon; a read that is waiting for the disk is left to itself."""
        self._stopped.set()
