"""One meeting on disk: load it, append to it, follow the others, checkpoint it, close it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Change, Stamp
from sip_tui.meeting.log.ledger import Ledger, Splice
from sip_tui.store import cleanup, repair, schema
from sip_tui.store.checkpoint import CheckpointFile
from sip_tui.store.errors import MeetingInUseError, StoreError, newer_error, translating_os_errors
from sip_tui.store.journal import Journal, other_writers, writer_lock
from sip_tui.store.journal_reader import JournalReader, JournalSet
from sip_tui.store.locks import MEETING_LOCK, SeatLocks, is_locked, locked, locked_if_free
from sip_tui.store.merge import is_newer, merge_into


class MeetingFolder:
    """A meeting's folder, opened by one process under one writer's name.

    Every method may be called from any thread, one at a time; a ledger that is given must not change meanwhile.
    """

    def __init__(self, path: Path, writer: str, forget: Callable[[str], None] = lambda _id: None) -> None:
        self.path, self.id, self.writer = path, path.name, writer
        self.warnings: list[str] = []
        """A sentence for each journal that could not be read to its end."""
        self._forget = forget
        self._alone = RLock()
        self._file = CheckpointFile(path)
        self._journal = Journal(path, writer)
        self._journals = JournalSet(path, own=self._journal.path.name)
        self._seats = SeatLocks(path)

    def load(self) -> Ledger:
        """Read the meeting: the meeting file, and what the journals hold beyond it.

        Raises:
            MeetingNotFoundError: The folder is gone.
            DamagedError: The meeting file is unreadable, or something here was written by a newer program.
        """
        with self._alone:
            ledger = self._read_all()
            if self._file.version < schema.VERSION:
                self._upgrade()
            return ledger

    def _read_all(self) -> Ledger:
        ledger, journals = self._read_still()
        _refuse_newer(self.id, journals)
        for follower in journals.readers.values():
            self._notice(follower, finished=True)
        journals.own = self._journal.path.name
        self._journals = journals
        return ledger

    def _read_still(self) -> tuple[Ledger, JournalSet]:
        while True:
            ledger = self._file.read().ledger
            journals = JournalSet(self.path, covered=dict(ledger.last_by_writer))
            with translating_os_errors(self.path):
                changes = journals.read()
            # Whoever closes the meeting meanwhile removes the journals, and the file has what was in them.
            if not self._file.changed():
                ledger.add(changes)
                return ledger, journals

    def _upgrade(self) -> None:
        # An archive that may not be written can still be read.
        with suppress(StoreError), locked(self.path / MEETING_LOCK):
            reading = self._file.read()
            if reading.version < schema.VERSION:
                self._file.copy_as(f"{self._file.path.name}.v{reading.version}")
                self._file.write(reading.ledger, closed=reading.closed)

    def append(self, changes: Sequence[Change], *, origin: bool = False) -> None:
        """Save a batch: all of it is on the disk when this returns, or none of it when it raises.

        Raises:
            DiskFullError: There is no room; the same changes can be appended again.
            NotWritableError: The folder may not be written.
        """
        # Not under the lock of the rest: nobody's screen waits for somebody's disk.
        if changes:
            self._journal.append(changes, origin=origin)

    def poll(self) -> list[Change]:
        """Give what others have saved since last time, in the order of the stamps; [] nearly always."""
        with self._alone:
            with translating_os_errors(self.path):
                changes = self._journals.read()
            for follower in self._journals.readers.values():
                self._notice(follower, finished=False)
            return changes

    def typed_splices(self, table: str, row: str) -> list[tuple[Stamp, Splice]]:
        """What the journals remember of a text, as far as the meeting file held it already when they were read.

        In no order. What the meeting began with is not among it, and nothing is from before it was closed.
        """
        with self._alone:
            return self._journals.typed(table, row)

    def checkpoint(self, ledger: Ledger) -> None:
        """Write the readable meeting file, when it does not say already what the ledger says.

        What others have saved and the ledger lacks is taken into the ledger first; rows may look different after it.

        Raises:
            DamagedError: The meeting file on disk is unreadable; it is never overwritten.
            DiskFullError, NotWritableError: As for ``append``; the journals still hold everything.
            MeetingInUseError: Another process is saving for longer than anybody should.
        """
        with self._alone, locked(self.path / MEETING_LOCK):
            self._catch_up(ledger)
            if self._file.marks() != ledger.last_by_writer:
                self._file.write(ledger)

    def first_checkpoint(self, ledger: Ledger) -> None:
        """Write the meeting file of a meeting that is being made."""
        with self._alone, locked(self.path / MEETING_LOCK):
            self._file.write(ledger)

    def _catch_up(self, ledger: Ledger) -> None:
        # Until a look brings nothing: then everything that any included change was built on is included too.
        while changes := self.poll():
            ledger.add(changes)
        if is_newer(self._file.marks(), ledger.last_by_writer):
            merge_into(ledger, self._read_all())

    def claim_seat(self, seat: str) -> str:
        """Take a seat for as long as this process lives: its name, or ``seat-2``, … when somebody sits there."""
        with self._alone:
            return self._seats.claim(seat)

    def release_seat(self, seat: str) -> None:
        """Let somebody else sit on a seat of this process."""
        with self._alone:
            self._seats.release(seat)

    def other_seats(self) -> list[str]:
        """The seats that other living processes hold."""
        with self._alone, locked(self.path / MEETING_LOCK):
            return self._seats.others()

    def other_seats_now(self) -> list[str] | None:
        """The same without waiting for anybody: None while this or another process is saving."""
        if not self._alone.acquire(blocking=False):
            return None
        try:
            with locked_if_free(self.path / MEETING_LOCK) as mine:
                return self._seats.others() if mine else None
        finally:
            self._alone.release()

    def leave(self) -> None:
        """Let go of the journal and the seats; the meeting stays open on disk."""
        with self._alone:
            self._journal.close()
            self._seats.release_all()

    def close(self, ledger: Ledger) -> None:
        """Close the meeting: write it, read it back, and remove every trace of words that were taken away.

        A journal with a damaged line that no meeting file covers leaves ``<writer>.journal.damaged``, with that line
        and what follows it, for somebody who can read it by hand; ``purge`` removes that as well.

        Raises:
            MeetingInUseError: Another process has the meeting open.
            DamagedError: The file does not say what it should; nothing has been removed.
        """
        with self._alone, locked(self.path / MEETING_LOCK):
            self._alone_here()
            self._catch_up(ledger)
            self._file.write(ledger, closed=True)
            if not self._file.matches(ledger):
                raise StoreError(
                    _("What was saved of meeting {id} does not read back as it should; run sip-tui doctor.").format(
                        id=self.id
                    )
                )
            lost = JournalSet(self.path, covered=dict(ledger.last_by_writer))
            with translating_os_errors(self.path):
                lost.read()
                _refuse_newer(self.id, lost)
                self.leave()
                cleanup.remove_history(self.path, [reader for reader in lost.readers.values() if reader.stopped])
            self._journals = JournalSet(self.path, own=self._journal.path.name)

    def purge(self) -> None:
        """Remove everything of the meeting; raise MeetingInUseError when another process has it open."""
        with self._alone:
            with locked(self.path / MEETING_LOCK):
                self._alone_here()
                self.leave()
            with translating_os_errors(self.path):
                cleanup.remove_folder(self.path)
            self._forget(self.id)

    def restore(self) -> str:
        """Put back a damaged meeting file from its copies or from the journals; say in a sentence what was done.

        Raises:
            DamagedError: Nothing that can be read reaches from the beginning, or the program is too old for the file.
            MeetingInUseError: Another process has the meeting open.
        """
        with self._alone, locked(self.path / MEETING_LOCK):
            self._alone_here()
            return repair.restore(self.path, self._file)

    def _alone_here(self) -> None:
        if self._seats.others() or other_writers(self.path, self._journal.path.name):
            raise MeetingInUseError(
                _("Meeting {id} is open in another window; close it there first.").format(id=self.id)
            )

    def _notice(self, follower: JournalReader, finished: bool) -> None:
        torn = finished and follower.torn and not is_locked(writer_lock(follower.path))
        if torn or follower.stopped:
            sentence = _sentence(follower)
            if sentence not in self.warnings:
                self.warnings.append(sentence)
                cleanup.copy_damaged(follower.path)


def _refuse_newer(meeting_id: str, journals: JournalSet) -> None:
    if any(reader.newer for reader in journals.readers.values()):
        raise newer_error(meeting_id)


def _sentence(follower: JournalReader) -> str:
    if follower.newer:
        return _("Another window runs a newer sip-tui; upgrade this one to see what is written there.")
    return _("Some lines in {name} cannot be read; all before them is here, and a copy of the file is kept.").format(
        name=follower.path.name
    )
