"""The start screen as an app of its own, which returns the chosen meeting and seat."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.app.localized_app import LocalizedApp
from sip_tui.app.user_settings import apply_settings
from sip_tui.screens.start import MeetingChoice, StartScreen
from sip_tui.store import IndexEntry


class StartApp(LocalizedApp[MeetingChoice]):
    """Show the meetings; exit with the one that was chosen, or with None."""

    CSS_PATH = "sip_tui.tcss"

    def __init__(self, entries: Sequence[IndexEntry]) -> None:
        super().__init__()
        self._entries = entries

    def on_mount(self) -> None:
        """Apply the user's settings and show the meetings."""
        apply_settings(self)
        self.push_screen(StartScreen(self._entries))
