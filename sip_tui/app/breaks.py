"""The break in the app: one key begins and ends it, and is called what it does now."""

from __future__ import annotations

from sip_tui.app.parts import MeetingAppPart
from sip_tui.meeting.people.floor import end_turns
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import timing_at


class BreakMixin(MeetingAppPart):
    """An app in which a meeting has breaks."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the beginning of a break or its end."""
        if action in {"break", "resume"} and self._is_on_break is (action == "break"):
            return False
        return super().check_action(action, parameters)

    @property
    def _is_on_break(self) -> bool:
        return timing_at(self.meeting, self.session.now()).on_break

    def action_break(self) -> None:
        """Start a break."""
        moment = self.session.edit_context()
        self.write((*end_turns(self.meeting, moment), *agenda.start_break(moment)))

    def action_resume(self) -> None:
        """End the break."""
        self.write(agenda.resume(self.session.edit_context()))
