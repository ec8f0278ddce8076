"""Whether "hon" is the person by another clause of the same sentence, where somebody helps, lends, or wonders.

"Rut går ut med Tuva, då är hon lugn" is of Tuva: what comes of help is told of the one who is helped.
"""

from __future__ import annotations

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import infinitive
from sip_tui.swedish.grammar.people import find_mention
from sip_tui.swedish.style.antecedents import OBJECTS, Antecedents
from sip_tui.swedish.style.clause_roles import verb_of
from sip_tui.swedish.style.clause_tree import Clause
from sip_tui.swedish.style.clauses import Clauses
from sip_tui.swedish.style.what_is_told import MODALS
from sip_tui.swedish.style.who import Who
from sip_tui.swedish.style.who_acts import is_helper

_THEN = frozenset({"då", "sen", "sedan", "annars", "efteråt", "därefter"})
_OF_STAFF = frozenset({"ledig", "sjuk", "klar", "redo", "sjukskriven", "frånvarande", "bestämd", "säker", "överens"})
"""What those who help may be, too."""
_IS = frozenset({"är", "blir", "var", "blev", "mår", "känner"})
_SEES = frozenset({"se", "träffa", "höra", "hitta", "väcka", "möta"})
_WONDERS = frozenset({"undra", "oroa"})
_LENDS = frozenset({"låna", "ge", "ordna", "fixa", "hyra"})
_OWN = frozenset({"egen", "eget", "egna", "ny", "nytt", "nya"})
_COACHES = frozenset({"hjälpa", "stötta", "träna"})
_AWAKE = frozenset({"uppe", "vaken", "påklädd", "hemma", "iväg"})
_GOES_SEE = frozenset({"besöka", "åka", "titta", "kolla", "gå", "se", "testa", "prova"})
_BEGINS = frozenset({"börja", "prova", "testa", "flytta", "bo", "jobba", "plugga"})
_SHORT = 6
"""How many words after the pronoun tell how somebody is."""


def is_by_clause_before(others: Antecedents, at: int, sentence: Clauses) -> bool:
    """Whether the pronoun ``words[at]`` is the person by what another clause of its sentence tells."""
    clause = sentence.of(at)
    if others.words[at].low in OBJECTS:
        return _is_wondered_about(others, at, clause, sentence)
    if clause.subject != at:
        return False
    told = _is_well_after(others, at, clause) or _is_shown(others, at, clause) or _is_coached(others, at, clause)
    return told or _is_lent(others, at, clause) or _is_woken(others, at, sentence)


def _is_well_after(others: Antecedents, at: int, clause: Clause) -> bool:
    """Whether it tells how the one is who was helped: "Rut går ut med Tuva, då är hon lugn"."""
    before, words = clause.before, others.words
    if before is None or words[clause.start].low not in _THEN or not _is_helping(others, before, at):
        return False
    said = {word.low for word in words[at + 1 : at + _SHORT]}
    states = (table("lived", "predicates") | table("lived", "states")) - _OF_STAFF
    return words[clause.verb].low in _IS and not said.isdisjoint(states)


def _is_shown(others: Antecedents, at: int, clause: Clause) -> bool:
    """Whether it tells what the one wants who has seen a place: "Rut har besökt skolan med Tuva, hon vill börja"."""
    before, words = clause.before, others.words
    if before is None or clause.start != at or not _is_helping(others, before, at):
        return False
    wants, does = ([word.low for word in words[at + 1 : at + 3]] + ["", ""])[:2]
    return verb_of(words, before) in _GOES_SEE and wants in {"vill", "får", "kan"} and does in _BEGINS


def _is_helping(others: Antecedents, before: Clause, at: int) -> bool:
    """Whether one who helps does something with the person, whom the clause names after its verb."""
    if before.subject < 0 or before.is_row or not is_helper(others, (before.subject,)):
        return False
    return any(_is_named(others, each) or others.decided.get(each) for each in _objects(others, before, at))


def _objects(others: Antecedents, before: Clause, at: int) -> list[int]:
    """Where the person may be named after the verb of a clause."""
    pronouns = (each for each in range(before.verb + 1, at) if others.words[each].low in OBJECTS)
    return [each for each in (before.person_at, next(pronouns, -1)) if each > before.verb]


def _is_named(others: Antecedents, at: int) -> bool:
    mention = find_mention(others.words, at, others.person) if at >= 0 else None
    return mention is not None and not mention.owns and not mention.pronoun


def _is_lent(others: Antecedents, at: int, clause: Clause) -> bool:
    """Whether something is lent to the person for as long as she has none: "lånar Tuva sin tills hon får en egen"."""
    outer, words = clause.parent, others.words
    if outer is None or clause.opener != "tills" or not outer.verb < outer.person_at < at:
        return False
    gives = verb_of(words, outer) in _LENDS and others.who(outer.subject, words[at].low) is not Who.PERSON
    return gives and not {word.low for word in words[at + 1 : at + _SHORT]}.isdisjoint(_OWN)


def _is_coached(others: Antecedents, at: int, clause: Clause) -> bool:
    """Whether somebody helps the person with what to do: "Rut hjälper Tuva med vad hon ska säga"."""
    outer, words = clause.parent, others.words
    if outer is None or clause.opener not in {"vad", "hur", "vem"} or words[clause.start - 1].low != "med":
        return False
    coaches = infinitive(words[outer.verb].low) in _COACHES and _is_named(others, clause.start - 2)
    return coaches and words[at + 1].low in MODALS and others.who(outer.subject, words[at].low) is not Who.PERSON


def _is_woken(others: Antecedents, at: int, sentence: Clauses) -> bool:
    """Whether it tells what one does who is cared for: "Rut väcker henne kl 6, tar en timme innan hon är uppe"."""
    back = (
        each for each in range(sentence.first, at) if others.words[each].low in OBJECTS and others.decided.get(each)
    )
    told = next(back, -1)
    if told < 0 or infinitive(others.words[sentence.of(told).verb].low) not in table("lived", "cares"):
        return False
    said = {word.low for word in others.words[at + 1 : at + _SHORT]}
    return not said.isdisjoint(_AWAKE) or not {*map(infinitive, said)}.isdisjoint(table("lived", "does"))


def _is_wondered_about(others: Antecedents, at: int, clause: Clause, sentence: Clauses) -> bool:
    """Whether others see the one somebody wonders about: "mamma undrar om Tuva äter, Rut har inte sett henne"."""
    words, before = others.words, clause.before
    if before is None or not 0 <= clause.subject < clause.verb < at or others.is_beside_person(at, clause):
        return False
    asked = words[before.verb].low if before.verb >= 0 else ""
    named = before.verb < before.person_at < clause.start and _is_subject(sentence, before.person_at)
    does = {infinitive(word.low) for word in words[clause.verb : at]}
    return infinitive(asked) in _WONDERS and named and not does.isdisjoint(_SEES)


def _is_subject(sentence: Clauses, at: int) -> bool:
    return sentence.of(at).subject == at
