"""Letters four lines high, drawn with quarters of a cell, for a board that is read from the other end of a room.

Small letters and capitals, since a word is known by its outline, and one in capitals has none. A capital is six points
high, a small letter four; one point hangs below the line, and the last of the eight is always empty, so that nothing
touches the line below. At 120×40 on an ordinary 24-inch screen a small letter is about 15 mm high: 13 minutes of arc
from four metres, two and a half times what somebody with ordinary sight can just make out.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from sip_tui.widgets.safe_text import plain

LINES = 4
"""How high a letter is, in lines."""
_HIGH = 2 * LINES
"""The same in points."""
_RISES = 6
"""Points from the line that letters stand on to the top of a capital."""
_SMALL = 4
"""Points of a small letter; there is room for a mark over it."""
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""One cell for every choice of its four quarters: upper left 1, upper right 2, lower left 4, lower right 8."""
_CELLS = {tuple(".#"[n >> quarter & 1] for quarter in range(4)): cell for n, cell in enumerate(_QUARTERS)}
"""The points of those quarters → the cell."""
_SHAPES = {
    "A": ".##./#..#/#..#/####/#..#/#..#",
    "B": "###./#..#/###./#..#/#..#/###.",
    "C": ".###/#.../#.../#.../#.../.###",
    "D": "###./#..#/#..#/#..#/#..#/###.",
    "E": "####/#.../###./#.../#.../####",
    "F": "####/#.../###./#.../#.../#...",
    "G": ".###/#.../#.##/#..#/#..#/.###",
    "H": "#..#/#..#/####/#..#/#..#/#..#",
    "I": "###/.#./.#./.#./.#./###",
    "J": "..##/...#/...#/...#/#..#/.##.",
    "K": "#..#/#..#/#.#./##../#.#./#..#",
    "L": "#.../#.../#.../#.../#.../####",
    "M": "#...#/##.##/#.#.#/#.#.#/#...#/#...#",
    "N": "#..#/##.#/##.#/#.##/#.##/#..#",
    "O": ".##./#..#/#..#/#..#/#..#/.##.",
    "P": "###./#..#/#..#/###./#.../#...",
    "Q": ".##./#..#/#..#/#..#/#.#./.#.#",
    "R": "###./#..#/#..#/###./#.#./#..#",
    "S": ".###/#.../.##./...#/...#/###.",
    "T": "#####/..#../..#../..#../..#../..#..",
    "U": "#..#/#..#/#..#/#..#/#..#/.##.",
    "V": "#...#/#...#/#...#/.#.#./.#.#./..#..",
    "W": "#...#/#...#/#.#.#/#.#.#/##.##/#...#",
    "X": "#...#/.#.#./..#../..#../.#.#./#...#",
    "Y": "#...#/#...#/.#.#./..#../..#../..#..",
    "Z": "####/...#/..#./.#../#.../####",
    "Å": ".##./..../.##./#..#/####/#..#",
    "Ä": "#..#/..../.##./#..#/####/#..#",
    "Ö": "#...#/...../.###./#...#/#...#/.###.",
    "É": "..#./..../####/##../#.../####",
    "Ü": "#..#/..../#..#/#..#/#..#/.##.",
    "a": ".###/#..#/#.##/.#.#",
    "b": "#.../#.../###./#..#/#..#/###.",
    "c": ".###/#.../#.../.###",
    "d": "...#/...#/.###/#..#/#..#/.###",
    "e": ".##./#.##/##../.###",
    "f": ".##/.#./###/.#./.#./.#.",
    "g": ".###/#..#/.###/...#|###.",
    "h": "#.../#.../###./#..#/#..#/#..#",
    "i": "#/./#/#/#/#",
    "ı": "#/#/#/#",
    "j": ".#/../.#/.#/.#/.#|#.",
    "k": "#.../#.../#..#/###./#.#./#..#",
    "l": "#./#./#./#./#./.#",
    "m": "####./#.#.#/#.#.#/#.#.#",
    "n": "###./#..#/#..#/#..#",
    "o": ".##./#..#/#..#/.##.",
    "p": "###./#..#/#..#/###.|#...",
    "q": ".###/#..#/#..#/.###|...#",
    "r": "#.#/##./#../#..",
    "s": ".###/##../..##/###.",
    "t": ".#./###/.#./.#./..#",
    "u": "#..#/#..#/#..#/.###",
    "v": "#...#/#...#/.#.#./..#..",
    "w": "#...#/#.#.#/#.#.#/.#.#.",
    "x": "#..#/.##./.##./#..#",
    "y": "#..#/#..#/.###/...#|.##.",
    "z": "####/..#./.#../####",
    "0": ".##./#..#/#..#/#..#/#..#/.##.",
    "1": ".#./##./.#./.#./.#./###",
    "2": ".##./#..#/...#/.##./#.../####",
    "3": "###./...#/.##./...#/...#/###.",
    "4": "#..#/#..#/#..#/####/...#/...#",
    "5": "####/#.../###./...#/...#/###.",
    "6": ".##./#.../###./#..#/#..#/.##.",
    "7": "####/...#/..#./..#./.#../.#..",
    "8": ".##./#..#/.##./#..#/#..#/.##.",
    "9": ".##./#..#/#..#/.###/...#/.##.",
    " ": "...",
    ".": "#",
    ",": ".#|#.",
    ":": "#/././#",
    ";": ".#/../../.#|#.",
    "-": "###/.../...",
    "–": "####/..../....",
    "?": "###./...#/.##./.#../..../.#..",
    "!": "#/#/#/#/./#",
    "(": ".#/#./#./#./#./.#",
    ")": "#./.#/.#/.#/.#/#.",
    "[": "##/#./#./#./#./##",
    "]": "##/.#/.#/.#/.#/##",
    "/": "...#/...#/..#./.#../#.../#...",
    "+": ".#./###/.#./...",
    "×": "#.#/.#./#.#/...",
    "·": "#/./.",
    "'": "#/#/./././.",
    '"': "#.#/#.#/.../.../.../...",
    "%": "#...#/...#./..#../..#../.#.../#...#",
    "=": "###/.../###/...",
    "&": ".#../#.#./.#../#.##/#.#./.#.#",
    "…": "#.#.#",
    "›": "#../.#./..#/.#./#..",
}
"""The rows of points, from above, that stand on the line; after an upright stroke the one below it."""
_OVER = {"\u0308": "#..#", "\u030a": ".##.", "\u0301": "..#.", "\u0300": ".#..", "\u0302": ".##.", "\u030c": "#..#"}
"""A mark over a small letter, as Unicode has it → its points."""
_LIKE = {
    **dict.fromkeys("’‘´`", "'"),
    **dict.fromkeys("”“„«»", '"'),
    "—": "–",
    "‑": "-",
    "•": "·",
    "Æ": "Ä",
    "Ø": "Ö",
    "Œ": "Ö",
    "ẞ": "S",
    "Ł": "L",
    "Đ": "D",
    "Ð": "D",
    "æ": "ä",
    "ø": "ö",
    "œ": "ö",
    "ł": "l",
    "đ": "d",
    "ð": "d",
}
"""What is near enough → the letter whose shape it gets."""


def is_drawn(text: str) -> bool:
    """True when there is a shape for everything in a text; other scripts have to stand in ordinary letters."""
    return all(_shape(one) for one in _letters(text))


def width_of(text: str) -> int:
    """How many cells a text takes in large letters."""
    points = [len(shape[0]) for one in _letters(text) if (shape := _shape(one))]
    return (sum(points) + len(points)) // 2


def drawn(text: str) -> tuple[str, ...]:
    """Draw a text on ``LINES`` lines; what has no shape is left out."""
    shapes = [_shape(one) for one in _letters(text) if _shape(one)]
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
    return "".join(map(_CELLS.__getitem__, points))


def _letters(text: str) -> str:
    return unicodedata.normalize("NFC", plain(text)).replace("ß", "ss")


@cache
def _shape(one: str) -> tuple[str, ...]:
    """The rows of a letter, from above; empty when it is unknown."""
    alike = _LIKE.get(one, one)
    known = _SHAPES.get(alike) or _with_mark(alike)
    if not known:
        return ()
    standing, _, hanging = known.partition("|")
    rows = standing.split("/")
    empty = "." * len(rows[0])
    return (*(empty,) * (_RISES - len(rows)), *rows, hanging or empty, *(empty,) * (_HIGH - _RISES - 1))


def _with_mark(one: str) -> str:
    """A small letter under its mark; a mark that has no points, or no room, is left out."""
    apart = unicodedata.normalize("NFD", one)
    letter, mark = apart[:1], apart[1:2]
    rows = _SHAPES.get("ı" if letter == "i" else letter, "")
    over = _OVER.get(mark, "")
    if not over or rows.count("/") + 1 != _SMALL:
        return _SHAPES.get(letter, "")
    wide = len(rows.split("/")[0])
    points = "#" if wide == 1 else over[:wide].ljust(wide, ".")
    return f"{points}/{'.' * wide}/{rows}"
