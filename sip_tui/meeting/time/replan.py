"""Re-planning of a late meeting, and warnings about a plan (requirements 26, 197).

The closing never pays for the delay: the person's last word and the follow-up are what a late meeting loses first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import ABSENT, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES, planned_minutes, set_minutes
from sip_tui.meeting.time.timeline import CHILD_STAMINA, ZERO, Timing

MINUTE = timedelta(minutes=1)
NEEDS, CLOSING = "needs", "closing"


class PlanWarning(StrEnum):
    """What is odd about the planned minutes."""

    NEEDS_NOT_LONGEST = "needs not longest"
    LONGER_THAN_MEETING = "longer than the meeting"
    INTERPRETED = "interpreted"
    """Somebody interprets, and no time has been added for it; told until the first part has been left."""
    LONG_FOR_CHILD = "long for a child"
    """A part is longer than a child manages without a break."""


def plan_warnings(meeting: Meeting, phase: str = "") -> tuple[PlanWarning, ...]:
    """Check the plan: the needs are longest, it fits the meeting, an interpreter gets extra time.

    Args:
        meeting: the meeting whose plan is checked.
        phase: where the meeting is; what is too long or too short in the phases behind it is no use to know any more.
    """
    plan, gone = planned_minutes(meeting), ABSENT | {Presence.LEFT}
    ahead = PHASES[PHASES.index(phase) :] if phase else PHASES
    interpreter = any(
        participant.kind is Kind.INTERPRETER and participant.presence not in gone
        for participant in meeting.participants
    )
    found = {
        PlanWarning.NEEDS_NOT_LONGEST: NEEDS in ahead
        and any(plan[other] >= plan[NEEDS] for other in PHASES if other != NEEDS),
        PlanWarning.LONGER_THAN_MEETING: sum(plan.values()) > meeting.about.minutes,
        PlanWarning.INTERPRETED: interpreter and meeting.about.interpreted <= 100 and phase in {"", PHASES[0]},
        PlanWarning.LONG_FOR_CHILD: meeting.person.child
        and max(plan[other] for other in ahead) * MINUTE > CHILD_STAMINA,
    }
    return tuple(warning for warning, holds in found.items() if holds)


def propose_minutes(meeting: Meeting, timing: Timing) -> dict[str, int] | None:
    """Propose new minutes for this phase and those after it, so that the meeting ends on time.

    Every phase keeps at least what it has used, and the closing what was planned while anything else can give. The
    others share the rest in proportion to what they had left, so that the needs stay longest.

    Returns:
        Whole minutes by phase; with what the earlier phases used they add up to the meeting. None when it is on time,
        not open, in its closing, or has no time left.
    """
    if timing.phase not in PHASES[:-1] or timing.closed:
        return None
    rest = PHASES[PHASES.index(timing.phase) :]
    used = {phase: _minutes(timing.spent.get(phase, ZERO)) for phase in rest}
    plan = {phase: max(minutes, used[phase]) for phase, minutes in planned_minutes(meeting).items() if phase in rest}
    earlier = sum((timing.spent.get(phase, ZERO) for phase in PHASES if phase not in rest), ZERO)
    total = meeting.about.minutes - _minutes(earlier)
    if total <= sum(used.values()) or sum(plan.values()) <= total:
        return None
    return _divide(plan, used, total)


def accept_minutes(meeting: Meeting, proposed: Mapping[str, int]) -> tuple[Edit, ...]:
    """Set the proposed minutes where they differ from the plan."""
    plan = planned_minutes(meeting)
    return set_minutes({phase: minutes for phase, minutes in proposed.items() if plan.get(phase) != minutes})


def _minutes(span: timedelta) -> int:
    """Round up to whole minutes."""
    return -(-span // MINUTE)


def _divide(plan: Mapping[str, int], used: Mapping[str, int], total: int) -> dict[str, int]:
    """Divide ``total`` minutes, fewer than planned: the closing first, then the others."""
    remaining = total - sum(used.values())
    unused = {phase: minutes - used[phase] for phase, minutes in plan.items()}
    closing = min(unused.pop(CLOSING), remaining)
    shares = _in_proportion(unused, remaining - closing) | {CLOSING: closing}
    return {phase: used[phase] + more for phase, more in shares.items()}


def _in_proportion(weights: Mapping[str, int], minutes: int) -> dict[str, int]:
    """Divide minutes by weight and the largest remainder; the needs come first among equals."""
    total = sum(weights.values())
    if not total:
        return dict.fromkeys(weights, 0)
    shares = {phase: weight * minutes // total for phase, weight in weights.items()}
    order = sorted(weights, key=lambda phase: (-(weights[phase] * minutes % total), phase != NEEDS))
    for phase in order[: minutes - sum(shares.values())]:
        shares[phase] += 1
    return shares
