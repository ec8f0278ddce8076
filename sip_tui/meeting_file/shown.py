"""A meeting as ``sip-tui show --json`` prints it, read back: every table with its rows as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Edit, Value
from sip_tui.meeting.log.projection import read_value
from sip_tui.meeting.model.meeting import PRIVATE_TABLES, SINGLE_ROW_TABLES, TABLES
from sip_tui.meeting.model.text import clean
from sip_tui.meeting.notes.pads import smallest_splice
from sip_tui.meeting_file.errors import MeetingFileError, unknown_name, wrong_value

SHOWN_TABLES = {table: kind for table, kind in TABLES.items() if table not in PRIVATE_TABLES}
MAX_ROWS = 20_000
"""Rows of a table: an hour of turns and events has hundreds."""
_OF_THE_LOG = frozenset({"lost", "deleted"})
"""What is printed and has no meaning in a new meeting."""


def is_shown(tables: Mapping[str, Any]) -> bool:
    """Check whether a file is what ``show --json`` printed: its first table is called differently."""
    return isinstance(tables.get("about"), dict)


def edits_of_shown(tables: Mapping[str, Any]) -> tuple[Edit, ...]:
    """Return the edits of the whole meeting; raise MeetingFileError for what is unknown or has the wrong shape."""
    edits: list[Edit] = []
    for table, content in tables.items():
        if table == "id":
            continue
        if table not in SHOWN_TABLES:
            raise unknown_name(table, table, SHOWN_TABLES, table=True)
        rows = [content] if table in SINGLE_ROW_TABLES else content
        if not isinstance(rows, list) or len(rows) > MAX_ROWS:
            raise wrong_value(table, content, _("write a list of rows, as sip-tui show --json does"))
        for place, row in enumerate(rows, 1):
            edits += _row(table, f"{table}[{place}]", row)
    return tuple(edits)


def _row(table: str, path: str, row: object) -> Iterator[Edit]:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"]:
        raise wrong_value(path, row, _("write a row with its id, as sip-tui show --json does"))
    names = [field.name for field in fields(SHOWN_TABLES[table])]
    for name, value in row.items():
        if name not in names:
            raise unknown_name(f"{path}.{name}", name, names)
        if name != "id" and name not in _OF_THE_LOG and value not in (None, "", []):
            yield Edit(table, row["id"], name, _value(table, name, f"{path}.{name}", value))


def _value(table: str, name: str, path: str, value: Any) -> Value:
    try:
        read_value(table, name, value)
        value = clean(value) if isinstance(value, str) else value
        return smallest_splice("", value) if (table, name) == ("notes", "text") else value
    except (TypeError, ValueError) as error:
        sentence = _("{path}: this is not what sip-tui show --json writes there; write it as it was")
        raise MeetingFileError(sentence.format(path=path)) from error
