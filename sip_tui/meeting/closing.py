"""What is still open when the meeting is about to end (F20; seed rows 9, 36, 38, 80-83, 88, 181, 182, 210, 217)."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sip_tui.meeting import ending
from sip_tui.meeting.attendance import roll_call
from sip_tui.meeting.model import Action, Meeting, Participant, Question, Term
from sip_tui.meeting.plan import Gap, incomplete
from sip_tui.meeting.questions import unanswered_questions
from sip_tui.meeting.terms import unanswered


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEnds:
    """What the chair is told before closing. None of it locks the room."""

    person_unasked: bool = False
    """True when the person is here, and nobody has asked how it was."""
    person_untold: bool = False
    """True when the person is not here, and nobody has said who tells what was decided."""
    coordinator: bool = False
    """True when nobody keeps the plan together."""
    follow_up: bool = False
    """True when no follow-up is booked, and nobody has said why not."""
    between: bool = False
    """True when nobody has said whom the person calls before the next meeting."""
    questions: tuple[Question, ...] = ()
    without_owner: tuple[Action, ...] = ()
    owner_absent: tuple[Action, ...] = ()
    without_when: tuple[Action, ...] = ()
    not_called: tuple[Participant, ...] = ()
    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))


def open_ends(meeting: Meeting) -> OpenEnds:
    """Look for what nobody has settled."""
    return OpenEnds(
        person_unasked=ending.person_unasked(meeting),
        person_untold=ending.person_untold(meeting),
        coordinator=ending.coordinator(meeting) is None,
        follow_up=not ending.is_settled_when(meeting),
        between=not ending.is_said_whom_to_call(meeting),
        questions=unanswered_questions(meeting),
        without_owner=incomplete(meeting, Gap.NO_OWNER),
        owner_absent=incomplete(meeting, Gap.OWNER_ABSENT),
        without_when=incomplete(meeting, Gap.NO_WHEN),
        not_called=roll_call(meeting).not_called,
        terms=unanswered(meeting),
    )
