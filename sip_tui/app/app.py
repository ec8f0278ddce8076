"""The app: one open meeting, its screens as modes, and a way out that loses nothing typed."""

from __future__ import annotations

import asyncio
import gc
from contextlib import suppress
from functools import partial

from sip_tui.app.breaks import BreakMixin
from sip_tui.app.closing import ClosingMixin
from sip_tui.app.idle_lock import IdleLockMixin
from sip_tui.app.localized_app import LocalizedApp
from sip_tui.app.session_app import SessionApp
from sip_tui.app.shutdown import ShutdownHandler, failure_sentence, has_unread_input
from sip_tui.app.typed_words import TypedWordsMixin
from sip_tui.app.undoing import UndoMixin
from sip_tui.app.user_settings import apply_settings
from sip_tui.i18n.translation import N_
from sip_tui.screens import SCREENS, screen_of
from sip_tui.screens.base import MeetingApp, SipScreen
from sip_tui.screens.commands import command, is_available
from sip_tui.screens.keymap import Key

LAST_SAVE = 2.0
"""Seconds to wait at the end for a save under way."""
LAST_LOOKS, QUIET_LOOKS, LOOK_SECONDS = 150, 2, 0.02
"""How often to look at the end whether keys wait, after how many looks without one to leave, and the time between."""


def _screen(mode: str) -> SipScreen:
    """Create the screen of a mode, when it is first shown."""
    # The meeting first: bound after the time, an empty one would be drawn before it.
    return screen_of(mode)().data_bind(
        meeting=MeetingApp.room_meeting,
        now=MeetingApp.now,
        saved=MeetingApp.saved,
        other_seats=MeetingApp.other_seats,
    )


class SipApp(
    IdleLockMixin, SessionApp, TypedWordsMixin, UndoMixin, BreakMixin, ClosingMixin, MeetingApp, LocalizedApp[int]
):
    """The app of the chair."""

    MODES = {mode: partial(_screen, mode) for mode in SCREENS}
    DEFAULT_MODE = "time"
    IS_PUBLIC = False
    """Whether it shows only what all may see, and writes nothing."""

    TITLE = "sip-tui"
    CSS_PATH = "sip_tui.tcss"
    BINDINGS = [
        command("help", Key.HELP, "help", N_("Help"), N_("What this screen does, and its keys"), show=True),
        command("go.time", Key.GO_TIME, "go('time')", N_("Time"), N_("Parts, clock and who speaks")),
        command(
            "go.roll", Key.GO_ROLL_CALL, "go('roll_call')", N_("Who is here"), N_("Tick who is here, and who is not")
        ),
        command("go.terms", Key.GO_TERMS, "go('terms')", N_("Hard words"), N_("Hard words that need explaining")),
        command("go.actions", Key.GO_ACTIONS, "go('actions')", N_("Actions"), N_("Who does what, when")),
        command("go.talk", Key.GO_FLOOR, "go('floor')", N_("Talk"), N_("Who has spoken, and who is waiting")),
        command(
            "go.sides",
            Key.GO_IDEAS,
            "go('ideas')",
            N_("Ideas"),
            N_("Ideas, what you keep for another time, what you disagree on"),
        ),
        command("go.notes", Key.GO_NOTES, "go('notes')", N_("Notes"), N_("The secretary's notes")),
        command("go.back", Key.BACK, "back", N_("Back"), N_("Back to the screen you came from")),
        command("break", Key.BREAK, "break", N_("Break"), N_("Start a break")),
        command("break", Key.BREAK, "resume", N_("Resume"), N_("End the break and go on with the meeting")),
        command(
            "minutes",
            Key.MINUTES,
            "minutes",
            N_("Documents"),
            N_("Minutes, papers and the invitation: look through and save, with personal data hidden"),
        ),
        command(
            "close", Key.CLOSE_MEETING, "close_meeting", N_("Close the meeting"), N_("See what is left, and close")
        ),
        command("go.meetings", Key.MEETINGS, "meetings", N_("All meetings"), N_("Leave this meeting; it is saved")),
        command(
            "save",
            Key.SAVE,
            "save",
            N_("Save"),
            N_("Never needed; if the disk is full, it copies the meeting elsewhere"),
        ),
        command("go.prepare", Key.PREPARE, "go('prepare')", N_("Prepare"), N_("What is known, and what is left to do")),
        command("quit", Key.QUIT, "quit", N_("Leave"), N_("Leave the program; the meeting stays as it is")),
    ]

    def on_load(self) -> None:
        """Apply the user's settings before anything is drawn: the first screen names the user's keys."""
        apply_settings(self)

    def on_mount(self) -> None:
        """Install the signal handlers and start the clock."""
        self._signal_handlers = ShutdownHandler(self._leave_after_keys, self._last_words)
        self._signal_handlers.install()
        self.start_clock()

    def on_unmount(self) -> None:
        """Restore the signal handlers."""
        self._signal_handlers.restore()
        self.stop_watching()

    def on_ready(self) -> None:
        """Turn the garbage collector on, for what is made from now on."""
        if not gc.isenabled():
            # What start-up made stays: from here on the collector looks at what is new.
            gc.freeze()
            gc.enable()
        self.offer_real_end()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done at this stage of the meeting."""
        now = is_available(action, self.meeting)
        return super().check_action(action, parameters) if now else now

    def action_minutes(self) -> None:
        """Open the review of the documents."""
        from sip_tui.screens.review.screen import ReviewScreen

        self.commit_all()
        if not isinstance(self.screen, ReviewScreen):
            audience, actor = self.screen.first_document if isinstance(self.screen, SipScreen) else ("mail", "")
            bound = (SipApp.meeting, SipApp.now, SipApp.saved, SipApp.other_seats)
            self.push_screen(ReviewScreen(audience, actor).data_bind(*bound))

    def show_error(self, error: BaseException | None) -> None:
        """Save, and show one sentence; a traceback would show the words of the meeting."""
        with suppress(Exception):
            self.commit_all()
        self.panic(failure_sentence(error, self._last_words()))

    def _leave_after_keys(self, looks: int = LAST_LOOKS, quiet: int = 0) -> None:
        """Leave when the keys that came before the signal have been handled: twice there is none."""
        quiet = 0 if has_unread_input() or self.has_waiting_keys else quiet + 1
        if looks and quiet < QUIET_LOOKS:
            asyncio.get_running_loop().call_later(LOOK_SECONDS, self._leave_after_keys, looks - 1, quiet)
        else:
            self._leave_at_once()

    def _leave_at_once(self) -> None:
        try:
            self.commit_all()
        finally:
            self.not_saved = self._last_words()
            self.exit(0)

    def _last_words(self) -> str:
        """Save, if need be elsewhere; return the message for stderr, empty when all is saved."""
        return self.session.save_or_copy(timeout=LAST_SAVE)
