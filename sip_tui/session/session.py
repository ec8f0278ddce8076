"""A meeting that is open in this process: edits in, stamped changes to disk, other processes' changes in.

A write is applied at once and saved by ``flush``; ``poll`` applies what others wrote. Nothing else changes a meeting.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from operator import itemgetter
from pathlib import Path
from threading import RLock

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Change, Edit, EditContext
from sip_tui.meeting.log.ledger import Ledger, Seen, Splice, TextCell
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.log.undo import inverse_of
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.session.clock import MAX_LEAD, MAX_LEAD_AT_OPENING, MonotonicClock
from sip_tui.session.undoable import UndoableSession
from sip_tui.store import (
    DamagedError,
    DiskFullError,
    MeetingFolder,
    MeetingInUseError,
    NewerFormatError,
    NotClosedError,
    NotWritableError,
    StoreError,
    rescue_copy,
)
from sip_tui.store.journal_reader import Marks

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


class MeetingSession(UndoableSession):
    """An open meeting, its undo stack, and what is not yet on disk."""

    def __init__(self, folder: MeetingFolder, now: Clock | None = None) -> None:
        super().__init__()
        self.now = now or MonotonicClock()
        self.folder = folder
        self._projection = MeetingProjection(folder.load())
        self._pending: list[Change] = []
        self._row_counter = count()
        self._ledger_lock, self._save_lock = RLock(), RLock()
        self._checkpointed: Marks = dict(self._projection.ledger.last_by_writer)
        self._seen: Seen | None = None
        self._write_error = self._read_error = ""
        self.on_saved: Callable[[], object] = lambda: None
        """Called when changes have been synced, by the thread that saved them."""
        self.saved_at: datetime | None = None
        """When the last change was synced; None before the first."""
        self.other_seats: tuple[str, ...] = ()
        """The seats that other processes held when ``look_around`` was called last."""
        self._advance_clock(MAX_LEAD_AT_OPENING)

    @property
    def meeting(self) -> Meeting:
        """The meeting with every change applied."""
        return self._projection.meeting

    @property
    def unsaved(self) -> bool:
        """True while a change has not reached the disk."""
        return bool(self._pending)

    @property
    def save_error(self) -> str:
        """Why changes cannot be saved, or others' changes read, at present; empty when they can."""
        return self._write_error or self._read_error

    @property
    def needs_checkpoint(self) -> bool:
        """True while a journal holds something that the checkpoint lacks, or there is no checkpoint."""
        return self.folder.checkpoint_missing or self._projection.ledger.last_by_writer != self._checkpointed

    def edit_context(self) -> EditContext:
        """Return the time and a new row id for an edit; ids sort by creation, as RFC 9562's UUIDv7."""
        row = f"{self._millis():012x}{next(self._row_counter):04x}{os.urandom(4).hex()}"
        return EditContext(self.now(), row)

    def write(self, edits: Sequence[Edit], *, step: str | None = "") -> Meeting:
        """Apply edits; the next ``flush`` saves them.

        Args:
            edits: What to change.
            step: Consecutive writes with the same name are undone together; None cannot be undone.
        """
        with self._ledger_lock:
            inverse = inverse_of(self._projection.ledger, edits) if step is not None else ()
            changes = self._projection.ledger.stamp(edits, self._millis(), self.folder.writer, self._seen)
            self._apply(changes)
            if inverse and changes:
                self._undo_stack.push(inverse, str(step))
                self._save_steps()
        return self.meeting

    def seen_now(self) -> Seen:
        """Return how far every writer's changes are in the meeting as it is shown now."""
        with self._ledger_lock:
            return dict(self._projection.ledger.last_by_writer)

    @contextmanager
    def based_on(self, seen: Seen) -> Iterator[None]:
        """Let writes replace only what was seen then: what others have written since becomes a conflict, not lost."""
        self._seen = seen
        try:
            yield
        finally:
            self._seen = None

    def dismiss_conflict(self, table: str, row: str, field: str) -> Meeting:
        """Record that a conflict in a cell has been seen."""
        with self._ledger_lock:
            self._apply(self._projection.ledger.dismiss(table, row, field, self._millis(), self.folder.writer))
        return self.meeting

    def restore_lost(self, edit: Edit) -> Meeting:
        """Restore a losing value, as an undo step of its own; what it replaces is no new conflict."""
        with self._ledger_lock:
            inverse = inverse_of(self._projection.ledger, (edit,))
            self._apply(self._projection.ledger.overwrite(edit, self._millis(), self.folder.writer))
            self._undo_stack.push(inverse)
            self._save_steps()
        return self.meeting

    def write_times(self) -> list[datetime]:
        """Return when the values that the meeting holds were written, unordered; none of before its first change."""
        with self._ledger_lock:
            stamps = {
                stamp.millis
                for rows in self._projection.ledger.tables.values()
                for cells in rows.values()
                for cell in cells.values()
                for stamp in (cell.seen if isinstance(cell, TextCell) else cell.versions)
            }
        return [datetime.fromtimestamp(millis / 1000, UTC) for millis in stamps if millis]

    def typed_splices(self, row: str) -> list[tuple[int, Splice]]:
        """Return snapshot_edits typed into a pad, as far as the journals go back.

        Args:
            row: The pad's row, as ``meeting.notes.pad_row`` gives it.

        Returns:
            Time in milliseconds and splice, the earliest first; without what the meeting began with, and without
            anything before it was closed.
        """
        with self._ledger_lock:
            cell = self._projection.ledger.tables.get("notes", {}).get(row, {}).get("text")
            since = cell.splices if isinstance(cell, TextCell) else []
            found = sorted([*self.folder.typed_splices("notes", row), *since], key=itemgetter(0))
        return [(stamp.millis, splice) for stamp, splice in found]

    def flush(self, timeout: float = -1) -> bool:
        """Save pending changes and wait for the disk; false, with ``save_error``, when that fails.

        Args:
            timeout: Seconds to wait for a save that is under way; without end when negative.
        """
        if not self._save_lock.acquire(timeout=timeout):
            return False
        try:
            batch = list(self._pending)
            try:
                # Without changes, too: what was saved before must still be there for this to be true.
                self.folder.append(batch) if batch else self.folder.verify()
            except StoreError as error:
                self._write_error = _("Cannot save: {reason}").format(reason=error.reason)
                return False
            self._write_error = ""
            if batch:
                del self._pending[: len(batch)]
                self.saved_at = self.now()
                self.on_saved()
            return True
        finally:
            self._save_lock.release()

    def poll(self) -> bool:
        """Apply what other processes have written; true when something changed. Waits for the disk."""
        try:
            changes = self.folder.poll()
        except StoreError as error:
            self._read_error = error.reason
            return False
        self._read_error = ""
        if not changes:
            return False
        with self._ledger_lock:
            touched = self._projection.ledger.add(changes)
            self._projection.refresh(touched)
        self._advance_clock(MAX_LEAD)
        return bool(touched)

    def look_around(self) -> None:
        """See who else has the meeting open, and whether what was saved is still there. Waits for the disk."""
        try:
            others = self.folder.other_seats_now()
            if not self._pending:
                self.folder.verify()
                self._write_error = ""
        except StoreError as error:
            self._write_error = _("Cannot save: {reason}").format(reason=error.reason)
        else:
            self.other_seats = self.other_seats if others is None else tuple(others)

    def keep(self) -> None:
        """Save what was written; raise StoreError when it cannot be saved."""
        if not self.flush():
            raise StoreError(self.save_error)

    def checkpoint(self) -> None:
        """Save pending changes, then bring the checkpoint up to date; raise StoreError when that fails."""
        if not self.flush():
            return
        try:
            self._checkpointed = dict(self.folder.checkpoint())
        except (MeetingInUseError, NewerFormatError):
            raise
        except DamagedError:
            with self._ledger_lock:
                self.folder.replace_checkpoint(self._projection.ledger)
                self._checkpointed = dict(self._projection.ledger.last_by_writer)
        except StoreError as error:
            self.folder.warn(str(error))
            raise
        self.folder.checkpoint_missing = False

    def save_copy(self, parents: Sequence[Path] = ()) -> Path:
        """Save the whole meeting elsewhere, see ``rescue_copy``; return the copy's folder."""
        with self._ledger_lock:
            ledger = Ledger()
            changes = ledger.stamp(self._projection.ledger.snapshot_edits(), self._millis(), self.folder.writer)
        return rescue_copy(self.folder.id, changes, parents, self.folder.codec)

    def save_or_copy(self, timeout: float = -1) -> str:
        """Save before the program ends, if need be elsewhere; return a sentence about what is not as it should be."""
        if self.flush(timeout):
            return ""
        try:
            return self.copy_elsewhere()
        except StoreError:
            sentence = _("{trouble}, and no other place takes a copy: what you wrote last is lost.")
            return sentence.format(trouble=self._trouble)

    def copy_elsewhere(self) -> str:
        """Save a copy and return where; raise StoreError when no place takes one."""
        path = self.save_copy()
        sentence = _("{trouble}. The whole meeting is copied to {path}; open it with sip-tui --data {archive}.")
        return sentence.format(trouble=self._trouble, path=path, archive=path.parent)

    @property
    def _trouble(self) -> str:
        return self._write_error or _("Cannot save: {reason}").format(reason=_("the disk does not answer"))

    def close(self, before: Callable[[], object] = lambda: None) -> None:
        """Close for good: verify the checkpoint and remove the journals; raise StoreError when that fails.

        Args:
            before: Called when everything is saved and nothing is removed yet; it may raise a StoreError.
        """
        from sip_tui.meeting.notes.linked_rows import forget_removed_lines  # not needed for the first frame

        self.write(forget_removed_lines(self.meeting), step=None)
        if not self.flush():
            raise StoreError(self.save_error)
        before()
        try:
            self.folder.close()
        except (DiskFullError, NotWritableError) as error:
            sentence = _(
                "The meeting {id} has ended, but what was removed from it is still on the disk: {reason}. Close it "
                "once more when that is mended."
            )
            raise NotClosedError(sentence.format(id=self.folder.id, reason=error.reason), error.reason) from error

    def _apply(self, changes: Sequence[Change]) -> None:
        self._projection.refresh(self._projection.ledger.add(changes))
        self._pending.extend(changes)

    def _advance_clock(self, limit: timedelta) -> None:
        events = [event.at for event in self.meeting.events if event.at]
        if events and isinstance(self.now, MonotonicClock):
            self.now.advance_to(max(events), limit)

    def _millis(self) -> int:
        return int(self.now().timestamp() * 1000)
