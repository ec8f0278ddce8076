"""Strangers who have been named once, wherever the same name stands again in the document, also in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache

from sip_tui.privacy.finders.lower_case_names import SAYS_SMALL
from sip_tui.privacy.finders.people import SAYS_NAME, SAYS_PERSON
from sip_tui.privacy.homographs import Verdict, judge
from sip_tui.privacy.model import Candidate, Finding
from sip_tui.privacy.name_lists import KIN, ROLES, is_word
from sip_tui.privacy.normalized_view import view_of
from sip_tui.privacy.places import Places
from sip_tui.privacy.verb_forms import is_verb_form
from sip_tui.privacy.word_scan import WordScan
from sip_tui.privacy.word_tables import bits_of, is_given_name

_WORD = re.compile(r"[^\W\d_]{3,}")
_PART = re.compile(r"[\w@/.]")
_GOES_ON = re.compile(r"[\w@]")
_STRANGER = frozenset({SAYS_PERSON, SAYS_NAME, SAYS_SMALL})
_SHORTEST_SMALL = 4
_FEW = 12
"""So few words are searched for one by one, which is faster than to look at every word of the text."""
_WHY = "Samma namn som på ett annat ställe."


def stranger_words(text: str, hits: Iterable[Candidate | Finding]) -> frozenset[str]:
    """The names, as they are written with a capital, of those in ``hits`` who are not on the roll."""
    found = [text[hit.start : hit.end] for hit in hits if hit.kind == "name" and hit.why in _STRANGER]
    words = [word for written in found for word in _WORD.findall(written)]
    return frozenset([word.title() for word in words if _is_name(word)])


def _is_name(word: str) -> bool:
    if bits_of(word) & (KIN.bit | ROLES.bit) or (is_word(word.lower()) and not is_given_name(word)):
        return False
    return word[0].isupper() or is_given_name(word.title())


def names_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words may stand in a text, as it is read, in any of the ways that are looked for again."""
    plain = view_of(text).text.lower()
    return any(word.lower() in plain for word in words)


def find_again(text: str, words: Set[str], taken: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each place of ``text`` with one of the ``words``, or its genitive, where nothing was found."""
    places = Places((hit.start, hit.end) for hit in taken if hit.kind != "possible_name")
    masks = _forms(frozenset(words))
    for start, end in _where(text, masks):
        if places.holds(start) or _PART.match(text[max(0, start - 1) : start]) or _GOES_ON.match(text, end):
            continue
        name = text[start:end]
        mask = masks[name]
        stop = end - bool(mask)
        if is_word(text[start:stop].lower()) and judge(text, start, stop) is not Verdict.NAME:
            continue
        yield Candidate(start, end, "name", "medium", _WHY, mask)


@lru_cache(maxsize=16)
def _forms(words: frozenset[str]) -> Mapping[str, str]:
    """Each way to write one of the words, and its mask; in small letters only what is the name and nothing else."""
    forms = {form: "" for word in words for form in (word, word.upper(), *([word.lower()] if _is_sure(word) else ()))}
    return {**{f"{form}s": "[namn]s" for form in forms if not form.isupper()}, **forms}


def _is_sure(word: str) -> bool:
    return (
        len(word) >= _SHORTEST_SMALL
        and is_given_name(word)
        and not (is_verb_form(word.lower()) or is_word(word.lower()))
    )


def _where(text: str, forms: Mapping[str, str]) -> list[tuple[int, int]]:
    if len(forms) > _FEW * 6:
        return [(start, end) for start, end, _found in WordScan(text, forms.__contains__).cues]
    return sorted({span for form in forms for span in _places_of(text, form)}, key=lambda span: (span[0], -span[1]))


def _places_of(text: str, form: str) -> Iterator[tuple[int, int]]:
    at = text.find(form)
    while at >= 0:
        yield at, at + len(form)
        at = text.find(form, at + len(form))
