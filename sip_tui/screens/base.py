"""The base of every meeting screen: header, navigation, prompts and key bar; and what a screen needs of its app."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from textual import on
from textual.app import App, ComposeResult
from textual.events import ScreenResume
from textual.reactive import var

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.log.projection import Conflict
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import stage_of
from sip_tui.meeting.time.timeline import Timing, timing_at
from sip_tui.screens.commands import LocalizedScreen
from sip_tui.session.session import MeetingSession
from sip_tui.widgets.header import MeetingHeader
from sip_tui.widgets.key_bar import KeyBar, wishes_of
from sip_tui.widgets.live_static import UpdateWhenVisible, period_of
from sip_tui.widgets.nav import Nav
from sip_tui.widgets.prompts import BACK, SEEN, BreakPrompt, ConflictPrompt, LeavePrompt, TermPrompt


class MeetingApp(App[int]):
    """The interface of the app to its screens; ``app.session_app`` implements it."""

    session: MeetingSession
    """The session that is open in this process."""
    seat: str
    """The seat whose pads are this process's own: "chair", "secretary", or "secretary-2" when that was taken."""
    meeting: var[Meeting] = var(Meeting)
    """The meeting as it stands; every screen is drawn from it."""
    room_meeting: var[Meeting] = var(Meeting)
    """The meeting as the screens below a form show it: the same, but they follow what is typed when the hand rests."""
    now: var[datetime | None] = var(None)
    """The time as it is shown; clocks are computed from it, ticks only repaint."""
    saved: var[str] = var("")
    """The state of the disk in words."""
    other_seats: var[tuple[str, ...]] = var(())
    """The seats that other living processes hold."""
    is_demo = False
    """Whether it is the demo, which says part by part what to try."""
    open_next: tuple[str, str] | None = None
    """The meeting and the seat to open after this one; two empty texts for the list of meetings."""

    remove_meeting = False
    """Whether this meeting is removed with everything in it when the program has left it."""

    @property
    def secretary_seat(self) -> str:
        """The seat of this machine's first secretary."""
        return Seat.SECRETARY.value

    @property
    def notes_seat(self) -> str:
        """The seat under which this program's own notes are kept."""
        return self.seat

    @abstractmethod
    def write(self, edits: Sequence[Edit], step: str | None = "") -> None:
        """Change the meeting: show it at once, save it as fast as the disk can."""

    @abstractmethod
    def show_in_room(self) -> None:
        """Show what has been typed in the screens below at once."""

    @abstractmethod
    def show_in_room_later(self) -> None:
        """Show it there when the hand has rested from now on."""

    @abstractmethod
    def dismiss(self, clash: Conflict) -> None:
        """Mark a conflict as seen."""

    @abstractmethod
    def take_back(self, clash: Conflict) -> None:
        """Restore the latest of the values that lost a conflict."""


PAUSE = 2.5
"""Seconds without a letter after which one that is typed at a list is a command again."""
SHOWN = 60
"""Letters of words that have no place which a notice shows."""
COARSE = 5
"""Seconds between two steps of the coarse time."""
Follower = TypeVar("Follower", bound=UpdateWhenVisible)


class SipScreen(LocalizedScreen[None]):
    """A screen of the meeting. It draws what the app says the meeting is, and writes by the app alone."""

    app: MeetingApp
    MODE = ""
    """The mode that this screen is the base of."""
    WITHOUT_WAY_BACK = N_("Press {keys[go.meetings]} for all meetings. Everything is saved.")
    HELP = ""
    """What F1 says about the screen, as an English msgid."""
    takes_letters = False
    ASKS_WORDS = True
    """Whether the chair is asked here about words that nobody has explained."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-high")]

    meeting: var[Meeting] = var(Meeting)
    now: var[datetime | None] = var(None)
    coarse_now: var[datetime | None] = var(None)
    """The time for what shows whole minutes: it moves every few seconds, and when something begins or ends."""
    saved: var[str] = var("")
    other_seats: var[tuple[str, ...]] = var(())
    _conflict: ConflictPrompt | None = None
    """What asks about a conflict; kept, for every look at the keys asks whether it does."""
    _wishes: tuple[object, ...] = ()
    """What the key line was drawn by."""

    def compose(self) -> ComposeResult:
        """Yield header, navigation, prompts, body and key bar."""
        yield self.following(MeetingHeader()).data_bind(SipScreen.saved, SipScreen.other_seats)
        yield Nav(self.MODE, stage=stage_of(self.app.meeting), on_break=self.timing.on_break)
        if self.app.is_demo:
            from sip_tui.widgets.demo_prompt import DemoPrompt  # only the demo has it

            yield self.following(DemoPrompt())
        yield self.following(BreakPrompt())
        self._conflict = ConflictPrompt()
        yield self.following(self._conflict)
        if self.is_chair:
            yield self.following(LeavePrompt())
        if self.is_chair and self.ASKS_WORDS:
            yield self.following(TermPrompt())
        yield from self.compose_body()
        yield KeyBar()

    def following(self, widget: Follower) -> Follower:
        """Let a widget follow the meeting, and the time as often as it can show something new of it."""
        time = SipScreen.now if widget.EVERY == 1 else SipScreen.coarse_now
        return widget.data_bind(SipScreen.meeting, now=time)

    def watch_now(self) -> None:
        """Move the coarse time when it is due."""
        before, now = self.coarse_now, self.now
        if now and (before is None or period_of(now, COARSE) != period_of(before, COARSE)):
            self.coarse_now = now

    @on(ScreenResume)
    def _catch_up(self) -> None:
        """Show what happened while nobody could see this screen; when it is new, what it shows is as new."""
        self.refresh_content()
        for widget in self.walk_children(UpdateWhenVisible):
            if widget.has_missed or self.stack_updates:
                widget.refresh_if_visible()

    def watch_meeting(self, before: Meeting, now: Meeting) -> None:
        """Show what has changed; which commands are available depends on the events of the meeting."""
        if before.events is not now.events:
            self.coarse_now = self.now
            self.refresh_bindings()
            for nav in self.query(Nav):
                nav.show_links(stage_of(now), on_break=self.timing.on_break)
        if self.is_mounted and self.is_current:
            self.refresh_content()

    def fit_columns(self) -> None:
        """Show what fits into the columns that are left."""
        self.refresh_content()

    def refresh_content(self) -> None:
        """Show what the screen itself shows of the meeting; done only while somebody can see it."""

    def compose_body(self) -> ComposeResult:
        """What the screen holds between the header and the footer."""
        yield from ()

    @property
    def timing(self) -> Timing:
        """The clocks as they stand."""
        return timing_at(self.app.meeting, self.app.session.now())

    @property
    def first_document(self) -> tuple[str, str]:
        """The document that is shown first when the documents are opened from here, and whose it is."""
        return "mail", ""

    @property
    def today(self) -> date:
        """The day that "på fredag" counts from: the meeting's, also for one who writes the day after."""
        from sip_tui.parsing.tagged_line import meeting_day  # loaded when something is written: the start is faster

        return meeting_day(self.app.meeting, self.app.session.now())

    @property
    def is_chair(self) -> bool:
        """True in the chair's seat, or in that of a second chair: "chair-2"."""
        return self.app.seat.partition("-")[0] == Seat.CHAIR

    @property
    def moment(self) -> EditContext:
        """The time now, and a fresh row."""
        return self.app.session.edit_context()

    def write(self, edits: Sequence[Edit], step: str = "") -> None:
        """Change the meeting."""
        self.app.write(edits, step)

    def take_words(self, words: str) -> bool:
        """Tell that words that were typed here stand nowhere."""
        sentence = _("“{words}” has not been saved and has changed nothing. Press {keys[go.notes]} to write.")
        self.notify(sentence.format(words=f"{words[:SHOWN]}…", keys=KEYS), severity="warning", markup=False)
        return False

    def take_paste(self, text: str) -> None:
        """Take pasted text as if its words had been typed."""
        self.take_words(" ".join(text.split()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the answers to a conflict while there is one."""
        if action in {SEEN, BACK} and self.conflict is None:
            return None
        return super().check_action(action, parameters)

    @property
    def hidden_commands(self) -> frozenset[str]:
        """The ids of the commands that have nothing to do now, and so no place on the key line."""
        return frozenset()

    def update_key_line(self) -> None:
        """Show on the key line what there is something to do with now, called what it does."""
        before, self._wishes = self._wishes, wishes_of(self)
        if before != self._wishes:
            self.refresh_bindings()

    @property
    def conflict(self) -> Conflict | None:
        """The conflict that is shown."""
        return self._conflict.clash if self._conflict else None

    def action_lost_seen(self) -> None:
        """Mark the shown conflict as seen."""
        if self.conflict:
            self.app.dismiss(self.conflict)

    def action_lost_back(self) -> None:
        """Restore the value that lost the shown conflict."""
        if self.conflict:
            self.app.take_back(self.conflict)
