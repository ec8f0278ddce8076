"""All meetings of one user: where they are, what they are called, how a new one is created."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Change
from sip_tui.store.atomic import sync_directory
from sip_tui.store.cleanup import remove_temporary_files
from sip_tui.store.errors import (
    MeetingExistsError,
    MeetingNotFoundError,
    StoreError,
    not_found_error,
    printable,
    translating_os_errors,
)
from sip_tui.store.index import ARCHIVE_LOCK, Index, IndexEntry, folder_names
from sip_tui.store.locks import locked, try_lock
from sip_tui.store.meeting_folder import MeetingFolder

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_WRITER = re.compile(r"[A-Za-z0-9]{1,32}")
UNFINISHED = ".new-"
"""Prefix of a folder in which a meeting is being created; no meeting's id begins like this."""
PRIVATE_FOLDER = 0o700
RESCUE = "sip-tui-rescue"


def archive_path(option: str | None = None) -> Path:
    """Return where the archive is: the option, else ``$SIP_TUI_DATA``, else the user's data folder."""
    if chosen := option or os.environ.get("SIP_TUI_DATA"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("sip-tui", appauthor=False)


def new_writer() -> str:
    """Return a unique name for this process."""
    return os.urandom(4).hex()


def rescue_copy(meeting_id: str, changes: Sequence[Change], parents: Sequence[Path] = ()) -> Path:
    """Save a whole meeting in an archive elsewhere, because its own cannot be written; return the copy's folder.

    Args:
        meeting_id: The copy is called this and four random digits.
        changes: What the meeting consists of.
        parents: Folders to try; the user's home, the temporary folder and shared memory when left out.

    Raises:
        StoreError: None of them takes it.
    """
    name = f"{meeting_id[:59]}-{os.urandom(2).hex()}"
    failure: StoreError = not_found_error(meeting_id)
    for parent in parents or _rescue_parents():
        try:
            with translating_os_errors(parent):
                root = _private_archive(parent)
            return Archive(root).create(name, changes).path
        except StoreError as error:
            failure = error
    raise failure


def _rescue_parents() -> list[Path]:
    import tempfile

    return [Path.home(), Path(tempfile.gettempdir()), Path("/dev/shm")]


def _private_archive(parent: Path) -> Path:
    """Return a folder in ``parent`` that nobody else owns or can have planted; a new one where the usual name is."""
    root = parent / RESCUE
    with suppress(FileExistsError):
        root.mkdir(mode=PRIVATE_FOLDER)
    found = root.lstat()
    is_private = stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
    if os.name == "posix" and not (is_private and found.st_uid == os.geteuid()):
        import tempfile

        return Path(tempfile.mkdtemp(prefix=f"{RESCUE}-", dir=parent))
    return root


class Archive:
    """A folder with one folder per meeting."""

    def __init__(self, root: Path) -> None:
        self.root = Path(root)
        self._index = Index(self.root)

    def create(self, meeting_id: str, changes: Sequence[Change]) -> MeetingFolder:
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
            self._make_root()
            with locked(self.root / ARCHIVE_LOCK):
                if path.exists():
                    raise MeetingExistsError(
                        _("There is already a meeting {id}; choose another name.").format(id=meeting_id)
                    )
                self._create_whole(path, changes)
        return MeetingFolder(path, new_writer(), self._index.remove)

    def _create_whole(self, path: Path, changes: Sequence[Change]) -> None:
        unfinished = path.with_name(f"{UNFINISHED}{os.urandom(4).hex()}")
        try:
            _make_private(unfinished)
            writer = changes[0].stamp.writer if changes else ""
            folder = MeetingFolder(unfinished, writer if _WRITER.fullmatch(writer) else new_writer())
            try:
                folder.write_first(changes)
            finally:
                folder.leave()
            unfinished.rename(path)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        sync_directory(self.root)

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

    def open(self, meeting_id: str, writer: str | None = None) -> MeetingFolder:
        """Open a meeting by its exact id, to write under this name; raise MeetingNotFoundError when there is none."""
        path = self.root / meeting_id
        if not (_ID.fullmatch(meeting_id) and path.is_dir()):
            raise not_found_error(meeting_id)
        remove_temporary_files(path)
        return MeetingFolder(path, writer or new_writer(), self._index.remove)

    def _ids(self) -> list[str]:
        with translating_os_errors(self.root):
            return [name for name in folder_names(self.root) if _ID.fullmatch(name)]

    def _remove_unfinished(self) -> None:
        """Remove what a process that was killed while creating a meeting has left."""
        unfinished = [name for name in folder_names(self.root) if name.startswith(UNFINISHED)]
        # Whoever creates a meeting holds the lock.
        with suppress(OSError, StoreError):
            if unfinished and (lock := try_lock(self.root / ARCHIVE_LOCK)):
                for name in unfinished:
                    shutil.rmtree(self.root / name, ignore_errors=True)
                lock.release()

    def _make_root(self) -> None:
        if self.root.exists() and not self.root.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        missing = [folder for folder in (self.root, *self.root.parents) if not folder.exists()]
        for folder in reversed(missing):
            _make_private(folder)
            sync_directory(folder.parent)


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    # A umask that takes away the owner's own rights would make a folder that nobody can use.
    folder.chmod(PRIVATE_FOLDER)
