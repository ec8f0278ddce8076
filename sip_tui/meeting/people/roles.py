"""Who leads and who writes, and how the meeting is held: changed while it goes on, and written down (F04)."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.meeting.time.agenda import log_event, planned_minutes

ROLES = ("chair", "co_chair", "secretary")
ROLE_CHANGED = "office"
"""The kind of the event that a change of office leaves."""


def change_meeting_info(meeting: Meeting, values: Mapping[str, str], moment: EditContext) -> tuple[Edit, ...]:
    """Change what is said about the meeting: texts as they are, ``interpreted`` in percent, ``bell`` as on or off."""
    texts = {name: value for name, value in values.items() if name not in {"interpreted", "bell"}}
    edits = change_row("about", meeting.about, **texts)
    if "interpreted" in values:
        edits += set_interpreted_percent(meeting, int(values["interpreted"]))
    if "bell" in values:
        edits += change_row("about", meeting.about, bell=values["bell"] == "on")
    return (*edits, *_logged(meeting, edits, moment))


def set_interpreted_percent(meeting: Meeting, percent: int) -> tuple[Edit, ...]:
    """Set how long everything takes with an interpreter, and give the meeting and each phase the time for it."""
    before = meeting.about.interpreted
    if percent == before or percent <= 0:
        return ()
    minutes = [(phase, round(one * percent / before)) for phase, one in planned_minutes(meeting).items()]
    whole = as_edits("about", "meeting", [("interpreted", percent), ("minutes", sum(one for _, one in minutes))])
    return (*whole, *(Edit("phases", phase, "minutes", one) for phase, one in minutes))


def has_chair_and_secretary(meeting: Meeting) -> bool:
    """True when somebody leads and somebody writes (seed rows 16, 161, 180, 195)."""
    return bool(meeting.about.chair.strip() and meeting.about.secretary.strip())


def proposed_chair(meeting: Meeting) -> str:
    """Whoever has called leads, as long as nobody else is named and they have come (seed row 156); else empty."""
    caller = meeting.participant(meeting.about.called_by)
    if caller is None or meeting.about.chair.strip() or is_absent(meeting, caller.id):
        return ""
    return caller.id


def timekeeper(meeting: Meeting) -> str:
    """Who watches the time: the second chair when there is one, else the one who leads (seed row 57)."""
    return meeting.about.co_chair or meeting.about.chair


def is_sole_chair(meeting: Meeting, who: str) -> bool:
    """True when the one who is to do something also leads: then somebody else should lead for a while (row 185)."""
    return bool(who) and who == meeting.about.chair and not meeting.about.co_chair


def _logged(meeting: Meeting, edits: tuple[Edit, ...], moment: EditContext) -> tuple[Edit, ...]:
    """An event for each office that has got a new holder; before the opening it is preparation."""
    if not any(one.kind == "open" for one in meeting.events):
        return ()
    changed = [edit for edit in edits if edit.field in ROLES]
    made = [(f"{moment.row}-{edit.field}-{len(meeting.events)}", f"{edit.field}: {edit.value}") for edit in changed]
    return tuple(one for row, text in made for one in log_event(EditContext(moment.at, row), ROLE_CHANGED, text=text))
