"""The words that can follow a ``#`` at the beginning of a line, offered where one writes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widgets import Static

from sip_tui.widgets.plain import fitted, plain

Choice: TypeAlias = tuple[str, str]
"""A word, without its ``#``, and what a line with it becomes."""

MOST = 9
"""Rows that are shown at a time."""
_WIDEST = 56
"""Cells of a word and its explanation; on a terminal of 80 columns the list covers little more than the pad."""
_TAG = re.compile(r"[ \t]*#([^\s:#]*)(?![:#])")


def tag_at(line: str, column: int) -> str | None:
    """Give what stands between the ``#`` that begins a line and a place at the end of its word; None elsewhere."""
    found = _TAG.match(line)
    return found[1] if found and found.end() == column else None


class TagMenu(Static):
    """A small list of words under the cursor. It takes no focus and no key; the pad asks it and tells it."""

    DEFAULT_CSS = """
    TagMenu {
        overlay: screen;
        position: absolute;
        constrain: inside inflect;
        width: auto;
        height: auto;
        margin: 1 0;
        border-left: solid $primary;
        border-right: solid $primary;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
        display: none;
    }
    """

    class Taken(Message):
        """Write the word that has been clicked on."""

    def __init__(self, pad: MessagePump) -> None:
        super().__init__()
        self.choices: Sequence[Choice] = ()
        self._pad = pad
        self._at = 0
        self._top = 0

    @property
    def chosen(self) -> str:
        """The word that is pointed at; empty while the menu is closed."""
        return self.choices[self._at][0] if self.choices else ""

    def offer(self, choices: Sequence[Choice], place: Offset) -> None:
        """Show these words under a place on the screen, the first of them chosen; none closes the menu."""
        if choices:
            self.absolute_offset = place
        if choices != self.choices:
            self.choices, self._at, self._top = choices, 0, 0
            self._tell()

    def close(self) -> None:
        """Take the menu away."""
        self.offer((), Offset())

    def move(self, step: int) -> None:
        """Point at the next word or the one before; after the last comes the first."""
        self._at = (self._at + step) % len(self.choices)
        self._top = min(max(self._top, self._at - MOST + 1), self._at)
        self._tell()

    def on_click(self, event: events.Click) -> None:
        row = self._top + event.y
        if row < len(self.choices):
            self._at = row
            self._pad.post_message(self.Taken())

    def _tell(self) -> None:
        self.display = bool(self.choices)
        wide = max((cell_len(word) for word, _ in self.choices), default=0)
        texts = [f"#{fitted(word, wide)}  {plain(told)}" for word, told in self.choices]
        width = min(max(map(cell_len, texts), default=0), _WIDEST)
        shown = range(self._top, min(self._top + MOST, len(texts)))
        self.update(Content("\n").join([self._row(at, fitted(texts[at], width)) for at in shown]))

    def _row(self, at: int, text: str) -> Content:
        """One word and what it makes; signs, not colours, say which is chosen and where there are more."""
        above, below = at == self._top > 0, at == self._top + MOST - 1 < len(self.choices) - 1
        row = f"{'▸' if at == self._at else ' '}{text} {'↑' if above else '↓' if below else ' '}"
        return Content.styled(row, "bold reverse" if at == self._at else "")
