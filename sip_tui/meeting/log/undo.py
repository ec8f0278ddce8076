"""Undo: put back the values from before an edit, and log that it was done."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sip_tui.meeting.log.change import MIN_STAMP, Edit, EditContext
from sip_tui.meeting.log.ledger import Cell, Ledger, LedgerRow
from sip_tui.meeting.model.meeting import PRIVATE_TABLES, SINGLE_ROW_TABLES
from sip_tui.meeting.time.agenda import log_event

UndoStep = tuple[Edit, ...]
"""The edits that put back what one key press changed."""


GroupedStep = tuple[str, UndoStep]
"""A step and the group that it is merged with while one goes on."""
UNDO_TABLE = "undo"
"""Holds the steps of each seat; no table of the meeting, and gone when the meeting is closed."""


def inverse_of(ledger: Ledger, edits: Sequence[Edit]) -> UndoStep:
    """Make the edits that will undo ``edits``; call it before these are applied. Pads have an undo of their own."""
    inverse: dict[tuple[str, str, str], Edit] = {}
    for edit in edits:
        # A single-row table always has its row: a first value is emptied again, the row is not deleted.
        cells = ledger.tables.get(edit.table, {}).get(edit.row, {} if edit.table in SINGLE_ROW_TABLES else None)
        if cells is None:
            inverse.setdefault((edit.table, edit.row, "deleted"), Edit(edit.table, edit.row, "deleted", True))
        elif isinstance(cell := cells.get(edit.field, Cell()), Cell):
            inverse.setdefault(edit[:3], Edit(*edit[:3], cell.value))
    return tuple(inverse.values())


def own_part(ledger: Ledger, step: UndoStep, writers: Collection[str]) -> UndoStep:
    """Leave out what somebody else has written over since: an undo takes back only one's own."""
    return tuple(edit for edit in step if _is_own(ledger.tables.get(edit.table, {}).get(edit.row, {}), edit, writers))


def _is_own(cells: LedgerRow, edit: Edit, writers: Collection[str]) -> bool:
    """Tell whether the cell, or for a row that goes every cell of it, holds what one of these wrote.

    A row that comes back was taken away by whoever undoes it, whoever had written in it.
    """
    goes = edit.field == "deleted" and edit.value
    touched = cells.values() if goes else [cell for cell in (cells.get(edit.field),) if cell]
    return all(cell.stamp == MIN_STAMP or cell.stamp.writer in writers for cell in touched)


def with_audit_event(step: UndoStep, kind: str, context: EditContext) -> tuple[Edit, ...]:
    """Append to a step the event that logs that it was undone or redone."""
    tables = sorted({edit.table for edit in step} - PRIVATE_TABLES)
    return (*step, *log_event(context, kind, text=", ".join(tables))) if step else ()


class UndoStack:
    """The steps that can be undone and redone, the latest last."""

    def __init__(self) -> None:
        self._done: list[GroupedStep] = []
        self._undone: list[UndoStep] = []

    @property
    def steps(self) -> Sequence[GroupedStep]:
        """The steps that can be undone, the latest last."""
        return self._done

    @property
    def latest(self) -> UndoStep:
        """What would be undone next; empty when there is nothing."""
        return self._done[-1][1] if self._done else ()

    def restore(self, steps: Sequence[GroupedStep]) -> None:
        """Take the steps of an earlier process, before those of this one."""
        self._done = [*steps, *self._done]

    def push(self, inverse: UndoStep, group: str = "") -> None:
        """Add an undo step, or merge it into the latest one of the same group; nothing can be redone after it."""
        if group and self._done and self._done[-1][0] == group:
            earlier = self._done.pop()[1]
            inverse = tuple({edit[:3]: edit for edit in (*inverse, *earlier)}.values())
        self._done.append((group, inverse))
        self._undone.clear()

    def end_group(self) -> None:
        """Let the next step be one of its own, whatever its group."""
        if self._done and self._done[-1][0]:
            self._done[-1] = "", self._done[-1][1]

    def pop_undo(self) -> UndoStep:
        """Take the edits that undo the latest step; empty when there is none."""
        return self._done.pop()[1] if self._done else ()

    def pop_redo(self) -> UndoStep:
        """Take the edits that redo what was undone last; empty when there is nothing to redo."""
        return self._undone.pop() if self._undone else ()

    def push_redo(self, inverse: UndoStep) -> None:
        """Add the edits that redo what has just been undone."""
        self._undone.append(inverse)

    def push_redone(self, inverse: UndoStep) -> None:
        """Add the edits that undo what has just been redone; the other undone steps can still be redone."""
        self._done.append(("", inverse))
