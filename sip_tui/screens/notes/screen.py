"""The secretary's screen: a pad for each phase, with actions and terms beside it."""

from __future__ import annotations

from contextlib import suppress

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList, Static

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import is_secretary_seat, pad_id
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.minutes.preview_process import PreviewProcess
from sip_tui.parsing.tagged_line import write_notes
from sip_tui.resources.guidance import phase_guide
from sip_tui.resources.meeting_types import part_name, type_of
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command, is_available
from sip_tui.screens.keymap import Key
from sip_tui.screens.next_part import NextPartMixin
from sip_tui.screens.notes.find_bar import FindBar
from sip_tui.screens.notes.hint_line import HintLine
from sip_tui.screens.notes.line_commands import WritingScreen
from sip_tui.screens.notes.pads_frame import PadsFrame
from sip_tui.screens.notes.part_list import PartList
from sip_tui.screens.notes.side_panel import NOTES, NotesSidePanel
from sip_tui.store import StoreError
from sip_tui.widgets.editor.pad import PadEditor
from sip_tui.widgets.live_static import FRAME

NEXT_PART = Key.NEXT_PART.partition(",")[2]
"""Its key where letters are text."""


class NotesScreen(NextPartMixin, WritingScreen):
    """Phases at the side, a pad in the middle, and beside or below it lists, the other's notes or the minutes."""

    MODE = "notes"
    HELP = N_(
        "Write. Everything is saved at once; the time at the top right shows when. Each part has notes of its own. "
        "Begin a line with # and a word, and it becomes a row on the board. For example: #action Samir rings the "
        "school by Friday. Press {keys[go.slots]} to write how each of you sees the situation."
    )
    BINDINGS = [
        command(
            "find.next", Key.OPEN, "find_next", N_("Next"), N_("The next place where the word is found"), show=True
        ),
        command("pad.next", Key.PAD_NEXT, "pad(1)", N_("Next"), N_("The notes of the next part"), show=True),
        command("pad.back", Key.PAD_BACK, "pad(-1)", N_("Previous part's notes"), N_("The notes of the previous part")),
        command(
            "pad.follow", Key.PAD_FOLLOW, "follow", N_("Chair's part"), N_("The notes of the part the chair is in")
        ),
        command(
            "pad.beside",
            Key.PAD_BESIDE,
            "beside",
            N_("Side pane"),
            N_("What is shown beside: lists, the other's notes, the minutes"),
            show=True,
        ),
        command(
            "go.slots",
            Key.PAD_SITUATION,
            "app.go('situation')",
            N_("Situation"),
            N_("How each person sees it, current help"),
            show=True,
        ),
        command("pad.next_part", NEXT_PART, "phase(1)", N_("Next part"), N_("Open the meeting, or go on")),
        command("pad.on", Key.PAD_MOVE_ON, "move_line(1)", N_("Move line on"), N_("Move the line to the next part")),
        command(
            "pad.before",
            Key.PAD_MOVE_BACK,
            "move_line(-1)",
            N_("Move line back"),
            N_("Move the line to the previous part"),
        ),
    ]

    DEFAULT_CSS = """
    NotesScreen {
        #notes-grid { layout: grid; grid-size: 2; grid-columns: 22 1fr; grid-rows: 1fr 33%; height: 1fr; }
        #phase-rows { background: $surface; scrollbar-size: 0 0; } #pads PadEditor { border: none; padding: 0 1; }
        #notes-side { column-span: 2; border-top: solid $border-blurred; }
        #side-terms { border-left: solid $border-blurred; } #notes-grid.-tall { grid-rows: 1fr 1fr; }
        &.-wide #notes-grid { grid-size: 3; grid-columns: 25 5fr 4fr; grid-rows: 1fr; }
        &.-wide #notes-side { column-span: 1; layout: vertical; border-top: none; }
        &.-wide #notes-side SideList { width: 1fr; } &.-wide #phases, &.-wide #pads { padding: 0; }
    }
    """
    AUTO_FOCUS = ""  # the pad takes the focus when it has been put there

    phase: var[str] = var("")
    """The phase of the pad that is shown."""
    seat: var[str] = var("")
    """The seat of these pads."""
    _has_borrowed_seat: var[bool] = var(False)
    """True while the chair's own process has borrowed the secretary's seat."""

    def compose_body(self) -> ComposeResult:
        """Yield the phases, the pads and the panel beside them."""
        with Container(id="notes-grid"):
            with Container(id="phases", classes=FRAME) as phases:
                phases.border_title = Content(_("Parts"))
                yield PartList(id="phase-rows")
            with PadsFrame(id="pads", classes=FRAME):
                yield Static(id="notes-seat")
                yield FindBar(goes_elsewhere=True)
            beside = NotesSidePanel(PreviewProcess(), id="notes-side")
            yield beside.data_bind(SipScreen.meeting, SipScreen.now, NotesScreen.phase, NotesScreen.seat)
        yield HintLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the chair alone go on to the next part of the meeting."""
        if action == "phase" and not (self.is_chair and is_available(action, self.meeting)):
            return False
        return super().check_action(action, parameters)

    async def on_mount(self) -> None:
        """Take a seat and open the pad of the current phase."""
        self._take_seat()
        self.phase = self.timing.phase or PHASES[0]

    async def on_screen_resume(self) -> None:
        """Take the seat again; it may be another one now."""
        before = self.seat
        self._take_seat()
        if before and before != self.seat:
            await self.pads.remove()
            await self.watch_phase(self.phase)
        elif self.pad:
            self.pad.focus()

    def on_screen_suspend(self) -> None:
        """Write what is pending and give a borrowed seat back."""
        self.commit()
        if self._has_borrowed_seat:
            self.app.session.folder.release_seat(self.seat)
            self._has_borrowed_seat = False

    def row_of(self, pad: PadEditor) -> str:
        """Return the row of the meeting that a pad is."""
        return pad_id(pad.phase, self.seat)

    def _take_seat(self) -> None:
        """Take the secretary's place for as long as this screen is shown; when somebody sits there, write one's own."""
        try:
            self._claim_seat()
        except StoreError as error:
            self.seat = self.app.notes_seat
            self.notify(str(error), severity="error", markup=False)
        self.query_one(PadsFrame).show_seat(self.seat, first=self.app.secretary_seat)

    def _claim_seat(self) -> None:
        folder = self.app.session.folder
        if is_secretary_seat(self.app.seat):
            self.seat = self.app.notes_seat
        elif any(map(is_secretary_seat, (*folder.other_seats(), *self.app.other_seats))):
            self.seat = self.app.notes_seat
            self._show_beside(NOTES)
        elif not self._has_borrowed_seat:
            self.seat, self._has_borrowed_seat = folder.claim_seat(self.app.secretary_seat), True

    async def watch_other_seats(self, before: tuple[str, ...], now: tuple[str, ...]) -> None:
        """Take the first secretary's place when it has become free, as long as nothing is written in one's own pads."""
        own, first = self.app.seat, self.app.secretary_seat
        waits = is_secretary_seat(own) and own != first and first in set(before) - set(now)
        if not waits or any(note.seat == own and note.text for note in self.app.meeting.notes):
            return
        folder = self.app.session.folder
        # The header says that a folder is gone.
        with suppress(StoreError):
            self.app.seat = folder.claim_seat(first)
            folder.release_seat(own)
            await self.on_screen_resume()

    def commit(self) -> None:
        """Write what the pads have not said yet, at once: the program is about to leave."""
        for pad in self.pads:
            if (text := pad.uncommitted) is not None:
                self._write_pad(pad, text)

    async def watch_phase(self, phase: str) -> None:
        """Show the pad of a phase."""
        if not phase:
            return
        self.update_marks(self.meeting)
        for pad in self.pads:
            pad.display = pad.phase == phase
        shown = self.query(f"#pad-{phase}").first(PadEditor) if self.query(f"#pad-{phase}") else await self._open(phase)
        shown.focus()
        self.query_one(FindBar).attach(shown)
        self.query_one(PartList).show_now(*self._part_state)
        self.query_one(PadsFrame).show_title(part_name(self.meeting, phase), is_lent=self._has_borrowed_seat)
        self._make_room()
        self.update_hint()

    async def _open(self, phase: str) -> PadEditor:
        row, kind = pad_id(phase, self.seat), type_of(self.app.meeting)
        pad = PadEditor(
            phase,
            self.app.meeting.pad_text(phase, self.seat),
            phase_guide(phase, kind=kind.key if kind else "").placeholder,
            self.app.session.typed_splices(row),
        )
        await self.query_one("#pads").mount(pad)
        self.set_up(pad)
        pad.move_cursor(pad.document.end)
        return pad

    @on(PadEditor.Written)
    def _written(self, event: PadEditor.Written) -> None:
        self._write_pad(event.pad, event.text)

    def _write_pad(self, pad: PadEditor, text: str) -> None:
        """Write a pad, and the rows that its lines are, in one: together they reach the disk, or neither does."""
        pad.mark_kept(text)
        self._write_text(pad.phase, text)

    def _write_text(self, phase: str, text: str) -> None:
        self.app.write(write_notes(self.app.meeting, phase, self.seat, text, self.moment, self.today), step=None)

    @on(OptionList.OptionSelected, "#phase-rows")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.phase = event.option_id or self.phase

    def watch_meeting(self, before: Meeting, now: Meeting) -> None:
        """Show what others have written in these pads, and which lines are rows now."""
        super().watch_meeting(before, now)
        if not self.is_mounted:
            return
        for pad in self.pads:
            pad.show_remote(now.pad_text(pad.phase, self.seat))
        self.query_one(PartList).show_soon(*self._part_state)
        self._make_room()
        self.update_marks(now)

    @property
    def _part_state(self) -> tuple[Meeting, str, str, str]:
        return self.app.meeting, self.seat, self.phase, self.timing.phase

    def action_pad(self, step: int) -> None:
        """Open the pad of the next phase or the one before."""
        self.phase = PHASES[(PHASES.index(self.phase) + step) % len(PHASES)]

    def action_move_line(self, step: int) -> None:
        """Move the line that the cursor is on to the end of the notes of another part."""
        pad, phase = self.pad, PHASES[(PHASES.index(self.phase) + step) % len(PHASES)]
        if pad is None or pad.read_only or not pad.cursor_line.strip():
            return
        text = self.app.meeting.pad_text(phase, self.seat)
        self._write_text(phase, f"{text.rstrip()}\n{pad.cursor_line}\n".lstrip("\n"))
        number, last = pad.cursor_location[0], pad.document.line_count - 1
        end = (number, len(pad.cursor_line)) if number == last else (number + 1, 0)
        pad.replace("", (number, 0), end)
        self.commit()
        self.notify(_("The line is in “{phase}” now.").format(phase=part_name(self.meeting, phase)), markup=False)

    @on(FindBar.Elsewhere)
    def _find_elsewhere(self, event: FindBar.Elsewhere) -> None:
        """Go to the next part whose notes hold what is sought, or to the others' notes beside."""
        phase, is_beside = self.query_one(NotesSidePanel).next_found(event.word, event.step)
        self.phase = phase or self.phase
        if is_beside:
            self._show_beside(NOTES)
        self.call_after_refresh(self.query_one(FindBar).go_on, event.step, is_beside=is_beside)

    def action_follow(self) -> None:
        """Open the pad of the phase that the chair is in."""
        self.phase = self.timing.phase or self.phase

    def action_beside(self) -> None:
        """Show the next view beside the pad."""
        views, shown = NotesSidePanel.views, self.query_one(NotesSidePanel).view
        self._show_beside(views[(views.index(shown) + 1) % len(views)])

    def _show_beside(self, view: str) -> None:
        """Show a view beside the pad."""
        self.query_one(NotesSidePanel).view = view
        self._make_room()

    def _make_room(self) -> None:
        """Give the view half of the lines where there are few, when there is something to read in it."""
        beside = self.query_one(NotesSidePanel)
        self.query_one("#notes-grid").set_class(beside.has_text, "-tall")
