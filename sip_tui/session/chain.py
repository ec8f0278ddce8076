"""The meetings about the same plan: the one that was first, and its follow-ups."""

from __future__ import annotations

from typing import NamedTuple

from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.store import Archive, StoreError
from sip_tui.store.index import IndexEntry

MAX_LENGTH = 100
"""Meetings of a chain that are followed: a damaged archive may go round in a circle."""


class ChainLink(NamedTuple):
    """A meeting of a chain; without the meeting when it was removed, or cannot be read."""

    id: str
    meeting: Meeting | None


def chain_of(archive: Archive, meeting_id: str, current: Meeting | None = None) -> tuple[ChainLink, ...]:
    """Return the chain that a meeting belongs to, the first meeting first.

    Args:
        archive: Where they are.
        meeting_id: Any meeting of the chain.
        current: What this meeting says now, when it is open; else what is on the disk.
    """
    entries = {entry.id: entry for entry in archive.entries()}
    ids = [*_before(entries, meeting_id), meeting_id, *_after(entries, meeting_id)]
    return tuple(ChainLink(row, current if row == meeting_id and current else _read(archive, row)) for row in ids)


def earlier_meetings(archive: Archive, meeting_id: str) -> tuple[Meeting, ...]:
    """Return the meetings of the chain before this one that can be read, the first one first."""
    entries = {entry.id: entry for entry in archive.entries()}
    found = (_read(archive, row) for row in _before(entries, meeting_id))
    return tuple(meeting for meeting in found if meeting is not None)


def _before(entries: dict[str, IndexEntry], meeting_id: str) -> list[str]:
    """The meetings before, the first one first; the last known one may have been removed."""
    found: list[str] = []
    row = entries[meeting_id].previous if meeting_id in entries else ""
    while row and row not in found and len(found) < MAX_LENGTH:
        found.append(row)
        row = entries[row].previous if row in entries else ""
    return found[::-1]


def _after(entries: dict[str, IndexEntry], meeting_id: str) -> list[str]:
    found: list[str] = []
    followed_by = {entry.previous: entry.id for entry in entries.values() if entry.previous}
    row = followed_by.get(meeting_id, "")
    while row and row not in found and row != meeting_id and len(found) < MAX_LENGTH:
        found.append(row)
        row = followed_by.get(row, "")
    return found


def _read(archive: Archive, meeting_id: str) -> Meeting | None:
    try:
        folder = archive.open(meeting_id)
        try:
            return MeetingProjection(folder.load()).meeting
        finally:
            folder.leave()
    except StoreError:
        return None
