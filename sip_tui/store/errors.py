"""Errors of the store: each is one sentence that says what happened and what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from sip_tui.i18n.file_errors import file_error_reason
from sip_tui.i18n.translation import _

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.EISDIR})


class StoreError(Exception):
    """One sentence that says what happened and what to do; never contains text of a meeting."""

    code: ClassVar[int] = 3
    """Exit code."""

    def __init__(self, sentence: str, reason: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason or sentence
        """The cause in a few words, for a narrow header."""


class MeetingNotFoundError(StoreError):
    """No meeting, or more than one, has this name."""

    code = 2


class MeetingExistsError(StoreError):
    """The id is taken, or cannot name a folder."""

    code = 2


class MeetingInUseError(StoreError):
    """Another living process has the meeting open."""

    code = 1


class LockedError(StoreError):
    """The meeting is sealed, and nobody has given its passphrase."""

    code = 1


class DamagedError(StoreError):
    """A file is unreadable, or was written by a newer program; it is left alone."""


class NewerFormatError(DamagedError):
    """A newer program has written this meeting."""


class NotWritableError(StoreError):
    """The archive may not be written."""


class NotClosedError(StoreError):
    """The meeting has ended, but the disk still holds what was removed from it."""


class DiskFullError(StoreError):
    """There is no room; what was to be saved is in memory and can be saved again."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, _("the disk is full"))


@contextmanager
def translating_os_errors(path: Path) -> Iterator[None]:
    """Convert an OSError at ``path`` to a StoreError."""
    try:
        yield
    except OSError as error:
        raise store_error(error, path) from error


def store_error(error: OSError, path: Path) -> StoreError:
    """Build the StoreError for an OSError."""
    place = printable(str(path))
    if error.errno in FULL:
        sentence = _("The disk is full at {place}; make room, then save again.")
        return DiskFullError(sentence.format(place=place))
    if error.errno in FORBIDDEN:
        sentence = _("{place} cannot be written; check its permissions, or choose another folder with --data.")
        return NotWritableError(sentence.format(place=place), _("the folder cannot be written to"))
    reason = file_error_reason(error)
    sentence = _("{place} cannot be used ({reason}); run sip-tui doctor.")
    return StoreError(sentence.format(place=place, reason=reason), reason_of(error))


def not_made_error(error: OSError, root: Path) -> StoreError:
    """Build the StoreError for an OSError while a meeting was being made in the archive ``root``."""
    if error.errno not in FULL:
        return store_error(error, root)
    sentence = _("The disk is full at {place}, so no meeting was made. Make room, then try again.")
    return DiskFullError(sentence.format(place=printable(str(root))))


def reason_of(error: OSError) -> str:
    """Return what the system refused, in a few words."""
    if error.errno in FULL:
        return _("the disk is full")
    if error.errno in FORBIDDEN:
        return _("the folder cannot be written to")
    return _("the folder is gone") if error.errno == errno.ENOENT else file_error_reason(error)


def damaged_error(meeting_id: str) -> DamagedError:
    """Build the error for an unreadable checkpoint."""
    sentence = _("The file of meeting {id} is damaged; run sip-tui doctor to put back its latest good copy.")
    return DamagedError(sentence.format(id=printable(meeting_id)), _("the meeting's file is damaged"))


def locked_error(meeting_id: str) -> LockedError:
    """Build the error for a sealed meeting whose key is not known."""
    sentence = _("Meeting {id} is locked; open it with its passphrase.")
    return LockedError(sentence.format(id=printable(meeting_id)), _("the meeting is locked"))


def newer_error(meeting_id: str) -> NewerFormatError:
    """Build the error for a meeting that a newer program has written."""
    sentence = _("Meeting {id} was written by a newer sip-tui; upgrade the program to open it.")
    return NewerFormatError(sentence.format(id=printable(meeting_id)))


def not_found_error(name: str) -> MeetingNotFoundError:
    """Build the error for a name that no meeting has."""
    sentence = _("There is no meeting {id}; sip-tui list shows those there are.")
    return MeetingNotFoundError(sentence.format(id=printable(name)))


def in_use_error(meeting_id: str) -> MeetingInUseError:
    """Build the error for a meeting that another process has open."""
    sentence = _("Meeting {id} is open in another window; close it there first.")
    return MeetingInUseError(sentence.format(id=printable(meeting_id)))


def printable(text: str) -> str:
    """Replace what could steer a terminal, and cut at 200 characters."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[:200])
