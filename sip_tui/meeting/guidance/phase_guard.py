"""What the chair is reminded of before it is too late: a soft guard that asks once and lets go (F02, F08, F34).

Seed rows 1, 15, 35, 36, 50, 96, 102, 181, 188, 193, 199, 201. Whoever goes on all the same is not asked again in that
phase, and says why when it is somebody's consent that is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from sip_tui.meeting.content.plan import ActionGap, actions_with_gaps
from sip_tui.meeting.content.questions import unanswered_questions
from sip_tui.meeting.content.summary import unasked_in_round
from sip_tui.meeting.content.terms import unanswered_terms_in
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.enums import HERE, Kind, Presence
from sip_tui.meeting.model.meeting import Goal, Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order, is_absent
from sip_tui.meeting.people.consent import without_consent
from sip_tui.meeting.people.floor import is_heard
from sip_tui.meeting.time.agenda import PHASES, log_event
from sip_tui.meeting.time.timeline import Timing

LEAVING_MARGIN = timedelta(minutes=15)
"""How long before somebody must leave the chair is told."""
ReadClock = Callable[[str], time | None]
"""Reads a time of day as people write it; None for what is none."""
WAIVED, CONFIRMED = "waived", "confirmed"
SITUATION, SUMMARY = "situation", "summary"
"""The phase that tells how things are, what is good first (rows 1, 102); the one that says what was agreed (35, 36)."""


HOLD, REBOOK = "hold", "rebook"
"""Events: the meeting is held although key people are missing; another time is to be found."""


class ConcernKind(StrEnum):
    """Why it may be too early to go on."""

    PERSON_UNHEARD = "person unheard"
    QUEUE = "queue"
    TERMS = "terms"
    PICTURE = "picture"
    QUESTIONS = "questions"
    CONSENT = "consent"
    MATTERS = "matters"
    WORKS = "works"
    PROMISES = "promises"


@dataclass(frozen=True, slots=True)
class Concern:
    """A reason to stay a little longer, and whom or what it is about."""

    kind: ConcernKind
    rows: tuple[str, ...]
    """The ids of what it is about: participants, words without an explanation, questions without an answer, actions."""


def concerns_before_leaving(meeting: Meeting, at: Timing) -> tuple[Concern, ...]:
    """Say what the phase that the meeting is in still owes somebody; nothing before the opening or after the close."""
    if not at.phase or at.closed:
        return ()
    let_go = waived_concerns(meeting, at.phase)
    about = {
        ConcernKind.CONSENT: tuple(one.id for one in without_consent(meeting)) if at.phase == PHASES[0] else (),
        ConcernKind.PERSON_UNHEARD: _person_unheard(meeting, at.phase),
        ConcernKind.MATTERS: _matters_unasked(meeting) if at.phase == SITUATION else (),
        ConcernKind.WORKS: _nothing_works(meeting) if at.phase == SITUATION else (),
        ConcernKind.QUEUE: tuple(dict.fromkeys(one.who for one in meeting.queue if _can_speak(meeting, one.who))),
        ConcernKind.TERMS: tuple(one.id for one in unanswered_terms_in(meeting, at.phase)),
        ConcernKind.PICTURE: tuple(one.id for one in unasked_in_round(meeting)) if at.phase == SUMMARY else (),
        ConcernKind.QUESTIONS: tuple(one.id for one in unanswered_questions(meeting)) if at.phase == SUMMARY else (),
        ConcernKind.PROMISES: _unfinished(meeting) if at.phase == SUMMARY else (),
    }
    return tuple(Concern(kind, rows) for kind, rows in about.items() if rows and kind not in let_go)


def waive_concern(meeting: Meeting, phase: str, concern: Concern, reason: str, moment: EditContext) -> tuple[Edit, ...]:
    """Go on all the same, and write down why; nothing when that has been said in this phase already."""
    if concern.kind in waived_concerns(meeting, phase):
        return ()
    return log_event(moment, WAIVED, phase=phase, text=f"{concern.kind.value}: {reason.strip()}".rstrip(": "))


def waived_concerns(meeting: Meeting, phase: str) -> frozenset[ConcernKind]:
    """What the chair has decided not to wait for in a phase."""
    texts = {one.text.split(":")[0] for one in meeting.events if (one.kind, one.phase) == (WAIVED, phase)}
    return frozenset(kind for kind in ConcernKind if kind.value in texts)


def waiver_reason(meeting: Meeting, kind: ConcernKind) -> str:
    """Why the chair went on all the same, the last time; empty when nobody did, or gave no reason (seed row 15)."""
    said = [one.text.partition(":") for one in meeting.events if one.kind == WAIVED]
    return next((reason.strip() for name, _colon, reason in reversed(said) if name == kind.value), "")


def confirm_goal(meeting: Meeting, goal: str, moment: EditContext) -> tuple[Edit, ...]:
    """Write down that a goal has been said back and confirmed (seed rows 80, 96); nothing when it has been."""
    return () if goal in confirmed_goals(meeting) else log_event(moment, CONFIRMED, text=goal)


def confirmed_goals(meeting: Meeting) -> frozenset[str]:
    """The ids of the goals that have been confirmed."""
    return frozenset(one.text for one in meeting.events if one.kind == CONFIRMED)


def leaving_soon(meeting: Meeting, now: datetime, read: ReadClock) -> tuple[Participant, ...]:
    """Give those who must leave within a quarter of an hour while a goal of theirs is not confirmed.

    Args:
        meeting: The meeting.
        now: The time where the meeting is, with its zone: "13.40" is told by the clock on the wall.
        read: Reads when somebody must leave, in the words in which it was written down.

    Returns:
        In the order of the round. Somebody who should have left stays in it for another quarter of an hour, as long
        as they are here.
    """
    return tuple(
        one
        for one in in_round_order(meeting)
        if one.presence in HERE and one.leaves and _near(read(one.leaves), now) and _unconfirmed(meeting, one)
    )


def missing_key_people(meeting: Meeting) -> tuple[Participant, ...]:
    """Give the key people who are known not to be here: excused, missing, late or gone, and nobody in their place.

    Nobody is needed more than the person whose plan it is.
    """
    needed = (one for one in in_round_order(meeting) if one.key_person or one.kind is Kind.PERSON)
    away = [one for one in needed if _away(meeting, one)]
    replaced = {one.substitute_for for one in meeting.participants if one.presence in HERE}
    return tuple(one for one in away if one.id not in replaced)


def decide_on_missing(meeting: Meeting, kind: str, moment: EditContext) -> tuple[Edit, ...]:
    """Hold the meeting without the key people who are missing, or find another time; written down (kallelse, S3).

    Args:
        meeting: The meeting.
        kind: ``HOLD`` or ``REBOOK``.
        moment: Now.
    """
    missing = " ".join(one.id for one in missing_key_people(meeting))
    return log_event(moment, kind, text=missing) if missing else ()


def undecided_missing(meeting: Meeting) -> tuple[Participant, ...]:
    """The key people who are missing, and about whom nobody has decided."""
    decided = {row for one in meeting.events if one.kind in {HOLD, REBOOK} for row in one.text.split()}
    return tuple(one for one in missing_key_people(meeting) if one.id not in decided)


def _person_unheard(meeting: Meeting, phase: str) -> tuple[str, ...]:
    return tuple(row for row in _person_here(meeting) if not is_heard(meeting, row, phase))


def _person_here(meeting: Meeting) -> tuple[str, ...]:
    person = meeting.person_participant
    return (person.id,) if person is not None and person.presence in HERE else ()


def _matters_unasked(meeting: Meeting) -> tuple[str, ...]:
    """The person, as long as nobody has written what matters most: the question that opens the plan (seed row 102)."""
    return () if meeting.person.matters.strip() else _person_here(meeting)


def _nothing_works(meeting: Meeting) -> tuple[str, ...]:
    """The person, as long as nobody at all has told anything that works (seed row 1)."""
    return () if any(one.works.strip() for one in meeting.accounts) else _person_here(meeting)


def _unfinished(meeting: Meeting) -> tuple[str, ...]:
    """The actions without a name or a time (seed row 36)."""
    return tuple(one.id for one in actions_with_gaps(meeting, ActionGap.NO_OWNER, ActionGap.NO_WHEN))


def _can_speak(meeting: Meeting, who: str) -> bool:
    return meeting.participant(who) is not None and not is_absent(meeting, who)


def _away(meeting: Meeting, one: Participant) -> bool:
    return one.presence is Presence.LATE or is_absent(meeting, one.id)


def _near(leaves: time | None, now: datetime) -> bool:
    """True from a quarter before to a quarter after; what is no time of day is near nothing."""
    return leaves is not None and abs(datetime.combine(now, leaves, now.tzinfo) - now) <= LEAVING_MARGIN


def _unconfirmed(meeting: Meeting, one: Participant) -> bool:
    """The person is concerned by every goal, and by there being none; the others by those they have a part in."""
    said_back = confirmed_goals(meeting)
    if one.kind is Kind.PERSON:
        return not meeting.goals or any(goal.id not in said_back for goal in meeting.goals)
    return any(_concerns(meeting, goal, one) and goal.id not in said_back for goal in meeting.goals)


def _concerns(meeting: Meeting, goal: Goal, one: Participant) -> bool:
    return goal.owner == one.id or any(act.who == one.id and act.goal == goal.id for act in meeting.actions)
