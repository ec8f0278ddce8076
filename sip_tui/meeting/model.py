"""What a SIP meeting is: one frozen dataclass a table, one a meeting.

Every class says what the cells of its table mean. Nothing here reads a clock, a disk or a screen. There is no field
for a personnummer, and there must never be one (design §5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sip_tui.meeting.kinds import Choice, Horizon, Kind, Presence, Status

Lost = Mapping[str, tuple[object, ...]]
"""Field name → the values that were written at the same time and did not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row has."""

    id: str
    order: int = 0
    deleted: bool = False
    lost: Lost = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Row):
    """The meeting as it was called (seed rows 54, 95, 122)."""

    type: str = ""
    title: str = ""
    start: datetime | None = None
    minutes: int = 60
    place: str = ""
    purpose: str = ""
    questions: tuple[str, ...] = ()
    called_by: str = ""
    follow_up: str = ""
    chair: str = ""
    co_chair: str = ""
    secretary: str = ""
    bell: bool = True
    """Whether cues also ring."""
    interpreted: int = 100
    """How long everything takes with an interpreter, in percent of the time without; 100 when nobody interprets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    """The one the plan is about, and what the meeting must take care of."""

    called: str = ""
    stamina_minutes: int = 0
    """How long the person manages without a break; 0 when nobody has said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Row):
    """One who has been called or has come."""

    name: str = ""
    kind: Kind = Kind.ACTOR
    role: str = ""
    organisation: str = ""
    email: str = ""
    key_person: bool = False
    presence: Presence = Presence.EXPECTED
    consent: str = ""
    came: datetime | None = None
    """When the one who was late or missing came in."""
    left: datetime | None = None
    contact: str = ""
    """What contact somebody has with the person and the family (seed row 192)."""
    leaves: str = ""
    """When somebody must leave, as a time of day ("13.40"); empty for the whole meeting (seed row 193)."""
    presented: bool = False
    """Whether somebody has presented themselves in the round (seed row 20)."""
    substitute_for: str = ""
    """The participant in whose place somebody has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseTime(Row):
    """The minutes set aside for a phase; the row is named by the phase's key."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Row):
    """Something that happened at a time: the meeting opened, a phase began, a break, an undo."""

    kind: str = ""
    at: datetime | None = None
    phase: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pad(Row):
    """The notes of one seat in one phase, in Markdown."""

    phase: str = ""
    seat: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Row):
    """What the person needs, in the person's words (seed rows 3, 27)."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Row):
    """What the person wants to reach; a subgoal names its main goal as parent (seed row 30)."""

    text: str = ""
    horizon: Horizon = Horizon.LONG
    owner: str = ""
    parent: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Row):
    """A word that somebody did not understand, and the answer that was given in the room (seed row 201)."""

    term: str = ""
    raised_by: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn(Row):
    """One time that somebody had the floor."""

    who: str = ""
    phase: str = ""
    began: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting(Row):
    """Somebody who has asked for the floor: in turn, for a direct reply, or for the last word (seed row 199)."""

    who: str = ""
    kind: str = "turn"
    """``turn``, ``reply`` or ``last``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea(Row):
    """A proposal with what speaks for and against it (seed row 204)."""

    text: str = ""
    pros: str = ""
    cons: str = ""
    action: str = ""
    """The action that it became."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked(Row):
    """Something for later: a side issue that must not be lost (seed rows 24, 187)."""

    text: str = ""
    said_by: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement(Row):
    """What they do not agree on, said aloud and written down (seed row 35)."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction(Row):
    """The chair's private mark about how somebody is; never in any document (seed row 202)."""

    who: str = ""
    mark: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked(Row):
    """A duty of the chair's checklist that has been done; the row is named by the duty's key (seed row 214)."""

    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Row):
    """What somebody decided about words that were found before the minutes leave (design §5)."""

    kind: str = ""
    words: str = ""
    choice: Choice = Choice.MASK
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """All of it, as it stands now. Rows come in the order in which they are shown; deleted ones are left out."""

    about: About = field(default_factory=lambda: About(id="meeting"))
    person: Person = field(default_factory=lambda: Person(id="person"))
    participants: tuple[Participant, ...] = ()
    taken_off: tuple[Participant, ...] = ()
    """Participants who have been taken off the list: their names may still stand in a text, and must not leave."""
    phases: tuple[PhaseTime, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Pad, ...] = ()
    needs: tuple[Need, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    terms: tuple[Term, ...] = ()
    turns: tuple[Turn, ...] = ()
    queue: tuple[Waiting, ...] = ()
    ideas: tuple[Idea, ...] = ()
    parked: tuple[Parked, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    ticked: tuple[Ticked, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def participant(self, row: str) -> Participant | None:
        """Find a participant; None when there is none with this id."""
        return next((one for one in self.participants if one.id == row), None)

    def goal(self, row: str) -> Goal | None:
        """Find a goal or subgoal."""
        return next((one for one in self.goals if one.id == row), None)

    def pad(self, phase: str, seat: str) -> str:
        """The text of a pad; empty when nobody has written in it."""
        return next((one.text for one in self.notes if (one.phase, one.seat) == (phase, seat)), "")

    @property
    def the_person(self) -> Participant | None:
        """The participant whose plan it is, if the person is on the list."""
        return next((one for one in self.participants if one.kind is Kind.PERSON), None)


SINGLE = {"about": About, "person": Person}
MANY = {
    "participants": Participant,
    "phases": PhaseTime,
    "events": Event,
    "notes": Pad,
    "needs": Need,
    "goals": Goal,
    "actions": Action,
    "terms": Term,
    "turns": Turn,
    "queue": Waiting,
    "ideas": Idea,
    "parked": Parked,
    "disagreements": Disagreement,
    "reactions": Reaction,
    "ticked": Ticked,
    "decisions": Decision,
}
TABLES: Mapping[str, type[Row]] = {**SINGLE, **MANY}
"""Table name → its row class."""
PRIVATE = frozenset({"reactions"})
"""What nobody but the chair ever sees."""
