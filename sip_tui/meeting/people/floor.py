"""The floor: who speaks, who waits for it, for how long each has spoken, and who has not been heard.

Requirements 22, 65, 94, 166, 188, 189 and 199. The queue follows the W3C's Zakim: a direct reply goes first, a last
word last, and the chair may take anybody. ``NON_SPEAKING`` participants, such as an interpreter, are never counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.enums import ABSENT, FAMILY, HERE, NON_SPEAKING, Kind, Presence, QueueKind
from sip_tui.meeting.model.meeting import Meeting, Participant, QueueEntry, Turn
from sip_tui.meeting.people.attendance import in_round_order, is_absent
from sip_tui.meeting.time.agenda import enter_phase, planned_minutes
from sip_tui.meeting.time.timeline import ZERO, Timing

MAX_DIGITS = 10
"""Participants whose number is one key: 0 stands for the tenth."""
NOBODY = ""
PAUSING_EVENTS = frozenset({"pause", "break", "close"})
RESUMING_EVENTS = frozenset({"resume", "reopen"})
ROUND_PHASES = frozenset({"situation", "needs"})
"""The phases in which everybody is heard in turn (requirements 22, 32)."""
LONG_TURN = timedelta(minutes=3)
"""How long a turn in a round may last before the chair is reminded (requirement 22)."""

MIN_TALK, MIN_OTHERS = timedelta(minutes=10), 4
"""Talk, and speakers besides the person, below which it says nothing that one or two have talked most."""
REAL_SHARE = 0.2
"""The part of the talk from which the second of two has talked much too: a fifth."""

SpeakingStretch = tuple[datetime, str, str, datetime]
"""When it began, its row, who had the floor, and when it ended."""


class TalkShare(NamedTuple):
    """One participant's share of the talk until now; ``heard`` is about the present phase."""

    participant: Participant
    spoken: timedelta
    turns: int
    heard: bool
    speaking: bool
    percent: int
    """Of all that has been said until now."""


def speakers(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who may speak, in the order of the round."""
    gone = ABSENT | {Presence.LEFT}
    return tuple(participant for participant in _countable(meeting) if participant.presence not in gone)


def speaker_numbers(meeting: Meeting) -> Mapping[str, int]:
    """Participant id → the number, from 1, that is theirs on every screen; it is kept when others come or go.

    Up to ``MAX_DIGITS`` its digit gives the floor.
    """
    return {participant.id: number for number, participant in enumerate(_countable(meeting), 1)}


def current_turn(meeting: Meeting) -> Turn | None:
    """The turn that goes on now; the latest, should two have begun at once."""
    going = [turn for turn in meeting.turns if turn.began and not turn.ended]
    return max(going, key=lambda turn: (turn.began, turn.id), default=None)


def current_speaker(meeting: Meeting) -> Participant | None:
    """The participant who has the floor."""
    turn = current_turn(meeting)
    return meeting.participant(turn.who) if turn else None


def give_floor(meeting: Meeting, who: str, phase: str, context: EditContext) -> tuple[Edit, ...]:
    """Give a participant the floor and take them out of the queue; given to the one who has it, it ends."""
    speaker = current_speaker(meeting)
    ended = end_turns(meeting, context)
    if speaker is not None and speaker.id == who:
        return ended
    begun = as_edits("turns", context.row, [("who", who), ("phase", phase), ("began", context.iso)])
    return ended + begun + leave_queue(meeting, who)


def change_phase(meeting: Meeting, phase: str, context: EditContext) -> tuple[Edit, ...]:
    """Go to a phase and end the turn: who spoke in the last phase has not been heard in this one."""
    return (*enter_phase(meeting, phase, context), *end_turns(meeting, context))


def end_turns(meeting: Meeting, context: EditContext) -> tuple[Edit, ...]:
    """End every turn, so that nobody has the floor."""
    return tuple(
        Edit("turns", turn.id, "ended", context.iso) for turn in meeting.turns if turn.began and not turn.ended
    )


def speaking_queue(meeting: Meeting) -> tuple[QueueEntry, ...]:
    """Those who wait for the floor, the next first: each once, and only those who may speak."""
    counted = {participant.id for participant in speakers(meeting)}
    kinds = list(QueueKind)
    first: dict[str, QueueEntry] = {}
    for entry in sorted(meeting.queue, key=lambda entry: (kinds.index(entry.kind), entry.order, entry.id)):
        if entry.who in counted:
            first.setdefault(entry.who, entry)
    return tuple(first.values())


def join_queue(meeting: Meeting, who: str, kind: QueueKind) -> tuple[Edit, ...]:
    """Put a participant in the queue, or move them to another place in it; never twice.

    The row is named by the participant, so that two seats that see the same raised hand write the same row.
    """
    standing = [entry for entry in meeting.queue if entry.who == who]
    speaking = {participant.id for participant in speakers(meeting)}
    if who not in speaking or any(entry.kind == kind for entry in standing):
        return ()
    row = standing[0].id if standing else who
    last = max((entry.order for entry in meeting.queue), default=-1)
    return as_edits("queue", row, [("who", who), ("kind", kind.value), ("order", last + 1), ("deleted", False)])


def leave_queue(meeting: Meeting, who: str) -> tuple[Edit, ...]:
    """Take a participant out of the queue; nothing when they do not wait."""
    return tuple(Edit("queue", entry.id, "deleted", True) for entry in meeting.queue if entry.who == who)


def move_in_queue(meeting: Meeting, who: str, step: int) -> tuple[Edit, ...]:
    """Let somebody change places with who waits before (-1) or after (1); replies stay first, the last stay last."""
    queue = speaking_queue(meeting)
    at = next((place for place, entry in enumerate(queue) if entry.who == who), None)
    if at is None or not 0 <= at + step < len(queue) or queue[at + step].kind is not queue[at].kind:
        return ()
    same = [entry for entry in queue if entry.kind is queue[at].kind]
    place = same.index(queue[at])
    same[place], same[place + step] = same[place + step], same[place]
    # All get a place anew: two who were put there by two seats at once have the same number.
    return tuple(Edit("queue", entry.id, "order", order) for order, entry in enumerate(same) if entry.order != order)


def give_floor_to_next(meeting: Meeting, phase: str, context: EditContext) -> tuple[Edit, ...]:
    """Give the floor to the next in the queue other than the speaker; nothing when nobody waits."""
    speaker = current_speaker(meeting)
    waiting = [entry.who for entry in speaking_queue(meeting) if speaker is None or entry.who != speaker.id]
    return give_floor(meeting, waiting[0], phase, context) if waiting else ()


def turn_count(meeting: Meeting, who: str) -> int:
    """Count a participant's turns."""
    return sum(turn.who == who for turn in meeting.turns)


def talk_times(meeting: Meeting, now: datetime) -> Mapping[str, timedelta]:
    """Participant id → how long they have spoken until now; the sum is never more than the time that has passed.

    Nobody speaks while the clocks are stopped. Of two turns at once, which two seats can give without seeing each
    other, only the one that began last is counted.
    """
    taken: list[tuple[datetime, datetime]] = []
    sums: dict[str, timedelta] = {}
    for began, _row, who, ended in sorted([*_turns(meeting, now), *_silences(meeting, now)], reverse=True):
        sums[who] = sums.get(who, ZERO) + _claim(taken, began, ended)
    sums.pop(NOBODY, None)
    return sums


def since_heard(meeting: Meeting, who: str, now: datetime) -> timedelta | None:
    """How long ago a participant last had the floor: zero while they have it, None when they never had."""
    ends = [turn.ended or now for turn in meeting.turns if turn.who == who and turn.began]
    return max(now - max(ends), ZERO) if ends else None


def is_heard(meeting: Meeting, who: str, phase: str) -> bool:
    """Check whether a participant has had the floor in a phase."""
    return any(turn.who == who and turn.phase == phase for turn in meeting.turns)


def unheard_family(meeting: Meeting, phase: str) -> tuple[Participant, ...]:
    """The family besides the person who may speak and have not had the floor in a phase (requirement 189)."""
    family = (participant for participant in speakers(meeting) if participant.kind in FAMILY - {Kind.PERSON})
    return tuple(participant for participant in family if not is_heard(meeting, participant.id, phase))


def is_family_unheard(meeting: Meeting, timing: Timing) -> bool:
    """Check whether half of a phase has gone and nobody of the family who is here has been heard (requirement 189).

    The person comes first: while the person is here and has not been heard, it is False.
    """
    half = timedelta(minutes=planned_minutes(meeting).get(timing.phase, 0)) / 2
    if not half or not timing.running or timing.spent[timing.phase] < half or _person_waits(meeting, timing.phase):
        return False
    family = [participant for participant in meeting.participants if participant.kind in FAMILY - {Kind.PERSON}]
    here = [participant.id for participant in family if participant.presence in HERE]
    return bool(here) and not any(is_heard(meeting, who, timing.phase) for who in here)


def turn_length(meeting: Meeting, now: datetime) -> timedelta:
    """How long the present turn has lasted, without the time in which the clocks were stopped; zero without one."""
    turns = tuple(filter(None, [current_turn(meeting)]))
    return sum(talk_times(replace(meeting, turns=turns), now).values(), ZERO)


def long_turn_length(meeting: Meeting, timing: Timing, now: datetime) -> timedelta | None:
    """How long the present turn in a round has lasted, when that is long; else None (requirements 22, 213).

    Never for the person.
    """
    speaker = current_speaker(meeting)
    if speaker is None or timing.phase not in ROUND_PHASES or not timing.running:
        return None
    if speaker.kind in NON_SPEAKING | {Kind.PERSON}:
        return None
    lasted = turn_length(meeting, now)
    return lasted if lasted >= LONG_TURN else None


def talk_shares(meeting: Meeting, phase: str, now: datetime) -> tuple[TalkShare, ...]:
    """Everybody's share of the talk, in the order of the round."""
    speaker, spent = current_speaker(meeting), talk_times(meeting, now)
    total = sum(spent.values(), ZERO)
    return tuple(
        TalkShare(
            participant=participant,
            spoken=spent.get(participant.id, ZERO),
            turns=turn_count(meeting, participant.id),
            heard=is_heard(meeting, participant.id, phase),
            speaking=participant == speaker,
            percent=round(100 * spent.get(participant.id, ZERO) / total) if total else 0,
        )
        for participant in speakers(meeting)
    )


def most_talkative(meeting: Meeting, now: datetime) -> tuple[Participant, ...]:
    """Who has had more than half of the talk, alone or as one of two, once that says something (requirement 94).

    Never the person. Two are meant only when neither alone has more than half, and both have a ``REAL_SHARE``.
    """
    spent = talk_times(meeting, now)
    total = sum(spent.values(), ZERO)
    others = [participant for participant in speakers(meeting) if participant.kind is not Kind.PERSON]
    if len(others) < MIN_OTHERS or total < MIN_TALK:
        return ()
    first, second = sorted(others, key=lambda participant: spent.get(participant.id, ZERO), reverse=True)[:2]
    most, more = (spent.get(participant.id, ZERO) / total for participant in (first, second))
    if most > 0.5:
        return (first,)
    return (first, second) if most + more > 0.5 and more >= REAL_SHARE else ()


def _countable(meeting: Meeting) -> list[Participant]:
    return [participant for participant in in_round_order(meeting) if participant.kind not in NON_SPEAKING]


def _person_waits(meeting: Meeting, phase: str) -> bool:
    person = meeting.person_participant
    return person is not None and not (is_absent(meeting, person.id) or is_heard(meeting, person.id, phase))


def _turns(meeting: Meeting, now: datetime) -> Iterator[SpeakingStretch]:
    """Every turn until now; one that ended before it began, by a clock that was set back, has no length."""
    for turn in meeting.turns:
        if turn.began and turn.began <= now:
            yield turn.began, turn.id, turn.who, max(min(turn.ended or now, now), turn.began)


def _silences(meeting: Meeting, now: datetime) -> Iterator[SpeakingStretch]:
    """The stretches with stopped clocks, as turns of ``NOBODY``."""
    since: datetime | None = None
    events = sorted((event.at, event.order, event.id, event.kind) for event in meeting.events if event.at)
    for at, _order, _row, kind in events:
        if kind in PAUSING_EVENTS and at <= now:
            since = since or at
        elif kind in RESUMING_EVENTS and since and at <= now:
            yield since, "", NOBODY, at
            since = None
    if since:
        yield since, "", NOBODY, now


def _claim(taken: list[tuple[datetime, datetime]], began: datetime, ended: datetime) -> timedelta:
    """Take the time between two moments that is still free, and return how much it is.

    ``taken`` holds stretches that do not overlap and began no earlier, the first of them last.
    """
    free, at = ZERO, began
    while taken and taken[-1][0] < ended:
        start, stop = taken.pop()
        free += max(start - at, ZERO)
        at = max(at, stop)
    taken.append((began, max(ended, at)))
    return free + max(ended - at, ZERO)
