"""The part of a session that undoes: the steps of a seat, those from before a restart among them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from threading import RLock

from sip_tui.meeting.log.change import Change, Edit, EditContext
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.log.undo import UndoStack, UndoStep, inverse_of, own_part, with_audit_event
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.session.undo_log import UndoLog
from sip_tui.store import MeetingFolder


class UndoableSession(ABC):
    """Undoes and redoes what this seat has written, and nothing that others have written since."""

    folder: MeetingFolder
    _projection: MeetingProjection
    _ledger_lock: RLock

    def __init__(self) -> None:
        self._undo_stack = UndoStack()
        self._undo_log: UndoLog | None = None
        self.left_standing = False
        """Whether the latest undo has left something standing that somebody else wrote."""

    @abstractmethod
    def write(self, edits: Sequence[Edit], *, step: str | None = "") -> Meeting:
        """Apply edits."""

    @abstractmethod
    def edit_context(self) -> EditContext:
        """Return the time and a new row id."""

    @abstractmethod
    def _apply(self, changes: Sequence[Change]) -> None:
        """Apply stamped changes."""

    @abstractmethod
    def _millis(self) -> int:
        """Return the time in milliseconds."""

    def take_seat(self, seat: str) -> None:
        """Go on undoing where an earlier process in this seat ended."""
        with self._ledger_lock:
            self._undo_log = UndoLog(seat, self.folder.writer)
            self._undo_stack.restore(self._undo_log.load(self._projection.ledger))

    def _save_steps(self) -> None:
        edits = list(self._undo_log.edits(self._undo_stack.steps)) if self._undo_log else []
        self._apply(self._projection.ledger.stamp(edits, self._millis(), self.folder.writer))

    @property
    def undo_depth(self) -> int:
        """How many steps can be undone."""
        return len(self._undo_stack.steps)

    @property
    def next_undo(self) -> UndoStep:
        """What would be undone next; empty when there is nothing."""
        return self._undo_stack.latest

    def undo(self) -> UndoStep:
        """Undo the last step of this seat; return its inverse, empty when there is none.

        What somebody else has written over since stays, and ``left_standing`` is true then.
        """
        step = self._undo_stack.pop_undo()
        writers = self._undo_log.writers if self._undo_log else {self.folder.writer}
        own = own_part(self._projection.ledger, step, writers)
        self.left_standing = len(own) < len(step)
        return self._apply_step(own, "undo", self._undo_stack.push_redo)

    def redo(self) -> UndoStep:
        """Redo what was undone last, unless something was written since."""
        return self._apply_step(self._undo_stack.pop_redo(), "redo", self._undo_stack.push_redone)

    def end_undo_group(self) -> None:
        """Start a new undo step, as when a form is closed."""
        self._undo_stack.end_group()

    def _apply_step(self, step: UndoStep, kind: str, record: Callable[[UndoStep], None]) -> UndoStep:
        if step:
            record(inverse_of(self._projection.ledger, step))
            self.write(with_audit_event(step, kind, self.edit_context()), step=None)
        self._save_steps()
        return step
