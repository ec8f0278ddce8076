"""Remove a meeting on this machine and, when it is shared, its rows in the database."""

from __future__ import annotations

from sip_tui.i18n.translation import _
from sip_tui.store import MeetingFolder, StoreError
from sip_tui.store.replicas import is_shared
from sip_tui.sync.database import Database
from sip_tui.sync.settings import SyncSettings, read_settings


def purge_shared(folder: MeetingFolder) -> str:
    """Purge a meeting, then its rows; return a sentence when they stay.

    Raises:
        MeetingInUseError: It is open: nothing has been removed, here or there.
    """
    settings = _settings(folder) if (was_shared := is_shared(folder.path)) else None
    folder.purge()
    if not was_shared or (settings and _rows_are_removed(settings)):
        return ""
    return _("Its rows are still in the database. They are sealed, and this machine's key is gone.")


def _settings(folder: MeetingFolder) -> SyncSettings | None:
    try:
        return read_settings(folder)
    except StoreError:
        return None


def _rows_are_removed(settings: SyncSettings) -> bool:
    try:
        database = Database(settings.address, settings.meeting)
        database.remove()
        database.close()
    except StoreError:
        return False
    return True
