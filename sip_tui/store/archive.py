"""All meetings of one user: where they are, what they are called, how a new one is created."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Change
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.store import vault
from sip_tui.store.atomic import is_owners, rename, sync_directory
from sip_tui.store.cleanup import remove_temporary_files
from sip_tui.store.codec import PLAIN, Codec
from sip_tui.store.errors import (
    MeetingExistsError,
    MeetingNotFoundError,
    StoreError,
    locked_error,
    not_found_error,
    not_made_error,
    printable,
    translating_os_errors,
)
from sip_tui.store.index import ARCHIVE_LOCK, Index, IndexEntry, folder_names, read_meeting
from sip_tui.store.locks import locked, try_lock
from sip_tui.store.meeting_folder import MeetingFolder
from sip_tui.store.removal import log_removal, remove_rescue_copies
from sip_tui.store.sealing import Sealer, WrongPassphraseError

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_WRITER = re.compile(r"[A-Za-z0-9]{1,32}")
UNFINISHED = ".new-"
"""Prefix of a folder in which a meeting is being created; no meeting's id begins like this."""
_UNFINISHED = re.compile(re.escape(UNFINISHED) + "[0-9a-f]{8}")
PRIVATE_FOLDER = 0o700
ATTEMPTS = 3
"""How often a passphrase is asked for."""


def archive_path(option: str | None = None) -> Path:
    """Return where the archive is: the option, else ``$SIP_TUI_DATA``, else the user's data folder."""
    if chosen := option or os.environ.get("SIP_TUI_DATA"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("sip-tui", appauthor=False)


def new_writer() -> str:
    """Return a unique name for this process."""
    return os.urandom(4).hex()


def new_meeting_id() -> str:
    """Return a random id for a new meeting."""
    return os.urandom(6).hex()


class Archive:
    """A folder with one folder per meeting."""

    ask_passphrase: ClassVar[Callable[[str], str] | None] = None
    """Given a sentence, returns what the user answers; None where nobody can be asked."""

    def __init__(self, root: Path) -> None:
        self.root = Path(root)
        self._index = Index(self.root)
        self._keys: dict[str, bytes] = {}
        """Meeting → its key, once its passphrase has been given."""

    def create(self, meeting_id: str, changes: Sequence[Change], codec: Codec = PLAIN) -> MeetingFolder:
        """Create a meeting from its first changes; it is whole and on the disk when it gets its name.

        Raises:
            MeetingExistsError: The id is taken, or is not letters, digits, ``-`` and ``_``, at most 64 of them.
            NotWritableError: The archive may not be written.
            DiskFullError: There is no room; nothing is left behind.
        """
        path = self.root / meeting_id
        if not _ID.fullmatch(meeting_id):
            sentence = _("{id} cannot name a meeting; use letters, digits and -.")
            raise MeetingExistsError(sentence.format(id=printable(meeting_id)))
        with translating_os_errors(path):
            self.make_root()
            with locked(self.root / ARCHIVE_LOCK):
                if path.exists():
                    raise MeetingExistsError(
                        _("There is already a meeting {id}; choose another name.").format(id=meeting_id)
                    )
                self._create_whole(path, changes, codec)
        return MeetingFolder(path, new_writer(), self._forget, codec)

    def _create_whole(self, path: Path, changes: Sequence[Change], codec: Codec) -> None:
        unfinished = path.with_name(f"{UNFINISHED}{os.urandom(4).hex()}")
        try:
            _make_private(unfinished)
            writer = changes[0].stamp.writer if changes else ""
            if isinstance(codec, vault.SealedCodec):
                codec.key_file.write(unfinished / vault.KEY_FILE)
            writer = writer if _WRITER.fullmatch(writer) else new_writer()
            folder = MeetingFolder(unfinished, writer, codec=codec)
            try:
                folder.write_first(changes)
            finally:
                folder.leave()
            unfinished.rename(path)
        except BaseException as error:
            shutil.rmtree(unfinished, ignore_errors=True)
            if isinstance(error, StoreError) and isinstance(error.__cause__, OSError):
                raise not_made_error(error.__cause__, self.root) from error
            raise
        sync_directory(self.root)

    def _forget(self, meeting_id: str) -> None:
        """Remove what else is known of a purged meeting, and keep when it was removed."""
        self._index.remove(meeting_id)
        remove_rescue_copies(meeting_id)
        with translating_os_errors(self.root):
            log_removal(self.root, meeting_id)

    def find(self, name: str) -> str:
        """Return the id that ``name`` is, or is the only beginning of; raise MeetingNotFoundError otherwise."""
        found = [meeting_id for meeting_id in self._ids() if name and meeting_id.startswith(name)]
        if name in found:
            return name
        if len(found) > 1:
            sentence = _("Several meetings begin with {id}. Write more characters.")
            raise MeetingNotFoundError(sentence.format(id=printable(name)))
        if not found:
            raise not_found_error(name)
        return found[0]

    def entries(self) -> list[IndexEntry]:
        """List all meetings, also damaged ones: the latest start first, those without a start last."""
        with translating_os_errors(self.root):
            self._remove_unfinished()
            return self._index.entries(iter(self._ids()))

    def latest(self) -> list[IndexEntry]:
        """List the latest meetings of a long list as they were when it was read last; none of a short list."""
        return self._index.latest()

    def read(self, meeting_id: str) -> Meeting | None:
        """Read a meeting as it stands, without opening it; None when it is locked or cannot be read."""
        return read_meeting(self.root / meeting_id)

    def open(self, meeting_id: str, writer: str | None = None, *, ask: bool = True) -> MeetingFolder:
        """Open a meeting by its exact id, to write under this name; with ``ask``, ask for a locked one's passphrase.

        Raises:
            MeetingNotFoundError: There is none.
            WrongPassphraseError: The third answer was wrong too.
        """
        path = self.root / meeting_id
        if not (_ID.fullmatch(meeting_id) and path.is_dir()):
            raise not_found_error(meeting_id)
        remove_temporary_files(path)
        if ask and Archive.ask_passphrase and self.is_locked(meeting_id):
            self._ask(meeting_id, Archive.ask_passphrase)
        codec = vault.codec_of(path, self._keys.get(meeting_id))
        return MeetingFolder(path, writer or new_writer(), self._forget, codec)

    def is_locked(self, meeting_id: str) -> bool:
        """Tell whether a meeting is sealed and its key is not known."""
        return meeting_id not in self._keys and vault.is_locked(self.root / meeting_id)

    def use_passphrase(self, meeting_id: str, secret: str) -> None:
        """Remember the key of a locked meeting, which its passphrase or its recovery key opens.

        Raises:
            WrongPassphraseError: It is neither.
            DamagedError: The key file is unreadable.
        """
        if found := vault.read_key_file(self.root / meeting_id):
            self._keys[meeting_id] = found.open(secret)

    def _ask(self, meeting_id: str, ask: Callable[[str], str]) -> None:
        question = _("Meeting {id} is locked. Passphrase:").format(id=meeting_id)
        for _attempt in range(ATTEMPTS - 1):
            try:
                self.use_passphrase(meeting_id, ask(question))
            except WrongPassphraseError as error:
                question = str(error)
            else:
                return
        self.use_passphrase(meeting_id, ask(question))

    def lock(self, meeting_id: str, passphrase: str) -> str:
        """Seal a meeting; return the recovery key, which is kept nowhere.

        Raises:
            WrongPassphraseError: The passphrase is too short.
            MeetingInUseError: Another process has the meeting open.
            StoreError: It is locked already, the library is missing, or the meeting cannot be read or written whole.
        """
        path, folder = self.root / meeting_id, self.open(meeting_id)
        self.require_unlocked(meeting_id)
        key_file, key, recovery_key = vault.new_key_file(passphrase)
        pending = path / vault.PENDING_KEY_FILE
        codec = vault.SealedCodec(Sealer(key, key_file.meeting), key_file)
        folder.rewrite(codec, lambda: key_file.write(pending), lambda: rename(pending, path / vault.KEY_FILE))
        self._index.remove(meeting_id)
        self._keys[meeting_id] = key
        return recovery_key

    def require_unlocked(self, meeting_id: str) -> None:
        """Raise StoreError when a meeting is locked already."""
        if vault.is_locked(self.root / meeting_id):
            raise StoreError(_("Meeting {id} is locked already; unlock it first.").format(id=meeting_id))

    def unlock(self, meeting_id: str) -> None:
        """Write a locked meeting in plain text again; its key must be known. Raises as ``lock`` does."""
        path, folder = self.root / meeting_id, self.open(meeting_id)
        if self.is_locked(meeting_id):
            raise locked_error(meeting_id)
        pending = path / vault.PENDING_KEY_FILE
        folder.rewrite(PLAIN, lambda: rename(path / vault.KEY_FILE, pending), lambda: vault.destroy_key(path))
        self._index.remove(meeting_id)
        self._keys.pop(meeting_id, None)

    def change_passphrase(self, meeting_id: str, passphrase: str) -> None:
        """Give a locked meeting another passphrase; its key must be known, and what is sealed stays as it is."""
        path = self.root / meeting_id
        if found := vault.read_key_file(path):
            found.with_passphrase(self._keys[meeting_id], passphrase).write(path / vault.KEY_FILE)

    def _ids(self) -> list[str]:
        with translating_os_errors(self.root):
            return [name for name in folder_names(self.root) if _ID.fullmatch(name)]

    def _remove_unfinished(self) -> None:
        """Remove what a process that was killed while creating a meeting has left."""
        unfinished = [name for name in folder_names(self.root) if _UNFINISHED.fullmatch(name)]
        # Whoever creates a meeting holds the lock.
        with suppress(OSError, StoreError):
            if unfinished and (lock := try_lock(self.root / ARCHIVE_LOCK)):
                for name in unfinished:
                    shutil.rmtree(self.root / name, ignore_errors=True)
                lock.release()

    def make_root(self) -> None:
        """Create the folder of the archive, for its owner only."""
        if self.root.exists() and not self.root.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        missing = [folder for folder in (self.root, *self.root.parents) if not folder.exists()]
        for folder in reversed(missing):
            _make_private(folder)
            sync_directory(folder.parent)


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    # A umask that takes away the owner's own rights would make a folder that nobody can use.
    if not is_owners(folder.stat().st_mode, PRIVATE_FOLDER):
        folder.chmod(PRIVATE_FOLDER)
