"""Where shipped data and the settings are, and how a file from outside is opened."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_PACKAGE = Path(__file__).parent
OPEN_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class IrregularFileError(OSError):
    """A pipe or a device stands where a file should be."""


def data_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder: in the wheel beside the code, in a checkout beside the package."""
    packed = _PACKAGE / "data"
    return (packed if packed.is_dir() else _PACKAGE.parent / "data").joinpath(*parts)


def settings_path() -> Path:
    """Return $SIP_TUI_CONFIG, else ``config.toml`` in the user's folder for settings."""
    if chosen := os.environ.get("SIP_TUI_CONFIG"):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("sip-tui") / "config.toml"


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
