"""``sip-tui connect``, ``sync``, ``invite`` and ``join``: a meeting on several machines."""

from __future__ import annotations

import os
from argparse import Namespace
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sip_tui.cli import console
from sip_tui.cli.disconnect import disconnect
from sip_tui.cli.errors import DONE, REFUSED, CommandRefusedError, UsageError
from sip_tui.cli.meetings import open_archive, open_folder
from sip_tui.i18n.translation import _
from sip_tui.phrasing.sharing import offline_words, waiting_words
from sip_tui.store import Archive, MeetingFolder, MeetingInUseError, StoreError
from sip_tui.store.atomic import replace_file
from sip_tui.store.errors import translating_os_errors
from sip_tui.store.origin import write_origin
from sip_tui.store.replicas import SyncState, is_shared
from sip_tui.store.sealing import SealError
from sip_tui.sync.address import Address, has_password, parse_address
from sip_tui.sync.database import Database
from sip_tui.sync.errors import OfflineError, TakesNothingError
from sip_tui.sync.invitation import SUFFIX, open_invitation, seal_invitation
from sip_tui.sync.once import exchange_once, waiting_changes
from sip_tui.sync.settings import (
    SyncSettings,
    archive_address,
    new_settings,
    read_settings,
    write_archive_address,
    write_settings,
)
from sip_tui.sync.status import SyncStatus

PASSPHRASE = "SIP_TUI_PASSPHRASE"
"""An environment variable, for scripts; people are asked."""


def connect(options: Namespace) -> int:
    """Connect the archive, or one meeting of it, to a database; with --off the way back."""
    if options.off is not None:
        return disconnect(options)
    if not options.url:
        raise UsageError(_("Write the address too: sip-tui connect postgresql://name@server/database"))
    address = _checked_address(options.url)
    archive = open_archive(options)
    if not options.id:
        write_archive_address(archive.root, address)
        sentence = _("Connected to {place}. To share a meeting with another machine: sip-tui invite ID.")
        console.write_line(sentence.format(place=address.place))
        return DONE
    folder = open_folder(options)
    known = read_settings(folder)
    # One that is shared already may move to another address of the same database.
    settings = replace(known, address=address) if known else new_settings(address)
    if known:
        write_settings(folder, settings)
    else:
        _share(folder, settings)
    _exchange(folder, settings)
    return DONE


def _checked_address(url: str) -> Address:
    """Parse an address and see that the database can be used."""
    address = parse_address(url)
    if has_password(url):
        console.write_note(_("The password is not kept. Put it into ~/.pgpass, where libpq finds it."))
    with closing(_reached(address)) as database:
        database.check_schema()
    return address


def _reached(address: Address) -> Database:
    """Connect for the first time: nothing waits here yet, and the address may be wrong."""
    try:
        return Database(address)
    except TakesNothingError:
        raise
    except OfflineError:
        sentence = _("No database answers at {place}; check the address and the network, and try again.")
        raise CommandRefusedError(sentence.format(place=address.place)) from None


def _share(folder: MeetingFolder, settings: SyncSettings) -> None:
    """Share a meeting: from now on what is written in it is sent."""
    folder.load()
    write_origin(folder)
    write_settings(folder, settings)


def sync(options: Namespace) -> int:
    """Create the tables, tell how things stand, or send and fetch once."""
    archive = open_archive(options)
    if options.init is not None:
        return _init(archive, options.init)
    names = [archive.find(options.id)] if options.id else [entry.id for entry in archive.entries()]
    folders = [archive.open(name, ask=not options.status) for name in names if is_shared(archive.root / name)]
    if not folders:
        raise CommandRefusedError(
            _("No meeting here is shared. To share one: sip-tui connect, then sip-tui invite ID.")
        )
    if options.status:
        return max(_write_status(folder, _known_status(folder)) for folder in folders)
    return max(_exchange_or_tell(folder) for folder in folders)


def _init(archive: Archive, url: str) -> int:
    address = parse_address(url) if url else archive_address(archive.root)
    if address is None:
        raise UsageError(_("Write the address too: sip-tui sync --init postgresql://name@server/database"))
    with closing(_reached(address)) as database:
        database.create_schema()
    console.write_line(_("The tables of sip-tui are in place at {place}.").format(place=address.place))
    return DONE


def _known_status(folder: MeetingFolder) -> SyncStatus:
    status = SyncStatus.from_row(SyncState.read(folder.path).status)
    with suppress(ValueError):
        return SyncStatus(**{**status.as_row(), "waiting": waiting_changes(folder)})
    return status


def _exchange_or_tell(folder: MeetingFolder) -> int:
    try:
        if settings := read_settings(folder):
            return _exchange(folder, settings)
    except MeetingInUseError:
        return _write_status(folder, _known_status(folder))
    except StoreError as error:
        console.write_error(f"{folder.id}: {error}")
        return REFUSED
    return DONE


def _exchange(folder: MeetingFolder, settings: SyncSettings) -> int:
    folder.load()
    code = _write_status(folder, exchange_once(folder, settings))
    with suppress(StoreError):
        folder.checkpoint()
    return code


def _write_status(folder: MeetingFolder, status: SyncStatus) -> int:
    """Say what the others have, or what is wrong: then nothing is called shared; return the exit code."""
    if status.trouble:
        console.write_error(f"{folder.id}: {status.trouble}")
        return REFUSED
    console.write_line(f"{folder.id}: {_status_words(status)}")
    return DONE


def _status_words(status: SyncStatus) -> str:
    """Say in one line what the others have."""
    if not status.online and status.offline_since:
        return offline_words(datetime.fromtimestamp(status.offline_since, UTC), status.waiting)
    if status.waiting:
        return waiting_words(status.waiting)
    if not status.machines:
        return _("sent; no other machine has joined yet")
    if status.shared:
        return _("shared; the others have everything")
    return _("sent; the others have not fetched everything yet")


def invite(options: Namespace) -> int:
    """Write an invitation to a meeting, sealed with a passphrase."""
    folder = open_folder(options)
    known = read_settings(folder)
    address = known.address if known else archive_address(Path(folder.path).parent)
    if address is None:
        sentence = _("Meeting {id} has no database yet; run sip-tui connect postgresql://name@server/database.")
        raise CommandRefusedError(sentence.format(id=folder.id))
    path = Path(options.output or f"{folder.id}{SUFFIX}")
    if os.path.lexists(path):
        raise CommandRefusedError(_("{path} is there already; choose another name with -o.").format(path=path))
    settings = known or new_settings(address)
    content = seal_invitation(folder.id, settings, _passphrase(again=True))
    if known is None:
        _share(folder, settings)
    with translating_os_errors(path):
        replace_file(path, content)
    sentence = _("Saved: {path}. Send it as it is. Give the passphrase in another way, by telephone.")
    console.write_line(sentence.format(path=path))
    # Who has the meeting open sends it.
    with suppress(MeetingInUseError):
        return _exchange(folder, settings)
    return DONE


def join(options: Namespace) -> int:
    """Take part in a meeting by an invitation; print what the meeting is called here."""
    content = console.read_bytes(options.file)
    invitation = open_invitation(content, _passphrase())
    archive = open_archive(options)
    _checked_address(invitation.settings.address.url)
    _refuse_known(archive, invitation.settings)
    folder = archive.create(options.name or invitation.meeting_id, [])
    try:
        write_settings(folder, invitation.settings)
        exchange_once(folder, invitation.settings)
        if not folder.load().tables:
            raise CommandRefusedError(
                _("There is nothing of this meeting in the database; ask for a new sharing file.")
            )
        folder.checkpoint()
    except BaseException:
        folder.purge()
        raise
    console.write_line(folder.id)
    return DONE


def _refuse_known(archive: Archive, settings: SyncSettings) -> None:
    """Refuse a meeting that is here already: its own changes would come back to it as another's."""
    for entry in archive.entries():
        if not is_shared(archive.root / entry.id) or archive.is_locked(entry.id):
            continue
        known = None
        with suppress(SealError):
            known = read_settings(archive.open(entry.id))
        if known and known.meeting == settings.meeting:
            sentence = _("This meeting is here already, as {id}; open it with sip-tui secretary {id}.")
            raise CommandRefusedError(sentence.format(id=entry.id))


def _passphrase(*, again: bool = False) -> str:
    """Ask for a passphrase, without showing it."""
    if given := os.environ.get(PASSPHRASE):
        return given
    if not console.is_interactive():
        sentence = _("The passphrase is asked for in a terminal; in a script, put it into {variable}.")
        raise UsageError(sentence.format(variable=PASSPHRASE))
    from getpass import getpass

    passphrase = getpass(_("Passphrase: "))
    if again and getpass(_("Once more: ")) != passphrase:
        raise CommandRefusedError(_("The two are not the same. Nothing was written; try again."))
    return passphrase
