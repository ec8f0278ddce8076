"""The chair's checklist: twenty duties, ticked by hand or shown done by the meeting (requirements 190-210, 214-217).

A tick never locks anything. The texts of the duties are data, see ``sip_tui.resources.scripts``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sip_tui.meeting.content.plan import TIME_GAPS, ActionGap, actions_with_gaps
from sip_tui.meeting.content.questions import unanswered_terms
from sip_tui.meeting.content.summary import is_round_complete
from sip_tui.meeting.guidance.wrap_up import has_contact, is_follow_up_settled
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, find_row
from sip_tui.meeting.notes.pads import is_secretary_seat
from sip_tui.meeting.people.attendance import speakers_here
from sip_tui.meeting.people.floor import is_heard, turn_count
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting.time.timeline import timing_at

BEGINNING = ("role", "why", "presentation", "time_set_aside", "confidentiality", "documentation", "question")
THROUGHOUT = ("keep_time", "pause", "floor", "listening", "terms", "reactions", "actions", "structure")
ENDING = ("summary", "family_copy", "actor_copy", "follow_up", "between")
DUTIES = (*BEGINNING, *THROUGHOUT, *ENDING)
"""The keys of all twenty, in the order of requirements 190-210."""


def is_done(meeting: Meeting, key: str) -> bool:
    """Check whether a duty has been ticked, or the meeting shows that it is done."""
    return ticked_at(meeting, key) is not None or is_evident(meeting, key)


def ticked_at(meeting: Meeting, key: str) -> datetime | None:
    """When a duty was ticked by hand; None when it is not."""
    ticked = find_row(meeting.ticked, key)
    return ticked.at if ticked else None


def is_evident(meeting: Meeting, key: str) -> bool:
    """Check whether the meeting itself shows that a duty is done; False for what only people can know."""
    return key in _EVIDENCE and _EVIDENCE[key](meeting)


def tick_duty(key: str, context: EditContext) -> tuple[Edit, ...]:
    """Tick by hand: a duty, or a line or question of the script."""
    return Edit("ticked", key, "at", context.iso), Edit("ticked", key, "deleted", False)


def untick_duty(key: str) -> tuple[Edit, ...]:
    """Take a tick back."""
    return (Edit("ticked", key, "deleted", True),)


def checklist_progress(meeting: Meeting) -> tuple[int, int]:
    """Count the duties that are done, and all of them."""
    return sum(is_done(meeting, key) for key in DUTIES), len(DUTIES)


def _all_presented(meeting: Meeting) -> bool:
    here = speakers_here(meeting)
    return bool(here) and all(
        participant.presented or is_heard(meeting, participant.id, PHASES[0]) for participant in here
    )


def _somebody_writes(meeting: Meeting) -> bool:
    """A secretary is named, or has written in a phase that has begun: a prepared pad does not count."""
    begun = {event.phase for event in meeting.events if event.kind in {"open", "phase"}}
    written = (pad for pad in meeting.notes if is_secretary_seat(pad.seat) and pad.text.strip())
    return bool(meeting.about.secretary) or any(pad.phase in begun for pad in written)


def _kept_time(meeting: Meeting) -> bool:
    """Known only when the meeting has been closed."""
    closed = max((event.at for event in meeting.events if event.kind == "close" and event.at), default=None)
    timing = timing_at(meeting, closed) if closed else None
    return timing is not None and timing.closed is not None and timing.meeting_left >= timedelta(0)


def _all_have_spoken(meeting: Meeting) -> bool:
    here = speakers_here(meeting)
    return bool(here) and all(turn_count(meeting, participant.id) for participant in here)


def _every_actor_promised(meeting: Meeting) -> bool:
    """Every actor who is here has an action, and no action lacks an owner or a time."""
    actors = {participant.id for participant in speakers_here(meeting) if participant.kind is Kind.ACTOR}
    owners = {action.who for action in meeting.actions}
    return bool(actors) and actors <= owners and not actions_with_gaps(meeting, ActionGap.NO_OWNER, *TIME_GAPS)


_EVIDENCE: Mapping[str, Callable[[Meeting], bool]] = {
    "presentation": _all_presented,
    "documentation": _somebody_writes,
    "keep_time": _kept_time,
    "pause": lambda meeting: any(event.kind == "break" for event in meeting.events),
    "floor": _all_have_spoken,
    "terms": lambda meeting: bool(meeting.terms) and not unanswered_terms(meeting),
    "reactions": lambda meeting: bool(meeting.reactions),
    "actions": _every_actor_promised,
    "structure": lambda meeting: any(idea.pros.strip() or idea.cons.strip() for idea in meeting.ideas),
    "summary": is_round_complete,
    "follow_up": is_follow_up_settled,
    "between": has_contact,
}
"""Duty → whether the meeting shows that it is done."""
