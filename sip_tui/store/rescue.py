"""A whole meeting saved elsewhere, because its own archive cannot be written."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sip_tui.meeting.log.change import Change
from sip_tui.store.archive import PRIVATE_FOLDER, Archive
from sip_tui.store.codec import PLAIN, Codec
from sip_tui.store.errors import StoreError, not_found_error, translating_os_errors
from sip_tui.store.removal import RESCUE, rescue_parents


def rescue_copy(meeting_id: str, changes: Sequence[Change], parents: Sequence[Path] = (), codec: Codec = PLAIN) -> Path:
    """Save a whole meeting in an archive elsewhere, because its own cannot be written; return the copy's folder.

    Args:
        meeting_id: The copy is called this and four random digits.
        codec: That of the meeting's folder: the copy of a locked meeting is locked too.
        changes: What the meeting consists of.
        parents: Folders to try; the user's home, the temporary folder and shared memory when left out.

    Raises:
        StoreError: None of them takes it.
    """
    name = f"{meeting_id[:59]}-{os.urandom(2).hex()}"
    failure: StoreError = not_found_error(meeting_id)
    for parent in parents or rescue_parents():
        try:
            with translating_os_errors(parent):
                root = _private_archive(parent)
            return Archive(root).create(name, changes, codec).path
        except StoreError as error:
            failure = error
    raise failure


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
