"""The open session as the screens see it: the meeting, the time, the state of the disk, and how to change anything.

A change is shown at once and saved by a thread, one save at a time; "saved" is shown only after the disk has it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.timer import Timer

from sip_tui.app.parts import MeetingAppPart
from sip_tui.i18n.translation import _
from sip_tui.meeting.content.drafts import drafts_of
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.projection import Conflict
from sip_tui.meeting.log.undo import UndoStep
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import is_secretary_seat
from sip_tui.meeting.time.agenda import planned_minutes
from sip_tui.meeting.time.cues import cues_between, latest_running, most_urgent
from sip_tui.meeting.time.timeline import Timing, timing_at
from sip_tui.phrasing.sharing import offline_words, shared_words
from sip_tui.phrasing.wording import cue_sentence, format_clock, join_words
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.capabilities import WritesWhileTyping
from sip_tui.session.saver import SessionSaver
from sip_tui.session.session import MeetingSession
from sip_tui.session.watcher import SessionWatcher
from sip_tui.store import StoreError

if TYPE_CHECKING:
    from sip_tui.sync.synchroniser import Synchroniser

TICK_SECONDS = 1.0
"""Seconds between two repaints of the clocks; time itself is computed, never counted."""
SWITCH_SECONDS = 0.001
"""Seconds that the thread of the screen lets the one that saves wait. Python's own are five times that."""
HAND_RESTS = 0.4
"""Seconds without a letter after which the screens below a form show what has been typed in it."""
IDLE_SECONDS = 5.0
"""Seconds without a change after which the readable meeting file is written."""
CHECKPOINT_SECONDS = 60.0
"""Seconds after which it is written although somebody types."""


class SessionApp(MeetingAppPart):
    """An app with one open meeting."""

    NOTIFICATION_TIMEOUT = 3
    """Seconds; a notice covers what the chair looks at."""

    sharing: Synchroniser | None = None
    """Exchanges the meeting with other machines; None when it is not shared."""

    def __init__(self, room: MeetingSession, seat: str) -> None:
        super().__init__()
        self.session = room
        self.seat = seat
        room.take_seat(seat)
        self._saver = SessionSaver(room, partial(self.call_later, self._update_saved))
        self._shown_warnings = 0
        self._cue_until = 0.0
        self._last_timing = timing_at(room.meeting, room.now())
        self._changed_at = self._checked_at = room.now()
        self._rest: Timer | None = None
        """Runs until the hand that types in a form has rested, which it will have at ``_rests_at``."""
        self._rests_at = 0.0
        self.set_reactive(MeetingApp.meeting, room.meeting)
        self.set_reactive(MeetingApp.room_meeting, room.meeting)
        self.set_reactive(MeetingApp.now, room.now())

    @property
    def secretary_seat(self) -> str:
        """The seat of this machine's first secretary."""
        return self.sharing.secretary_seat if self.sharing else Seat.SECRETARY.value

    @property
    def notes_seat(self) -> str:
        """The seat under which this program's own notes are kept: two chairs without a network write in two."""
        is_secretary = is_secretary_seat(self.seat)
        return self.sharing.notes_seat(self.seat) if self.sharing and not is_secretary else self.seat

    def start_clock(self) -> None:
        """Start the clock and the thread that reads what other processes write."""
        self._show_meeting()
        sys.setswitchinterval(SWITCH_SECONDS)
        self._saver.start()
        self.set_interval(TICK_SECONDS, self.tick)
        self._watcher = SessionWatcher(self.session, partial(self.call_later, self._take_in))
        # It loads a library: after the first frame.
        self.call_after_refresh(self._watcher.start)
        if self.sharing:
            self.session.on_saved = self.sharing.wake
            self.sharing.on_received = self._watcher.read
            self.sharing.start()
        self._tell_drafts()

    def _tell_drafts(self) -> None:
        """Tell which forms still hold words from before the program ended."""
        titles = [_("“{text}”").format(text=draft.title) for draft in drafts_of(self.meeting, self.seat)]
        if titles:
            sentence = _("What you wrote in {forms} is kept. Open it again to go on.")
            self.notify(sentence.format(forms=join_words(titles)), timeout=10, markup=False)

    def stop_watching(self) -> None:
        """Stop the threads that read and save for this app."""
        self._watcher.stop()
        self._saver.stop()

    def watch_meeting(self, was: Meeting, now: Meeting) -> None:
        """Update the clocks at once when something has begun or ended, not at the next tick."""
        if was.events is not now.events:
            self.now = self.session.now()
        if any(isinstance(screen, WritesWhileTyping) and screen.is_writing for screen in self.screen_stack[-1:]):
            self.show_in_room_later()
        else:
            self.show_in_room()

    def show_in_room(self) -> None:
        """Show what has been typed in the screens below at once."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = None
        self.room_meeting = self.meeting

    def show_in_room_later(self) -> None:
        """Show it there when the hand has rested from now on."""
        self._rests_at = monotonic() + HAND_RESTS
        if self._rest is None:
            self._rest = self.set_timer(HAND_RESTS, self._show_when_rested)

    def _show_when_rested(self) -> None:
        self._rest, left = None, self._rests_at - monotonic()
        if left > 0:
            self._rest = self.set_timer(left, self._show_when_rested)
        else:
            self.show_in_room()

    def write(self, edits: Sequence[Edit], step: str | None = "") -> None:
        """Change the meeting: shown at once, saved as fast as the disk can."""
        if edits:
            self._apply(self.session.write(edits, step=step))

    def dismiss(self, clash: Conflict) -> None:
        """Mark a conflict as seen."""
        self._apply(self.session.dismiss_conflict(clash.table, clash.row, clash.field))

    def take_back(self, clash: Conflict) -> None:
        """Restore the latest of the values that lost a conflict."""
        self._apply(self.session.restore_lost(Edit(clash.table, clash.row, clash.field, clash.lost[0])))

    def _apply(self, meeting: Meeting) -> None:
        # Asked first: showing a change takes longer than writing it.
        self._saver.save_soon()
        self.meeting = meeting
        self._changed_at = self.session.now()

    def undo(self) -> UndoStep:
        """Undo the last step of this process; return it."""
        return self._applied_step(self.session.undo())

    def redo(self) -> UndoStep:
        """Redo the step that was undone last; return it."""
        return self._applied_step(self.session.redo())

    def _applied_step(self, step: UndoStep) -> UndoStep:
        self._saver.save_soon()
        self._show_meeting()
        return step

    def tick(self) -> None:
        """Show the time, save what waits, and write the readable file when nobody types."""
        self.now = self.session.now()
        self._notify_due_cues(timing_at(self.meeting, self.now))
        self.other_seats = self._seats_of_others()
        self._show_warnings()
        if self.session.unsaved:
            self._saver.save_soon()
        elif self.session.needs_checkpoint and self._is_checkpoint_due(self.now):
            self._checked_at = self.now
            self._checkpoint()
        self._update_saved()

    def _notify_due_cues(self, at: Timing) -> None:
        """Notify the chair at half time, five minutes before the end and over time; with a bell unless it is off."""
        due = cues_between(self._last_timing, at, planned_minutes(self.meeting)) if self.seat == Seat.CHAIR else ()
        self._last_timing = latest_running(self._last_timing, at)
        if due:
            self._notify_cue(" ".join(cue_sentence(self.meeting, cue, at.phase) for cue in most_urgent(due)))
        if due and self.meeting.about.bell:
            self.bell()

    def _notify_cue(self, sentence: str) -> None:
        """Show what the time is, in the place of the cue before it, which is not true any more."""
        if monotonic() < self._cue_until:
            self.clear_notifications()
        self._cue_until = monotonic() + self.NOTIFICATION_TIMEOUT
        self.notify(sentence, markup=False)

    @work(exit_on_error=False, exclusive=True, group="checkpoint", thread=True)
    def _checkpoint(self) -> None:
        with suppress(StoreError):
            self.session.checkpoint()

    def _is_checkpoint_due(self, now: datetime) -> bool:
        return (now - self._changed_at).total_seconds() > IDLE_SECONDS or (
            now - self._checked_at
        ).total_seconds() > CHECKPOINT_SECONDS

    def _take_in(self) -> None:
        """Show what another process has written; what a process of this machine wrote goes to the others as well."""
        if self.sharing:
            self.sharing.wake()
        self._changed_at = self.session.now()
        self._show_meeting()

    def _show_meeting(self) -> None:
        self.meeting = self.session.meeting
        self._show_warnings()

    def _show_warnings(self) -> None:
        for notice in self.session.folder.warnings[self._shown_warnings :]:
            self.notify(notice, severity="warning", timeout=20, markup=False)
        self._shown_warnings = len(self.session.folder.warnings)

    def _seats_of_others(self) -> tuple[str, ...]:
        """Return the seats of this machine's other processes and of the other machines."""
        elsewhere = self.sharing.status.seats if self.sharing else ()
        return tuple(sorted({*self.session.other_seats, *elsewhere}))

    def _shared_words(self) -> str:
        """Say what the others have; empty when that is nothing to tell."""
        if self.sharing is None:
            return ""
        status = self.sharing.status
        if status.offline_since and not status.online:
            return offline_words(datetime.fromtimestamp(status.offline_since, UTC), status.waiting)
        return shared_words(self.session.saved_at) if self.session.saved_at and self.sharing.is_shared else ""

    def _update_saved(self) -> None:
        if self.session.save_error:
            self.saved = self.session.save_error
        elif self.session.unsaved:
            self.saved = _("Saving …")
        elif words := self._shared_words():
            self.saved = words
        else:
            at = self.session.saved_at
            self.saved = _("Saved {time}").format(time=format_clock(at)) if at else ""
