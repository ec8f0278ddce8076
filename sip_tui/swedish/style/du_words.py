"""Which words of a paragraph the reader of the du-form looks at: most words tell of nobody.

What a word may be goes by its spelling and the addressee, so that it is found out once for each spelling.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from itertools import compress

from sip_tui.swedish.grammar.clause import NOMINATIVE, Word
from sip_tui.swedish.grammar.people import PRONOUNS, Addressee
from sip_tui.swedish.style.du_company import THEM, THEY
from sip_tui.swedish.style.who import STAFF, may_name_another

MENTION, PRONOUN, OTHER, LISTENER = (1 << bit for bit in range(4))
"""A word may begin a mention of the person, be a pronoun that may be, name somebody else, or is "du" or may be "ni"."""
_LISTENER = THEY | THEM | {"deras", "du"}
_REMEMBERED = 50_000
"""So many spellings are remembered."""


class _Kinds(dict[str, int]):
    """What a word may be, as bits, by its spelling."""

    def __init__(self, person: Addressee, look_up: Callable[[Addressee, str, str], int]) -> None:
        super().__init__()
        self._person, self._look_up = person, look_up

    def __missing__(self, text: str) -> int:
        kinds = self._look_up(self._person, text, text.lower())
        if len(self) < _REMEMBERED:
            self[text] = kinds
        return kinds


def _of_person(person: Addressee, _text: str, low: str) -> int:
    kinds = MENTION if low in person.beginnings or "-" in low else 0
    kinds |= PRONOUN if PRONOUNS.get(low) in person.pronouns else 0
    return kinds | LISTENER if low in _LISTENER else kinds


def _of_others(person: Addressee, text: str, low: str) -> int:
    return OTHER if low not in NOMINATIVE and _may_name_another(person, text, low) else 0


def _may_name_another(person: Addressee, text: str, low: str) -> bool:
    return low.startswith(STAFF) or may_name_another(text, low, person)


@lru_cache(maxsize=16)
def _kinds_for(person: Addressee) -> tuple[_Kinds, _Kinds]:
    """What words may be of the person, and of somebody else."""
    return _Kinds(person, _of_person), _Kinds(person, _of_others)


class TellingWords:
    """The words of a paragraph that may tell of somebody; after the last pronoun nobody else need be remembered.

    Attributes:
        kinds: What each word may be, as bits.
    """

    def __init__(self, words: tuple[Word, ...], person: Addressee) -> None:
        own, others = _kinds_for(person)
        self.kinds = [own[word.text] for word in words]
        last_pronoun = max((at for at, kinds in enumerate(self.kinds) if kinds & PRONOUN), default=0)
        self.kinds[:last_pronoun] = [
            kinds | others[word.text] for kinds, word in zip(self.kinds[:last_pronoun], words, strict=False)
        ]
        self._places = [*compress(range(len(words)), self.kinds)]

    def within(self, first: int, end: int) -> list[int]:
        """Where they stand in ``words[first:end]``."""
        begin = bisect_left(self._places, first)
        return self._places[begin : bisect_left(self._places, end, begin)]

    def mentions(self, first: int, end: int) -> list[int]:
        """Where a mention of the person may begin in ``words[first:end]``."""
        return [at for at in self.within(first, end) if self.kinds[at] & MENTION]
