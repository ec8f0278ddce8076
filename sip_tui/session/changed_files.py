"""What the system tells of a folder: the names of the files that somebody has written, as soon as they have.

On Linux this is inotify itself, which wakes nobody while nothing happens. Elsewhere it is watchfiles, whose backend
looks at what the system has said twenty times a second.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from struct import unpack_from
from threading import Event

MODIFIED, MOVED_HERE, CREATED = 0x2, 0x80, 0x100
"""What is listened for: linux/inotify.h."""
HEAD = "iIII"
HEAD_BYTES = 16
STEP = 50
"""Milliseconds between two looks of watchfiles."""


def changed_files(folder: Path, stopped: Event, seconds: float) -> Iterator[Iterable[str]]:
    """Yield the names of files that were written; none when it begins to listen, and after so many seconds of silence.

    Raises:
        OSError: The folder is gone, or the system has no watch left to give.
    """
    return (_by_inotify if sys.platform == "linux" else _by_watchfiles)(folder, stopped, seconds)


def _by_inotify(folder: Path, stopped: Event, seconds: float) -> Iterator[Iterable[str]]:
    from ctypes import CDLL  # not needed for the first frame

    libc = CDLL(None, use_errno=True)
    with open(_checked(libc.inotify_init1(os.O_CLOEXEC | os.O_NONBLOCK)), "rb", buffering=0) as system:
        _checked(libc.inotify_add_watch(system.fileno(), os.fsencode(folder), MODIFIED | MOVED_HERE | CREATED))
        poll = select.poll()
        poll.register(system, select.POLLIN)
        yield ()
        while not stopped.is_set():
            yield _names(system.read(65_536) or b"") if poll.poll(seconds * 1000) else ()


def _checked(result: int) -> int:
    if result < 0:
        from ctypes import get_errno

        raise OSError(get_errno(), os.strerror(get_errno()))
    return result


def _names(events: bytes) -> Iterator[str]:
    place = 0
    while place < len(events):
        *_rest, size = unpack_from(HEAD, events, place)
        place += HEAD_BYTES + size
        yield os.fsdecode(events[place - size : place].rstrip(b"\0"))


def _by_watchfiles(folder: Path, stopped: Event, seconds: float) -> Iterator[Iterable[str]]:
    from watchfiles._rust_notify import RustNotify  # the backend, as its documentation shows it

    with RustNotify([str(folder)], False, False, 0, False, False) as system:
        yield ()
        while not stopped.is_set():
            events = system.watch(STEP, STEP, int(seconds * 1000), stopped)
            yield () if isinstance(events, str) else [os.path.basename(path) for _kind, path in events]  # noqa: PTH119
