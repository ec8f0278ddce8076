"""Consent: whether the person lets each participant share what they know (F06; seed rows 15, 127, 141, 194).

The person is the one who gives it; an interpreter and a support person come with the person and share nothing. So
they are never asked about. A guardian or a next of kin can be, and nobody has to.
"""

from __future__ import annotations

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import HERE, NON_SPEAKING, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order, is_absent

NOT_ASKED, ORAL, WRITTEN, NONE, WITHDRAWN = "", "oral", "written", "none", "withdrawn"
STEPS = (NOT_ASKED, ORAL, WRITTEN, NONE, WITHDRAWN)
"""One press is a yes, and one more is that it has been signed: what happens most costs least (seed row 141)."""
LACKING = frozenset({NOT_ASKED, NONE, WITHDRAWN})
"""What is no consent; free words out of a file are somebody's own way to say that there is one."""


def needs_consent(one: Participant) -> bool:
    """True when the person can be asked about this participant."""
    return one.kind is not Kind.PERSON and one.kind not in NON_SPEAKING


def cycle_consent(meeting: Meeting, who: str) -> tuple[Edit, ...]:
    """Go on to the next answer, and after the last to "not asked"; from free words to "oral"."""
    one = meeting.participant(who)
    if one is None or not needs_consent(one):
        return ()
    at = STEPS.index(one.consent) + 1 if one.consent in STEPS else 1
    return (Edit("participants", who, "consent", STEPS[at % len(STEPS)]),)


def consent_to_all(meeting: Meeting) -> tuple[Edit, ...]:
    """The person says yes to everybody at once: each authority that has not been asked about and is not away."""
    return tuple(Edit("participants", one.id, "consent", ORAL) for one in consent_not_asked(meeting))


def consent_not_asked(meeting: Meeting) -> tuple[Participant, ...]:
    """The authorities about whom nobody has asked the person, but for those who are known not to come."""
    return tuple(
        one
        for one in in_round_order(meeting)
        if one.kind is Kind.ACTOR and one.consent == NOT_ASKED and not is_absent(meeting, one.id)
    )


def awaiting_signature(meeting: Meeting) -> tuple[Participant, ...]:
    """Those with a consent by word of mouth only, who are here or expected: it is signed now (seed row 141)."""
    near = HERE | {Presence.EXPECTED}
    return tuple(one for one in in_round_order(meeting) if one.consent == ORAL and one.presence in near)


def without_consent(meeting: Meeting) -> tuple[Participant, ...]:
    """The authorities who are here, and to whom the person has not said yes (seed row 15)."""
    return tuple(
        one
        for one in in_round_order(meeting)
        if one.kind is Kind.ACTOR and one.presence in HERE and one.consent.strip() in LACKING
    )
