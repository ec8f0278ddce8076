"""The beginning of a meeting as a journal, for a machine that has nothing of it yet.

A meeting that was closed once has only its checkpoint. Its cells travel with the stamps they have; a text becomes one
splice, stamped before every other. The checkpoint of this machine covers them all, so that nothing is written twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.meeting.log.change import Change, Stamp
from sip_tui.meeting.log.ledger import Ledger, TextCell


def first_changes(ledger: Ledger, writer: str) -> list[Change]:
    """Return the changes that make this ledger out of nothing, the texts first; ``writer`` is a new one's name."""
    texts = [
        Change(Stamp(0, number, writer), table, row, name, list[int | str]((0, 0, cell.base)))
        for number, (table, row, name, cell) in enumerate(_texts(ledger))
    ]
    splices = [
        Change(stamp, table, row, name, list[int | str](splice))
        for table, row, name, cell in _texts(ledger)
        for stamp, splice in cell.splices
    ]
    return [*texts, *sorted([*splices, *_cells(ledger)], key=lambda change: change.stamp)]


def _texts(ledger: Ledger) -> Iterator[tuple[str, str, str, TextCell]]:
    for table, rows in ledger.tables.items():
        for row, cells in rows.items():
            for name, cell in cells.items():
                if isinstance(cell, TextCell):
                    yield table, row, name, cell


def _cells(ledger: Ledger) -> Iterator[Change]:
    for table, rows in ledger.tables.items():
        for row, cells in rows.items():
            for name, cell in cells.items():
                if not isinstance(cell, TextCell):
                    for stamp, value in cell.versions.items():
                        yield Change(stamp, table, row, name, value)
