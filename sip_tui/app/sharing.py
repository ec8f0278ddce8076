"""The way from an open meeting to the other machines: begun with the app, and ended after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sip_tui.store import MeetingFolder, StoreError
from sip_tui.store.errors import in_use_error
from sip_tui.store.replicas import is_shared

if TYPE_CHECKING:
    from sip_tui.sync.synchroniser import Synchroniser

LAST_EXCHANGE = 1.0
"""Seconds to wait at the end for what was written last to reach the database."""
LAST_OF_ALL = 5.0
"""The same for a meeting that is closed: its journals are about to be removed."""


def synchroniser_of(folder: MeetingFolder) -> Synchroniser | None:
    """Return what exchanges a meeting with other machines, not started; None when it is not shared, or cannot be."""
    if not is_shared(folder.path):
        return None
    # Imported here: most meetings are not shared.
    from sip_tui.sync.settings import read_settings
    from sip_tui.sync.synchroniser import Synchroniser

    try:
        settings = read_settings(folder)
        return Synchroniser(folder, settings) if settings else None
    except StoreError as error:
        folder.warn(str(error))
        return None


def leave_the_others(sharing: Synchroniser | None) -> None:
    """Send the last of a closed meeting; raise MeetingInUseError when somebody sits in it on another machine."""
    if sharing is None:
        return
    sharing.settle(LAST_OF_ALL)
    sharing.stop()
    if sharing.status.seats:
        raise in_use_error(sharing.meeting_id)


def stop_sharing(sharing: Synchroniser | None) -> None:
    """Send what was written last, as far as a moment allows; the rest is sent next time."""
    if sharing and sharing.is_alive():
        if sharing.status.online:
            sharing.settle(LAST_EXCHANGE)
        sharing.stop()
