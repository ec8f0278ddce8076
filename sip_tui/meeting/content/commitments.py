"""What somebody has taken on beside actions: a goal, to book, to coordinate, to be asked, to tell (requirement 170)."""

from __future__ import annotations

from sip_tui.meeting.content.doers import doers_of
from sip_tui.meeting.model.enums import FAMILY
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order

DUTIES = ("coordinator", "booked_by", "contact", "convener", "told_by")
"""Fields of the interim plan that name who does something until the next meeting."""


def duties_of(meeting: Meeting, who: str) -> tuple[str, ...]:
    """The ``DUTIES`` that are a participant's."""
    return tuple(duty for duty in DUTIES if getattr(meeting.between, duty) == who)


def those_with_a_part(meeting: Meeting) -> tuple[Participant, ...]:
    """Everybody outside the family who has an action, a goal or a duty, in the order of the round."""
    doing = {who for action in meeting.actions for who in doers_of(meeting, action)}
    owners = doing | {goal.owner for goal in meeting.goals}
    return tuple(
        other
        for other in in_round_order(meeting)
        if other.kind not in FAMILY and (other.id in owners or duties_of(meeting, other.id))
    )
