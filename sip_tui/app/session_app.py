"""What the app is to its screens: the meeting, the time, what is saved, and the one way to change anything.

A change is shown at once and saved by a thread, one save at a time; "saved" is said only after the disk has it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from time import monotonic

from textual import work

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.projection import Conflict
from sip_tui.meeting.log.undo import UndoStep
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import planned_minutes
from sip_tui.meeting.time.cues import cues_between, latest_running, most_urgent
from sip_tui.meeting.time.timeline import Timing, timing_at
from sip_tui.phrasing.wording import cue_sentence, format_clock
from sip_tui.screens.base import MeetingApp
from sip_tui.session.session import MeetingSession
from sip_tui.session.watcher import SessionWatcher
from sip_tui.store import StoreError

TICK_SECONDS = 1.0
"""Seconds between two repaints of the clocks; time itself is computed, never counted."""
IDLE_SECONDS = 5.0
"""Seconds without a change after which the readable meeting file is written."""
CHECKPOINT_SECONDS = 60.0
"""Seconds after which it is written although somebody types."""


class SessionApp(MeetingApp):
    """An app that keeps one room open."""

    NOTIFICATION_TIMEOUT = 3
    """Seconds; a notice lies on what the chair looks at."""

    def __init__(self, room: MeetingSession, seat: str) -> None:
        super().__init__()
        self.session = room
        self.seat = seat
        self._saving = False
        self._shown_warnings = 0
        self._cue_until = 0.0
        self._last_timing = timing_at(room.meeting, room.now())
        self._changed_at = self._checked_at = room.now()
        self.set_reactive(SessionApp.meeting, room.meeting)
        self.set_reactive(SessionApp.now, room.now())

    def start_clock(self) -> None:
        """Begin to tick, and to look at what the other seat writes."""
        self._show_meeting()
        self.set_interval(TICK_SECONDS, self.tick)
        self._watcher = SessionWatcher(self.session, partial(self.call_later, self._take_in))
        self._watcher.start()

    def stop_watching(self) -> None:
        """End the thread that reads for this app."""
        self._watcher.stop()

    def watch_meeting(self, was: Meeting, now: Meeting) -> None:
        """Read the clock when something has begun or ended, so that the clocks tell it at once and not a tick later."""
        if was.events is not now.events:
            self.now = self.session.now()

    def write(self, edits: Sequence[Edit], step: str | None = "") -> None:
        """Change the meeting: shown at once, saved as fast as the disk can."""
        if edits:
            self._apply(self.session.write(edits, step=step))

    def dismiss(self, clash: Conflict) -> None:
        """Somebody has seen what was lost when two wrote at the same time."""
        self._apply(self.session.dismiss_conflict(clash.table, clash.row, clash.field))

    def take_back(self, clash: Conflict) -> None:
        """Let the latest of the values that were lost hold after all."""
        self._apply(self.session.restore_lost(Edit(clash.table, clash.row, clash.field, clash.lost[0])))

    def _apply(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self._changed_at = self.session.now()
        self._save()

    def undo(self) -> UndoStep:
        """Take back the last step of this process; give what was put back."""
        return self._applied_step(self.session.undo())

    def redo(self) -> UndoStep:
        """Do again what was taken back last; give what came of it."""
        return self._applied_step(self.session.redo())

    def _applied_step(self, step: UndoStep) -> UndoStep:
        self._show_meeting()
        self._save()
        return step

    @work(exit_on_error=False)
    async def _save(self) -> None:
        """Save until nothing is left; one at a time, so that nothing waits behind a slow disk."""
        if self._saving:
            return
        self._saving = True
        try:
            while self.session.unsaved and await asyncio.to_thread(self.session.flush):
                pass
        finally:
            self._saving = False
            self._update_saved()

    def tick(self) -> None:
        """Show the time, save what waits, and write the readable file when nobody types."""
        self.now = self.session.now()
        self._notify_due_cues(timing_at(self.meeting, self.now))
        self.other_seats = self.session.other_seats
        self._show_warnings()
        if self.session.unsaved:
            self._save()
        elif self.session.needs_checkpoint and self._is_checkpoint_due(self.now):
            self._checked_at = self.now
            self._checkpoint()
        self._update_saved()

    def _notify_due_cues(self, at: Timing) -> None:
        """Tell the chair at half time, five minutes before the end, and over time; with a bell unless it is off."""
        due = cues_between(self._last_timing, at, planned_minutes(self.meeting)) if self.seat == Seat.CHAIR else ()
        self._last_timing = latest_running(self._last_timing, at)
        if due:
            self._notify_cue(" ".join(cue_sentence(cue, at.phase) for cue in most_urgent(due)))
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
        """When nobody has written for a while, and at least every minute."""
        return (now - self._changed_at).total_seconds() > IDLE_SECONDS or (
            now - self._checked_at
        ).total_seconds() > CHECKPOINT_SECONDS

    def _take_in(self) -> None:
        """Show what another process has written."""
        self._changed_at = self.session.now()
        self._show_meeting()

    def _show_meeting(self) -> None:
        self.meeting = self.session.meeting
        self._show_warnings()

    def _show_warnings(self) -> None:
        for notice in self.session.folder.warnings[self._shown_warnings :]:
            self.notify(notice, severity="warning", timeout=20, markup=False)
        self._shown_warnings = len(self.session.folder.warnings)

    def _update_saved(self) -> None:
        if self.session.save_error:
            self.saved = self.session.save_error
        elif self.session.unsaved:
            self.saved = _("Saving …")
        elif self.session.saved_at:
            self.saved = _("Saved {time}").format(time=format_clock(self.session.saved_at))
