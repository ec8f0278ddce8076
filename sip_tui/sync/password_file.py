"""The file of passwords that libpq reads, and why it may not."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

NO_FILE = str(Path(os.devnull) / "none")
"""A path where there can be no file."""


def readable_password_file() -> Path | None:
    """Return ~/.pgpass, or $PGPASSFILE, when others than its owner may read it: libpq leaves it unread then."""
    with suppress(OSError, RuntimeError):
        path = Path(os.environ.get("PGPASSFILE") or Path.home() / ".pgpass")
        if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            return path
    return None
