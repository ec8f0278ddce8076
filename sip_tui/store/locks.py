"""Locks that the kernel gives back when a process dies, however it dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING

from sip_tui.i18n.translation import _
from sip_tui.store.atomic import PRIVATE_FILE
from sip_tui.store.errors import MeetingInUseError, translating_os_errors

if TYPE_CHECKING:
    from filelock import BaseFileLock

MEETING_LOCK = "meeting.lock"
"""Held while the meeting file is written, while a seat is taken and while a journal is made."""
LOCK_TIMEOUT = 10.0
"""Seconds that one process waits for another's checkpoint."""


def try_lock(path: Path) -> BaseFileLock | None:
    """Take the lock at once, or give None when a living process holds it; raise OSError when it cannot be made."""
    from filelock import Timeout

    lock = _lock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    return lock


def is_locked(path: Path) -> bool:
    """True when a living process holds the lock, or when that cannot be known."""
    if not path.exists():
        return False
    try:
        lock = try_lock(path)
    except OSError:
        return True
    if lock is None:
        return True
    lock.release()
    return False


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock; raise InUse when another process keeps it for longer than anybody writes."""
    from filelock import Timeout

    with translating_os_errors(path.parent):
        lock = _lock(path)
        try:
            lock.acquire(timeout=LOCK_TIMEOUT, poll_interval=0.01)
        except Timeout:
            raise MeetingInUseError(_("Another sip-tui is saving this meeting; try again in a moment.")) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def locked_if_free(path: Path) -> Iterator[bool]:
    """Hold the lock if nobody has it just now, and say whether it is held; nobody waits."""
    with translating_os_errors(path.parent):
        lock = try_lock(path)
    try:
        yield lock is not None
    finally:
        if lock:
            lock.release()


def _lock(path: Path) -> BaseFileLock:
    # The import takes longer than opening a meeting does, and somebody who only reads needs no lock.
    from filelock import FileLock

    # The library would make the folder of a purged meeting again.
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path))
    return FileLock(path, mode=PRIVATE_FILE, thread_local=False)
