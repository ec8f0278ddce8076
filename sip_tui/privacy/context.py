"""Cue words and the surroundings of a number: what tells a case number from a price.

The words are in ``data/sv/identifier_cues.toml``, one table per family. The window before a number is short, ends at
the last mask or long number (those words belong to that one), and in a table includes the heading of the column.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar

from sip_tui.paths import data_path
from sip_tui.privacy.model import Candidate

PARAGRAPH = "\x1e"
"""Stands for the second of two line ends: no finder's pattern reaches across it."""

_WIDTH = 56
_LONG_WORD = 24
_WORD = re.compile(r"[^\W\d_]+")
_NO_DIGIT = re.compile(r"\D+")
_BARRIER = re.compile(rf"[\]0-9{PARAGRAPH}](?:(?<=[\]{PARAGRAPH}])|\d\d)")
_RULE = re.compile(r"^[ \t]{0,3}\|?[ \t]{0,3}:?-{2}[-|: \t]{0,400}$", re.MULTILINE)
_LINKS = ("", "s", "ens", "ets")


@lru_cache(maxsize=8)
def word_tables(name: str) -> Mapping[str, Mapping[str, str]]:
    """The tables of a file under ``data/sv``: each entry with the phrase that justifies it."""
    with data_path("sv", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=64)
def words(table: str, file: str = "identifier_cues") -> frozenset[str]:
    """The plain words of one table."""
    return frozenset(word_tables(file)[table])


class WordSet:
    """The plain words of one table, read at the first question."""

    def __init__(self, table: str, file: str = "identifier_cues") -> None:
        self._table, self._file = table, file

    def __contains__(self, word: str) -> bool:
        return word in words(self._table, self._file)


def digits_of(text: str) -> str:
    """The digits of a written number, without separators."""
    return _NO_DIGIT.sub("", text)


@lru_cache(maxsize=4)
def name_list(name: str) -> frozenset[str]:
    """The words of a list of names under ``data/sv``, one a line."""
    return frozenset(data_path("sv", f"{name}.txt").read_text(encoding="utf-8").split())


def is_given_name(word: str) -> bool:
    """Whether a capitalised word, or its genitive, is a given name in Sweden and no everyday word."""
    names = name_list("given_names")
    return word in names or (word[-1:] == "s" and word[:-1] in names)


class CueFamily:
    """Words that point at one family of identifiers; each family is one bit, so that a set of them is a number.

    Args:
        table: The table of ``identifier_cues.toml`` that holds the words.
        gate: Whether a finder looks at a number only when such a word is near; everyday words are no gates.
    """

    families: ClassVar[list[CueFamily]] = []
    gates: ClassVar[int] = 0

    def __init__(self, table: str, *, gate: bool = True) -> None:
        self.table = table
        self.bit = 1 << len(self.families)
        self.families.append(self)
        if gate:
            CueFamily.gates |= self.bit

    def __contains__(self, word: str) -> bool:
        """Whether ``word`` (lower case) belongs to the family."""
        return bool(bits_of(word) & self.bit)


@lru_cache(maxsize=1)
def _patterns() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Bits by whole word, by ending and by beginning."""
    tables = word_tables("identifier_cues")
    whole, ending, beginning = dict[str, int](), dict[str, int](), dict[str, int]()
    for family in CueFamily.families:
        for entry in tables[family.table]:
            bare = entry.split(" ")[0].strip("*~#")
            forms = beginning if entry.endswith("*") else ending if entry.startswith("*") else whole
            for form in _forms(bare, entry[-1], tables):
                forms[form] = forms.get(form, 0) | family.bit
    return whole, ending, beginning


def _forms(word: str, mark: str, tables: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    if mark == "#":
        yield from (word + link + label for link in _LINKS for label in tables["number_labels"])
    else:
        yield word
    if mark == "~":
        yield from (word + ending for ending in tables["noun_endings"])


GIVEN_NAME, ON_THE_ROLL = 1 << 200, 1 << 201
"""The bits of capitalised words that are given names, and of words that may name somebody of the meeting."""


class BitsByWord(dict[str, int]):
    """The cues of a word as bits; computed once for each spelling, since people use few words."""

    def __missing__(self, word: str) -> int:
        bits = self.look_up(word)
        if len(self) < 100_000:
            self[word] = bits
        return bits

    def look_up(self, word: str) -> int:
        """Compute the bits of a word that has not been seen."""
        whole, ending, beginning = _patterns()
        lower = word.lower()
        bits = whole.get(lower, 0)
        for at in range(len(lower)):
            bits |= ending.get(lower[at:], 0) | beginning.get(lower[: at + 1], 0)
        return bits


class GateBits(BitsByWord):
    """The bits of a word that make a finder look: gates, and given names."""

    def look_up(self, word: str) -> int:
        """Compute the bits of a word that has not been seen."""
        named = word[0].isupper() and is_given_name(word if not word.isupper() else word.title())
        return _BITS[word] & CueFamily.gates | (GIVEN_NAME if named else 0)


_BITS = BitsByWord()
_GATE_BITS = GateBits()


def bits_of(word: str) -> int:
    """The cue families of a word as bits."""
    return _BITS[word]


def forget_words() -> None:
    """Read the word tables again at the next look; for tests that change a table."""
    for cached in (word_tables, words, _patterns):
        cached.cache_clear()
    _BITS.clear()
    _GATE_BITS.clear()


class Context:
    """The surroundings of places in one view; words come back in lower case, the nearest first."""

    def __init__(self, text: str, bits: BitsByWord | None = None) -> None:
        self.text = text
        bits = _GATE_BITS if bits is None else bits
        self._before: dict[int, list[str]] = {}
        self._asked, self._answer = -1, 0
        self._cues = [(*word.span(), found) for word in _WORD.finditer(text) if (found := bits[word[0]])]
        self._cue_starts = [start for start, _end, _bits in self._cues]

    @cached_property
    def bits(self) -> int:
        """The cues anywhere in the text."""
        return _union(self._cues)

    def cues_of(self, families: int) -> list[tuple[int, int, int]]:
        """Where cues of these families stand (start, end, bits), ascending."""
        return [cue for cue in self._cues if cue[2] & families]

    def last_cue(self, families: int, at: int) -> int | None:
        """Where the nearest cue of these families ends, at most a few characters before ``at``."""
        index = bisect_left(self._cue_starts, at) - 1
        if index < 0 or not self._cues[index][2] & families or at - self._cues[index][1] > 30:
            return None
        return self._cues[index][1]

    def bits_around(self, at: int) -> int:
        """The cues that may be near ``at``: a quick superset of what ``near`` looks at."""
        if at != self._asked:
            first = bisect_left(self._cue_starts, at - _WIDTH - _LONG_WORD)
            last = bisect_right(self._cue_starts, at + _WIDTH // 2, first)
            self._asked, self._answer = at, _union(self._cues[first:last]) | self._heading_bits
        return self._answer

    def near(self, cue: CueFamily, at: int, words: int) -> bool:
        """Whether one of the last ``words`` words before ``at`` is a cue of the family."""
        bit = cue.bit
        return any(_BITS[word] & bit for word in self.before(at)[:words])

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
        return found + self._heading(at) if self._tables else found

    @cached_property
    def _tables(self) -> list[tuple[int, list[list[str]]]]:
        """For each table: where its body begins, and the words of each column's heading."""
        if "|" not in self.text:
            return []
        return [(rule.end(), self._headings(rule.start())) for rule in _RULE.finditer(self.text)]

    @cached_property
    def _heading_bits(self) -> int:
        heads = [word for _at, headings in self._tables for words in headings for word in words]
        return _union([(0, 0, _BITS[word]) for word in heads])

    def _headings(self, end: int) -> list[list[str]]:
        line = self.text[self.text.rfind("\n", 0, max(0, end - 1)) + 1 : end]
        return [_WORD.findall(cell.lower()) for cell in line.strip().strip("|").split("|")]

    def _heading(self, at: int) -> list[str]:
        index = bisect_right(self._tables, at, key=lambda table: table[0]) - 1
        row = self.text[self.text.rfind("\n", 0, at) + 1 : at].lstrip()
        if index < 0 or "|" not in row or PARAGRAPH in self.text[self._tables[index][0] : at]:
            return []
        headings = self._tables[index][1]
        column = row.removeprefix("|").count("|")
        return headings[column] if column < len(headings) else []


def _union(cues: list[tuple[int, int, int]]) -> int:
    total = 0
    for _start, _end, bits in cues:
        total |= bits
    return total


CAPITALS = re.compile(r"(?<![^\W_])[A-ZÅÄÖ]{1,5}[ .:-]?$")
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
        if letters and not bits_of(letters[0].strip(" .:-")) & self.cue.bit:
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
            bits = bits_of(word) & self.bits
            for rule in self.rules if bits else ():
                if bits & rule.cue.bit and distance < rule.near and (hit := rule.match(context, start)):
                    return hit
        return None
