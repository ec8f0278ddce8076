"""A thread that reads for the screen: no disk, no lock and no other seat keeps a key waiting.

The system says when another process has written. Folders that don't speak, such as network shares, are looked at each
second.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from time import monotonic

from sip_tui.session.session import MeetingSession
from sip_tui.store.journal import SUFFIX

BUSY_STEP, IDLE_STEP = 2, 50
"""Milliseconds between two looks at what the system has said: while somebody writes, and when nobody does."""
IDLE_AFTER = 10.0
"""Seconds without a word from others after which the longer step will do; it costs a tenth."""
LOOK = 1.0
"""Seconds between two looks at the other seats, at this process's own files, and at a folder that doesn't speak."""


class SessionWatcher(Thread):
    """Reads what others write into a session's folder, until it is stopped."""

    def __init__(self, session: MeetingSession, on_change: Callable[[], object]) -> None:
        super().__init__(name="session-watcher", daemon=True)
        self._session, self._on_change = session, on_change
        self._own = f"{session.folder.writer}{SUFFIX}"
        self._stopped = Event()
        self._heard_at = self._looked_at = -max(LOOK, IDLE_AFTER)

    def run(self) -> None:
        """Poll at each event and each second, look around each second, and report changes."""
        while not self._stopped.is_set():
            try:
                self._listen()
            except OSError:
                # The folder is gone, or the system has no watch left to give: a look each second remains.
                self._look(heard=True)
                self._stopped.wait(LOOK)

    def _listen(self) -> None:
        # Not needed for the first frame. It is the backend, as its documentation shows it: the step may change from one
        # wait to the next, and what is written in between is heard.
        from watchfiles._rust_notify import RustNotify

        with RustNotify([str(self._session.folder.path)], False, False, 0, False, False) as system:
            heard = True  # what was written before it listened
            while not self._stopped.is_set():
                self._look(heard=heard)
                step = BUSY_STEP if monotonic() - self._heard_at < IDLE_AFTER else IDLE_STEP
                events = system.watch(step, step, int(LOOK * 1000), self._stopped)
                heard = not isinstance(events, str) and any(self._is_others(path) for _kind, path in events)

    def _is_others(self, path: str) -> bool:
        name = os.path.basename(path)  # noqa: PTH119 - a Path object for each event costs more than the rest
        return name.endswith(SUFFIX) and name != self._own

    def _look(self, *, heard: bool) -> None:
        now = monotonic()
        due = now - self._looked_at >= LOOK * 0.9
        if (heard or due) and self._session.poll():
            self._heard_at = now
            # The app's loop may have ended meanwhile.
            with suppress(RuntimeError):
                self._on_change()
        if due:
            self._looked_at = now
            self._session.look_around()

    def read(self) -> None:
        """Read now, in the thread that calls: another has written into the folder."""
        self._look(heard=True)

    def stop(self) -> None:
        """Stop soon; a read that is waiting for the disk is left to itself."""
        self._stopped.set()
