"""A paste at the list of all meetings: it is searched for."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

from sip_tui.screens.commands import LocalizedScreen


class PastedSearchScreen(LocalizedScreen[None]):
    """A screen that searches for what is pasted at its list."""

    def on_paste(self, event: Paste) -> None:
        """Open the search with what is pasted; in the search itself it is there already."""
        search = self.query_one("#start-find", Input)
        words = " ".join(event.text.split())
        if words and self.focused is not search:
            self.action_find()
            search.value = words

    def action_find(self) -> None:
        """Open the search."""
        raise NotImplementedError
