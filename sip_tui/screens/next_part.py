"""The way to the next part of the meeting, the same from every screen that a chair leads from."""

from __future__ import annotations

from textual import work

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.people.floor import change_phase
from sip_tui.meeting.people.roles import has_chair_and_secretary
from sip_tui.meeting.time.agenda import adjacent_phase, is_early
from sip_tui.phrasing.wording import local
from sip_tui.screens.parts import ScreenPart


class NextPartMixin(ScreenPart):
    """A screen from which the chair goes on to the next part, and opens the meeting before the first."""

    def action_phase(self, step: int) -> None:
        """Enter the next phase or the one before; before the first, ask if it is time and who leads."""
        phase = adjacent_phase(self.timing.phase, step)
        if self.timing.closed:
            return
        if not phase:
            self.notify(_("This is the last part. Press {keys[close]} to close the meeting.").format(keys=KEYS))
            return
        if is_early(self.meeting, local(self.moment.at)):
            self._open_early(phase)
        else:
            self._begin(phase, forward=step > 0)

    @work
    async def _open_early(self, phase: str) -> None:
        from sip_tui.screens.leave_phase import confirm_early_opening  # not needed for the first frame

        if await confirm_early_opening(self):
            self._begin(phase, forward=True)

    def _begin(self, phase: str, *, forward: bool) -> None:
        if self.timing.opened or has_chair_and_secretary(self.meeting):
            self._enter(phase, forward=forward)
            return
        from sip_tui.screens.forms.roles_form import ask_roles  # not needed for the first frame

        ask_roles(self, lambda: self._enter(phase, forward=False))

    @work
    async def _enter(self, phase: str, *, forward: bool) -> None:
        """Enter a phase; on the way forward, after the chair has confirmed what this one still owes somebody."""
        from sip_tui.screens.leave_phase import confirm_leaving_phase  # not needed for the first frame

        if not forward or await confirm_leaving_phase(self):
            opens_from_preparation = not self.timing.opened and self.app.current_mode == "prepare"
            from sip_tui.phrasing.parts import comings_and_goings  # not needed for the first frame

            if said := comings_and_goings(self.meeting, self.timing.phase, phase):
                self.notify(said, timeout=20, markup=False)
            self.write(change_phase(self.meeting, phase, self.moment))
            if opens_from_preparation:
                await self.run_action("app.go('time')")

    @property
    def asks_before_next(self) -> bool:
        """Whether something is asked before the next part: about the hour, about who leads, or what this part owes."""
        if self.timing.opened:
            from sip_tui.meeting.guidance.phase_guard import concerns_before_leaving  # not needed for the first frame

            return bool(concerns_before_leaving(self.meeting, self.timing))
        return is_early(self.meeting, local(self.moment.at)) or not has_chair_and_secretary(self.meeting)
