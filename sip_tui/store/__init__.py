"""Changes to disk: an archive of meetings, each a folder with a readable file and a journal for every process."""

from sip_tui.store.archive import Archive, archive_path, new_writer
from sip_tui.store.errors import (
    Damaged,
    DiskFull,
    InUse,
    MeetingExists,
    MeetingNotFound,
    Newer,
    NotWritable,
    StoreError,
)
from sip_tui.store.index import IndexEntry
from sip_tui.store.meeting_folder import MeetingFolder

__all__ = [
    "Archive",
    "Damaged",
    "DiskFull",
    "InUse",
    "IndexEntry",
    "MeetingExists",
    "MeetingFolder",
    "MeetingNotFound",
    "Newer",
    "NotWritable",
    "StoreError",
    "archive_path",
    "new_writer",
]
