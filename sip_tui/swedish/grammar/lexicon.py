"""Find listed words in running text in every form: "fast vårdkontakt" in "din fasta vårdkontakts namn".

A short form ("LPT", "SoL") is found in its own capitals, for in small letters it may be a common word ("if", "mi",
"sol"), and in small letters only if it was listed so; it may carry an ending ("LPT:n", "BUPs") and begin a compound
("LVU-vård"). Any other word is found however it is written, as a whole word or as the first part of a compound with a
hyphen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sip_tui.swedish import word_table

_ATOM = re.compile(r"(?:https?://|www\.)\S+|\w+")
"""A word, or an address as one piece: what stands in an address is not said to anybody."""
_PIECES = re.compile(r"(\w+)")
_SPACE_OR_SIGN = re.compile(r"\s+|\S")
_HYPHENS = "-\u2010\u2011"
_MARKS = "\u0300-\u036f"
_AFTER = re.compile(
    rf"(?:[:'’](?:s|n|t|en|et|ns|ens|ets|ar|arna|er|erna|or|orna|na))?(?:[{_HYPHENS}][^\W_]+)*"
    rf"(?![\w@{_MARKS}]|\.[^\W\d_])"
)
"""What may follow a listed word and still belong to it, and that nothing else does."""
_NOT_BEFORE = frozenset("@#\\.")
_FIRST_PART = re.compile(rf"[^\W\d_A-ZÅÄÖ]{{2}}[{_HYPHENS}]$")
_SHORT_ENDINGS = ("s", "en", "n", "et", "t", "ar", "arna", "er", "erna", "ens", "ets", "ns")
_MOST = 12
"""The most words that a listed name may have: a longer one is a sentence."""
_ADDED = ("", "en", "et", "er", "ar", "erna", "arna")
_ADDED_TO_VOWEL = ("", "n", "t", "r", "er", "erna")
_VOWELS = frozenset("aeiouyåäö")
_PLURALS = (("orna", "a"), ("or", "a"), ("arna", ""), ("ar", ""), ("erna", ""), ("er", ""), ("en", ""), ("et", ""))
"""An ending, and what the word may end in without it."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way in which a listed word is written."""

    name: str
    head: str
    """The word that explains it, as the list has it."""
    is_small: bool = False
    """Whether it is a short form in small letters: "kbt"."""

    @property
    def is_short_form(self) -> bool:
        """Whether it is a short form, which has one way of writing."""
        return self.is_small or _is_short_form(_atoms(self.name)[0])


class NameMatch(NamedTuple):
    """A listed word in a text: ``text[start:end]``."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Listed words, by the first word of each of their names in each of its forms."""

    first: Mapping[str, tuple[Name, ...]]

    @classmethod
    def of(cls, names: Mapping[str, str]) -> Lexicon:
        """Make it of names and their heads; a name that holds no word, or is a whole sentence, is left out."""
        return cls({}).more(names)

    def more(self, names: Mapping[str, str]) -> Lexicon:
        """Add names; where a name is listed already, the new one counts."""
        first = dict(self.first)
        for name, head in names.items():
            added = Name(name.strip(), head)
            for key in _keys(added.name):
                first[key] = _longest_first(added, first.get(key, ()))
        return Lexicon(first)

    def with_small(self, names: Mapping[str, str]) -> Lexicon:
        """Add short forms in small letters; where a key is listed already, the longer name is tried first."""
        first = dict(self.first)
        for name, head in names.items():
            added = Name(name, head, is_small=True)
            for key in _short_keys(name):
                first[key] = _longest_first(added, first.get(key, ()))
        return Lexicon(first)

    def find(self, text: str) -> Iterator[NameMatch]:
        """Find the listed words in a text whose letters are put together (NFC), the longest name where two begin."""
        behind = 0
        get = self.first.get
        for atom in _ATOM.finditer(text):
            word = atom[0]
            names = get(word) or get(word.lower())
            if names and atom.start() >= behind and (match := _match(names, text, atom.start(), atom.end())):
                behind = match.end
                yield match

    def whole(self, text: str) -> Name | None:
        """Find the name that a text is, with or without an ending; None when it is not listed."""
        plain = unicodedata.normalize("NFC", text).strip()
        match = next(self.find(plain), None)
        return match.name if match and (match.start, match.end) == (0, len(plain)) else None


def _longest_first(added: Name, others: Sequence[Name]) -> tuple[Name, ...]:
    if not others:
        return (added,)
    kept = [other for other in others if other.name.lower() != added.name.lower()]
    return tuple(sorted([added, *kept], key=lambda name: -len(_atoms(name.name))))


def _match(names: Sequence[Name], text: str, start: int, end: int) -> NameMatch | None:
    before = text[start - 1] if start else " "
    for name in names:
        if name.is_small and text[start + 1].isupper():
            continue
        if (before == " " or _may_begin(name, before, text, start)) and (rest := _rest(name.name).match(text, end)):
            return NameMatch(start, rest.end(), name)
    return None


def _may_begin(name: Name, before: str, text: str, start: int) -> bool:
    """Whether a word that begins here is whole; a short form may also end a compound: "grupp-DBT"."""
    if before in _HYPHENS:
        return name.is_short_form and bool(_FIRST_PART.search(text, max(0, start - 3), start))
    return before not in _NOT_BEFORE and not unicodedata.combining(before)


def _keys(name: str) -> frozenset[str]:
    atoms = _atoms(name)
    if not atoms or len(atoms) > _MOST or len(name) < 2:
        return frozenset()
    if not _is_short_form(atoms[0]):
        return forms(atoms[0])
    endings = _SHORT_ENDINGS if len(atoms[0]) > 2 else ("s",)
    return frozenset({atoms[0], *(atoms[0] + ending for ending in endings if len(atoms) == 1)})


def _short_keys(name: str) -> frozenset[str]:
    """Give the forms of a short form in small letters: "lpt", "lpts", "lptn"; "ame" has no "amen"."""
    endings = "" if len(name) < 3 else "st" if name[-1] in _VOWELS else "snt"
    return frozenset({name, *(name + ending for ending in endings)})


@cache
def _rest(name: str) -> re.Pattern[str]:
    """What must follow the first word of a name, in the forms that it may have."""
    first, *pieces = _PIECES.split(name)[1:]
    del first
    parts = [_form(piece) if at % 2 else _between(piece) for at, piece in enumerate(pieces[:-1])]
    return re.compile("".join(parts) + _AFTER.pattern)


def _form(word: str) -> str:
    if _is_short_form(word):
        return re.escape(word)
    return f"(?i:{'|'.join(map(re.escape, sorted(forms(word), key=len, reverse=True)))})"


def _between(gap: str) -> str:
    parts = _SPACE_OR_SIGN.findall(gap)
    return "".join(
        r"\s{1,3}" if part.isspace() else f"[{_HYPHENS}]" if part in _HYPHENS else re.escape(part) for part in parts
    )


@cache
def _is_short_form(name: str) -> bool:
    """True for what is written with two capitals or more: LPT, SoL, SiS, BmSS; "Mina planer" has one."""
    return sum(sign.isupper() for sign in name) > 1


def _atoms(name: str) -> list[str]:
    return _PIECES.findall(name)


@cache
def forms(word: str) -> frozenset[str]:
    """Give every form that a word may have, in small letters, the word itself among them.

    Made for looking words up, so it gives rather one form too many ("insatsar") than one too few. A definite or plural
    word has its genitive only; words of one or two letters, and those with a digit, have one form.
    """
    small = word.lower()
    if len(small) < 3 or small in word_table("inflection")["fixed"] or not small.isalpha():
        return frozenset({small})
    plain = {small, *_inflected(small)}
    return frozenset(plain | {f"{form}s" for form in plain if not form.endswith(("s", "x", "z"))})


def stems(word: str) -> frozenset[str]:
    """Give what a word may be without its ending: "insatserna" may be "insats"."""
    small = word.lower().removesuffix("s")
    cut = (small[: -len(ending)] + instead for ending, instead in _PLURALS if small.endswith(ending))
    vowel = small[:-1] if small[-1:] in {"n", "t"} and small[-2:-1] in _VOWELS else ""
    return frozenset(stem for stem in (*cut, vowel) if len(stem) > 3 and stem.isalpha())


def _inflected(small: str) -> list[str]:
    table = word_table("inflection")
    if small.endswith(tuple(table["definite"])):
        return []
    for ending, instead in table["endings"].items():
        if small.endswith(ending):
            return [small[: -len(ending)] + form for form in instead.split()]
    return [small + ending for ending in (_ADDED_TO_VOWEL if small[-1] in _VOWELS else _ADDED)]
