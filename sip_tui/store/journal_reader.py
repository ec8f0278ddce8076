"""Reading journals line by line, as far as they are whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from errno import EBADF, EINVAL, EROFS
from pathlib import Path

from sip_tui.meeting.log.change import MIN_STAMP, Change, Stamp
from sip_tui.meeting.log.ledger import SPLICED_FIELDS, Splice
from sip_tui.paths import open_for_reading
from sip_tui.store.atomic import MAX_FILE, sync
from sip_tui.store.codec import PLAIN, Codec
from sip_tui.store.errors import newer_error
from sip_tui.store.journal import SUFFIX, LineError, NewerLineError, decode_line

Marks = Mapping[str, Stamp]
"""Writer → the latest of its stamps that is included; a version vector."""


@dataclass(slots=True)
class JournalReader:
    """How far one journal has been read."""

    path: Path
    codec: Codec = PLAIN
    number: int = 0
    """How many lines have been read."""
    offset: int = 0
    """Where the next unread line begins, in bytes."""
    size: int = 0
    """Size of the file when it was read."""
    damaged: bool = False
    """True when the line at ``offset`` is not what was written; nothing after it is read."""
    newer: bool = False
    """True when the line at ``offset`` was written by a newer program."""
    origin: bool = False
    """True when the meeting begins in this journal."""
    since: Stamp = MIN_STAMP
    """The last stamp of the meeting's beginning, or before an unreadable line: typed text is known from there on."""

    @property
    def stopped(self) -> bool:
        """True when this journal cannot be read any further."""
        return self.damaged or self.newer

    @property
    def torn(self) -> bool:
        """True when the last line has no end: it is being written, or its writer died."""
        return not self.stopped and self.size > self.offset

    def read(self, covered: Marks) -> list[Change]:
        """Return the changes of the whole lines since last time, the earliest first."""
        changes: list[Change] = []
        while not self.stopped:
            begun, data = self.offset, self._unread()
            changes += self._read_lines(data, covered)
            if len(data) < MAX_FILE or self.offset == begun:
                break
        return changes

    def _read_lines(self, data: bytes, covered: Marks) -> list[Change]:
        *lines, _rest = data.split(b"\n")
        changes: list[Change] = []
        for place, line in enumerate(lines):
            try:
                (batch, origin), lost = self._decode(line, self.number), False
            except NewerLineError:
                self.newer = True
                break
            except LineError:
                if not self._covers(covered, lines[place + 1 :]):
                    self.damaged = True
                    break
                batch, origin, lost = [], False, True
            changes += batch
            self.origin |= origin
            if (origin or lost) and changes:
                self.since = changes[-1].stamp
            self.offset += len(line) + 1
            self.number += 1
        return changes

    def _decode(self, line: bytes, number: int) -> tuple[list[Change], bool]:
        return decode_line(line, self.codec, self.path.stem, number)

    def _covers(self, covered: Marks, later: Sequence[bytes]) -> bool:
        """Tell whether the checkpoint includes a later line of this journal, and so everything before it."""
        for number, line in enumerate(later, self.number + 1):
            try:
                batch, _origin = self._decode(line, number)
            except LineError:
                continue
            return bool(batch) and batch[0].stamp <= covered.get(batch[0].stamp.writer, MIN_STAMP)
        return False

    def _unread(self) -> bytes:
        data = read_synced(self.path, self.offset)
        self.size = self.offset + len(data)
        return data


def read_synced(path: Path, offset: int) -> bytes:
    """Return a file's bytes from an offset on, at most MAX_FILE of them, when they are on the disk."""
    descriptor = open_for_reading(path)
    with os.fdopen(descriptor, "rb") as file:
        file.seek(offset)
        data = file.read(MAX_FILE)
        _sync_read(descriptor)
    return data


def _sync_read(descriptor: int) -> None:
    # Nobody may build on text that a power cut can still take away: its writer may have died before its own sync.
    try:
        sync(descriptor)
    except OSError as error:
        # A medium or a system that cannot sync a file open for reading holds nothing unwritten of ours.
        if error.errno not in {EBADF, EINVAL, EROFS}:
            raise


@dataclass(slots=True)
class JournalSet:
    """All journals of a meeting but ``own``, and how far each has been read."""

    folder: Path
    own: str = ""
    codec: Codec = PLAIN
    covered: Marks = field(default_factory=dict)
    """What the checkpoint included when it was read; those changes are not returned."""
    readers: dict[str, JournalReader] = field(default_factory=dict)
    _typed: dict[tuple[str, str], list[tuple[Stamp, Splice]]] = field(default_factory=dict)

    def read(self) -> list[Change]:
        """Return new changes by stamp; raise OSError when a journal cannot be read."""
        changes: list[Change] = []
        for reader in self._grown():
            try:
                found = reader.read(self.covered)
            except FileNotFoundError:
                continue
            changes += filter(self._is_new, found)
            self._remember(change for change in found if not self._is_new(change))
        return sorted(changes, key=lambda change: change.stamp)

    def history(self) -> tuple[list[Change], list[Change]]:
        """Read what the meeting begins with and every change since, by stamp; none when its beginning is not there."""
        changes, readers = self.read(), self.readers.values()
        if not any(reader.origin for reader in readers):
            return [], []
        since = max(reader.since for reader in readers)
        later = [change for change in changes if change.stamp > since]
        return changes[: len(changes) - len(later)], later

    def typed(self, table: str, row: str) -> list[tuple[Stamp, Splice]]:
        """Return the splices of a text that the checkpoint includes, unordered."""
        since = max((reader.since for reader in list(self.readers.values())), default=MIN_STAMP)
        return [splice for splice in self._typed.get((table, row), ()) if splice[0] > since]

    def refuse_newer(self, meeting_id: str) -> None:
        """Raise NewerFormatError when a journal was written by a newer program."""
        if any(reader.newer for reader in self.readers.values()):
            raise newer_error(meeting_id)

    def _is_new(self, change: Change) -> bool:
        return change.stamp > self.covered.get(change.stamp.writer, MIN_STAMP)

    def _remember(self, changes: Iterable[Change]) -> None:
        for change in changes:
            if (change.table, change.field) in SPLICED_FIELDS:
                splices = self._typed.setdefault((change.table, change.row), [])
                splices.append((change.stamp, Splice.parse(change.value)))

    def _grown(self) -> Iterator[JournalReader]:
        with os.scandir(self.folder) as entries:
            # What is no regular file (a pipe, a folder, a dangling link) is no journal.
            found = [(entry.name, entry.stat().st_size) for entry in entries if self._is_journal(entry)]
        for name, size in found:
            reader = self.readers.setdefault(name, JournalReader(self.folder / name, self.codec))
            if size != reader.size and not reader.stopped:
                yield reader

    def _is_journal(self, entry: os.DirEntry[str]) -> bool:
        return entry.name.endswith(SUFFIX) and entry.name != self.own and entry.is_file()
