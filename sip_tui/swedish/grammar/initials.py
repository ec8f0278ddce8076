"""Whether a single letter is the person, by the words around it: "E vill sitta själv", "hämtar E", "t E 1 g/mån"."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import (
    AND,
    VerbForm,
    Word,
    following,
    infinitive,
    is_auxiliary,
    is_finite,
    is_infinitive,
    subjunctions,
    verb_form,
)

_TO_SOMEBODY = frozenset(
    {"m", "med", "åt", "till", "t", "hos", "av", "för", "f", "om", "mot", "från", "fr", "utan", "efter", "enl"}
    | {"enligt"}
)
_GOES_ON = frozenset(
    {"i", "på", "om", "och", "o", "när", "så", "att", "varje", "varannan", "kl", "v", "själv", "först", "ensam", "idag"}
    | {
        "imorgon",
        "till",
        "t",
        "från",
        "fr",
        "innan",
        "senast",
        "hem",
        "upp",
        "här",
        "inte",
        "ej",
        "m",
        "med",
        "under",
        "inför",
        "vid",
        "hos",
    }
)
"""Words that may follow somebody to whom something is said or done."""
_NOT = frozenset({"inte", "ej", "även", "bara", "också", "aldrig"})
_WORDS_TOO = frozenset("IÅO")
"""They begin a sentence as words too: "I går", "O mamma"."""
_WHAT = frozenset({"enda", "allt", "det", "vad"})
"""What is told by somebody after it, without "som": "den enda K pratar med"."""
_JOINS = frozenset({"men", "eftersom", "tills", "medan", "så", "samt"})
_PARTICLES = frozenset({"upp", "in", "hem", "ut", "fram", "ner", "ned", "av", "om", "igenom", "ihop"})
"""Between a verb and its object: "ringer upp E varje måndag"."""
_GRADED = frozenset({"få", "ha", "vara", "bli", "sätta", "nå", "heta"})
"""Before a capital that is a grade or a sign: "fick E i engelska"."""


def is_initial(words: Sequence[Word], at: int) -> bool:
    """Whether a letter is the person: it begins a sentence, or stands where a subject or somebody else does."""
    before, after = words[at - 1].low, (*following(words, at), "")[0]
    if words[at].opens and words[at].text in _WORDS_TOO:
        return verb_form(after) in {VerbForm.PRESENT, VerbForm.PAST} and after not in {"går", "var"}
    if words[at].opens or words[at].text.islower():  # a small letter only so: "t behöver hjälp", no "ring t mor"
        return words[at].opens and (not words[at].text.islower() or is_finite(after))
    if after == "sig" and is_finite(before):
        return True  # "då sätter E sig"
    if infinitive(before) in _GRADED:
        return after == "att" or is_infinitive(after)  # "då får A klara sig", and not "fick A i matte"
    if before in AND and at > 1 and words[at - 2].has_capital and (not after or after in _GOES_ON):
        return True  # "skickar det t Tobias o A på måndag"
    if before in AND or before in _JOINS:
        return is_finite(after) and (at < 2 or len(words[at - 2].low) > 1)  # no "grupp A o B har"
    if before in _TO_SOMEBODY and (not after or after.isdigit() or after in _GOES_ON):
        return True
    return _is_done_to(words, at) or (bool(after) and _leads(words, at, after))


def _is_done_to(words: Sequence[Word], at: int) -> bool:
    """Whether a verb before a letter has it as its object: "hämtar E på onsdag"."""
    before = words[at - 1].low
    if before in _PARTICLES | _NOT and at > 1:
        before = words[at - 2].low
    named = at + 1 < len(words) and words[at + 1].has_capital and not words[at + 1].opens
    return infinitive(before) in table("du_form", "takes_a_person") or (verb_form(before) is not None and not named)


def _leads(words: Sequence[Word], at: int, after: str) -> bool:
    """Whether a letter stands where a subject does: "att W slipper"."""
    before = words[at - 1].low
    if before in _WHAT and is_finite(after):
        return True
    return words[at].paused or before in subjunctions() or is_auxiliary(before) or is_auxiliary(after)
