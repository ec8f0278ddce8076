"""Exchange: what this machine has and the database lacks goes there, sealed; what others have sent comes here.

The outbox is the journals themselves. What the database lacks is asked of it at each connection, so a lost answer, a
restored dump or a day offline need nothing of their own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from sip_tui.i18n.translation import _
from sip_tui.store import MeetingFolder
from sip_tui.store.atomic import from_json
from sip_tui.store.journal import SUFFIX, LineError, NewerLineError
from sip_tui.store.replicas import ReplicaWriter, SyncState, TravellingJournal, travelling_journals
from sip_tui.store.sealing import Sealer, SealError
from sip_tui.sync.database import Database, SealedLine
from sip_tui.sync.heads import Counts, Head, furthest, have_all, open_head, seal_head
from sip_tui.sync.settings import SyncSettings

BATCH_LINES, BATCH_BYTES = 500, 1_000_000
"""The most that one statement carries."""
Line = tuple[str, int, bytes]
"""Writer, sequence, payload."""


class Exchange:
    """The lines of one meeting between its folder and the database; used by one thread that holds SYNC_LOCK."""

    def __init__(
        self, folder: MeetingFolder, settings: SyncSettings, seats: Callable[[], tuple[str, ...]] = tuple
    ) -> None:
        self._folder, self._settings, self._seats = folder, settings, seats
        self._sealer = Sealer(settings.key, settings.meeting)
        self._replicas = ReplicaWriter(folder.path, folder.codec)
        self._journals: dict[str, TravellingJournal] = {}
        self._closed = SyncState.read(folder.path)
        self._waiting: list[Line] = []
        self._own = Head()
        self._told = Head()
        """What the database's head of this machine says."""
        self.heads: dict[str, Head] = {}
        """Machine → what it has said last; the others only, also those that have left."""
        self.trouble = ""
        """A sentence about lines that cannot be used; empty when there are none."""
        self.must_begin = False
        """True when the database has lost something, and is to be asked anew what it lacks."""

    @property
    def sent(self) -> Counts:
        """Writer of this machine → the sequence up to which the database has its lines."""
        first: dict[str, int] = {}
        for writer, sequence, _payload in self._waiting:
            first.setdefault(writer, sequence)
        own = {journal.writer: journal.last for journal in self._journals.values() if not journal.replica}
        return {**self._closed.sent, **{writer: first.get(writer, last + 1) - 1 for writer, last in own.items()}}

    @property
    def received(self) -> Counts:
        """Writer elsewhere → the sequence up to which its lines are here."""
        replicas = {journal.writer: journal.last for journal in self._journals.values() if journal.replica}
        return {**self._closed.received, **replicas}

    @property
    def waiting(self) -> int:
        """How many changes of this machine the database lacks."""
        return sum(
            len(from_json(payload)["changes"])
            for writer, _sequence, payload in self._waiting
            if not self._journals[writer].replica
        )

    @property
    def is_shared(self) -> bool:
        """True when others have everything that was written here: those who are in the meeting, else all."""
        seated = [head for head in self.others if head.seats]
        return not self._waiting and have_all(seated or self.others, self.sent)

    @property
    def others(self) -> list[Head]:
        """What the other machines that take part have said last."""
        return [head for head in self.heads.values() if not head.left]

    def begin(self, database: Database) -> None:
        """Ask what the database lacks, and read every journal from its beginning."""
        self.must_begin = False
        self._journals, self._waiting = {}, []
        known = database.counts()
        lacking = any(head.lacking for head in self.others)
        for journal in self._all_journals():
            lines = journal.read()
            if lacking:
                self._remove_changed(database, journal.writer, {line[0] for line in lines})
            if lacking or known.get(journal.writer, 0) < journal.last:
                there = database.sequences(journal.writer) if journal.writer in known else set()
                self._waiting += [(journal.writer, *line) for line in lines if line[0] not in there]
        version = max((head.version for head in database.heads() if head.machine == self._settings.machine), default=0)
        self._own = self._told = Head(max(version, self._told.version))

    def _remove_changed(self, database: Database, writer: str, here: set[int]) -> None:
        """Remove the rows of a writer that nobody can open and whose lines are here, so that they are sent anew."""
        after, changed = 0, list[int]()
        while rows := database.lines(writer, after):
            changed += [row.sequence for row in rows if row.sequence in here and not self._opens(row)]
            after = rows[-1].sequence
        if changed:
            database.remove_lines(writer, changed)

    def _opens(self, line: SealedLine) -> bool:
        with suppress(SealError):
            self._sealer.open(line.sealed, line.writer, line.sequence)
            return True
        return False

    def gather(self) -> None:
        """Read what has been written here since last time."""
        for journal in self._all_journals():
            if not journal.replica and journal.path.stat().st_size != journal.offset:
                self._waiting += [(journal.writer, *line) for line in journal.read()]

    def push(self, database: Database, *, head_only: bool = True) -> None:
        """Send what waits; with ``head_only`` also tell the others when only what was received has changed."""
        self.gather()
        while batch := self._batch():
            rest = self._waiting[len(batch) :]
            sealed = [SealedLine(line[0], line[1], self._sealer.seal(line[2], line[0], line[1])) for line in batch]
            kept, self._waiting = self._waiting, rest
            try:
                self._tell(database, sealed)
            except BaseException:
                self._waiting = kept
                raise
        if head_only and self.head_changed:
            self._tell(database, [])

    @property
    def head_changed(self) -> bool:
        """True when the others have not been told what was received here."""
        return replace(self._current(), version=0) != replace(self._told, version=0)

    def _current(self) -> Head:
        return Head(self._own.version, self.sent, self.received, self._seats(), self._own.lacking)

    def leave(self, database: Database) -> None:
        """Tell the others that this machine takes part no more; when there are none, remove the meeting's rows."""
        if self.others:
            self._tell(database, [], left=True)
        else:
            database.remove()

    def _tell(self, database: Database, lines: list[SealedLine], *, left: bool = False) -> None:
        head = replace(self._current(), version=max(self._own.version + 1, int(time.time() * 1000)), left=left)
        self._own = head
        database.push(lines, seal_head(self._sealer, self._settings.machine, head))
        self._told = head

    def _batch(self) -> list[Line]:
        batch: list[Line] = []
        size = 0
        for line in self._waiting[:BATCH_LINES]:
            size += len(line[2])
            if batch and size > BATCH_BYTES:
                break
            batch.append(line)
        return batch

    def pull(self, database: Database) -> bool:
        """Fetch what others have sent; true when something came."""
        self.trouble = ""
        self._read_heads(database)
        came, lacking = False, False
        own = {writer for writer, journal in self._journals.items() if not journal.replica} | self._closed.sent.keys()
        for writer, count in furthest(self.heads.values()).items():
            if writer not in own and (journal := self._journal(writer)).last < count:
                came |= self._fetch(database, journal)
                lacking |= journal.last < count
        self._own = replace(self._own, lacking=lacking)
        if lacking and not self.trouble:
            self.trouble = _(
                "Some of what another machine has sent is missing in the database; it will be asked for again."
            )
        return came

    def _read_heads(self, database: Database) -> None:
        there = database.heads()
        told = max((sealed.version for sealed in there if sealed.machine == self._settings.machine), default=0)
        self.must_begin |= told < self._told.version
        for sealed in there:
            known = self.heads.get(sealed.machine, Head())
            if sealed.machine != self._settings.machine and sealed.version > known.version:
                try:
                    head = open_head(self._sealer, sealed)
                except SealError:
                    self.trouble = foreign_row_sentence(database.place)
                    continue
                self.must_begin |= head.lacking and not known.lacking
                self.heads[sealed.machine] = head

    def _fetch(self, database: Database, journal: TravellingJournal) -> bool:
        """Fetch a writer's next lines into its replica, as far as they follow on each other."""
        came = False
        while lines := database.lines(journal.writer, journal.last):
            payloads = self._opened(lines, journal, database.place)
            try:
                self._replicas.append(journal, payloads)
            except NewerLineError:
                self.trouble = _("Another machine runs a newer sip-tui; upgrade this one to see what is written there.")
                return came
            except LineError:
                self.trouble = foreign_row_sentence(database.place)
                return came
            came |= bool(payloads)
            if len(payloads) < len(lines):
                break
        return came

    def _opened(self, lines: list[SealedLine], journal: TravellingJournal, place: str) -> list[bytes]:
        payloads: list[bytes] = []
        for expected, line in enumerate(lines, journal.last + 1):
            if line.sequence != expected:
                break
            try:
                payloads.append(self._sealer.open(line.sealed, line.writer, line.sequence))
            except SealError:
                self.trouble = foreign_row_sentence(place)
                break
        return payloads

    def _journal(self, writer: str) -> TravellingJournal:
        if writer not in self._journals:
            path = self._folder.path / f"{writer}{SUFFIX}"
            last = self._closed.received.get(writer, 0)
            self._journals[writer] = TravellingJournal(path, self._folder.codec, replica=True, last=last)
        return self._journals[writer]

    def _all_journals(self) -> Iterator[TravellingJournal]:
        yield from travelling_journals(self._folder.path, self._folder.codec, self._journals)

    def write_state(self, status: dict[str, object]) -> None:
        """Write how far the lines have travelled, for this machine's other processes and for ``close``."""
        SyncState(dict(self.sent), dict(self._closed.received), status).write(self._folder.path)


def foreign_row_sentence(place: str) -> str:
    """Say that a row was changed or belongs to another meeting."""
    sentence = _("A row in the database at {place} was changed or belongs to another meeting; none of it was read.")
    return sentence.format(place=place)
