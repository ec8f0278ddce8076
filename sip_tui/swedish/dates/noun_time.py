"""Times that are a noun's and not the deed's: "bokar tolk till besöken i januari", "läser beslutet från den 3 nov"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sip_tui.swedish.dates.no_time import is_verb, line_words
from sip_tui.swedish.grammar.clause import infinitive, verb_form

_OF_DEED = re.compile(
    r"(?:klar[ta]? |färdig[at]? |allra )?(?:senast|innan|före|inom|varje|varannan|vartannat|deadline|dl|till|tills)\b"
    r"|.*(?:gång|gånger|ggr|g/v)\b"
)
"""A deadline and what comes again are the deed's, whatever they stand after."""
_FROM = re.compile(r"(?:från|fr\.?) (?!och med)(?=.*[0-9])")
"""The day that something written is of; "från och med" says when a deed begins."""
_BEGIN = frozenset({"den", "på", "i", "från", "fr"})
_ENDINGS = ("arna", "erna", "orna", "ena", "na", "ar", "er", "or", "en", "et", "n", "t", "")
_LED = 4
"""How many words there are from the preposition to its noun at most: "till Eriks nästa möte"."""
_PLACES = frozenset({"plats", "platser"})
"""What somebody has at something that is to be: "bokar plats på kursen i mars"."""

_CALLS = frozenset({"kalla", "kallas", "bjuda", "bjuds"})
"""Verbs that say when by the event that they are about: "kallar till möte v 3"."""


def is_of_noun(words: Sequence[str], index: int) -> bool:
    """True for a time after something written that is of that day, or after what is to be and a preposition leads.

    Who goes there or is there does it then: "följer med till besöket 3 dec", "tar upp det på mötet 3 dec".
    """
    index = _first_of_phrase(words, index)
    if index < 2 or not words[index - 1].isalnum():
        return False
    noun, text = words[index - 1].casefold(), " ".join(words[index:]).casefold()
    if _OF_DEED.match(text):
        return False
    if _FROM.match(text):
        return _is_one_of(noun, "dated") or _is_one_of(noun, "events")
    return _is_one_of(noun, "events") and _is_led(words, index - 1)


def _first_of_phrase(words: Sequence[str], index: int) -> int:
    """Where a time begins that is looked at from within: "3 dec" in "den 3 dec"."""
    while index and words[index - 1].casefold() in _BEGIN:
        index -= 1
    return index


def _is_one_of(noun: str, table: str) -> bool:
    """True for a noun of a table in any form, also as the end of a longer one: "läkarbesöken"."""
    stems = {noun.removesuffix(ending) for ending in _ENDINGS}
    known = line_words(table)
    return bool(stems & known) or any(stem.endswith(word) for stem in stems for word in known if len(word) > 3)


def _is_led(words: Sequence[str], noun: int) -> bool:
    """True when a preposition leads a noun, and what is done is not done there."""
    lead = next((at for at in range(noun - 1, max(0, noun - _LED), -1) if _leads(words[at])), 0)
    if not lead or any(is_verb(word) and verb_form(word.casefold()) for word in words[lead + 1 : noun]):
        return False
    low = words[lead].casefold()
    if low == "på":
        return words[lead - 1].casefold() in _PLACES
    one = words[noun].casefold() if noun == lead + 1 else ""
    return low not in {"till", "från"} or not _is_attended(words[:lead], one)


def _leads(word: str) -> bool:
    return word.casefold() in line_words("event_leads")


def _is_attended(words: Sequence[str], one: str) -> bool:
    """True when somebody goes there or brings something: "kör Erik till", "tar med papper till"; calls to ``one``."""
    low = [word.casefold() for word in words]
    verbs = {infinitive(word) for word in low}
    brings = any(infinitive(verb) == "ta" and word == "med" for verb, word in pairwise(low))
    return brings or bool(verbs & line_words("attends")) or (one in line_words("events") and bool(verbs & _CALLS))
