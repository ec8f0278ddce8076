"""The end of a meeting in the app: F12, the real end of a meeting that was left open, and back to all meetings."""

from __future__ import annotations

from abc import abstractmethod

from textual import work

from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.people.floor import end_turns
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.screens.base import MeetingApp

WRITING_SEATS = frozenset({Seat.CHAIR, Seat.SECRETARY})
"""The seats that are asked when the meeting ended."""


class ClosingMixin(MeetingApp):
    """An app in which a meeting is closed."""

    @abstractmethod
    def action_go(self, mode: str) -> None:
        """Switch to a mode."""

    @abstractmethod
    async def action_quit(self) -> None:
        """Save and leave."""

    def offer_real_end(self) -> None:
        """Offer the real end of a meeting that nobody closed, to those who write in it."""
        if stage_of(self.meeting) is Stage.IN_PROGRESS and self.seat.split("-")[0] in WRITING_SEATS:
            self._offer_end()

    @work
    async def _offer_end(self) -> None:
        await self._closed_in_the_past()

    @work
    async def action_close_meeting(self) -> None:
        """Ask about what is still open, then close the meeting."""
        from sip_tui.screens.wrap_up.close_dialog import close_dialog

        if await self._closed_in_the_past():
            return
        if await self.push_screen_wait(close_dialog(self.meeting)):
            moment = self.session.edit_context()
            self.write((*end_turns(self.meeting, moment), *agenda.close_meeting(moment)))
            self.action_go("after")

    async def _closed_in_the_past(self) -> bool:
        """Close a meeting that was left open when it really ended, if somebody says when; true when it was."""
        from sip_tui.meeting.time.forgotten import forgotten_end  # seldom needed

        found = forgotten_end(self.meeting, self.session.write_times(), self.session.now())
        if found is None:
            return False
        from sip_tui.screens.after.forgotten import ask_end

        if closed := await ask_end(self, found):
            self.action_go("after")
        return closed

    async def action_meetings(self) -> None:
        """Save, leave this meeting and show all meetings."""
        self.open_next = ("", "")
        await self.action_quit()
