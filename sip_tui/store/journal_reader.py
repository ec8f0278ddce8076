"""Reading the journals of others, line by line, as far as they are whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from errno import EBADF, EINVAL, EROFS
from pathlib import Path

from sip_tui.meeting.log.change import MIN_STAMP, Change, Stamp
from sip_tui.meeting.log.ledger import SPLICED_FIELDS, Splice
from sip_tui.store.atomic import open_for_reading, sync
from sip_tui.store.journal import SUFFIX, LineError, NewerLineError, decode_line

Marks = Mapping[str, Stamp]
"""Writer → the latest of its stamps that a meeting file already holds."""


@dataclass(slots=True)
class JournalReader:
    """How far one journal has been read."""

    path: Path
    offset: int = 0
    """Where the next unread line begins, in bytes."""
    size: int = 0
    """How long the file was when it was read."""
    damaged: bool = False
    """True when the line at ``offset`` is not what was written; nothing after it is read."""
    newer: bool = False
    """True when the line at ``offset`` was written by a newer program."""
    origin: bool = False
    """True when the meeting begins in this journal."""
    since: Stamp = MIN_STAMP
    """The last stamp of what the meeting began with, or before a lost line: what was typed is known from there on."""

    @property
    def stopped(self) -> bool:
        """True when this journal cannot be followed any further."""
        return self.damaged or self.newer

    @property
    def torn(self) -> bool:
        """True when the last line has no end: it is being written, or its writer died."""
        return not self.stopped and self.size > self.offset

    def read(self, covered: Marks) -> list[Change]:
        """Give what the whole lines since last time hold, the earliest first."""
        *lines, _rest = self._unread().split(b"\n")
        changes: list[Change] = []
        for place, line in enumerate(lines):
            try:
                (batch, origin), lost = decode_line(line), False
            except NewerLineError:
                self.newer = True
                break
            except LineError:
                if not _covers(covered, lines[place + 1 :]):
                    self.damaged = True
                    break
                batch, origin, lost = [], False, True
            changes += batch
            self.origin |= origin
            if (origin or lost) and changes:
                self.since = changes[-1].stamp
            self.offset += len(line) + 1
        return changes

    def _unread(self) -> bytes:
        descriptor = open_for_reading(self.path)
        with os.fdopen(descriptor, "rb") as file:
            file.seek(self.offset)
            data = file.read()
            _sync_read(descriptor)
        self.size = self.offset + len(data)
        return data


def _sync_read(descriptor: int) -> None:
    # Nobody may build on text that a power cut can still take away, and its writer may have died before its own sync.
    try:
        sync(descriptor)
    except OSError as error:
        # A medium or a system that cannot sync what it only reads holds nothing unwritten of ours.
        if error.errno not in {EBADF, EINVAL, EROFS}:
            raise


def _covers(covered: Marks, later: Sequence[bytes]) -> bool:
    """True when the meeting file holds a later line of this journal, and so everything before it."""
    for line in later:
        try:
            batch, _origin = decode_line(line)
        except LineError:
            continue
        return bool(batch) and batch[0].stamp <= covered.get(batch[0].stamp.writer, MIN_STAMP)
    return False


@dataclass(slots=True)
class JournalSet:
    """All journals of a meeting but ``own``, and how far each has been read."""

    folder: Path
    own: str = ""
    covered: Marks = field(default_factory=dict)
    """What the meeting file held when it was read: those changes are not given again."""
    readers: dict[str, JournalReader] = field(default_factory=dict)
    _typed: dict[tuple[str, str], list[tuple[Stamp, Splice]]] = field(default_factory=dict)

    def read(self) -> list[Change]:
        """Give what is new, in the order of the stamps; raise OSError when a journal cannot be read."""
        changes: list[Change] = []
        for follower in self._grown():
            try:
                found = follower.read(self.covered)
            except FileNotFoundError:
                continue
            changes += filter(self._fresh, found)
            self._remember(change for change in found if not self._fresh(change))
        return sorted(changes, key=lambda change: change.stamp)

    def typed(self, table: str, row: str) -> list[tuple[Stamp, Splice]]:
        """What was typed into a text, as far as the meeting file held it already; in no order."""
        since = max((reader.since for reader in self.readers.values()), default=MIN_STAMP)
        return [splice for splice in self._typed.get((table, row), ()) if splice[0] > since]

    def _fresh(self, change: Change) -> bool:
        return change.stamp > self.covered.get(change.stamp.writer, MIN_STAMP)

    def _remember(self, changes: Iterable[Change]) -> None:
        for change in changes:
            if (change.table, change.field) in SPLICED_FIELDS:
                self._typed.setdefault((change.table, change.row), []).append(
                    (change.stamp, Splice.parse(change.value))
                )

    def _grown(self) -> Iterator[JournalReader]:
        with os.scandir(self.folder) as entries:
            found = [(entry.name, entry.stat().st_size) for entry in entries if self._foreign(entry.name)]
        for name, size in found:
            follower = self.readers.setdefault(name, JournalReader(self.folder / name))
            if size != follower.size and not follower.stopped:
                yield follower

    def _foreign(self, name: str) -> bool:
        return name.endswith(SUFFIX) and name != self.own
