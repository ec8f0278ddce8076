"""Undo: put back what stood there before, and leave a trace that it was done."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.log.ledger import Cell, Ledger
from sip_tui.meeting.model.meeting import PRIVATE_TABLES, SINGLE_ROW_TABLES
from sip_tui.meeting.time.agenda import log_event

UndoStep = tuple[Edit, ...]
"""The edits that put back what one key press changed."""


def inverse_of(ledger: Ledger, edits: Sequence[Edit]) -> UndoStep:
    """Give the edits that will undo ``edits``; to be asked before they are made. Texts have an undo of their own."""
    back: dict[tuple[str, str, str], Edit] = {}
    for edit in edits:
        # A table of one row always has it: what was written there first is emptied again, not hidden.
        cells = ledger.tables.get(edit.table, {}).get(edit.row, {} if edit.table in SINGLE_ROW_TABLES else None)
        if cells is None:
            back.setdefault((edit.table, edit.row, "deleted"), Edit(edit.table, edit.row, "deleted", True))
        elif isinstance(cell := cells.get(edit.field, Cell()), Cell):
            back.setdefault(edit[:3], Edit(*edit[:3], cell.value))
    return tuple(back.values())


def merge_steps(earlier: UndoStep, later: UndoStep) -> UndoStep:
    """Make one step of two: each cell goes back to what it was before the earlier."""
    return tuple({edit[:3]: edit for edit in (*later, *earlier)}.values())


def with_audit_event(step: UndoStep, kind: str, moment: EditContext) -> tuple[Edit, ...]:
    """The edits of a step, with an event that says that it was undone or redone at this time."""
    tables = sorted({edit.table for edit in step} - PRIVATE_TABLES)
    return (*step, *log_event(moment, kind, text=", ".join(tables))) if step else ()


class UndoStack:
    """What can be taken back, and what was taken back and can be done again; the latest last."""

    def __init__(self) -> None:
        self._done: list[tuple[str, UndoStep]] = []
        self._undone: list[UndoStep] = []

    def push(self, back: UndoStep, name: str = "") -> None:
        """Remember how to take something back; under the same name as the latest they are one step."""
        if name and self._done and self._done[-1][0] == name:
            back = merge_steps(self._done.pop()[1], back)
        self._done.append((name, back))
        self._undone.clear()

    def end_group(self) -> None:
        """Nothing more is added to the latest step, whatever its name."""
        if self._done:
            self._done[-1] = "", self._done[-1][1]

    def pop_undo(self) -> UndoStep:
        """Give the edits that take back the latest step; empty when there is none."""
        return self._done.pop()[1] if self._done else ()

    def pop_redo(self) -> UndoStep:
        """Give the edits that do again what was undone last; empty when there is nothing, or something came after."""
        return self._undone.pop() if self._undone else ()

    def push_redo(self, forth: UndoStep) -> None:
        """Remember how to do again what has just been undone."""
        self._undone.append(forth)

    def push_redone(self, back: UndoStep) -> None:
        """Remember how to take back what has just been redone; what else was undone can still be redone."""
        self._done.append(("", back))
