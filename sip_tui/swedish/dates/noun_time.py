"""Times that are a noun's and not the deed's: "bokar tolk till besöken i januari", "läser beslutet från den 3 nov"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sip_tui.swedish import words as table
from sip_tui.swedish.dates.no_time import IsName, is_verb, line_words
from sip_tui.swedish.grammar.clause import infinitive, verb_form

_OF_DEED = re.compile(
    r"(?:klar[ta]? |färdig[at]? |allra )?(?:senast|innan|före|inom|varje|varannan|vartannat|deadline|dl|till|tills)\b"
    r"|(?:på )?(?:mån|tis|ons|tors|fre|lör|sön|var)dagar(?:na)?\b"
    r"|.*(?:gång|gånger|ggr|g/v)\b|snar|omgående|omedelbart|direkt|genast|strax|löpande|regelbund|vid behov|så "
)
"""A deadline, what comes again and what has no day are the deed's, whatever they stand after."""
_TO_A_DAY = re.compile(r"till ")
_MOVES = frozenset({"flytta", "ändra"})
"""Verbs of which "till fredag" is where something is put, and no deadline."""
_FROM = re.compile(r"(?:från|fr\.?|av) (?!och med|o\.? ?m\b|om\b)")
"""The day that something written is of; "från och med" says when a deed begins."""
_TO_COME = re.compile(r"i ?(?:dag|kväll|morgon|mor+n)\b|nästa |om ")
"""What comes is no day of what was: "protokollet från mötet imorgon"."""
_BEGIN = frozenset({"den", "på", "i", "från", "fr", "av", "till"})
_BESIDE = frozenset({"med", "m", "hos", "på", "i", "vid", "till", "för", "mellan"})
"""Prepositions of what is told of an event: "mötet med skolan den 3 dec"."""
_ENDINGS = ("arna", "erna", "orna", "ena", "na", "ar", "er", "or", "en", "et", "n", "t", "")
_LED = 4
"""How many words there are from the preposition to its noun at most: "till Eriks nästa möte"."""
_PLACES = frozenset({"plats", "platser", "tid", "tider"})
"""What somebody has at something that is to be: "bokar plats på kursen i mars"."""

_PARTS = frozenset({"morgon", "förmiddag", "eftermiddag", "kväll", "natt"})
_MANY_PARTS = frozenset({"kvällar", "nätter", "morgnar", "helger"})
_ADJECTIVE = re.compile(r"[^\W\d]{2,}(?:fri|lös|lig|ig|full|sam|isk|egen|ledig)")
_OF_TIME = frozenset({"sen", "tidig", "hel", "samma"})
"""Adjectives that say when: "sen kväll på fredag"."""

_MEASURE = re.compile(
    r"[0-9][0-9,.–-]* ?(?:h|t|tim|timm?ar|min|pass)\.? ?(?:/ ?|per |i )(?:v|veckan?|mån|månad(?:en)?)"
)
"""So many hours a week."""
_NO_NOUN = frozenset({"och", "o", "å", "samt", "så", "men", "sedan", "sen"})

_CALLS = frozenset({"kalla", "kallas", "bjuda", "bjuds"})
"""Verbs that say when by the event that they are about: "kallar till möte v 3"."""


def is_described(words: Sequence[str], index: int) -> bool:
    """True for a part of a day that is told of, and no time: "kväll" in "skärmfri kväll i helgen"."""
    before = words[index - 1].casefold() if index else ""
    is_adjective = f"{before}a" in table("nouns", "adjectives") or bool(_ADJECTIVE.fullmatch(before))
    if words[index].casefold() in _MANY_PARTS:
        return before in table("nouns", "adjectives")
    return words[index].casefold() in _PARTS and is_adjective and before not in _OF_TIME


def is_of_noun(words: Sequence[str], index: int) -> bool:
    """True for a time after something written that is of that day, or after what is to be and a preposition leads.

    Who goes there or is there does it then: "följer med till besöket 3 dec", "tar upp det på mötet 3 dec".
    """
    index = _first_of_phrase(words, index)
    if index < 2 or not words[index - 1].isalnum():
        return False
    noun, text = words[index - 1].casefold(), " ".join(words[index:]).casefold()
    if _OF_DEED.match(text):
        return bool(_TO_A_DAY.match(text)) and _is_moved(words[:index])
    if _FROM.match(text):
        return _is_one_of(noun, "dated")
    event = index - 1 if _is_one_of(noun, "events") else _event_before(words, index - 1)
    return event > 0 and _is_led(words, event, text)


def is_measure(words: Sequence[str], after: str, is_name: IsName) -> bool:
    """True for how much of what the next word names: "10 h/v" before "boendestöd"."""
    is_noun = after.isalpha() and after.casefold() not in _NO_NOUN | line_words("prepositions")
    somebody = after.istitle() and is_name(after)
    return is_noun and not (is_verb(after) or somebody) and bool(_MEASURE.fullmatch(" ".join(words).casefold()))


def _is_moved(words: Sequence[str]) -> bool:
    """True after what somebody moves to another day: "flyttar mötet till fredag", "läkartiden flyttas till fredag"."""
    low = [word.casefold() for word in words]
    if infinitive(low[-1].removesuffix("s")) in _MOVES and any(_is_one_of(noun, "events") for noun in low[:-1]):
        return True
    return any(infinitive(verb) in _MOVES and _is_one_of(noun, "events") for verb, noun in pairwise(low))


def _event_before(words: Sequence[str], last: int) -> int:
    """Where the event stands that the last words tell more of, "mötet med skolan"; 0 when there is none."""
    at = next((at for at in range(last - 1, max(1, last - _LED), -1) if words[at].casefold() in _BESIDE), 0)
    return at - 1 if at and _is_one_of(words[at - 1].casefold(), "events") else 0


def _first_of_phrase(words: Sequence[str], index: int) -> int:
    """Where a time begins that is looked at from within: "3 dec" in "den 3 dec"."""
    while index and words[index - 1].casefold() in _BEGIN:
        index -= 1
    return index


def _is_one_of(noun: str, name: str) -> bool:
    """True for a noun of a table in any form, also as the end of a longer one: "läkarbesöken"."""
    stems = {noun.removesuffix(ending) for ending in _ENDINGS}
    known = line_words(name)
    return bool(stems & known) or any(stem.endswith(word) for stem in stems for word in known if len(word) > 3)


def _is_led(words: Sequence[str], noun: int, text: str) -> bool:
    """True when a preposition leads a noun, or a verb such as "förbereder", and what is done is not done there."""
    nearest = range(noun - 1, max(-1, noun - _LED), -1)
    lead = next((at for at in nearest if _leads(words[at]) and words[at + 1].casefold() not in _BESIDE), -1)
    if lead < 0 or any(is_verb(word) and verb_form(word.casefold()) for word in words[lead + 1 : noun]):
        return False
    low = words[lead].casefold()
    if low == "på":
        return lead > 0 and words[lead - 1].casefold() in _PLACES
    if (low == "från" and _TO_COME.match(text)) or (lead > 1 and words[lead - 2][:1].isdecimal()):
        return False  # "10 min före mötet på fredag" is that day
    one = words[noun].casefold() if noun <= lead + 2 else ""
    return low not in {"till", "från"} or not _is_attended(words[:lead], one)


def _leads(word: str) -> bool:
    low = word.casefold()
    return low in line_words("event_leads") or infinitive(low) in line_words("prepares")


def _is_attended(words: Sequence[str], one: str) -> bool:
    """True when somebody goes there or brings something: "kör Erik till", "tar med papper till"; calls to ``one``."""
    low = [word.casefold() for word in words]
    verbs = {infinitive(word) for word in low}
    brings = any(infinitive(verb) == "ta" and word == "med" for verb, word in pairwise(low))
    calls = bool(verbs & _CALLS) and any(one.endswith(event) for event in line_words("events"))
    return brings or calls or bool(verbs & line_words("attends"))
