"""Which words of a paragraph the reader of the du-form looks at: most words tell of nobody.

What a word may be goes by its spelling and the addressee, so that it is found out once for each spelling.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import compress

from sip_tui.swedish.grammar.clause import NOMINATIVE, Word
from sip_tui.swedish.grammar.people import PRONOUNS, Addressee
from sip_tui.swedish.style.du_company import THEM, THEY
from sip_tui.swedish.style.who import STAFF, may_name_another

MENTION, PRONOUN, OTHER, LISTENER = (1 << bit for bit in range(4))
"""A word may begin a mention of the person, be a pronoun, name somebody else, or is "du" or what may be "ni"."""
_LISTENER = THEY | THEM | {"deras", "du"}
_REMEMBERED = 50_000
"""So many spellings are remembered."""


class _Kinds(dict[str, int]):
    """What a word may be, as bits, by its spelling."""

    def __init__(self, person: Addressee) -> None:
        super().__init__()
        self._person = person

    def __missing__(self, text: str) -> int:
        kinds = self._look_up(text, text.lower())
        if len(self) < _REMEMBERED:
            self[text] = kinds
        return kinds

    def _look_up(self, text: str, low: str) -> int:
        mentions = low in self._person.beginnings or "-" in low
        names = low not in NOMINATIVE and (low.startswith(STAFF) or may_name_another(text, low, self._person))
        found = (mentions, low in PRONOUNS, names, low in _LISTENER)
        return sum(1 << bit for bit, is_so in enumerate(found) if is_so)


_kinds_for = lru_cache(maxsize=16)(_Kinds)


class TellingWords:
    """The words of a paragraph that may tell of somebody; after the last pronoun nobody else need be remembered.

    Attributes:
        kinds: What each word may be, as bits.
    """

    def __init__(self, words: tuple[Word, ...], person: Addressee) -> None:
        kinds = _kinds_for(person)
        self.kinds = [kinds[word.text] for word in words]
        places = [*compress(range(len(words)), self.kinds)]
        last_pronoun = max((at for at in places if self.kinds[at] & PRONOUN), default=-1)
        self._places = [at for at in places if at < last_pronoun or self.kinds[at] & ~OTHER]

    def within(self, first: int, end: int) -> list[int]:
        """Where they stand in ``words[first:end]``."""
        begin = bisect_left(self._places, first)
        return self._places[begin : bisect_left(self._places, end, begin)]

    def mentions(self, first: int, end: int) -> list[int]:
        """Where a mention of the person may begin in ``words[first:end]``."""
        return [at for at in self.within(first, end) if self.kinds[at] & MENTION]
