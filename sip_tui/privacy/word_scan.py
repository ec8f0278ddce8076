"""Every word of a text and where it stands, in one pass; the last texts are remembered as they were split.

A word is a row of letters. Most texts are written in the letters of Latin-1, where a letter is one byte, and splitting
bytes is five times as fast as a pattern for letters; the places are counted from the lengths of the pieces.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, compress

_WORD = re.compile(r"[^\W\d_]+")
_OTHER_LETTER = re.compile("[^\x00-\xff\u2000-\u206f\u20ac\u2190-\u21ff\u2500-\u2775\u2794-\u27ff]")
"""What may be a letter beyond Latin-1; the dashes, quotes, bullets, arrows and boxes of word processors are none."""
_ONLY_LETTERS = bytes(at if _WORD.fullmatch(chr(at)) else ord(" ") for at in range(256))

Cue = tuple[int, int, int]
"""A word that some finder looks at: where it begins and ends (half-open), and its cue families as bits."""


class WordScan:
    """The words of a text that somebody asks about.

    Args:
        text: The text.
        look_up: Gives the cue families of a word as bits, or whether it is wanted; zero for an empty string.

    Attributes:
        cues: Every word that is asked about, ascending.
    """

    def __init__(self, text: str, look_up: Callable[[str], int]) -> None:
        words, ends = _split(text)
        if words is None:
            self.cues = [(*word.span(), bits) for word in _WORD.finditer(text) if (bits := look_up(word[0]))]
        else:
            found = [*map(look_up, words)]
            self.cues = [(ends[at] + at, ends[at + 1] + at, found[at]) for at in compress(range(len(words)), found)]
        self._starts = [cue[0] for cue in self.cues]

    def cues_within(self, start: int, end: int) -> list[Cue]:
        """The cues of a part of the text, counted from where it begins."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [(begin - start, stop - start, bits) for begin, stop, bits in self.cues[first:last]]


@lru_cache(maxsize=2)
def _split(text: str) -> tuple[list[str] | None, list[int]]:
    """The words, and the letters in all words before each: a text is looked through for its names again."""
    words = words_of(text)
    return words, [0, *accumulate(map(len, words or ()))]


def words_of(text: str) -> list[str] | None:
    """The words with an empty string for every further sign between them; None where they must be looked for."""
    try:
        letters = text.encode("latin-1")
    except UnicodeEncodeError:
        if _OTHER_LETTER.search(text):
            return None
        letters = text.encode("latin-1", "replace")
    return letters.translate(_ONLY_LETTERS).decode("latin-1").split(" ")
