"""In what size the board is written: ordinary letters, or large ones for a room; what is laid out is the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, repeat

from textual.content import Content

from sip_tui.screens.board.large_type import LINES, drawn, drawn_lines, is_drawn
from sip_tui.widgets.text_layout import wrapped

LargeLines = tuple[Content, ...]
Glyphs = list[tuple[str, ...]]
"""The lines of a text, each with the rows that it is drawn on."""
MARK = "›"


@dataclass(frozen=True, slots=True)
class TypeFace:
    """A size of letters."""

    broken: Callable[[str, int], Glyphs]
    """Breaks a text into lines that fit in so many cells, and draws them."""
    indent: int
    """Cells that stand before the text of an item."""
    high: int
    """Lines of a letter."""

    def text(self, text: str, width: int, style: str = "") -> LargeLines:
        """A text on its own, in lines of at most ``width`` cells."""
        rows = chain.from_iterable(self.broken(text, width))
        return tuple(Content.styled(row.rstrip(), style) for row in rows)

    def item(self, text: str, below: str, width: int) -> LargeLines:
        """A text after a mark, and under it, set in, what belongs to it."""
        room, space = width - self.indent, " " * self.indent
        lines = self.broken(text, room)
        marks = chain(self._mark(len(lines[0]) if lines else 0), repeat(space))
        first = (f"{mark}{row}".rstrip() for mark, row in zip(marks, chain.from_iterable(lines), strict=False))
        strength = "bold" if below else ""
        under = (Content(f"{space}{one.plain}") for one in self.text(below, room))
        return (*(Content.styled(one, strength) for one in first), *under)

    def _mark(self, high: int) -> list[str]:
        """What stands before a line that is so many rows high: a mark of that size."""
        mark = self.broken(MARK, self.indent)[0]
        return [f"{row:>{self.indent - 1}} " for row in (mark if len(mark) == high else (MARK,)[:high])]


def spaced(text: str) -> str:
    """Set a short heading wide, so that it reads from afar."""
    return " ".join(text.upper())


def _ordinary(text: str, width: int) -> Glyphs:
    return [(line,) for line in wrapped(text, width)]


def _large(text: str, width: int) -> Glyphs:
    """A text in a script that has no large letters stands in ordinary ones."""
    return [drawn(line) for line in drawn_lines(text, width)] if is_drawn(text) else _ordinary(text, width)


ORDINARY = TypeFace(_ordinary, 4, 1)
LARGE = TypeFace(_large, 4, LINES)
