"""The surroundings of a number: what tells a case number from a price.

The cue words are those of ``word_tables``. The window before a number is short, ends at
the last mask or long number (those words belong to that one), and in a table includes the heading of the column.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import accumulate
from operator import or_

from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_scan import Cue
from sip_tui.privacy.word_tables import BITS, CueFamily, WordSet, bits_of

_WIDTH = 56
_LONG_WORD = 24
_WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"[0-9]")
_NO_DIGIT = re.compile(r"\D+")
_BARRIER = re.compile(r"[\]0-9](?:(?<=\])|\d\d)")
_RULE = re.compile(r"^[ \t]{0,3}\|?[ \t]{0,3}:?-{2}[-|: \t]{0,400}$", re.MULTILINE)


def digits_of(text: str) -> str:
    """The digits of a written number, without separators."""
    return _NO_DIGIT.sub("", text)


class Context:
    """The surroundings of places in one view; words come back in lower case, the nearest first."""

    def __init__(self, text: str, cues: list[Cue]) -> None:
        self.text = text
        self._cues = cues
        self._before: dict[int, list[str]] = {}
        self._within: dict[int, list[int]] = {}
        """For a place: the cues of no word before it, of the nearest, of the two nearest, and so on."""
        self._asked, self._answer = -1, 0
        self._starts: list[int] | None = None
        self._word_bits: int | None = None
        self.bits = _union(cues)
        """The cues anywhere in the text."""
        self.has_digit = DIGIT.search(text) is not None
        self._may_have_table = "|" in text

    @property
    def _cue_starts(self) -> list[int]:
        """Where each cue begins; only numbers ask for it."""
        if self._starts is None:
            self._starts = [start for start, _end, _bits in self._cues]
        return self._starts

    def cues_of(self, families: int) -> list[Cue]:
        """Where cues of these families stand (start, end, bits), ascending."""
        return [cue for cue in self._cues if cue[2] & families] if self.bits & families else []

    def last_cue(self, families: int, at: int) -> int | None:
        """Where the nearest cue of these families ends, at most a few characters before ``at``."""
        index = bisect_left(self._cue_starts, at) - 1
        if index < 0 or not self._cues[index][2] & families or at - self._cues[index][1] > 30:
            return None
        return self._cues[index][1]

    def cues_before(self, at: int, within: int) -> Iterator[tuple[int, int]]:
        """The cues before ``at`` (start, bits), the nearest first."""
        for index in range(bisect_left(self._cue_starts, at) - 1, -1, -1):
            start, end, bits = self._cues[index]
            if at - end > within:
                return
            yield start, bits

    def bits_around(self, at: int) -> int:
        """The cues that may be near ``at``: a quick superset of what ``near`` looks at."""
        if at != self._asked:
            self._asked, self._answer = at, self._near_bits(at - _WIDTH - _LONG_WORD, at + _WIDTH // 2)
            if self._may_have_table:
                self._answer |= self._heading_bits
        return self._answer

    def _near_bits(self, first: int, last: int) -> int:
        """The cues that begin at these places or between; in a short text these are all."""
        if first <= 0 and last >= len(self.text):
            return self.bits
        begin = bisect_left(self._cue_starts, first)
        return _union(self._cues[begin : bisect_right(self._cue_starts, last, begin)])

    def near(self, cue: CueFamily, at: int, words: int) -> bool:
        """Whether one of the last ``words`` words before ``at`` is a cue of the family."""
        if not (self.bits_around(at) if cue.is_gate else self._bits_before(at)) & cue.bit:
            return False
        within = self._within.get(at)
        if within is None:
            within = self._within[at] = [0, *accumulate([BITS[word] for word in self.before(at)], or_)]
        return bool(within[min(words, len(within) - 1)] & cue.bit)

    def _bits_before(self, at: int) -> int:
        """The families of the words that may stand before ``at``: a quick look tells that most texts have no such."""
        begin = at - _WIDTH
        if begin > 0 and self.text[begin - 1 : begin + 1].isalnum():
            return -1  # the half of a word may be of any family
        if self._word_bits is None:
            self._word_bits = reduce(or_, map(BITS.__getitem__, _WORD.findall(self.text.lower())), 0)
        return self._word_bits

    def before(self, at: int) -> list[str]:
        """The words before ``at``, nearest first, then those of the column's heading."""
        known = self._before.get(at)
        if known is None:
            known = self._before[at] = self._look_back(at)
        return known

    def after(self, at: int) -> list[str]:
        """The words right after ``at``, nearest first, up to the next mask."""
        return _WORD.findall(self.text[at : at + _WIDTH // 2].split("[", 1)[0].lower())

    def _look_back(self, at: int) -> list[str]:
        window = self.text[max(0, at - _WIDTH) : at].lower()
        begin = 0
        for barrier in _BARRIER.finditer(window):
            begin = barrier.end()
        found = _WORD.findall(window, begin)
        found.reverse()
        return found + self._heading(at) if self._may_have_table and self._tables else found

    @cached_property
    def _tables(self) -> list[tuple[int, list[list[str]]]]:
        """For each table: where its body begins, and the words of each column's heading."""
        return [(rule.end(), self._headings(rule.start())) for rule in _RULE.finditer(self.text)]

    @cached_property
    def _heading_bits(self) -> int:
        heads = [word for _at, headings in self._tables for words in headings for word in words]
        return _union([(0, 0, BITS[word]) for word in heads])

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


def _union(cues: list[Cue]) -> int:
    total = 0
    for _start, _end, bits in cues:
        total |= bits
    return total


_STANDARDS = WordSet("standards")
CAPITALS = re.compile(r"(?<![^\W_])[A-ZÅÄÖ]{1,5}[ \n.:/-]?\Z")
"""Letters that belong to the number after them."""


@dataclass(frozen=True, slots=True, eq=False)
class KeywordRule:
    """One family of numbers: when a word of ``cue`` is among the ``near`` nearest words, ``shape`` is an identifier.

    Attributes:
        kind: The kind of the finding.
        cue: The words.
        near: How many words back are looked at.
        shape: Matched at the first digit.
        why: One Swedish sentence for the user.
        unless: What stands there instead when it is no identifier, most often a day.
        prefix: Whether capital letters right before the number belong to it ("SN 2024/118").
    """

    kind: str
    cue: CueFamily
    near: int
    shape: re.Pattern[str]
    why: str
    unless: re.Pattern[str] | None = None
    prefix: bool = False

    def match(self, context: Context, start: int) -> Candidate | None:
        """The identifier that begins with the digit at ``start``, if the shape is there."""
        found = self.shape.match(context.text, start)
        if found is None or (self.unless and self.unless.match(context.text, start)):
            return None
        letters = CAPITALS.search(context.text[max(0, start - 7) : start]) if self.prefix else None
        if letters and letters[0].strip(" \n.:/-").lower() in _STANDARDS:
            return None
        if letters and not bits_of(letters[0].strip(" .:/-")) & self.cue.bit:
            start -= len(letters[0])
        return Candidate(start, found.end(), self.kind, "high", self.why)


class KeywordFinder:
    """Rules asked together; ``bits`` tells which places need not be asked about."""

    def __init__(self, *rules: KeywordRule) -> None:
        self.rules = rules
        self.bits = sum({rule.cue.bit for rule in rules})

    def find(self, context: Context, start: int) -> Candidate | None:
        """The nearest cue word's first rule whose shape fits the number at ``start``."""
        for distance, word in enumerate(context.before(start)):
            bits = BITS[word] & self.bits
            for rule in self.rules if bits else ():
                if bits & rule.cue.bit and distance < rule.near and (hit := rule.match(context, start)):
                    return hit
        return None
