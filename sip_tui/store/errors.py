"""What can go wrong between the changes and the disk, each as one sentence that says what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from sip_tui.i18n.translation import _

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.EISDIR})


class StoreError(Exception):
    """One sentence that says what happened and what to do; never holds words from a meeting."""

    code: ClassVar[int] = 3
    """The exit code of the program (design §6)."""


class MeetingNotFoundError(StoreError):
    """No meeting, or more than one, goes by this name."""

    code = 2


class MeetingExistsError(StoreError):
    """The id is taken, or cannot be the name of a folder."""

    code = 2


class MeetingInUseError(StoreError):
    """Another living process has the meeting open."""

    code = 1


class DamagedError(StoreError):
    """A file is unreadable, or was written by a newer program; it is left as it is."""


class NewerFormatError(DamagedError):
    """A newer program has written this meeting."""


class NotWritableError(StoreError):
    """The archive may not be written."""


class DiskFullError(StoreError):
    """There is no room; what was to be saved is still in memory and can be saved again."""


@contextmanager
def translating_os_errors(path: Path) -> Iterator[None]:
    """Turn an error of the operating system, at ``path``, into a sentence."""
    try:
        yield
    except OSError as error:
        raise store_error(error, path) from error


def store_error(error: OSError, path: Path) -> StoreError:
    """Give the error that says what the operating system meant."""
    place = printable(str(path))
    if error.errno in FULL:
        return DiskFullError(_("The disk is full at {place}; make room, then save again.").format(place=place))
    if error.errno in FORBIDDEN:
        return NotWritableError(
            _("{place} cannot be written; check its permissions, or choose another folder with --data.").format(
                place=place
            )
        )
    reason = error.strerror or type(error).__name__
    return StoreError(_("{place} cannot be used ({reason}); run sip-tui doctor.").format(place=place, reason=reason))


def damaged_error(meeting_id: str) -> DamagedError:
    """Give the error for a meeting file that cannot be read."""
    return DamagedError(
        _("The file of meeting {id} is damaged; run sip-tui doctor to put back its latest good copy.").format(
            id=printable(meeting_id)
        )
    )


def newer_error(meeting_id: str) -> NewerFormatError:
    """Give the error for a meeting that a newer program has written."""
    return NewerFormatError(
        _("Meeting {id} was written by a newer sip-tui; upgrade the program to open it.").format(
            id=printable(meeting_id)
        )
    )


def not_found_error(name: str) -> MeetingNotFoundError:
    """Give the error for a name that is no meeting's."""
    return MeetingNotFoundError(
        _("There is no meeting {id}; sip-tui list shows those there are.").format(id=printable(name))
    )


def printable(text: str) -> str:
    """Give the text without what could steer a terminal, at most 200 characters long."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text[:200])
