"""Whom to ask next: who has not been heard, who has a part in the goal at hand, who has spoken least."""

from __future__ import annotations

from datetime import datetime

from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.model.meeting import Goal, Meeting, Participant
from sip_tui.meeting.people.floor import talk_shares


def suggest_speaker(meeting: Meeting, phase: str, now: datetime) -> Participant | None:
    """Suggest whom to ask: somebody not heard in this phase, then who has spoken least (requirements 94, 166).

    Of those, whoever has a part in the goal at hand comes first while the needs are talked about (requirement 65).
    Ties go by the order of the round. Those who speak, wait for the floor or are late are not suggested.
    """
    waiting = {entry.who for entry in meeting.queue}
    free = [
        share
        for share in talk_shares(meeting, phase, now)
        if not share.speaking
        and share.participant.id not in waiting
        and share.participant.presence is not Presence.LATE
    ]
    part = has_part_in(meeting, goal_at_hand(meeting)) if phase == "needs" else frozenset()
    quietest = min(free, key=lambda share: (share.heard, share.participant.id not in part, share.spoken), default=None)
    return quietest.participant if quietest else None


def goal_at_hand(meeting: Meeting) -> Goal | None:
    """The goal that is talked about: the first that has not been gone through together."""
    confirmed = {event.text for event in meeting.events if event.kind == "confirmed"}
    return next((goal for goal in meeting.goals if goal.text.strip() and goal.id not in confirmed), None)


def has_part_in(meeting: Meeting, goal: Goal | None) -> frozenset[str]:
    """Those whose goal it is, or who do something for it (requirement 65)."""
    if goal is None:
        return frozenset()
    return frozenset({goal.owner, *(action.who for action in meeting.actions if action.goal == goal.id)} - {""})
