"""Whole-file writes: a reader finds the old file or the new one, whatever interrupts the writer.

Temporary file, fsync, replace, fsync of the folder: each is needed (without the first fsync a simulated power cut left
an empty file every time, without the last one the old file half of the time).
"""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from sip_tui.paths import OPEN_FLAGS, TooLargeError, open_for_reading
from sip_tui.store.codec import PLAIN, Codec

FileIdentity = tuple[int, int, int]
"""Inode, size in bytes, modification time in nanoseconds."""

PRIVATE_FILE = 0o600
STALE = 3600.0
"""Seconds after which nobody is writing a temporary file any more."""
MAX_FILE = 64_000_000
"""Bytes of a checkpoint or an index, and of a journal's line; more text than a year of meetings has."""
SMALL, MAX_VALUES = 1_000_000, 3_000_000
"""JSON of more bytes may not hold more values, of which each takes some hundred bytes of memory."""
CHECKSUM = "_checksum"
"""The last table of a file: the CRC-32 of every byte before it."""


def open_new_file(path: Path, flags: int = os.O_WRONLY) -> int:
    """Create a file that only its owner may read, whatever the umask; raise FileExistsError when there is one."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | OPEN_FLAGS | flags, PRIVATE_FILE)
    # Only a umask takes rights away from the owner; a file system without rights may refuse the call.
    if hasattr(os, "fchmod") and not is_owners(os.fstat(descriptor).st_mode, PRIVATE_FILE):
        os.fchmod(descriptor, PRIVATE_FILE)
    return descriptor


def is_owners(mode: int, rights: int) -> bool:
    """Tell whether an owner has all these rights."""
    return mode & rights == rights


def sync(descriptor: int) -> None:
    """Wait until what was written is on the disk."""
    if sys.platform == "darwin":
        import fcntl

        # On macOS fsync does not flush the drive's cache.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def sync_directory(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | OPEN_FLAGS)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_atomically(path: Path, data: bytes, before_replace: Callable[[], None] = lambda: None) -> None:
    """Replace the file by ``data``, durably; ``before_replace`` is called when only the renaming is left."""
    replace_file(path, data, before_replace)
    sync_directory(path.parent)


def replace_file(path: Path, data: bytes, before_replace: Callable[[], None] = lambda: None) -> None:
    """Do the same without waiting for the folder: after an error nothing has been written."""
    temporary = _temporary(path)
    try:
        write_new_file(temporary, data)
        before_replace()
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def replace_files(files: Mapping[Path, bytes], before_replace: Callable[[], None] = lambda: None) -> None:
    """Replace every file by its data, or none: after an error each is as it was."""
    written: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            written.append((_temporary(path), path))
            write_new_file(written[-1][0], data)
        before_replace()
        _replace_all(written)
    except BaseException:
        for temporary, _path in written:
            with suppress(OSError):
                temporary.unlink()
        raise


def _temporary(path: Path) -> Path:
    return path.with_name(f"{path.name}.{os.urandom(4).hex()}.tmp")


def _replace_all(written: Sequence[tuple[Path, Path]]) -> None:
    """Rename every file; an earlier file of the same name keeps a second name until all are renamed."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for temporary, path in written:
            # One file alone is replaced or it is not.
            before = _second_name(path) if len(written) > 1 and path.exists() else None
            done.append((path, before))
            temporary.replace(path)
    except BaseException:
        for path, before in done:
            with suppress(OSError):
                before.replace(path) if before else path.unlink(missing_ok=True)
        raise
    for _path, before in done:
        if before:
            with suppress(OSError):
                before.unlink()


def _second_name(path: Path) -> Path:
    """Give a file a second name; where files have only one, as on a USB stick, give it another."""
    name = _temporary(path)
    try:
        name.hardlink_to(path)
    except OSError:
        path.replace(name)
    return name


def rename(path: Path, target: Path) -> None:
    """Give a file another name in its folder, durably; do nothing when it is not there."""
    if path.exists():
        path.replace(target)
        sync_directory(path.parent)


def remove_stale_temporaries(path: Path) -> None:
    """Remove what processes that were killed an hour ago or longer have left of this file."""
    for left in path.parent.glob(f"{escape(path.name)}.????????.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE:
                left.unlink()


def write_new_file(path: Path, data: bytes) -> None:
    """Create a file with these bytes, synced; leave none when that fails.

    Raises:
        FileExistsError: There is one, which is left alone.
        OSError: The disk is full, or the folder takes no file.
    """
    descriptor = open_new_file(path)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        sync(descriptor)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)


def file_identity(path: Path | str) -> FileIdentity | None:
    """Return the identity of a file; None when there is none."""
    try:
        # os.stat: ten thousand Path objects take longer to make than ten thousand files to look at.
        return _identity(os.stat(path))  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return None


def _identity(found: os.stat_result) -> FileIdentity:
    return found.st_ino, found.st_size, found.st_mtime_ns


def to_json(value: object) -> str:
    """Encode as JSON on one line; raise ValueError for NaN and infinity."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_json(data: bytes) -> Any:
    """Decode JSON in UTF-8; raise ValueError for anything else, and for what would take all memory."""
    if len(data) > SMALL and sum(map(data.count, (b"[", b"{", b",", b":"))) > MAX_VALUES:
        raise ValueError("too many values")
    try:
        return json.loads(data.decode("utf-8"))
    except RecursionError:
        raise ValueError("too deep") from None


def to_bytes(text: str) -> bytes:
    """Encode JSON as UTF-8; a lone surrogate, which UTF-8 lacks, becomes its JSON escape."""
    return text.encode("utf-8", "backslashreplace")


class AtomicStorage(Storage):
    """A TinyDB storage whose file is always whole, with one row per line and a checksum at its end."""

    def __init__(self, path: Path, before_replace: Callable[[], None] = lambda: None, *, codec: Codec = PLAIN) -> None:
        self._path, self._before_replace, self._codec = Path(path), before_replace, codec
        self.identity: FileIdentity | None = None
        """Of the file that was read last."""
        self.intact = True
        """False when the checksum of the file that was read last is wrong; files of 0.1.0 have none."""

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables; None when there is no file; raise ValueError when it is no TinyDB file."""
        try:
            descriptor = open_for_reading(self._path)
        except FileNotFoundError:
            return None
        with os.fdopen(descriptor, "rb") as file:
            self.identity = _identity(os.fstat(descriptor))
            if self.identity[1] > MAX_FILE:
                raise TooLargeError
            content = self._codec.decode_file(file.read())
        tables = _checked(from_json(content))
        claimed = tables.pop(CHECKSUM, None)
        self.intact = claimed is None or claimed == _checksum(content.rpartition(b',\n"_checksum"')[0])
        return tables

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the file by these tables."""
        body = to_bytes("{\n" + ",\n".join(_table(name, rows) for name, rows in data.items()))
        end = to_bytes(f",\n{_table(CHECKSUM, _checksum(body))}\n}}\n")
        write_atomically(self._path, self._codec.encode_file(body + end), self._before_replace)


def _table(name: str, rows: Mapping[str, Any]) -> str:
    lines = ",\n".join(f" {to_json(str(number))}: {to_json(row)}" for number, row in rows.items())
    return f"{to_json(name)}: {{\n{lines}\n}}"


def _checksum(body: bytes) -> dict[str, Any]:
    return {"1": {"crc32": f"{zlib.crc32(body):08x}"}}


def _checked(found: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(found, dict) or not all(isinstance(table, dict) for table in found.values()):
        raise ValueError("not tables")
    if not all(isinstance(row, dict) for table in found.values() for row in table.values()):
        raise ValueError("not rows")
    return found
