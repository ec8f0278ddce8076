"""Weekdays and months that a quick hand has misspelt: "fredg", "mandag", "decmber".

A letter that is missing, doubled or has changed places is found, and so is a word without its dots and rings. A letter
that is another one, or one too many, is found in the long names of months only: "fredad" is a word of its own.
"""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase
from unicodedata import combining, normalize

from sip_tui.swedish.dates.vocabulary import MONTHS, WEEKDAYS

_WORDS = (*WEEKDAYS, *(month for month in MONTHS if len(month) > 4), "imorgon", "övermorgon", "senast")
_SHORTEST = 5
_LONG = 7


def corrected(text: str) -> str:
    """Give the text with its misspelt words mended; unchanged when there are none."""
    return " ".join(_mended(word) for word in text.split(" "))


@cache
def _misspelt() -> dict[str, str]:
    """Give the right word by each wrong one; a wrong one that two words have is left out."""
    found: dict[str, set[str]] = {}
    for word in _WORDS:
        for wrong in _wrong(word) | _wrong(_bare(word)) | _changed(word) | {_bare(word)}:
            found.setdefault(wrong, set()).add(word)
    return {wrong: words.pop() for wrong, words in found.items() if len(words) == 1 and wrong not in _WORDS}


def _wrong(word: str) -> set[str]:
    """Give the ways in which one letter goes missing, comes twice or changes places; the first letter is right."""
    inner = range(1, len(word))
    missing = {word[:at] + word[at + 1 :] for at in inner}
    twice = {word[:at] + word[at] + word[at:] for at in inner}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in inner if at + 1 < len(word)}
    return {one for one in missing | twice | swapped if len(one) >= _SHORTEST}


def _changed(word: str) -> set[str]:
    """Give the ways in which a letter of a month is another or one too many; there must be many right ones left."""
    if word not in MONTHS or len(word) < _LONG:
        return set()
    ends = ((word[:at], word[at + less :]) for at in range(1, len(word)) for less in (0, 1))
    return {start + letter + end for start, end in ends for letter in ascii_lowercase}


def _bare(word: str) -> str:
    return "".join(one for one in normalize("NFD", word) if not combining(one))


def _mended(word: str) -> str:
    return _misspelt().get(word, word)
