"""The roll call: who is here, who is not, and what has to be said about it (F05; seed rows 13, 20, 52, 53, 158)."""

from __future__ import annotations

from dataclasses import dataclass

from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.enums import ABSENT, FAMILY, HERE, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting, Participant


@dataclass(frozen=True, slots=True)
class RollCall:
    """Everybody, by where they are; the person is always first in a list."""

    here: tuple[Participant, ...]
    late: tuple[Participant, ...]
    excused: tuple[Participant, ...]
    missing: tuple[Participant, ...]
    left: tuple[Participant, ...]
    not_called: tuple[Participant, ...]

    @property
    def absentees(self) -> tuple[Participant, ...]:
        """Those who are told about and written down: excused, and missing without a word."""
        return self.excused + self.missing


def roll_call(meeting: Meeting) -> RollCall:
    """Sort everybody by where they are."""

    def those(*presence: Presence) -> tuple[Participant, ...]:
        return tuple(one for one in in_round_order(meeting) if one.presence in presence)

    return RollCall(
        here=those(*HERE),
        late=those(Presence.LATE),
        excused=those(Presence.EXCUSED),
        missing=those(Presence.MISSING),
        left=those(Presence.LEFT),
        not_called=those(Presence.EXPECTED),
    )


def in_round_order(meeting: Meeting) -> tuple[Participant, ...]:
    """The order of the round: the person, the family, then the others as they were called (seed row 12)."""
    return tuple(sorted(meeting.participants, key=lambda one: (_rank(one.kind), one.order, one.id)))


def set_presence(meeting: Meeting, who: str, presence: Presence, moment: EditContext) -> tuple[Edit, ...]:
    """Say where a participant is; one who comes after the opening, or leaves, gets a time."""
    one = meeting.participant(who)
    if one is None or one.presence is presence:
        return ()
    fields: list[tuple[str, str | None]] = [("presence", presence.value)]
    if presence in HERE and one.presence in ABSENT | {Presence.LATE}:
        fields.append(("came", moment.iso))
    if presence is Presence.LEFT:
        fields.append(("left", moment.iso))
    return as_edits("participants", who, fields)


def is_absent(meeting: Meeting, who: str) -> bool:
    """True when this participant is known not to be here: excused, missing, or gone."""
    one = meeting.participant(who)
    return one is not None and one.presence in ABSENT | {Presence.LEFT}


def _rank(kind: Kind) -> int:
    if kind is Kind.PERSON:
        return 0
    return 1 if kind in FAMILY else 2
