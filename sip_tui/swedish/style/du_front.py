"""Subject or object by what stands before the verb of a main clause: somebody who acts, a thing, or when and where."""

from __future__ import annotations

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.adverbials import is_adverb, say_when, tells_when
from sip_tui.swedish.grammar.clause import (
    AND,
    NOMINATIVE,
    VerbForm,
    Word,
    following,
    infinitive,
    is_auxiliary,
    is_finite,
    verb_form,
)
from sip_tui.swedish.grammar.other_people import is_agent
from sip_tui.swedish.grammar.people import REFLEXIVE
from sip_tui.swedish.grammar.person_words import given_name_pronouns, given_names
from sip_tui.swedish.style.clause_walk import is_adverbial, next_clause, word_after

SUBJECT, OBJECT = "du", "dig"
THEN = frozenset({"då", "så", "sedan", "sen", "där", "här", "därför"})
"""They begin a main clause: "där bor Tuva"."""
_COPULAS = frozenset({"vara", "bli", "heta"})
_THAT = frozenset({"det", "detta", "den", "denna", "dessa", "allt", "inget", "mycket"})
_STRANDED = frozenset({"av", "för", "på", "med"})
"""They end a clause whose first phrase belongs to them."""
_OBJECTS = frozenset({"mig", "oss", "er", "honom", "dem"})
_MOST = frozenset({"bäst", "mest", "inte", "mycket", "mer", "bättre", "extra"})


def by_first_constituent(words: tuple[Word, ...], start: int, at: int, last: int) -> str | None:
    """Tell a main clause by what stands before its verb: somebody who acts, a thing, or when and where."""
    first, verb = words[start].low, infinitive(words[at].low)
    named = given_name_pronouns(first)
    if first in _OBJECTS or is_finite(first) or is_adverbial(first) or (is_adverb(first) and not named):
        return SUBJECT
    if not named and say_when([word.low for word in words[start:at]]):
        return _after_time(words, verb, last)
    if verb in _COPULAS or first in THEN:
        return SUBJECT
    if verb_form(first) is VerbForm.INFINITIVE or first == "att":
        return SUBJECT if is_auxiliary(words[at].low) else OBJECT
    if first not in _THAT and (has_agent(words, start, at) or _are_named(words, start, at)):
        return OBJECT
    if verb in {"göra", "få"} and _describes(words, last):
        return OBJECT
    does = verb in table("du_form", "takes_a_person") and word_after(words, last) not in REFLEXIVE
    return OBJECT if does or verb == "ge" else SUBJECT


def _after_time(words: tuple[Word, ...], verb: str, last: int) -> str | None:
    """Tell after a time, which may be what does it: "Måndagar passar Tuva", and not "Förra veckan störde Tuva Rut"."""
    rest = following(words, last)
    if verb not in table("du_form", "affects") or any(low in REFLEXIVE for low in rest):
        return SUBJECT
    return None if rest and rest[0] not in _MOST else OBJECT


def _describes(words: tuple[Word, ...], last: int) -> bool:
    """Whether something is said of the person after the verb: "gör Tuva trött", "får Tuva att må bra"."""
    after = word_after(words, last)
    if word_after(words, last + 1) in _STRANDED and not word_after(words, last + 2) and verb_form(after) is None:
        return False  # what stands first belongs to "av": "andra får Tuva arg av"
    return after == "att" or bool(after and not tells_when(after) and not is_adverbial(after))


def _are_named(words: tuple[Word, ...], start: int, at: int) -> bool:
    """Whether nothing but given names, in small letters too, stands before the verb: "hans o mia tar Tuva"."""
    names = [word.low for word in words[start:at] if word.low not in AND]
    return any(map(given_name_pronouns, names)) and given_names().issuperset(names)


def has_agent(words: tuple[Word, ...], start: int, at: int) -> bool:
    """Whether the first noun of ``words[start:at]`` is somebody who acts."""
    for index in range(start, at):
        if words[index].low in table("du_form", "prepositions"):
            return False
        if words[index].low in NOMINATIVE or is_agent(words, index):
            return True
    return False


def front_of(words: tuple[Word, ...], at: int) -> tuple[int, str]:
    """Give where the clause of a verb begins, and what opens it; its first phrase may have an "och" in it.

    "Hos Rut och Bo trivs Tuva" begins with "hos", and "Rut kommer och Bo hämtar Tuva" with "Bo".
    """
    start, opener = next_clause(words, at)
    if opener not in AND or start < 2 or not (is_agent(words, start - 2) or not has_agent(words, start, at)):
        return start, opener
    begin, outer = next_clause(words, start - 2)
    is_phrase = words[begin].low in table("du_form", "prepositions")
    has_verb = any(is_finite(word.low) for word in words[begin : start - 1])
    return (begin, outer) if is_phrase and not has_verb else (start, opener)
