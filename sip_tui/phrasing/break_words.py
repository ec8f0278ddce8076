"""When a meeting goes on after a break, for both boards: on the screen and as a page."""

from __future__ import annotations

from datetime import datetime

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.timeline import Timing, break_ends
from sip_tui.phrasing.wording import format_clock


def break_sentence(meeting: Meeting, at: Timing, now: datetime) -> str:
    """Tell everybody when the meeting goes on after a break; the chair may begin again before, and after."""
    ends = break_ends(meeting, at)
    if ends is None or now >= ends:
        return _("We will go on shortly.")
    return _("We will go on about {time}.").format(time=format_clock(ends))
