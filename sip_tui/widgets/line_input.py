"""A line of text into which a whole paste goes, and which grows so that none of it is hidden."""

from __future__ import annotations

import re
from itertools import pairwise

from rich.cells import cell_len, chop_cells
from rich.highlighter import Highlighter
from rich.text import Text
from textual.events import Click, Paste
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widgets import Input

from sip_tui.widgets.safe_text import plain

MOST_LINES = 6
"""A text that takes more lines than this is scrolled sideways, as every input is."""
ROOM = 12
"""Free cells at the end of the last line below which an empty line is added, before a letter needs it."""
GROWS_AFTER = 0.045
"""Seconds after a letter before that line is added: the letter itself is painted without laying out the screen."""


class VisibleCharacters(Highlighter):
    """Shows what is typed as lists show it: what could turn the line around, or steer the terminal, as a square."""

    def __call__(self, text: str | Text) -> Text:
        """Return the text as it is painted, as long as it was."""
        return Text(plain(str(text)), no_wrap=True, overflow="ignore", end="")

    def highlight(self, text: Text) -> None:
        """Leave the style alone."""


class LineInput(Input):
    """An input that is broken into as many lines as it takes. It takes a paste of several lines as one.

    Textual's own hides what has no room, and keeps the first line of a paste and drops the others.
    """

    _drawn: tuple[str, int] = ("", 0)
    _starts: tuple[int, ...] = (0,)
    _is_drawing_whole = False
    _whole: Strip | None = None
    """The broken text in one line, while its lines are drawn."""
    _is_scrolled = False
    _line_count = 1
    _at_first = ""

    def on_mount(self) -> None:
        """Paint nothing raw; as long as nothing is typed here, no line is kept for it."""
        self.highlighter, self._at_first = VisibleCharacters(), self.value

    def on_resize(self) -> None:
        """Break the text to the width."""
        self.watch_value()

    def on_paste(self, event: Paste) -> None:
        """Insert the whole text, with a space for each line end and tab."""
        event.stop()
        event.prevent_default()
        if text := " ".join(event.text.split()):
            self.replace(text, *sorted(self.selection))

    def on_click(self, event: Click) -> None:
        """Put the cursor where the broken text is clicked."""
        if (offset := event.get_content_offset(self)) and len(self._starts) > 1 and self.selection.is_empty:
            line = min(offset.y, len(self._starts) - 1)
            begin, end = [*pairwise((*self._starts, len(self.value) + 1))][line]
            before = chop_cells(plain(self.value[begin:end]), offset.x)[:1] if offset.x else []
            self.cursor_position = begin + min(len("".join(before)), end - 1 - begin)

    def watch_value(self) -> None:
        """Break the text or the hint anew; the form is laid out anew only when it takes another number of lines."""
        width, hint = self.content_size.width - 1, str(self.placeholder)
        if width > 0 and self._drawn != (self.value, width):
            self._drawn = self.value, width
            before, starts = self._starts, line_starts(plain(self.value) or hint, width)
            self._is_scrolled = len(starts) > MOST_LINES
            self._starts = (0,) if self._is_scrolled else starts
            if self._starts != before:
                self.refresh()  # a new width was drawn before it was told
            if len(self._starts) > self._line_count:
                self._fit()
            elif self._wanted_height() != self._line_count:
                self.set_timer(GROWS_AFTER, self._fit)

    def _wanted_height(self) -> int:
        """The lines that the field takes.

        A hint keeps its lines while somebody types, so that nothing below it moves at the first letter.
        """
        width, lines = self.content_size.width - 1, len(self._starts)
        is_full = cell_len(plain(self.value)[self._starts[-1] :]) > width - ROOM
        needs_room = is_full and lines < MOST_LINES and self.value != self._at_first
        return max(lines + needs_room, len(line_starts(str(self.placeholder), width)))

    def _fit(self) -> None:
        self._line_count = self.styles.height = self._wanted_height()

    def validate_virtual_size(self, size: Size) -> Size:
        """Scroll a text only when it is not broken; Textual would lay out the whole screen anew at each letter."""
        return size if self._is_scrolled else Size(self.size.width, size.height)

    @property
    def scrollable_content_region(self) -> Region:
        """Where the text is; all of it, while it is drawn to be broken."""
        region = super().scrollable_content_region
        return Region(*region.offset, self.content_width, 1) if self._is_drawing_whole else region

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor stands."""
        if len(self._starts) == 1:
            before = self.value[: self.cursor_position]
            return super().cursor_screen_offset + Offset(cell_len(plain(before)) - cell_len(before), 0)
        line = sum(start <= self.cursor_position for start in self._starts) - 1
        cells = cell_len(plain(self.value[self._starts[line] : self.cursor_position]))
        return self.content_region.offset + Offset(cells, line)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines of the broken text, which itself is drawn once for all of them."""
        self._whole = None
        return super().render_lines(crop)

    def _draw_whole(self) -> Strip:
        self._is_drawing_whole = True
        try:
            return super().render_line(0)
        finally:
            self._is_drawing_whole = False

    def render_line(self, y: int) -> Strip:
        """Draw a line of the broken text."""
        if len(self._starts) == 1 or y >= len(self._starts):
            return super().render_line(y)
        whole = self._whole = self._whole or self._draw_whole()
        text = plain(self.value) or str(self.placeholder)
        begin, end = [*pairwise((*self._starts, None))][y]
        cells = [cell_len(text[:place]) if place is not None else None for place in (begin, end)]
        width = self.content_size.width
        return whole.crop(cells[0] or 0, cells[1]).crop(0, width).extend_cell_length(width, self.rich_style)


def line_starts(text: str, width: int) -> tuple[int, ...]:
    """Return where each line begins when a text is broken between words, or in words that are longer than a line."""
    starts = [0]
    for word in re.finditer(r"\S+", text):
        if word.start() > starts[-1] and cell_len(text[starts[-1] : word.end()]) > width:
            starts.append(word.start())
        while cell_len(text[starts[-1] : word.end()]) > width:
            starts.append(starts[-1] + max(len(chop_cells(text[starts[-1] : word.end()], width)[0]), 1))
    if cell_len(text[starts[-1] :]) > width:  # spaces at the end: the cursor stands in a line of its own
        starts.append(len(text))
    return tuple(starts)
