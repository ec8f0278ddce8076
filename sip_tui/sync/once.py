"""One exchange without a screen: what the commands do."""

from __future__ import annotations

from sip_tui.store import MeetingFolder
from sip_tui.store.errors import in_use_error
from sip_tui.store.locks import try_lock
from sip_tui.store.replicas import SYNC_LOCK, SyncState, unsent_lines
from sip_tui.sync.database import Database
from sip_tui.sync.exchange import Exchange
from sip_tui.sync.settings import SyncSettings
from sip_tui.sync.status import SyncStatus


def exchange_once(folder: MeetingFolder, settings: SyncSettings) -> SyncStatus:
    """Send everything, fetch everything, and return how things stand.

    Raises:
        MeetingInUseError: Another process exchanges for this machine.
        SyncError: The database does not answer, or refuses.
        StoreError: The disk does not take what has come.
    """
    lock = try_lock(folder.path / SYNC_LOCK)
    if lock is None:
        raise in_use_error(folder.id)
    exchange, database = Exchange(folder, settings), None
    try:
        database = Database(settings.address, settings.meeting)
        database.check_schema()
        exchange.begin(database)
        exchange.pull(database)
        exchange.push(database)
        exchange.pull(database)
        seats = database.taken({seat for head in exchange.heads.values() for seat in head.seats})
        status = SyncStatus(
            True, 0.0, exchange.waiting, exchange.is_shared, len(exchange.heads), tuple(sorted(seats)), exchange.trouble
        )
        exchange.write_state(status.as_row())
        return status
    finally:
        if database:
            database.close()
        lock.release()


def waiting_changes(folder: MeetingFolder) -> int:
    """Return how many changes the others lack, as far as this machine knows without asking."""
    from sip_tui.store.atomic import from_json

    lines = unsent_lines(folder.path, folder.codec, SyncState.read(folder.path).sent)
    return sum(len(from_json(payload)["changes"]) for payload in lines)
