"""The circle's five phases: planned minutes, spent minutes and where we are, in words (seed rows 14–40)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.meeting.time.agenda import PHASES, planned
from sip_tui.meeting.time.replan import MINUTE
from sip_tui.meeting.time.timeline import Timing
from sip_tui.resources.guidance import phase_name
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.plain import fitted

NAME = 18
"""Cells for the name of a phase; what is over time still has room beside it in the smallest terminal."""


class PhaseList(LiveStatic):
    """Five lines and a sum."""

    DEFAULT_CSS = "PhaseList { height: 6; padding: 0 0 0 1; }"

    def render_content(self, now: datetime) -> Content:
        at, minutes = self.timing(now), planned(self.meeting)
        lines = [_line(at, phase, minutes[phase]) for phase in PHASES]
        return Content("\n").join([*lines, _sum(sum(expected(at, minutes).values()), self.meeting.about.minutes)])


def expected(at: Timing, minutes: Mapping[str, int]) -> dict[str, int]:
    """How long each phase will have taken: what is behind us as it was, the rest as planned or as already used."""
    here = PHASES.index(at.phase) if at.phase else 0
    used = {phase: -(-at.spent[phase] // MINUTE) if at.spent else 0 for phase in PHASES}
    return {
        phase: used[phase] if number < here else max(used[phase], minutes[phase]) for number, phase in enumerate(PHASES)
    }


def _line(at: Timing, phase: str, minutes: int) -> Content:
    spent = at.spent[phase] // MINUTE if at.spent else 0
    here = phase == at.phase and not at.closed
    used = _("{used} of").format(used=spent) if spent or here else ""
    end = _(", {minutes} over").format(minutes=spent - minutes) if spent > minutes else " min"
    words = f"{'▸' if here else ' '} {fitted(phase_name(phase), NAME)}{used:>5} {minutes:>2}{end}"
    return Content.styled(words, "bold" if here else "")


def _sum(total: int, whole: int) -> Content:
    together = fitted(_("Together"), NAME)
    if total <= whole:
        return Content(f"  {together}{'':>5} {total:>2} min")
    used = _("{used} of").format(used=total)
    return Content.styled(f"  {together}{used:>5} {whole:>2} min", "bold $warning")
