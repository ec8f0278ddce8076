"""Who may be given the floor by which digit, and who has not been heard in this phase (F08)."""

from __future__ import annotations

from datetime import datetime, timedelta

from rich.cells import cell_len
from textual.content import Content

from sip_tui.language import _
from sip_tui.meeting.floor import has_floor, heard, speakers, times, turns_of
from sip_tui.meeting.model import Meeting, Participant
from sip_tui.meeting.timeline import Timing
from sip_tui.widgets.live import Live
from sip_tui.widgets.plain import fitted, plain
from sip_tui.wording import digits, role_of

LEAST = 8
"""Cells that a name keeps at least."""


class SpeakerList(Live):
    """One line a speaker, with the digit that gives the floor. An interpreter speaks for others and is not here."""

    DEFAULT_CSS = "SpeakerList { padding: 0 1; height: 1fr; }"

    def on_resize(self) -> None:
        self.tell()

    def told(self, now: datetime) -> Content:
        at, heading = self.at(now), Content.styled(_("The floor: press a digit"), "bold")
        # One look at all turns for everybody: there are hundreds at the end of an hour.
        spoken, width = times(self.meeting, now), self.content_size.width
        lines = [
            _line(self.meeting, at, index, one, digits(spoken.get(one.id, timedelta(0))), width)
            for index, one in enumerate(speakers(self.meeting))
        ]
        return Content("\n").join([heading, *lines])


def _line(meeting: Meeting, at: Timing, index: int, one: Participant, time: str, width: int) -> Content:
    """The digit, the name and the state in words; where there is little room the name gives way."""
    key = str((index + 1) % 10) if index < 10 else " "
    speaks = has_floor(meeting) == one
    state, style = _state(meeting, at, one, time)
    name, room = plain(one.name or role_of(one)), max(width - cell_len(state) - 3, LEAST)
    shown = fitted(name, room) if cell_len(name) > room else name
    return (
        Content.styled(f"{key} {shown} {state}", style)
        if speaks
        else Content.assemble(f"{key} {shown} ", (state, style))
    )


def _state(meeting: Meeting, at: Timing, one: Participant, time: str) -> tuple[str, str]:
    """What is said about somebody, and in what style."""
    if has_floor(meeting) == one:
        speaks = _("speaks")
        return f"◀ {speaks} {time}", "bold"
    if at.opened and not heard(meeting, one.id, at.phase):
        return _("not heard yet"), "italic"
    turns = turns_of(meeting, one.id)
    return (f"{time} ({turns})" if turns else ""), ""
