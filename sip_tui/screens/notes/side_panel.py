"""What stands beside the secretary's pad: lists, what the other writes, and the minutes as others will get them."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import var

from sip_tui.meeting.model.meeting import Meeting
from sip_tui.screens.notes.minutes_preview import AUDIENCES, Drawer, Preview
from sip_tui.screens.notes.other_notes import OtherNotes
from sip_tui.screens.notes.side_list import SideList

LISTS, NOTES = "lists", "notes"


class NotesSidePanel(Container):
    """One view at a time."""

    DEFAULT_CSS = """
    NotesSidePanel { layout: horizontal; }
    NotesSidePanel > SideList, NotesSidePanel > OtherNotes, NotesSidePanel > Preview { width: 1fr; }
    """

    views = (LISTS, NOTES, *AUDIENCES)
    """The views in the order in which one walks through them."""

    meeting: var[Meeting] = var(Meeting)
    """The meeting as it stands."""
    now: var[datetime | None] = var(None)
    """The time as it is shown; None until it is bound."""
    phase: var[str] = var("")
    """The phase of the pad that is shown."""
    seat: var[str] = var("")
    """Whose pad that is."""
    view: var[str] = var(LISTS, init=False)
    """What is shown: one of ``views``."""

    def __init__(self, drawer: Drawer, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._drawer = drawer

    def compose(self) -> ComposeResult:
        yield SideList("actions").data_bind(NotesSidePanel.meeting, NotesSidePanel.now)
        yield SideList("terms").data_bind(NotesSidePanel.meeting, NotesSidePanel.now)
        yield OtherNotes().data_bind(
            NotesSidePanel.meeting, NotesSidePanel.now, NotesSidePanel.phase, NotesSidePanel.seat
        )
        yield Preview(self._drawer).data_bind(NotesSidePanel.now, NotesSidePanel.phase)

    def on_mount(self) -> None:
        self.watch_view(self.view)

    def watch_meeting(self, meeting: Meeting) -> None:
        if self.is_mounted and self.view in AUDIENCES:
            self.query_one(Preview).want(meeting)

    def watch_view(self, view: str) -> None:
        """Show one and hide the others."""
        preview = self.query_one(Preview)
        if preview.has_pseudo_class("focus-within") and view not in AUDIENCES:
            # Who has scrolled there writes on where the words go.
            self.screen.focus_previous()
        self.query(SideList).set(display=view == LISTS)
        self.query_one(OtherNotes).display = view == NOTES
        preview.display = view in AUDIENCES
        if view in AUDIENCES:
            preview.audience = view
            preview.want(self.meeting, soon=True)
        else:
            preview.rest()
