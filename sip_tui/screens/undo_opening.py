"""The question before undo un-opens the meeting: the key that led to it, pressed on and on, doesn't answer it."""

from __future__ import annotations

from textual.content import Content
from textual.events import Key as KeyPress

from sip_tui.i18n.key_names import KEYS, key_label
from sip_tui.i18n.translation import _
from sip_tui.screens.dialogs import ConfirmDialog


class UndoOpeningDialog(ConfirmDialog):
    """Ask whether the opening of the meeting is to be undone."""

    def __init__(self) -> None:
        question = Content.styled(_("Do you want to undo the opening of the meeting?"), "bold")
        kept = Content(_("Everything done since then has been undone already. The clock would stop."))
        super().__init__(question, kept)

    def on_key(self, event: KeyPress) -> None:
        """Let the key of undo say nothing, however often it comes: it is no word either."""
        if key_label(event.key) == KEYS["undo"]:
            event.stop()
            event.prevent_default()
            return
        super().on_key(event)
