"""A terminal that remembers what an app really wrote to it.

Textual's own screenshots draw every widget anew, so they cannot show a row that somebody forgot to repaint. Here the
bytes that the app writes go into a terminal emulator, and what stands there is what a user would see.
"""

from typing import Any

import pyte
from rich.cells import split_graphemes
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver


class _Screen(pyte.Screen):
    """Pyte, but with Textual's idea of how wide a character is, and without wrapping at the edge."""

    def draw(self, data: str) -> None:
        row = self.buffer[self.cursor.y]
        for start, end, width in split_graphemes(data)[0]:
            cells = (data[start:end], "")[:width]
            for x, cell in enumerate(cells, self.cursor.x):
                row[x] = self.cursor.attrs._replace(data=cell)
            self.cursor.x += width


class RecordingDriver(HeadlessDriver):
    """Feeds a pyte screen; runs without a terminal, but unlike HeadlessDriver the app does paint."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        width, height = self._get_terminal_size()
        self.screen = _Screen(width, height)
        self._stream = pyte.Stream(self.screen)

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self._stream.feed(data)

    def snapshot(self) -> list[list[tuple[Any, ...]]]:
        """Return all cells with their colours and attributes, row by row."""
        screen = self.screen
        return [[tuple(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]
