"""Whether "om", "för" or "innan" before somebody begins a clause, or is a preposition: "om Tuva vill", "om Tuva"."""

from __future__ import annotations

from sip_tui.swedish.grammar.adverbials import say_when
from sip_tui.swedish.grammar.clause import AND, Word, is_finite, is_passive, verb_form
from sip_tui.swedish.grammar.other_people import is_agent
from sip_tui.swedish.style.clause_walk import (
    ends_relative,
    is_name,
    next_clause,
    subject_follows,
    verb_after,
    word_after,
)

CLAUSE_TOO = frozenset({"om", "för", "innan"})  # "om Tuva vill", "för Tuva är trött"
_RATES = ("art", "ert", "amt", "igt", "önt", "int")
"""How a word ends that says how something is."""
_GOOD = frozenset({"bra", "bäst", "bättre", "lättare", "toppen"})
_WANTS = frozenset({"vill", "orkar", "behöver", "önskar", "mår", "klarar", "vågar"})  # "en helg om Tuva vill"
_SHORT_ANSWERS = frozenset({"ja", "nej", "ok", "okej", "bara", "endast"})


def begins_clause(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether ``words[at]`` begins a clause whose subject is the name that ends with ``words[last]``."""
    then = word_after(words, last)
    if words[at + 1].low in {"inte", "ej"} or (words[at].low == "om" and words[at - 1].low in _SHORT_ANSWERS):
        return verb_after(words, last)  # "om inte Tuva har ont", "ja om Tuva är med"
    if then in _WANTS or (then in {"inte", "ej"} and is_finite(word_after(words, _end_of_not(words, last)))):
        return True
    ends = words[at].low == "om" and all(word.opens or word.paused for word in words[last + 2 : last + 3])
    begins = verb_after(words, last) and (ends or _is_conjunction(words, at))
    return begins and not subject_follows(words, last) and not ends_relative(words, at, last)


def _end_of_not(words: tuple[Word, ...], last: int) -> int:
    """Go on over "inte" with what says how much: "om Tuva inte längre kan svara"."""
    return last + 1 + (word_after(words, last + 1) in {"längre", "alls", "själv", "riktigt", "heller", "ens", "ännu"})


def _is_conjunction(words: tuple[Word, ...], at: int) -> bool:
    """Whether "om" or "för" begins a clause: it stands first, or after a verb that its own clause has already."""
    if words[at].opens or words[at].paused or words[at - 1].low in AND:
        return True
    if words[at].low == "för":
        return is_finite(words[at - 1].low)
    before = words[at - 1]
    rated = before.opens and (before.low in _GOOD or before.low.endswith(_RATES))  # "oklart om Tuva vill"
    if rated or is_agent(words, at - 1) or is_name(before) or say_when([before.low]):  # "remiss till dietist om"
        return True
    start, _opener = next_clause(words, at - 1)
    return any(verb_form(word.low) is not None or is_passive(word.low) for word in words[start:at])
