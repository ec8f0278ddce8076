"""All meetings of one user: where they are, what they are called, how a new one begins."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Change
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store.atomic import sync_directory
from sip_tui.store.cleanup import remove_temporary_files
from sip_tui.store.errors import (
    MeetingExistsError,
    MeetingNotFoundError,
    not_found_error,
    printable,
    translating_os_errors,
)
from sip_tui.store.index import Index, IndexEntry, folder_names
from sip_tui.store.meeting_folder import MeetingFolder

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_WRITER = re.compile(r"[A-Za-z0-9]{1,32}")
PRIVATE_FOLDER = 0o700


def archive_path(option: str | None = None) -> Path:
    """Where the archive is: what was asked for, else ``$SIP_TUI_DATA``, else the user's own data folder."""
    if chosen := option or os.environ.get("SIP_TUI_DATA"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("sip-tui", appauthor=False)


def new_writer() -> str:
    """A name for this process that no other has."""
    return os.urandom(4).hex()


class Archive:
    """A folder with one folder a meeting."""

    def __init__(self, root: Path) -> None:
        self.root = Path(root)
        self._index = Index(self.root)

    def create(self, meeting_id: str, changes: Sequence[Change]) -> MeetingFolder:
        """Make a meeting that begins with these changes; it is on the disk when this returns.

        The folder's writer is the one that stamped the first change.

        Raises:
            MeetingExistsError: The id is taken, or is not letters, digits, ``-`` and ``_``, at most 64 of them.
            NotWritableError: The archive may not be written.
            DiskFullError: There is no room; nothing is left behind.
        """
        folder = MeetingFolder(self._make(meeting_id), _writer_of(changes), self._index.remove)
        ledger = Ledger()
        ledger.add(changes)
        try:
            # In a journal as well as in the meeting file, so that either can be built again from the other.
            folder.append(changes, origin=True)
            folder.first_checkpoint(ledger)
        except BaseException:
            folder.leave()
            shutil.rmtree(folder.path, ignore_errors=True)
            raise
        return folder

    def find(self, name: str) -> str:
        """Give the id that ``name`` is, or is the only beginning of; raise MeetingNotFoundError otherwise."""
        found = [meeting_id for meeting_id in self._ids() if name and meeting_id.startswith(name)]
        if name in found:
            return name
        if len(found) > 1:
            raise MeetingNotFoundError(
                _("More than one meeting begins with {id}; write more of the name.").format(id=printable(name))
            )
        if not found:
            raise not_found_error(name)
        return found[0]

    def entries(self) -> list[IndexEntry]:
        """All meetings, the latest start first; those without a start come last. Damaged ones are among them."""
        with translating_os_errors(self.root):
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

    def _make(self, meeting_id: str) -> Path:
        path = self.root / meeting_id
        if not _ID.fullmatch(meeting_id):
            raise MeetingExistsError(
                _("{id} cannot name a meeting; use letters, digits and -.").format(id=printable(meeting_id))
            )
        with translating_os_errors(path):
            self._make_root()
            if path.exists():
                raise MeetingExistsError(
                    _("There is already a meeting {id}; choose another name.").format(id=meeting_id)
                )
            path.mkdir(mode=PRIVATE_FOLDER)
            path.chmod(PRIVATE_FOLDER)
            sync_directory(self.root)
        return path

    def _make_root(self) -> None:
        missing = [folder for folder in (self.root, *self.root.parents) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            # A mask that takes away the owner's own rights would make an archive that nobody can use.
            folder.chmod(PRIVATE_FOLDER)
            sync_directory(folder.parent)


def _writer_of(changes: Sequence[Change]) -> str:
    writer = changes[0].stamp.writer if changes else ""
    return writer if _WRITER.fullmatch(writer) else new_writer()
