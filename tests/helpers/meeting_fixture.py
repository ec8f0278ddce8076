"""A small meeting for the stories: the person, a mother, two actors and an interpreter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sip_tui.meeting.log.change import Edit, EditContext, Value
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Presence, QueueKind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people import floor
from sip_tui.meeting.people.attendance import set_presence
from sip_tui.meeting.time.agenda import open_meeting
from sip_tui.meeting.time.timeline import Timing, timing_at

START = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
PEOPLE = (
    ("p1", "Maja Lindgren", "person", "den enskilde", ""),
    ("p2", "Åsa Lindgren", "guardian", "mamma", "familjen"),
    ("p3", "Samir Haddad", "actor", "kurator", "Elevhälsan"),
    ("p4", "Helena Sjöberg", "actor", "socialsekreterare", "Socialtjänsten"),
    ("p5", "Nadia Karim", "interpreter", "tolk", "Tolkförmedlingen"),
)


class MeetingFixture:
    """A meeting that time passes in, without a disk."""

    def __init__(self) -> None:
        self.builder = MeetingProjection(Ledger())
        self.now = START
        self._rows = 0
        self.write(prepared_edits())

    @property
    def meeting(self) -> Meeting:
        return self.builder.meeting

    def moment(self) -> EditContext:
        self._rows += 1
        return EditContext(self.now, f"row{self._rows:04d}")

    def wait(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    @property
    def timing(self) -> Timing:
        return timing_at(self.meeting, self.now)

    def open(self) -> None:
        self.write(open_meeting(self.meeting, self.moment()))

    def set_presence(self, presence: Presence, *who: str) -> None:
        for participant in who:
            self.write(set_presence(self.meeting, participant, presence, self.moment()))

    def join_queue(self, who: str, kind: QueueKind = QueueKind.TURN) -> None:
        self.write(floor.join_queue(self.meeting, who, kind))

    def give_floor(self, who: str, minutes: float = 0, phase: str = "needs") -> None:
        self.write(floor.give_floor(self.meeting, who, phase, self.moment()))
        self.wait(minutes)

    def write(self, edits: tuple[Edit, ...]) -> Meeting:
        changes = self.builder.ledger.stamp(edits, int(self.now.timestamp() * 1000), "table")
        return self.builder.refresh(self.builder.ledger.add(changes))


def prepared_edits() -> tuple[Edit, ...]:
    """The meeting as it was called."""
    edits = [
        Edit("about", "meeting", "type", "SIP"),
        Edit("about", "meeting", "minutes", 60),
        Edit("person", "person", "called", "Maja"),
    ]
    for order, (row, name, kind, role, organisation) in enumerate(PEOPLE):
        cells: dict[str, Value] = {
            "name": name,
            "kind": kind,
            "role": role,
            "organisation": organisation,
            "order": order,
        }
        edits += [Edit("participants", row, field, value) for field, value in cells.items()]
    return tuple(edits)
