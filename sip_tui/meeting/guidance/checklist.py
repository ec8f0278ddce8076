"""The chair's checklist: twenty duties, done by hand or by what has happened (F03; seed rows 190-210, 214-217).

A tick never locks anything. What the meeting itself shows is done needs no tick; what only the people in the room can
know is ticked by hand. The texts of the duties are data, see ``sip_tui.scripts``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sip_tui.meeting.content.plan import ActionGap, actions_with_gaps
from sip_tui.meeting.content.summary import is_round_complete
from sip_tui.meeting.content.terms import unanswered_terms
from sip_tui.meeting.guidance.wrap_up import has_contact, is_follow_up_settled
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.enums import HERE, NON_SPEAKING, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.notes.pads import is_secretary_seat
from sip_tui.meeting.people.floor import is_heard, turn_count
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting.time.timeline import timing_at

BEGINNING = ("role", "why", "presentation", "time_set_aside", "confidentiality", "documentation", "question")
"""Seed rows 190-196."""
THROUGHOUT = ("keep_time", "pause", "floor", "listening", "terms", "reactions", "actions", "structure")
"""Seed rows 197-205."""
ENDING = ("summary", "family_copy", "actor_copy", "follow_up", "between")
"""Seed rows 206-210."""
DUTIES = (*BEGINNING, *THROUGHOUT, *ENDING)
"""The keys of all twenty, in their order."""


def is_done(meeting: Meeting, key: str) -> bool:
    """True when a duty has been ticked, or when the meeting shows that it is done."""
    return ticked_at(meeting, key) is not None or is_evident(meeting, key)


def ticked_at(meeting: Meeting, key: str) -> datetime | None:
    """When a duty was ticked by hand; None when it is not."""
    return next((one.at for one in meeting.ticked if one.id == key), None)


def is_evident(meeting: Meeting, key: str) -> bool:
    """True when the meeting itself shows that a duty is done; false for what only a human being can know."""
    seen = _SEEN.get(key)
    return seen is not None and seen(meeting)


def tick_duty(key: str, moment: EditContext) -> tuple[Edit, ...]:
    """Tick by hand: a duty, or a line or a question that has been said."""
    return Edit("ticked", key, "at", moment.iso), Edit("ticked", key, "deleted", False)


def untick_duty(key: str) -> tuple[Edit, ...]:
    """Take a tick back."""
    return (Edit("ticked", key, "deleted", True),)


def checklist_progress(meeting: Meeting) -> tuple[int, int]:
    """How many duties are done, and how many there are."""
    return sum(is_done(meeting, key) for key in DUTIES), len(DUTIES)


def _round(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are here and speak for themselves."""
    return tuple(one for one in meeting.participants if one.presence in HERE and one.kind not in NON_SPEAKING)


def _all_presented(meeting: Meeting) -> bool:
    those = _round(meeting)
    return bool(those) and all(one.presented or is_heard(meeting, one.id, PHASES[0]) for one in those)


def _somebody_writes(meeting: Meeting) -> bool:
    """A secretary is named, or writes. A pad of a part that has not begun was prepared, and does not count."""
    begun = {one.phase for one in meeting.events if one.kind in {"open", "phase"}}
    written = (one for one in meeting.notes if is_secretary_seat(one.seat) and one.text.strip())
    return bool(meeting.about.secretary) or any(one.phase in begun for one in written)


def _kept_time(meeting: Meeting) -> bool:
    """Known only when the meeting has been closed."""
    closed = max((one.at for one in meeting.events if one.kind == "close" and one.at), default=None)
    at = timing_at(meeting, closed) if closed else None
    return at is not None and at.closed is not None and at.meeting_left >= timedelta(0)


def _had_a_break(meeting: Meeting) -> bool:
    return any(one.kind == "break" for one in meeting.events)


def _all_have_spoken(meeting: Meeting) -> bool:
    those = _round(meeting)
    return bool(those) and all(turn_count(meeting, one.id) for one in those)


def _every_term_answered(meeting: Meeting) -> bool:
    return bool(meeting.terms) and not unanswered_terms(meeting)


def _somebody_looked(meeting: Meeting) -> bool:
    return bool(meeting.reactions)


def _every_actor_promised(meeting: Meeting) -> bool:
    """Every actor who is here does something, and no action lacks a name or a time."""
    actors = {one.id for one in _round(meeting) if one.kind is Kind.ACTOR}
    return bool(actors) and actors <= {one.who for one in meeting.actions} and not actions_with_gaps(meeting, *_VAGUE)


def _ideas_weighed(meeting: Meeting) -> bool:
    return any(one.pros.strip() or one.cons.strip() for one in meeting.ideas)


_VAGUE = (ActionGap.NO_OWNER, ActionGap.NO_WHEN)
_SEEN: Mapping[str, Callable[[Meeting], bool]] = {
    "presentation": _all_presented,
    "documentation": _somebody_writes,
    "keep_time": _kept_time,
    "pause": _had_a_break,
    "floor": _all_have_spoken,
    "terms": _every_term_answered,
    "reactions": _somebody_looked,
    "actions": _every_actor_promised,
    "structure": _ideas_weighed,
    "summary": is_round_complete,
    "follow_up": is_follow_up_settled,
    "between": has_contact,
}
"""Duty → whether the meeting shows that it is done."""
