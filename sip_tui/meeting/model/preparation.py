"""Row classes for what lies before the meeting: invitations, consents in detail, the chair's preparation."""

from enum import StrEnum

from sip_tui.meeting.model.enums import Answer, Consent, Row, record


class InvitationState(StrEnum):
    """How far an invitation has come; municipality and region are called, others invited (requirement 147)."""

    NOT_CALLED = ""
    CALLED = "called"
    INVITED = "invited"
    RECEIVED = "received"
    COMING = "coming"
    DECLINED = "declined"
    SUBSTITUTE = "substitute"


@record
class Invitation(Row):
    """Why a participant is called and what they answered; ``id`` is the participant's (requirements 124, 127, 147).

    Each ``…_on`` is the day of that answer as ISO 8601, or as somebody wrote it; empty when there was none.
    """

    why: str = ""
    """Why they are called, or what they can contribute."""
    questions: tuple[str, ...] = ()
    """The ids of the questions that they are called for, as ``content.questions.all_questions`` names them."""
    wanted: Answer = Answer.UNANSWERED
    """Whether the person wants them there: yes or no."""
    time_agreed: bool = False
    """Whether the time was agreed on with them before the call (requirement 143)."""
    state: InvitationState = InvitationState.NOT_CALLED
    called_on: str = ""
    invited_on: str = ""
    received_on: str = ""
    coming_on: str = ""
    declined_on: str = ""
    substitute_on: str = ""
    reason: str = ""
    """Why they cannot come."""


@record
class ConsentDetail(Row):
    """The details of an answer about consent; ``id`` is the participant's (requirements 127, 139, 140).

    Whether an actor may share is ``Participant.consent``; this row says when and how far. ``plan`` is what the person,
    or a guardian, answers about the plan being made.
    """

    on: str = ""
    """The day of the answer."""
    received_by: str = ""
    """Who took it: a participant's id or a name."""
    given_by: str = ""
    """Who answered, where that is not the person, such as a guardian: a participant's id or a name."""
    covers: str = ""
    leaves_out: str = ""
    until: str = ""
    """The last day on which it holds; empty: as long as ``Person.consent_until`` says."""
    withdrawn_on: str = ""
    plan: Consent = Consent.NOT_ASKED
    plan_on: str = ""
    view: str = ""
    """What a child says about it, in the child's own words."""


@record
class PreparationItem(Row):
    """One thing on the chair's own list before the meeting; ``id`` is its key in the shipped list, or a new id."""

    text: str = ""
    """The words of an item of one's own; empty for one of the shipped list."""
    done_on: str = ""
    not_needed: bool = False
    note: str = ""


@record
class TypeDetail(Row):
    """What only this type of meeting asks for, such as who hands over to whom; ``id`` is the field's key."""

    text: str = ""
