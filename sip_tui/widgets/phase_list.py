"""The circle's five phases: planned minutes, spent minutes and where we are, in words (seed rows 14–40)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.guidance import phase_name
from sip_tui.language import _
from sip_tui.meeting.agenda import PHASES, planned
from sip_tui.meeting.model import Meeting
from sip_tui.meeting.timeline import Timing
from sip_tui.widgets.live import Live
from sip_tui.widgets.plain import fitted

NAME = 18


class PhaseList(Live):
    """Five lines and a sum."""

    DEFAULT_CSS = "PhaseList { height: 7; padding: 0 1; }"

    def told(self, now: datetime) -> Content:
        at, minutes = self.at(now), planned(self.meeting)
        lines = [_line(at, phase, minutes[phase]) for phase in PHASES]
        return Content("\n").join([*lines, _sum(self.meeting, sum(minutes.values()))])


def _line(at: Timing, phase: str, minutes: int) -> Content:
    spent = int(at.spent[phase].total_seconds() // 60) if at.spent else 0
    here = phase == at.phase and not at.closed
    used = _("{used} of").format(used=spent) if spent or here else ""
    over = _(" ({minutes} over)").format(minutes=spent - minutes) if spent > minutes else ""
    words = f"{'▸' if here else ' '} {fitted(phase_name(phase), NAME)}{used:>6} {minutes:>3} min{over}"
    return Content.styled(words, "bold" if here else "")


def _sum(meeting: Meeting, total: int) -> Content:
    together = fitted(_("Together"), NAME)
    line = f"  {together}{'':>6} {total:>3} min"
    if total <= meeting.about.minutes:
        return Content(line)
    return Content.assemble(line, (_(" ({minutes} planned)").format(minutes=meeting.about.minutes), "bold $warning"))
