"""Create the follow-up of a closed meeting in the same archive."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.content.follow_up import follow_up_edits, held_on
from sip_tui.meeting.content.questions import makes_plan
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.resources.guidance import FOLLOW_UP
from sip_tui.resources.meeting_types import share_minutes, type_by_key
from sip_tui.session.session import Clock, utc_now
from sip_tui.store import Archive, new_meeting_id, new_writer
from sip_tui.store.errors import StoreError, printable
from sip_tui.swedish.dates.day_parts import USUAL
from sip_tui.swedish.dates.formatting import ZONE, iso, iso_end, iso_part, spoken


class FollowUpRefusedError(StoreError):
    """The meeting cannot be followed up yet, or has been already."""

    code = 1

    def __init__(self, sentence: str, existing: str = "") -> None:
        super().__init__(sentence)
        self.existing = existing
        """The id of the follow-up that there is already."""


def create_follow_up(archive: Archive, meeting_id: str, now: Clock = utc_now) -> str:
    """Create the follow-up of a meeting, whole or not at all; return its id.

    Raises:
        FollowUpRefusedError: The meeting is not closed, or has a follow-up.
        StoreError: The meeting cannot be read, or the archive cannot be written.
    """
    folder = archive.open(meeting_id)
    try:
        meeting = MeetingProjection(folder.load()).meeting
    finally:
        folder.leave()
    _refuse(archive, meeting_id, meeting)
    purpose = purpose_of(meeting)
    start, minutes = start_of(meeting), minutes_of(meeting)
    edits = follow_up_edits(meeting, meeting_id, purpose=purpose, start=start, minutes=minutes)
    if kind := type_by_key(FOLLOW_UP):
        edits += share_minutes(kind, minutes or meeting.about.minutes)
    made = archive.create(new_meeting_id(), Ledger().stamp(edits, int(now().timestamp() * 1000), new_writer()))
    made.leave()
    return made.id


def purpose_of(meeting: Meeting) -> str:
    """Tell what the follow-up is for; a meeting of another type than a SIP has made no plan."""
    with_plan = _("We are following up the plan from {day}")
    purpose = with_plan if makes_plan(meeting) else _("We are following up what we decided on {day}")
    return purpose.format(day=spoken(held_on(meeting), language()))


def start_of(meeting: Meeting) -> datetime | None:
    """When the booked follow-up begins; at the time of the last meeting when only the day, or part of it, is booked."""
    booked = iso(meeting.about.follow_up)
    if booked is None:
        return None
    zone, last = ZoneInfo(ZONE), meeting.about.start
    if not isinstance(booked, datetime):
        at, part = last.astimezone(zone).time() if last else time(), iso_part(meeting.about.follow_up)
        booked = datetime.combine(booked, USUAL[part] if part and not part.holds(at) else at)
    return booked if booked.tzinfo else booked.replace(tzinfo=zone)


def minutes_of(meeting: Meeting) -> int:
    """How long the booked follow-up is; 0 when nobody has said when it ends."""
    begins, ends = iso(meeting.about.follow_up), iso_end(meeting.about.follow_up)
    return (ends - begins).seconds // 60 if ends and isinstance(begins, datetime) else 0


def _refuse(archive: Archive, meeting_id: str, meeting: Meeting) -> None:
    name = printable(meeting_id)
    entries = archive.entries()
    closed = any(entry.id == meeting_id and entry.closed for entry in entries)
    if not closed and stage_of(meeting) is not Stage.CLOSED:
        raise FollowUpRefusedError(
            _("Meeting {id} is not closed yet. Close it first, then follow it up.").format(id=name)
        )
    if made := next((entry.id for entry in entries if entry.previous == meeting_id), ""):
        sentence = _("Meeting {id} has a follow-up already: {other}.")
        raise FollowUpRefusedError(sentence.format(id=name, other=made), made)
