"""The write-ahead log of one process: one checksummed line per batch of changes.

A journal has one writer and only grows: no lock is needed to write, and a whole line stays whole.
"""

from __future__ import annotations

import errno
import math
import os
import re
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Change, Stamp, Value
from sip_tui.meeting.log.ledger import SPLICED_FIELDS, Splice
from sip_tui.store.atomic import (
    from_json,
    open_new_file,
    sync,
    sync_directory,
    to_bytes,
    to_json,
    write_atomically,
    write_new_file,
)
from sip_tui.store.codec import PLAIN, Codec
from sip_tui.store.errors import MeetingInUseError, translating_os_errors
from sip_tui.store.locks import MEETING_LOCK, Lock, is_locked, locked, try_lock

VERSION = 1
SUFFIX = ".journal"
FORMER = "before-rewrite"
"""The journal of what was written before the meeting was locked or unlocked; as no writer's name it never travels."""
_LINE = re.compile(rb"([0-9a-f]{8}) (.+)", re.DOTALL)
_CHECKSUM_LENGTH = 9
"""Eight digits and a space."""
_APPEND = os.O_RDWR | os.O_APPEND


class LineError(ValueError):
    """A line is not what was written."""


class NewerLineError(LineError):
    """A newer program has written the line."""


def encode_line(
    changes: Sequence[Change], *, origin: bool = False, codec: Codec = PLAIN, writer: str = "", number: int = 0
) -> bytes:
    """Encode a batch as the writer's line ``number``, from 0; ``origin`` marks the one that the meeting begins with."""
    rows = [(str(change.stamp), *change[1:5], [str(stamp) for stamp in change.prior]) for change in changes]
    batch = {"v": VERSION, "origin": True, "changes": rows} if origin else {"v": VERSION, "changes": rows}
    return with_checksum(codec.encode(to_bytes(to_json(batch)), writer, number))


def _filler(line: bytes, codec: Codec, writer: str, number: int) -> bytes:
    """Return a line without changes for the place of another one, as long as that."""
    start = to_bytes(to_json({"v": VERSION, "changes": [], "fill": ""}))
    room = codec.payload_length(line[_CHECKSUM_LENGTH:-1]) - len(start)
    return with_checksum(codec.encode(start[:-2] + b" " * room + start[-2:], writer, number))


def with_checksum(payload: bytes) -> bytes:
    """Return the line that carries a payload."""
    return b"%08x %s\n" % (zlib.crc32(payload), payload)


def payload_of(line: bytes, codec: Codec = PLAIN, writer: str = "", number: int = 0) -> bytes:
    """Return what a line carries, without its newline; raise ValueError when it is not what was written."""
    found = _LINE.fullmatch(line)
    if not found or int(found[1], 16) != zlib.crc32(found[2]):
        raise LineError
    return codec.decode(found[2], writer, number)


def decode_line(line: bytes, codec: Codec = PLAIN, writer: str = "", number: int = 0) -> tuple[list[Change], bool]:
    """Decode a line without its newline: the changes, and whether the meeting begins with them.

    Raises:
        NewerLineError: A newer program has written it.
        LineError: It is not what was written.
    """
    try:
        batch = from_json(payload_of(line, codec, writer, number))
        if batch["v"] > VERSION:
            raise NewerLineError
        return [_change(row) for row in batch["changes"]], batch.get("origin") is True
    except LineError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError):
        raise LineError from None


def _change(row: list[object]) -> Change:
    stamp, table, name, field, value, prior = row
    if not (isinstance(table, str) and isinstance(name, str) and isinstance(field, str) and isinstance(prior, list)):
        raise ValueError("shape")
    if (table, field) in SPLICED_FIELDS:
        Splice.parse(parse_value(value))
    return Change(parse_stamp(stamp), table, name, field, parse_value(value), tuple(map(parse_stamp, prior)))


def parse_stamp(text: object) -> Stamp:
    """Parse a stamp; raise ValueError for anything else."""
    if not isinstance(text, str):
        raise ValueError("a stamp is a text")
    return Stamp.parse(text)


def parse_value(value: object) -> Value:
    """Return what a cell can hold; raise ValueError for anything else."""
    if value is None or isinstance(value, str | int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    if isinstance(value, list) and all(isinstance(item, int | str) for item in value):
        return value
    raise ValueError("not a value")


def write_former(folder: Path, codec: Codec, history: tuple[Sequence[Change], Sequence[Change]]) -> None:
    """Write the changes that a meeting begins with and those since as one journal, so that they can still be undone."""
    if history[0]:
        lines = [
            encode_line(changes, origin=not number, codec=codec, writer=FORMER, number=number)
            for number, changes in enumerate(history)
        ]
        write_atomically(folder / f"{FORMER}{SUFFIX}", b"".join(lines))


class Journal:
    """The journal that this process writes; the file is created by the first batch."""

    def __init__(self, folder: Path, writer: str, codec: Codec = PLAIN) -> None:
        self.path, self._writer, self._codec = folder / f"{writer}{SUFFIX}", writer, codec
        self._lock_path = writer_lock(self.path)
        self._lock: Lock | None = None
        self._file = -1
        self._synced_size, self._synced_lines = 0, 0
        self._unsynced: list[tuple[tuple[Change, ...], bytes]] = []
        """Batches that were written whole and not synced, with their lines; a reader may have seen them."""
        self._truncate_pending = False
        self._mutex = RLock()

    def append(self, changes: Sequence[Change], *, origin: bool = False) -> None:
        """Append a batch and sync it; raise StoreError with the file as it was."""
        with self._mutex, translating_os_errors(self.path):
            if self._file < 0:
                self._create()
            self.restore_name()
            if self._truncate_pending:
                self._truncate()
            self._write(self._batches(tuple(changes), origin=origin))

    def restore_name(self) -> None:
        """Write the synced lines anew when the file was removed from its folder; raise OSError when that fails."""
        with self._mutex:
            if self._file < 0 or _is_file(self.path, self._file):
                return
            write_new_file(self.path, os.pread(self._file, self._synced_size, 0))
            sync_directory(self.path.parent)
            os.close(self._file)
            self._file = os.open(self.path, _APPEND | getattr(os, "O_CLOEXEC", 0))

    def close(self) -> None:
        """Close the file and release the writer's lock."""
        with self._mutex:
            if self._file >= 0:
                os.close(self._file)
                self._file, self._synced_size, self._synced_lines, self._truncate_pending = -1, 0, 0, False
                self._unsynced.clear()
            if self._lock:
                self._lock.release()
                self._lock = None

    def _create(self) -> None:
        # Whoever closes a meeting holds this lock, so that no journal appears while others are being removed.
        with locked(self.path.parent / MEETING_LOCK):
            self._lock = self._lock or try_lock(self._lock_path)
            if self._lock is None:
                raise MeetingInUseError(
                    _("The meeting is already open in the same place. Close it here and open it again.")
                )
            self._file = open_new_file(self.path, _APPEND)
            # Without the folder on the disk the file has no name after a power cut.
            sync_directory(self.path.parent)

    def _batches(self, changes: tuple[Change, ...], *, origin: bool) -> list[tuple[tuple[Change, ...], bytes]]:
        """Split the changes so that no byte differs from what a reader may have seen at the same place."""
        batches = []
        for number, (batch, line) in enumerate(self._unsynced, self._synced_lines):
            if changes[: len(batch)] == batch:
                batches.append((batch, line))
                changes = changes[len(batch) :]
            else:
                batches.append(((), _filler(line, self._codec, self._writer, number)))
        if changes or not batches:
            line = self._encode(changes, self._synced_lines + len(batches), origin=origin)
            batches.append((changes, line))
        return batches

    def _encode(self, changes: tuple[Change, ...], number: int, *, origin: bool) -> bytes:
        return encode_line(changes, origin=origin, codec=self._codec, writer=self._writer, number=number)

    def _write(self, batches: list[tuple[tuple[Change, ...], bytes]]) -> None:
        data = b"".join(line for _changes, line in batches)
        self._truncate_pending = True
        try:
            if os.write(self._file, data) < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            self._unsynced = batches
            sync(self._file)
        except OSError:
            # What cannot be truncated now is truncated before the next batch.
            with suppress(OSError):
                self._truncate()
            raise
        self._unsynced, self._truncate_pending = [], False
        self._synced_size += len(data)
        self._synced_lines += len(batches)

    def _truncate(self) -> None:
        os.ftruncate(self._file, self._synced_size)
        self._truncate_pending = False


def _is_file(path: Path, descriptor: int) -> bool:
    """Tell whether the open file is the one at the path."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def writer_lock(journal: Path) -> Path:
    """Return the lock that the writer of a journal holds as long as it lives."""
    return journal.with_suffix(".lock")


def other_writers(folder: Path, own: str) -> list[str]:
    """List the writers of other journals whose process is alive; ``own`` is the file name of this process's journal."""
    journals = (path for path in folder.glob(f"*{SUFFIX}") if path.name != own)
    return sorted(path.stem for path in journals if is_locked(writer_lock(path)))
