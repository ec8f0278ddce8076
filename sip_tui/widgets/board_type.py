"""In what size the board is written: ordinary letters, or large ones for a room; what is laid out is the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from sip_tui.widgets.large_type import drawn, drawn_lines, is_drawn
from sip_tui.widgets.plain import plain
from sip_tui.widgets.wrapped import wrapped

Lines = tuple[Content, ...]
MARK = "›"


@dataclass(frozen=True, slots=True)
class Face:
    """A size of letters."""

    broken: Callable[[str, int], list[str]]
    """Breaks a text into lines that fit in so many cells."""
    drawn: Callable[[str], tuple[str, ...]]
    """Draws one of those lines."""
    indent: int
    """Cells that stand before the text of an item."""

    def text(self, text: str, width: int, style: str = "") -> Lines:
        """A text on its own, in lines of at most ``width`` cells."""
        lines = (row for line in self.broken(text, width) for row in self.drawn(line))
        return tuple(Content.styled(row.rstrip(), style) for row in lines)

    def item(self, text: str, below: str, width: int) -> Lines:
        """A text after a mark, and under it, set in, what belongs to it."""
        room, space = width - self.indent, " " * self.indent
        lines = self.broken(text, room)
        first = [f"{space}{row}".rstrip() for line in lines for row in self.drawn(line)]
        if lines:
            # The mark stands at the middle of a large letter.
            at = len(self.drawn(lines[0])) // 2
            first[at] = f"{MARK:>{self.indent - 1}} {first[at][self.indent :]}"
        strength = "bold" if below else ""
        under = [Content(f"{space}{one.plain}") for one in self.text(below, room)]
        return (*(Content.styled(one, strength) for one in first), *under)


def spaced(text: str) -> str:
    """Set a short heading wide, so that it reads from afar."""
    return " ".join(text.upper())


def _large_lines(text: str, width: int) -> list[str]:
    """Break a text; one in a script that has no large letters stands in ordinary ones."""
    return drawn_lines(text, width) if is_drawn(text) else wrapped(text, width)


def _large(line: str) -> tuple[str, ...]:
    return drawn(line) if is_drawn(line) else (plain(line),)


ORDINARY = Face(wrapped, lambda line: (line,), 4)
LARGE = Face(_large_lines, _large, 5)
