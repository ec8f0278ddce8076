"""Whether a name in -s, which has no other genitive, owns what follows: "Lukas läxor", and not "Lukas läser"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.adverbials import is_adverb, is_weekday, tells_when
from sip_tui.swedish.grammar.clause import (
    AND,
    NOMINATIVE,
    VerbForm,
    Word,
    following,
    infinitive,
    is_auxiliary,
    is_finite,
    is_passive,
    subjunctions,
    verb_form,
)
from sip_tui.swedish.grammar.person_words import lexical_pronouns

_OF_SOMEBODY = frozenset(
    {"hon", "henne", "hennes", "han", "honom", "hans", "hen", "henom", "hens", "sig", "sin", "sitt", "sina"}
)
_COUNTS = frozenset({"en", "två", "tre", "fyra", "fem", "sex", "första", "andra", "sista", "förra", "nästa", "varje"})
"""Before a time they tell how often or when: "träffar Ines tre gånger"."""
_TIMES = (
    *("gång", "gången", "gånger", "dag", "dagen", "dagar", "dagarna", "vecka", "veckan", "veckor", "timmar", "timmen"),
    *("kvällar", "kvällen", "nätter", "natten", "månaden", "morgonen"),
)
_SHORT_DAYS = re.compile(r"(?:mån|tis|ons|tors?|fre|lör|sön)(?:-\w+)?")
_DETERMINERS = frozenset({"en", "ett", "det", "den", "något", "några", "varje", "mig", "oss", "dig", "er"})
_PREDICATIVE = re.compile(
    r"\w{2,}(?:ig|sam)|(?!\w*(?:stad|nad|tad|promenad|choklad|sallad|fasad|parad|ballad|grad|blad)$)\w{4,}ad"
)
"""An adjective as it is said of one, which no owner stands before: "duktig", "färdigbehandlad"."""
_GIVES = frozenset({"ge", "erbjuda", "lova", "bevilja", "neka", "unna"})


def stands_before_noun(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a name in -s, which has no other genitive, is one: "Lukas läxor", and not "Lukas läser"."""
    noun, before = (*following(words, last), "")[0], words[at - 1].low if at else ""
    listed = noun in table("du_form", "prepositions") or noun in table("du_form", "adverbs")
    # No owner stands before the definite form: "åt Alex kvällen före".
    listed |= noun.endswith(("arna", "erna", "orna")) or (tells_when(noun) and noun.endswith(("en", "an", "et")))
    listed |= noun in _COUNTS and following(words, last)[1:2] != [] and following(words, last)[1].endswith(_TIMES)
    listed |= len(noun) == 1 or is_adverb(noun) or is_weekday(noun) or bool(_SHORT_DAYS.fullmatch(noun))
    then = (*following(words, last)[1:2], "")[0]
    if infinitive(before) in _GIVES and not lexical_pronouns(noun):
        return False  # "ger Lukas kvitton", and not "ger Lukas mamma kvitton"
    if then in {"inte", "ej", "aldrig"} and noun.endswith("r") and not lexical_pronouns(noun):
        return False  # "Lukas tål inte lukten"
    if at and words[at - 1].opens and is_finite(before) and is_finite(then):
        return False  # "får Lukas feber ringer vi"
    if not noun or listed or noun in _no_nouns() or is_passive(noun) or _is_predicate(following(words, last)):
        return False
    acts = is_auxiliary(before) or infinitive(before) in table("du_form", "object_acts")
    return verb_form(noun) in {None, VerbForm.IMPERATIVE} or (verb_form(noun) is VerbForm.INFINITIVE and not acts)


@cache
def _no_nouns() -> frozenset[str]:
    """Words of grammar, which no owner stands before."""
    return AND | subjunctions() | NOMINATIVE | _OF_SOMEBODY | _DETERMINERS


def _is_predicate(following: Sequence[str]) -> bool:
    """Whether an adjective describes the one before it, and no noun after it: "Lukas trött på morgonen"."""
    word, after = (*following, "")[:2]
    if word == "hem":
        return not is_finite(after)
    if _PREDICATIVE.fullmatch(word) or word in table("lived", "predicates") | table("lived", "whereabouts"):
        return word != "rätt" or after != "till"  # "Lukas rätt till stöd"
    if not {word, word + "a"} & table("nouns", "adjectives") and not word.endswith(("ad", "tt")):
        return False
    return not word.endswith(("en", "et", "na")) and (
        not after or after in AND or after in table("du_form", "prepositions")
    )
