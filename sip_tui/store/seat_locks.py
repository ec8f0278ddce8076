"""Who sits where: one locked file a seat, let go by the kernel when the process ends."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from sip_tui.store.errors import translating_os_errors
from sip_tui.store.journal import SUFFIX, writer_lock
from sip_tui.store.locks import MEETING_LOCK, is_locked, locked, try_lock

if TYPE_CHECKING:
    from filelock import BaseFileLock

SEAT = ".seat"


class SeatLocks:
    """The seats of one meeting, as this process sees them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._locks: dict[str, BaseFileLock] = {}

    def claim(self, seat: str) -> str:
        """Take the seat, or ``seat-2``, ``seat-3``, … when it is taken; give its name."""
        with locked(self._folder / MEETING_LOCK), translating_os_errors(self._folder):
            for number in count(1):
                name = str(seat) if number == 1 else f"{seat}-{number}"
                if name not in self._locks and (lock := try_lock(self._file(name))):
                    self._locks[name] = lock
                    return name
        raise AssertionError("counting has no end")

    def others(self) -> list[str]:
        """The seats that other living processes hold; the meeting's lock is held by the caller."""
        found = sorted(path.stem for path in self._folder.glob(f"*{SEAT}"))
        return [name for name in found if name not in self._locks and is_locked(self._file(name))]

    def release(self, seat: str) -> None:
        """Give up one seat; nothing when this process does not hold it."""
        if lock := self._locks.pop(seat, None):
            lock.release()

    def leave(self) -> None:
        """Give up every seat of this process."""
        for lock in self._locks.values():
            lock.release()
        self._locks.clear()

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}{SEAT}"


def living_writers(folder: Path, own: str) -> list[str]:
    """The other processes that have written a journal here and are still alive."""
    journals = (path for path in folder.glob(f"*{SUFFIX}") if path.name != own)
    return sorted(path.stem for path in journals if is_locked(writer_lock(path)))
