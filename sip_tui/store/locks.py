"""File locks that the kernel releases when their process dies: the meeting's lock and one lock per seat."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EAGAIN, ENOENT, ENOSYS
from itertools import count
from pathlib import Path
from typing import Protocol

from sip_tui.i18n.translation import _
from sip_tui.paths import OPEN_FLAGS
from sip_tui.store.atomic import PRIVATE_FILE
from sip_tui.store.errors import MeetingInUseError, translating_os_errors

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows
    flock = None  # type: ignore[assignment]

MEETING_LOCK = "meeting.lock"
"""Held while the checkpoint is written or a journal is created."""
SEATS_LOCK = "seats.lock"
"""Held for a moment while a seat is claimed or the seats are looked at: the screen may wait for it."""
LOCK_TIMEOUT = 10.0
"""Seconds to wait for another process's checkpoint."""
RETRY_INTERVAL = 0.01
"""Seconds between two attempts."""
_OPEN = os.O_CREAT | os.O_RDWR | OPEN_FLAGS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


class Lock(Protocol):
    """A lock that is held."""

    def release(self) -> object:
        """Let others take it; the file stays, as removing it would let two processes lock two files of one name."""


class _DescriptorLock:
    """A lock that the kernel keeps with an open file."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Close the file."""
        os.close(self._descriptor)


def try_lock(path: Path) -> Lock | None:
    """Take the lock without waiting; None when another process holds it; raise OSError when it cannot be created."""
    if flock is None:
        return _try_filelock(path)
    descriptor, held = os.open(path, _OPEN, PRIVATE_FILE), False
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
        # Nobody else can have locked the name anew when the file still has one.
        held = bool(os.fstat(descriptor).st_nlink)
    except OSError as error:
        if error.errno == ENOSYS:
            return _try_filelock(path)
        if error.errno not in {EACCES, EAGAIN}:
            raise
    finally:
        if not held:
            os.close(descriptor)
    return _DescriptorLock(descriptor) if held else None


def _try_filelock(path: Path) -> Lock | None:
    """Take the lock on Windows and on disks without ``flock``; imported here, it takes a twentieth of the start."""
    from filelock import FileLock, Timeout

    # filelock would create the folder of a purged meeting again.
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path))
    lock = FileLock(path, mode=PRIVATE_FILE, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    return lock


def is_locked(path: Path) -> bool:
    """Tell whether a living process holds the lock; True when that cannot be known."""
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
    """Hold the lock; raise MeetingInUseError after LOCK_TIMEOUT."""
    with translating_os_errors(path.parent):
        lock, deadline = try_lock(path), time.monotonic() + LOCK_TIMEOUT
        while lock is None and time.monotonic() < deadline:
            time.sleep(RETRY_INTERVAL)
            lock = try_lock(path)
    if lock is None:
        raise MeetingInUseError(_("Another window is saving this meeting just now. Try again in a moment."))
    try:
        yield
    finally:
        lock.release()


SEAT = ".seat"


class SeatLocks:
    """The seats of one meeting: those that this process holds, and those that others hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._locks: dict[str, Lock] = {}

    def claim(self, seat: str) -> str:
        """Take the seat, or ``seat-2``, ``seat-3``, … when it is taken; return its name."""
        with locked(self._folder / SEATS_LOCK), translating_os_errors(self._folder):
            for number in count(1):
                name = str(seat) if number == 1 else f"{seat}-{number}"
                if name not in self._locks and (lock := try_lock(self._file(name))):
                    self._locks[name] = lock
                    return name
        raise AssertionError("unreachable: the count never ends")

    def others(self) -> list[str]:
        """List the seats that other living processes hold."""
        with locked(self._folder / SEATS_LOCK):
            return self._others()

    def others_now(self) -> list[str] | None:
        """List them without waiting; None when that needs waiting."""
        with translating_os_errors(self._folder):
            lock = try_lock(self._folder / SEATS_LOCK)
        if lock is None:
            return None
        try:
            return self._others()
        finally:
            lock.release()

    def _others(self) -> list[str]:
        found = sorted(path.stem for path in self._folder.glob(f"*{SEAT}"))
        return [name for name in found if name not in self._locks and is_locked(self._file(name))]

    def release(self, seat: str) -> None:
        """Release one seat, if this process holds it."""
        if lock := self._locks.pop(seat, None):
            lock.release()

    def release_all(self) -> None:
        """Release every seat of this process."""
        for lock in self._locks.values():
            lock.release()
        self._locks.clear()

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}{SEAT}"


class SeatedFolder:
    """A meeting's folder, as far as its seats are concerned."""

    _seats: SeatLocks

    def claim_seat(self, seat: str) -> str:
        """Take a seat for as long as this process lives: its name, or ``seat-2``, … when it is taken."""
        return self._seats.claim(seat)

    def release_seat(self, seat: str) -> None:
        """Release a seat of this process."""
        self._seats.release(seat)

    def other_seats(self) -> list[str]:
        """List the seats that other living processes hold."""
        return self._seats.others()

    def other_seats_now(self) -> list[str] | None:
        """List them without waiting; None when another process is looking at them."""
        return self._seats.others_now()
