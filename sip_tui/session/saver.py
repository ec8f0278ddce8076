"""A thread that saves for the screen: what was typed is on its way to the disk before the next frame is drawn."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from sip_tui.session.session import MeetingSession


class SessionSaver(Thread):
    """Saves what a session holds, one save at a time, whenever it is asked to."""

    def __init__(self, session: MeetingSession, on_save: Callable[[], object]) -> None:
        """Prepare the thread.

        Args:
            session: What is saved.
            on_save: Called in this thread when nothing is left to save, or the disk refuses.
        """
        super().__init__(name="session-saver", daemon=True)
        self._session, self._on_save = session, on_save
        self._wanted, self._stopped = Event(), False

    def save_soon(self) -> None:
        """Save what waits, without keeping the caller waiting."""
        self._wanted.set()

    def run(self) -> None:
        """Save when asked, until stopped; what the disk refuses waits until it is asked again."""
        while self._wanted.wait() and not self._stopped:
            self._wanted.clear()
            # Whatever goes wrong, this thread lives and is asked again; the app's loop may have ended meanwhile, too.
            with suppress(Exception):
                while self._session.unsaved and self._session.flush():
                    pass
                self._on_save()

    def stop(self) -> None:
        """Stop after the save that is under way."""
        self._stopped = True
        self._wanted.set()
