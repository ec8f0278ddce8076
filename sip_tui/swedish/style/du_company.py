"""The person and somebody beside: "de", "dem" and "deras" are "ni", "er" and "era" where they can only be those two.

"Samir frågar Tuva och mamma vad de tycker" is "… dig och mamma vad ni tycker".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import (
    AND,
    NOMINATIVE,
    Word,
    following,
    is_finite,
    verb_form,
)
from sip_tui.swedish.grammar.other_people import is_agent, pronouns_of
from sip_tui.swedish.grammar.people import Addressee, Mention, find_mention
from sip_tui.swedish.grammar.person_words import is_office
from sip_tui.swedish.grammar.possessive import possessive
from sip_tui.swedish.style.clause_tree import Clause
from sip_tui.swedish.style.clause_walk import stands_as_verb
from sip_tui.swedish.style.clauses import Clauses

THEY = frozenset({"de", "dom"})
THEM = frozenset({"dem", "dom"})
_OWNS = {"din": "er", "ditt": "ert", "dina": "era"}
_MEETS = frozenset({"ses", "sågs", "träffas", "träffades", "möts", "möttes", "hörs"})
_MANY_PEOPLE = ("rna", "nen", "na")
"""How several who are known end: "lärarna", "barnen"."""
_LONGEST_ROW = 4
"""How many words after the person those beside may take: "och hennes mamma Rut"."""


def with_others(words: Sequence[Word], at: int, row: int, sentence: Clauses, person: Addressee) -> str | None:
    """Give "ni", "er" or "era" where "de", "dem" or "deras" is the person and somebody beside.

    Args:
        words: The words of the paragraph.
        at: Where "de" stands.
        row: Where the person stood last as an object with somebody beside.
        sentence: The clauses of the sentence.
        person: Whom the text is turned to.
    """
    low, then = words[at].low, following(words, at)
    if low in THEY and (_is_subject_with_others(words, at, sentence, person) or _meet(words, at, sentence)):
        return "ni"
    if not _is_object_with_others(words, at, row, sentence):
        return None
    if low == "deras":
        return _OWNS.get(possessive(then) or "")
    return "ni" if low == "de" or (low == "dom" and is_finite((*then, "")[0])) else "er"


def is_beside_others(words: tuple[Word, ...], mention: Mention, first: int, end: int) -> bool:
    """Whether "och" joins the person and somebody beside: "Tuva och mamma", and not "ringer Tuva och berättar"."""
    if mention.first > first and words[mention.first - 1].low in AND:
        return True
    after = mention.last + 2
    joined = after < end and not words[after - 1].opens and words[after - 1].low in AND
    return joined and not stands_as_verb(words, after)


def _is_subject_with_others(words: Sequence[Word], at: int, sentence: Clauses, person: Addressee) -> bool:
    """Whether "de" is the person and somebody beside, the subject before: "Tuva och mamma säger att de vill"."""
    clause = sentence.of(at)
    outer = clause.parent or clause.before
    if outer is None or not outer.is_row:
        return False
    return any(_is_named(words, each, person) for each in row_of(outer)) and not _has_others(words, outer.verb, at)


def _is_object_with_others(words: Sequence[Word], at: int, row: int, sentence: Clauses) -> bool:
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


def _meet(words: Sequence[Word], at: int, sentence: Clauses) -> bool:
    """Whether "de" is the person and the one who does something with them: "Samir ringer Tuva innan de ses"."""
    clause = sentence.of(at)
    outer = clause.parent or clause.before
    if outer is None or outer.is_row or not 0 <= outer.subject < outer.verb < outer.person_at < at:
        return False
    with_person = outer.person_at == outer.verb + 1 or words[outer.person_at - 1].low in {"med", "till"}
    return with_person and words[min(at + 1, len(words) - 1)].low in _MEETS


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


def is_in_row(clause: Clause, at: int) -> bool:
    """Whether the word at ``at`` is one of the ``row_of`` a clause; a hostile text has thousands of them."""
    place = bisect_left(clause.named, at)  # they are noted in reading order
    return at == clause.subject or (at < clause.verb and clause.named[place : place + 1] == [at])


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
