"""Projection of the ledger's cells into the frozen `Meeting`, and the conflicts that stand in it.

A value of the wrong shape gives the field's default, never an error: a journal from a newer or a broken program can
always be opened.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, cast, get_args

from sip_tui.meeting.log.change import Value, parse_time
from sip_tui.meeting.log.ledger import Cell, Ledger, LedgerRow
from sip_tui.meeting.model.meeting import PRIVATE_TABLES, SINGLE_ROW_TABLES, TABLES, Meeting, Row

ValueReader = Callable[[object], Any]
"""Converts a cell's value for the model; raises ValueError or TypeError when the shape is wrong."""


class MeetingProjection:
    """A ledger and its meeting; rebuilds only the rows that a change touched."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._rows: dict[str, dict[str, Row]] = {}
        self.meeting = Meeting()
        self.refresh((table, row) for table, rows in ledger.tables.items() for row in rows)

    def refresh(self, touched: Iterable[tuple[str, str]]) -> Meeting:
        """Rebuild the rows named as (table, row), and return the meeting with them."""
        tables = set()
        for table, row in touched:
            if table in TABLES:
                self._rows.setdefault(table, {})[row] = read_row(table, row, self.ledger.tables[table][row])
                tables.add(table)
        changed: dict[str, Any] = {table: self._sorted_rows(table) for table in tables - SINGLE_ROW_TABLES.keys()}
        changed |= {table: next(iter(self._rows[table].values())) for table in tables & SINGLE_ROW_TABLES.keys()}
        if "participants" in tables:
            changed["removed_participants"] = self._sorted_rows("participants", deleted=True)
        if changed:
            self.meeting = dataclasses.replace(self.meeting, **changed)
        return self.meeting

    def _sorted_rows(self, table: str, *, deleted: bool = False) -> tuple[Row, ...]:
        rows = (row for row in self._rows[table].values() if row.deleted is deleted)
        return tuple(sorted(rows, key=lambda row: (row.order, row.id)))


def read_row(table: str, row: str, cells: LedgerRow) -> Row:
    """Read one row's cells into its class."""
    values, lost = {}, {}
    for name, reader in _field_readers(table).items():
        cell = cells.get(name)
        if cell is None:
            continue
        try:
            values[name] = reader(cell.value if isinstance(cell, Cell) else cell.text)
        except (ValueError, TypeError):
            continue
        if isinstance(cell, Cell) and cell.lost:
            lost[name] = cell.lost
    return TABLES[table](id=row, lost=lost, **values)


def read_value(table: str, field: str, value: object) -> object:
    """Convert a stored value for the model; raise ValueError or TypeError when its shape is wrong."""
    return _field_readers(table)[field](value)


@cache
def _field_readers(table: str) -> dict[str, ValueReader]:
    """The reader of each field of a table, by the field's annotation."""
    columns = dataclasses.fields(TABLES[table])
    return {column.name: _reader(column.type) for column in columns if column.name not in {"id", "lost"}}


def _reader(hint: Any) -> ValueReader:
    if isinstance(hint, UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    if hint is datetime:
        return _read_time
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if hint in (str, int, bool):
        return lambda value: _exactly(hint, value)
    return _read_texts


MAX_INT = 100_000
"""Minutes, percent or rows; with much more, times leave the calendar."""


def _exactly(kind: type, value: object) -> object:
    if isinstance(value, str) and kind is str:
        return str(value)
    if type(value) is not kind or (isinstance(value, int) and abs(value) > MAX_INT):
        raise TypeError
    return value


def _read_time(value: object) -> datetime:
    at = parse_time(value)
    if at is None:
        raise ValueError
    return at


def _read_texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_exactly(str, text) for text in value)  # type: ignore[misc]


_UNREPORTED_TABLES = PRIVATE_TABLES | {"notes", "events", "turns", "queue", "links", "ticked"}
"""The chair's own marks, the pads, which never conflict, and what the program logs."""
_UNREPORTED_FIELDS = frozenset({"order", "came", "left"})
"""What the program writes along with an action: two who do it at once mean the same."""


class Conflict(NamedTuple):
    """A cell that two wrote at the same time."""

    table: str
    row: str
    field: str
    current: object
    """The value that holds, as the model has it."""
    lost: tuple[Value, ...]
    """The values that did not hold, as they were written; the latest first."""


def is_reported(table: str, field: str) -> bool:
    """Check whether lost values of a field are reported to the user."""
    return table not in _UNREPORTED_TABLES and field not in _UNREPORTED_FIELDS


def conflicts(meeting: Meeting) -> tuple[Conflict, ...]:
    """All conflicts that nobody has dismissed, in the order of the tables and of their rows."""
    return tuple(
        Conflict(table, row.id, field, getattr(row, field), cast("tuple[Value, ...]", tuple(values)))
        for table in TABLES
        for row in meeting.rows(table)
        for field, values in row.lost.items()
        if is_reported(table, field)
    )
