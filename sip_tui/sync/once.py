"""One exchange without a screen, and the last one of a machine: what the commands do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sip_tui.i18n.translation import _
from sip_tui.store import MeetingFolder, MeetingInUseError
from sip_tui.store.errors import in_use_error
from sip_tui.store.locks import try_lock
from sip_tui.store.replicas import SYNC_LOCK, SyncState, forget_sharing, is_shared, unsent_lines
from sip_tui.sync.database import Database
from sip_tui.sync.errors import SyncError
from sip_tui.sync.exchange import Exchange
from sip_tui.sync.settings import SyncSettings, read_settings
from sip_tui.sync.status import SyncStatus


def exchange_once(folder: MeetingFolder, settings: SyncSettings) -> SyncStatus:
    """Send everything, fetch everything, and return how things stand; raise as ``exchanging``."""
    with exchanging(folder, settings) as (exchange, database):
        seats = database.taken({seat for head in exchange.others for seat in head.seats})
        status = SyncStatus(
            True,
            0.0,
            exchange.waiting,
            exchange.is_shared,
            len(exchange.others),
            tuple(sorted(seats)),
            exchange.trouble,
        )
        exchange.write_state(status.as_row())
        return status


def require_alone(folder: MeetingFolder) -> None:
    """Send the last of a shared meeting, and see that nobody else has it open, here or at another machine.

    Raises:
        MeetingInUseError: Somebody has it open.
        SyncError: The database of a shared meeting does not answer.
    """
    if folder.other_seats():
        raise in_use_error(folder.id)
    settings = read_settings(folder) if is_shared(folder.path) else None
    if settings and exchange_once(folder, settings).seats:
        sentence = _("Meeting {id} is open on another computer; close it there first.")
        raise MeetingInUseError(sentence.format(id=folder.id))


def end_sharing(folder: MeetingFolder, settings: SyncSettings) -> None:
    """Send and fetch a last time, tell the others, and forget the key; the meeting stays here.

    Raises:
        SyncError: What the others have sent cannot be read; and as ``exchanging``. Nothing was changed here.
    """
    if folder.other_seats():
        raise in_use_error(folder.id)
    with exchanging(folder, settings) as (exchange, database):
        if exchange.trouble:
            raise SyncError(exchange.trouble)
        exchange.leave(database)
        forget_sharing(folder.path)


@contextmanager
def exchanging(folder: MeetingFolder, settings: SyncSettings) -> Iterator[tuple[Exchange, Database]]:
    """Send everything and fetch everything, and keep the connection for a moment.

    Raises:
        MeetingInUseError: Another process exchanges for this machine.
        SyncError: The database does not answer, or refuses.
        StoreError: The disk does not take what has come.
    """
    lock = try_lock(folder.path / SYNC_LOCK)
    if lock is None:
        raise in_use_error(folder.id)
    try:
        exchange = Exchange(folder, settings)
        with closing(Database(settings.address, settings.meeting)) as database:
            database.check_schema()
            exchange.begin(database)
            exchange.pull(database)
            if exchange.must_begin:
                exchange.begin(database)
            exchange.push(database)
            exchange.pull(database)
            yield exchange, database
    finally:
        lock.release()


def waiting_changes(folder: MeetingFolder) -> int:
    """Return how many changes the others lack, as far as this machine knows without asking."""
    from sip_tui.store.atomic import from_json

    lines = unsent_lines(folder.path, folder.codec, SyncState.read(folder.path).sent)
    return sum(len(from_json(payload)["changes"]) for payload in lines)
