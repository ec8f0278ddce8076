"""The queue for the floor: who waits, in which order (F08; seed row 199).

The rules are those of the W3C's Zakim: a direct reply goes before the queue, a last word after everybody, and the
chair may take anybody in any order.
"""

from __future__ import annotations

from enum import StrEnum

from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.meeting import Meeting, Participant, QueueEntry
from sip_tui.meeting.people.floor import current_speaker, give_floor, leave_queue, speakers


class QueueKind(StrEnum):
    """What somebody asks for, in the order in which it is given."""

    REPLY = "reply"
    TURN = "turn"
    LAST = "last"


_RANKS = {kind.value: rank for rank, kind in enumerate(QueueKind)}


def speaking_queue(meeting: Meeting) -> tuple[QueueEntry, ...]:
    """Those who wait, the next first: each once, and only those who are counted among the speakers."""
    counted = {one.id for one in speakers(meeting)}
    first: dict[str, QueueEntry] = {}
    for one in sorted(meeting.queue, key=_place):
        if one.who in counted:
            first.setdefault(one.who, one)
    return tuple(first.values())


def join_queue(meeting: Meeting, who: str, kind: QueueKind) -> tuple[Edit, ...]:
    """Put somebody in the queue, or move the one who waits to another place in it; never anybody twice.

    The row is named by the participant, so that two seats that see the same raised hand write the same row.
    """
    standing = [one for one in meeting.queue if one.who == who]
    if who not in {one.id for one in speakers(meeting)} or any(one.kind == kind for one in standing):
        return ()
    row = standing[0].id if standing else who
    after = max((one.order for one in meeting.queue), default=-1) + 1
    return as_edits("queue", row, [("who", who), ("kind", kind.value), ("order", after), ("deleted", False)])


def leave(meeting: Meeting, who: str) -> tuple[Edit, ...]:
    """Take somebody out of the queue; nothing when they do not wait."""
    return leave_queue(meeting, who)


def next_in_queue(meeting: Meeting) -> Participant | None:
    """Who is next in the queue; the one who speaks is not next after themselves."""
    speaker = current_speaker(meeting)
    people = (meeting.participant(one.who) for one in speaking_queue(meeting))
    return next((one for one in people if one is not None and one != speaker), None)


def give_floor_to_next(meeting: Meeting, phase: str, moment: EditContext) -> tuple[Edit, ...]:
    """Give the floor to the next in the queue; nothing when nobody waits."""
    one = next_in_queue(meeting)
    return give_floor(meeting, one.id, phase, moment) if one else ()


def _place(one: QueueEntry) -> tuple[int, int, str]:
    """A total order; what a newer program may have written is an ordinary turn."""
    return (_RANKS.get(one.kind, _RANKS[QueueKind.TURN.value]), one.order, one.id)
