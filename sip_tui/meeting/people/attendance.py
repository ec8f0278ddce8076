"""The roll call: who is here, who is not, and which key people are missing (requirements 12, 13, 20, 52, 53, 158)."""

from __future__ import annotations

from typing import NamedTuple

from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.enums import ABSENT, FAMILY, HERE, NON_SPEAKING, Kind, Presence, Status
from sip_tui.meeting.model.meeting import Event, Meeting, Participant
from sip_tui.meeting.time.agenda import PHASES, log_event
from sip_tui.meeting.time.timeline import timing_at

ACTION_PHASE = "needs"
"""The part of the meeting in which actions are gone through."""
HOLD, REBOOK = "hold", "rebook"
"""Kinds of event: the meeting is held without the missing key people; another time is to be found."""


class RollCall(NamedTuple):
    """The participants by presence; the person is always first in a list."""

    here: tuple[Participant, ...]
    late: tuple[Participant, ...]
    excused: tuple[Participant, ...]
    missing: tuple[Participant, ...]
    left: tuple[Participant, ...]
    not_called: tuple[Participant, ...]

    @property
    def absentees(self) -> tuple[Participant, ...]:
        """Those who are announced and recorded as absent: excused, and missing without notice."""
        return self.excused + self.missing


def roll_call(meeting: Meeting) -> RollCall:
    """Group the participants by presence."""

    def those(*presence: Presence) -> tuple[Participant, ...]:
        """List those with one of these values."""
        return tuple(participant for participant in in_round_order(meeting) if participant.presence in presence)

    return RollCall(
        here=those(*HERE),
        late=those(Presence.LATE),
        excused=those(Presence.EXCUSED),
        missing=those(Presence.MISSING),
        left=those(Presence.LEFT),
        not_called=those(Presence.EXPECTED),
    )


def in_round_order(meeting: Meeting) -> tuple[Participant, ...]:
    """Sort the participants: the person, the family, then the others as they were called (requirement 12)."""
    return tuple(
        sorted(
            meeting.participants, key=lambda participant: (_rank(participant.kind), participant.order, participant.id)
        )
    )


def speakers_here(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are here and speak for themselves, in the order of the round."""
    here = (participant for participant in in_round_order(meeting) if participant.presence in HERE)
    return tuple(participant for participant in here if participant.kind not in NON_SPEAKING)


def set_presence(meeting: Meeting, who: str, presence: Presence, context: EditContext) -> tuple[Edit, ...]:
    """Set whether a participant is here; a late arrival and a departure get a time, and who goes has the floor no more.

    Otherwise somebody who is not there would speak until the end of the part.
    """
    participant = meeting.participant(who)
    if participant is None or participant.presence is presence:
        return ()
    fields: list[tuple[str, str | None]] = [("presence", presence.value)]
    if presence in HERE and participant.presence in ABSENT | {Presence.LATE}:
        fields.append(("came", context.iso))
    taken: tuple[Edit, ...] = ()
    if presence is Presence.LEFT:
        fields.append(("left", context.iso))
        taken = _taken_on(meeting, participant, context)
    ended = () if presence in HERE else _ended_turns(meeting, who, context)
    return (*as_edits("participants", who, fields), *ended, *taken)


def _ended_turns(meeting: Meeting, who: str, context: EditContext) -> tuple[Edit, ...]:
    going = (turn for turn in meeting.turns if turn.who == who and turn.began and not turn.ended)
    return tuple(Edit("turns", turn.id, "ended", context.iso) for turn in going)


def _taken_on(meeting: Meeting, leaver: Participant, context: EditContext) -> tuple[Edit, ...]:
    """Note what somebody who leaves has taken on: what is theirs when the part about actions has begun."""
    phase = timing_at(meeting, context.at).phase
    if leaver.presence not in HERE or phase not in PHASES[PHASES.index(ACTION_PHASE) :]:
        return ()
    own = (action for action in meeting.actions if action.who == leaver.id and action.status is not Status.PROPOSED)
    return tuple(Edit("actions", action.id, "agreed_by", leaver.id) for action in own)


def is_absent(meeting: Meeting, who: str) -> bool:
    """Check whether a participant is known not to be here: excused, missing, or gone."""
    participant = meeting.participant(who)
    return participant is not None and participant.presence in ABSENT | {Presence.LEFT}


def is_away(meeting: Meeting, participant: Participant) -> bool:
    """Check whether a participant is absent or late."""
    return participant.presence is Presence.LATE or is_absent(meeting, participant.id)


def missing_key_people(meeting: Meeting) -> tuple[Participant, ...]:
    """The key people, and the person, who are absent or late without a substitute."""
    needed = (
        participant
        for participant in in_round_order(meeting)
        if participant.key_person or participant.kind is Kind.PERSON
    )
    replaced = {participant.substitute_for for participant in meeting.participants if participant.presence in HERE}
    return tuple(
        participant for participant in needed if is_away(meeting, participant) and participant.id not in replaced
    )


def decide_on_missing(meeting: Meeting, kind: str, context: EditContext, reason: str = "") -> tuple[Edit, ...]:
    """Log the decision about the missing key people and why; ``HOLD`` or ``REBOOK``, nothing when none is missing."""
    missing = " ".join(participant.id for participant in missing_key_people(meeting))
    return log_event(context, kind, text=missing, reason=reason.strip()) if missing else ()


def decisions_on_missing(meeting: Meeting) -> tuple[tuple[Event, tuple[Participant, ...]], ...]:
    """The decisions about missing key people, each with those whom it is about (requirement 148)."""
    decided = (event for event in meeting.events if event.kind in {HOLD, REBOOK})
    return tuple((event, _named(meeting, event.text)) for event in decided)


def _named(meeting: Meeting, ids: str) -> tuple[Participant, ...]:
    return tuple(participant for row in ids.split() if (participant := meeting.participant(row)))


def undecided_missing(meeting: Meeting) -> tuple[Participant, ...]:
    """The missing key people about whom nobody has decided."""
    decided = {row for event in meeting.events if event.kind in {HOLD, REBOOK} for row in event.text.split()}
    return tuple(participant for participant in missing_key_people(meeting) if participant.id not in decided)


def _rank(kind: Kind) -> int:
    if kind is Kind.PERSON:
        return 0
    return 1 if kind in FAMILY else 2


def is_minor(meeting: Meeting) -> bool:
    """Whether the person is under eighteen: a child, or somebody with a guardian."""
    return meeting.person.child or any(participant.kind is Kind.GUARDIAN for participant in meeting.participants)
