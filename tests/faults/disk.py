"""Faults of processes and disks, caused in the store: kills, refusals, clocks."""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from sip_tui.meeting.log.change import Edit
from sip_tui.store import Archive, StoreError
from tests.faults.damage import prepared
from tests.faults.outcome import Outcome
from tests.helpers.archives import ID, WriterProcess, cell_value, create_meeting, splice
from tests.helpers.failing_disk import failing
from tests.helpers.kill_points import survives
from tests.helpers.processes import Process, other, scribble_until_killed, write_without_rights

Work = Callable[[Path], None]
"""Does something to the archive in a folder."""
ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE)


def killed_writers(root: Path, times: int, at_once: int = 1) -> Outcome:
    """SIGKILL of writing processes at random moments, with checkpoints; every fifth time the meeting is closed."""
    outcome, chance = Outcome(), random.Random(1)
    for turn in range(times // at_once):
        place = root / str(turn)
        create_meeting(place).leave()
        writers = [f"w{number}" for number in range(at_once)]
        running = [Process(scribble_until_killed, str(place), writer, 10_000, 7) for writer in writers]
        said = {
            writer: process.kill_after(chance.randrange(60)) for writer, process in zip(writers, running, strict=True)
        }
        outcome.check(place, said)
        if turn % 5 == 0:
            Archive(place).open(ID).close()
            outcome.check(place, said)
        shutil.rmtree(place)
    return outcome


def two_killed_writers(root: Path, times: int) -> Outcome:
    """The same with two writers at one meeting."""
    return killed_writers(root, times, at_once=2)


def create(root: Path) -> None:
    create_meeting(root).leave()


def write(root: Path) -> None:
    writer = WriterProcess(root, "late")
    writer.type("1;")
    writer.folder.checkpoint()


def close(root: Path) -> None:
    Archive(root).open(ID).close()


def restore(root: Path) -> None:
    (root / ID / "meeting.json").write_bytes(b"{")
    Archive(root).open(ID).restore()


WORK: tuple[Work, ...] = (write, close, restore)


def killed_at_every_change(root: Path, _times: int) -> Outcome:
    """SIGKILL before every call that changes the disk: creating, writing, checkpoint, closing, restoring."""
    outcome = Outcome()
    for number in count(1):
        place = root / f"new{number}"
        finished = survives(number, create_meeting, place)
        outcome.tries += 1
        outcome.unreadable += any(entry.damaged for entry in Archive(place).entries())
        if finished:
            break
    for work in WORK:
        for number in count(1):
            place = root / f"{work.__name__}{number}"
            prepared(place)
            finished = survives(number, work, place)
            if work is restore:
                Archive(place).open(ID).restore()
            outcome.check(place, {"w": 3})
            if finished:
                break
    return outcome


def refused_at_every_change(root: Path, _times: int) -> Outcome:
    """ENOSPC, EDQUOT, EIO, EROFS and EMFILE at every such call, once and for good."""
    outcome = Outcome()
    for error in ERRORS:
        for for_good in (False, True):
            for work in (create, *WORK):
                refuse_each(outcome, root, work, error, for_good=for_good)
    return outcome


def refuse_each(outcome: Outcome, root: Path, work: Work, error: int, *, for_good: bool) -> None:
    """Let every change that the work makes fail in its turn, and see what is left each time."""
    for number in count(1):
        place = root / f"{work.__name__}{error}{for_good}{number}"
        if work is not create:
            prepared(place)
        with failing(number, error, for_good=for_good) as left:
            try:
                work(place)
            except StoreError:
                pass
            except OSError:
                outcome.remark = "an error of the system came through as it is"
                outcome.lost += 1
        if work is create:
            outcome.tries += 1
            outcome.unreadable += any(entry.damaged for entry in Archive(place).entries())
        else:
            if work is restore:
                Archive(place).open(ID).restore()
            outcome.check(place, {"w": 3})
        shutil.rmtree(place, ignore_errors=True)
        if left[0] > 0:
            return


def two_checkpointing(root: Path, times: int) -> Outcome:
    """Two processes that write the meeting file after every word, at the same time."""
    outcome = Outcome()
    for turn in range(times):
        place = root / str(turn)
        create_meeting(place).leave()
        writers = ("w1", "w2")
        running = [Process(scribble_until_killed, str(place), writer, 20, 1) for writer in writers]
        outcome.check(place, {writer: process.ended() for writer, process in zip(writers, running, strict=True)})
    return outcome


def rights_taken(root: Path, times: int) -> Outcome:
    """Rights to the meeting's folder taken while it is written, one way and then all, and given back."""
    outcome, place = Outcome(), root / "archive"
    if not hasattr(os, "seteuid"):
        outcome.remark = "not run: there are no such rights here"
        return outcome
    create_meeting(place).leave()
    for turn in range(times):
        writer = f"w{turn}"
        outcome.check(place, {writer: Process(write_without_rights, str(root), str(place), writer, 6).ended()})
    outcome.remark = "what is refused is said in a sentence, and saved when the rights are back"
    return outcome


def many_writers(root: Path, times: int) -> Outcome:
    """Processes that append to one meeting at the same time, each with checkpoints."""
    create_meeting(root).leave()
    writers = [f"w{number:02}" for number in range(times)]
    running = [Process(scribble_until_killed, str(root), writer, 40, 9) for writer in writers]
    said = {writer: process.acknowledged() for writer, process in zip(writers, running, strict=True)}
    for process in running:
        process.wait()
        process.pipe.close()
    outcome = Outcome()
    outcome.check(root, said)
    outcome.tries = times
    return outcome


def wrong_clocks(root: Path, times: int) -> Outcome:
    """Two writers of one cell, with clocks set back, ahead and apart: both sides agree, and the newest value holds."""
    outcome, chance = Outcome(), random.Random(2)
    create_meeting(root).leave()
    left, right = WriterProcess(root, "a"), WriterProcess(root, "b")
    hour = 3_600_000
    for number in range(times):
        writer, reader = (left, right) if number % 2 else (right, left)
        millis = 1_795_780_800_000 + chance.choice((-24 * 365, -24, -1, 0, 1, 24, 24 * 365)) * hour
        changes = writer.ledger.stamp([Edit("goals", "g", "text", str(number))], millis, writer.folder.writer)
        writer.ledger.add(changes)
        writer.folder.append(changes)
        reader.poll()
        outcome.tries += 1
        outcome.acknowledged += 1
        outcome.lost += cell_value(reader.ledger, "goals", "g", "text") != str(number)
    for process in (left, right):
        process.folder.leave()
    return outcome


def size_limit(root: Path, times: int) -> Outcome:
    """A file that may not grow, as on a full disk, and room again: nothing is lost and the same changes are saved."""
    outcome = Outcome()
    create_meeting(root).leave()
    with other(root, "w") as process:
        for number in range(1, times + 1):
            process.ask("limit", (root / ID / "w.journal").stat().st_size + 10 if number > 1 else 10)
            changes = process.ask("stamp", splice("w", sum(len(f"{n};") for n in range(1, number)), 0, f"{number};"))
            refused = process.ask("append", changes)
            outcome.lost += refused[0] != "DiskFullError"
            outcome.check(root, {"w": number - 1})
            process.ask("limit", 10_000_000)
            process.ask("append", changes)
    outcome.check(root, {"w": times})
    return outcome


def no_descriptors(root: Path, times: int) -> Outcome:
    """EMFILE: every descriptor of the process is taken while it writes; lines are saved, checkpoints refused."""
    import resource

    outcome = Outcome()
    create_meeting(root).leave()
    writer, limits = WriterProcess(root, "w"), resource.getrlimit(resource.RLIMIT_NOFILE)
    writer.type("1;")
    for number in range(2, times + 2):
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, limits[1]))
        taken = list(_all_descriptors())
        try:
            writer.type(f"{number};")
            writer.folder.checkpoint()
        except StoreError:
            outcome.remark = "lines are saved, checkpoints are refused in a sentence"
        finally:
            for descriptor in taken:
                os.close(descriptor)
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        outcome.check(root, {"w": number})
    writer.folder.leave()
    return outcome


def _all_descriptors() -> Iterator[int]:
    try:
        while True:
            yield os.open(os.devnull, os.O_RDONLY)
    except OSError:
        return
