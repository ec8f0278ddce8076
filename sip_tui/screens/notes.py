"""The secretary's screen: a pad for each phase, with actions and terms in sight; nobody ever thinks of saving."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList, Static

from sip_tui.guidance import guide, phase_name
from sip_tui.language import N_, _
from sip_tui.meeting.agenda import PHASES
from sip_tui.meeting.kinds import Seat
from sip_tui.meeting.model import Meeting
from sip_tui.meeting.notes import is_secretary, write_pad
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.screens.rows import action_form, term_form
from sip_tui.widgets.pad import Pad
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.side_list import SideList


class NotesScreen(SipScreen):
    """Phases at the side, a pad in the middle, actions and terms beside or under it."""

    PLACE = "notes"
    HELP = N_(
        "Write; saving takes care of itself, and the time at the top right is when your last words reached the disk. "
        "Each phase has a pad of its own."
    )
    BINDINGS = [
        command(
            "pad.next", "ctrl+n,ctrl+pagedown", "pad(1)", N_("Next pad"), N_("The pad of the next phase"), show=True
        ),
        command("pad.back", "ctrl+pageup", "pad(-1)", N_("Pad before"), N_("The pad of the phase before")),
        command("pad.follow", "ctrl+g", "follow", N_("Chair's phase"), N_("The pad where the chair is now")),
        command("pad.term", "ctrl+t", "term", N_("Raise a word"), N_("Write down a word to explain"), show=True),
        command("pad.action", "ctrl+o", "new_action", N_("New action"), N_("Who does what, when"), show=True),
    ]

    AUTO_FOCUS = ""  # the pad takes the focus when it has been put there

    phase: var[str] = var("")
    """Whose pad is shown."""
    seat: var[str] = var("")
    """Whose pads these are."""
    reading: var[bool] = var(False)
    """True when somebody else writes in them."""
    _sitting: var[bool] = var(False)
    """True while the chair's own process has borrowed the secretary's seat."""

    def body(self) -> ComposeResult:
        with Container(id="notes-grid"):
            yield RowList(id="phase-rows")
            with Container(id="pads"):
                yield Static(id="notes-seat")
            with Vertical(id="notes-side"):
                yield SideList("actions").data_bind(SipScreen.meeting, SipScreen.now)
                yield SideList("terms").data_bind(SipScreen.meeting, SipScreen.now)

    def on_mount(self) -> None:
        self._sit()
        self.phase = self.at.phase or PHASES[0]

    def on_screen_resume(self) -> None:
        self._sit()
        if shown := next((one for one in self.query(Pad) if one.display), None):
            shown.focus()

    def on_screen_suspend(self) -> None:
        self.commit()
        if self._sitting:
            self.app.room.folder.release(self.seat)
        self._sitting = False

    @property
    def _own_seat(self) -> bool:
        return is_secretary(self.app.seat)

    def _sit(self) -> None:
        """Take the secretary's place for as long as this screen is shown, or read along when somebody sits there."""
        folder = self.app.room.folder
        if self._own_seat:
            self.seat = self.app.seat
        elif not self._sitting:
            self.seat, self.reading = Seat.SECRETARY, Seat.SECRETARY in folder.others()
            if not self.reading:
                self.seat, self._sitting = folder.claim(Seat.SECRETARY), True
        self._tell_seat()

    def _tell_seat(self) -> None:
        line = self.query_one("#notes-seat", Static)
        told = ""
        if self.reading:
            told = _("You read along: the secretary writes in another window.")
        elif self.seat != Seat.SECRETARY:
            told = _("Somebody else is the secretary already; these pads are your own, and both are in the minutes.")
        line.update(told)
        line.display = bool(told)
        for pad in self.query(Pad):
            pad.read_only = self.reading

    def commit(self) -> None:
        """Write what the pads have not said yet, at once: the program is about to leave."""
        for pad in self.query(Pad):
            if (text := pad.uncommitted) is not None:
                self._keep(pad, text)

    async def watch_phase(self, phase: str) -> None:
        if not phase:
            return
        for pad in self.query(Pad):
            pad.display = pad.phase == phase
        shown = self.query(f"#pad-{phase}").first(Pad) if self.query(f"#pad-{phase}") else await self._open(phase)
        shown.focus()
        self._show_phases()

    async def _open(self, phase: str) -> Pad:
        text = self.meeting.pad(phase, self.seat)
        pad = Pad(phase, text, guide(phase).pad)
        pad.read_only = self.reading
        await self.query_one("#pads").mount(pad)
        pad.move_cursor(pad.document.end)
        return pad

    @on(Pad.Written)
    def _written(self, event: Pad.Written) -> None:
        self._keep(event.pad, event.text)

    def _keep(self, pad: Pad, text: str) -> None:
        pad.keep(text)
        self.app.write(write_pad(self.app.meeting, pad.phase, self.seat, text), step=None)

    @on(OptionList.OptionSelected, "#phase-rows")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.phase = event.option_id or self.phase

    def watch_meeting(self, meeting: Meeting) -> None:
        if not self.is_mounted:
            return
        for pad in self.query(Pad):
            pad.take_in(meeting.pad(pad.phase, self.seat))
        self._show_phases()

    def _show_phases(self) -> None:
        chair, seat = self.at.phase, self.seat
        lines = [(key, _line(self.meeting, key, seat, key == self.phase, key == chair)) for key in PHASES]
        rows = self.query_one("#phase-rows", RowList)
        rows.show(lines)
        if not rows.has_focus:
            rows.go_to(self.phase)

    def action_pad(self, step: int) -> None:
        self.phase = PHASES[(PHASES.index(self.phase) + step) % len(PHASES)]

    def action_follow(self) -> None:
        self.phase = self.at.phase or self.phase

    def action_term(self) -> None:
        self.app.push_screen(term_form(self, None))

    def action_new_action(self) -> None:
        self.app.push_screen(action_form(self, None))


def _line(meeting: Meeting, phase: str, seat: str, here: bool, chair: bool) -> Content:
    words = len(meeting.pad(phase, seat).split())
    told = _("{count} words").format(count=words) if words else _("empty")
    now = _("now") if chair else ""
    line = Content.styled(f"{'▸' if here else ' '} {phase_name(phase)}", "bold" if here else "")
    return Content.assemble(line, f"\n    {told}", (f"  ● {now}" if now else "", "bold"))
