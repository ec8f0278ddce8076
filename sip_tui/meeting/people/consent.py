"""Consent: whether the person lets each participant share what they know (requirements 15, 127, 141, 194)."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from sip_tui.meeting.content.questions import makes_plan
from sip_tui.meeting.log.change import Edit, Value
from sip_tui.meeting.model.enums import HERE, NON_SPEAKING, Consent, Kind, Presence, Status
from sip_tui.meeting.model.meeting import Action, Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order, is_absent
from sip_tui.meeting.people.beside import write_beside

REFUSED = frozenset({Consent.NONE, Consent.WITHDRAWN})
"""The person has said no to a participant, or has taken the consent back."""
LACKING = REFUSED | {Consent.NOT_ASKED}
"""No consent; free words from a meeting file count as one."""
MAY_BE_HERE = HERE | {Presence.EXPECTED}
"""Ticked as here, or not ticked at all."""


def needs_consent(participant: Participant) -> bool:
    """Check whether the person can be asked about a participant: an interpreter or support person shares nothing."""
    return participant.kind is not Kind.PERSON and participant.kind not in NON_SPEAKING


def is_refused(participant: Participant | None) -> bool:
    """Check whether the person has said no to sharing with a participant: nobody asks them anything then."""
    return participant is not None and needs_consent(participant) and participant.consent in REFUSED


def is_barred(meeting: Meeting, action: Action) -> bool:
    """Check whether an action is new and its owner is one whom the person has said no to: nobody does it yet."""
    is_new = action.status is Status.NEW and not action.since
    return is_new and is_refused(meeting.participant(action.who))


def set_consent(meeting: Meeting, who: str, answer: Consent, day: str, *, received_by: str = "") -> tuple[Edit, ...]:
    """Note the answer about a participant, the day of it and who took it; a withdrawal keeps the day of the yes."""
    participant = meeting.participant(who)
    if participant is None or not needs_consent(participant):
        return ()
    given: dict[str, Value] = {"on": "" if answer is Consent.NOT_ASKED else day, "withdrawn_on": ""}
    details = {"withdrawn_on": day} if answer is Consent.WITHDRAWN else given
    taker: dict[str, Value] = {"received_by": received_by} if received_by else {}
    answered = (Edit("participants", who, "consent", answer.value),) if participant.consent != answer else ()
    return (*answered, *change_consent_detail(meeting, who, **details, **taker))


def set_plan_consent(meeting: Meeting, who: str, answer: Consent, day: str) -> tuple[Edit, ...]:
    """Note what the person, or a guardian of a child, answers about the plan being made (requirement 139)."""
    if who not in {participant.id for participant in asked_about_plan(meeting)}:
        return ()
    return change_consent_detail(meeting, who, plan=answer.value, plan_on="" if answer is Consent.NOT_ASKED else day)


def asked_about_plan(meeting: Meeting) -> tuple[Participant, ...]:
    """Who consents to the plan being made: the person, of a child the guardians, and the child is heard too."""
    kinds = {Kind.PERSON, Kind.GUARDIAN} if meeting.person.child else {Kind.PERSON}
    return tuple(participant for participant in in_round_order(meeting) if participant.kind in kinds)


def is_about_plan(meeting: Meeting, participant: Participant) -> bool:
    """Check whether what is asked is the plan itself: of the person, and of the guardians of a child."""
    return participant in asked_about_plan(meeting) and (participant.kind is Kind.PERSON or makes_plan(meeting))


def refusers_of_plan(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who have said no to the plan being made, or taken their yes back: then there is no plan."""
    return tuple(other for other in asked_about_plan(meeting) if meeting.consent_detail(other.id).plan in REFUSED)


def has_plan(meeting: Meeting) -> bool:
    """Whether the meeting makes a plan: it is of the type that does, and nobody has said no to it."""
    return makes_plan(meeting) and not refusers_of_plan(meeting)


def change_consent_detail(meeting: Meeting, who: str, **values: Value) -> tuple[Edit, ...]:
    """Change what is known of a participant's consent beside the answer."""
    return write_beside(meeting, "consents", meeting.consent_detail(who), **values)


def is_expired(meeting: Meeting, participant: Participant) -> bool:
    """Check whether a consent ended before the day of the meeting, or before today when that is later."""
    if participant.consent.strip() in LACKING:
        return False
    until = meeting.consent_detail(participant.id).until or meeting.person.consent_until
    ended, day = _as_day(until), _latest_day(meeting)
    return ended is not None and day is not None and ended < day


def _as_day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text.strip()[:10])
    return None


def _latest_day(meeting: Meeting) -> date | None:
    """The day of the meeting as planned, or of what has happened in it last."""
    times = [meeting.about.start, *(event.at for event in meeting.events)]
    return max((at.date() for at in times if at), default=None)


def consent_to_all(meeting: Meeting, day: str, answer: Consent = Consent.ORAL) -> tuple[Edit, ...]:
    """Set a yes for every actor who is not absent and has not been asked about; what was oral can be signed."""
    open_answers = {Consent.NOT_ASKED, Consent.ORAL} - {answer}
    return tuple(
        edit
        for participant in _actors(meeting)
        if participant.consent in open_answers and not is_absent(meeting, participant.id)
        for edit in set_consent(meeting, participant.id, answer, day)
    )


def awaiting_signature(meeting: Meeting) -> tuple[Participant, ...]:
    """Those with oral consent who are here or expected: it is signed now (requirement 141)."""
    return tuple(
        participant
        for participant in in_round_order(meeting)
        if participant.consent == Consent.ORAL and participant.presence in MAY_BE_HERE
    )


def without_consent(meeting: Meeting) -> tuple[Participant, ...]:
    """The actors who are here without the person's consent, or with one that has ended (requirements 15, 139).

    Who has not been marked in the roll call counts as here, however many others have been: they may sit in the room.
    """
    return tuple(
        participant
        for participant in _actors(meeting)
        if participant.presence in MAY_BE_HERE
        and (participant.consent.strip() in LACKING or is_expired(meeting, participant))
    )


def _actors(meeting: Meeting) -> tuple[Participant, ...]:
    return tuple(participant for participant in in_round_order(meeting) if participant.kind is Kind.ACTOR)
