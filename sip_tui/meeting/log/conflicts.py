"""What two wrote at the same time: the value that holds, and those that were lost by accident.

A ledger keeps every value that no later writer had seen (see ``fold``). Here is which of them somebody should be told
about, until somebody says that it has been seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from sip_tui.meeting.log.change import Value
from sip_tui.meeting.model.meeting import LIST_TABLES, PRIVATE_TABLES, SINGLE_ROW_TABLES, TABLES, Meeting, Row

UNREPORTED_TABLES = PRIVATE_TABLES | {"notes", "events", "turns", "queue", "links", "ticked"}
"""The chair's own marks, the pads, which never clash, and the trace that the program keeps of what happens."""
UNREPORTED_FIELDS = frozenset({"order", "came", "left"})
"""What the program writes beside a deed: two who do the same deed at once mean the same."""


class Conflict(NamedTuple):
    """A cell that two wrote at the same time."""

    table: str
    row: str
    field: str
    current: object
    """The value that holds, as the model has it."""
    lost: tuple[Value, ...]
    """The values that did not hold, as they were written; the latest first."""


def conflicts(meeting: Meeting) -> tuple[Conflict, ...]:
    """Give everything that was lost and that nobody has seen, in the order of the tables and of their rows."""
    return tuple(clash for table in TABLES if table not in UNREPORTED_TABLES for clash in _clashes(meeting, table))


def is_reported(table: str, field: str) -> bool:
    """True for a cell whose lost values somebody is told about."""
    return table not in UNREPORTED_TABLES and field not in UNREPORTED_FIELDS


def _clashes(meeting: Meeting, table: str) -> Iterator[Conflict]:
    for row in _rows(meeting, table):
        for field, values in row.lost.items():
            if is_reported(table, field):
                yield Conflict(table, row.id, field, getattr(row, field), cast("tuple[Value, ...]", tuple(values)))


def _rows(meeting: Meeting, table: str) -> tuple[Row, ...]:
    if table in LIST_TABLES:
        rows: tuple[Row, ...] = getattr(meeting, table)
        return rows
    assert table in SINGLE_ROW_TABLES
    return (getattr(meeting, table),)
