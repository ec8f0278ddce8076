"""The times of earlier meetings: of the same plan, else of the same type in this archive."""

from __future__ import annotations

from typing import NamedTuple

from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import Stage
from sip_tui.meeting.time.earlier_times import minutes_spent, usual_minutes
from sip_tui.session.chain import chain_of
from sip_tui.store import Archive, StoreError

MOST, LEAST = 20, 2
"""Meetings of the same type that are looked at, the latest first, and how many there must be."""


class EarlierTimes(NamedTuple):
    """What the parts took."""

    minutes: dict[str, int]
    """Phase → whole minutes; empty when nothing is known."""
    meetings: int
    same_plan: bool
    """Whether the meetings are about the same plan."""


def earlier_times(archive: Archive, meeting_id: str, meeting: Meeting) -> EarlierTimes:
    """Find what each part took in earlier meetings of the same plan, or else of the same type."""
    chain = (link.meeting for link in chain_of(archive, meeting_id, meeting) if link.id != meeting_id)
    own = [spent for other in chain if other is not None and (spent := minutes_spent(other))]
    if own:
        return EarlierTimes(usual_minutes(own), len(own), same_plan=True)
    alike = [spent for other in _of_type(archive, meeting_id, meeting.about.type) if (spent := minutes_spent(other))]
    minutes = usual_minutes(alike) if len(alike) >= LEAST else {}
    return EarlierTimes(minutes, len(alike), same_plan=False)


def _of_type(archive: Archive, meeting_id: str, kind: str) -> list[Meeting]:
    """Read the latest closed meetings of a type; those that cannot be read are left out."""
    rows = [entry.id for entry in archive.entries() if entry.stage is Stage.CLOSED and entry.type == kind]
    found = []
    for row in [row for row in rows if row != meeting_id][:MOST]:
        try:
            folder = archive.open(row)
            found.append(MeetingProjection(folder.load()).meeting)
            folder.leave()
        except StoreError:
            continue
    return found
