"""A pad: the notes of one phase. What is typed leaves the pad within a blink, without slowing the typing down."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.document._document import Document
from textual.message import Message
from textual.timer import Timer

from sip_tui.meeting.notes import splice
from sip_tui.widgets.quick_text_area import QuickTextArea

BATCH = 0.06
"""Seconds for which keys are gathered into one change (storage promise: one synced line a batch)."""


class Pad(QuickTextArea):
    """A text area that says what has been written in it, in small batches, until it is told that it has been kept."""

    # A text area selects a line with F6 and everything with F7; here they lead to rooms, as everywhere.
    BINDINGS = [
        Binding("f6", "app.go('floor')", show=False),
        Binding("f7", "app.go('sides')", show=False),
    ]

    @dataclass
    class Written(Message):
        """Keep what has been written in a pad."""

        pad: Pad
        text: str
        """The whole text of the pad."""

    def __init__(self, phase: str, text: str, hint: str) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, placeholder=hint, id=f"pad-{phase}")
        self.phase = phase
        self._kept = text
        self._batch: Timer | None = None

    def on_text_area_changed(self) -> None:
        if self._batch is None:
            self._batch = self.set_timer(BATCH, self.commit)

    def commit(self) -> None:
        """Say what has been written since the last time, now."""
        if self._batch is not None:
            self._batch.stop()
            self._batch = None
        if (text := self.uncommitted) is not None:
            self.post_message(self.Written(self, text))

    def keep(self, text: str) -> None:
        """This text is in the meeting now: what others write is measured against it."""
        self._kept = text

    @property
    def uncommitted(self) -> str | None:
        """The text, when something in it is not in the meeting yet."""
        text = self.text
        return None if text == self._kept else text

    def take_in(self, text: str) -> None:
        """Show what somebody else wrote into this pad, without moving the cursor from its words."""
        if text == self._kept or self.uncommitted is not None:
            return
        at, gone, comes = splice(self._kept, text)
        document = self.document
        assert isinstance(document, Document)
        start = document.get_location_from_index(int(at))
        end = document.get_location_from_index(int(at) + int(gone))
        self._kept = text
        self.replace(str(comes), start, end)
