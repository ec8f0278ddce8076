"""The big clock: what is left of the phase, so that a glance is enough (seed row 18)."""

from __future__ import annotations

from datetime import datetime, timedelta

from textual.content import Content
from textual.reactive import var
from textual.widgets import Digits

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import planned
from sip_tui.meeting.time.timeline import Timing, timing
from sip_tui.phrasing.wording import countdown, format_clock
from sip_tui.resources.guidance import phase_name
from sip_tui.widgets.live_static import LiveStatic, UpdateWhenVisible

WIDTH = 30
"""Cells of the bar."""


class PhaseWords(LiveStatic):
    """One line above the clock: what the digits count."""

    DEFAULT_CSS = "PhaseWords { height: 1; padding: 0 1; }"

    def render_content(self, now: datetime) -> Content:
        return _words(self.meeting, self.timing(now))


class PhaseDigits(Digits, UpdateWhenVisible):
    """Minutes and seconds left of the phase; before the meeting is opened, its minutes."""

    DEFAULT_CSS = """
    PhaseDigits { width: auto; text-style: bold; margin: 0 1; }
    PhaseDigits.-over { color: $error; }
    """

    meeting: var[Meeting] = var(Meeting)
    now: var[datetime | None] = var(None)

    def watch_meeting(self) -> None:
        self.refresh_if_visible()

    def watch_now(self) -> None:
        self.refresh_if_visible()

    def refresh_if_visible(self) -> bool:
        if self.now is None or not self.is_seen:
            return False
        at = timing(self.meeting, self.now)
        left = at.phase_left if at.phase else timedelta(minutes=self.meeting.about.minutes)
        self.set_class(left < timedelta(0), "-over")
        if new := self.value != countdown(left):
            self.update(countdown(left))
        return new


class PhaseBar(LiveStatic):
    """How much of the phase has gone, drawn so that it reads without colour."""

    DEFAULT_CSS = "PhaseBar { height: 2; padding: 0 1; }"

    def render_content(self, now: datetime) -> Content:
        at = self.timing(now)
        minutes = planned(self.meeting).get(at.phase, 0)
        spent = at.spent[at.phase] / timedelta(minutes=minutes) if minutes else float(bool(at.phase))
        full = min(round(spent * WIDTH), WIDTH)
        return Content("█" * full + "░" * (WIDTH - full))


def _words(meeting: Meeting, at: Timing) -> Content:
    if not at.opened:
        start = meeting.about.start
        planned_at = _(" (planned at {time})").format(time=format_clock(start)) if start else ""
        return Content(_("{keys[phase.next]} opens the meeting").format(keys=KEYS) + planned_at)
    if at.closed:
        return Content(_("The meeting is closed"))
    if at.paused and not at.on_break:
        return Content(_("Stopped: space starts the clock"))
    minutes, over = planned(meeting)[at.phase], at.phase_left < timedelta(0)
    left = ngettext(": left of {count} minute", ": left of {count} minutes", minutes).format(count=minutes)
    return Content.assemble((phase_name(at.phase), "bold"), _(": over the time") if over else left)
