"""The floor: who speaks, and who has not been heard (F08; seed rows 22, 65, 94, 188, 199)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sip_tui.meeting.attendance import in_order
from sip_tui.meeting.change import Edit, Moment, as_edits
from sip_tui.meeting.kinds import ABSENT, SILENT, Presence
from sip_tui.meeting.model import Meeting, Participant, Turn


def speakers(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are counted, in the order of the round; an interpreter speaks for others and is not."""
    gone = ABSENT | {Presence.LEFT}
    return tuple(one for one in in_order(meeting) if one.kind not in SILENT and one.presence not in gone)


def current_turn(meeting: Meeting) -> Turn | None:
    """The turn that goes on now; the latest, should two have begun at once."""
    going = [one for one in meeting.turns if one.began and not one.ended]
    return max(going, key=lambda one: (one.began, one.id), default=None)


def has_floor(meeting: Meeting) -> Participant | None:
    """Who speaks now."""
    turn = current_turn(meeting)
    return meeting.participant(turn.who) if turn else None


def give_floor(meeting: Meeting, who: str, phase: str, moment: Moment) -> tuple[Edit, ...]:
    """Give somebody the floor; given to the one who has it, it ends."""
    speaker = has_floor(meeting)
    ended = end_turns(meeting, moment)
    if speaker is not None and speaker.id == who:
        return ended
    return ended + as_edits("turns", moment.row, [("who", who), ("phase", phase), ("began", moment.iso)])


def end_turns(meeting: Meeting, moment: Moment) -> tuple[Edit, ...]:
    """Nobody has the floor after this."""
    return tuple(Edit("turns", one.id, "ended", moment.iso) for one in meeting.turns if one.began and not one.ended)


def turns_of(meeting: Meeting, who: str) -> int:
    """How many times somebody has had the floor."""
    return sum(one.who == who for one in meeting.turns)


def spoken(meeting: Meeting, who: str, now: datetime) -> timedelta:
    """How long somebody has had the floor, until now."""
    spans = [(one.ended or now) - one.began for one in meeting.turns if one.who == who and one.began]
    return sum((max(span, timedelta(0)) for span in spans), timedelta(0))


def heard(meeting: Meeting, who: str, phase: str) -> bool:
    """True when somebody has had the floor in this phase."""
    return any(one.who == who and one.phase == phase for one in meeting.turns)


def unheard(meeting: Meeting, phase: str) -> tuple[Participant, ...]:
    """Those who have not had the floor in this phase, in the order of the round."""
    return tuple(one for one in speakers(meeting) if not heard(meeting, one.id, phase))
