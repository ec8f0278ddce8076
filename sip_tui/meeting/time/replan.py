"""Sharing out what is left when the meeting is late, and what is odd about a plan (F02; seed rows 26, 197).

The closing is never what pays for it: the person's last word and the follow-up are what a late meeting loses first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import ABSENT, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES, planned_minutes
from sip_tui.meeting.time.timeline import ZERO, Timing

MINUTE = timedelta(minutes=1)
NEEDS, CLOSING = "needs", "closing"


class PlanWarning(StrEnum):
    """What is odd about the minutes that were set aside."""

    NEEDS_NOT_LONGEST = "needs not longest"
    LONGER_THAN_MEETING = "longer than the meeting"
    INTERPRETED = "interpreted"
    """Somebody interprets, and no time has been added for it."""


def plan_warnings(meeting: Meeting) -> tuple[PlanWarning, ...]:
    """Look at the plan: most of it for the needs, no more than there is, and more of it with an interpreter."""
    plan, gone = planned_minutes(meeting), ABSENT | {Presence.LEFT}
    interpreter = any(one.kind is Kind.INTERPRETER and one.presence not in gone for one in meeting.participants)
    found = {
        PlanWarning.NEEDS_NOT_LONGEST: any(plan[one] >= plan[NEEDS] for one in PHASES if one != NEEDS),
        PlanWarning.LONGER_THAN_MEETING: sum(plan.values()) > meeting.about.minutes,
        PlanWarning.INTERPRETED: interpreter and meeting.about.interpreted <= 100,
    }
    return tuple(warning for warning, true in found.items() if true)


def propose_minutes(meeting: Meeting, at: Timing) -> dict[str, int] | None:
    """Propose new minutes for this phase and those after it, so that the meeting ends when it should.

    Every phase keeps at least what it has used, also one that was left and will be taken up again. The closing keeps
    what was planned for as long as anything else can give, then gets all that is left. The others share the rest in
    proportion to what they had before them, and none gets more than that; so where the needs had the most before
    them, they still have.

    Returns:
        Whole minutes by phase. With what the earlier phases used, rounded up to a minute, they add up to the meeting.
        None when there is nothing to propose: the meeting is in time, not open, in its closing, or has no time left.
    """
    if at.phase not in PHASES[:-1] or at.closed:
        return None
    rest = PHASES[PHASES.index(at.phase) :]
    used = {phase: _minutes(at.spent.get(phase, ZERO)) for phase in rest}
    plan = {phase: max(minutes, used[phase]) for phase, minutes in planned_minutes(meeting).items() if phase in rest}
    total = meeting.about.minutes - _minutes(sum((at.spent.get(one, ZERO) for one in PHASES if one not in rest), ZERO))
    if total <= sum(used.values()) or sum(plan.values()) <= total:
        return None
    return _shared(plan, used, total)


def accept_minutes(meeting: Meeting, proposed: Mapping[str, int]) -> tuple[Edit, ...]:
    """Set the proposed minutes; a phase that keeps its minutes is left as it is."""
    plan = planned_minutes(meeting)
    changed = {phase: minutes for phase, minutes in proposed.items() if plan.get(phase) != minutes}
    return tuple(Edit("phases", phase, "minutes", minutes) for phase, minutes in changed.items())


def _minutes(span: timedelta) -> int:
    """Round up: a minute that has begun is used."""
    return -(-span // MINUTE)


def _shared(plan: Mapping[str, int], used: Mapping[str, int], total: int) -> dict[str, int]:
    """Share ``total`` minutes out; there are always fewer of them than were planned."""
    left = total - sum(used.values())
    wishes = {phase: minutes - used[phase] for phase, minutes in plan.items()}
    closing = min(wishes.pop(CLOSING), left)
    shares = _by_wish(wishes, left - closing) | {CLOSING: closing}
    return {phase: used[phase] + more for phase, more in shares.items()}


def _by_wish(wishes: Mapping[str, int], minutes: int) -> dict[str, int]:
    """Give each its part of the minutes by the largest remainder; the needs come first among equals."""
    wished = sum(wishes.values())
    if not wished:
        return dict.fromkeys(wishes, 0)
    shares = {phase: wish * minutes // wished for phase, wish in wishes.items()}
    order = sorted(wishes, key=lambda one: (-(wishes[one] * minutes % wished), one != NEEDS))
    for phase in order[: minutes - sum(shares.values())]:
        shares[phase] += 1
    return shares
