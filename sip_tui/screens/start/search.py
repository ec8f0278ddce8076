"""The search of the start screen: opened by its key, or by a paste at the list, and closed again."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

from sip_tui.screens.commands import LocalizedScreen
from sip_tui.widgets.long_list import LongList


class SearchScreen(LocalizedScreen[None]):
    """A screen with a long list and a search in it."""

    @property
    def search(self) -> Input:
        """The field of the search."""
        return self.query_one("#start-find", Input)

    def action_find(self) -> None:
        """Open the search; what is typed is searched at once."""
        self.add_class("-finding")
        self.refresh_bindings()
        self.search.focus()

    def action_unfind(self) -> None:
        """Close the search and show all meetings again."""
        self.remove_class("-finding")
        self.refresh_bindings()
        self.search.value = ""
        self.query_one(LongList).focus()

    def on_paste(self, event: Paste) -> None:
        """Open the search with what is pasted; in the search itself it is there already."""
        words = " ".join(event.text.split())
        if words and self.focused is not self.search:
            self.action_find()
            self.search.value = words
