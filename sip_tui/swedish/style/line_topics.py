"""Lines of notes that are of the person by their kind: an answer, how it is at pappa's, what mamma is afraid of."""

from __future__ import annotations

from itertools import pairwise

from sip_tui.swedish.grammar.clause import Word, infinitive
from sip_tui.swedish.grammar.people import find_mention
from sip_tui.swedish.style.antecedents import Antecedents
from sip_tui.swedish.style.clause_tree import Clause
from sip_tui.swedish.style.clauses import Clauses

_FAR = 14
"""How many words back somebody is asked."""
_AT_HOME = frozenset({("hos", "mig"), ("hos", "oss")})
_IT = frozenset({"det", "den", "dem", "dom"})
_EATS = frozenset({"äta", "dricka", "gilla", "älska"})
_SERVES = frozenset({"laga", "köpa", "baka", "ta", "koka", "handla", "ge"})
_MAY = frozenset({"kan", "får", "ska", "bör", "måste", "behöver", "slipper"})
_WANTS = frozenset({"vågar", "orkar", "längtar"})
_WHETHER = frozenset({"om", "när", "hur", "var", "varför"})
_CAN = frozenset({"kan", "får", "klarar", "gör"})
_CLOSE = frozenset({"samma", "nära", "närmare", "närmast", "granne", "grannar", "intill"})
_WORRIED = frozenset({"rädd", "rädda", "orolig", "oroliga", "oroar", "stolt", "ledsen"})


def is_answer(others: Antecedents, at: int, sentence: Clauses) -> bool:
    """Whether the line answers what the person is asked in the line before: "Rut frågar Tuva / Hon säger nej"."""
    words, line = others.words, others.line
    if at != sentence.first or at != line or infinitive((*words, words[at])[at + 1].low) not in {"säga", "svara"}:
        return False
    asks = (each for each in range(max(0, line - _FAR), line - 1) if infinitive(words[each].low) == "fråga")
    asked = (find_mention(words, each + 1, others.person) for each in asks)
    return any(mention and not mention.owns and not mention.pronoun for mention in asked)


def is_worried_for(others: Antecedents, at: int, clause: Clause) -> bool:
    """Whether one of the family is worried for "hon", and nobody else of the line: "mamma rädd att hon rymmer"."""
    before = {word.low for word in others.words[others.line : at]}
    return clause.subject == at and clause.opener == "att" and not before.isdisjoint(_WORRIED)


def is_at_home(others: Antecedents, sentence: Clauses) -> bool:
    """Whether one of the family says how it is with them: "pappa: hos mig sover hon"."""
    words, first = others.words, sentence.first
    says = words[first - 1].low if first else ""
    with_me = pairwise(word.low for word in words[first : sentence.end])
    is_kin = says in others.person.others - others.person.helpers or says in {"mamma", "pappa"}
    return is_kin and not _AT_HOME.isdisjoint(with_me)


def is_served(others: Antecedents, at: int, sentence: Clauses) -> bool:
    """Whether "hon" eats what others bring: "mamma tar med bullar. Det äter hon"."""
    words, first = others.words, sentence.first
    if at != first + 2 or first <= others.line or words[first].low not in _IT:
        return False
    by_person = any(find_mention(words, each, others.person) for each in range(others.line, first))
    herself = any(word.low == "själv" for word in words[at : sentence.end])
    brings = {infinitive(word.low) for word in words[others.line : first]}
    served = not (by_person or herself or brings.isdisjoint(_SERVES))
    return served and infinitive(words[first + 1].low) in _EATS


def is_advised(others: Antecedents, at: int) -> bool:
    """Whether one who helps says what "hon" may: "Rut: hon kan ringa jouren"."""
    words = others.words
    says = others.begun == at > others.line and words[at - 1].low in others.person.helpers
    return says and (*words, words[at])[at + 1].low in _MAY


def goes_on_wishing(others: Antecedents, at: int) -> bool:
    """Whether "hon" wants a thing after a line of the person: "Tuva mejlar Rut / hon vågar inte ringa"."""
    words = others.words
    return begins_with_person(others) and others.begun == at and (*words, words[at])[at + 1].low in _WANTS


def begins_with_person(others: Antecedents) -> bool:
    """Whether the sentence that ends the line before begins with the person."""
    line = others.line
    start = next((at for at in range(line - 1, max(-1, line - _FAR - 1), -1) if others.words[at].opens), line)
    mention = find_mention(others.words, start, others.person)
    return mention is not None and not mention.owns and not mention.pronoun


def is_asked_about(others: Antecedents, at: int) -> bool:
    """Whether one who helps says what "hon" may, of whom somebody asks: "Rut undrar om Tuva får det / Ann: hon får"."""
    words, line = others.words, others.line
    asks = (each for each in range(max(0, line - _FAR), line - 2) if infinitive(words[each].low) in {"undra", "fråga"})
    asked = (find_mention(words, each + 2, others.person) for each in asks if words[each + 1].low in _WHETHER)
    about = any(mention and not mention.owns and not mention.pronoun for mention in asked)
    return about and is_advised(others, at)


def does_alone(words: tuple[Word, ...], at: int, sentence: Clauses) -> bool:
    """Whether "hon" does herself later what others do first: "Rut tar sprutan / sen kan hon ta den själv"."""
    later = words[sentence.first].low in {"sen", "sedan", "därefter"} and words[at - 1].low in _CAN
    return later and any(word.low == "själv" for word in words[at : sentence.end])


def is_of_other(others: Antecedents, at: int, sentence: Clauses) -> bool:
    """Whether it tells who is at hand, "hon bor i samma hus", or of the one whom the person would have."""
    said = {word.low for word in others.words[at : sentence.end]}
    lives_close = not said.isdisjoint({"bor", "bodde"}) and not said.isdisjoint(_CLOSE)
    asked_for = [word.low for word in others.words[max(0, others.line - 3) : others.line]]  # "Tuva vill ha Rut"
    return lives_close or (asked_for[:2] == ["vill", "ha"] and asked_for[-1] in others.others)


def is_of_person(others: Antecedents, at: int, sentence: Clauses) -> bool:
    """Whether the line answers the person, or one who asks about them, or tells what the person is served."""
    return is_answer(others, at, sentence) or is_served(others, at, sentence) or is_asked_about(others, at)
