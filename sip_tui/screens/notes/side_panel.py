"""The panel beside the pad: lists, the other seat's notes, the minutes as others will get them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.reactive import var

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import chair_texts, is_secretary_seat, secretary_texts
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.resources.meeting_types import part_name
from sip_tui.screens.notes.find_bar import matches
from sip_tui.screens.notes.minutes_preview import AUDIENCES, Drawer, Preview
from sip_tui.widgets.live_static import FRAME, LiveStatic
from sip_tui.widgets.meeting_lines import SideList
from sip_tui.widgets.text_layout import wrap_text


class OtherNotes(LiveStatic):
    """The end of the other seat's notes: the chair's for a secretary, else the secretaries'."""

    DEFAULT_CSS = "OtherNotes { padding: 0 1; height: 1fr; }"

    phase: var[str] = var("")
    """The phase whose notes are shown."""
    seat: var[str] = var("")
    """The seat whose pad is edited; what is shown is the other's."""

    sought: var[str] = var("")
    """What is sought in the notes: they are shown from where it stands."""

    watch_phase = watch_seat = watch_sought = on_resize = on_show = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return the end of the other seat's notes."""
        by_chair = is_secretary_seat(self.seat)
        heading = _("The chair's notes") if by_chair else _("The secretary's notes")
        more = secretary_texts if by_chair else chair_texts
        if more(self.meeting, self.phase, besides=self.seat):
            heading = _("The others' notes")
        text = other_seat_text(self.meeting, self.phase, self.seat)
        text = text if text.strip() else _empty(self.meeting, by_chair, self.phase)
        width, height = self.content_size.width, self.content_size.height - 1
        return self.under_heading(heading, found_rows(text, self.sought, width, height))


def other_seat_text(meeting: Meeting, phase: str, seat: str) -> str:
    """Return what the other seats have written in a phase: the secretaries one after the other, then the chairs."""
    return "\n\n".join([*secretary_texts(meeting, phase, besides=seat), *chair_texts(meeting, phase, besides=seat)])


def found_rows(text: str, sought: str, width: int, height: int) -> Iterator[Content]:
    """Yield the rows from a little above the first that holds what is sought, those marked; else the last rows."""
    rows = [row for line in text.split("\n") for row in wrap_text(line, max(width, 1)) or [""]] if sought else []
    marked = [number for number, row in enumerate(rows) if matches([row], sought)]
    if not marked:
        yield from map(Content, last_rows(text, width, height))
        return
    first = max(min(marked[0] - height // 3, len(rows) - height), 0)
    for number, row in enumerate(rows[first : first + height], first):
        yield Content.styled(row, "bold reverse" if number in marked else "")


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


def _empty(meeting: Meeting, by_chair: bool, phase: str) -> str:
    text = (
        _("The chair has not written anything in “{phase}” yet.")
        if by_chair
        else _("Nothing is written in “{phase}” yet.")
    )
    return text.format(phase=part_name(meeting, phase))


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
        yield OtherNotes(classes=FRAME).data_bind(
            NotesSidePanel.meeting, NotesSidePanel.now, NotesSidePanel.phase, NotesSidePanel.seat
        )
        yield Preview(self._drawer, classes=FRAME).data_bind(NotesSidePanel.now, NotesSidePanel.phase)

    def on_mount(self) -> None:
        """Show the first view."""
        self.watch_view(self.view)

    def next_found(self, word: str, step: int) -> tuple[str, bool]:
        """Return the next part whose notes hold a word, and whether they are the others'; an empty part for none.

        The others' notes come after the last part, once; then it goes on from the first.
        """
        beside, at = self.query_one(OtherNotes), PHASES.index(self.phase)
        was_beside, beside.sought = beside.sought == word, ""
        parts = [PHASES[(at + step * place) % len(PHASES)] for place in range(1, len(PHASES))]
        own = [part for part in parts if matches(self.meeting.pad_text(part, self.seat).split("\n"), word)]
        others = [part for part in (self.phase, *parts) if self._others_hold(part, word)]
        goes_round = not own or (PHASES.index(own[0]) - at) * step < 0
        if others and goes_round and not was_beside:
            beside.sought = word
            return others[0], True
        return (own[0] if own else ""), False

    @property
    def has_text(self) -> bool:
        """Whether it shows a text to read: the minutes, or what the others have written in this part."""
        is_written = bool(other_seat_text(self.meeting, self.phase, self.seat).strip())
        return self.view in AUDIENCES or (self.view == NOTES and is_written)

    def _others_hold(self, part: str, word: str) -> bool:
        return bool(matches(other_seat_text(self.meeting, part, self.seat).split("\n"), word))

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
