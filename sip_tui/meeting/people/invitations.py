"""Invitations: who is called for what, what they answered, and whom the person does not want there.

Requirements 124, 125, 127, 142, 143, 147 and 148. Days are ISO 8601 texts, given by the caller.
"""

from __future__ import annotations

from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.log.change import Edit, Value, as_edits
from sip_tui.meeting.model.enums import ABSENT, Answer, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.model.preparation import Invitation, InvitationState
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.people.beside import write_beside

UNANSWERED_STATES = frozenset({InvitationState.CALLED, InvitationState.INVITED, InvitationState.RECEIVED})
ANSWERS = frozenset({InvitationState.COMING, InvitationState.DECLINED, InvitationState.SUBSTITUTE})


def change_invitation(meeting: Meeting, who: str, **values: Value) -> tuple[Edit, ...]:
    """Change why a participant is called, for which questions, and whether the person wants them there."""
    return write_beside(meeting, "invitations", meeting.invitation(who), **values)


def call(meeting: Meeting, day: str) -> tuple[Edit, ...]:
    """Note that everybody who is still to be called is called on a day."""
    return tuple(edit for who in uncalled(meeting) for edit in set_state(meeting, who.id, InvitationState.CALLED, day))


def is_uncalled(meeting: Meeting, participant: Participant) -> bool:
    """Check whether a participant other than the person has not been called."""
    state = meeting.invitation(participant.id).state
    return participant.kind is not Kind.PERSON and state is InvitationState.NOT_CALLED


def set_state(meeting: Meeting, who: str, state: InvitationState, day: str, *, reason: str = "") -> tuple[Edit, ...]:
    """Note an answer to the call with its day; who cannot come has sent apologies, who can has not."""
    participant = meeting.participant(who)
    if participant is None:
        return ()
    values: dict[str, Value] = {"state": state.value, "reason": reason if state is InvitationState.DECLINED else ""}
    if state is not InvitationState.NOT_CALLED:
        values[f"{state.value}_on"] = day
    return (*change_invitation(meeting, who, **values), *_presence(participant, state))


def _presence(participant: Participant, state: InvitationState) -> tuple[Edit, ...]:
    away = state in {InvitationState.DECLINED, InvitationState.SUBSTITUTE}
    if away and participant.presence is Presence.EXPECTED:
        return (Edit("participants", participant.id, "presence", Presence.EXCUSED.value),)
    if not away and participant.presence is Presence.EXCUSED:
        return (Edit("participants", participant.id, "presence", Presence.EXPECTED.value),)
    return ()


def send_substitute(meeting: Meeting, who: str, name: str, row: str, day: str) -> tuple[Edit, ...]:
    """Note that somebody else comes instead, with the same role and organisation, called and coming."""
    participant = meeting.participant(who)
    if participant is None or not name.strip():
        return ()
    order = max(other.order for other in meeting.participants) + 1
    copied = (("role", participant.role), ("organisation", participant.organisation), ("kind", participant.kind.value))
    made = as_edits("participants", row, [("name", name.strip()), *copied, ("substitute_for", who), ("order", order)])
    values = {"state": InvitationState.COMING.value, "coming_on": day}
    return (
        *set_state(meeting, who, InvitationState.SUBSTITUTE, day),
        *made,
        *write_beside(meeting, "invitations", Invitation(id=row), **values),
    )


def set_wanted(meeting: Meeting, who: str, answer: Answer) -> tuple[Edit, ...]:
    """Note whether the person wants a participant there (requirement 127)."""
    return change_invitation(meeting, who, wanted=answer.value)


def unwanted(meeting: Meeting) -> tuple[Participant, ...]:
    """Those on the list whom the person does not want there."""
    everybody = in_round_order(meeting)
    return tuple(other for other in everybody if meeting.invitation(other.id).wanted is Answer.NO)


def is_invited(meeting: Meeting, who: str) -> bool:
    """Check whether somebody has been invited and not called: they have no duty to come (requirement 147)."""
    invitation = meeting.invitation(who)
    return invitation.state is InvitationState.INVITED or bool(invitation.invited_on and not invitation.called_on)


def uncalled(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are still to be called: not those whom the person does not want there, who are called by name."""
    left_out = unwanted(meeting)
    return tuple(other for other in in_round_order(meeting) if is_uncalled(meeting, other) and other not in left_out)


def left_uncalled(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who have not been called, since the person does not want them there."""
    return tuple(other for other in unwanted(meeting) if is_uncalled(meeting, other))


def awaiting_answer(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who have been called and have not answered."""
    everybody = in_round_order(meeting)
    return tuple(
        other
        for other in everybody
        if meeting.invitation(other.id).state in UNANSWERED_STATES and other.presence not in ABSENT
    )


def without_question(meeting: Meeting) -> tuple[Participant, ...]:
    """The actors who are tied to no question, and of whom nothing says why they are called (requirement 124)."""
    actors = (other for other in in_round_order(meeting) if other.kind is Kind.ACTOR)
    return tuple(other for other in actors if not _is_tied(meeting.invitation(other.id)))


def _is_tied(invitation: Invitation) -> bool:
    return bool(invitation.questions or invitation.why.strip())


def question_numbers(meeting: Meeting, who: str) -> tuple[int, ...]:
    """The numbers, counted from 1, of the questions that a participant is tied to."""
    tied = meeting.invitation(who).questions
    return tuple(number for number, question in enumerate(all_questions(meeting), 1) if question.id in tied)


def toggle_question(meeting: Meeting, who: str, question: str) -> tuple[Edit, ...]:
    """Tie a participant to a question, or untie them."""
    now = meeting.invitation(who).questions
    then = [tied for tied in now if tied != question] if question in now else [*now, question]
    return change_invitation(meeting, who, questions=then)
