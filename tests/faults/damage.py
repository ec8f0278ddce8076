"""Files that a crash or a bad disk has changed: half a line, a flipped bit, an older copy."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sip_tui.store import Archive, StoreError
from tests.faults.outcome import Outcome
from tests.helpers.archives import ID, WriterProcess, create_meeting, load, normalized, pad


def prepared(root: Path) -> None:
    """Create a meeting of three lines, of which the checkpoint holds all."""
    create_meeting(root).leave()
    writer = WriterProcess(root, "w")
    for number in range(1, 4):
        writer.type(f"{number};")
        writer.folder.checkpoint()
    writer.folder.leave()


def torn_journals(root: Path, _times: int) -> Outcome:
    """A journal cut at every byte of its last line."""
    prepared(root)
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
    prepared(root)
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
    prepared(root)
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
