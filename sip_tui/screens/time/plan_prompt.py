"""What the plan of time asks of the chair: new minutes when a phase is over, and what is odd about it (F02)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.time.replan import PlanWarning, proposal, warnings
from sip_tui.meeting.time.timeline import ZERO, Timing
from sip_tui.resources.guidance import phase_name
from sip_tui.widgets.live_static import SILENT, LiveStatic

WARNINGS = {
    PlanWarning.NEEDS_NOT_LONGEST: N_("Needs is not the longest phase."),
    PlanWarning.LONGER_THAN_MEETING: N_("The phases are longer than the meeting."),
    PlanWarning.INTERPRETED: N_("With an interpreter everything takes longer: {keys[meeting.about]} gives more time."),
}


class PlanPrompt(LiveStatic):
    """There only when there is something to say; soft, and one key answers it."""

    DEFAULT_CLASSES = SILENT
    DEFAULT_CSS = "PlanPrompt { height: auto; padding: 0 1; text-wrap: wrap; background: $boost; }"

    def render_content(self, now: datetime) -> Content:
        return Content("\n").join([Content(line) for line in self._over(now) or self._warned(now)])

    def _over(self, now: datetime) -> list[str]:
        at = self.timing(now)
        proposed = proposal(self.meeting, at)
        if not proposed or at.meeting_left <= ZERO:
            return _ended(at)
        minutes = ", ".join(f"{phase_name(phase)} {minutes}" for phase, minutes in proposed.items())
        told = _("The time does not reach. {keys[plan.accept]} sets new minutes: {minutes}.")
        return [told.format(keys=KEYS, minutes=minutes)]

    def _warned(self, now: datetime) -> list[str]:
        """What is odd about the plan; once the meeting goes on, what is too long is told by the new minutes instead."""
        at = self.timing(now)
        told = {PlanWarning.LONGER_THAN_MEETING} if at.opened else set()
        if at.opened and at.meeting_left <= ZERO:
            return []
        return [_(WARNINGS[one]).format(keys=KEYS) for one in warnings(self.meeting) if one not in told]


def _ended(at: Timing) -> list[str]:
    """When the time of the whole meeting is out there is nothing to divide any more: what can be done instead."""
    if not at.opened or at.closed or at.meeting_left > ZERO:
        return []
    told = _("The time is out. {keys[phase.more]} gives five minutes more, {keys[close]} closes the meeting.")
    return [told.format(keys=KEYS)]
