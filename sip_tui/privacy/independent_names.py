"""The second look at names: those of the roll in a finished document, compared as plain folded words."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from sip_tui.privacy.model import KnownName
from sip_tui.privacy.name_lists import ABBREVIATIONS, is_title, is_within_title, is_word, usage_of

_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{2}")
_MORE_CAPITALS = re.compile(r" [A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ][a-zåäö]+(?!\w)")
_IN_BRACKETS = re.compile(r"(?<=\w) ?\([^()]*\)")

_SIGNS = ".,:;!?()\"'”*"
_FEW = 20
"""So few words are sought one by one."""


def remaining_names(plain: str, words: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Where the names, as plain folded words, stand in a folded text."""
    for found in _places(plain, _named(plain, words)) if words else ():
        if not _is_just_a_word(plain, found, words):
            yield found.start(), found.end(), "name"


def _named(plain: str, words: frozenset[str]) -> set[str]:
    """The words of a text that are a name or its genitive; every word is compared once, however often it stands."""
    forms = words | {f"{word}s" for word in words}
    return {word for word in _words_of(plain) if (word.lower() if word.isascii() else _bare(word)) in forms}


def _words_of(plain: str) -> set[str]:
    """Every word of a text once; most stand between blanks, with a sign of the sentence beside them at most."""
    pieces = {piece.strip(_SIGNS) for piece in plain.split()}
    whole = set(filter(str.isalpha, pieces))
    return whole.union(_WORD.findall("\n".join(pieces - whole)))


def _places(plain: str, named: set[str]) -> list[re.Match[str]]:
    """Where these words stand; a few are sought one by one, which is faster than to look at every word."""
    if len(named) > _FEW:
        return [found for found in _WORD.finditer(plain) if found[0] in named]
    places = (_at(plain, word) for word in named)
    return sorted(itertools.chain.from_iterable(places), key=re.Match.start)


def _at(plain: str, word: str) -> Iterator[re.Match[str]]:
    """Where a word stands that is no part of a longer one."""
    at = plain.find(word)
    while at >= 0:
        found = None if at and _WORD.match(plain, at - 1) else _WORD.match(plain, at)
        if found and found[0] == word:
            yield found
        at = plain.find(word, at + len(word))


def _is_just_a_word(plain: str, found: re.Match[str], names: frozenset[str]) -> bool:
    """Small letters, or the capital that begins a sentence, on a name that is a word too; SoL the statute."""
    word = found[0]
    bare = {word.lower(), word.lower().removesuffix("s")}
    if word == "SoL" or _is_public(plain, found) or _is_called_so(plain, found, names):
        return True
    if word.isupper() and not _is_shouted(plain, found):
        return word.lower() in ABBREVIATIONS
    if re.match(r"-[a-zåäö]", plain[found.end() : found.end() + 2]):
        return any(map(is_word, bare))
    before = plain[max(0, found.start() - 12) : found.start()].rstrip(" \"'(*_")[-1:]
    if word.islower() or word.isupper():
        return any(map(is_word, bare)) or len(word) < 3
    return any(map(usage_of, bare)) and before in ("", *".!?:|>-•\n#")


def _is_public(plain: str, found: re.Match[str]) -> bool:
    """Whether a word belongs to what everybody knows."""
    return is_title(plain, found.start()) or is_within_title(plain, found.start(), found.end())


def _is_shouted(plain: str, found: re.Match[str]) -> bool:
    """Whether words in capitals stand beside one: "EN DAG I TAGET"."""
    around = (
        plain[max(0, found.start() - 8) : found.start()].split()[-1:]
        + plain[found.end() : found.end() + 12].split()[:1]
    )
    return any(_CAPITALS.match(beside) for beside in around)


def _is_called_so(plain: str, found: re.Match[str], names: frozenset[str]) -> bool:
    """Whether a word is followed by two capitals that name nobody: "My Chemical Romance"."""
    others = _MORE_CAPITALS.match(plain, found.end()) if is_word(found[0].lower()) else None
    return others is not None and not any(_bare(other) in names for other in others[0].split())


def name_words(name: str | KnownName) -> Iterator[str]:
    """The words of a name that are looked for."""
    literal = name.name if isinstance(name, KnownName) else name
    # A video meeting puts the workplace in brackets after the name.
    literal = _IN_BRACKETS.sub(" ", literal) or literal
    for word in _WORD.findall(unicodedata.normalize("NFKC", literal)):
        if len(word) > 1 and word[0].isupper():
            yield _bare(word)


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(char) != "Mn")
