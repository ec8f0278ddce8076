"""Which commands there are before, while and after a meeting, so that no key is offered that does nothing."""

from __future__ import annotations

from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.stage import Stage, stage_of

_HELD, _OPEN, _CLOSED = {Stage.IN_PROGRESS}, {Stage.BEFORE, Stage.IN_PROGRESS}, {Stage.CLOSED}
ACTION_STAGES = {
    **dict.fromkeys(
        ("floor", "give", "end", "snooze", "pause", "run", "more", "replan", "break", "close_meeting"), _HELD
    ),
    **dict.fromkeys(("phase", "minutes_of_phases", "next", "ask", "leave"), _OPEN),
    "go_to_minutes": _CLOSED,
}
"""A command's action → the stages in which it can be done; always, when it is not named."""


def is_available(action: str, meeting: Meeting) -> bool | None:
    """Tell whether an action makes sense now: None when it will later, so that the help may tell of it already."""
    if action not in ACTION_STAGES:
        return True
    stage = stage_of(meeting)
    if stage in ACTION_STAGES[action]:
        return True
    return None if stage is Stage.BEFORE and Stage.IN_PROGRESS in ACTION_STAGES[action] else False
