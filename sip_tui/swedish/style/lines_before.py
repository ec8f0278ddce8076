"""Whether "hon" is still the person after a line that names others: notes go on about the one whom they are about.

Sources: Svenska Akademiens grammatik: who is named in the clause of "hon", or in one that belongs to it, is somebody
else than she. Grosz, Joshi and Weinstein, Centering (1995): a sentence goes on with the subject of the one before.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import NOMINATIVE, Word, infinitive, is_finite, is_infinitive
from sip_tui.swedish.grammar.people import PRONOUNS, find_mention
from sip_tui.swedish.style.antecedents import OBJECTS, OWNS, Antecedents
from sip_tui.swedish.style.clause_before import is_by_clause_before
from sip_tui.swedish.style.clause_tree import Clause
from sip_tui.swedish.style.clauses import Clauses
from sip_tui.swedish.style.du_case import SAYS
from sip_tui.swedish.style.line_topics import (
    begins_with_person,
    does_alone,
    goes_on_wishing,
    is_advised,
    is_at_home,
    is_of_other,
    is_of_person,
    is_worried_for,
)
from sip_tui.swedish.style.what_is_told import COMPLEMENTS, MODALS
from sip_tui.swedish.style.who import Who
from sip_tui.swedish.style.who_acts import acts, is_helper, places_of

_FAR = 14
"""How many words of a clause are looked at, before and after "hon"."""
_PRONOUNS = NOMINATIVE | PRONOUNS.keys()
_AILMENT = re.compile(
    r"\w{2,}(?:inflammation|infektion|allergi|kramp|anfall|svårighet|värk|besvär|smärta|skada|feber)(?:er|en|erna|n|or|et)?"
)
_LOOKS_INTO = frozenset({"kolla", "undersöka", "utreda", "pröva", "bedöma", "höra", "undra", "fråga", "se"})
_WISHES = frozenset({"vill", "orkar", "önskar", "vågar", "mår", "behöver", "känner", "blir"})
_THINKS = frozenset({"tro", "tycka", "anse", "mena", "hoppas", "veta", "rekommendera", "föreslå"})
_SHOULD = frozenset({"ska", "bör", "borde", "får", "kan", "kunde", "skulle", "behöver", "måste"})
"""What somebody thinks that another should do: "Jörgen tror inte han kan söka än"."""
_MAY = frozenset({"kunna", "få", "ha", "gå", "söka", "byta", "ta"})
"""What the person may, too."""
_SEES = frozenset({"träffa", "besöka", "undersöka", "testa", "vaccinera"})
_IS = frozenset({"är", "var", "blir", "blev", "heter"})
_ACCORDING = frozenset({"enl", "enligt"})
_BECOMES = frozenset({"bli", "gå", "träna", "flytta", "slippa"})
"""After "vill" they tell of a dream or of where one goes: "vill bli frisör"."""
_LIVES = frozenset({("klara", "sig"), ("kunna", "bli")})


def is_still_the_person(others: Antecedents, at: int, sentence: Clauses, *, told_before: bool) -> bool:
    """Whether the pronoun ``words[at]`` is the person, though others have been named who might be.

    Args:
        others: Who has been named.
        at: Where the pronoun stands.
        sentence: The clauses of its sentence.
        told_before: Whether the line before is about the person too.
    """
    words, pronoun, clause = others.words, others.words[at].low, sentence.of(at)
    if len(others.beside & others.person.pronouns) > 1 or _is_beside_another(words, at, clause, sentence):
        return False
    quoted = _quoted(others, at, sentence)
    left = others.rivals(pronoun) - _named_below(others, clause, at, sentence) - quoted
    if left and not (left := left - _beside(others, at, clause)):
        return False
    if not left:
        return clause.subject == at or bool(quoted)
    return _is_done_for_named(others, at, clause, left) or _goes_on(others, at, sentence, left, told_before)


def _goes_on(others: Antecedents, at: int, sentence: Clauses, left: frozenset[int], told_before: bool) -> bool:
    """Whether the pronoun is the person by what is told, where some are left who may be meant by it."""
    words, pronoun, clause = others.words, others.words[at].low, sentence.of(at)
    lives = tells_of_life(words, at, clause, sentence)
    felt = _is_felt_about(others, left) and not (lives and pronoun in OBJECTS)
    if felt or is_of_other(others, at, sentence):
        return False
    active = [places for number in left if acts(others, places := places_of(others, number))]
    helped = all(is_helper(others, places) for places in active)
    ahead = all(places[-1] < others.line for places in active)
    again = _is_told(others, at, sentence) and all(places_of(others, each)[-1] < sentence.first for each in left)
    if again or is_of_person(others, at, sentence) or is_by_clause_before(others, at, sentence):
        return True
    if told_before and ahead and (is_worried_for(others, at, clause) or (helped and does_alone(words, at, sentence))):
        return True
    if lives and (helped or (told_before and ahead) or is_at_home(others, sentence)):
        return True
    if active:
        told = told_before and ahead and helped and _tells_little(words, at, clause, sentence)
        passed = helped or _is_named_after(others, max(places[-1] for places in active))
        told |= told_before and ahead and passed and _is_no_contact(others, at, clause)
        asked = (
            _is_purpose(words, at)
            or _is_wished(others, at, clause)
            or _says_self(others, at, clause)
            or _is_looked_into(others, at, clause)
        )
        return told or (helped and asked)
    if told_before:
        helping = all(is_helper(others, places_of(others, number)) for number in left)
        wishes = is_advised(others, at) or (helping and goes_on_wishing(others, at))
        return wishes or pronoun in OBJECTS or _tells_little(words, at, clause, sentence)
    return pronoun in OBJECTS and _is_helped(others, clause, at)


def _is_no_contact(others: Antecedents, at: int, clause: Clause) -> bool:
    """Whether one who helps does to "henne" what is not done to those who work there: "Rut hittar henne på golvet"."""
    words, subject = others.words, clause.subject
    if words[at].low not in OBJECTS or not 0 <= subject < clause.verb or not is_helper(others, (subject,)):
        return False
    does = {infinitive(word.low) for word in words[clause.verb : at]}
    does -= {"ta"} if {"med", "ut", "hem"} & does else set()  # "Rut tar med henne"
    does -= _SEES if begins_with_person(others) else set()
    return does.isdisjoint(table("lived", "works") | table("lived", "either"))


def _is_named_after(others: Antecedents, at: int) -> bool:
    """Whether the person is who the line before tells of last: "pappa säger nej men Tuva blev nyfiken"."""
    mentions = (find_mention(others.words, each, others.person) for each in range(at + 1, others.line))
    return any(mention and not mention.owns and not mention.pronoun for mention in mentions)


def _is_done_for_named(others: Antecedents, at: int, clause: Clause, left: frozenset[int]) -> bool:
    """Whether somebody else does a thing for "henne", and the person is the only other whom the line names."""
    words, low = others.words, others.words[at].low
    does = clause
    if clause.subject < 0 and clause.before and words[clause.before.verb].low not in _IS:
        does = clause.before  # "Rut saknar Tuva, städar hennes rum"
    if low not in OBJECTS | OWNS or not 0 <= does.subject < at or others.who(does.subject, low) is Who.PERSON:
        return False
    ahead = all(places_of(others, each)[-1] < others.line for each in left - others.numbers(does.subject))
    if not ahead or (low in OBJECTS and others.is_beside_person(at, clause)):
        return False
    named = (find_mention(words, each, others.person) for each in range(max(others.line, at - 2 * _FAR), at))
    return any(mention and not mention.pronoun for mention in named)


def _tells_little(words: tuple[Word, ...], at: int, clause: Clause, sentence: Clauses) -> bool:
    """Whether a clause tells neither of work nor of what anybody feels; what one owns is no name or number."""
    if words[at].low in OWNS:
        return words[min(at + 1, len(words) - 1)].low not in table("lived", "of_work")
    return clause.subject == at and not _is_work(words, at, clause, sentence)


def _is_purpose(words: tuple[Word, ...], at: int) -> bool:
    """Whether something is done so that "hon" can do a thing: "visade en bild så att hon kan bocka av"."""
    led = [word.low for word in words[max(0, at - 2) : at]]
    return led == ["så", "att"] and words[min(at + 1, len(words) - 1)].low in MODALS | {"slipper", "vågar", "orkar"}


def _is_looked_into(others: Antecedents, at: int, clause: Clause) -> bool:
    """Whether somebody who helps finds out about "hon": "Leila kollar om hon har rätt till bidrag"."""
    outer = clause.parent
    if clause.subject != at or clause.opener not in COMPLEMENTS or outer is None or outer.subject < 0:
        return False
    looks = {infinitive(word.low) for word in others.words[outer.verb : clause.start]}
    should = others.words[min(at + 1, len(others.words) - 1)].low in _SHOULD
    looks &= _LOOKS_INTO | (_THINKS if should else frozenset())
    does = {infinitive(word.low) for word in others.words[at + 1 : at + 5]}
    return bool(looks) and is_helper(others, (outer.subject,)) and (table("lived", "works") - _MAY).isdisjoint(does)


def _is_wished(others: Antecedents, at: int, clause: Clause) -> bool:
    """Whether somebody who helps does a thing if "hon" wants it: "Anki följer med om hon vill"."""
    outer, after = clause.parent, others.words[at + 1].low if at + 1 < len(others.words) else ""
    asks = clause.subject == at and clause.opener in {"om", "ifall", "när"} and after in _WISHES
    return asks and outer is not None and outer.subject >= 0 and is_helper(others, (outer.subject,))


def _says_self(others: Antecedents, at: int, clause: Clause) -> bool:
    """Whether the person says something of "hon" that is no work of others: "Tuva säger att hon fattar"."""
    outer, words = clause.parent, others.words
    if clause.subject != at or outer is None or outer.subject < 0 or infinitive(words[outer.verb].low) not in SAYS:
        return False
    mention = find_mention(words, outer.subject, others.person)
    does = {infinitive(word.low) for word in words[at + 1 : at + 5]}
    rates = "än" in {word.low for word in words[at + 1 : at + 5]}  # "Tuva tycker hon är hårdare än Rut"
    return mention is not None and not (mention.pronoun or rates) and table("lived", "works").isdisjoint(does)


def _is_felt_about(others: Antecedents, numbers: frozenset[int]) -> bool:
    """Whether the line before tells what somebody feels about those who may be "hon": "vill inte bo hos pappa"."""
    if any(is_helper(others, places_of(others, number)) for number in numbers):
        return False
    first = min(min(places_of(others, number)) for number in numbers)
    back = range(first, max(0, first - _FAR), -1)
    start = next((at for at in back if others.words[at].opens or others.words[at].paused), max(0, first - _FAR))
    said = {infinitive(word.low) for word in others.words[start:first]}
    return not said.isdisjoint(table("lived", "felt_about"))


def tells_of_life(words: tuple[Word, ...], at: int, clause: Clause, sentence: Clauses) -> bool:
    """Whether a clause tells of what one lives through, and not of what one does at work.

    So does what somebody says: "röker mindre, säger han", "han tycker den gör honom trött".
    """
    around = range(max(sentence.first, at - _FAR), min(sentence.end, at + _FAR))
    says = infinitive(words[at - 1].low) in SAYS and at + 1 == sentence.end
    same = PRONOUNS[words[at].low]
    thought = {id(sentence.of(each)) for each in around if each > at and PRONOUNS.get(words[each].low) == same}
    told = thought | {id(clause)}
    said = [words[each].low for each in around if each != at and (says or id(sentence.of(each)) in told)]
    said += [word.low for word in words[max(0, sentence.first - 1) : sentence.first] if word.opens]  # "toan: hon går"
    verbs = [infinitive(low) for low in said]
    if words[at].low in OBJECTS and 0 <= clause.subject < at and words[clause.subject].low not in _PRONOUNS:
        if {"se", "höra"} & {*verbs} and is_infinitive(words[min(at + 1, len(words) - 1)].low):
            return True  # "har aldrig sett honom göra så"
        walks = "gå" in verbs and words[at - 1].low in {"med", "m"}
        walks |= {"ha", "hemma"} <= {*verbs} or ("sätta" in verbs and words[at - 1].low == "på")
        forms = (
            {"fylla"} if ("fylla", "i") in pairwise(verbs) else frozenset()
        )  # "fyller i ansökan med henne" is of anybody
        return walks or not (table("lived", "cares") - forms).isdisjoint(verbs)
    if any(map(_AILMENT.fullmatch, said)) or (words[sentence.first].low == "hemma" and sentence.first < at):
        return True
    pairs = set(pairwise(verbs))
    wishes = not pairs.isdisjoint(_LIVES) or any(first == "vilja" and then in _BECOMES for first, then in pairs)
    return wishes or not table("lived", "does").isdisjoint(verbs) or not table("lived", "has").isdisjoint(said)


def _is_work(words: tuple[Word, ...], at: int, clause: Clause, sentence: Clauses) -> bool:
    """Whether a clause may tell of what one does at work, or of what anybody thinks and feels."""
    around = range(max(sentence.first, at - _FAR), min(sentence.end, at + _FAR))
    said = {words[each].low for each in around if sentence.of(each) is clause and each != at}
    verbs = {infinitive(low) for low in said}
    return not (table("lived", "works") | table("lived", "either")).isdisjoint(said | verbs)


def _is_beside_another(words: tuple[Word, ...], at: int, clause: Clause, sentence: Clauses) -> bool:
    """Whether another pronoun like it stands in the clause, and is somebody else: "han slår honom"."""
    same = PRONOUNS[words[at].low]
    around = range(max(sentence.first, at - _FAR), min(sentence.end, at + _FAR))
    return any(
        PRONOUNS.get(words[each].low) == same and words[each].low not in OWNS | {words[at].low}
        for each in around
        if each != at and sentence.of(each) is clause
    )


def _named_below(others: Antecedents, clause: Clause, at: int, sentence: Clauses) -> frozenset[int]:
    """Those named in the clause whose subject the pronoun is, or after it in what belongs to it: none of them is it."""
    if clause.subject != at:
        return frozenset()
    after = range(at + 1, min(sentence.end, at + 2 * _FAR))
    below = (place for place in after if _is_below(sentence.of(place), clause))
    return frozenset(number for place in below for number in others.numbers(place))


def _is_told(others: Antecedents, at: int, sentence: Clauses) -> bool:
    """Whether a pronoun before in the sentence is the person."""
    return any(others.decided.get(each) for each in range(max(sentence.first, at - _FAR), at))


def _quoted(others: Antecedents, at: int, sentence: Clauses) -> frozenset[int]:
    """Those who say what "hon" should: "enl dr Ask ska hon ta järn"."""
    words = others.words
    told = _is_told(others, at, sentence) or is_finite(words[at - 1].low)
    if words[sentence.first].low not in _ACCORDING or not told:
        return frozenset()
    named = range(sentence.first + 1, min(at - 1, sentence.first + _FAR))
    return frozenset(number for each in named if is_helper(others, (each,)) for number in others.numbers(each))


def _beside(others: Antecedents, at: int, clause: Clause) -> frozenset[int]:
    """The one who does something for "henne", who is somebody else: "mamma sover bredvid henne"."""
    does = others.words[at].low in OBJECTS and 0 <= clause.subject < at
    return others.numbers(clause.subject) if does else frozenset()


def _is_below(inner: Clause, clause: Clause) -> bool:
    """Whether a clause is another, or belongs to it."""
    outer: Clause | None = inner
    while outer is not None and outer is not clause:
        outer = outer.parent
    return outer is clause


def _is_helped(others: Antecedents, clause: Clause, at: int) -> bool:
    """Whether somebody of those who are there to help does something for "henne": "Marie följer honom dit"."""
    return 0 <= clause.subject < at and is_helper(others, (clause.subject,))
