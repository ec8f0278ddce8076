"""What the chair reads aloud before the end, and the round after it: does everybody have the same picture?

First what was discussed, then what was decided (requirements 34, 73-79, 108, 162, 206); then everybody who is here is
asked (requirement 35). The wording is in ``sip_tui.phrasing.spoken_summary``.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sip_tui.meeting.content.outcomes import current_plan
from sip_tui.meeting.content.plan import (
    action_of_idea,
    actions_by_participant,
    goal_tree,
    is_finished,
    joint_actions,
    unsettled_items,
)
from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.model.enums import Answer, Status
from sip_tui.meeting.model.meeting import Action, Meeting, Participant, Row, find_row
from sip_tui.meeting.people.attendance import in_round_order, speakers_here

T = TypeVar("T")
SUMMARY_SLOTS = ("works", "works_not", "experience", "needs", "wishes")
"""What is read of an account; the rest is read as goals and promises."""


class SummaryTopic(StrEnum):
    """What a group of lines is about, in reading order: from the goals on, what was decided."""

    MATTERS = "matters"
    QUOTES = "quotes"
    NEEDS = "needs"
    SITUATION = "situation"
    INFORMATION = "information"
    IDEAS = "ideas"
    DISAGREEMENTS = "disagreements"
    PARKED = "parked"
    GOALS = "goals"
    RESOLUTIONS = "resolutions"
    PROMISES = "promises"
    TOGETHER = "together"
    UNCLAIMED = "unclaimed"
    FOLLOW_UP = "follow up"
    KEEPER = "keeper"


REQUIRED_TOPICS = frozenset({SummaryTopic.GOALS, SummaryTopic.PROMISES, SummaryTopic.FOLLOW_UP, SummaryTopic.KEEPER})
"""What a plan cannot be without: included also when there is nothing to read."""


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One thing to read: a cell of a row."""

    row: Row
    field: str = "text"

    @property
    def text(self) -> str:
        """The cell's text."""
        return str(getattr(self.row, self.field)).strip()


@dataclass(frozen=True, slots=True)
class SummaryGroup:
    """Lines that belong together."""

    topic: SummaryTopic
    lines: tuple[SummaryLine, ...] = ()
    who: str = ""
    """The participant whose view it is, or who has promised it."""


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """One of the two parts: what was discussed, or what was decided."""

    decided: bool
    groups: tuple[SummaryGroup, ...]


@dataclass(frozen=True, slots=True)
class RoundAnswer:
    """What a participant has answered in the round: yes, no or nothing yet."""

    participant: Participant
    same: Answer


def build_summary(meeting: Meeting) -> tuple[SummaryPart, SummaryPart]:
    """Gather what is read aloud: what was discussed, and what was decided."""
    return SummaryPart(False, _non_empty(_discussed(meeting))), SummaryPart(True, _non_empty(_decided(meeting)))


def picture_round(meeting: Meeting) -> tuple[RoundAnswer, ...]:
    """The answers of everybody who is here and speaks for themselves, the person first."""
    given = {row.id: row.same for row in meeting.pictures if row.same in {Answer.YES, Answer.NO}}
    return tuple(
        RoundAnswer(participant, given.get(participant.id, Answer.UNANSWERED)) for participant in speakers_here(meeting)
    )


def answer_picture(meeting: Meeting, who: str, same: Answer) -> tuple[Edit, ...]:
    """Record a participant's answer in the round; nothing when it is recorded already or they are not asked."""
    recorded = next((entry.same for entry in picture_round(meeting) if entry.participant.id == who), same)
    return () if same == recorded else as_edits("pictures", who, [("same", same.value), ("deleted", False)])


def unasked_in_round(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are here and have not been asked, in the order of the round."""
    return tuple(entry.participant for entry in picture_round(meeting) if entry.same == Answer.UNANSWERED)


def next_unasked_in_round(meeting: Meeting, after: str) -> str:
    """The id of the next who has not been asked, from the one ``after`` on and around; empty when all have been."""
    order = [entry.participant.id for entry in picture_round(meeting)]
    return next_in_circle(order, after, {participant.id for participant in unasked_in_round(meeting)}) or ""


def next_in_circle(order: Sequence[T], after: T, wanted: Container[T]) -> T | None:
    """The next of ``order`` that is wanted, from the one ``after`` on and around; None when there is none."""
    start = order.index(after) + 1 if after in order else 0
    return next((row for row in (*order[start:], *order[:start]) if row in wanted), None)


def is_round_complete(meeting: Meeting) -> bool:
    """Check whether everybody who is here has been asked; nobody is no round."""
    return bool(picture_round(meeting)) and not unasked_in_round(meeting)


def is_picture_shared(meeting: Meeting) -> bool:
    """Check whether everybody who is here has the same picture."""
    answers = picture_round(meeting)
    return bool(answers) and all(entry.same == Answer.YES for entry in answers)


def _discussed(meeting: Meeting) -> Iterator[SummaryGroup]:
    yield SummaryGroup(SummaryTopic.MATTERS, _lines([meeting.person], "matters"))
    yield SummaryGroup(SummaryTopic.QUOTES, _lines(meeting.quotes))
    yield SummaryGroup(SummaryTopic.NEEDS, _lines(meeting.needs))
    for participant in in_round_order(meeting):
        if account := find_row(meeting.accounts, participant.id):
            lines = tuple(SummaryLine(account, field) for field in SUMMARY_SLOTS)
            yield SummaryGroup(SummaryTopic.SITUATION, lines, participant.id)
    yield SummaryGroup(SummaryTopic.INFORMATION, _lines(meeting.information))
    proposed = [action for action in meeting.actions if action.status is Status.PROPOSED]
    ideas = _lines(idea for idea in meeting.ideas if action_of_idea(meeting, idea) is None)
    yield SummaryGroup(SummaryTopic.IDEAS, (*ideas, *_lines(proposed, "what")))
    yield SummaryGroup(SummaryTopic.DISAGREEMENTS, _lines(meeting.disagreements))
    yield SummaryGroup(SummaryTopic.PARKED, _lines(unsettled_items(meeting)))


def _decided(meeting: Meeting) -> Iterator[SummaryGroup]:
    yield SummaryGroup(SummaryTopic.GOALS, _lines(goal for goal, _depth in goal_tree(current_plan(meeting))))
    yield SummaryGroup(SummaryTopic.RESOLUTIONS, _lines(meeting.resolutions))
    agreed = [
        (owner, _lines([action for action in actions if _is_agreed(action)], "what"))
        for owner, actions in actions_by_participant(meeting)
    ]
    promises = [SummaryGroup(SummaryTopic.PROMISES, lines, owner.id) for owner, lines in agreed if owner and lines]
    together = _lines([action for action in joint_actions(meeting) if _is_agreed(action)], "what")
    yield from promises or (() if together else [SummaryGroup(SummaryTopic.PROMISES)])
    yield SummaryGroup(SummaryTopic.TOGETHER, together)
    yield SummaryGroup(
        SummaryTopic.UNCLAIMED, tuple(line for owner, lines in agreed if owner is None for line in lines)
    )
    yield SummaryGroup(SummaryTopic.FOLLOW_UP, _follow_up(meeting))
    coordinator = meeting.participant(meeting.between.coordinator)
    yield SummaryGroup(SummaryTopic.KEEPER, _lines([meeting.between], "coordinator") if coordinator else ())


def _follow_up(meeting: Meeting) -> tuple[SummaryLine, ...]:
    """The day of the follow-up, or why there is none, and the day of the evaluation (requirement 78)."""
    booked = bool(meeting.about.follow_up.strip())
    again = SummaryLine(meeting.about, "follow_up") if booked else SummaryLine(meeting.between, "unbooked")
    return again, SummaryLine(meeting.between, "evaluation")


def _is_agreed(action: Action) -> bool:
    """Check whether an action has been promised and is not finished."""
    return bool(action.what.strip()) and action.status is not Status.PROPOSED and not is_finished(action)


def _lines(rows: Iterable[Row], field: str = "text") -> tuple[SummaryLine, ...]:
    return tuple(SummaryLine(row, field) for row in rows)


def _non_empty(groups: Iterable[SummaryGroup]) -> tuple[SummaryGroup, ...]:
    """Drop empty lines, and groups without any, except required ones."""
    filled = (
        SummaryGroup(group.topic, tuple(line for line in group.lines if line.text), group.who) for group in groups
    )
    return tuple(group for group in filled if group.lines or group.topic in REQUIRED_TOPICS)
