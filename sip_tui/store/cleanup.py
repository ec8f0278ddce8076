"""What is taken away when a meeting is closed or purged, and what a killed process has left."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sip_tui.store.atomic import sync_directory, write_atomically
from sip_tui.store.checkpoint import CHECKPOINT
from sip_tui.store.errors import NotWritableError
from sip_tui.store.journal_reader import JournalReader
from sip_tui.store.locks import MEETING_LOCK, try_lock

DAMAGED = ".damaged"
_KEPT = re.compile(rf"{re.escape(CHECKPOINT)}|{re.escape(MEETING_LOCK)}")


def copy_damaged(journal: Path) -> None:
    """Copy a damaged journal beside itself, once; an archive that may not be written keeps the journal alone."""
    copy = journal.with_name(journal.name + DAMAGED)
    with suppress(OSError):
        if not copy.exists():
            write_atomically(copy, journal.read_bytes())


def remove_history(folder: Path, unresolved: Iterable[JournalReader]) -> None:
    """Remove all but the meeting file, and of a journal with unread lines those lines.

    The meeting's lock stays: a waiting process holds the file that it opened, and would not see that it is gone.
    """
    keep = set()
    for follower in unresolved:
        copy = follower.path.with_name(follower.path.name + DAMAGED)
        write_atomically(copy, follower.path.read_bytes()[follower.offset :])
        keep.add(copy.name)
    for path in list(folder.iterdir()):
        if path.name not in keep and not _KEPT.fullmatch(path.name):
            path.unlink()
    sync_directory(folder)


def remove_folder(folder: Path) -> None:
    """Remove a meeting with everything in it."""
    shutil.rmtree(folder)
    sync_directory(folder.parent)


def remove_temporary_files(folder: Path) -> None:
    """Remove the temporary files of a killed process, unless somebody is writing one just now."""
    left = list(folder.glob("*.tmp"))
    if not left:
        return
    with suppress(OSError, NotWritableError):
        if lock := try_lock(folder / MEETING_LOCK):
            for path in left:
                path.unlink(missing_ok=True)
            lock.release()
