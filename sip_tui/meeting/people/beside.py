"""Rows that are named after a participant: what is known beside the participant's own row."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sip_tui.meeting.log.change import Edit, Value, as_edits
from sip_tui.meeting.model.enums import Row, find_row
from sip_tui.meeting.model.meeting import Meeting

_COMMON = frozenset(field.name for field in fields(Row))


def write_beside(meeting: Meeting, table: str, row: Row, **values: Value) -> tuple[Edit, ...]:
    """Change a row that is named after a participant; a new one gets every field, so that an undo leaves nothing."""
    if find_row(meeting.rows(table), row.id) is not None:
        return as_edits(table, row.id, [(name, value) for name, value in values.items() if getattr(row, name) != value])
    if not any(values.values()):
        return ()
    empty = {field.name: _as_value(getattr(row, field.name)) for field in fields(row) if field.name not in _COMMON}
    return as_edits(table, row.id, {"deleted": False, **empty, **values}.items())


def _as_value(value: Any) -> Value:
    return list(value) if isinstance(value, tuple) else value
