"""Undo: put back what stood there before, and leave a trace that it was done."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.meeting.agenda import event
from sip_tui.meeting.change import Edit, Moment
from sip_tui.meeting.fold import Cell, Ledger
from sip_tui.meeting.model import PRIVATE

Step = tuple[Edit, ...]
"""The edits that put back what one key press changed."""


def reverse(ledger: Ledger, edits: Sequence[Edit]) -> Step:
    """Give the edits that will undo ``edits``; to be asked before they are made. Texts have an undo of their own."""
    back: dict[tuple[str, str, str], Edit] = {}
    for edit in edits:
        cells = ledger.tables.get(edit.table, {}).get(edit.row)
        if cells is None:
            back.setdefault((edit.table, edit.row, "deleted"), Edit(edit.table, edit.row, "deleted", True))
        elif isinstance(cell := cells.get(edit.field, Cell()), Cell):
            back.setdefault(edit[:3], Edit(*edit[:3], cell.value))
    return tuple(back.values())


def together(earlier: Step, later: Step) -> Step:
    """Make one step of two: each cell goes back to what it was before the earlier."""
    return tuple({edit[:3]: edit for edit in (*later, *earlier)}.values())


def undo(step: Step, moment: Moment) -> tuple[Edit, ...]:
    """Put back, and write down that something was undone at this time."""
    if not step:
        return ()
    tables = sorted({edit.table for edit in step} - PRIVATE)
    return (*step, *event(moment, "undo", text=", ".join(tables)))
