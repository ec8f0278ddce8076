"""Row classes for how the meeting is held: its data, participants, events, turns, queue and follow-up."""

from datetime import datetime

from sip_tui.meeting.model.enums import Answer, Kind, Presence, QueueKind, Row, record


@record
class MeetingInfo(Row):
    """The meeting as it was called (requirements 54, 95, 122)."""

    type: str = ""
    title: str = ""
    start: datetime | None = None
    minutes: int = 60
    ends: datetime | None = None
    """When it ends by the clock on the wall, whatever the breaks; None when only its length is set."""
    lunch: datetime | None = None
    """When a planned lunch break begins."""
    lunch_minutes: int = 0
    place: str = ""
    link: str = ""
    """The address of a meeting by video."""
    purpose: str = ""
    why: str = ""
    """Who sees the need of the meeting, and why (requirement 121)."""
    questions: tuple[str, ...] = ()
    called_by: str = ""
    """Who calls: a participant's id or a name."""
    reply_to: str = ""
    """Where answers to the call go, when not to the one who calls."""
    reply_by: str = ""
    """The day by which an answer is wanted (requirement 147)."""
    short_notice: str = ""
    """Why the call is later than the region's lead time, or the meeting later than its deadline."""
    follow_up: str = ""
    previous: str = ""
    """The id of the meeting whose plan this one follows up."""
    chair: str = ""
    co_chair: str = ""
    secretary: str = ""
    mail_notes: bool = False
    """Whether the mail holds the notes and everybody's accounts as well (requirement 169)."""
    bell: bool = True
    interpreted: int = 100
    """How long everything takes with an interpreter, in percent of the time without."""
    script: str = ""


@record
class Person(Row):
    """The person that the plan is about, and what the meeting must take into account."""

    called: str = ""
    matters: str = ""
    """What matters most to the person, in the person's own words (requirement 102)."""
    stamina_minutes: int = 0
    """How long the person manages without a break; 0 when unknown."""
    child: bool = False
    """Whether the person is a child: shorter intervals, other questions (requirements 182, 189)."""
    strengths: str = ""
    """What the person is good at, in the person's own words (requirements 72, 165)."""
    kept_out: str = ""
    """What the person does not want talked about or passed on (requirement 15)."""
    consent_until: str = ""
    """How long the consent holds; empty for no end."""
    interpreter_language: str = ""
    """The language that is interpreted; empty when no interpreter is needed (requirement 151)."""
    kin_wanted: Answer = Answer.UNANSWERED
    """Whether the person wants somebody close to come along: yes or no (requirement 152)."""
    cognitive_support: str = ""
    """What helps to follow the meeting, such as pictures or a timer (requirement 153)."""
    breaks: str = ""
    travel: str = ""
    """How the person gets there and back (requirement 137)."""
    reach: str = ""
    """How to reach the person (requirement 150)."""
    communication: str = ""
    """How one talks with the person so that it works (requirement 150)."""
    takes_part: str = ""
    """How the person takes part: the whole time, a part of it, by a letter (requirement 126)."""


@record
class Participant(Row):
    """Somebody who has been called or has come."""

    name: str = ""
    kind: Kind = Kind.ACTOR
    role: str = ""
    organisation: str = ""
    email: str = ""
    key_person: bool = False
    presence: Presence = Presence.EXPECTED
    consent: str = ""
    """A value of ``Consent``, or free words from a meeting file (requirements 15, 141)."""
    phone: str = ""
    came: datetime | None = None
    left: datetime | None = None
    contact: str = ""
    """What contact they have with the person and the family (requirement 192)."""
    comes: str = ""
    """When they come, as a time of day; empty for from the beginning."""
    leaves: str = ""
    """When they must leave, as a time of day ("13.40"); empty for the whole meeting (requirement 193)."""
    parts: str = ""
    """The parts of the meeting that they take part in, as typed ("behov och avslutning"); empty for all of it."""
    presented: bool = False
    substitute_for: str = ""


@record
class InterimPlan(Row):
    """What holds until the next meeting: the coordinator, the follow-up, whom to call.

    ``coordinator``, ``booked_by``, ``contact``, ``convener``, ``told_by`` and ``approved_by`` hold a participant's id.
    """

    coordinator: str = ""
    """Huvudansvarig, or fast vårdkontakt (requirements 38, 79, 110)."""
    authority: str = ""
    phone: str = ""
    wish: str = ""
    """Whom the person would like as coordinator, in free words (requirement 39)."""
    place: str = ""
    booked_by: str = ""
    """Who books the follow-up; the coordinator when empty."""
    unbooked: str = ""
    """Why no follow-up is booked (requirement 9)."""
    evaluation: str = ""
    """When the goals are evaluated, if not at the follow-up (requirement 78)."""
    contact: str = ""
    """Whom the person calls when something important happens before that (requirement 210)."""
    urgent: str = ""
    changed: str = ""
    convener: str = ""
    ended: str = ""
    """Why the plan ends and no further meeting is booked."""
    remains: str = ""
    """Who is there for the person when the plan has ended."""
    told_by: str = ""
    """Who informs a person who was absent, above all a child (requirement 182)."""
    approved_on: str = ""
    """The day on which the plan was approved together with the person (requirement 113)."""
    approved_how: str = ""
    """How: at the meeting, by telephone, on a visit."""
    approved_by: str = ""
    """Who approved it with the person; the one who called the meeting when empty."""


@record
class PhaseTime(Row):
    """The minutes set aside for a phase; ``id`` is the phase's key."""

    minutes: int | None = None


@record
class Event(Row):
    """Something that happened at a time: the opening, a phase, a break, an undo."""

    kind: str = ""
    at: datetime | None = None
    phase: str = ""
    text: str = ""
    reason: str = ""


@record
class Turn(Row):
    """One time that a participant had the floor."""

    who: str = ""
    phase: str = ""
    began: datetime | None = None
    ended: datetime | None = None


@record
class QueueEntry(Row):
    """A participant who has asked for the floor (requirement 199)."""

    who: str = ""
    kind: QueueKind = QueueKind.TURN


@record
class Reaction(Row):
    """The chair's private mark about how somebody is; in no document (requirement 202)."""

    who: str = ""
    mark: str = ""
    at: datetime | None = None


@record
class CompletedDuty(Row):
    """A ticked duty of the chair's checklist; ``id`` is the duty's key (requirement 214)."""

    at: datetime | None = None
