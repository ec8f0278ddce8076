"""Where shipped data is, and how a file from outside is opened and read."""

from __future__ import annotations

import errno
import os
import re
import stat
from functools import lru_cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent
OPEN_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class IrregularFileError(OSError):
    """A pipe or a device stands where a file should be."""


class TooLargeError(IrregularFileError):
    """A file is larger than any of its kind."""


MAX_SETTINGS = 100_000
"""Bytes of a file that a person writes for the program."""
_DEEP_KEY = re.compile(r"""(?<![\w.-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){20}""")
"""A dotted key of TOML with more parts than any of ours has: tomllib takes their square in time and memory."""


def data_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder: in the wheel beside the code, in a checkout beside the package."""
    packed = _PACKAGE / "data"
    return (packed if packed.is_dir() else _PACKAGE.parent / "data").joinpath(*parts)


@lru_cache(maxsize=4)
def name_list(name: str) -> frozenset[str]:
    """Return the words of a list of names under ``data/sv``, one a line."""
    return frozenset(data_path("sv", f"{name}.txt").read_text(encoding="utf-8").split())


def open_for_reading(path: Path) -> int:
    """Open a regular file, without waiting for a pipe.

    Raises:
        IsADirectoryError: It is a folder.
        IrregularFileError: It is anything else but a file.
        OSError: It cannot be opened.
    """
    descriptor = os.open(path, os.O_RDONLY | OPEN_FLAGS | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise IrregularFileError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def read_file(path: Path, most: int) -> bytes:
    """Read a file; raise TooLargeError when it has more bytes, or as ``open_for_reading`` does."""
    with os.fdopen(open_for_reading(path), "rb") as file:
        content = file.read(most + 1) or b""  # None of a file that the system makes up and that has nothing now
    if len(content) > most:
        raise TooLargeError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def read_toml(path: Path) -> dict[str, Any]:
    """Read settings that somebody has written; raise OSError or ValueError when they cannot be read."""
    return parse_toml(read_file(path, MAX_SETTINGS).decode("utf-8-sig"))


def parse_toml(text: str) -> dict[str, Any]:
    """Parse TOML; raise ValueError for anything else, and for what takes all memory."""
    import tomllib  # not every start reads TOML

    if _DEEP_KEY.search(text):
        raise ValueError("too deep")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("too deep") from None
