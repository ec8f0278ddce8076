"""Power cuts on a real ext4 file system in a loop file; needs the right to mount."""

from __future__ import annotations

import fcntl
import os
import random
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sip_tui.store import DiskFullError
from tests.faults.outcome import Outcome
from tests.helpers.archives import WriterProcess, create_meeting, splice
from tests.helpers.processes import Process, scribble_until_killed

SHUTDOWN = 0x8004587D
"""EXT4_IOC_SHUTDOWN."""
NO_LOG_FLUSH = struct.pack("I", 2)
SIZE = 24 * 2**20


def power_cuts(root: Path, times: int) -> Outcome:
    """The file system loses power (EXT4_IOC_SHUTDOWN, without flushing its log) while one or two processes write."""
    outcome, chance = Outcome(), random.Random(3)
    if not may_mount(root):
        outcome.remark = "not run: mounting is not allowed here"
        return outcome
    for turn in range(times):
        disk, place = root / f"disk{turn}", root / f"mount{turn}"
        writers = ["w0", "w1"][: 1 + turn % 2]
        with mounted(disk, place, fresh=True):
            create_meeting(place / "archive").leave()
            running = [Process(scribble_until_killed, str(place / "archive"), writer, 10_000, 7) for writer in writers]
            said, heard = dict.fromkeys(writers, 0), [True]
            ears = [
                threading.Thread(target=_hear, args=(p, w, said, heard)) for p, w in zip(running, writers, strict=True)
            ]
            for ear in ears:
                ear.start()
            time.sleep(0.2 + chance.random() * 0.6)
            # What is acknowledged while the power is being cut does not count.
            heard[0] = False
            before = dict(said)
            _cut(place)
            for process in running:
                process.kill()
            for ear in ears:
                ear.join()
        with mounted(disk, place):
            outcome.check(place / "archive", before)
        disk.unlink()
    return outcome


def _hear(process: Process, writer: str, said: dict[str, int], heard: list[bool]) -> None:
    try:
        while True:
            number = process.pipe.recv()
            if heard[0]:
                said[writer] = number
    except (EOFError, OSError):
        return


def _cut(place: Path) -> None:
    descriptor = os.open(place, os.O_RDONLY)
    try:
        fcntl.ioctl(descriptor, SHUTDOWN, NO_LOG_FLUSH)
    finally:
        os.close(descriptor)


@contextmanager
def mounted(disk: Path, place: Path, *, fresh: bool = False) -> Iterator[None]:
    """Mount a loop file; with ``fresh``, make a file system in it first."""
    place.mkdir(exist_ok=True)
    if fresh:
        with disk.open("wb") as file:
            file.truncate(SIZE)
        _run("mkfs.ext4", "-q", "-F", str(disk))
    _run("mount", "-o", "loop", str(disk), str(place))
    try:
        yield
    finally:
        _run("umount", "-l", str(place))


def may_mount(root: Path) -> bool:
    """Tell whether a loop file can be mounted here."""
    try:
        with mounted(root / "probe", root / "probed", fresh=True):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def full_disk(root: Path, times: int) -> Outcome:
    """A file system that is filled to its last block while somebody writes, and has room again."""
    outcome = Outcome()
    if not may_mount(root):
        outcome.remark = "not run: mounting is not allowed here"
        return outcome
    with mounted(root / "full", root / "place", fresh=True):
        archive, ballast, number = root / "place" / "archive", root / "place" / "ballast", 0
        create_meeting(archive).leave()
        writer = WriterProcess(archive, "w")
        for _ in range(times):
            _fill(ballast)
            while True:
                number += 1
                changes = writer.stamp(splice("w", len(writer.pad()), 0, f"{number};"))
                try:
                    writer.folder.append(changes)
                except DiskFullError:
                    break
            outcome.check(archive, {"w": number - 1})
            ballast.unlink()
            writer.folder.append(changes)
        writer.folder.checkpoint()
        outcome.check(archive, {"w": number})
        writer.folder.leave()
    return outcome


def _fill(ballast: Path) -> None:
    with ballast.open("wb", buffering=0) as file:
        for size in (2**20, 4096, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
