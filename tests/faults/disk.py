"""Faults of processes and disks, caused in the store: kills, refusals, torn and changed files, clocks."""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from sip_tui.meeting.log.change import Edit
from sip_tui.store import Archive, StoreError
from tests.faults.outcome import Outcome
from tests.helpers.archives import ID, WriterProcess, cell_value, create_meeting, load, normalized, pad, splice
from tests.helpers.failing_disk import failing
from tests.helpers.kill_points import survives
from tests.helpers.processes import Process, other, scribble_until_killed

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
            writer: _kill_after(process, chance.randrange(60)) for writer, process in zip(writers, running, strict=True)
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


def _kill_after(process: Process, acknowledgements: int) -> int:
    last = 0
    for _ in range(acknowledgements):
        last = process.pipe.recv()
    process.kill()
    last = process.acknowledged() or last
    process.pipe.close()
    return last


def _prepared(root: Path) -> None:
    create_meeting(root).leave()
    writer = WriterProcess(root, "w")
    for number in range(1, 4):
        writer.type(f"{number};")
        writer.folder.checkpoint()
    writer.folder.leave()


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
            _prepared(place)
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
            _prepared(place)
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


def torn_journals(root: Path, _times: int) -> Outcome:
    """A journal cut at every byte of its last line."""
    _prepared(root)
    writer = WriterProcess(root, "late")
    writer.type("1;")
    outcome, journal = Outcome(), root / ID / "late.journal"
    whole = journal.read_bytes()
    writer.folder.leave()
    for size in range(len(whole)):
        journal.write_bytes(whole[:size])
        outcome.check(root, {"w": 3})
    return outcome


def flipped_journal_bits(root: Path, _times: int) -> Outcome:
    """One bit flipped in every byte of a journal: what the checkpoint holds stays, and the rest is warned about."""
    create_meeting(root).leave()
    writer = WriterProcess(root, "w")
    for number in range(1, 6):
        writer.type(f"{number};")
    outcome, journal = Outcome(), root / ID / "w.journal"
    whole = journal.read_bytes()
    writer.folder.leave()
    for place in range(len(whole)):
        journal.write_bytes(_flipped(whole, place))
        folder = Archive(root).open(ID)
        words = pad(folder.load(), "w")
        outcome.tries += 1
        outcome.lost += not "1;2;3;4;5;".startswith(words) or (words != "1;2;3;4;5;" and not folder.warnings)
    outcome.remark = "words after the flipped byte are warned about, and the file is kept"
    return outcome


def flipped_checkpoint_bits(root: Path, _times: int) -> Outcome:
    """One bit flipped in every byte of meeting.json: refused, or warned about, and put back by doctor."""
    _prepared(root)
    outcome, file = Outcome(), root / ID / "meeting.json"
    whole, expected = file.read_bytes(), normalized(load(root))
    for place in range(len(whole)):
        file.write_bytes(_flipped(whole, place))
        folder = Archive(root).open(ID)
        outcome.tries += 1
        with suppress(StoreError):
            outcome.lost += normalized(folder.load()) != expected and not folder.warnings
        folder.restore()
        outcome.unreadable += normalized(load(root)) != expected
        for left in file.parent.glob("*damaged*"):
            left.unlink()
    return outcome


def flipped_index_bits(root: Path, _times: int) -> Outcome:
    """One bit flipped in every byte of the index, and the index gone, empty or rubbish."""
    _prepared(root)
    outcome, file, expected = Outcome(), root / "index.json", Archive(root).entries()
    whole = file.read_bytes()
    for data in (b"", b"{", b"\0" * 99, *(_flipped(whole, place) for place in range(len(whole)))):
        file.write_bytes(data)
        outcome.tries += 1
        outcome.unreadable += Archive(root).entries() != expected
    return outcome


def _flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :]


def older_checkpoint(root: Path, times: int) -> Outcome:
    """An older meeting.json put back, every other time while the meeting is open."""
    outcome = Outcome()
    create_meeting(root).leave()
    writer, file = WriterProcess(root, "w"), root / ID / "meeting.json"
    for number in range(1, times + 1):
        older = file.read_bytes()
        writer.type(f"{number};")
        writer.folder.checkpoint()
        file.write_bytes(older)
        if number % 2:
            writer.folder.checkpoint()
        outcome.check(root, {"w": number})
    writer.folder.leave()
    return outcome


def lost_names(root: Path, times: int) -> Outcome:
    """The journal or meeting.json removed while the meeting is open."""
    outcome = Outcome()
    create_meeting(root).leave()
    writer = WriterProcess(root, "w")
    for number in range(1, times + 1):
        writer.type(f"{number};")
        (root / ID / ("w.journal" if number % 2 else "meeting.json")).unlink()
        writer.folder.verify()
        if writer.folder.checkpoint_missing:
            writer.folder.replace_checkpoint(writer.ledger)
        outcome.check(root, {"w": number})
    writer.folder.leave()
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
