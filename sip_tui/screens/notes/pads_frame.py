"""The frame around the pads, which says whose notes they are, of which part, and what they are for."""

from __future__ import annotations

from rich.cells import cell_len
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.translation import _
from sip_tui.meeting.notes.pads import is_secretary_seat
from sip_tui.widgets.nav import mode_name

TITLE_EDGE = 6
"""Cells of a frame's line that its title does not have."""


class PadsFrame(Container):
    """The pads, of which one is shown, below the line ``#notes-seat``."""

    DEFAULT_CSS = """
    PadsFrame #notes-seat { height: auto; padding: 0 1; background: $warning; color: $text; }
    """
    _titles: tuple[str, ...] = ("",)
    """The title, and then a shorter one for a frame without room for it."""

    def show_title(self, part: str, *, is_lent: bool) -> None:
        """Say of which part the notes are, and whose they are when the seat is only borrowed."""
        own, secretarys = mode_name("notes"), _("The secretary's notes")
        self._titles = tuple(f"{whose}: {part}" for whose in ((secretarys, own) if is_lent else (own,)))
        self.call_after_refresh(self.on_resize)

    def on_resize(self) -> None:
        """Choose the title that there is room for."""
        fitting = (title for title in self._titles if cell_len(title) <= self.size.width - TITLE_EDGE)
        self.border_title = Content(next(fitting, self._titles[-1]))

    def show_seat(self, seat: str, *, first: str) -> None:
        """Say what notes are for that are not the secretary's of the meeting, who sits at the ``first`` seat."""
        line, sentence = self.query_one("#notes-seat", Static), ""
        if not is_secretary_seat(seat):
            sentence = _(
                "These notes are in no document, but the secretary can read them. Beside them you can see "
                "what the secretary writes."
            )
        elif seat != first:
            sentence = _("Someone else is already the secretary. These notes are your own, and both are kept.")
        line.update(sentence)
        line.display = bool(sentence)
