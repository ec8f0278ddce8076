"""The end of a meeting in the app: F12, the real end of one that was left open, and leaving it saved or copied."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from contextlib import suppress

from textual import work

from sip_tui.app.parts import MeetingAppPart
from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.people.floor import end_turns
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.store import StoreError

WRITING_SEATS = frozenset({Seat.CHAIR, Seat.SECRETARY})
"""The seats that are asked when the meeting ended."""


class ClosingMixin(MeetingAppPart):
    """An app in which a meeting is closed, and which is left."""

    not_saved = ""
    """What to write to stderr after the program, when something could not be saved."""
    _asked_to_leave = False
    """Whether it has been said that the disk does not take everything."""

    @abstractmethod
    def action_go(self, mode: str) -> None:
        """Switch to a mode."""

    @abstractmethod
    def commit_all(self) -> None:
        """Write what every screen holds."""

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

    @work
    async def action_save(self) -> None:
        """Save now; when the disk does not take it, copy the whole meeting elsewhere."""
        self.commit_all()
        if await asyncio.to_thread(self.session.flush):
            self.notify(_("Everything is saved. It always is; you never need to save."))
            return
        try:
            path = await asyncio.to_thread(self.session.save_copy)
        except StoreError as error:
            self._tell_error(str(error))
        else:
            sentence = _("The whole meeting has been copied to {path}. Open it with sip-tui --data {archive}.")
            self.notify(sentence.format(path=path, archive=path.parent), severity="warning", timeout=60, markup=False)

    async def action_quit(self) -> None:
        """Save and leave; stay when the disk does not take everything, and leave a copy elsewhere when asked again."""
        self.commit_all()
        if await asyncio.to_thread(self.session.flush):
            with suppress(StoreError):
                await asyncio.to_thread(self.session.checkpoint)
            self.exit(0)
        elif self._asked_to_leave and self.open_next is None:
            await self._leave_with_copy()
        else:
            self._asked_to_leave = self.open_next is None
            self.open_next, self.remove_meeting = None, False
            sentence = _(
                "{trouble}. Your words are still here. Press {keys[save]} to copy the meeting elsewhere. Press "
                "{keys[quit]} once more to copy it and leave the program."
            )
            self._tell_error(sentence.format(trouble=self.session.save_error, keys=KEYS))

    async def _leave_with_copy(self) -> None:
        """Copy the whole meeting elsewhere and leave; stay when no place takes it."""
        try:
            self.not_saved = await asyncio.to_thread(self.session.copy_elsewhere)
        except StoreError as error:
            self._tell_error(str(error))
        else:
            self.exit(0)

    def _tell_error(self, sentence: str) -> None:
        self.notify(sentence, severity="error", timeout=30, markup=False)
