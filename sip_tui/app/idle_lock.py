"""A locked meeting is covered when nobody has touched the keyboard or the mouse for a while."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any

from textual.events import Event, Key, MouseDown, Paste

from sip_tui.app.driver import KeyRun
from sip_tui.app.parts import MeetingAppPart
from sip_tui.store import StoreError
from sip_tui.store.vault import SealedCodec, read_key_file

IDLE_LIMIT = timedelta(minutes=20)
"""Long enough to listen to somebody; short enough for a laptop that is left behind."""
CHECK_SECONDS = 5.0


class IdleLockMixin(MeetingAppPart):
    """An app that covers a locked meeting after ``IDLE_LIMIT``; one that is not locked is never covered."""

    def on_mount(self) -> None:
        """Start the check, for a locked meeting only."""
        self._touched_at = self.session.now()
        if isinstance(self.session.folder.codec, SealedCodec):
            self.set_interval(CHECK_SECONDS, self.lock_when_idle)

    async def on_event(self, event: Event) -> None:
        """Note when somebody touches a key or the mouse."""
        if isinstance(event, Key | KeyRun | MouseDown | Paste):
            self._touched_at = self.session.now()
        await super().on_event(event)

    def lock_when_idle(self) -> None:
        """Cover the meeting when it has been left alone for too long."""
        from sip_tui.screens.lock_screen import LockScreen  # not needed for the first frame

        if self.session.now() - self._touched_at >= IDLE_LIMIT and not isinstance(self.screen, LockScreen):
            self.clear_notifications()
            self.push_screen(LockScreen(self._wrong_passphrase, self.session.save_error))

    def notify(self, message: str, **options: Any) -> None:
        """Show a notice; none while the meeting is covered, since it may hold names."""
        from sip_tui.screens.lock_screen import LockScreen

        if not isinstance(self.screen, LockScreen):
            super().notify(message, **options)

    def _wrong_passphrase(self, passphrase: str) -> str:
        """Return what is wrong with a passphrase; it may have been changed in another window, or the disk be gone."""
        codec = self.session.folder.codec
        if not isinstance(codec, SealedCodec):
            return ""
        found = codec.key_file
        with suppress(StoreError):
            found = read_key_file(self.session.folder.path) or found
        try:
            found.open(passphrase)
        except StoreError as error:
            return str(error)
        return ""
