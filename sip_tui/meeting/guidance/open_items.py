"""What is still open when the meeting is about to end (F20; seed rows 9, 36, 38, 80-83, 88, 181, 182, 210, 217)."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sip_tui.meeting.content.plan import ActionGap, actions_with_gaps
from sip_tui.meeting.content.questions import unanswered_questions
from sip_tui.meeting.content.terms import unanswered_terms
from sip_tui.meeting.guidance import wrap_up
from sip_tui.meeting.model.meeting import Action, Meeting, Participant, Question, Term
from sip_tui.meeting.people.attendance import roll_call


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItems:
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


def find_open_items(meeting: Meeting) -> OpenItems:
    """Look for what nobody has settled."""
    return OpenItems(
        person_unasked=wrap_up.is_person_unasked(meeting),
        person_untold=wrap_up.is_person_uninformed(meeting),
        coordinator=wrap_up.coordinator(meeting) is None,
        follow_up=not wrap_up.is_follow_up_settled(meeting),
        between=not wrap_up.has_contact(meeting),
        questions=unanswered_questions(meeting),
        without_owner=actions_with_gaps(meeting, ActionGap.NO_OWNER),
        owner_absent=actions_with_gaps(meeting, ActionGap.OWNER_ABSENT),
        without_when=actions_with_gaps(meeting, ActionGap.NO_WHEN),
        not_called=roll_call(meeting).not_called,
        terms=unanswered_terms(meeting),
    )
