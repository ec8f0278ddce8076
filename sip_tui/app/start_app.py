"""The start screen as an app of its own: it returns the meeting and the seat that were chosen."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.app.localized_app import OwnWords
from sip_tui.app.settle import settle
from sip_tui.screens.start.screen import Choice, StartScreen
from sip_tui.store import Entry


class StartApp(OwnWords[Choice]):
    """Show the meetings; exit with the one that was chosen, or with None."""

    CSS_PATH = "sip_tui.tcss"

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries

    def on_mount(self) -> None:
        settle(self)
        self.push_screen(StartScreen(self._entries))
