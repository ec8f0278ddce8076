"""Whole files that are either the old one or the new one, whatever happens in between.

Temp file, fsync, replace, fsync of the folder: each of the four is needed (a file without the first fsync was empty
after every simulated power cut, without the last one it was the old file in half of them).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

FileIdentity = tuple[int, int, int]
"""Inode, size in bytes, modification time in nanoseconds: another file has another one."""

PRIVATE_FILE = 0o600
_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def open_new_file(path: Path, flags: int = 0) -> int:
    """Make a file that only its owner may read; raise FileExistsError when there is one."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS | flags, PRIVATE_FILE)


def open_for_reading(path: Path) -> int:
    """Open a file for reading."""
    return os.open(path, os.O_RDONLY | _FLAGS)


def sync(descriptor: int) -> None:
    """Wait until what was written is on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        # fsync on macOS leaves the drive's own cache unwritten.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def sync_directory(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _FLAGS)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_atomically(path: Path, data: bytes, ready: Callable[[], None] = lambda: None) -> None:
    """Put ``data`` in the place of the file, durably; ``ready`` is called when only the renaming is left."""
    temporary = path.with_name(f"{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        write_new_file(temporary, data)
        ready()
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_directory(path.parent)


def write_new_file(path: Path, data: bytes) -> None:
    """Make a file of these bytes that only its owner may read, durably; there is none when it cannot be written.

    Raises:
        FileExistsError: There is one already, which stays as it is.
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
    """Give the identity of the file; None when there is none."""
    try:
        # Ten thousand Path objects take longer to make than ten thousand files to look at.
        return _identity(os.stat(path))  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return None


def _identity(found: os.stat_result) -> FileIdentity:
    return found.st_ino, found.st_size, found.st_mtime_ns


def to_json(value: object) -> str:
    """Write JSON on one line; raise ValueError for numbers that JSON does not have."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_json(data: bytes) -> Any:
    """Read JSON in UTF-8; raise ValueError for anything else."""
    try:
        return json.loads(data.decode("utf-8"))
    except RecursionError:
        raise ValueError("too deep") from None


def to_bytes(text: str) -> bytes:
    """Encode JSON as UTF-8; a lone surrogate, which UTF-8 does not have, becomes its JSON escape."""
    return text.encode("utf-8", "backslashreplace")


class AtomicStorage(Storage):
    """A TinyDB storage whose file is always whole, with one row a line."""

    def __init__(self, path: Path, ready: Callable[[], None] = lambda: None) -> None:
        self._path, self._ready = Path(path), ready
        self.identity: FileIdentity | None = None
        """Of the file that was read last."""

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Give the tables; None when there is no file; raise ValueError when it is no TinyDB file."""
        try:
            descriptor = open_for_reading(self._path)
        except FileNotFoundError:
            return None
        with os.fdopen(descriptor, "rb") as file:
            self.identity = _identity(os.fstat(descriptor))
            return _checked(from_json(file.read()))

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        tables = ",\n".join(f"{to_json(name)}: {{\n{_lines(rows)}\n}}" for name, rows in data.items())
        write_atomically(self._path, to_bytes(f"{{\n{tables}\n}}\n"), self._ready)


def _lines(rows: Mapping[str, Any]) -> str:
    return ",\n".join(f" {to_json(str(number))}: {to_json(row)}" for number, row in rows.items())


def _checked(found: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(found, dict) or not all(isinstance(table, dict) for table in found.values()):
        raise ValueError("not tables")
    if not all(isinstance(row, dict) for table in found.values() for row in table.values()):
        raise ValueError("not rows")
    return found
