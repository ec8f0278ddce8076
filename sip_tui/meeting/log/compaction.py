"""Compaction: what closing a meeting removes from its ledger (requirement: words that were taken away are gone)."""

from __future__ import annotations

from collections.abc import Iterable

from sip_tui.meeting.log.ledger import Cell, Ledger, LedgerRow, TextCell
from sip_tui.meeting.log.undo import UNDO_TABLE

REMOVED_PARTICIPANT = frozenset({"name", "kind", "role", "deleted"})
"""What is kept of a removed participant whose name occurs in a text: without it, minutes could not mask the name."""

UNSAID = (UNDO_TABLE, "drafts")
"""Tables of what nobody has put into the meeting: the steps of undo, and what was typed in a form and not taken."""


def compact(ledger: Ledger) -> None:
    """Remove deleted rows, the losing values of conflicts, and the history of texts."""
    removed = ledger.tables.get("participants", {})
    for table in UNSAID:
        ledger.tables.pop(table, None)
    # In one order, whichever machine heard of a row first: two that close the same meeting write the same file.
    ledger.tables = {table: _without_deleted(rows) for table, rows in sorted(ledger.tables.items())}
    for rows in ledger.tables.values():
        for cells in rows.values():
            for cell in cells.values():
                _forget_history(cell)
    texts = " ".join(_texts(ledger)).casefold()
    for row, cells in removed.items():
        if _is_deleted(cells) and _is_mentioned(cells, texts):
            kept = {name: cell for name, cell in cells.items() if name in REMOVED_PARTICIPANT}
            for cell in kept.values():
                _forget_history(cell)
            ledger.tables["participants"][row] = kept


def _without_deleted(rows: dict[str, LedgerRow]) -> dict[str, LedgerRow]:
    return {row: dict(sorted(cells.items())) for row, cells in sorted(rows.items()) if not _is_deleted(cells)}


def _is_deleted(cells: LedgerRow) -> bool:
    cell = cells.get("deleted")
    return isinstance(cell, Cell) and cell.value is True


def _forget_history(cell: Cell | TextCell) -> None:
    if isinstance(cell, TextCell):
        cell.base, cell.splices = cell.text, []
    elif cell.versions:
        cell.versions = {cell.stamp: cell.value}
        cell.superseded.clear()


def _texts(ledger: Ledger) -> Iterable[str]:
    for rows in ledger.tables.values():
        for cells in rows.values():
            for cell in cells.values():
                value = cell.text if isinstance(cell, TextCell) else cell.value
                yield from (value,) if isinstance(value, str) else ()


def _is_mentioned(cells: LedgerRow, texts: str) -> bool:
    cell = cells.get("name")
    words = str(cell.value).casefold().split() if isinstance(cell, Cell) else []
    return any(word in texts for word in words)
