"""The list of meetings: derived from the meeting files, and never trusted further than their size and time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sip_tui.meeting.log.change import Value, parse_time
from sip_tui.meeting.log.ledger import Cell, Ledger, TextCell
from sip_tui.meeting.time.agenda import Stage, stage_from_kinds
from sip_tui.store.atomic import AtomicStorage, FileIdentity, file_identity
from sip_tui.store.checkpoint import CHECKPOINT, DECODE_ERRORS, read_checkpoint, read_rows, write_rows
from sip_tui.store.errors import StoreError
from sip_tui.store.locks import try_lock

INDEX, INDEX_LOCK = "index.json", "index.lock"
VERSION = 1


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One meeting in the list."""

    id: str
    title: str = ""
    type: str = ""
    start: datetime | None = None
    closed: bool = False
    """True when the meeting was closed for good, and nothing has been written since."""
    damaged: bool = False
    """True when its file cannot be read by this program."""
    stage: Stage | None = None
    """How far the meeting had come when its file was written; None when the index does not say."""


class Index:
    """What is known of every meeting in an archive, kept in ``index.json``."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = root / INDEX

    def entries(self, ids: Iterator[str]) -> list[IndexEntry]:
        """Give the entries of these meetings, the latest start first; only files that have changed are read."""
        known = self._read()
        rows = {meeting_id: self._row(meeting_id, known.get(meeting_id)) for meeting_id in ids}
        if rows != known:
            self._write(rows)
        return sorted((_entry(row) for row in rows.values()), key=_order)

    def remove(self, meeting_id: str) -> None:
        """Take a meeting out of the index."""
        rows = self._read()
        if rows.pop(meeting_id, None):
            self._write(rows)

    def _row(self, meeting_id: str, known: Mapping[str, Any] | None) -> dict[str, Any]:
        found = file_identity(f"{self._root}/{meeting_id}/{CHECKPOINT}")
        if known and found and not known.get("damaged") and known.get("file") == list(found):
            return dict(known)
        return _read_row(meeting_id, self._root / meeting_id / CHECKPOINT, found)

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            rows, _identity = read_rows(self._path)
            if rows["_schema"][0]["version"] != VERSION:
                return {}
            return {row["id"]: row for row in rows["meetings"] if _well_formed(row)}
        except (*DECODE_ERRORS, OSError):
            return {}

    def _write(self, rows: Mapping[str, dict[str, Any]]) -> None:
        # An index that cannot be written, or that somebody else writes just now, is built again next time.
        with suppress(OSError, StoreError):
            if lock := try_lock(self._root / INDEX_LOCK):
                try:
                    self._sweep()
                    tables = {"_schema": [{"version": VERSION}], "meetings": list(rows.values())}
                    write_rows(tables, AtomicStorage(self._path))
                finally:
                    lock.release()

    def _sweep(self) -> None:
        for left in self._root.glob(f"{INDEX}.*.tmp"):
            left.unlink()


def _read_row(meeting_id: str, path: Path, found: FileIdentity | None) -> dict[str, Any]:
    row: dict[str, Any] = {"id": meeting_id, "title": "", "type": "", "start": "", "closed": False, "damaged": False}
    row["file"] = list(found or ())
    try:
        reading = read_checkpoint(path)
    except StoreError:
        return {**row, "damaged": True}
    return {**row, **_about(reading.ledger), "closed": reading.closed, "stage": _stage(reading.ledger).name}


def _about(ledger: Ledger) -> dict[str, str]:
    cells = next(iter(ledger.tables.get("about", {}).values()), {})
    held = _held(cells)
    return {name: value for name in ("title", "type", "start") if isinstance(value := held.get(name), str)}


def _stage(ledger: Ledger) -> Stage:
    """How far the meeting has come, by what has happened in it; without building the rest of it."""
    held = ((row, _held(cells)) for row, cells in ledger.tables.get("events", {}).items())
    # Rows are named in the order in which they were made, which tells two of the same moment apart.
    there = sorted(
        (str(cells.get("at")), row, str(cells.get("kind"))) for row, cells in held if not cells.get("deleted")
    )
    return stage_from_kinds([kind for _at, _row, kind in there])


def _held(cells: Mapping[str, Cell | TextCell]) -> dict[str, Value]:
    return {name: cell.value for name, cell in cells.items() if not isinstance(cell, TextCell)}


def _well_formed(row: Mapping[str, Any]) -> bool:
    texts = (row.get(name) for name in ("id", "title", "type", "start"))
    return all(isinstance(text, str) for text in texts) and isinstance(row.get("file"), list)


def _entry(row: Mapping[str, Any]) -> IndexEntry:
    start, stage = parse_time(row["start"]), Stage.__members__.get(str(row.get("stage")))
    return IndexEntry(row["id"], row["title"], row["type"], start, row["closed"] is True, row["damaged"] is True, stage)


def _order(entry: IndexEntry) -> tuple[float, str]:
    return (-entry.start.timestamp() if entry.start else float("inf"), entry.id)


def folder_names(root: Path) -> Iterator[str]:
    """The ids of all meetings in the archive; none when there is no archive."""
    with suppress(FileNotFoundError), os.scandir(root) as found:
        yield from (entry.name for entry in found if entry.is_dir(follow_symlinks=False))
