"""Word tables and name lists under ``data/sv``: which families of cues a word belongs to.

An entry of ``identifier_cues.toml`` may stand for compounds and inflections; the file says how. Each family is one bit,
so that the families of a word are a number, computed once for each spelling.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import ClassVar, NamedTuple, TypeVar

from sip_tui.paths import data_path, name_list

_LINKS = ("", "s", "ens", "ets")
"""What may stand between a word and the word for number after it: "patientens nummer"."""


@lru_cache(maxsize=8)
def word_tables(name: str) -> dict[str, dict[str, str]]:
    """The tables of a file under ``data/sv``: each entry with the phrase that justifies it."""
    with data_path("sv", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


_REMEMBERED = 100_000
"""So many spellings are remembered."""

Result = TypeVar("Result")
_CLEARS: list[Callable[[], None]] = []


def cached_from_tables(function: Callable[..., Result]) -> Callable[..., Result]:
    """Remember what a function derives from the word tables, until ``forget_words``."""
    cached = lru_cache(maxsize=256)(function)
    _CLEARS.append(cached.cache_clear)
    return cached


@cached_from_tables
def words(table: str, file: str = "identifier_cues") -> frozenset[str]:
    """The plain words of one table."""
    return frozenset(word_tables(file)[table])


class WordSet:
    """The plain words of one table, read at the first question."""

    def __init__(self, table: str, file: str = "identifier_cues") -> None:
        self._table, self._file = table, file

    def __contains__(self, word: str) -> bool:
        return word in words(self._table, self._file)


def is_given_name(word: str) -> bool:
    """Whether a capitalised word, or its genitive, is a given name in Sweden and no everyday word."""
    names = name_list("given_names")
    return word in names or (word[-1:] == "s" and word[-2:-1] != "s" and word[:-1] in names)


class CueFamily:
    """Words that point at one family of identifiers; each family is one bit, so that a set of them is a number.

    Args:
        table: The table that holds the words.
        file: The file of the table.
        gate: Whether a finder looks at a number only when such a word is near; everyday words are no gates.
    """

    families: ClassVar[list[CueFamily]] = []
    gates: ClassVar[int] = 0

    def __init__(self, table: str, *, file: str = "identifier_cues", gate: bool = True) -> None:
        self.table, self.file = table, file
        self.bit = 1 << len(self.families)
        self.families.append(self)
        self.is_gate = gate
        if gate:
            CueFamily.gates |= self.bit

    def __contains__(self, word: str) -> bool:
        """Whether ``word`` (lower case) belongs to the family."""
        return bool(bits_of(word) & self.bit)


class _Patterns(NamedTuple):
    """Bits by whole word, by ending and by beginning; and how long these may be, by the two letters they go by."""

    whole: dict[str, int]
    ending: dict[str, int]
    beginning: dict[str, int]
    ending_sizes: dict[str, frozenset[int]]
    beginning_sizes: dict[str, frozenset[int]]


@cached_from_tables
def _patterns() -> _Patterns:
    tables = word_tables("identifier_cues")
    whole, ending, beginning = dict[str, int](), dict[str, int](), dict[str, int]()
    for family in CueFamily.families:
        for entry in word_tables(family.file)[family.table]:
            bare = entry.split(" ")[0].strip("*~#")
            forms = beginning if entry.endswith("*") else ending if entry.startswith("*") else whole
            for form in _forms(bare, entry[-1], tables):
                forms[form] = forms.get(form, 0) | family.bit
    return _Patterns(whole, ending, beginning, _sizes(ending, slice(-2, None)), _sizes(beginning, slice(2)))


def _sizes(forms: Iterable[str], letters: slice) -> dict[str, frozenset[int]]:
    """How long the forms are, by two letters of theirs: nearly every word is told by them to have none."""
    sizes: dict[str, set[int]] = {}
    for form in forms:
        sizes.setdefault(form[letters], set()).add(len(form))
    return {key: frozenset(found) for key, found in sizes.items()}


def _forms(word: str, mark: str, tables: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    if mark == "#":
        yield from (word + link + label for link in _LINKS for label in tables["number_labels"])
    else:
        yield word
    if mark == "~":
        yield from (word + ending for ending in tables["noun_endings"])


GIVEN_NAME, ON_THE_ROLL, SMALL_NAME, SURNAME, INITIAL = 1 << 200, 1 << 201, 1 << 202, 1 << 203, 1 << 204
"""The bits of capitalised words that are given names, of words that may name somebody of the meeting, of words in
small letters that are given names and nothing else, of capitalised words that are only surnames, and of one capital."""
_SURNAME_ENDINGS = ("sson", "qvist", "kvist", "feldt", "ssons")


class BitsByWord(dict[str, int]):
    """The cues of a word as bits; computed once for each spelling, since people use few words."""

    def __missing__(self, word: str) -> int:
        bits = self.look_up(word) if word else 0
        if len(self) < _REMEMBERED:
            self[word] = bits
        return bits

    def look_up(self, word: str) -> int:
        """Compute the bits of a word that has not been seen."""
        known, lower = _patterns(), word.lower()
        bits = known.whole.get(lower, 0)
        for size in known.ending_sizes.get(lower[-2:], ()):
            bits |= known.ending.get(lower[-size:], 0)
        for size in known.beginning_sizes.get(lower[:2], ()):
            bits |= known.beginning.get(lower[:size], 0)
        return bits


class GateBits(BitsByWord):
    """The bits of a word that make a finder look: gates, and given names."""

    def look_up(self, word: str) -> int:
        """Compute the bits of a word that has not been seen."""
        named = word[0].isupper() and is_given_name(word if not word.isupper() else word.title())
        bits = GIVEN_NAME if named else SURNAME if _is_only_surname(word) else 0
        bits |= INITIAL if len(word) == 1 and word.isupper() else 0
        return BITS[word] & CueFamily.gates | bits


def _is_only_surname(word: str) -> bool:
    """Whether a word with one capital, or its genitive, is a common surname or made as most of them are."""
    if not word.istitle():
        return False
    names = name_list("surnames")
    return word in names or word.removesuffix("s") in names or word.endswith(_SURNAME_ENDINGS)


BITS = BitsByWord()
GATE_BITS = GateBits()


def bits_of(word: str) -> int:
    """The cue families of a word as bits."""
    return BITS[word]


def forget_words() -> None:
    """Forget what was derived from the word tables; for tests that change a table."""
    for clear in _CLEARS:
        clear()
    BITS.clear()
    GATE_BITS.clear()
