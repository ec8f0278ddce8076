"""Real processes at one meeting, told what to do over a pipe, and killed when the story says so."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import Any

from sip_tui.meeting.log.change import Change, Edit
from sip_tui.store import StoreError
from tests.helpers.archives import ID, WriterProcess, splice

CONTEXT: SpawnContext | ForkServerContext = multiprocessing.get_context("spawn")
if "forkserver" in multiprocessing.get_all_start_methods():
    CONTEXT = multiprocessing.get_context("forkserver")
    CONTEXT.set_forkserver_preload([__name__])


NOBODY = 65_534
"""The user without rights on Linux."""


def scribble(hand: WriterProcess, number: int) -> None:
    """Write the next word of this writer's pad, and count it in a field."""
    words = splice(hand.folder.writer, len(hand.pad()), 0, f"{number};")
    hand.write(words, Edit("goals", hand.folder.writer, "order", number))


def scribble_until_killed(pipe: Connection, root: str, writer: str, limit: int, every: int) -> None:
    """Write, acknowledge each word when it is saved, and write the meeting file now and then."""
    with suppress(StoreError):  # the disk may be taken away as well
        hand = WriterProcess(Path(root), writer)
        for number in range(1, limit + 1):
            scribble(hand, number)
            pipe.send(number)
            hand.poll()
            if number % every == 0:
                hand.folder.checkpoint()


def write_without_rights(pipe: Connection, parent: str, root: str, writer: str, limit: int) -> None:
    """Write words while the folder's rights are taken and given back; what is refused is saved again afterwards."""
    folder = Path(root) / ID
    WriterProcess(Path(root), f"{writer}first").type("1;")  # what is imported only then is out of reach of another user
    hand = WriterProcess(Path(root), writer)
    _become_owner(Path(parent))
    for number in range(1, limit + 1):
        changes = hand.stamp(splice(writer, len(hand.pad()), 0, f"{number};"))
        folder.chmod((0o500, 0)[number % 2])
        try:
            hand.folder.append(changes)
            hand.folder.checkpoint()
        except StoreError:
            folder.chmod(0o700)
            hand.folder.append(changes)
        folder.chmod(0o700)
        pipe.send(number)


def _become_owner(folder: Path) -> None:
    """Give everything to a user without rights of its own, and be that user: nothing is refused to root."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        os.setegid(NOBODY)
        os.seteuid(NOBODY)


def obey(pipe: Connection, root: str, writer: str) -> None:
    """Do what is asked, one call at a time, until the pipe closes."""
    hand = WriterProcess(Path(root), writer)
    while (order := pipe.recv()) is not None:
        name, *given = order
        try:
            pipe.send(ORDERS[name](hand, *given))
        except StoreError as error:
            pipe.send((type(error).__name__, str(error)))


def _limit(_hand: WriterProcess, size: int) -> None:
    # A process whose files may not grow meets the same refusals as one on a full disk.
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def _checkpoint(process: WriterProcess) -> None:
    process.folder.checkpoint()


def _append_again(hand: WriterProcess, changes: list[Change]) -> None:
    hand.folder.append(changes)


ORDERS: dict[str, Callable[..., Any]] = {
    "type": lambda hand, text: hand.type(text),
    "stamp": lambda hand, *edits: hand.stamp(*edits),
    "append": _append_again,
    "look": lambda process: process.poll(),
    "pad": lambda hand, row: hand.pad(row),
    "claim": lambda hand, seat: hand.folder.claim_seat(seat),
    "others": lambda hand: hand.folder.other_seats(),
    "checkpoint": lambda hand: hand.folder.checkpoint() and None,
    "limit": _limit,
}


class Process:
    """Another process, and the pipe to it."""

    def __init__(self, work: Callable[..., None], *given: object) -> None:
        self.pipe, other = CONTEXT.Pipe()
        self._process = CONTEXT.Process(target=work, args=(other, *given), daemon=True)
        self._process.start()
        other.close()

    def ask(self, *order: object) -> Any:
        self.pipe.send(order)
        return self.pipe.recv()

    def wait(self) -> int | None:
        self._process.join()
        return self._process.exitcode

    def kill(self) -> None:
        self._process.kill()
        self._process.join()

    def kill_after(self, acknowledgements: int) -> int:
        """Kill it when so many of its words are saved; return the last number that it had sent."""
        last = 0
        for _ in range(acknowledgements):
            last = self.pipe.recv()
        self.kill()
        last = self.acknowledged() or last
        self.pipe.close()
        return last

    def ended(self) -> int:
        """Wait until it has ended; return the last number that it has sent, 0 when it failed."""
        last = self.acknowledged()
        code = self.wait()
        self.pipe.close()
        return last if not code else 0

    def acknowledged(self) -> int:
        """The last number that had been sent when the process died."""
        last = 0
        try:
            while True:
                last = self.pipe.recv()
        except EOFError:
            return last


@contextmanager
def other(root: Path, writer: str) -> Iterator[Process]:
    """A process that has the meeting open and obeys."""
    process = Process(obey, str(root), writer)
    try:
        yield process
    finally:
        process.kill()
        process.pipe.close()
