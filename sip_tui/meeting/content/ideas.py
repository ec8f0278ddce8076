"""What lies beside the plan: ideas, the parking lot, disagreements, and how people seem to be (F16, F18, F33, F35)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.meeting import Action, Idea, Meeting, ParkedItem, Reaction
from sip_tui.meeting.time.timeline import timing_at

CHECK_IN_MINUTES = 10
"""Minutes after which the chair is asked, quietly, how the person is (seed row 202)."""
CHECK_IN_MINUTES_CHILD = 5
"""The same when the person is a child, who seldom says so (F32; seed row 182)."""


class Mood(StrEnum):
    """How somebody seems to be, as the chair sees it (seed row 202)."""

    SAD = "sad"
    TIRED = "tired"
    WORRIED = "worried"
    ANGRY = "angry"
    RELIEVED = "relieved"
    WELL = "well"


def action_of_idea(meeting: Meeting, idea: Idea) -> Action | None:
    """The action that an idea became; None when it is still an idea, or when the action was taken off the board."""
    return next((one for one in meeting.actions if one.id == idea.action), None)


def promote_idea(meeting: Meeting, idea: Idea, moment: EditContext) -> tuple[Edit, ...]:
    """Make an action of an idea and link the two; nothing when it is an action already."""
    if action_of_idea(meeting, idea) is not None:
        return ()
    made = add_action(meeting, moment, what=idea.text)
    return (*made, Edit("ideas", idea.id, "action", moment.row)) if made else ()


def toggle_settled(one: ParkedItem) -> tuple[Edit, ...]:
    """Say that a parked question has been taken care of, or, said once more, that it has not."""
    return (Edit("parked", one.id, "settled", not one.settled),)


def unsettled_items(meeting: Meeting) -> tuple[ParkedItem, ...]:
    """What is still parked."""
    return tuple(one for one in meeting.parked if not one.settled)


def add_reaction(meeting: Meeting, who: str, mark: Mood, moment: EditContext) -> tuple[Edit, ...]:
    """Keep the chair's private mark about how somebody is just now; nothing about somebody who is not on the list."""
    if meeting.participant(who) is None:
        return ()
    return as_edits("reactions", moment.row, [("who", who), ("mark", mark.value), ("at", moment.iso)])


def latest_reactions(meeting: Meeting) -> tuple[Reaction, ...]:
    """The chair's marks that say something about somebody, the latest first."""
    known = [(one.at, one.id, one) for one in meeting.reactions if one.at and meeting.participant(one.who)]
    return tuple(one for _at, _id, one in sorted(known, key=lambda each: each[:2], reverse=True))


def minutes_since_check_in(meeting: Meeting, now: datetime) -> int | None:
    """Whole minutes since the chair last marked how somebody is, else since the opening or the end of a break.

    None while time does not go: before the opening, in a break, after the close.
    """
    at = timing_at(meeting, now)
    if at.opened is None or not at.running:
        return None
    resumed = [one.at for one in meeting.events if one.kind == "resume" and one.at]
    looked = [one.at for one in meeting.reactions if one.at]
    last = max(each for each in (at.opened, *resumed, *looked) if each <= now)
    return int((now - last).total_seconds() // 60)


def check_in_interval(meeting: Meeting) -> int:
    """How many minutes the chair goes without being asked how the person and the family are."""
    return CHECK_IN_MINUTES_CHILD if meeting.person.child else CHECK_IN_MINUTES


def is_check_in_due(meeting: Meeting, now: datetime) -> bool:
    """True when it is time to look up."""
    since = minutes_since_check_in(meeting, now)
    return since is not None and since >= check_in_interval(meeting)
