"""The second look at names: those of the roll in a finished document, compared as plain folded words."""

from __future__ import annotations

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


def remaining_names(plain: str, words: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Where the names, as plain folded words, stand in a folded text."""
    named = {word for word in set(_WORD.findall(plain)) if _is_one_of(words, _bare(word))} if words else ()
    for found in _WORD.finditer(plain) if named else ():
        if found[0] in named and not _is_just_a_word(plain, found, words):
            yield found.start(), found.end(), "name"


def _is_one_of(words: frozenset[str], bare: str) -> bool:
    """Whether a word is a name or its genitive."""
    return bare in words or (bare[-1:] == "s" and bare[:-1] in words)


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
