"""The words around a number: what tells a case number from a price.

A window is short, ends at the last mask or long number before it (those words belong to that one), and in a table
begins with the heading of the column. A text is first asked which cues it holds at all, since most hold none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import ClassVar

WIDTH = 56
"""Characters of text that count as "beside" a number."""

_WORD = re.compile(r"[^\W\d_]+")
_SWEDISH_WORD = re.compile("[a-zåäöéü]+")
_FOREIGN = re.compile("[^\x00-\x7fåäöÅÄÖéÉüÜ§”’]")
"""Where there is none of these, letters that can be listed are found in half the time."""

_NO_DIGIT = re.compile(r"\D+")
_BARRIER = re.compile(r"[\]0-9](?:(?<=\])|\d\d)")
_RULE = re.compile(r"^[ \t]{0,3}\|?[ \t]{0,3}:?-{2}[-|: \t]{0,400}$", re.MULTILINE)


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text, so that it reads as one."""
    return frozenset(text.split())


def digits_of(text: str) -> str:
    """The digits of a written number, without what stands between them."""
    return _NO_DIGIT.sub("", text)


class CueFamily:
    """Words that point at one family of identifiers; each cue is one bit, so that a set of them is a number.

    Args:
        words: Whole words in lower case, separated by blanks.
        like: A pattern for whole words, where compounds and inflections are too many to list ("mat-konto-t").
    """

    _all: ClassVar[list[CueFamily]] = []

    def __init__(self, words: str, like: str = "") -> None:
        self.words = frozenset(words.split())
        self._like = re.compile(like) if like else None
        self.bit = 1 << len(self._all)
        self._all.append(self)

    @classmethod
    def bits_of(cls, word: str) -> int:
        """The cues that `word` (lower case) belongs to, as bits."""
        return sum(cue.bit for cue in cls._all if cue.holds(word))

    def holds(self, word: str) -> bool:
        """Whether `word` (lower case) is one of this cue's words."""
        return word in self.words or bool(self._like and self._like.fullmatch(word))


@lru_cache(maxsize=1 << 14)
def bits_of(word: str) -> int:
    """The cues that `word` (lower case) belongs to, as bits; remembered, since people use few words."""
    return CueFamily.bits_of(word)


def _bits_of_any(words: Iterable[str]) -> int:
    return reduce(or_, map(bits_of, words), 0)


class Context:
    """The surroundings of places in one paragraph of a view; words come back in lower case, the nearest first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._word = _WORD if _FOREIGN.search(text) else _SWEDISH_WORD
        self.bits = _bits_of_any(self._word.findall(text.lower()))
        self._before: dict[int, list[str]] = {}

    def near(self, cue: CueFamily, at: int, words: int) -> bool:
        """Whether one of the last `words` words before `at` is the cue."""
        return bool(self.bits & cue.bit and _bits_of_any(self.before(at)[:words]) & cue.bit)

    def before(self, at: int) -> list[str]:
        """The words before `at`, nearest first, then those of the column's heading."""
        known = self._before.get(at)
        if known is None:
            known = self._before[at] = self._look_back(at)
        return known

    def after(self, at: int) -> list[str]:
        """The words right after `at`, nearest first, up to the next mask."""
        return _WORD.findall(self.text[at : at + WIDTH // 2].split("[", 1)[0].lower())

    def _look_back(self, at: int) -> list[str]:
        window = self.text[max(0, at - WIDTH) : at].lower()
        begin = 0
        for barrier in _BARRIER.finditer(window):
            begin = barrier.end()
        words = self._word.findall(window, begin)
        words.reverse()
        return words + self._heading(at) if "|" in self.text else words

    @cached_property
    def _tables(self) -> list[tuple[int, list[list[str]]]]:
        """For each table: where its body begins, and the words of each column's heading."""
        return [(rule.end(), self._headings(rule.start())) for rule in _RULE.finditer(self.text)]

    def _headings(self, end: int) -> list[list[str]]:
        line = self.text[self.text.rfind("\n", 0, max(0, end - 1)) + 1 : end]
        return [_WORD.findall(cell.lower()) for cell in line.strip().strip("|").split("|")]

    def _heading(self, at: int) -> list[str]:
        index = bisect_right(self._tables, at, key=lambda table: table[0]) - 1
        row = self.text[self.text.rfind("\n", 0, at) + 1 : at].lstrip()
        if index < 0 or "|" not in row:
            return []
        headings = self._tables[index][1]
        column = row.removeprefix("|").count("|")
        return headings[column] if column < len(headings) else []
