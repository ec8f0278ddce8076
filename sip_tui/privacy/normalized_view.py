"""A plain reading of a text, with a way back.

People paste from word processors, web pages and Markdown, so the same number is written in a hundred ways. The
view decodes what a reader would not notice (entities, %XX, full-width and Arabic digits, invisible characters,
odd dashes, emphasis, escapes) so that each finder needs one pattern only. Offsets map back, so that the mask is
cut into the original and every other byte stays.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

_ODD = re.compile(r"[^ !-$'-)+-;=-\[\]^_a-}åäöÅÄÖéÉüÜ§”’]")
"""One look decides whether a text reads as it stands; most do, and cost nothing more."""

_INLINE = "b|i|u|s|em|strong|del|ins|mark|code|span|font|small|sub|sup|wbr"
_TOKEN = re.compile(
    rf"""
    [^\W\d_][\u0300-\u036f]+                                # a letter and its loose accents
  | &(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}});
  | (?:%[0-9A-Fa-f]{{2}}){{1,4}}
  | \\u00[0-9a-fA-F]{{2}}                                   # JSON
  | \\[^\w\s\\] | \\(?=\r?\n)                               # Markdown escape, hard break
  | (?<=[^\W\d_])`s(?![^\W_])                               # a genitive
  | [*`~]{{1,40}}
  | <(?:/?(?:{_INLINE})(?:\s[^<>]{{0,120}})?|/?br\s?/?|/?t[dhr][^<>]{{0,80}})>
  | (?:\r\n?|\n)[ \t]{{0,40}}(?:>[ \t]{{0,3}}){{0,4}}
  | [^\x00-\x7fåäöÅÄÖéÉüÜ§”’]
  | [\x00-\x08\x0b\x0c\x0e-\x1f\x7f]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_APOSTROPHES = str.maketrans(dict.fromkeys("´‘‛ʼʹˈ′", "'"))
"""What people find on a keyboard or paste instead of an apostrophe."""
_TAG = re.compile(rf"<(/?)(?:{_INLINE})[^<>]{{0,120}}>", re.IGNORECASE)
_MARK = re.compile("[*~`_<]")
_MARKS = ("**", "*", "~~", "`", "__", "_")


class NormalizedView(NamedTuple):
    """The plain reading. `text` is what finders see; `original` is what the user wrote.

    Attributes:
        starts: Where each piece of the view begins, ascending; empty when the two texts are equal.
        pieces: For each piece (start, end, plain) in the original; a piece that is not plain stands for all of it.
    """

    original: str
    text: str
    starts: tuple[int, ...] = ()
    pieces: tuple[tuple[int, int, bool], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a half-open span of the view to the original."""
        if not self.starts:
            return start, end
        index = bisect_right(self.starts, start) - 1
        begin, stop, plain = self.pieces[index]
        by = begin - self.starts[index]
        if plain and end + by <= stop:
            return self._whole_marks(start + by, end + by)
        return self._whole_marks(self._at(start)[0], self._at(end - 1)[1])

    def _at(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.starts, offset) - 1
        start, end, plain = self.pieces[index]
        if not plain:
            return start, end
        place = start + offset - self.starts[index]
        return place, place + 1

    def _whole_marks(self, start: int, end: int) -> tuple[int, int]:
        """Take a closing (or opening) emphasis mark or tag along when its partner is inside the span."""
        inside = self.original[start:end]
        if inside.isalpha() or not _MARK.search(inside):
            return start, end
        if "<" in inside:
            return self._whole_tags(start, end, inside)
        for mark in _MARKS:
            if inside.count(mark) % 2:
                if self.original.startswith(mark, end):
                    return start, end + len(mark)
                if self.original.endswith(mark, 0, start):
                    return start - len(mark), end
        return start, end

    def _whole_tags(self, start: int, end: int, inside: str) -> tuple[int, int]:
        tags = _TAG.findall(inside)
        if tags.count("") > tags.count("/") and (closing := _TAG.match(self.original, end)) and closing[1]:
            return start, closing.end()
        before = self.original[max(0, start - 130) : start]
        if tags.count("/") > tags.count("") and before.endswith(">") and "<" in before:
            return start - len(before) + before.rindex("<"), end
        return start, end


@lru_cache(maxsize=64)
def view_of(text: str) -> NormalizedView:
    """The plain reading of `text`; the same string when there is nothing to decode. The last ones are remembered."""
    if not _ODD.search(text):
        return NormalizedView(text, text)
    out: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, bool]] = []
    done = length = 0
    for begin, end, shown in _odd_tokens(text):
        for piece, plain, stop in ((text[done:begin], True, begin), (shown, False, end)):
            if piece:
                starts.append(length)
                pieces.append((done, stop, plain))
                out.append(piece)
                length += len(piece)
            done = stop
    if not done:
        return NormalizedView(text, text)
    starts.append(length)
    pieces.append((done, len(text), True))
    out.append(text[done:])
    return NormalizedView(text, "".join(out), tuple(starts), tuple(pieces))


def _odd_tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each token that does not read as it stands begins and ends, and what a reader sees there."""
    done = 0
    for odd in _ODD.finditer(text):
        begin = odd.start()
        if begin > done and "\u0300" <= odd[0] <= "\u036f":
            begin -= 1
        token = _TOKEN.match(text, begin) if begin >= done else None
        if token is not None and token[0] != "\n":
            done = token.end()
            yield begin, done, _read(token[0])


@lru_cache(maxsize=4096)
def _read(token: str) -> str:
    """What a reader sees in one odd token: usually one character, often nothing."""
    first = token[0]
    if token in ("`s", "`S"):
        return f"'{token[1]}"
    if first in "*`~":
        return "X" * len(token) if len(token) > 3 and first == "*" else ""
    if first in "\r\n":
        return "\n"
    if first == "<":
        return _tag(token)
    if first == "&":
        return normalize(html.unescape(token))
    if first == "%":
        return normalize(unquote(token, errors="replace"))
    if first == "\\":
        return normalize(chr(int(token[2:], 16)) if len(token) == 6 else token[1:])
    return normalize(token)


def _tag(token: str) -> str:
    name = token.strip("</> ").lower()
    if name.startswith("br"):
        return "\n"
    return "|" if name[:2] in ("td", "th", "tr") else ""


def normalize(text: str) -> str:
    """NFKC, invisible characters away, every dash "-", every apostrophe "'", every digit ASCII, every blank a space."""
    return "".join(map(_fold_char, unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))))


def _fold_char(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Cc") and char not in "\n\t":
        return ""
    if category == "Pd" or char in "\u2212\u2043":
        return "-"
    if category == "Nd":
        return str(unicodedata.digit(char))
    return " " if category in ("Zs", "Zl", "Zp") else char
