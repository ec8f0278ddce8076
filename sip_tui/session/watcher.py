"""A thread that reads for the screen: no disk, no lock and no other seat keeps a key waiting.

The system says when another process has written. Folders that don't speak, such as network shares, are looked at each
second.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from time import monotonic

from sip_tui.session.changed_files import changed_files
from sip_tui.session.session import MeetingSession
from sip_tui.store.journal import SUFFIX

LOOK = 1.0
"""Seconds between two looks at the other seats, at this process's own files, and at a folder that doesn't speak."""


class SessionWatcher(Thread):
    """Reads what others write into a session's folder, until it is stopped."""

    def __init__(self, session: MeetingSession, on_change: Callable[[], object]) -> None:
        super().__init__(name="session-watcher", daemon=True)
        self._session, self._on_change = session, on_change
        self._own = f"{session.folder.writer}{SUFFIX}"
        self._stopped = Event()
        self._looked_at = -LOOK

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
        heard = True  # what was written before it listened
        for names in changed_files(self._session.folder.path, self._stopped, LOOK):
            self._look(heard=heard or any(name.endswith(SUFFIX) and name != self._own for name in names))
            heard = False

    def _look(self, *, heard: bool) -> None:
        now = monotonic()
        due = now - self._looked_at >= LOOK * 0.9
        if (heard or due) and self._session.poll():
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
