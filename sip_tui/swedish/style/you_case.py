"""Du or dig: whether the person acts in the clause or something is done to the person."""

from __future__ import annotations

from sip_tui.swedish.grammar.clause import AND, AUXILIARIES, SUBJUNCTIONS, Word, is_finite
from sip_tui.swedish.grammar.verbs import tense
from sip_tui.swedish.grammar.word_set import word_set
from sip_tui.swedish.style.you_words import BEGINS_WITHOUT_A_SUBJECT, PREPOSITIONS, TAKES_AN_OBJECT, TAKES_AN_OBJECT_NOW

SUBJECT = "du"
OBJECT = "dig"

_ADVERBS = word_set(
    """
    inte också även då nu gärna alltså redan alltid aldrig bara kanske själv ju sedan sen
    """
)
_COMPARE = frozenset({"som", "än", "så", "sedan", "fast", "då"})
"""They begin a clause, or compare: only a verb tells which."""
_PARTICLES = frozenset({"in", "upp", "ut", "hem", "ner"})
"""They stand between a verb and its object: "bjud in dig"."""
_ASK = frozenset({"vilka", "vilken", "vilket", "hur", "vad"})
_MAY_HAVE = frozenset({"har", "hade", "behöver", "behövde"})
"""Auxiliaries that are main verbs too: "skolan har dig i klassen"."""
_FAR = 12
"""How many words back the beginning of a clause is looked for."""
_FRONTED = frozenset({"vi", "jag", "ni", "man", "de"})


def case(words: tuple[Word, ...], first: int, last: int) -> str | None:
    """Tell what ``words[first : last + 1]`` is in its clause.

    Returns:
        ``SUBJECT``, ``OBJECT``, or None when the clause can be read both ways.
    """
    after = _after(words, last)
    if words[first].opens:
        return None if is_finite(after) and _after(words, last + 1) in _FRONTED else SUBJECT
    if words[first].paused:
        return SUBJECT if is_finite(after) else None
    before = words[first - 1]
    if before.low in _ADVERBS - _COMPARE and before.opens:
        return SUBJECT if is_finite(after) else None
    if before.low in _ADVERBS - _COMPARE and not before.paused:
        return _by_word(words, first - 2, after)
    return _by_word(words, first - 1, after)


def _by_word(words: tuple[Word, ...], at: int, after: str) -> str | None:
    """Tell by the word before, ``words[at]``, and by the word after the person."""
    low = words[at].low
    if low in _PARTICLES and at:
        low = words[at - 1].low if words[at - 1].low in TAKES_AN_OBJECT else low
    if low == "om":
        return SUBJECT if is_finite(after) else OBJECT
    if low in PREPOSITIONS or low in TAKES_AN_OBJECT:
        return OBJECT
    if low in _COMPARE or low in AND:
        return SUBJECT if is_finite(after) else None
    if low in SUBJUNCTIONS:
        return SUBJECT
    return _by_verb(words, at) if is_finite(low) or low in TAKES_AN_OBJECT_NOW else None


def _by_verb(words: tuple[Word, ...], at: int) -> str | None:
    """After a verb comes its object, or its subject when the clause begins with something else: "i dag ringer du"."""
    low = words[at].low
    begins, opened_by = _clause(words, at)
    turned = begins in BEGINS_WITHOUT_A_SUBJECT or opened_by in _ASK
    if low in TAKES_AN_OBJECT_NOW:
        has_subject = bool(begins) or opened_by in AND or opened_by == "som"
        return None if turned or not (has_subject or opened_by == "") else OBJECT
    if low in _MAY_HAVE:
        return SUBJECT if turned or (not begins and opened_by == "") else None
    known = low in AUXILIARIES or tense(low) is None
    return SUBJECT if turned or known or (not begins and opened_by != "?") else None


def _clause(words: tuple[Word, ...], at: int) -> tuple[str, str]:
    """Give the first word of the clause before ``words[at]``, and the conjunction that opens it; empty for none."""
    for before in range(at, max(-1, at - _FAR), -1):
        if words[before].opens or words[before].paused:
            return ("" if before == at else words[before].low), ""
        opener = words[before - 1].low
        if opener in AND or opener in SUBJUNCTIONS - BEGINS_WITHOUT_A_SUBJECT:
            return ("" if before == at else words[before].low), opener
    return "", "?"


def _after(words: tuple[Word, ...], last: int) -> str:
    """The word after one, in small letters; empty when a stop or a pause comes first."""
    after = words[last + 1] if last + 1 < len(words) else None
    return "" if after is None or after.opens or after.paused else after.low
