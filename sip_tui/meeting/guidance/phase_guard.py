"""Soft guards: what a phase, or the meeting, still owes somebody before it is left.

Requirements 1, 9, 15, 35, 36, 38, 50, 80-83, 88, 96, 102, 181, 182, 188, 193, 199, 201, 210 and 217. Nothing is locked:
a concern that was waived is not raised again in that phase, and a missing consent takes a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta
from enum import StrEnum

from sip_tui.meeting.content.delivery import undecided_receivers
from sip_tui.meeting.content.doers import named_doers
from sip_tui.meeting.content.outcomes import unreviewed
from sip_tui.meeting.content.plan import TIME_GAPS, ActionGap, actions_with_gaps
from sip_tui.meeting.content.questions import unanswered_questions, unanswered_terms, unanswered_terms_in
from sip_tui.meeting.content.summary import unasked_in_round
from sip_tui.meeting.guidance import wrap_up
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.enums import HERE, Kind
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Participant, Question, Row, Term
from sip_tui.meeting.people.attendance import in_round_order, is_absent, is_away, roll_call
from sip_tui.meeting.people.consent import has_plan, without_consent
from sip_tui.meeting.people.floor import is_heard
from sip_tui.meeting.time.agenda import PHASES, log_event
from sip_tui.meeting.time.timeline import Timing

LEAVING_MARGIN = timedelta(minutes=15)
"""How long before a participant must leave the chair is reminded."""
ReadClock = Callable[[str], time | None]
"""Reads a time of day as people write it; None when it is not one."""
WAIVED, CONFIRMED = "waived", "confirmed"
"""Kinds of event."""
SITUATION, SUMMARY = "situation", "summary"


class ConcernKind(StrEnum):
    """Why it may be too early to leave a phase."""

    PERSON_UNHEARD = "person unheard"
    QUEUE = "queue"
    TERMS = "terms"
    PICTURE = "picture"
    QUESTIONS = "questions"
    CONSENT = "consent"
    MATTERS = "matters"
    WORKS = "works"
    PROMISES = "promises"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Concern:
    """A reason not to leave a phase yet, and whom or what it is about."""

    kind: ConcernKind
    rows: tuple[str, ...]
    """The ids of participants, terms, questions, goals or actions."""


def concerns_before_leaving(meeting: Meeting, timing: Timing) -> tuple[Concern, ...]:
    """What the present phase still owes somebody; nothing before the opening or after the close."""
    if not timing.phase or timing.closed:
        return ()
    concerns = _concerns(meeting, timing.phase)
    let_go = waived_concerns(meeting, timing.phase)
    return tuple(Concern(kind, rows) for kind, rows in concerns.items() if rows and kind not in let_go)


def _concerns(meeting: Meeting, phase: str) -> dict[ConcernKind, tuple[str, ...]]:
    """The rows that each concern of a phase is about, in the order in which they are raised."""
    concerns = {}
    if phase == PHASES[0]:
        concerns[ConcernKind.CONSENT] = _ids(without_consent(meeting))
    person = _person_here(meeting)
    concerns[ConcernKind.PERSON_UNHEARD] = tuple(who for who in person if not is_heard(meeting, who, phase))
    if phase == SITUATION:
        concerns[ConcernKind.MATTERS] = () if meeting.person.matters.strip() else person
        concerns[ConcernKind.WORKS] = () if any(account.works.strip() for account in meeting.accounts) else person
        concerns[ConcernKind.REVIEW] = _ids(unreviewed(meeting))
    able = {participant.id for participant in meeting.participants if not is_absent(meeting, participant.id)}
    concerns[ConcernKind.QUEUE] = tuple(dict.fromkeys(entry.who for entry in meeting.queue if entry.who in able))
    concerns[ConcernKind.TERMS] = _ids(unanswered_terms_in(meeting, phase))
    if phase == SUMMARY:
        concerns[ConcernKind.PICTURE] = _ids(unasked_in_round(meeting))
        concerns[ConcernKind.QUESTIONS] = _ids(unanswered_questions(meeting))
        unclear = actions_with_gaps(meeting, ActionGap.NO_OWNER, *TIME_GAPS)
        concerns[ConcernKind.PROMISES] = _ids(unclear)
    return concerns


def waive_concern(
    meeting: Meeting, phase: str, concern: Concern, reason: str, context: EditContext
) -> tuple[Edit, ...]:
    """Log that a phase is left in spite of a concern, and why; nothing when that has been logged in this phase."""
    if concern.kind in waived_concerns(meeting, phase):
        return ()
    return log_event(context, WAIVED, phase=phase, text=f"{concern.kind.value}: {reason.strip()}".rstrip(": "))


def waived_concerns(meeting: Meeting, phase: str) -> frozenset[ConcernKind]:
    """The kinds of concern that have been waived in a phase."""
    texts = {event.text.split(":")[0] for event in meeting.events if (event.kind, event.phase) == (WAIVED, phase)}
    return frozenset(kind for kind in ConcernKind if kind.value in texts)


def waiver_reason(meeting: Meeting, kind: ConcernKind) -> str:
    """Why a concern was waived, the last time; empty without a reason (requirement 15)."""
    waivers = [event.text.partition(":") for event in meeting.events if event.kind == WAIVED]
    return next((reason.strip() for name, _colon, reason in reversed(waivers) if name == kind.value), "")


def confirm_goal(meeting: Meeting, goal: str, context: EditContext) -> tuple[Edit, ...]:
    """Log that a goal has been read back and confirmed (requirements 80, 96); nothing when it has been."""
    return () if goal in confirmed_goals(meeting) else log_event(context, CONFIRMED, text=goal)


def confirmed_goals(meeting: Meeting) -> frozenset[str]:
    """The ids of the goals that have been confirmed."""
    return frozenset(event.text for event in meeting.events if event.kind == CONFIRMED)


def leaving_soon(meeting: Meeting, now: datetime, read: ReadClock) -> tuple[Participant, ...]:
    """Those who must leave within a quarter of an hour while a goal of theirs is not confirmed (requirement 193).

    ``now`` is in the meeting's time zone: "13.40" is a time on its wall clock. Who should have left is included for
    another quarter of an hour.
    """
    return tuple(
        participant
        for participant in in_round_order(meeting)
        if participant.presence in HERE
        and participant.leaves
        and _is_near(read(participant.leaves), now)
        and _has_unconfirmed_goal(meeting, participant)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItems:
    """What is still open when the meeting is about to be closed: each field is true or non-empty when it is.

    ``coordinator``: there is none. ``between``: nobody is named whom the person calls. ``receivers``: those who have
    not been asked how they get the plan. ``without_person``: an office or somebody beside the list is named, "Skolan
    ordnar", and no person.
    """

    person_unasked: bool = False
    person_uninformed: bool = False
    coordinator: bool = False
    follow_up: bool = False
    between: bool = False
    questions: tuple[Question, ...] = ()
    unreviewed: tuple[Action | Goal, ...] = ()
    without_owner: tuple[Action, ...] = ()
    without_person: tuple[Action, ...] = ()
    owner_absent: tuple[Action, ...] = ()
    without_when: tuple[Action, ...] = ()
    unclear_when: tuple[Action, ...] = ()
    past_when: tuple[Action, ...] = ()
    not_called: tuple[Participant, ...] = ()
    terms: tuple[Term, ...] = ()
    receivers: tuple[Participant, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def find_open_items(meeting: Meeting) -> OpenItems:
    """Find what is still open before the meeting is closed."""
    unowned = actions_with_gaps(meeting, ActionGap.NO_OWNER)
    without_person = tuple(action for action in unowned if named_doers(meeting, action.what))
    return OpenItems(
        person_unasked=wrap_up.is_person_unasked(meeting),
        person_uninformed=wrap_up.is_person_uninformed(meeting),
        coordinator=has_plan(meeting) and wrap_up.coordinator(meeting) is None,
        follow_up=not wrap_up.is_follow_up_settled(meeting),
        between=not wrap_up.has_contact(meeting),
        questions=unanswered_questions(meeting),
        unreviewed=unreviewed(meeting),
        without_owner=tuple(action for action in unowned if action not in without_person),
        without_person=without_person,
        owner_absent=actions_with_gaps(meeting, ActionGap.OWNER_ABSENT),
        without_when=actions_with_gaps(meeting, ActionGap.NO_WHEN),
        unclear_when=actions_with_gaps(meeting, ActionGap.UNCLEAR_WHEN),
        past_when=actions_with_gaps(meeting, ActionGap.PAST_WHEN),
        not_called=roll_call(meeting).not_called,
        terms=unanswered_terms(meeting),
        receivers=undecided_receivers(meeting),
    )


def _ids(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(row.id for row in rows)


def _person_here(meeting: Meeting) -> tuple[str, ...]:
    """The person, unless the roll call says that they are not here: a roll call that was skipped says nothing."""
    person = meeting.person_participant
    return (person.id,) if person is not None and not is_away(meeting, person) else ()


def _is_near(leaves: time | None, now: datetime) -> bool:
    return leaves is not None and abs(datetime.combine(now, leaves, now.tzinfo) - now) <= LEAVING_MARGIN


def _has_unconfirmed_goal(meeting: Meeting, participant: Participant) -> bool:
    """The person is concerned by every goal, and by there being none; others by those they have a part in."""
    unconfirmed = [goal for goal in meeting.goals if goal.id not in confirmed_goals(meeting)]
    if participant.kind is Kind.PERSON:
        return not meeting.goals or bool(unconfirmed)
    served = {action.goal for action in meeting.actions if action.who == participant.id}
    return any(goal.owner == participant.id or goal.id in served for goal in unconfirmed)
