"""``sip-tui close`` and ``doctor``: the end of a meeting, and the health of the archive."""

from __future__ import annotations

import errno
import os
import platform
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sip_tui import __version__
from sip_tui.cli import console
from sip_tui.cli.errors import DAMAGED, DONE
from sip_tui.cli.meetings import open_archive, open_folder
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.people.floor import end_turns
from sip_tui.meeting.time.agenda import close_meeting
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.resources import settings_path
from sip_tui.resources.glossary import own_terms
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive, LockedError, MeetingFolder, StoreError
from sip_tui.store.errors import store_error
from sip_tui.store.file_systems import place_warning, rights_warning
from sip_tui.store.folder_warnings import is_open_to_others

LIBRARIES = ("textual", "tinydb", "markdown-it-py", "pendulum", "phonenumbers", "filelock", "platformdirs")
ENVIRONMENT_VARIABLES = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "LC_ALL", "NO_COLOR", "SIP_TUI_DATA")


def close(options: Namespace) -> int:
    """Close a meeting for good: verify the checkpoint, remove the journals; print what is still open."""
    from sip_tui.sync.once import require_alone

    folder = open_folder(options)
    try:
        # Before anything is written: the others must not see the meeting end.
        require_alone(folder)
        session = MeetingSession(folder)
        context = session.edit_context()
        if timing_at(session.meeting, context.at).closed is None:
            session.write((*end_turns(session.meeting, context), *close_meeting(context)))
        session.close(partial(_last_look, session))
    finally:
        folder.leave()
    from sip_tui.cli.summary import open_lines

    console.write_line(_("Meeting {id} is closed and saved.").format(id=folder.id))
    for line in open_lines(session.meeting):
        console.write_line(line)
    return DONE


def _last_look(session: MeetingSession) -> None:
    """Fetch the last of the others, and show what lost against another value: closing keeps none of it."""
    from sip_tui.cli.summary import conflict_lines
    from sip_tui.sync.once import require_alone

    require_alone(session.folder)
    session.poll()
    for line in conflict_lines(session.meeting):
        console.write_line(line)
    sys.stdout.flush()


def doctor(options: Namespace) -> int:
    """Report on the program and the archive; with ``--restore``, restore one meeting instead."""
    archive = open_archive(options, warn=bool(options.restore))
    if options.restore:
        console.write_line(archive.open(archive.find(options.restore)).restore())
        return DONE
    for line in _program():
        console.write_line(line)
    console.write_line()
    return _check_archive(archive)


def _program() -> Iterator[str]:
    yield f"sip-tui {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    yield ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    yield ", ".join(f"{name}={os.environ[name]}" for name in ENVIRONMENT_VARIABLES if name in os.environ)
    _own, trouble = own_terms(settings_path().with_name("glossary.json"))
    yield from filter(None, [trouble])
    yield _("stdout: {encoding}, {kind}").format(
        encoding=sys.stdout.encoding, kind=_("a terminal") if sys.stdout.isatty() else _("no terminal")
    )


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return _("missing")


def _check_archive(archive: Archive) -> int:
    if not archive.root.is_dir():
        _require_room_for(archive.root)
        console.write_line(_("There is no archive at {path} yet; sip-tui new makes it").format(path=archive.root))
        return DONE
    console.write_line(_("Archive: {path}").format(path=archive.root))
    rights = rights_warning(archive.root) if is_open_to_others(archive.root) else ""
    remarks = [*_permissions(archive.root), *filter(None, [rights])]
    for line in (*remarks, *filter(None, [place_warning(archive.root)])):
        console.write_line(line)
    entries = archive.entries()
    remarks += [line for entry in entries for line in _permissions(archive.root / entry.id)]
    damaged = sum(not _check_meeting(archive, entry.id) for entry in entries)
    count = ngettext("{count} meeting", "{count} meetings", len(entries)).format(count=len(entries))
    console.write_line(_verdict(damaged, remarks).format(meetings=count, ill=damaged))
    return DAMAGED if damaged else DONE


def _verdict(damaged: int, remarks: Sequence[str]) -> str:
    if damaged:
        return _("{meetings}, {ill} damaged")
    return _("{meetings}, none damaged; see what is said above") if remarks else _("{meetings}, all in good order")


def _require_room_for(root: Path) -> None:
    """Raise StoreError when the archive's name, or a part of the way to it, belongs to something else than a folder."""
    taken = next(place for place in (root, *root.absolute().parents) if os.path.lexists(place))
    if not taken.is_dir():
        raise store_error(NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)), taken)


def _check_meeting(archive: Archive, meeting_id: str) -> bool:
    """Load one meeting with all its journals and print what is wrong; false when something is damaged."""
    path = archive.root / meeting_id
    remarks = [*_leftovers(path), *_permissions(path)]
    damage = list(_damage(archive.open(meeting_id, ask=False)))
    for line in (*damage, *remarks):
        console.write_line(f"{meeting_id}: {line}")
    return not damage


def _damage(folder: MeetingFolder) -> Iterator[str]:
    try:
        folder.load()
    except LockedError:
        return
    except StoreError as error:
        yield str(error)
        yield _("to put it back: sip-tui doctor --restore {id}").format(id=folder.id)
    yield from folder.damage


def _leftovers(folder: Path) -> Iterator[str]:
    for pattern in ("*.tmp", "*.damaged*"):
        for path in sorted(folder.glob(pattern)):
            yield _("{name} is left over from an earlier problem").format(name=path.name)
    for path in sorted(folder.iterdir()):
        if not path.is_file():
            yield _("{name} is not an ordinary file, and is not read").format(name=path.name)


def _permissions(folder: Path) -> Iterator[str]:
    """List the folder's own files that others may read; or say that the folder is not ours to write."""
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield _("{path} cannot be read and written to").format(path=folder)
        return
    if rights_warning(folder):
        return
    for path in (folder, *sorted(path for path in folder.iterdir() if path.is_file())):
        if is_open_to_others(path):
            yield _("others on this computer may read {path}; run chmod go-rwx on it").format(path=path)
