"""Strangers who have been named once, wherever the same name stands again in the document, also in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

from sip_tui.privacy.finders.lower_case_names import SAYS_SMALL
from sip_tui.privacy.finders.people import SAYS_NAME, SAYS_PERSON, Places
from sip_tui.privacy.model import Candidate, Finding
from sip_tui.privacy.name_lists import KIN, ROLES, is_verb_form, is_word
from sip_tui.privacy.word_tables import bits_of, is_given_name

_STRANGER = frozenset({SAYS_PERSON, SAYS_NAME, SAYS_SMALL})
_SHORTEST_SMALL = 4
_WHY = "Samma namn som på ett annat ställe."


def stranger_words(text: str, hits: Iterable[Candidate | Finding]) -> frozenset[str]:
    """The names, as they are written with a capital, of those in ``hits`` who are not on the roll."""
    found = (text[hit.start : hit.end] for hit in hits if hit.kind == "name" and hit.why in _STRANGER)
    words = (word for written in found for word in re.findall(r"[^\W\d_]+", written))
    return frozenset(word.title() for word in words if _is_name(word))


def _is_name(word: str) -> bool:
    if len(word) < 3 or is_word(word.lower()) or bits_of(word) & (KIN.bit | ROLES.bit):
        return False
    return word[0].isupper() or is_given_name(word.title())


def find_again(text: str, words: Set[str], taken: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each place of ``text`` with one of the ``words``, or its genitive, where nothing was found."""
    places = Places((hit.start, hit.end) for hit in taken if hit.kind != "possible_name")
    for found in _pattern(frozenset(words)).finditer(text) if words else ():
        if not places.holds(found.start()) and (found["name"][0].isupper() or _is_sure(found["name"])):
            mask = "[namn]s" if found["genitive"] else ""
            yield Candidate(*found.span(), "name", "medium", _WHY, mask)


@lru_cache(maxsize=16)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    any_of = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<![\w@/.])(?P<name>{any_of})(?P<genitive>s?)(?![\w@])", re.IGNORECASE)


def _is_sure(small: str) -> bool:
    """Whether a word in small letters is the name and nothing else."""
    return len(small) >= _SHORTEST_SMALL and is_given_name(small.title()) and not is_verb_form(small)
