"""The person and somebody beside: "de", "dem" and "deras" are "ni", "er" and "era" where they can only be those two.

"Samir frågar Tuva och mamma vad de tycker" is "… dig och mamma vad ni tycker".
"""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, NOMINATIVE, Word, is_finite, verb_form
from sip_tui.swedish.grammar.people import Addressee, find_mention, is_agent, pronouns_of
from sip_tui.swedish.grammar.person_words import is_office
from sip_tui.swedish.style.clauses import Clause, Clauses

THEY = frozenset({"de", "dom"})
THEM = frozenset({"dem", "dom"})
_OWNS = {"din": "er", "ditt": "ert", "dina": "era"}
_MANY_PEOPLE = ("rna", "nen", "na")
"""How several who are known end: "lärarna", "barnen"."""
_LONGEST_ROW = 4
"""How many words after the person those beside may take: "och hennes mamma Rut"."""


def owned_by_both(fix: str | None) -> str | None:
    """Give what two own for what one owns: "era" for "dina"."""
    return _OWNS.get(fix or "")


def is_subject_with_others(words: Sequence[Word], at: int, sentence: Clauses, person: Addressee) -> bool:
    """Whether "de" is the person and somebody beside, the subject before: "Tuva och mamma säger att de vill"."""
    clause = sentence.of(at)
    outer = clause.parent or clause.before
    if outer is None or not outer.is_row or (clause.start == at and words[at].opens):
        return False
    return any(_is_named(words, each, person) for each in row_of(outer)) and not _has_others(words, outer.verb, at)


def is_object_with_others(words: Sequence[Word], at: int, row: int, sentence: Clauses) -> bool:
    """Whether "de", "dem" or "deras" is the person and somebody beside, who were an object at ``row``.

    Who has them as an object is one, with a name or a role of one: "Samir hjälper Tuva och mamma när de ringer".
    """
    if not sentence.first <= row < at:
        return False
    clause, outer = sentence.of(at), sentence.of(row)
    who = outer.subject
    if who < 0 or outer.is_row or words[who].low in NOMINATIVE - {"hon", "han"} or is_office(words[who].low):
        return False
    apart = clause is not outer or words[at].low not in THEY
    several = _has_others(words, sentence.first - 1, row) or _has_others(words, _end_of_row(words, row, at), at)
    return apart and pronouns_of(words, who) is not None and not several


def goes_on_with_both(words: Sequence[Word], at: int, before: Clauses, person: Addressee) -> bool:
    """Whether "De" begins a sentence after one whose subject is the person and somebody beside."""
    if at + 1 >= len(words) or not is_finite(words[at + 1].low):
        return False
    outer = before.of(before.first)
    row = row_of(outer)
    named = outer.is_row and any(_is_named(words, each, person) for each in row)
    alone = not any(is_agent(words, each) for each in range(outer.verb + 1, at))
    return named and alone and not _has_others(words, outer.verb, at)


def row_of(clause: Clause) -> tuple[int, ...]:
    """Give those who are the subject of a clause together."""
    return (clause.subject, *(each for each in clause.named if each < clause.verb))


def _is_named(words: Sequence[Word], at: int, person: Addressee) -> bool:
    mention = find_mention(words, at, person) if at >= 0 else None
    return mention is not None and not mention.pronoun


def _end_of_row(words: Sequence[Word], row: int, before: int) -> int:
    """Go on over who stands beside the person, as far as nobody else is told of."""
    end = row
    for at in range(row, min(row + _LONGEST_ROW, before)):
        if words[at].low in AND:
            end = at + 2 if words[at + 1].low in {"hans", "hennes", "hens"} else at + 1
    return end


def _has_others(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether several others are told of in between: "lärarna"."""
    several = (word.low for word in words[max(0, start + 1) : end] if word.low.endswith(_MANY_PEOPLE))
    return any(verb_form(low) is None and low not in table("du_form", "adverbs") for low in several)
