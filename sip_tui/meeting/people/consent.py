"""Consent: whether the person lets each participant share what they know (requirements 15, 127, 141, 194)."""

from __future__ import annotations

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import HERE, NON_SPEAKING, Consent, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order, is_absent

LACKING = frozenset({Consent.NOT_ASKED, Consent.NONE, Consent.WITHDRAWN})
"""No consent; free words from a meeting file count as one."""


def needs_consent(participant: Participant) -> bool:
    """Check whether the person can be asked about a participant: an interpreter or support person shares nothing."""
    return participant.kind is not Kind.PERSON and participant.kind not in NON_SPEAKING


def cycle_consent(meeting: Meeting, who: str) -> tuple[Edit, ...]:
    """Step to the next value of ``Consent``, after the last to the first; from free words to oral."""
    participant = meeting.participant(who)
    if participant is None or not needs_consent(participant):
        return ()
    steps = [*Consent]
    at = steps.index(Consent(participant.consent)) if participant.consent in steps else 0
    return (Edit("participants", who, "consent", steps[(at + 1) % len(steps)].value),)


def consent_to_all(meeting: Meeting) -> tuple[Edit, ...]:
    """Set oral consent for every actor who is not absent and has not been asked about."""
    return tuple(
        Edit("participants", participant.id, "consent", Consent.ORAL.value)
        for participant in _actors(meeting)
        if participant.consent == Consent.NOT_ASKED and not is_absent(meeting, participant.id)
    )


def awaiting_signature(meeting: Meeting) -> tuple[Participant, ...]:
    """Those with oral consent who are here or expected: it is signed now (requirement 141)."""
    near = HERE | {Presence.EXPECTED}
    return tuple(
        participant
        for participant in in_round_order(meeting)
        if participant.consent == Consent.ORAL and participant.presence in near
    )


def without_consent(meeting: Meeting) -> tuple[Participant, ...]:
    """The actors who are here without the person's consent (requirement 15)."""
    return tuple(
        participant
        for participant in _actors(meeting)
        if participant.presence in HERE and participant.consent.strip() in LACKING
    )


def _actors(meeting: Meeting) -> tuple[Participant, ...]:
    return tuple(participant for participant in in_round_order(meeting) if participant.kind is Kind.ACTOR)
