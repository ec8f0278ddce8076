"""What is taken away when a meeting is closed or purged, and what a killed process has left."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sip_tui.store.atomic import replace_whole, sync_folder
from sip_tui.store.checkpoint import MEETING
from sip_tui.store.errors import NotWritable
from sip_tui.store.journal_reader import JournalReader
from sip_tui.store.locks import MEETING_LOCK, try_lock

DAMAGED = ".damaged"
_KEPT = re.compile(rf"{re.escape(MEETING)}|{re.escape(MEETING_LOCK)}")


def keep_damaged(journal: Path) -> None:
    """Copy a damaged journal beside itself, once; an archive that may not be written keeps the journal alone."""
    copy = journal.with_name(journal.name + DAMAGED)
    with suppress(OSError):
        if not copy.exists():
            replace_whole(copy, journal.read_bytes())


def clear(folder: Path, unresolved: Iterable[JournalReader]) -> None:
    """Remove all but the meeting file, and of a journal with unread lines those lines.

    The meeting's lock stays: a waiting process holds the file that it opened, and would not see that it is gone.
    """
    keep = set()
    for follower in unresolved:
        copy = follower.path.with_name(follower.path.name + DAMAGED)
        replace_whole(copy, follower.path.read_bytes()[follower.offset :])
        keep.add(copy.name)
    for path in list(folder.iterdir()):
        if path.name not in keep and not _KEPT.fullmatch(path.name):
            path.unlink()
    sync_folder(folder)


def remove(folder: Path) -> None:
    """Remove a meeting with everything in it."""
    shutil.rmtree(folder)
    sync_folder(folder.parent)


def sweep(folder: Path) -> None:
    """Remove the temporary files of a killed process, unless somebody is writing one just now."""
    left = list(folder.glob("*.tmp"))
    if not left:
        return
    with suppress(OSError, NotWritable):
        if lock := try_lock(folder / MEETING_LOCK):
            for path in left:
                path.unlink(missing_ok=True)
            lock.release()
