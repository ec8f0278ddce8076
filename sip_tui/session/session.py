"""The one place where clock, store and meeting meet; both seats enter here (design §2, §3).

A key becomes edits, the edits become stamped changes, the changes are shown at once and saved by ``flush``. What the
other seat writes comes in through ``poll``. Nothing else changes a meeting.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import count
from operator import itemgetter
from pathlib import Path
from threading import RLock

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Change, Edit, EditContext
from sip_tui.meeting.log.ledger import Ledger, Splice, TextCell
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.log.undo import UndoStack, UndoStep, inverse_of, with_audit_event
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.linked_rows import forget_removed_lines
from sip_tui.store import Archive, DiskFullError, MeetingFolder, StoreError

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class MeetingSession:
    """A meeting that is open in this process."""

    def __init__(self, folder: MeetingFolder, now: Clock = utc_now) -> None:
        self.now = now
        self.folder = folder
        self._projection = MeetingProjection(folder.load())
        self._pending: list[Change] = []
        self._undo_stack = UndoStack()
        self._made = count()
        self._ledger_lock, self._save_lock = RLock(), RLock()
        self._checkpointed = dict(self._projection.ledger.last_by_writer)
        self.saved_at: datetime | None = None
        """When the last change was synced to disk; None before the first."""
        self.save_error = ""
        """Why nothing can be saved just now; empty when all is well."""

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self._projection.meeting

    @property
    def unsaved(self) -> bool:
        """True while a change has not reached the disk."""
        return bool(self._pending)

    @property
    def needs_checkpoint(self) -> bool:
        """True while something is in a journal and not yet in the checkpoint."""
        return self._projection.ledger.last_by_writer != self._checkpointed

    def edit_context(self) -> EditContext:
        """Give the time and a fresh row for a verb; rows sort in the order they were made, as in RFC 9562's UUIDv7."""
        row = f"{self._millis():012x}{next(self._made):04x}{os.urandom(4).hex()}"
        return EditContext(self.now(), row)

    def write(self, edits: Sequence[Edit], *, step: str | None = "") -> Meeting:
        """Take edits in and show them; they are saved by the next ``flush``.

        What is written under the same name of a ``step``, one after the other, is undone together; None cannot be
        undone.
        """
        with self._ledger_lock:
            back = inverse_of(self._projection.ledger, edits) if step is not None else ()
            changes = self._projection.ledger.stamp(edits, self._millis(), self.folder.writer)
            self._take(changes)
            if back and changes:
                self._undo_stack.push(back, str(step))
        return self.meeting

    def dismiss_conflict(self, table: str, row: str, field: str) -> Meeting:
        """Write down that somebody has seen what was lost in a cell; it is saved by the next ``flush``."""
        with self._ledger_lock:
            self._take(self._projection.ledger.dismiss(table, row, field, self._millis(), self.folder.writer))
        return self.meeting

    def restore_lost(self, edit: Edit) -> Meeting:
        """Let a value hold that was lost; what held until now is seen, and not lost in its turn. A step of its own."""
        with self._ledger_lock:
            back = inverse_of(self._projection.ledger, (edit,))
            self._take(self._projection.ledger.overwrite(edit, self._millis(), self.folder.writer))
            self._undo_stack.push(back)
        return self.meeting

    def undo(self) -> UndoStep:
        """Put back what the last step of this process changed; give what was put back, nothing when there was none."""
        return self._go(self._undo_stack.pop_undo(), "undo", self._undo_stack.push_redo)

    def redo(self) -> UndoStep:
        """Do again what was undone last, as long as nothing else was done after it."""
        return self._go(self._undo_stack.pop_redo(), "redo", self._undo_stack.push_redone)

    def end_undo_group(self) -> None:
        """A form has been closed: what the next one writes is a step of its own."""
        self._undo_stack.end_group()

    def typed_splices(self, row: str) -> list[tuple[int, Splice]]:
        """Everything that has been typed into a pad, as far as the journals go back: when, in milliseconds, and what.

        Args:
            row: The pad's row, as ``meeting.notes.pads.pad_id`` gives it.

        Returns:
            The earliest first. What the meeting began with, and all before it was closed, is not among it.
        """
        with self._ledger_lock:
            cell = self._projection.ledger.tables.get("notes", {}).get(row, {}).get("text")
            since = cell.splices if isinstance(cell, TextCell) else []
            found = sorted([*self.folder.typed_splices("notes", row), *since], key=itemgetter(0))
        return [(stamp.millis, splice) for stamp, splice in found]

    def flush(self) -> bool:
        """Save what is pending and wait for the disk; false, with ``trouble``, when it could not be saved."""
        with self._save_lock:
            batch = list(self._pending)
            if not batch:
                return True
            try:
                self.folder.append(batch)
            except (StoreError, OSError) as error:
                self.save_error = _("Cannot save: the disk is full") if isinstance(error, DiskFullError) else str(error)
                return False
            del self._pending[: len(batch)]
            self.saved_at, self.save_error = self.now(), ""
            return True

    def poll(self) -> bool:
        """Take in what other processes have written; true when something looks different."""
        # Read and take in as one: a checkpoint between the two would claim changes that it does not hold.
        with self._ledger_lock:
            try:
                changes = self.folder.poll()
            except (StoreError, OSError) as error:
                self.save_error = str(error)
                return False
            touched = self._projection.ledger.add(changes)
            self._projection.refresh(touched)
        if not self._pending:
            self.save_error = ""
        return bool(touched)

    def checkpoint(self) -> None:
        """Write the readable meeting file; what is pending is saved first."""
        if not self.flush():
            return
        with self._ledger_lock:
            self.folder.checkpoint(self._projection.ledger)
            self._projection.refresh(self._all_rows())
            self._checkpointed = dict(self._projection.ledger.last_by_writer)

    def save_copy(self, places: Sequence[Path]) -> Path:
        """Save the whole meeting in the first archive of ``places`` that takes it; raise StoreError when none does."""
        with self._ledger_lock:
            ledger = Ledger()
            changes = ledger.stamp(self._projection.ledger.snapshot_edits(), self._millis(), self.folder.writer)
        trouble = StoreError(self.save_error)
        for place in places:
            try:
                return Archive(place).create(f"{self.folder.id}-{os.urandom(2).hex()}", changes).path
            except (StoreError, OSError) as error:
                trouble = StoreError(str(error))
        raise trouble

    def close(self) -> None:
        """Verify the meeting file and remove the journals; raise StoreError when it cannot be done."""
        self.write(forget_removed_lines(self.meeting), step=None)
        if not self.flush():
            raise StoreError(self.save_error)
        with self._ledger_lock:
            self.folder.close(self._projection.ledger)

    def _go(self, step: UndoStep, kind: str, remember: Callable[[UndoStep], None]) -> UndoStep:
        if step:
            remember(inverse_of(self._projection.ledger, step))
            self.write(with_audit_event(step, kind, self.edit_context()), step=None)
        return step

    def _take(self, changes: Sequence[Change]) -> None:
        self._projection.refresh(self._projection.ledger.add(changes))
        self._pending.extend(changes)

    def _all_rows(self) -> list[tuple[str, str]]:
        return [(table, row) for table, rows in self._projection.ledger.tables.items() for row in rows]

    def _millis(self) -> int:
        return int(self.now().timestamp() * 1000)
