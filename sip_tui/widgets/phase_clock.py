"""The big clock: what is left of the phase, so that a glance is enough (seed row 18)."""

from __future__ import annotations

from datetime import datetime, timedelta

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Digits, Static

from sip_tui.guidance import phase_name
from sip_tui.language import _
from sip_tui.meeting.agenda import planned
from sip_tui.meeting.model import Meeting
from sip_tui.meeting.timeline import Timing, timing
from sip_tui.wording import clock, digits


class PhaseClock(Vertical):
    """Digits, one line of words, and a bar that reads without colour."""

    DEFAULT_CSS = """
    PhaseClock { height: 6; padding: 0 1; }
    PhaseClock Digits { width: auto; text-style: bold; }
    PhaseClock.-over Digits { color: $error; }
    PhaseClock Static { height: 1; text-wrap: nowrap; }
    """

    meeting: var[Meeting] = var(Meeting)
    now: var[datetime | None] = var(None)

    def compose(self) -> ComposeResult:
        yield Static(id="clock-words")
        yield Digits("0:00", id="clock-digits")
        yield Static(id="clock-bar")

    def on_mount(self) -> None:
        self._show()

    def watch_meeting(self) -> None:
        self._show()

    def watch_now(self) -> None:
        self._show()

    def _show(self) -> None:
        # Bound values arrive before the parts are there.
        if self.now is None or not self.is_mounted:
            return
        at = timing(self.meeting, self.now)
        minutes = planned(self.meeting)
        shown = at.phase_left if at.phase else timedelta(minutes=self.meeting.about.minutes)
        self.set_class(shown < timedelta(0), "-over")
        _tell(self.query_one("#clock-words", Static), _words(self.meeting, at))
        _tell(self.query_one("#clock-bar", Static), _bar(at, minutes.get(at.phase, 0)))
        if (face := self.query_one("#clock-digits", Digits)).value != digits(shown):
            face.update(digits(shown))


def _tell(line: Static, content: Content) -> None:
    """Update the line when it says something else: most ticks change nothing."""
    if str(line.content) != content.plain:
        line.update(content)


def _words(meeting: Meeting, at: Timing) -> Content:
    if not at.opened:
        start = meeting.about.start
        planned_at = _(" (planned at {time})").format(time=clock(start)) if start else ""
        return Content(_("n opens the meeting") + planned_at)
    if at.closed:
        return Content(_("The meeting is closed"))
    if at.paused and not at.on_break:
        return Content(_("The clock stands still; space starts it"))
    planned_minutes = planned(meeting)[at.phase]
    return Content.assemble(
        (phase_name(at.phase), "bold"), _(": left of {minutes} minutes").format(minutes=planned_minutes)
    )


def _bar(at: Timing, minutes: int, width: int = 30) -> Content:
    if not at.phase:
        return Content("")
    spent = at.spent[at.phase] / timedelta(minutes=minutes) if minutes else 1.0
    full = min(round(spent * width), width)
    return Content("█" * full + "░" * (width - full))
