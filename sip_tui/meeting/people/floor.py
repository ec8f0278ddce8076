"""The floor: who speaks, for how long, and who has not been heard (F08; seed rows 22, 65, 94, 166, 188, 189, 199).

Somebody in the room for somebody else, as an interpreter, is never counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.enums import ABSENT, FAMILY, HERE, NON_SPEAKING, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting, Participant, Turn
from sip_tui.meeting.people.attendance import in_round_order, is_absent
from sip_tui.meeting.time.agenda import enter_phase, planned_minutes
from sip_tui.meeting.time.timeline import Timing

MAX_NUMBERS = 10
ZERO = timedelta(0)
NOBODY = ""
"""Who has the floor while the clocks stand still."""
PAUSING_EVENTS = frozenset({"pause", "break", "close"})
RESUMING_EVENTS = frozenset({"resume", "reopen"})
ROUND_PHASES = frozenset({"situation", "needs"})
"""The phases in which everybody is heard in turn (seed rows 22, 32)."""
LONG_TURN = timedelta(minutes=3)
"""How long a turn in a round may last before the chair is told of it (seed row 22)."""

SpeakingStretch = tuple[datetime, str, str, datetime]
"""When it began, the row that tells of it, who had the floor, and when it ended."""


@dataclass(frozen=True, slots=True)
class TalkShare:
    """One speaker's part of the talk, until now."""

    who: Participant
    spoken: timedelta
    turns: int
    heard: bool
    """Whether somebody has had the floor in the phase that was asked about."""
    speaking: bool


def speakers(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are counted, in the order of the round; an interpreter speaks for others and is not."""
    gone = ABSENT | {Presence.LEFT}
    return tuple(one for one in in_round_order(meeting) if one.kind not in NON_SPEAKING and one.presence not in gone)


def speaker_numbers(meeting: Meeting) -> Mapping[str, int]:
    """Participant's id → the number, from 1, whose digit gives the floor; it stays the same when others come or go.

    Those who are not here keep theirs as long as ten digits are enough for everybody.
    """
    those = [one for one in in_round_order(meeting) if one.kind not in NON_SPEAKING]
    if len(those) > MAX_NUMBERS:
        those = [one for one in those if one.presence not in ABSENT]
    return {one.id: number for number, one in enumerate(those[:MAX_NUMBERS], 1)}


def current_turn(meeting: Meeting) -> Turn | None:
    """The turn that goes on now; the latest, should two have begun at once."""
    going = [one for one in meeting.turns if one.began and not one.ended]
    return max(going, key=lambda one: (one.began, one.id), default=None)


def current_speaker(meeting: Meeting) -> Participant | None:
    """Who speaks now."""
    turn = current_turn(meeting)
    return meeting.participant(turn.who) if turn else None


def give_floor(meeting: Meeting, who: str, phase: str, moment: EditContext) -> tuple[Edit, ...]:
    """Give somebody the floor, who then waits for it no more; given to the one who has it, it ends."""
    speaker = current_speaker(meeting)
    ended = end_turns(meeting, moment)
    if speaker is not None and speaker.id == who:
        return ended
    begun = as_edits("turns", moment.row, [("who", who), ("phase", phase), ("began", moment.iso)])
    return ended + begun + leave_queue(meeting, who)


def change_phase(meeting: Meeting, phase: str, moment: EditContext) -> tuple[Edit, ...]:
    """Go to a phase. Nobody has the floor then: who spoke in the one before has not been heard in this one."""
    return (*enter_phase(meeting, phase, moment), *end_turns(meeting, moment))


def end_turns(meeting: Meeting, moment: EditContext) -> tuple[Edit, ...]:
    """Nobody has the floor after this."""
    return tuple(Edit("turns", one.id, "ended", moment.iso) for one in meeting.turns if one.began and not one.ended)


def leave_queue(meeting: Meeting, who: str) -> tuple[Edit, ...]:
    """Take somebody out of the queue."""
    return tuple(Edit("queue", one.id, "deleted", True) for one in meeting.queue if one.who == who)


def turn_count(meeting: Meeting, who: str) -> int:
    """How many times somebody has had the floor."""
    return sum(one.who == who for one in meeting.turns)


def talk_time(meeting: Meeting, who: str, now: datetime) -> timedelta:
    """How long somebody has had the floor, until now."""
    return talk_times(meeting, now).get(who, ZERO)


def talk_times(meeting: Meeting, now: datetime) -> Mapping[str, timedelta]:
    """How long each has had the floor, until now; their sum is never more than the time that has passed.

    Nobody speaks while the clocks stand still. Of two turns at once, which two seats can give without seeing each
    other, only the one that began last is counted.
    """
    taken: list[tuple[datetime, datetime]] = []
    sums: dict[str, timedelta] = {}
    for began, _row, who, ended in sorted([*_turns(meeting, now), *_silences(meeting, now)], reverse=True):
        sums[who] = sums.get(who, ZERO) + _claim(taken, began, ended)
    sums.pop(NOBODY, None)
    return sums


def since_heard(meeting: Meeting, who: str, now: datetime) -> timedelta | None:
    """How long ago somebody last had the floor: nothing while they have it, None when they never had."""
    ends = [one.ended or now for one in meeting.turns if one.who == who and one.began]
    return max(now - max(ends), ZERO) if ends else None


def is_heard(meeting: Meeting, who: str, phase: str) -> bool:
    """True when somebody has had the floor in this phase."""
    return any(one.who == who and one.phase == phase for one in meeting.turns)


def unheard(meeting: Meeting, phase: str) -> tuple[Participant, ...]:
    """Those who have not had the floor in this phase, in the order of the round."""
    return tuple(one for one in speakers(meeting) if not is_heard(meeting, one.id, phase))


def unheard_family(meeting: Meeting, phase: str) -> tuple[Participant, ...]:
    """Those of the family who have not had the floor in this phase, besides the person (seed row 189)."""
    return tuple(one for one in unheard(meeting, phase) if one.kind in FAMILY - {Kind.PERSON})


def is_family_unheard(meeting: Meeting, at: Timing) -> bool:
    """True when half of a phase has gone and nobody of the family that is here has been heard in it (seed row 189).

    The person comes first: as long as the person is here and has not been heard, the family is not spoken of.
    """
    half = timedelta(minutes=planned_minutes(meeting).get(at.phase, 0)) / 2
    if not half or not at.running or at.spent[at.phase] < half or _person_waits(meeting, at.phase):
        return False
    here = [one for one in meeting.participants if one.kind in FAMILY - {Kind.PERSON} and one.presence in HERE]
    return bool(here) and not any(is_heard(meeting, one.id, at.phase) for one in here)


def long_turn_length(meeting: Meeting, at: Timing, now: datetime) -> timedelta | None:
    """How long the turn that goes on has lasted, in a round and when that is long; else None (seed rows 22, 213).

    Never about the person, and never about somebody who speaks for others.
    """
    turn, who = current_turn(meeting), current_speaker(meeting)
    if turn is None or who is None or at.phase not in ROUND_PHASES or not at.running:
        return None
    if who.kind in NON_SPEAKING | {Kind.PERSON}:
        return None
    lasted = talk_time(replace(meeting, turns=(turn,)), turn.who, now)
    return lasted if lasted >= LONG_TURN else None


def talk_shares(meeting: Meeting, phase: str, now: datetime) -> tuple[TalkShare, ...]:
    """Everybody's part of the talk, in the order of the round."""
    speaker, spent = current_speaker(meeting), talk_times(meeting, now)
    return tuple(
        TalkShare(
            who=one,
            spoken=spent.get(one.id, ZERO),
            turns=turn_count(meeting, one.id),
            heard=is_heard(meeting, one.id, phase),
            speaking=one == speaker,
        )
        for one in speakers(meeting)
    )


def suggest_speaker(meeting: Meeting, phase: str, now: datetime) -> Participant | None:
    """Whom the chair could ask: somebody not heard in this phase, then whoever has spoken least (seed rows 94, 166).

    The person comes before the family, and they before the others, when all else is equal. Those who speak, who wait
    for the floor already or who have not come yet are not suggested; None when nobody is left.
    """
    waiting = {one.who for one in meeting.queue}
    free = [one for one in talk_shares(meeting, phase, now) if not one.speaking and one.who.id not in waiting]
    here = [one for one in free if one.who.presence is not Presence.LATE]
    quietest = min(here, key=lambda one: (one.heard, one.spoken), default=None)
    return quietest.who if quietest else None


def _person_waits(meeting: Meeting, phase: str) -> bool:
    person = meeting.person_participant
    return person is not None and not (is_absent(meeting, person.id) or is_heard(meeting, person.id, phase))


def _turns(meeting: Meeting, now: datetime) -> Iterator[SpeakingStretch]:
    """Every turn until now; one that ends before it began, on a clock that was set back, is no time at all."""
    for one in meeting.turns:
        if one.began and one.began <= now:
            yield one.began, one.id, one.who, max(min(one.ended or now, now), one.began)


def _silences(meeting: Meeting, now: datetime) -> Iterator[SpeakingStretch]:
    """When the clocks stood still: a break takes the floor as a turn of nobody's."""
    since: datetime | None = None
    for at, _order, _row, kind in sorted((one.at, one.order, one.id, one.kind) for one in meeting.events if one.at):
        if kind in PAUSING_EVENTS and at <= now:
            since = since or at
        elif kind in RESUMING_EVENTS and since and at <= now:
            yield since, "", NOBODY, at
            since = None
    if since:
        yield since, "", NOBODY, now


def _claim(taken: list[tuple[datetime, datetime]], began: datetime, ended: datetime) -> timedelta:
    """Give the time between two moments that is still free, and take it.

    ``taken`` holds stretches that do not overlap and began no earlier, the first of them last.
    """
    free, at = ZERO, began
    while taken and taken[-1][0] < ended:
        start, stop = taken.pop()
        free += max(start - at, ZERO)
        at = max(at, stop)
    taken.append((began, max(ended, at)))
    return free + max(ended - at, ZERO)
