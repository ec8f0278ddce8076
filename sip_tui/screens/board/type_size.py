"""The sizes in which the board is written: ordinary letters, or large ones, four lines high, for a room.

The large letters are drawn with quarters of a cell. A word is known by its outline, so there are small letters as well
as capitals; the last of the eight rows of points is always empty, so that nothing touches the line below. At 120×40 on
an ordinary 24-inch screen a small letter is about 15 mm high: 13 minutes of arc from four metres, two and a half times
what somebody with ordinary sight can just make out. No font of pyfiglet does as well: smblock, the nearest, is a tenth
wider, has no “ ” · › ×, and its letters touch those of the next line.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat

from textual.content import Content

from sip_tui.paths import data_path
from sip_tui.widgets.safe_text import plain
from sip_tui.widgets.text_layout import wrap_text

LargeLines = tuple[Content, ...]
Glyphs = list[tuple[str, ...]]
"""The lines of a text, each as the rows that it is drawn on."""
MARK = "›"

LINES = 4
"""Lines of a large letter."""
_POINTS = 2 * LINES
"""Rows of points of a large letter."""
_CAPITAL_POINTS = 6
"""Points from the line that letters stand on to the top of a capital."""
_SMALL_POINTS = 4
"""Points of a small letter; there is room for a mark over it."""
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""One cell for every choice of its four quarters: upper left 1, upper right 2, lower left 4, lower right 8."""
_CELLS = {tuple(".#"[n >> quarter & 1] for quarter in range(4)): cell for n, cell in enumerate(_QUARTERS)}
"""The points of those quarters → the cell."""


@dataclass(frozen=True, slots=True)
class TypeFace:
    """A size of letters and how to lay out text in it."""

    break_lines: Callable[[str, int], Glyphs]
    """Text and cells → its lines, drawn."""
    indent: int
    """Cells that stand before the text of an item."""
    line_height: int
    """Lines of a letter."""

    def text(self, text: str, width: int, style: str = "") -> LargeLines:
        """Return a text in lines of at most ``width`` cells."""
        rows = chain.from_iterable(self.break_lines(text, width))
        return tuple(Content.styled(row.rstrip(), style) for row in rows)

    def item(self, text: str, below: str, width: int) -> LargeLines:
        """Return a text after a mark, and indented below it what belongs to it."""
        room, space = width - self.indent, " " * self.indent
        lines = self.break_lines(text, room)
        marks = chain(self._mark(len(lines[0]) if lines else 0), repeat(space))
        first = (f"{mark}{row}".rstrip() for mark, row in zip(marks, chain.from_iterable(lines), strict=False))
        strength = "bold" if below else ""
        under = (Content(f"{space}{line.plain}") for line in self.text(below, room))
        return (*(Content.styled(row, strength) for row in first), *under)

    def _mark(self, high: int) -> list[str]:
        mark = self.break_lines(MARK, self.indent)[0]
        return [f"{row:>{self.indent - 1}} " for row in (mark if len(mark) == high else (MARK,)[:high])]


def letter_spaced(text: str) -> str:
    """Return a heading with letter spacing, to be read from afar."""
    return " ".join(text.upper())


def _ordinary(text: str, width: int) -> Glyphs:
    return [(line,) for line in wrap_text(text, width)]


def _large(text: str, width: int) -> Glyphs:
    return [draw(line) for line in wrap_large(text, width)] if is_drawable(text) else _ordinary(text, width)


ORDINARY = TypeFace(_ordinary, 4, 1)
LARGE = TypeFace(_large, 4, LINES)
PLAIN = TypeFace(lambda text, _width: [(plain(text),)], 2, 1)
"""One line for each text, for a page that breaks its own lines."""


def is_drawable(text: str) -> bool:
    """Return whether there is a shape for everything in a text; other scripts have to stand in ordinary letters."""
    return all(map(_shape, _characters(text)))


def large_width(text: str) -> int:
    """Return the cells that a text takes in large letters."""
    points = [len(shape[0]) for letter in _characters(text) if (shape := _shape(letter))]
    return (sum(points) + len(points)) // 2


def draw(text: str) -> tuple[str, ...]:
    """Draw a text on ``LINES`` lines; what has no shape is left out."""
    shapes = [shape for letter in _characters(text) if (shape := _shape(letter))]
    rows = [".".join(shape[y] for shape in shapes) for y in range(_POINTS)]
    return tuple(_cells(rows[y], rows[y + 1]) for y in range(0, _POINTS, 2))


POINT_SIZES = ((4, 2), (3, 2), (2, 1))
"""Cells and lines of a point of a digit, the largest first."""


def enlarged(text: str, width: int, height: int) -> tuple[str, ...]:
    """Draw a text with the largest points for which there is room; the smallest are a cell."""
    shapes = [shape for letter in _characters(text) if (shape := _shape(letter))]
    rows = [".".join(shape[y] for shape in shapes) for y in range(_POINTS - 1)]
    wide = max(map(len, rows))
    fits = (size for size in POINT_SIZES if size[0] * wide <= width and size[1] * len(rows) <= height)
    cells, lines = next(fits, (1, 1))
    drawn = ("".join(("█" if point == "#" else " ") * cells for point in row) for row in rows)
    return tuple(row for row in drawn for _line in range(lines))


def wrap_large(text: str, width: int) -> list[str]:
    """Return the lines of a text that fit, drawn large, in ``width`` cells; a longer word is broken too."""
    lines: list[str] = []
    for word in plain(text).split():
        if lines and large_width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, width)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and large_width(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cells(upper: str, lower: str) -> str:
    """Return two rows of points as one line of cells."""
    upper, lower = upper + "." * (len(upper) % 2), lower + "." * (len(lower) % 2)
    points = zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
    return "".join(map(_CELLS.__getitem__, points))


def _characters(text: str) -> str:
    return unicodedata.normalize("NFC", plain(text)).replace("ß", "ss")


@cache
def _table(file: str) -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(data_path("board", file).read_text(encoding="utf-8"))


def _letters() -> Mapping[str, Mapping[str, str]]:
    """Return the shapes of the letters, the marks over them, and which letters are alike."""
    return _table("letters.toml")


@cache
def _shape(letter: str) -> tuple[str, ...]:
    """Return the rows of points of a letter, from above; none when it is unknown."""
    known = _table("digits.toml")["shapes"].get(letter) or _known(letter)
    if not known:
        return ()
    standing, _, hanging = known.partition("|")
    rows = standing.split("/")
    empty = "." * len(rows[0])
    above, below = _CAPITAL_POINTS - len(rows), _POINTS - _CAPITAL_POINTS - 1
    return (*(empty,) * above, *rows, hanging or empty, *(empty,) * below)


def _known(letter: str) -> str:
    alike = _letters()["alike"].get(letter, letter)
    return _table("digits.toml")["shapes"].get(alike) or _letters()["shapes"].get(alike) or _with_mark(alike)


def _with_mark(letter: str) -> str:
    """Put a small letter under its mark; a mark that has no points, or no room, is left out."""
    shapes, apart = _letters()["shapes"], unicodedata.normalize("NFD", letter)
    base, mark = apart[:1], apart[1:2]
    rows = shapes.get("ı" if base == "i" else base, "")
    over = _letters()["marks"].get(mark, "")
    if not over or rows.count("/") + 1 != _SMALL_POINTS:
        return shapes.get(base, "")
    wide = len(rows.split("/")[0])
    points = "#" if wide == 1 else over[:wide].ljust(wide, ".")
    return f"{points}/{'.' * wide}/{rows}"
