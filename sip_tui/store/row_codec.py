"""The ledger as readable rows, and back, so that nothing is lost between two openings.

A row holds what the meeting says now, as plain values under plain names. What the program must also know is kept
beside it: ``_marks`` (how far each writer is in here) and ``_stamps`` (when each value was written, what it won over,
and which values it replaced before they arrived).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sip_tui.meeting.log.change import MIN_STAMP, Stamp, Value
from sip_tui.meeting.log.ledger import SPLICED_FIELDS, Cell, Ledger, LedgerRow, TextCell
from sip_tui.store.journal import parse_stamp, parse_value
from sip_tui.store.journal_reader import Marks

EncodedRows = dict[str, list[dict[str, Any]]]
"""Table name → its rows."""

MARKS, STAMPS = "_marks", "_stamps"


def storable(table: str, field: str = "") -> bool:
    """False for the names that this file format keeps for itself."""
    return not table.startswith("_") and field != "id"


def to_rows(ledger: Ledger) -> EncodedRows:
    """Write the ledger as rows."""
    rows: EncodedRows = {}
    stamps = []
    for table, found in ledger.tables.items():
        if storable(table):
            rows[table] = [_plain(table, row, cells) for row, cells in found.items()]
            stamps += [_stamped(table, row, cells, ledger.last_by_writer) for row, cells in found.items()]
    marks = [{"writer": writer, "stamp": str(stamp)} for writer, stamp in sorted(ledger.last_by_writer.items())]
    return {**rows, MARKS: marks, STAMPS: [row for row in stamps if len(row) > 2]}


def _plain(table: str, row: str, cells: LedgerRow) -> dict[str, Value]:
    held = {name: cell for name, cell in cells.items() if storable(table, name)}
    texts = {name: cell.text for name, cell in held.items() if isinstance(cell, TextCell)}
    values = {name: cell.value for name, cell in held.items() if isinstance(cell, Cell) and cell.versions}
    return {"id": row, **values, **texts}


def _stamped(table: str, row: str, cells: LedgerRow, marks: Marks) -> dict[str, Any]:
    held = {name: cell for name, cell in cells.items() if isinstance(cell, Cell) and storable(table, name)}
    parts = {
        "fields": {name: str(cell.stamp) for name, cell in held.items() if cell.versions},
        "lost": {name: _losers(cell) for name, cell in held.items() if len(cell.versions) > 1},
        "seen": {name: seen for name, cell in held.items() if (seen := _awaited(cell, marks))},
    }
    return {"table": table, "row": row, **{name: part for name, part in parts.items() if part}}


def _losers(cell: Cell) -> list[list[Value]]:
    return [[str(stamp), cell.versions[stamp]] for stamp in sorted(cell.versions)[:-1]]


def _awaited(cell: Cell, marks: Marks) -> list[str]:
    # What lies behind a writer's mark never comes again, so only replaced values that have not arrived need be known.
    return [str(stamp) for stamp in sorted(cell.superseded) if stamp > marks.get(stamp.writer, MIN_STAMP)]


def to_ledger(rows: EncodedRows) -> Ledger:
    """Read the ledger that ``to_rows`` wrote; raise ValueError, TypeError or KeyError when the shape is wrong."""
    marks = {as_text(row["writer"]): parse_stamp(row["stamp"]) for row in rows.get(MARKS, [])}
    ledger = Ledger(last_by_writer=marks, last=max(marks.values(), default=MIN_STAMP))
    for table, found in rows.items():
        if storable(table):
            ledger.tables[table] = {as_text(row["id"]): _cells(table, row) for row in found}
    for row in rows.get(STAMPS, []):
        _stamp(ledger.tables.get(as_text(row["table"]), {}).get(as_text(row["row"]), {}), row)
    return ledger


def _cells(table: str, row: dict[str, Any]) -> LedgerRow:
    return {name: _cell(table, name, value) for name, value in row.items() if name != "id"}


def _cell(table: str, name: str, value: Any) -> Cell | TextCell:
    if (table, name) in SPLICED_FIELDS:
        return TextCell(base=as_text(value), text=value)
    # A value that somebody wrote into the file by hand has no stamp, and yields to whatever is written later.
    return Cell({MIN_STAMP: parse_value(value)})


def _stamp(cells: LedgerRow, row: dict[str, Any]) -> None:
    for name, stamp in row.get("fields", {}).items():
        if isinstance(cell := cells.get(name), Cell):
            cell.versions = {parse_stamp(stamp): cell.value}
    for name, heads in row.get("lost", {}).items():
        _known(cells, name).versions.update(_heads(heads))
    for name, seen in row.get("seen", {}).items():
        _known(cells, name).superseded.update(parse_stamp(stamp) for stamp in seen)


def _known(cells: LedgerRow, name: str) -> Cell:
    cell = cells.setdefault(name, Cell())
    if isinstance(cell, TextCell):
        raise ValueError("a text has no stamps")
    return cell


def _heads(heads: Iterable[Any]) -> Iterator[tuple[Stamp, Value]]:
    for stamp, value in heads:
        yield parse_stamp(stamp), parse_value(value)


def as_text(value: object) -> str:
    """Let through a text; raise ValueError for the rest."""
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value
