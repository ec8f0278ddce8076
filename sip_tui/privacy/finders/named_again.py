"""Strangers who have been named once, wherever the same name stands again in the document, also in small letters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import accumulate

from sip_tui.privacy.finders.lower_case_names import SAYS_SMALL
from sip_tui.privacy.finders.people import SAYS_NAME, SAYS_PERSON
from sip_tui.privacy.homographs import Verdict, judge
from sip_tui.privacy.model import Candidate, Finding, Span
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


def find_again(text: str, blocks: Iterable[Span], words: Set[str], taken: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each place of ``text`` with one of the ``words``, or its genitive, where nothing was found.

    What stands in a block that comes again is looked for once.
    """
    places = Places((hit.start, hit.end) for hit in taken if hit.kind != "possible_name")
    begins = [(start, text[start:end]) for start, end in blocks]
    found = _in_blocks([*dict.fromkeys(block for _start, block in begins)], _forms(frozenset(words)))
    for at, block in begins:
        for start, end, mask in found.get(block, ()):
            if not places.holds(at + start):
                yield Candidate(at + start, at + end, "name", "medium", _WHY, mask)


def _in_blocks(blocks: Sequence[str], forms: Mapping[str, str]) -> dict[str, list[tuple[int, int, str]]]:
    """Where the names stand in each block that has any, and their masks; all blocks are looked through at once."""
    text = "\n".join(blocks)
    begins = [0, *accumulate(len(block) + 1 for block in blocks)]
    found: dict[str, list[tuple[int, int, str]]] = {}
    for start, end in _where(text, forms):
        if not _is_part(text, start, end) and _is_named(text, start, end - bool(forms[text[start:end]])):
            at = bisect_right(begins, start) - 1
            place = start - begins[at], end - begins[at], forms[text[start:end]]
            found.setdefault(blocks[at], []).append(place)
    return found


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether letters or signs beside it make it a part of something longer."""
    return bool(_PART.match(text[max(0, start - 1) : start]) or _GOES_ON.match(text, end))


def _is_named(text: str, start: int, stop: int) -> bool:
    return not is_word(text[start:stop].lower()) or judge(text, start, stop) is Verdict.NAME


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
