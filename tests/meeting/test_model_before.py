"""What is known of a participant before the meeting: the invitation and the details of a consent."""

from __future__ import annotations

from sip_tui.meeting.model.enums import Answer, Consent
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.preparation import ConsentDetail, Invitation, InvitationState


def test_unknown_invitation_and_consent_are_empty_not_missing() -> None:
    told = Meeting(
        invitations=(Invitation(id="p1", state=InvitationState.COMING, wanted=Answer.YES),),
        consents=(ConsentDetail(id="p1", plan=Consent.ORAL),),
    )
    assert told.invitation("p1").state is InvitationState.COMING
    assert told.invitation("p2").state is InvitationState.NOT_CALLED
    assert told.consent_detail("p1").plan is Consent.ORAL
    assert told.consent_detail("p2") == ConsentDetail(id="p2")
