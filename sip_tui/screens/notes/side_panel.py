"""The panel beside the pad: lists, the other seat's notes, the minutes as others will get them."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.reactive import var

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import is_secretary_seat, secretary_texts
from sip_tui.resources.guidance import phase_name
from sip_tui.screens.notes.minutes_preview import AUDIENCES, Drawer, Preview
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.meeting_lines import SideList
from sip_tui.widgets.text_layout import wrap_text


class OtherNotes(LiveStatic):
    """The end of the other seat's notes: the chair's for a secretary, else the secretaries'."""

    DEFAULT_CSS = "OtherNotes { padding: 0 1; height: 1fr; }"

    phase: var[str] = var("")
    """The phase whose notes are shown."""
    seat: var[str] = var("")
    """The seat whose pad is edited; what is shown is the other's."""

    watch_phase = watch_seat = on_resize = on_show = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return the end of the other seat's notes."""
        by_chair = is_secretary_seat(self.seat)
        heading = Content.styled(_("The chair's notes") if by_chair else _("The secretary's notes"), "bold")
        text = other_seat_text(self.meeting, self.phase, self.seat)
        text = text if text.strip() else _empty(by_chair, self.phase)
        rows = last_rows(text, self.content_size.width, self.content_size.height - 1)
        return Content("\n").join([heading, *map(Content, rows)])


def other_seat_text(meeting: Meeting, phase: str, seat: str) -> str:
    """Return what the other seats have written in a phase: the secretaries one after the other, then the chair."""
    secretaries = secretary_texts(meeting, phase, besides=seat)
    chair = meeting.pad_text(phase, Seat.CHAIR) if is_secretary_seat(seat) else ""
    return "\n\n".join([*secretaries, *([chair] if chair else [])])


def last_rows(text: str, width: int, height: int) -> list[str]:
    """Return the last rows of a text, at most ``height``, each at most ``width`` cells wide."""
    if width <= 0 or height <= 0:
        return []
    # A character takes a cell at least, but for marks that stand over another: so much is always enough.
    end = text.rstrip()[-4 * width * height :]
    rows: list[str] = []
    for line in reversed(end.split("\n")):
        rows[:0] = wrap_text(line, width) or [""]
        if len(rows) >= height:
            break
    return rows[-height:]


def _empty(by_chair: bool, phase: str) -> str:
    text = (
        _("The chair has not written anything in {phase} yet.") if by_chair else _("Nothing is written in {phase} yet.")
    )
    return text.format(phase=phase_name(phase))


LISTS, NOTES = "lists", "notes"


class NotesSidePanel(Container):
    """The views beside the pad, one at a time."""

    DEFAULT_CSS = """
    NotesSidePanel { layout: horizontal; }
    NotesSidePanel > SideList, NotesSidePanel > OtherNotes, NotesSidePanel > Preview { width: 1fr; }
    """

    views = (LISTS, NOTES, *AUDIENCES)
    """The views in the order of the key that goes through them."""

    meeting: var[Meeting] = var(Meeting)
    now: var[datetime | None] = var(None)
    phase: var[str] = var("")
    seat: var[str] = var("")
    view: var[str] = var(LISTS, init=False)
    """What is shown: one of ``views``."""

    def __init__(self, drawer: Drawer, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._drawer = drawer

    def compose(self) -> ComposeResult:
        """Yield all views; one is shown at a time."""
        yield SideList("actions").data_bind(NotesSidePanel.meeting, NotesSidePanel.now)
        yield SideList("terms").data_bind(NotesSidePanel.meeting, NotesSidePanel.now)
        yield OtherNotes().data_bind(
            NotesSidePanel.meeting, NotesSidePanel.now, NotesSidePanel.phase, NotesSidePanel.seat
        )
        yield Preview(self._drawer).data_bind(NotesSidePanel.now, NotesSidePanel.phase)

    def on_mount(self) -> None:
        """Show the first view."""
        self.watch_view(self.view)

    def watch_meeting(self, meeting: Meeting) -> None:
        """Have the minutes drawn anew while they are shown."""
        if self.is_mounted and self.view in AUDIENCES:
            self.query_one(Preview).request(meeting)

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
            preview.request(self.meeting, soon=True)
        else:
            preview.pause()
