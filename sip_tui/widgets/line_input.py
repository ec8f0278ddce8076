"""A line of text into which a whole paste goes."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input


class LineInput(Input):
    """An input that takes a paste of several lines as one; Textual's own keeps the first and drops the others."""

    def on_paste(self, event: Paste) -> None:
        """Insert the whole text, with a space for each line end and tab."""
        event.stop()
        event.prevent_default()
        if text := " ".join(event.text.split()):
            self.replace(text, *sorted(self.selection))
