"""The break prompt: it follows what the person manages, and it never locks the room (F33; seed row 198)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.language import _
from sip_tui.meeting.model import Meeting
from sip_tui.meeting.timeline import Timing
from sip_tui.widgets.live import Live
from sip_tui.widgets.plain import plain
from sip_tui.wording import clock


class BreakPrompt(Live):
    """One line that is there only when a break is due or is going on."""

    DEFAULT_CSS = """
    BreakPrompt {
        height: auto; padding: 0 1; background: $warning; color: $text; text-style: bold; text-wrap: wrap;
    }
    """

    def told(self, now: datetime) -> Content:
        return Content(prompt(self.meeting, self.at(now)))


def prompt(meeting: Meeting, at: Timing) -> str:
    """What the prompt says; empty when there is nothing to ask."""
    if at.on_break and at.paused and not at.closed:
        return _("Break since {time}. F9 goes on with the meeting.").format(time=clock(at.paused))
    if not at.break_due:
        return ""
    worked = int(at.since_break.total_seconds() // 60)
    if meeting.person.stamina_minutes and meeting.person.called:
        return _(
            "{name} manages {stamina} minutes and you have been at it for {worked}. F9 takes a break, v waits."
        ).format(name=plain(meeting.person.called), stamina=meeting.person.stamina_minutes, worked=worked)
    return _("You have been at it for {worked} minutes. F9 takes a break, v waits 5 minutes.").format(worked=worked)
