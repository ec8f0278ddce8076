"""One meeting on disk: load, append, poll, checkpoint, close."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Change, Stamp
from sip_tui.meeting.log.compaction import compact
from sip_tui.meeting.log.ledger import Ledger, Splice
from sip_tui.store import cleanup, repair, replicas, schema
from sip_tui.store.checkpoint import CheckpointFile
from sip_tui.store.codec import PLAIN, Codec
from sip_tui.store.errors import (
    DamagedError,
    NewerFormatError,
    StoreError,
    in_use_error,
    translating_os_errors,
)
from sip_tui.store.folder_warnings import FolderWarnings
from sip_tui.store.journal import Journal, other_writers, write_former
from sip_tui.store.journal_reader import JournalReader, JournalSet, Marks
from sip_tui.store.locks import MEETING_LOCK, SeatedFolder, SeatLocks, locked


class MeetingFolder(SeatedFolder):
    """A meeting's folder, opened by one process under one writer's name.

    Every method may be called from any thread. ``append`` and the seats wait for no other method.
    """

    def __init__(
        self, path: Path, writer: str, forget: Callable[[str], None] = lambda _id: None, codec: Codec = PLAIN
    ) -> None:
        self.path, self.id, self.writer, self.codec = path, path.name, writer, codec
        self._warnings = FolderWarnings(path)
        self.checkpoint_missing = False
        """True when ``verify`` found no checkpoint."""
        self._forget = forget
        self._poll_mutex, self._file_mutex = RLock(), RLock()
        self._file = CheckpointFile(path, codec)
        self._journal = Journal(path, writer, codec)
        self._journals = JournalSet(path, self._journal.path.name, codec)
        self._on_disk: tuple[Ledger, JournalSet] | None = None
        """What the disk holds, with its own journal: the source of checkpoints, apart from the session's ledger."""
        self._seats = SeatLocks(path)

    @property
    def warnings(self) -> list[str]:
        """A sentence for each file that is damaged, changed from outside, or readable by others."""
        return self._warnings.sentences

    @property
    def damage(self) -> list[str]:
        """Those of the warnings that tell of damage."""
        return self._warnings.damage

    def warn(self, sentence: str) -> None:
        """Add a sentence to the warnings, once."""
        self._warnings.add(sentence)

    def load(self) -> Ledger:
        """Read the checkpoint, and what the journals hold beyond it.

        Raises:
            MeetingNotFoundError: The folder is gone.
            LockedError: The meeting is sealed, and the folder was opened without its key.
            DamagedError: The checkpoint is unreadable, or something here was written by a newer program.
        """
        with self._poll_mutex, self._file_mutex:
            ledger, journals = self._read_disk(warn=True)
            journals.refuse_newer(self.id)
            for reader in journals.readers.values():
                self._warnings.unreadable(reader, finished=True)
            journals.own = self._journal.path.name
            self._journals = journals
            self._warnings.permissions()
            self._warnings.place()
            if self._file.version < schema.VERSION:
                self._upgrade()
            return ledger

    def _read_disk(self, *, warn: bool = False) -> tuple[Ledger, JournalSet]:
        while True:
            contents = self._file.read()
            ledger = contents.ledger
            journals = JournalSet(self.path, codec=self.codec, covered=dict(ledger.last_by_writer))
            with translating_os_errors(self.path):
                changes = journals.read()
            # Whoever closes the meeting meanwhile removes the journals after writing their contents to the file.
            if not self._file.changed():
                if warn and not contents.intact:
                    self._warnings.changed(self._file.path)
                ledger.add(changes)
                return ledger, journals

    def _upgrade(self) -> None:
        # An archive that may not be written can still be read.
        with suppress(StoreError), locked(self.path / MEETING_LOCK):
            contents = self._file.read()
            if contents.version < schema.VERSION:
                self._file.copy_as(f"{self._file.path.name}.v{contents.version}")
                self._file.write(contents.ledger, closed=contents.closed)

    def append(self, changes: Sequence[Change], *, origin: bool = False) -> None:
        """Save a batch: all of it is on the disk when this returns, or none of it when it raises.

        Raises:
            DiskFullError: There is no room; the same changes can be appended again.
            NotWritableError: The folder may not be written.
            StoreError: The folder is gone, or the disk fails.
        """
        if changes:
            self._journal.append(changes, origin=origin)

    def verify(self) -> None:
        """Check that what was appended still has its name in the folder; raise StoreError when it stays lost."""
        with translating_os_errors(self.path):
            self._journal.restore_name()
            if not self.path.is_dir():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            self.checkpoint_missing = not self._file.path.exists()

    def poll(self) -> list[Change]:
        """Return what other processes have saved since last time, by stamp; [] nearly always."""
        with self._poll_mutex:
            with translating_os_errors(self.path):
                changes = self._journals.read()
            for reader in self._journals.readers.values():
                self._warnings.unreadable(reader, finished=False)
            return changes

    def history(self) -> tuple[list[Change], list[Change]]:
        """Return what the meeting begins with here and every change since, by stamp; none when no journal says."""
        with translating_os_errors(self.path):
            return JournalSet(self.path, codec=self.codec).history()

    def typed_splices(self, table: str, row: str) -> list[tuple[Stamp, Splice]]:
        """Return the splices of a text that the checkpoint included when it was read, unordered.

        The meeting's beginning is not among them, and nothing from before it was closed.
        """
        return self._journals.typed(table, row)

    def write_first(self, changes: Sequence[Change]) -> None:
        """Write a new meeting: to a journal and to the checkpoint, so that either can be rebuilt from the other."""
        ledger = Ledger()
        ledger.add(changes)
        self.append(changes, origin=True)
        with self._file_mutex:
            self._file.write(ledger)

    def write_covering(self, ledger: Ledger) -> None:
        """Write the checkpoint of a ledger whose marks cover what is appended next."""
        with self._file_mutex, locked(self.path / MEETING_LOCK):
            self._file.write(ledger, closed=self._file.read().closed)
            self._on_disk = None

    def checkpoint(self) -> Marks:
        """Bring the checkpoint up to what the journals hold; return how far it reaches.

        Raises:
            DamagedError: The checkpoint on disk is unreadable; it is never overwritten.
            DiskFullError, NotWritableError: As for ``append``; the journals still hold everything.
            MeetingInUseError: Another process holds the meeting's lock for too long.
        """
        with self._file_mutex, locked(self.path / MEETING_LOCK):
            ledger = self._current()
            if self._file.marks != ledger.last_by_writer:
                self._file.write(ledger)
            return self._file.marks

    def _current(self) -> Ledger:
        if self._on_disk is None or self._file.changed():
            self._on_disk = self._read_disk()
        ledger, journals = self._on_disk
        # Until a look finds nothing: then everything that an included change was based on is included too.
        with translating_os_errors(self.path):
            while changes := journals.read():
                ledger.add(changes)
        return ledger

    def replace_checkpoint(self, ledger: Ledger) -> None:
        """Write a missing or damaged checkpoint from memory; set the damaged one aside, leave a readable one alone."""
        with self._file_mutex, locked(self.path / MEETING_LOCK):
            try:
                self._file.read()
            except NewerFormatError:
                raise
            except DamagedError as error:
                kept = repair.set_aside(self._file.path)
                self._file.write(ledger)
                self.warn(f"{error} {kept}" if kept else str(error))
            self._on_disk = None

    def leave(self) -> None:
        """Close the journal and release the seats; the meeting stays open on disk."""
        self._journal.close()
        self._seats.release_all()

    def close(self) -> None:
        """Close the meeting: write a compacted checkpoint, read it back, and remove every other file.

        A journal line that is damaged and that no checkpoint covers is kept, with what follows it, as
        ``<writer>.journal.damaged``; ``purge`` removes that as well.

        Raises:
            MeetingInUseError: Another process has the meeting open.
            StoreError: The file does not read back as it was written; nothing has been removed.
        """
        with self._poll_mutex, self._file_mutex, locked(self.path / MEETING_LOCK):
            self._require_alone()
            replicas.prepare_to_close(self.path, self.codec)
            ledger = self._current()
            compact(ledger)
            unreadable = self._unreadable(ledger)
            self._write_whole(ledger, closed=True)
            self._remove_history(unreadable)

    def rewrite(self, codec: Codec, prepare: Callable[[], None], finish: Callable[[], None]) -> None:
        """Write the whole meeting anew with another codec, and remove every file that the former one wrote.

        Args:
            codec: How it is written from now on.
            prepare: What the disk must hold before the first file is written so.
            finish: What it must hold afterwards, before the former files are removed.

        Raises:
            MeetingInUseError: Another process has the meeting open.
            StoreError: Something in it cannot be read, or does not read back; the former files are all there.
        """
        with self._poll_mutex, self._file_mutex, locked(self.path / MEETING_LOCK):
            self._require_alone()
            replicas.prepare_to_close(self.path, self.codec)
            ledger = self._current()
            if self._unreadable(ledger):
                sentence = _("Meeting {id} has lines that cannot be read; run sip-tui doctor first.")
                raise StoreError(sentence.format(id=self.id))
            found, history = self._file.read(), self.history()
            prepare()
            replicas.write_anew(self.path, self.codec, codec)
            self.codec = self._file.codec = codec
            self._write_whole(ledger, closed=found.closed and found.ledger.last_by_writer == ledger.last_by_writer)
            finish()
            self._remove_history()
            with translating_os_errors(self.path):
                write_former(self.path, codec, history)
            self._journal = Journal(self.path, self.writer, codec)

    def _write_whole(self, ledger: Ledger, *, closed: bool) -> None:
        self._file.write(ledger, closed=closed)
        if not self._file.matches(ledger):
            sentence = _("What was saved of meeting {id} cannot be read back as it should. Run sip-tui doctor.")
            raise StoreError(sentence.format(id=self.id))

    def _unreadable(self, ledger: Ledger) -> list[JournalReader]:
        """Return the journals with lines that no checkpoint covers and that cannot be read."""
        lost = JournalSet(self.path, codec=self.codec, covered=dict(ledger.last_by_writer))
        with translating_os_errors(self.path):
            lost.read()
        lost.refuse_newer(self.id)
        return [reader for reader in lost.readers.values() if reader.stopped]

    def _remove_history(self, unreadable: Sequence[JournalReader] = ()) -> None:
        self.leave()
        with translating_os_errors(self.path):
            cleanup.remove_history(self.path, unreadable)
        self._journals, self._on_disk = JournalSet(self.path, self._journal.path.name, self.codec), None

    def purge(self) -> None:
        """Remove everything of the meeting; raise MeetingInUseError when another process has it open."""
        with locked(self.path / MEETING_LOCK):
            self._require_alone()
            self.leave()
        with translating_os_errors(self.path):
            cleanup.remove_folder(self.path)
        self._forget(self.id)

    def restore(self) -> str:
        """Restore a damaged checkpoint from its copies or from the journals; return a sentence about it.

        Raises:
            DamagedError: Nothing readable reaches back to the beginning, or the program is too old for the file.
            MeetingInUseError: Another process has the meeting open.
        """
        with self._file_mutex, locked(self.path / MEETING_LOCK):
            self._require_alone()
            return repair.restore(self.path, self._file)

    def _require_alone(self) -> None:
        if self._seats.others() or other_writers(self.path, self._journal.path.name):
            raise in_use_error(self.id)
