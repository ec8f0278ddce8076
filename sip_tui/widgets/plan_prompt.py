"""What the plan of time asks of the chair: new minutes when a phase is over, and whom to think of (F02, F05)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.guidance import phase_name
from sip_tui.language import N_, _
from sip_tui.meeting.guard import leaving_soon
from sip_tui.meeting.replan import PlanWarning, proposal, warnings
from sip_tui.widgets.live import Live
from sip_tui.widgets.plain import plain
from sip_tui.wording import listed, local, name_of

WARNINGS = {
    PlanWarning.NEEDS_NOT_LONGEST: N_("Needs is not the longest phase."),
    PlanWarning.LONGER_THAN_MEETING: N_("The phases are longer than the meeting."),
    PlanWarning.INTERPRETED: N_("With an interpreter everything takes longer: i gives more time."),
}


class PlanPrompt(Live):
    """There only when there is something to say; soft, and one key answers it."""

    DEFAULT_CSS = "PlanPrompt { height: auto; padding: 0 1; text-wrap: wrap; background: $boost; }"

    def told(self, now: datetime) -> Content:
        lines = [*self._over(now), *self._leaving(now)]
        return Content("\n").join([Content(line) for line in lines or self._warned()])

    def _over(self, now: datetime) -> list[str]:
        proposed = proposal(self.meeting, self.at(now))
        if not proposed:
            return []
        minutes = ", ".join(f"{phase_name(phase)} {minutes}" for phase, minutes in proposed.items())
        return [_("The time does not reach. t sets new minutes: {minutes}.").format(minutes=minutes)]

    def _leaving(self, now: datetime) -> list[str]:
        soon = [plain(name_of(one)) for one in leaving_soon(self.meeting, local(now))]
        told = _("{names} must leave soon: confirm the goals that are theirs first.")
        return [told.format(names=listed(soon))] if soon else []

    def _warned(self) -> list[str]:
        return [_(WARNINGS[one]) for one in warnings(self.meeting)]
