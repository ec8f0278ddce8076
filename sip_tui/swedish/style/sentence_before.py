"""Who opens a sentence, by the one before it on the same line: "Rut kör henne. Hon orkar inte köra själv".

Source: Grosz, Joshi and Weinstein, Centering (1995): a sentence goes on about somebody in the one before. Which of two
it is, a few words tell: who would do a thing herself is the one for whom it is done.
"""

from __future__ import annotations

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, Word, infinitive, is_finite
from sip_tui.swedish.grammar.other_people import pronouns_of
from sip_tui.swedish.grammar.people import Addressee, find_mention
from sip_tui.swedish.grammar.person_words import is_office
from sip_tui.swedish.style.antecedents import OBJECTS, Antecedents
from sip_tui.swedish.style.clause_tree import Clause
from sip_tui.swedish.style.clauses import Clauses
from sip_tui.swedish.style.du_case import SAYS
from sip_tui.swedish.style.du_implied import names_somebody
from sip_tui.swedish.style.who import STAFF, Who

_WITH = frozenset({"m", "med", "hos", "ihop"})
_NOT = frozenset({"inte", "ej"})
_FROM = frozenset({"av", "från", "fr"})
_VISITS = frozenset({"komma", "hälsa"})
_MEETS = frozenset({"träffa", "möta", "besöka"})


def is_helped_before(others: Antecedents, at: int, before: Clauses, sentence: Clauses) -> bool:
    """Whether "Hon", the subject of a sentence, is the person as she would do herself what others do, or needs it.

    Args:
        others: Who has been named.
        at: Where "Hon" stands.
        before: The clauses of the sentence before, on the same line.
        sentence: The clauses of its own sentence.
    """
    words, main = others.words, before.of(before.first)
    clause = sentence.of(at)
    if clause.subject != at or clause.parent is not None or main.parent is not None or main.is_row:
        return False
    if _is_asked(others, at, main):
        return True
    said = _said(words, sentence.first, sentence.end)
    if not (_is_matter_of_fact(said) and _is_matter_of_fact(_said(words, before.first, before.end))):
        return False
    who = others.who(main.subject, words[at].low)
    herself = "själv" in said and "sig" not in said and not said.isdisjoint(table("lived", "herself"))
    if who is Who.PERSON:  # and nobody else is the one to whom she does it, "Tuva ringde Rut", or can't either
        return herself and said.isdisjoint(_NOT) and all(words[each - 1].low in _FROM for each in main.named)
    needs = not said.isdisjoint(table("lived", "needs_help")) or _would_else(said)
    return who in {Who.RIVAL, Who.ELSE} and main.subject >= 0 and _is_helped(others, before) and (herself or needs)


def _said(words: tuple[Word, ...], first: int, end: int) -> set[str]:
    """Give the words of a sentence, as they stand, and verbs as infinitives."""
    said = {word.low for word in words[first:end]}
    return said | {infinitive(low) for low in said}


def _is_asked(others: Antecedents, at: int, main: Clause) -> bool:
    """Whether "Hon" answers what the person is asked in the sentence before: "Rut frågar Tuva. Hon svarar nej"."""
    words = others.words
    answers = any(infinitive(word.low) == "svara" for word in words[at + 1 : at + 2])
    asks = answers and infinitive(words[main.verb].low) == "fråga" and main.subject < main.verb
    return asks and not _is_person(others, main.subject) and _is_named(words, main.verb + 1, others.person)


def _would_else(said: set[str]) -> bool:
    """Whether it tells what becomes of who is not helped: "Hon försover sig annars"."""
    return "annars" in said and said.isdisjoint(table("lived", "works") | table("lived", "either"))


def _is_matter_of_fact(said: set[str]) -> bool:
    """Whether a sentence tells neither what somebody says nor what one feels about another."""
    return said.isdisjoint((SAYS | table("lived", "felt_about")) - _NOT)


def _is_helped(others: Antecedents, before: Clauses) -> bool:
    """Whether somebody does something with or for the person: "Rut kör henne", "Rut handlar åt Tuva"."""
    main = before.of(before.first)
    return any(
        before.of(at) is main and _is_person(others, at) for at in range(max(main.verb, before.first) + 1, before.end)
    )


def _is_person(others: Antecedents, at: int) -> bool:
    if others.words[at].low in OBJECTS:
        return others.decided.get(at, False)
    return _is_named(others.words, at, others.person)


def meets_one(words: tuple[Word, ...], at: int, before: Clauses, person: Addressee) -> bool:
    """Whether "De" does together what the person does with the one who comes: "Rut kommer på söndagar. De fikar."."""
    if at + 1 >= len(words) or infinitive(words[at + 1].low) not in table("lived", "together"):
        return False
    main, named = before.of(before.first), _named(words, before, person)
    if main.is_row or main.verb < 0 or any(word.low in AND for word in words[before.first : before.end]):
        return False
    theirs = [each for each in named if find_mention(words, each, person) is None]
    if len(theirs) != 1 or not _is_one(words, theirs[0], person):
        return False
    if main.subject == theirs[0]:
        meets = infinitive(words[main.verb].low) in _MEETS and _is_named(words, main.verb + 1, person)
        return meets or _comes(words, main, before)
    return len(named) == 2 and _sees(words, main, theirs[0], person)


def _named(words: tuple[Word, ...], before: Clauses, person: Addressee) -> list[int]:
    """Where people are named in a sentence."""
    return [at for at in range(before.first, before.end) if names_somebody(words, at, person)]


def _is_one(words: tuple[Word, ...], at: int, person: Addressee) -> bool:
    """Whether a word names a single person, and no office or staff."""
    low = words[at].low
    known = low in person.others or pronouns_of(words, at)
    return bool(known) and not is_office(low) and not low.startswith(STAFF)


def _is_named(words: tuple[Word, ...], at: int, person: Addressee) -> bool:
    """Whether the person is named at a word, and not as an owner: "hon" may be somebody else."""
    mention = find_mention(words, at, person) if 0 <= at < len(words) else None
    return mention is not None and not mention.owns and not mention.pronoun


def _comes(words: tuple[Word, ...], main: Clause, before: Clauses) -> bool:
    """Whether the subject comes to see the person, with nobody and nothing besides."""
    alone = all(word.low not in _WITH for word in words[main.verb : before.end])
    return infinitive(words[main.verb].low) in _VISITS and alone


def _sees(words: tuple[Word, ...], main: Clause, who: int, person: Addressee) -> bool:
    """Whether the person sees the one who is named, or does something with them."""
    if not _is_named(words, main.subject, person):
        return False
    before = words[who - 1].low
    return before in _WITH or (is_finite(before) and infinitive(before) in _MEETS)
