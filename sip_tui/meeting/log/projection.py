"""From cells to rows: the ledger's values, read into the frozen model.

A value of the wrong shape gives the field's default and never an error, so that a journal from a newer or a broken
program can always be opened.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_type_hints

from sip_tui.meeting.log.change import parse_time
from sip_tui.meeting.log.ledger import Cell, Ledger
from sip_tui.meeting.log.ledger import LedgerRow as Cells
from sip_tui.meeting.model.meeting import SINGLE_ROW_TABLES, TABLES, Meeting, Row

ValueReader = Callable[[object], Any]
"""Gives the value for the model; raises ValueError or TypeError when the shape is wrong."""


class MeetingProjection:
    """Keeps a ledger and its meeting together, and rebuilds only the rows that a change touched."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._rows: dict[str, dict[str, Row]] = {}
        self.meeting = Meeting()
        self.refresh((table, row) for table, rows in ledger.tables.items() for row in rows)

    def refresh(self, touched: Iterable[tuple[str, str]]) -> Meeting:
        """Rebuild the rows named as (table, row), and give the meeting with them."""
        tables = set()
        for table, row in touched:
            if table in TABLES:
                self._rows.setdefault(table, {})[row] = read_row(table, row, self.ledger.tables[table][row])
                tables.add(table)
        shown = {table: self._shown(table) for table in tables}
        if "participants" in tables:
            shown["removed_participants"] = self._ordered("participants", deleted=True)
        if shown:
            self.meeting = dataclasses.replace(self.meeting, **shown)
        return self.meeting

    def _shown(self, table: str) -> Any:
        return (
            next(iter(self._rows[table].values()))
            if table in SINGLE_ROW_TABLES
            else self._ordered(table, deleted=False)
        )

    def _ordered(self, table: str, *, deleted: bool) -> tuple[Row, ...]:
        rows = (row for row in self._rows[table].values() if row.deleted is deleted)
        return tuple(sorted(rows, key=lambda row: (row.order, row.id)))


def read_row(table: str, row: str, cells: Cells) -> Row:
    """Read one row's cells into its class."""
    kind = TABLES[table]
    values, lost = {}, {}
    for name, reader in field_readers(table).items():
        cell = cells.get(name)
        if cell is None:
            continue
        held = cell.value if isinstance(cell, Cell) else cell.text
        try:
            values[name] = reader(held)
        except (ValueError, TypeError):
            continue
        if isinstance(cell, Cell) and cell.lost:
            lost[name] = cell.lost
    return kind(id=row, lost=lost, **values)


@cache
def field_readers(table: str) -> dict[str, ValueReader]:
    """Give the reader of each field of a table, by the field's annotation."""
    kind = TABLES[table]
    hints = get_type_hints(kind)
    return {one.name: _reader(hints[one.name]) for one in dataclasses.fields(kind) if one.name not in {"id", "lost"}}


def _reader(hint: Any) -> ValueReader:
    if isinstance(hint, UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    if hint is datetime:
        return _time
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if hint in (str, int, bool):
        return lambda value: _exactly(hint, value)
    return _texts


def _exactly(kind: type, value: object) -> object:
    if isinstance(value, str) and kind is str:
        return str(value)
    if type(value) is not kind:
        raise TypeError
    return value


def _time(value: object) -> datetime:
    at = parse_time(value)
    if at is None:
        raise ValueError
    return at


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_exactly(str, one) for one in value)  # type: ignore[misc]
