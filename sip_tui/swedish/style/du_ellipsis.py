"""Clauses without their verb: the person is their subject, as in "mamma vill ha fler, Tuva färre"."""

from __future__ import annotations

from itertools import takewhile

from sip_tui.swedish.grammar.clause import AND, Word, is_finite, is_infinitive, verb_form
from sip_tui.swedish.grammar.other_people import is_agent
from sip_tui.swedish.style.clause_walk import is_described, next_clause, opening, word_after


def is_elliptic(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether a clause is without its verb, or with "inte" alone: "det är vi som ska ändra oss, inte Tuva"."""
    if words[first - 1].low == "inte" and words[first - 1].paused:
        return words[opening(words, first)].low == "det"
    if not words[first].paused:
        return False
    return is_described(words, last) or _is_gapped(words, first, last) or _is_verbless(words, first, last)


def _is_verbless(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether a note without a verb says where the person goes: "Rut t skolan, Tuva t Rut"."""
    moves = word_after(words, last) in {"t", "till", "hos", "på", "i"}
    return moves and not any(verb_form(word.low) for word in words[opening(words, first) : first])


def _is_gapped(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether the same, or a quality, is said of the person without a verb: "mamma vill ha fler, Tuva färre"."""
    rest = list(takewhile(lambda word: not (word.opens or word.paused), words[last + 1 : last + 4]))
    ends = len(words) <= last + 1 + len(rest) or words[last + 1 + len(rest)].opens or words[last + 1 + len(rest)].paused
    if not 1 <= len(rest) <= 2 or not ends or any(word.paused or word.has_capital for word in rest):
        return False
    start, _opener = next_clause(words, first - 1)
    has_verb = any(is_finite(word.low) or is_infinitive(word.low) for word in words[start:first])
    return has_verb and not any(word.low in AND or is_agent(rest, 0) for word in rest)
