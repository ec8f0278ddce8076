"""What a SIP meeting is: one frozen dataclass a table, one a meeting.

Every class says what the cells of its table mean: how the meeting is held (``held``), what is said in it (``said``),
and here the plan that comes of it. Nothing here reads a clock, a disk or a screen. There is no field for a
personnummer, and there must never be one (design §5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sip_tui.meeting.model.discussion import (
    Disagreement,
    Feedback,
    Idea,
    Information,
    Link,
    Pad,
    ParkedItem,
    Question,
    Quote,
    Resolution,
    SharedPictureAnswer,
    SituationAccount,
    Term,
)
from sip_tui.meeting.model.enums import Horizon, Kind, RedactionChoice, Status
from sip_tui.meeting.model.proceedings import (
    CompletedDuty,
    Event,
    InterimPlan,
    MeetingInfo,
    Participant,
    Person,
    PhaseTime,
    QueueEntry,
    Reaction,
    Turn,
)
from sip_tui.meeting.model.row import LostValues, Row

__all__ = [
    "LIST_TABLES",
    "PRIVATE_TABLES",
    "SINGLE_ROW_TABLES",
    "TABLES",
    "Action",
    "CompletedDuty",
    "Disagreement",
    "Event",
    "Feedback",
    "Goal",
    "Idea",
    "Information",
    "InterimPlan",
    "Link",
    "LostValues",
    "Meeting",
    "MeetingInfo",
    "Need",
    "Ongoing",
    "Pad",
    "ParkedItem",
    "Participant",
    "Person",
    "PhaseTime",
    "Question",
    "QueueEntry",
    "Quote",
    "Reaction",
    "RedactionDecision",
    "Resolution",
    "Row",
    "SharedPictureAnswer",
    "SituationAccount",
    "Term",
    "Turn",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Need(Row):
    """What the person needs, in the person's words (seed rows 3, 27)."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Goal(Row):
    """What the person wants to reach; a subgoal names its main goal as parent (seed row 30)."""

    text: str = ""
    horizon: Horizon = Horizon.LONG
    owner: str = ""
    parent: str = ""
    by: str = ""
    resources: str = ""
    """What the person has that helps to reach it: a strength, somebody to lean on (seed row 72)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Action(Row):
    """Who does what, when, how often and for which goal (seed rows 7, 105)."""

    what: str = ""
    who: str = ""
    when: str = ""
    how_often: str = ""
    where: str = ""
    goal: str = ""
    status: Status = Status.NEW
    manages: str = ""
    """Whether the person has the strength for it: ``yes``, ``no``, or empty until somebody has asked (seed row 107)."""
    asked: bool = False
    """Whether the person has been asked about it (seed row 50)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Ongoing(Row):
    """Help that is being given already, and how it works (seed row 103)."""

    what: str = ""
    who: str = ""
    works: str = ""
    works_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RedactionDecision(Row):
    """What somebody decided about words that were found before the minutes leave (design §5)."""

    kind: str = ""
    words: str = ""
    choice: RedactionChoice = RedactionChoice.MASK
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """All of it, as it stands now. Rows come in the order in which they are shown; deleted ones are left out."""

    about: MeetingInfo = field(default_factory=lambda: MeetingInfo(id="meeting"))
    person: Person = field(default_factory=lambda: Person(id="person"))
    between: InterimPlan = field(default_factory=lambda: InterimPlan(id="between"))
    participants: tuple[Participant, ...] = ()
    removed_participants: tuple[Participant, ...] = ()
    """Participants who have been taken off the list: their names may still stand in a text, and must not leave."""
    phases: tuple[PhaseTime, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Pad, ...] = ()
    needs: tuple[Need, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    terms: tuple[Term, ...] = ()
    turns: tuple[Turn, ...] = ()
    queue: tuple[QueueEntry, ...] = ()
    ideas: tuple[Idea, ...] = ()
    parked: tuple[ParkedItem, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    accounts: tuple[SituationAccount, ...] = ()
    ongoing: tuple[Ongoing, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    quotes: tuple[Quote, ...] = ()
    information: tuple[Information, ...] = ()
    pictures: tuple[SharedPictureAnswer, ...] = ()
    questions: tuple[Question, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    links: tuple[Link, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    ticked: tuple[CompletedDuty, ...] = ()
    decisions: tuple[RedactionDecision, ...] = ()

    def participant(self, row: str) -> Participant | None:
        """Find a participant; None when there is none with this id."""
        return next((one for one in self.participants if one.id == row), None)

    def goal(self, row: str) -> Goal | None:
        """Find a goal or subgoal."""
        return next((one for one in self.goals if one.id == row), None)

    def pad_text(self, phase: str, seat: str) -> str:
        """The text of a pad; empty when nobody has written in it."""
        return next((one.text for one in self.notes if (one.phase, one.seat) == (phase, seat)), "")

    @property
    def person_participant(self) -> Participant | None:
        """The participant whose plan it is, if the person is on the list."""
        return next((one for one in self.participants if one.kind is Kind.PERSON), None)


SINGLE_ROW_TABLES = {"about": MeetingInfo, "person": Person, "between": InterimPlan}
LIST_TABLES = {
    "participants": Participant,
    "phases": PhaseTime,
    "events": Event,
    "notes": Pad,
    "needs": Need,
    "goals": Goal,
    "actions": Action,
    "terms": Term,
    "turns": Turn,
    "queue": QueueEntry,
    "ideas": Idea,
    "parked": ParkedItem,
    "disagreements": Disagreement,
    "accounts": SituationAccount,
    "ongoing": Ongoing,
    "resolutions": Resolution,
    "quotes": Quote,
    "information": Information,
    "pictures": SharedPictureAnswer,
    "questions": Question,
    "feedback": Feedback,
    "links": Link,
    "reactions": Reaction,
    "ticked": CompletedDuty,
    "decisions": RedactionDecision,
}
TABLES: Mapping[str, type[Row]] = {**SINGLE_ROW_TABLES, **LIST_TABLES}
"""Table name → its row class."""
PRIVATE_TABLES = frozenset({"reactions"})
"""What nobody but the chair ever sees."""
