"""Letters three lines high, drawn with quarters of a cell, for a board that is read from the other end of a room.

At 120×40 on an ordinary 24-inch screen a capital is about 19 mm high: 16 minutes of arc from four metres, twice what
somebody with ordinary sight can just make out. About forty letters stand on a line of 104 cells.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from sip_tui.widgets.plain import plain

LINES = 3
"""How high a letter is, in lines; six points, of which the upper one is for what stands over a letter."""
_HIGH = 2 * LINES
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""One cell for every choice of its four quarters: upper left 1, upper right 2, lower left 4, lower right 8."""
_SHAPES = {
    "A": ".##./#..#/####/#..#/#..#",
    "B": "###./#..#/###./#..#/###.",
    "C": ".###/#.../#.../#.../.###",
    "D": "###./#..#/#..#/#..#/###.",
    "E": "####/#.../###./#.../####",
    "F": "####/#.../###./#.../#...",
    "G": ".###/#.../#.##/#..#/.###",
    "H": "#..#/#..#/####/#..#/#..#",
    "I": "#/#/#/#/#",
    "J": "..##/...#/...#/#..#/.##.",
    "K": "#..#/#.#./##../#.#./#..#",
    "L": "#.../#.../#.../#.../####",
    "M": "#...#/##.##/#.#.#/#...#/#...#",
    "N": "#..#/##.#/#.##/#..#/#..#",
    "O": ".##./#..#/#..#/#..#/.##.",
    "P": "###./#..#/###./#.../#...",
    "Q": ".##./#..#/#..#/#.#./.#.#",
    "R": "###./#..#/###./#.#./#..#",
    "S": ".###/#.../.##./...#/###.",
    "T": "#####/..#../..#../..#../..#..",
    "U": "#..#/#..#/#..#/#..#/.##.",
    "V": "#...#/#...#/.#.#./.#.#./..#..",
    "W": "#...#/#...#/#.#.#/##.##/#...#",
    "X": "#...#/.#.#./..#../.#.#./#...#",
    "Y": "#...#/.#.#./..#../..#../..#..",
    "Z": "####/...#/.##./#.../####",
    "Å": ".##./..../.##./#..#/####/#..#",
    "Ä": "#..#/..../.##./#..#/####/#..#",
    "Ö": "#..#/..../.##./#..#/#..#/.##.",
    "É": "..#./..../####/###./#.../####",
    "Ü": "#..#/..../#..#/#..#/#..#/.##.",
    "0": ".##./#..#/#..#/#..#/.##.",
    "1": ".#./##./.#./.#./###",
    "2": "###./...#/.##./#.../####",
    "3": "###./...#/.##./...#/###.",
    "4": "#..#/#..#/####/...#/...#",
    "5": "####/#.../###./...#/###.",
    "6": ".##./#.../###./#..#/.##.",
    "7": "####/...#/..#./.#../.#..",
    "8": ".##./#..#/.##./#..#/.##.",
    "9": ".##./#..#/.###/...#/.##.",
    " ": "../../../../..",
    ".": "././././#",
    ",": "../../../.#/#.",
    ":": "./#/./#/.",
    ";": "../.#/../.#/#.",
    "-": ".../.../###/.../...",
    "–": "..../..../####/..../....",
    "?": "###./...#/.##./..../.#..",
    "!": "#/#/#/./#",
    "(": ".#/#./#./#./.#",
    ")": "#./.#/.#/.#/#.",
    "/": "...#/..#./..#./.#../#...",
    "+": ".../.#./###/.#./...",
    "×": ".../#.#/.#./#.#/...",
    "·": "././#/./.",
    "'": "#/#/././.",
    '"': "#.#/#.#/.../.../...",
    "%": "#...#/...#./..#../.#.../#...#",
    "=": ".../###/.../###/...",
    "&": ".#../#.#./.#../#.#./.#.#",
    "…": "...../...../...../...../#.#.#",
    "›": "#../.#./..#/.#./#..",
}
_LIKE = {
    **dict.fromkeys("’‘´`", "'"),
    **dict.fromkeys("”“„«»", '"'),
    "—": "–",
    "Æ": "Ä",
    "Ø": "Ö",
    "Œ": "Ö",
    "ẞ": "S",
    "Ł": "L",
    "Đ": "D",
    "Ð": "D",
}
"""What is near enough → the shape that it gets."""


def is_drawn(text: str) -> bool:
    """True when there is a shape for everything in a text; other scripts have to stand in ordinary letters."""
    return all(_shape(one) for one in _capitals(text))


def width_of(text: str) -> int:
    """How many cells a text takes in large letters."""
    points = [len(shape[0]) for one in _capitals(text) if (shape := _shape(one))]
    return (sum(points) + len(points)) // 2


def drawn(text: str) -> tuple[str, ...]:
    """Draw a text on ``LINES`` lines; what has no shape is left out."""
    shapes = [_shape(one) for one in _capitals(text) if _shape(one)]
    rows = [".".join(shape[y] for shape in shapes) for y in range(_HIGH)]
    return tuple(_line(rows[y], rows[y + 1]) for y in range(0, _HIGH, 2))


def drawn_lines(text: str, width: int) -> list[str]:
    """Break a text into lines that fit, drawn large, in ``width`` cells; a word that is longer is broken too."""
    lines: list[str] = []
    for word in plain(text).split():
        if lines and width_of(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, width)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for one in word:
        if pieces[-1] and width_of(pieces[-1] + one) > width:
            pieces.append("")
        pieces[-1] += one
    return pieces


def _line(upper: str, lower: str) -> str:
    """Two rows of points as one line of cells."""
    upper, lower = upper + "." * (len(upper) % 2), lower + "." * (len(lower) % 2)
    points = zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
    return "".join(_QUARTERS[sum(1 << n for n, one in enumerate(four) if one == "#")] for four in points)


def _capitals(text: str) -> str:
    return unicodedata.normalize("NFC", plain(text).upper())


@cache
def _shape(one: str) -> tuple[str, ...]:
    """The rows of a letter, from above; a mark over it that has no shape of its own is left out. Empty when unknown."""
    known = _SHAPES.get(one) or _SHAPES.get(_LIKE.get(one, "")) or _SHAPES.get(unicodedata.normalize("NFD", one)[:1])
    if known is None:
        return ()
    rows = known.split("/")
    return ("." * len(rows[0]),) * (_HIGH - len(rows)) + tuple(rows)
