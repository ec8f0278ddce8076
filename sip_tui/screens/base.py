"""What every screen has: the header, the rooms, the break prompt, the footer, and bindings in the user's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.reactive import var

from sip_tui.language import N_, _
from sip_tui.meeting.agenda import neighbour, snooze_break
from sip_tui.meeting.change import Edit, Moment
from sip_tui.meeting.floor import DIGITS, enter, give_floor, numbers, speakers
from sip_tui.meeting.guard import Concern, before_leaving
from sip_tui.meeting.kinds import Seat
from sip_tui.meeting.model import Meeting
from sip_tui.meeting.offices import is_led_and_written
from sip_tui.meeting.stage import Stage, stage_of
from sip_tui.meeting.timeline import Timing, timing
from sip_tui.screens.commands import Spoken, command
from sip_tui.screens.stages import can_be_done
from sip_tui.widgets.break_prompt import BreakPrompt
from sip_tui.widgets.header import MeetingHeader
from sip_tui.widgets.key_line import KeyLine
from sip_tui.widgets.leave_prompt import LeavePrompt
from sip_tui.widgets.live import Watchful
from sip_tui.widgets.lost_prompt import LostPrompt
from sip_tui.widgets.nav import Nav
from sip_tui.widgets.word_prompt import WordPrompt
from sip_tui.wording import local, name_of

if TYPE_CHECKING:
    from sip_tui.screens.host import Host


class SipScreen(Spoken[None]):
    """A screen of the meeting. It draws what the app says the meeting is, and writes by the app alone."""

    app: Host
    PLACE = ""
    """The mode that this screen is the base of."""
    HELP = ""
    """What F1 says about the screen, as an English msgid."""
    ASKS_WORDS = True
    """Whether the chair is asked here about words that nobody has explained."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    meeting: var[Meeting] = var(Meeting)
    """The meeting as it stands, bound to the app's."""
    now: var[datetime | None] = var(None)
    """The time as it is shown, bound to the app's."""
    saved: var[str] = var("")
    """What is true about the disk, bound to the app's."""
    table: var[tuple[str, ...]] = var(())
    """The seats of the others at the table, bound to the app's."""

    def __init__(self) -> None:
        super().__init__()
        # A new screen is drawn with the styles as they are. Without this, Textual 8.2.8 parses all of them once more
        # when a mode is gone to for the first time, which costs a third of the start.
        self._css_update_count = self.app._css_update_count
        # The same at the first resize: a screen that already has the class of its width is not styled twice.
        width = self.app.size.width
        self.add_class([name for least, name in self.HORIZONTAL_BREAKPOINTS if width >= least][-1], update=False)

    def compose(self) -> ComposeResult:
        yield MeetingHeader().data_bind(SipScreen.meeting, SipScreen.now, SipScreen.saved, SipScreen.table)
        yield Nav(self.PLACE, closed=self._is_closed)
        yield BreakPrompt().data_bind(SipScreen.meeting, SipScreen.now)
        yield LostPrompt().data_bind(SipScreen.meeting, SipScreen.now)
        if self.leads:
            yield LeavePrompt().data_bind(SipScreen.meeting, SipScreen.now)
        if self.leads and self.ASKS_WORDS:
            yield WordPrompt().data_bind(SipScreen.meeting, SipScreen.now)
        yield from self.body()
        yield KeyLine()

    def _compositor_refresh(self) -> None:
        """Paint when the app shows what is painted.

        While it holds its frames back, Textual 8.2.8 paints the first one, throws it away, and then shows only what has
        changed since: a screen with holes in it, made twice.
        """
        if not self.app._batch_count:
            super()._compositor_refresh()

    @on(ScreenResume)
    def _catch_up(self) -> None:
        """Show what happened while nobody could see this screen."""
        self.draw()
        for one in self.walk_children(Watchful):
            one.tell()

    def watch_meeting(self, _meeting: Meeting) -> None:
        if self.is_mounted and self.is_current:
            self.draw()

    def _watch_meeting(self, was: Meeting, now: Meeting) -> None:
        """What can be done depends on what has happened."""
        if was.events is not now.events:
            self.refresh_bindings()
            for one in self.query(Nav):
                one.tell(closed=self._is_closed)

    @property
    def _is_closed(self) -> bool:
        return stage_of(self.app.meeting) is Stage.CLOSED

    def draw(self) -> None:
        """Show what the screen itself shows of the meeting; done only while somebody can see it."""

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
    def leads(self) -> bool:
        """True in the chair's seat, or in that of a second chair: "chair-2"."""
        return self.app.seat.partition("-")[0] == Seat.CHAIR

    @property
    def moment(self) -> Moment:
        """The time now, and a fresh row."""
        return self.app.room.moment()

    def write(self, edits: Sequence[Edit], step: str = "") -> None:
        """Change the meeting."""
        self.app.write(edits, step)

    def action_lost_seen(self) -> None:
        """What is told to be lost has been seen, and is not told any more."""
        if clash := self.query_one(LostPrompt).clash:
            self.app.dismiss(clash)

    def action_lost_back(self) -> None:
        """What is told to be lost holds after all."""
        if clash := self.query_one(LostPrompt).clash:
            self.app.take_back(clash)


MINUTES = command(
    *("minutes", "f10", "go_to_minutes", N_("Minutes for e-mail"), N_("Write the minutes, free from identifiers")),
    show=True,
)
"""What is left to do when the meeting has been closed, on the screens whose other keys have nothing to do then."""


class ChairScreen(SipScreen):
    """A screen that the chair leads from: digits give the floor, and every key is one key."""

    BINDINGS = [
        *(
            command(f"floor.{n}", str(n), f"floor({n})", N_("Floor"), N_("Give the floor to this person"))
            for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
        ),
        command(
            *("word.raise", "question_mark", "raise_word", N_("Unclear word")),
            N_("Write down a word that somebody did not understand, and who said it"),
        ),
        command("break.snooze", "v", "snooze", N_("Later"), N_("Put the break off for five minutes")),
        command("lost.seen", "d", "lost_seen", N_("Seen"), N_("What was lost when two wrote at once has been seen")),
        command("lost.back", "D", "lost_back", N_("Take it back"), N_("Let the value that was lost hold after all")),
        command("go.situation", "u", "app.go('situation')", N_("Situation"), N_("How each one sees it, ongoing help")),
        command("go.script", "c", "app.go('script')", N_("Script"), N_("Checklist, script, question cards")),
        command(
            "go.summary", "j", "app.go('summary')", N_("Summary"), N_("What to read aloud, and the round after it")
        ),
        command(
            *("go.ending", "h", "app.go('ending')", N_("Before you go home")),
            N_("How it was, who keeps the plan together, when you meet again"),
        ),
        command("go.board", "w", "app.go('board')", N_("Board"), N_("Large and public, for everybody in the room")),
        command("undo", "z", "app.undo", N_("Undo"), N_("Take back what you did last")),
        command("redo", "Z", "app.redo", N_("Redo"), N_("Do again what you took back")),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        now = can_be_done(action, self.meeting)
        return super().check_action(action, parameters) if now else now

    async def action_go_to_minutes(self) -> None:
        await self.run_action("app.minutes")

    def action_phase(self, step: int) -> None:
        phase = neighbour(self.at.phase, step)
        if not phase or self.at.closed:
            return
        if self.at.opened or is_led_and_written(self.meeting):
            self._enter(phase, before_leaving(self.meeting, self.at) if step > 0 else ())
        else:
            from sip_tui.screens.roles import ask_roles

            ask_roles(self, lambda: self._enter(phase, ()))

    @work
    async def _enter(self, phase: str, concerns: tuple[Concern, ...]) -> None:
        """Ask once, kindly, and go on when the chair says so."""
        if concerns:
            from sip_tui.screens.leaving import let_go

            if not await let_go(self, concerns):
                return
        self.write(enter(self.meeting, phase, self.moment))

    def action_floor(self, digit: int) -> None:
        """Give the floor to the one whose digit it is; 0 is the tenth."""
        who = next((row for row, number in numbers(self.meeting).items() if number == (digit or DIGITS)), "")
        if who in {one.id for one in speakers(self.meeting)}:
            self.write(give_floor(self.meeting, who, self.at.phase, self.moment))
        elif one := self.meeting.participant(who):
            self.notify(_("{name} is not here.").format(name=name_of(one)), markup=False)

    def action_raise_word(self) -> None:
        """Raise a word from wherever the chair is: the prompt then says whom to ask (seed row 201)."""
        from sip_tui.screens.rows import term_form

        self.app.push_screen(term_form(self, None))

    def action_snooze(self) -> None:
        if self.at.break_due:
            self.write(snooze_break(self.moment))
            self.notify(_("The break waits five minutes."))
