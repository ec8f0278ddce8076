"""The end of a meeting, and the health of the archive."""

from __future__ import annotations

import os
import platform
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sip_tui import __version__
from sip_tui.cli import output
from sip_tui.cli.errors import DAMAGED, DONE, CommandRefusedError
from sip_tui.cli.meetings import open_archive, open_folder
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.people.floor import end_turns
from sip_tui.meeting.time.agenda import close_meeting
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive, MeetingFolder, StoreError

LIBRARIES = ("textual", "tinydb", "markdown-it-py", "pendulum", "phonenumbers", "filelock", "platformdirs")
ENVIRONMENT_VARIABLES = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "LC_ALL", "NO_COLOR", "SIP_TUI_DATA")
GROUP_AND_OTHER_BITS = 0o077
"""The rights that nobody but the owner may have."""


def close(options: Namespace) -> int:
    """Close a meeting for good: verified on disk, journals removed; say what is still open."""
    folder = open_folder(options)
    if folder.other_seats():
        # Before anything is written: the others must not see the meeting end while they are in it.
        raise CommandRefusedError(
            _("Meeting {id} is open in another window; close it there first.").format(id=folder.id)
        )
    room = MeetingSession(folder)
    moment = room.edit_context()
    if timing_at(room.meeting, moment.at).closed is None:
        room.write((*end_turns(room.meeting, moment), *close_meeting(moment)))
    room.close()
    from sip_tui.cli.summary import open_lines

    output.write_line(_("Meeting {id} is closed and saved.").format(id=folder.id))
    for line in open_lines(room.meeting):
        output.write_line(line)
    return DONE


def doctor(options: Namespace) -> int:
    """Look over the program and the archive; with ``--restore`` put one meeting back first."""
    every = open_archive(options)
    if options.restore:
        output.write_line(every.open(every.find(options.restore)).restore())
        return DONE
    for line in _program():
        output.write_line(line)
    output.write_line()
    return _archive(every)


def _program() -> Iterator[str]:
    yield f"sip-tui {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    yield ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    yield ", ".join(f"{name}={os.environ[name]}" for name in ENVIRONMENT_VARIABLES if name in os.environ)
    yield _("stdout: {encoding}, {kind}").format(
        encoding=sys.stdout.encoding, kind=_("a terminal") if sys.stdout.isatty() else _("no terminal")
    )


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return _("missing")


def _archive(every: Archive) -> int:
    if not every.root.is_dir():
        output.write_line(_("There is no archive at {path} yet; sip-tui new makes it").format(path=every.root))
        return DONE
    output.write_line(_("Archive: {path}").format(path=every.root))
    for line in _rights(every.root):
        output.write_line(line)
    entries = every.entries()
    ill = sum(not _looked_at(every, one.id) for one in entries)
    count = ngettext("{count} meeting", "{count} meetings", len(entries)).format(count=len(entries))
    output.write_line(
        _("{meetings}, {ill} damaged").format(meetings=count, ill=ill)
        if ill
        else _("{meetings}, all in good order").format(meetings=count)
    )
    return DAMAGED if ill else DONE


def _looked_at(every: Archive, meeting_id: str) -> bool:
    """Read one meeting with all its journals; false, and why, when something of it is damaged."""
    left = [*_leftovers(every.root / meeting_id), *_rights(every.root / meeting_id)]
    folder = every.open(meeting_id)
    wrong = list(_damage(folder))
    for line in (*wrong, *left):
        output.write_line(f"{meeting_id}: {line}")
    return not wrong


def _damage(folder: MeetingFolder) -> Iterator[str]:
    try:
        folder.load()
    except StoreError as error:
        yield str(error)
        yield _("to put it back: sip-tui doctor --restore {id}").format(id=folder.id)
    yield from folder.warnings


def _leftovers(folder: Path) -> Iterator[str]:
    for pattern in ("*.tmp", "*.damaged*"):
        for path in sorted(folder.glob(pattern)):
            yield _("{name} is left over from an earlier trouble").format(name=path.name)


def _rights(folder: Path) -> Iterator[str]:
    """Say which of the folder's own files others may read, and whether we may write at all."""
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield _("{path} may not be read and written").format(path=folder)
        return
    for path in (folder, *sorted(one for one in folder.iterdir() if one.is_file())):
        # A file of another process may be gone since it was listed.
        with suppress(FileNotFoundError):
            if os.name == "posix" and path.stat().st_mode & GROUP_AND_OTHER_BITS:
                yield _("others on this computer may read {path}; run chmod go-rwx on it").format(path=path)
