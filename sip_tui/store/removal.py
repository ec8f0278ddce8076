"""What a removed meeting leaves, which is the line when it was removed, and the copies that go with it."""

from __future__ import annotations

import os
import re
import shutil
import stat
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sip_tui.store.atomic import PRIVATE_FILE, sync
from sip_tui.store.index import Index, folder_names

LOG = "removed.log"
RESCUE = "sip-tui-rescue"
"""Folder of the copies that were made because an archive could not be written."""


def log_removal(root: Path, meeting_id: str, at: datetime | None = None) -> None:
    """Append when a meeting was removed, with its id."""
    line = f"{at or datetime.now(UTC):%Y-%m-%dT%H:%MZ} {meeting_id}\n"
    descriptor = os.open(root / LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
    try:
        os.write(descriptor, line.encode())
        sync(descriptor)
    finally:
        os.close(descriptor)


def rescue_copies(meeting_id: str) -> list[Path]:
    """List the copies that ``rescue_copy`` made of a meeting, in folders that are ours."""
    copy = re.compile(rf"{re.escape(meeting_id[:59])}-[0-9a-f]{{4}}")
    found: list[Path] = []
    for root in (root for parent in rescue_parents() for root in parent.glob(f"{RESCUE}*")):
        with suppress(OSError):
            status = root.lstat()
            if stat.S_ISDIR(status.st_mode) and (os.name != "posix" or status.st_uid == os.geteuid()):
                found += [root / name for name in filter(copy.fullmatch, folder_names(root))]
    return found


def remove_rescue_copies(meeting_id: str) -> None:
    """Remove the copies that ``rescue_copy`` made of a meeting, where they can be removed."""
    copies = rescue_copies(meeting_id)
    for folder in copies:
        shutil.rmtree(folder, ignore_errors=True)
    for root in {folder.parent for folder in copies}:
        with suppress(OSError):
            Index(root).remove_all_but(folder_names(root))


def rescue_parents() -> list[Path]:
    """Return where a copy is put when an archive cannot be written: the first that takes it."""
    import tempfile

    return [Path.home(), Path(tempfile.gettempdir()), Path("/dev/shm")]
