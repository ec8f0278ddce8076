"""Changes to disk: an archive of meetings, each a folder with a readable checkpoint and one journal per process."""

from sip_tui.store.archive import Archive, archive_path, new_meeting_id, new_writer
from sip_tui.store.errors import (
    DamagedError,
    DiskFullError,
    LockedError,
    MeetingExistsError,
    MeetingInUseError,
    MeetingNotFoundError,
    NewerFormatError,
    NotClosedError,
    NotWritableError,
    StoreError,
)
from sip_tui.store.index import IndexEntry
from sip_tui.store.meeting_folder import MeetingFolder
from sip_tui.store.rescue import rescue_copy

__all__ = [
    "Archive",
    "DamagedError",
    "DiskFullError",
    "IndexEntry",
    "LockedError",
    "MeetingExistsError",
    "MeetingFolder",
    "MeetingInUseError",
    "MeetingNotFoundError",
    "NewerFormatError",
    "NotClosedError",
    "NotWritableError",
    "StoreError",
    "archive_path",
    "new_meeting_id",
    "new_writer",
    "rescue_copy",
]
