"""Where a word stands in a text: no matter which case, but with its accents.

"a" is not found in "å", however the å is written: as one character or as an a with a ring. Upper and lower case are
those of the Unicode Standard (section 3.13, default case folding), where "ß" and "SS" are alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, is_normalized, normalize


class SearchMatch(NamedTuple):
    """One place where the word stands."""

    line: int
    """Index of the line."""
    start: int
    """The first column."""
    end: int
    """The column after the last one."""


def matches(lines: Sequence[str], word: str) -> tuple[SearchMatch, ...]:
    """Find a word in all lines, from the top; nothing is found twice, and the empty word nowhere."""
    sought = _folded(word)
    if not sought:
        return ()
    return tuple(SearchMatch(number, *span) for number, line in enumerate(lines) for span in _spans(line, sought))


def _spans(line: str, sought: str) -> Iterator[tuple[int, int]]:
    folded = line.casefold()
    if len(folded) == len(line) and is_normalized("NFC", line):
        # Nearly every line: each character is folded to one, so the places are those in the line.
        yield from _whole(line, folded, range(len(line) + 1), sought)
    else:
        starts = _starts(line)
        letters = [_folded(line[start:end]) for start, end in pairwise(starts)]
        places = [start for start, letter in zip(starts, letters, strict=False) for _ in letter]
        yield from _whole(line, "".join(letters), [*places, len(line)], sought)


def _whole(line: str, folded: str, places: Sequence[int], sought: str) -> Iterator[tuple[int, int]]:
    """The matches that neither begin nor end within a letter; ``places`` says where each folded character stands."""
    at = folded.find(sought)
    while at >= 0:
        start, end = places[at], places[at + len(sought)]
        begun = at > 0 and places[at - 1] == start
        cut = places[at + len(sought) - 1] == end or (end < len(line) and combining(line[end]))
        if not begun and not cut:
            yield start, end
        at = folded.find(sought, at + (1 if begun or cut else len(sought)))


def _starts(line: str) -> list[int]:
    """Where each letter starts, accents counted to it, and last where the line ends."""
    return [at for at, one in enumerate(line) if at == 0 or not combining(one)] + [len(line)]


def _folded(text: str) -> str:
    return normalize("NFC", normalize("NFC", text).casefold())
