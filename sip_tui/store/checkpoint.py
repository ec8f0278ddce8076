"""The checkpoint: the meeting as readable TinyDB tables in ``meeting.json``, with its three predecessors beside it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.table import Document

from sip_tui.meeting.log.ledger import Ledger
from sip_tui.paths import IrregularFileError
from sip_tui.store import schema
from sip_tui.store.atomic import AtomicStorage, FileIdentity, file_identity, write_atomically
from sip_tui.store.codec import PLAIN, Codec, SealedFileError
from sip_tui.store.errors import damaged_error, locked_error, newer_error, not_found_error, translating_os_errors
from sip_tui.store.journal_reader import Marks
from sip_tui.store.row_codec import EncodedRows, to_ledger, to_rows

CHECKPOINT = "meeting.json"
EARLIER = tuple(f"{CHECKPOINT}.{number}" for number in (1, 2, 3))
"""The earlier checkpoints, the latest first."""
DECODE_ERRORS = (ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What decoding a file of the wrong shape raises."""


class CheckpointContents(NamedTuple):
    """What a checkpoint said when it was read."""

    ledger: Ledger
    identity: FileIdentity | None
    version: int
    closed: bool
    intact: bool
    """False when the file was changed after it was written: edited by hand, or by a fault."""


def read_checkpoint(path: Path, codec: Codec = PLAIN) -> CheckpointContents:
    """Read a checkpoint of any known version, without changing it.

    Raises:
        MeetingNotFoundError: The folder is gone.
        LockedError: It is sealed, and the codec has no key.
        DamagedError: It is missing, unreadable, or newer than this program.
        StoreError: The system refuses to give it.
    """
    meeting_id, storage = path.parent.name, AtomicStorage(path, codec=codec)
    try:
        with translating_os_errors(path):
            rows = _rows(storage, path)
        version, closed = schema.read_heading(rows)
        ledger = to_ledger(schema.upgraded(rows, version))
        return CheckpointContents(ledger, storage.identity, version, closed, storage.intact)
    except SealedFileError:
        raise locked_error(meeting_id) from None
    except schema.NewerSchemaError:
        raise newer_error(meeting_id) from None
    except DECODE_ERRORS:
        raise damaged_error(meeting_id) from None


def _rows(storage: AtomicStorage, path: Path) -> EncodedRows:
    try:
        return read_rows(storage)
    except (IrregularFileError, IsADirectoryError):
        raise damaged_error(path.parent.name) from None
    except (FileNotFoundError, NotADirectoryError):
        name = path.parent.name
        raise damaged_error(name) if path.parent.is_dir() else not_found_error(name) from None


def read_rows(storage: AtomicStorage) -> EncodedRows:
    """Read all tables; raise FileNotFoundError when there is no file, ValueError when it is no TinyDB file."""
    # The middleware parses the file once; TinyDB alone would parse it once per table.
    database = TinyDB("", storage=_cached(storage))
    tables = database.storage.read()
    if tables is None:
        raise FileNotFoundError
    return {name: [dict(row) for row in database.table(name, cache_size=0)] for name in tables}


def write_rows(rows: Mapping[str, list[dict[str, Any]]], storage: AtomicStorage) -> None:
    """Replace the file by these tables."""
    cached = _cached(storage)
    database = TinyDB("", storage=cached)
    cached.cache = {}
    for name, found in rows.items():
        # Ids are given here: TinyDB's own counter overwrites rows that another process has made.
        numbered = [Document(row, number) for number, row in enumerate(found, 1)]
        database.table(name, cache_size=0).insert_multiple(numbered)
    # Not in a with statement: that would write half a meeting when a table fails.
    database.close()


def _cached(storage: AtomicStorage) -> CachingMiddleware:
    return CachingMiddleware(lambda _path: storage)  # type: ignore[no-untyped-call]


class CheckpointFile:
    """The checkpoint of one meeting; whoever writes it holds the meeting's lock."""

    def __init__(self, folder: Path, codec: Codec = PLAIN) -> None:
        self.path, self.codec = folder / CHECKPOINT, codec
        self.version = schema.VERSION
        """The schema of the file that was read or written last."""
        self.marks: Marks = {}
        """How far the file that was read or written last reaches."""
        self._identity: FileIdentity | None = None

    def read(self) -> CheckpointContents:
        """Read it, and remember how far it reaches."""
        contents = read_checkpoint(self.path, self.codec)
        self._remember(contents.ledger.last_by_writer, contents.version, contents.identity)
        return contents

    def changed(self) -> bool:
        """Tell whether it is another file than the one that was read or written last."""
        return file_identity(self.path) != self._identity

    def write(self, ledger: Ledger, *, closed: bool = False) -> None:
        """Replace it by this ledger, durably, and keep its predecessor."""
        rows = {schema.SCHEMA: [schema.heading(closed)], **to_rows(ledger)}
        with translating_os_errors(self.path):
            write_rows(rows, AtomicStorage(self.path, self._rotate, codec=self.codec))
        self._remember(ledger.last_by_writer, schema.VERSION, file_identity(self.path))

    def copy_as(self, name: str) -> None:
        """Copy the file to ``name`` beside it, unless that exists."""
        copy = self.path.with_name(name)
        if not copy.exists():
            with translating_os_errors(copy):
                write_atomically(copy, self.path.read_bytes())

    def matches(self, ledger: Ledger) -> bool:
        """Read the file back and tell whether it says exactly what the ledger says."""
        contents = read_checkpoint(self.path, self.codec)
        return contents.intact and to_rows(contents.ledger) == to_rows(ledger)

    def _remember(self, marks: Marks, version: int, identity: FileIdentity | None) -> None:
        # A copy: the ledger goes on and the file does not.
        self.marks, self.version, self._identity = dict(marks), version, identity

    def _rotate(self) -> None:
        # The hard link leaves the checkpoint in its place at every moment.
        places = [self.path, *(self.path.with_name(name) for name in EARLIER)]
        for older, later in ((places[3], places[2]), (places[2], places[1])):
            with suppress(FileNotFoundError):
                later.replace(older)
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
