"""What is still open when the meeting is about to end (F20; seed rows 9, 36, 80, 181)."""

from __future__ import annotations

from dataclasses import dataclass

from sip_tui.meeting.attendance import roll_call
from sip_tui.meeting.model import Action, Meeting, Participant, Term
from sip_tui.meeting.plan import Gap, incomplete
from sip_tui.meeting.terms import unanswered


@dataclass(frozen=True, slots=True)
class OpenEnds:
    """What the chair is told before closing. None of it locks the room."""

    not_called: tuple[Participant, ...]
    without_owner: tuple[Action, ...]
    owner_absent: tuple[Action, ...]
    without_when: tuple[Action, ...]
    terms: tuple[Term, ...]
    follow_up: bool
    """True when no follow-up is booked."""

    def __bool__(self) -> bool:
        return any(
            (self.not_called, self.without_owner, self.owner_absent, self.without_when, self.terms, self.follow_up)
        )


def open_ends(meeting: Meeting) -> OpenEnds:
    """Look for what nobody has settled."""
    return OpenEnds(
        not_called=roll_call(meeting).not_called,
        without_owner=incomplete(meeting, Gap.NO_OWNER),
        owner_absent=incomplete(meeting, Gap.OWNER_ABSENT),
        without_when=incomplete(meeting, Gap.NO_WHEN),
        terms=unanswered(meeting),
        follow_up=not meeting.about.follow_up,
    )
