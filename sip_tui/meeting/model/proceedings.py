"""How a meeting is held: who takes part, who speaks when, and what happened at what time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sip_tui.meeting.model.enums import Kind, Presence
from sip_tui.meeting.model.row import Row


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MeetingInfo(Row):
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
    script: str = ""
    """The script that the chair reads from, by its key; empty for the first one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Person(Row):
    """The one the plan is about, and what the meeting must take care of."""

    called: str = ""
    matters: str = ""
    """What matters most to the person, in the person's own words: the question that opens the plan (seed row 102)."""
    stamina_minutes: int = 0
    """How long the person manages without a break; 0 when nobody has said."""
    child: bool = False
    """Whether the person is a child: then the meeting goes at a child's pace (F32; seed rows 182, 189)."""
    strengths: str = ""
    """What the person is good at, in the person's own words (seed rows 72, 165)."""
    kept_out: str = ""
    """What the person does not want to be talked about or passed on (F06; seed row 15)."""
    consent_until: str = ""
    """How long the consent holds, as people say it; empty while nobody has set an end."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
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
    """Whether the person lets this participant share what they know: ``oral``, ``written``, ``none``, ``withdrawn`` or
    free words; empty until somebody has asked (seed rows 15, 141)."""
    phone: str = ""
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class InterimPlan(Row):
    """What holds until they meet again: who keeps the plan together, when they meet, whom to call (F15, F19, F36).

    Fields that name somebody hold a participant's id.
    """

    coordinator: str = ""
    """The one who keeps the plan together: huvudansvarig, or fast vårdkontakt (seed rows 38, 79, 110)."""
    authority: str = ""
    """Which authority is responsible for the whole plan: the municipality or the region, in free words."""
    phone: str = ""
    """How the coordinator is reached."""
    wish: str = ""
    """Whom the person would like as coordinator, in free words (seed row 39)."""
    place: str = ""
    """Where they meet again."""
    booked_by: str = ""
    """Who books it; the coordinator when nobody else is named."""
    unbooked: str = ""
    """Why no follow-up is booked (seed row 9)."""
    evaluation: str = ""
    """When the goals are evaluated, if that is not at the follow-up (seed row 78)."""
    contact: str = ""
    """Whom the person calls when something of weight happens before that (seed row 210)."""
    urgent: str = ""
    """Whom to call at once, besides 112."""
    changed: str = ""
    """What is done when the help changes."""
    convener: str = ""
    """Who calls the others to a meeting in between."""
    told_by: str = ""
    """Who tells a person who was not in the room what has been decided; a child above all (seed row 182)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PhaseTime(Row):
    """The minutes set aside for a phase; the row is named by the phase's key."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Event(Row):
    """Something that happened at a time: the meeting opened, a phase began, a break, an undo."""

    kind: str = ""
    at: datetime | None = None
    phase: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Turn(Row):
    """One time that somebody had the floor."""

    who: str = ""
    phase: str = ""
    began: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class QueueEntry(Row):
    """Somebody who has asked for the floor: in turn, for a direct reply, or for the last word (seed row 199)."""

    who: str = ""
    kind: str = "turn"
    """``turn``, ``reply`` or ``last``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Reaction(Row):
    """The chair's private mark about how somebody is; never in any document (seed row 202)."""

    who: str = ""
    mark: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CompletedDuty(Row):
    """A duty of the chair's checklist that has been done; the row is named by the duty's key (seed row 214)."""

    at: datetime | None = None
