"""Who may be given the floor by which digit, and who has not been heard in this phase (F08)."""

from __future__ import annotations

from datetime import datetime, timedelta

from textual.content import Content

from sip_tui.language import _
from sip_tui.meeting.floor import has_floor, heard, speakers, times, turns_of
from sip_tui.meeting.model import Meeting, Participant
from sip_tui.meeting.timeline import Timing
from sip_tui.widgets.live import Live
from sip_tui.widgets.plain import plain
from sip_tui.wording import digits, role_of


class SpeakerList(Live):
    """One line a speaker, with the digit that gives the floor. An interpreter speaks for others and is not here."""

    DEFAULT_CSS = "SpeakerList { padding: 0 1; height: 1fr; }"

    def told(self, now: datetime) -> Content:
        at, heading = self.at(now), Content.styled(_("The floor: press a digit"), "bold")
        # One look at all turns for everybody: there are hundreds at the end of an hour.
        spoken = times(self.meeting, now)
        lines = [
            _line(self.meeting, at, index, one, digits(spoken.get(one.id, timedelta(0))))
            for index, one in enumerate(speakers(self.meeting))
        ]
        return Content("\n").join([heading, *lines])


def _line(meeting: Meeting, at: Timing, index: int, one: Participant, time: str) -> Content:
    key = str((index + 1) % 10) if index < 10 else " "
    name = plain(one.name or role_of(one))
    if has_floor(meeting) == one:
        speaks = _("speaks")
        return Content.styled(f"{key} {name} ◀ {speaks} {time}", "bold")
    if at.opened and not heard(meeting, one.id, at.phase):
        return Content.assemble(f"{key} {name} ", (_("not heard yet"), "italic"))
    turns = turns_of(meeting, one.id)
    return Content(f"{key} {name} {time} ({turns})" if turns else f"{key} {name}")
