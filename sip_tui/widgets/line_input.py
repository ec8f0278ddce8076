"""A line of text into which a whole paste goes."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

from sip_tui.widgets.safe_text import fit_width


class LineInput(Input):
    """An input that takes a paste of several lines as one; Textual's own keeps the first and drops the others."""

    _hint = ""

    def on_resize(self) -> None:
        """Mark a hint that has no room as cut."""
        self._hint = self._hint or str(self.placeholder)
        if self._hint and self.content_size.width:
            self.placeholder = fit_width(self._hint, self.content_size.width).rstrip()

    def on_paste(self, event: Paste) -> None:
        """Insert the whole text, with a space for each line end and tab."""
        event.stop()
        event.prevent_default()
        if text := " ".join(event.text.split()):
            self.replace(text, *sorted(self.selection))
