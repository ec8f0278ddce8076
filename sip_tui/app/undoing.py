"""Undo and redo in the app: each says what it took back, and undoing the opening of the meeting is asked about."""

from __future__ import annotations

from abc import abstractmethod

from textual import work

from sip_tui.app.parts import MeetingAppPart
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.undo import UndoStep
from sip_tui.screens.capabilities import ShowsRows


class UndoMixin(MeetingAppPart):
    """An app whose last step can be taken back."""

    @abstractmethod
    def undo(self) -> UndoStep:
        """Undo the last step of this process; return it."""

    @abstractmethod
    def redo(self) -> UndoStep:
        """Redo the step that was undone last; return it."""

    def action_undo(self) -> None:
        """Take back the last step; the opening of the meeting only after a question, for the key may be held down."""
        if self._would_unopen():
            self._ask_before_undo()
        else:
            self._undo_and_tell()

    def _would_unopen(self) -> bool:
        rows = {edit.row for edit in self.session.next_undo if edit.table == "events" and edit.field == "deleted"}
        return any(event.kind == "open" and event.id in rows for event in self.meeting.events)

    @work
    async def _ask_before_undo(self) -> None:
        from sip_tui.screens.undo_opening import UndoOpeningDialog  # seldom needed

        self.clear_notifications()
        if await self.push_screen_wait(UndoOpeningDialog()) and self._would_unopen():
            self._undo_and_tell()

    def _undo_and_tell(self) -> None:
        """Say what was undone: somebody who pressed the key by mistake must know how to have it back."""
        from sip_tui.phrasing.change_messages import undo_message  # not needed for the first frame

        before, step = self.meeting, self.undo()
        sentence = undo_message(before, self.meeting, step, left_standing=self.session.left_standing)
        self._tell_step(sentence or _("There is nothing to undo."), step)

    def action_redo(self) -> None:
        """Do again what was undone last, and say what it was."""
        from sip_tui.phrasing.change_messages import redo_message  # not needed for the first frame

        before, step = self.meeting, self.redo()
        self._tell_step(redo_message(before, self.meeting, step) or _("There is nothing to redo."), step)

    def _tell_step(self, sentence: str, step: UndoStep) -> None:
        """Say what was undone or redone, in the place of what was said before, and show the row."""
        self.clear_notifications()
        self.notify(sentence, markup=False)
        if isinstance(self.screen, ShowsRows):
            self.screen.show_changed(step)
