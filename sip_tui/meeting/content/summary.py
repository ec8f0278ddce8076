"""What the chair reads aloud before the end, and the round after it: do we have the same picture (F18)?

First what has been said, then what has been decided (seed rows 34, 73-78, 108, 162, 206); then everybody who is here
is asked (seed row 35). There is no wording here, for that see ``sip_tui.aloud``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sip_tui.meeting.content.ideas import action_of_idea, unsettled_items
from sip_tui.meeting.content.plan import FINISHED, actions_by_participant, goal_tree
from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.model.enums import HERE, NON_SPEAKING, Horizon, Status
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Participant, Row
from sip_tui.meeting.people.attendance import in_round_order

SUMMARY_SLOTS = ("works", "works_not", "experience", "needs", "wishes")
"""What is read of how somebody sees the situation; the rest of an account is read as goals and promises."""
SAME, DIFFERENT, NOT_ASKED = "yes", "no", ""
"""Answers to whether it is the same picture."""


class SummaryTopic(StrEnum):
    """What a group of lines is about, in the order in which they are read: from the goals on, what is decided."""

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
    UNCLAIMED = "unclaimed"
    FOLLOW_UP = "follow up"
    KEEPER = "keeper"


REQUIRED_TOPICS = frozenset({SummaryTopic.GOALS, SummaryTopic.PROMISES, SummaryTopic.FOLLOW_UP, SummaryTopic.KEEPER})
"""What a plan cannot be without (seed rows 74-79): it is there also when there is nothing to read."""


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One thing to read: a cell of a row."""

    row: Row
    field: str = "text"

    @property
    def text(self) -> str:
        """What stands in the cell."""
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
    """One of the two parts: what has been said, and what has been decided."""

    decided: bool
    groups: tuple[SummaryGroup, ...]


@dataclass(frozen=True, slots=True)
class RoundAnswer:
    """One who is asked in the round, and what they have answered."""

    who: Participant
    same: str
    """``SAME``, ``DIFFERENT`` or ``NOT_ASKED``."""


def build_summary(meeting: Meeting) -> tuple[SummaryPart, SummaryPart]:
    """Gather what is read aloud: what has been said, and what has been decided."""
    said, decided = (
        SummaryPart(False, _worth_reading(_said(meeting))),
        SummaryPart(True, _worth_reading(_decided(meeting))),
    )
    return said, decided


def is_main_goal(meeting: Meeting, goal: Goal) -> bool:
    """True for a main goal, false for a step on the way (seed row 30)."""
    return goal.horizon is Horizon.LONG and meeting.goal(goal.parent) is None


def picture_round(meeting: Meeting) -> tuple[RoundAnswer, ...]:
    """Everybody who is here and speaks for themselves, the person first, with what they have answered."""
    given = {one.id: one.same for one in meeting.pictures if one.same in {SAME, DIFFERENT}}
    those = (one for one in in_round_order(meeting) if one.presence in HERE and one.kind not in NON_SPEAKING)
    return tuple(RoundAnswer(one, given.get(one.id, NOT_ASKED)) for one in those)


def answer_picture(meeting: Meeting, who: str, same: str) -> tuple[Edit, ...]:
    """Write down what somebody in the round has answered; nothing when that is what stands there."""
    standing = next((one.same for one in picture_round(meeting) if one.who.id == who), same)
    if same == standing or same not in {SAME, DIFFERENT, NOT_ASKED}:
        return ()
    return as_edits("pictures", who, [("same", same), ("deleted", False)])


def unasked_in_round(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are here and have not been asked, in the order of the round."""
    return tuple(one.who for one in picture_round(meeting) if one.same == NOT_ASKED)


def next_unasked_in_round(meeting: Meeting, after: str) -> str:
    """The next in the round who has not been asked, from the one ``after`` on and around; empty when all have been."""
    order = [one.who.id for one in picture_round(meeting)]
    start = order.index(after) + 1 if after in order else 0
    left = {one.id for one in unasked_in_round(meeting)}
    return next((row for row in (*order[start:], *order[:start]) if row in left), "")


def is_round_complete(meeting: Meeting) -> bool:
    """True when the round has been made with everybody who is here; nobody is no round."""
    return bool(picture_round(meeting)) and not unasked_in_round(meeting)


def is_picture_shared(meeting: Meeting) -> bool:
    """True when everybody who is here has the same picture."""
    return bool(picture_round(meeting)) and all(one.same == SAME for one in picture_round(meeting))


def _said(meeting: Meeting) -> Iterator[SummaryGroup]:
    yield SummaryGroup(SummaryTopic.MATTERS, _lines([meeting.person], "matters"))
    yield SummaryGroup(SummaryTopic.QUOTES, _lines(meeting.quotes))
    yield SummaryGroup(SummaryTopic.NEEDS, _lines(meeting.needs))
    accounts = {one.id: one for one in meeting.accounts}
    for one in in_round_order(meeting):
        if account := accounts.get(one.id):
            yield SummaryGroup(
                SummaryTopic.SITUATION, tuple(SummaryLine(account, field) for field in SUMMARY_SLOTS), one.id
            )
    yield SummaryGroup(SummaryTopic.INFORMATION, _lines(meeting.information))
    proposed = [one for one in meeting.actions if one.status is Status.PROPOSED]
    ideas = _lines(one for one in meeting.ideas if action_of_idea(meeting, one) is None)
    yield SummaryGroup(SummaryTopic.IDEAS, (*ideas, *_lines(proposed, "what")))
    yield SummaryGroup(SummaryTopic.DISAGREEMENTS, _lines(meeting.disagreements))
    yield SummaryGroup(SummaryTopic.PARKED, _lines(unsettled_items(meeting)))


def _decided(meeting: Meeting) -> Iterator[SummaryGroup]:
    yield SummaryGroup(SummaryTopic.GOALS, _lines(goal for goal, _depth in goal_tree(meeting)))
    yield SummaryGroup(SummaryTopic.RESOLUTIONS, _lines(meeting.resolutions))
    by = [(one, tuple(filter(_agreed, actions))) for one, actions in actions_by_participant(meeting)]
    promises = [
        SummaryGroup(SummaryTopic.PROMISES, _lines(actions, "what"), one.id) for one, actions in by if one and actions
    ]
    yield from promises or [SummaryGroup(SummaryTopic.PROMISES)]
    yield SummaryGroup(
        SummaryTopic.UNCLAIMED, tuple(line for one, actions in by if one is None for line in _lines(actions, "what"))
    )
    yield SummaryGroup(SummaryTopic.FOLLOW_UP, _days(meeting))
    known = meeting.participant(meeting.between.coordinator)
    yield SummaryGroup(SummaryTopic.KEEPER, _lines([meeting.between], "coordinator") if known else ())


def _days(meeting: Meeting) -> tuple[SummaryLine, ...]:
    """When they meet again, or why they do not, and when the goals are looked at: it may be the same day (row 78)."""
    booked = bool(meeting.about.follow_up.strip())
    again = SummaryLine(meeting.about, "follow_up") if booked else SummaryLine(meeting.between, "unbooked")
    return again, SummaryLine(meeting.between, "evaluation")


def _agreed(action: Action) -> bool:
    """True for what has been promised and is not over."""
    return bool(action.what.strip()) and action.status not in FINISHED | {Status.PROPOSED}


def _lines(rows: Iterable[Row], field: str = "text") -> tuple[SummaryLine, ...]:
    return tuple(SummaryLine(one, field) for one in rows)


def _worth_reading(groups: Iterable[SummaryGroup]) -> tuple[SummaryGroup, ...]:
    """Leave out lines that say nothing, and then groups that have none; what is needed stays."""
    filled = (SummaryGroup(one.topic, tuple(line for line in one.lines if line.text), one.who) for one in groups)
    return tuple(one for one in filled if one.lines or one.topic in REQUIRED_TOPICS)
