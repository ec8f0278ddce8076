"""The meeting file: the meeting as readable TinyDB tables, replaced whole, with its three predecessors beside it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.table import Document

from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import schema
from sip_tui.store.atomic import AtomicStorage, FileIdentity, file_identity, write_atomically
from sip_tui.store.errors import damaged_error, newer_error, not_found_error, translating_os_errors
from sip_tui.store.journal_reader import Marks
from sip_tui.store.row_codec import EncodedRows, to_ledger, to_rows

CHECKPOINT = "meeting.json"
EARLIER = tuple(f"{CHECKPOINT}.{number}" for number in (1, 2, 3))
"""The earlier checkpoints, the latest first."""
DECODE_ERRORS = (ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What reading a file of the wrong shape raises."""


@dataclass(frozen=True, slots=True)
class CheckpointContents:
    """What a meeting file said when it was read."""

    ledger: Ledger
    identity: FileIdentity | None
    version: int
    closed: bool


def read_checkpoint(path: Path) -> CheckpointContents:
    """Read a meeting file of any known version, and leave it as it is.

    Raises:
        MeetingNotFoundError: There is none.
        DamagedError: It is unreadable, or newer than this program.
        StoreError: The system refuses to give it.
    """
    meeting_id = path.parent.name
    try:
        with translating_os_errors(path):
            rows, found = _found(path)
        version, closed = schema.read_heading(rows)
        return CheckpointContents(to_ledger(schema.upgraded(rows, version)), found, version, closed)
    except schema.NewerSchemaError:
        raise newer_error(meeting_id) from None
    except DECODE_ERRORS:
        raise damaged_error(meeting_id) from None


def _found(path: Path) -> tuple[EncodedRows, FileIdentity | None]:
    try:
        return read_rows(path)
    except (FileNotFoundError, NotADirectoryError):
        raise damaged_error(path.parent.name) if path.parent.is_dir() else not_found_error(path.parent.name) from None


def read_rows(path: Path) -> tuple[EncodedRows, FileIdentity | None]:
    """Read all tables of a TinyDB file; raise FileNotFoundError when there is none, ValueError when it is none."""
    storage = AtomicStorage(path)
    # The middleware parses the file once; TinyDB alone would parse it once a table.
    database = TinyDB(path, storage=_cached(storage))
    tables = database.storage.read()
    if tables is None:
        raise FileNotFoundError(path)
    return {name: [dict(row) for row in database.table(name, cache_size=0)] for name in tables}, storage.identity


def write_rows(rows: Mapping[str, list[dict[str, Any]]], storage: AtomicStorage) -> None:
    """Write all tables at once, in the place of those there are."""
    cached = _cached(storage)
    database = TinyDB("", storage=cached)
    cached.cache = {}
    for name, found in rows.items():
        # Ids are given here, because TinyDB's own counter overwrites rows that another process has made.
        numbered = [Document(row, number) for number, row in enumerate(found, 1)]
        database.table(name, cache_size=0).insert_multiple(numbered)
    # Not in a with statement: that would write half a meeting when a table fails.
    database.close()


def _cached(storage: AtomicStorage) -> CachingMiddleware:
    return CachingMiddleware(lambda _path: storage)  # type: ignore[no-untyped-call]


class CheckpointFile:
    """The checkpoint of one meeting; whoever writes holds the meeting's lock."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / CHECKPOINT
        self.version = schema.VERSION
        """The schema of the file that was read or written last."""
        self._marks: Marks = {}
        self._identity: FileIdentity | None = None

    def read(self) -> CheckpointContents:
        """Read it, and remember how far it reaches."""
        reading = read_checkpoint(self.path)
        self._remember(reading.ledger.last_by_writer, reading.version, reading.identity)
        return reading

    def changed(self) -> bool:
        """True when it is another file than the one that was read or written last."""
        return file_identity(self.path) != self._identity

    def marks(self) -> Marks:
        """How far it reaches; read again only when somebody else has replaced it."""
        if self.changed():
            self.read()
        return self._marks

    def write(self, ledger: Ledger, *, closed: bool = False) -> None:
        """Replace it with this ledger, durably, and keep its predecessor."""
        rows = {schema.SCHEMA: [schema.heading(closed)], **to_rows(ledger)}
        with translating_os_errors(self.path):
            write_rows(rows, AtomicStorage(self.path, self._rotate))
        self._remember(ledger.last_by_writer, schema.VERSION, file_identity(self.path))

    def copy_as(self, name: str) -> None:
        """Copy the file to ``name`` beside it, unless that is there already."""
        copy = self.path.with_name(name)
        if not copy.exists():
            with translating_os_errors(copy):
                write_atomically(copy, self.path.read_bytes())

    def matches(self, ledger: Ledger) -> bool:
        """Read the file back: does it say exactly what the ledger says?"""
        return to_rows(read_checkpoint(self.path).ledger) == to_rows(ledger)

    def _remember(self, marks: Marks, version: int, seen: FileIdentity | None) -> None:
        # A copy, for the ledger goes on and the file does not.
        self._marks, self.version, self._identity = dict(marks), version, seen

    def _rotate(self) -> None:
        # The hard link leaves the meeting file in its place at every moment.
        places = [self.path, *(self.path.with_name(name) for name in EARLIER)]
        for older, newer_one in ((places[3], places[2]), (places[2], places[1])):
            with suppress(FileNotFoundError):
                newer_one.replace(older)
        with suppress(FileNotFoundError):
            _link(places[0], places[1])


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        # Some file systems have no hard links.
        write_atomically(target, source.read_bytes())
