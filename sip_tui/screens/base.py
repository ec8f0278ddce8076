"""What every screen has: the header, the rooms, the break prompt, the footer, and bindings in the user's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.reactive import var
from textual.screen import Screen

from sip_tui.language import N_
from sip_tui.meeting.agenda import neighbour, snooze_break
from sip_tui.meeting.change import Edit, Moment
from sip_tui.meeting.floor import enter, give_floor, speakers
from sip_tui.meeting.guard import Concern, before_leaving, waive
from sip_tui.meeting.model import Meeting
from sip_tui.meeting.timeline import Timing, timing
from sip_tui.screens.commands import command, translated
from sip_tui.widgets.break_prompt import BreakPrompt
from sip_tui.widgets.header import MeetingHeader
from sip_tui.widgets.key_line import KeyLine
from sip_tui.widgets.nav import Nav
from sip_tui.wording import local

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

    from sip_tui.screens.host import Host


class SipScreen(Screen[None]):
    """A screen of the meeting. It draws what the app says the meeting is, and writes by the app alone."""

    app: Host
    PLACE = ""
    """The mode that this screen is the base of."""
    HELP = ""
    """What F1 says about the screen, as an English msgid."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    meeting: var[Meeting] = var(Meeting)
    """The meeting as it stands, bound to the app's."""
    now: var[datetime | None] = var(None)
    """The time as it is shown, bound to the app's."""
    saved: var[str] = var("")
    """What is true about the disk, bound to the app's."""

    def __init__(self) -> None:
        super().__init__()
        # A new screen is drawn with the styles as they are. Without this, Textual 8.2.8 parses all of them once more
        # when a mode is gone to for the first time, which costs a third of the start.
        self._css_update_count = self.app._css_update_count

    def compose(self) -> ComposeResult:
        yield MeetingHeader().data_bind(SipScreen.meeting, SipScreen.now, SipScreen.saved)
        yield Nav(self.PLACE)
        yield BreakPrompt().data_bind(SipScreen.meeting, SipScreen.now)
        yield from self.body()
        yield KeyLine()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        return translated(super().active_bindings)

    def body(self) -> ComposeResult:
        """What the screen holds between the header and the footer."""
        yield from ()

    @property
    def at(self) -> Timing:
        """The clocks as they stand."""
        return timing(self.app.meeting, self.app.room.now())

    @property
    def today(self) -> date:
        """The day it is where the meeting is."""
        return local(self.app.room.now()).date()

    @property
    def moment(self) -> Moment:
        """The time now, and a fresh row."""
        return self.app.room.moment()

    def write(self, edits: Sequence[Edit], step: str = "") -> None:
        """Change the meeting."""
        self.app.write(edits, step)


class ChairScreen(SipScreen):
    """A screen that the chair leads from: digits give the floor, and every key is one key."""

    BINDINGS = [
        *(
            command(f"floor.{n}", str(n), f"floor({(n - 1) % 10})", N_("Floor"), N_("Give the floor to this person"))
            for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
        ),
        command("break.snooze", "v", "snooze", N_("Later"), N_("Put the break off for five minutes")),
        command("go.script", "c", "app.go('script')", N_("Script"), N_("Checklist, script, question cards")),
        command("go.board", "w", "app.go('board')", N_("Board"), N_("Large and public, for everybody in the room")),
        command("undo", "z", "app.undo", N_("Undo"), N_("Take back what you did last")),
    ]

    def action_phase(self, step: int) -> None:
        phase = neighbour(self.at.phase, step)
        if phase and not self.at.closed:
            self._enter(phase, before_leaving(self.meeting, self.at) if step > 0 else ())

    @work
    async def _enter(self, phase: str, concerns: tuple[Concern, ...]) -> None:
        """Ask once, kindly, and go on when the chair says so."""
        if concerns:
            from sip_tui.screens.closing import leaving_question

            if not await self.app.push_screen_wait(leaving_question(self.meeting, self.at.phase, concerns)):
                return
        for concern in concerns:
            self.write(waive(self.meeting, self.at.phase, concern, "", self.moment))
        self.write(enter(self.meeting, phase, self.moment))

    def action_floor(self, index: int) -> None:
        those = speakers(self.meeting)
        if index < len(those) and self.at.opened and not self.at.closed:
            self.write(give_floor(self.meeting, those[index].id, self.at.phase, self.moment))

    def action_snooze(self) -> None:
        if self.at.break_due:
            self.write(snooze_break(self.moment))
