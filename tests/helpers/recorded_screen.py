"""A terminal that remembers what an app really wrote to it.

Textual's own screenshots draw every widget anew, so they cannot show a row that somebody forgot to repaint. Here the
bytes that the app writes go into a terminal emulator, and what stands there is what a user would see.
"""

from typing import Any, TypeAlias

import pyte
from rich.cells import split_graphemes
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

Cell: TypeAlias = tuple[Any, ...]
"""A character, its two colours and its attributes."""


class _Screen(pyte.Screen):
    """Pyte, but with Textual's idea of how wide a character is, and without wrapping at the edge."""

    def draw(self, data: str) -> None:
        row = self.buffer[self.cursor.y]
        for start, end, width in split_graphemes(data)[0]:
            for x, text in enumerate((data[start:end], "")[:width], self.cursor.x):
                row[x] = self.cursor.attrs._replace(data=text)
            self.cursor.x += width


class RecordingDriver(HeadlessDriver):
    """Feeds the emulated terminal; unlike with HeadlessDriver the app does paint."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        width, height = self._get_terminal_size()
        self.written = 0
        """How many bytes the app has written so far."""
        self._screen = _Screen(width, height)
        self._stream = pyte.Stream(self._screen)

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.written += len(data.encode())
        self._stream.feed(data)

    @property
    def cells(self) -> list[list[Cell]]:
        """All cells of the terminal, row by row."""
        screen = self._screen
        return [[tuple(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's own cursor, where an input method opens its window."""
        return self._screen.cursor.x, self._screen.cursor.y
