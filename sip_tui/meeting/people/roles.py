"""Who chairs and who writes: changed during the meeting, and logged (requirements 16, 57, 156, 161, 180, 185, 195)."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.meeting.time.agenda import is_opened, log_event, planned_minutes, set_minutes

ROLES = ("chair", "co_chair", "secretary")
ROLE_CHANGED = "office"
"""The kind of the event that logs a change of role."""


def change_meeting_info(meeting: Meeting, values: Mapping[str, str], context: EditContext) -> tuple[Edit, ...]:
    """Change the data of the meeting: texts as they are, ``interpreted`` in percent, ``bell`` as "on" or "off"."""
    texts = {name: value for name, value in values.items() if name not in {"interpreted", "bell"}}
    edits = change_row("about", meeting.about, **texts)
    if "interpreted" in values:
        edits += set_interpreted_percent(meeting, int(values["interpreted"]))
    if "bell" in values:
        edits += change_row("about", meeting.about, bell=values["bell"] == "on")
    return (*edits, *_role_events(meeting, edits, context))


def set_interpreted_percent(meeting: Meeting, percent: int) -> tuple[Edit, ...]:
    """Set how long everything takes with an interpreter, and scale the meeting and each phase by it."""
    before = meeting.about.interpreted
    if percent == before or percent <= 0:
        return ()
    minutes = {phase: round(planned * percent / before) for phase, planned in planned_minutes(meeting).items()}
    total = as_edits("about", "meeting", [("interpreted", percent), ("minutes", sum(minutes.values()))])
    return (*total, *set_minutes(minutes))


def has_chair_and_secretary(meeting: Meeting) -> bool:
    """Check whether a chair and a secretary are named."""
    return bool(meeting.about.chair.strip() and meeting.about.secretary.strip())


def proposed_chair(meeting: Meeting) -> str:
    """The one who called the meeting, while no chair is named and they are not absent; else empty."""
    caller = meeting.participant(meeting.about.called_by)
    if caller is None or meeting.about.chair.strip() or is_absent(meeting, caller.id):
        return ""
    return caller.id


def timekeeper(meeting: Meeting) -> str:
    """The co-chair when there is one, else the chair (requirement 57)."""
    return meeting.about.co_chair or meeting.about.chair


def is_sole_chair(meeting: Meeting, who: str) -> bool:
    """Check whether a participant chairs alone, and should hand over before acting as well (requirement 185)."""
    return bool(who) and who == meeting.about.chair and not meeting.about.co_chair


def _role_events(meeting: Meeting, edits: tuple[Edit, ...], context: EditContext) -> tuple[Edit, ...]:
    """Log each change of role, once the meeting has been opened."""
    changed = [edit for edit in edits if edit.field in ROLES and is_opened(meeting)]
    logged: list[Edit] = []
    for edit in changed:
        event = EditContext(context.at, f"{context.row}-{edit.field}-{len(meeting.events)}")
        logged += log_event(event, ROLE_CHANGED, text=f"{edit.field}: {edit.value}")
    return tuple(logged)
