"""Journals that travel: the lines that were written here, and copies of the lines that were written elsewhere.

A line's place is its writer and its sequence, its number in its writer's journal. The journal of a writer on another
machine is kept as a replica: the same lines, after a heading that says which sequence comes first. Only whoever holds
SYNC_LOCK writes replicas.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sip_tui.i18n.translation import _
from sip_tui.paths import OPEN_FLAGS, read_file
from sip_tui.store.atomic import (
    MAX_FILE,
    from_json,
    replace_file,
    sync,
    sync_directory,
    to_bytes,
    to_json,
    write_atomically,
)
from sip_tui.store.codec import PLAIN, Codec
from sip_tui.store.errors import MeetingInUseError, in_use_error, translating_os_errors
from sip_tui.store.journal import SUFFIX, VERSION, LineError, decode_line, payload_of, with_checksum
from sip_tui.store.journal_reader import read_synced
from sip_tui.store.locks import MEETING_LOCK, is_locked, locked

MAX_STATE = 1_000_000
SYNC_FILE, SYNC_STATE, SYNC_LOCK = "sync.json", "sync-state.json", "sync.lock"
"""How a meeting is shared; how far that has come; who sees to it."""
WRITER = re.compile(r"[A-Za-z0-9]{1,32}")
_HEADING = "replica"


@dataclass(slots=True)
class TravellingJournal:
    """One journal of a meeting, own or a replica, read line by line."""

    path: Path
    codec: Codec = PLAIN
    first: int = 1
    """The sequence of its first line."""
    replica: bool = False
    last: int = 0
    """The sequence of the last line that was read."""
    offset: int = 0
    number: int = 0
    """How many lines of the file have been read."""

    @property
    def writer(self) -> str:
        """The writer that its lines are by."""
        return self.path.stem

    def read(self) -> list[tuple[int, bytes]]:
        """Return the whole lines since last time: sequence and payload; stop before a line that is damaged."""
        found: list[tuple[int, bytes]] = []
        while True:
            begun, data = self.offset, read_synced(self.path, self.offset)
            found += self._read_lines(data.split(b"\n")[:-1])
            if len(data) < MAX_FILE or self.offset == begun:
                return found

    def _read_lines(self, lines: Sequence[bytes]) -> list[tuple[int, bytes]]:
        found: list[tuple[int, bytes]] = []
        for line in lines:
            try:
                payload = payload_of(line, self.codec, self.writer, self.number)
            except ValueError:
                break
            if self.number == 0 and (first := _first_of(payload)):
                self.first, self.replica, self.last = first, True, first - 1
            else:
                self.last += 1
                found.append((self.last, payload))
            self.offset += len(line) + 1
            self.number += 1
        return found


def travelling_journals(
    folder: Path, codec: Codec = PLAIN, known: dict[str, TravellingJournal] | None = None
) -> Iterator[TravellingJournal]:
    """List the journals of a folder; ``known`` remembers how far each has been read."""
    known = {} if known is None else known
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if WRITER.fullmatch(path.stem) and path.is_file():
            yield known.setdefault(path.stem, TravellingJournal(path, codec))


class ReplicaWriter:
    """Writes the replicas of one meeting."""

    def __init__(self, folder: Path, codec: Codec = PLAIN) -> None:
        self._folder, self._codec = folder, codec

    def append(self, journal: TravellingJournal, payloads: Sequence[bytes]) -> None:
        """Append the lines that follow the last one of a replica, synced; begin the replica when there is none.

        Raises:
            LineError: A payload is no batch of changes, or the writer's name is no name; nothing was written.
            StoreError: The disk does not take them.
        """
        for payload in payloads:
            decode_line(with_checksum(payload)[:-1])
        if not WRITER.fullmatch(journal.writer):
            raise LineError
        with translating_os_errors(journal.path):
            if not journal.path.exists():
                self._begin(journal)
            self._extend(journal, payloads)

    def _begin(self, journal: TravellingJournal) -> None:
        heading = to_bytes(to_json({"v": VERSION, "changes": [], _HEADING: {"first": journal.last + 1}}))
        # Whoever closes the meeting holds this lock, so that no journal appears while others are being removed.
        with locked(self._folder / MEETING_LOCK):
            write_atomically(journal.path, self._line(heading, journal.writer, 0))
        journal.first, journal.replica, journal.number = journal.last + 1, True, 1
        journal.offset = journal.path.stat().st_size

    def _extend(self, journal: TravellingJournal, payloads: Sequence[bytes]) -> None:
        lines = [self._line(item, journal.writer, number) for number, item in enumerate(payloads, journal.number)]
        descriptor = os.open(journal.path, os.O_WRONLY | OPEN_FLAGS)
        try:
            # What a killed process has left of a line goes.
            os.ftruncate(descriptor, journal.offset)
            os.lseek(descriptor, 0, os.SEEK_END)
            _write_whole(descriptor, b"".join(lines))
        finally:
            os.close(descriptor)
        journal.offset += sum(map(len, lines))
        journal.number += len(lines)
        journal.last += len(lines)

    def _line(self, payload: bytes, writer: str, number: int) -> bytes:
        return with_checksum(self._codec.encode(payload, writer, number))


def _write_whole(descriptor: int, data: bytes) -> None:
    """Write all of it, or nothing."""
    size = os.fstat(descriptor).st_size
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        sync(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, size)
        raise


def _first_of(payload: bytes) -> int:
    """Return the first sequence that a replica's heading names; 0 for a line of changes."""
    if b'"replica"' not in payload[:40]:
        return 0
    batch: Any = from_json(payload)
    heading = batch.get(_HEADING) if isinstance(batch, dict) else None
    first = heading.get("first") if isinstance(heading, dict) else 0
    return first if isinstance(first, int) and first > 0 else 0


@dataclass(slots=True)
class SyncState:
    """How far the lines of a meeting have travelled; always a little behind, never ahead."""

    sent: dict[str, int] = field(default_factory=dict)
    """Writer of this machine → the sequence up to which the database has its lines."""
    received: dict[str, int] = field(default_factory=dict)
    """Writer elsewhere → the sequence up to which its lines are here, in a replica or in a closed checkpoint."""
    status: dict[str, Any] = field(default_factory=dict)
    """What the header says, for the other processes of this machine."""

    @classmethod
    def read(cls, folder: Path) -> SyncState:
        """Read it; an empty one when there is none."""
        try:
            found = from_json(read_file(folder / SYNC_STATE, MAX_STATE))
            parts = [found[name] for name in ("sent", "received", "status")]
        except (OSError, ValueError, KeyError, TypeError):
            return cls()
        return cls(_counts(parts[0]), _counts(parts[1]), parts[2] if isinstance(parts[2], dict) else {})

    def write(self, folder: Path, *, durable: bool = False) -> None:
        """Replace it."""
        data = {"sent": self.sent, "received": self.received, "status": self.status}
        write = write_atomically if durable else replace_file
        write(folder / SYNC_STATE, to_bytes(to_json(data)))


def _counts(found: object) -> dict[str, int]:
    pairs = found.items() if isinstance(found, dict) else ()
    return {str(writer): count for writer, count in pairs if type(count) is int and count > 0}


def is_shared(folder: Path) -> bool:
    """Tell whether a meeting is shared through a database."""
    return (folder / SYNC_FILE).exists()


def forget_sharing(folder: Path) -> None:
    """Forget how a meeting is shared, its key first; the lines of others stay with it."""
    with translating_os_errors(folder):
        for name in (SYNC_FILE, SYNC_STATE):
            (folder / name).unlink(missing_ok=True)
        sync_directory(folder)


def write_anew(folder: Path, former: Codec, codec: Codec) -> None:
    """Write how a meeting is shared with another codec: the key in it is sealed as the meeting is."""
    path = folder / SYNC_FILE
    if path.exists():
        write_atomically(path, codec.encode(former.decode(path.read_bytes(), SYNC_FILE, 0), SYNC_FILE, 0))


def unsent_lines(folder: Path, codec: Codec, sent: Mapping[str, int]) -> list[bytes]:
    """Return the lines that were written here and that the database is not known to have."""
    unsent: list[bytes] = []
    for journal in travelling_journals(folder, codec):
        lines = journal.read()
        if not journal.replica:
            unsent += [payload for sequence, payload in lines if sequence > sent.get(journal.writer, 0)]
    return unsent


def prepare_to_close(folder: Path, codec: Codec = PLAIN) -> None:
    """Remember how far every replica reaches, before the journals are removed.

    Raises:
        MeetingInUseError: The others still lack something that only these journals hold.
    """
    if not is_shared(folder):
        return
    if is_locked(folder / SYNC_LOCK):
        raise in_use_error(folder.name)
    state = SyncState.read(folder)
    if unsent_lines(folder, codec, state.sent):
        sentence = _("Meeting {id} cannot be closed yet: the others lack some of it. Run sip-tui sync, then close it.")
        raise MeetingInUseError(sentence.format(id=folder.name))
    for journal in travelling_journals(folder, codec):
        journal.read()
        if journal.replica:
            state.received[journal.writer] = journal.last
    state.write(folder, durable=True)
