"""How far somebody's call to the meeting, or invitation to it, has come, in words (requirement 147)."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.preparation import InvitationState
from sip_tui.meeting.people.invitations import is_invited, left_uncalled
from sip_tui.phrasing.wording import join_words, name_or_role, person_name

INVITATION_STATES: Mapping[str, str] = {
    InvitationState.NOT_CALLED: N_("not asked to attend"),
    InvitationState.CALLED: N_("asked to attend"),
    InvitationState.INVITED: N_("invited"),
    InvitationState.RECEIVED: N_("has got the invitation"),
    InvitationState.COMING: N_("is coming"),
    InvitationState.DECLINED: N_("cannot come"),
    InvitationState.SUBSTITUTE: N_("sends someone else"),
}
"""How far an invitation has come → a word or two (requirement 147)."""


KNOWS = N_("received")
"""Instead of having received the call, for who is invited and not called."""


def invitation_word(meeting: Meeting, who: str) -> str:
    """Return how far the call, or the invitation, of somebody has come, in a word or two."""
    state = meeting.invitation(who).state
    if state is InvitationState.RECEIVED and is_invited(meeting, who):
        return _(KNOWS)
    return _(INVITATION_STATES[state])


def left_out_of_call(meeting: Meeting) -> str:
    """Say who is not called with the others, as the person does not want them there; empty for nobody."""
    names = join_words([name_or_role(other) for other in left_uncalled(meeting)])
    sentence = _("{names} will not get an invitation: {person} would rather not have them there.")
    return sentence.format(names=names, person=person_name(meeting)) if names else ""
