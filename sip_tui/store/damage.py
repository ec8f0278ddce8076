"""Whether the meetings of an archive can be read: all of each, also its journals."""

from __future__ import annotations

from contextlib import suppress

from sip_tui.store.archive import Archive
from sip_tui.store.errors import DamagedError, LockedError


def damaged_meetings(archive: Archive) -> tuple[str, ...]:
    """Load every meeting; return those of which something cannot be read. A locked one is not looked into."""
    return tuple(entry.id for entry in archive.entries() if _is_damaged(archive, entry.id))


def require_readable(archive: Archive, meeting_id: str) -> tuple[str, ...]:
    """Load a meeting, unless it is locked; raise DamagedError when its file cannot be read.

    Returns:
        What is said of its journals, when something in them cannot be read.
    """
    folder = archive.open(meeting_id, ask=False)
    try:
        with suppress(LockedError):
            folder.load()
        return tuple(folder.damage)
    finally:
        folder.leave()


def _is_damaged(archive: Archive, meeting_id: str) -> bool:
    try:
        return bool(require_readable(archive, meeting_id))
    except DamagedError:
        return True
