"""The meeting as frozen dataclasses: one class a table, and `Meeting` for all of them.

No field holds a personnummer, and none ever may.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from typing import get_args

from sip_tui.meeting.model.discussion import (
    Disagreement,
    Feedback,
    FormDraft,
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
from sip_tui.meeting.model.enums import (
    Answer,
    Channel,
    Horizon,
    Kind,
    Record,
    RedactionChoice,
    Row,
    Status,
    Version,
    find_row,
    record,
)
from sip_tui.meeting.model.preparation import ConsentDetail, Invitation, PreparationItem, TypeDetail
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


@record
class Need(Row):
    """What the person needs, in the person's words (requirements 3, 27)."""

    text: str = ""


@record
class Goal(Row):
    """What the person wants to reach; a subgoal names its main goal as ``parent`` (requirements 30, 72)."""

    text: str = ""
    horizon: Horizon = Horizon.LONG
    owner: str = ""
    parent: str = ""
    by: str = ""
    resources: str = ""
    need: str = ""
    """The need that it answers: a need's id."""
    sign: str = ""
    """How it shows that it is reached (requirement 29)."""
    since: str = ""
    """The day of the meeting that set it, when it comes from an earlier plan."""
    reached: Answer = Answer.UNANSWERED
    """Whether it is reached, as they see it together at the follow-up (requirement 42)."""
    view: str = ""
    """How the person sees it, in the person's own words."""


@record
class Action(Row):
    """Who does what, when, how often and for which goal (requirements 7, 105)."""

    what: str = ""
    who: str = ""
    when: str = ""
    how_often: str = ""
    where: str = ""
    goal: str = ""
    status: Status = Status.NEW
    manages: Answer = Answer.UNANSWERED
    """Whether the person has the strength for it: yes or no (requirement 107)."""
    asked: bool = False
    """Whether the person has been asked about it (requirement 50)."""
    why: str = ""
    """Why it was ended, changed or not done."""
    replaced_by: str = ""
    """The action that is done instead."""
    recorded: bool = False
    """Whether who does it has entered it in their own system (requirement 170)."""
    since: str = ""
    """The day of the meeting that agreed on it, when it comes from an earlier plan."""
    reviewed: bool = False
    """Whether the follow-up has gone through it."""
    unanswered: bool = False
    """Whether its owner was not there when an earlier plan was made, and has only been asked about it."""
    agreed_by: str = ""
    """The owner who was there when it was gone through, and had to leave before the end."""


@record
class Ongoing(Row):
    """Help that is given already, and how it works (requirement 103)."""

    what: str = ""
    who: str = ""
    works: str = ""
    works_not: str = ""


@record
class Delivery(Row):
    """How a receiver gets the plan; ``id`` is the participant's (requirements 10, 11, 41, 84, 168, 207, 208)."""

    channel: Channel = Channel.NOT_ASKED
    deliverer: str = ""
    """Who sees to it: a participant's id."""
    due: str = ""
    received: str = ""
    """The day on which they had it; empty while they have not."""
    unwanted: bool = False
    """Whether they want no copy."""
    version: Version = Version.USUAL


@record
class RedactionDecision(Row):
    """What somebody decided about an identifier found before the minutes leave.

    ``place`` is the words around one that is kept, since it is kept there and nowhere else; empty in other decisions.
    """

    kind: str = ""
    words: str = ""
    place: str = ""
    choice: RedactionChoice = RedactionChoice.MASK
    reason: str = ""


@record
class Meeting(Record):
    """The whole meeting as it stands. Rows are in display order; deleted rows are left out."""

    about: MeetingInfo = field(default_factory=lambda: MeetingInfo(id="meeting"))
    person: Person = field(default_factory=lambda: Person(id="person"))
    between: InterimPlan = field(default_factory=lambda: InterimPlan(id="between"))
    participants: tuple[Participant, ...] = ()
    removed_participants: tuple[Participant, ...] = ()
    """Deleted participants: their names may still stand in a text, and must not leave."""
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
    invitations: tuple[Invitation, ...] = ()
    consents: tuple[ConsentDetail, ...] = ()
    preparation: tuple[PreparationItem, ...] = ()
    type_details: tuple[TypeDetail, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    drafts: tuple[FormDraft, ...] = ()

    def participant(self, row_id: str) -> Participant | None:
        """Look up a participant by id."""
        return find_row(self.participants, row_id)

    def goal(self, row_id: str) -> Goal | None:
        """Look up a goal or subgoal by id."""
        return find_row(self.goals, row_id)

    def invitation(self, participant: str) -> Invitation:
        """The invitation of a participant; an empty one when nothing is known of it."""
        return find_row(self.invitations, participant) or Invitation(id=participant)

    def consent_detail(self, participant: str) -> ConsentDetail:
        """The details of a participant's consent; empty ones when nothing is known of it."""
        return find_row(self.consents, participant) or ConsentDetail(id=participant)

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; none of an unknown one."""
        rows = getattr(self, table) if table in TABLES else ()
        return rows if isinstance(rows, tuple) else (rows,)

    def rows_by_id(self, tables: Iterable[str]) -> dict[tuple[str, str], Row]:
        """The rows of some tables by table and id, for those who look up many."""
        return {(table, row.id): row for table in tables for row in self.rows(table)}

    def pad_text(self, phase: str, seat: str) -> str:
        """The text of a pad; empty when nobody has written in it."""
        return next((pad.text for pad in self.notes if (pad.phase, pad.seat) == (phase, seat)), "")

    @property
    def person_participant(self) -> Participant | None:
        """The participant whose plan it is, if the person is on the list."""
        return next((participant for participant in self.participants if participant.kind is Kind.PERSON), None)


_FIELDS = {column.name: column.type for column in fields(Meeting) if column.name != "removed_participants"}
SINGLE_ROW_TABLES: Mapping[str, type[Row]] = {name: hint for name, hint in _FIELDS.items() if isinstance(hint, type)}
LIST_TABLES: Mapping[str, type[Row]] = {
    name: get_args(hint)[0] for name, hint in _FIELDS.items() if name not in SINGLE_ROW_TABLES
}
TABLES = {**SINGLE_ROW_TABLES, **LIST_TABLES}
"""Table name → its row class."""
PRIVATE_TABLES = frozenset({"reactions", "drafts"})
"""What only one seat ever sees: the chair's marks, and what is half written."""
