"""What one row of a wrapped text shows, as a value that can be compared and kept.

Two rows with equal content look the same on the screen, wherever they stand and whenever they were drawn.
These are named tuples, not dataclasses, because forty rows are compared at each key and the class costs less to import.
"""

from collections.abc import Hashable, Sequence
from typing import NamedTuple, TypeAlias

from rich.style import Style

Location: TypeAlias = tuple[int, int]
"""A place in the text: line and column, both from 0."""

Span: TypeAlias = tuple[int, int]
"""Columns from the first up to, not including, the second."""


class StyleRange(NamedTuple):
    """A style on some columns, beyond what every text has."""

    start: int
    end: int
    style: Style
    """What is added to the style that is there."""


class LineStyle(NamedTuple):
    """How a line is drawn beyond what every text has; the same for the same text at one moment."""

    ranges: tuple[StyleRange, ...] = ()
    """Styled columns of the line."""
    sign: str = ""
    """One cell in the right margin, beside the line's first row; empty for none."""


PLAIN = LineStyle()
"""How nearly every line is drawn."""


class ScreenRow(NamedTuple):
    """Everything that decides how a row of text is drawn."""

    look: Hashable
    """Styles and widths, the same for all rows of a page."""
    text: str
    """The characters of this row, tabs not expanded."""
    tabs: tuple[int, ...]
    """Widths of the tabs in this row, in cells; empty when the line is not wrapped and they follow from the text."""
    cursor_line: bool
    """True on all rows of the line that the cursor is on."""
    selected: Span | None
    """The selected columns, counted from the start of the row; (0, 0) marks an empty selected line."""
    cursor: int | None
    """The column of the drawn cursor, counted from the start of the row."""
    brackets: tuple[int, ...]
    """The columns of matching brackets, counted from the start of the row."""
    style: LineStyle
    """What is added to it, its columns counted from the start of the row."""


class RowPart(NamedTuple):
    """One line's share of one row."""

    line: int
    text: str
    start: int
    """The first column that is on this row."""
    end: int
    tabs: tuple[int, ...]

    def column(self, place: Location | None) -> int | None:
        """Return the column of a place within this row, or None when it is on another row."""
        if place is None or place[0] != self.line or place[1] < self.start:
            return None
        beyond = self.end if self.end < len(self.text) else len(self.text) + 1
        return place[1] - self.start if place[1] < beyond else None

    def style_share(self, dress: LineStyle) -> LineStyle:
        """Cut this row's share out of how the line is drawn."""
        if dress is PLAIN:
            return PLAIN
        cut = ((max(touch.start, self.start), min(touch.end, self.end), touch.style) for touch in dress.ranges)
        touches = tuple(
            StyleRange(start - self.start, end - self.start, style) for start, end, style in cut if start < end
        )
        return LineStyle(touches, "" if self.start else dress.sign)


def part_of(line: int, text: str, section: int, wraps: Sequence[int], tabs: Sequence[int]) -> RowPart:
    """Cut one section out of a line.

    Args:
        line: Index of the line.
        text: The whole line.
        section: Which section of the wrapped line, from 0.
        wraps: The columns where the line is broken, ascending.
        tabs: The widths of all tabs of the line, in cells.
    """
    start = wraps[section - 1] if section else 0
    end = wraps[section] if section < len(wraps) else len(text)
    if not wraps or "\t" not in text:
        return RowPart(line, text, start, end, ())
    before = text.count("\t", 0, start)
    return RowPart(line, text, start, end, tuple(tabs[before : before + text.count("\t", start, end)]))


class EditorPage(NamedTuple):
    """What all rows of the widget have in common at one moment."""

    look: Hashable
    top: Location
    """Where the selection begins."""
    bottom: Location
    """Where the selection ends; equal to `top` when nothing is selected."""
    cursor: Location
    """Where the cursor is."""
    drawn_cursor: Location | None
    """Where the cursor is drawn, None while it is hidden."""
    brackets: tuple[Location, ...]
    """Where matching brackets are marked."""

    def row(self, part: RowPart, dress: LineStyle = PLAIN) -> ScreenRow:
        """Describe the row which shows a part of a line that is drawn like this."""
        marks = (part.column(bracket) for bracket in self.brackets)
        return ScreenRow(
            look=self.look,
            text=part.text[part.start : part.end],
            tabs=part.tabs,
            cursor_line=part.line == self.cursor[0],
            selected=self._selected(part),
            cursor=part.column(self.drawn_cursor),
            brackets=tuple(mark for mark in marks if mark is not None),
            style=part.style_share(dress),
        )

    def _selected(self, part: RowPart) -> Span | None:
        if self.top == self.bottom or not self.top[0] <= part.line <= self.bottom[0]:
            return None
        if not part.text:
            return None if part.line == self.cursor[0] else (0, 0)
        first = self.top[1] if part.line == self.top[0] else 0
        last = self.bottom[1] if part.line == self.bottom[0] else len(part.text)
        span = max(first, part.start) - part.start, min(last, part.end) - part.start
        return span if span[0] < span[1] else None
