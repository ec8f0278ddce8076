"""The verb of a clause, and what the person does in it: what somebody asks of them, or where others are at hand."""

from __future__ import annotations

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, VerbForm, Word, infinitive, is_finite, verb_form
from sip_tui.swedish.grammar.other_people import is_agent
from sip_tui.swedish.grammar.people import PRONOUNS, REFLEXIVE, Addressee, find_mention
from sip_tui.swedish.style.clause_tree import Clause
from sip_tui.swedish.style.clause_walk import FAR
from sip_tui.swedish.style.clauses import Clauses
from sip_tui.swedish.style.du_control import is_done_by
from sip_tui.swedish.style.what_is_told import MOVES, OF_ONESELF, stays_with
from sip_tui.swedish.style.who import NamedOthers

_WANTS = frozenset({"vill", "önskar", "ser", "saknar", "tar", "möter", "hämtar"})
"""What a speaker says of oneself, and leaves out "jag"."""
_ANYBODY = frozenset({"andra", "ingen", "någon", "alla", "folk", "oss", "mig", "dem"})


def is_beside_person(words: tuple[Word, ...], at: int, sentence: Clauses, person: Addressee) -> bool:
    """Whether a pronoun is another than the person, who is named in its clause: "hon ringer Tuva"."""
    if words[at].low not in PRONOUNS.values():
        return is_done_by_person(words, at, sentence, person)
    clause = sentence.of(at)
    if not clause.subject == at < clause.person_at or sentence.of(clause.person_at) is not clause:
        return False
    verbs = (each for each in range(at + 2, clause.person_at) if is_finite(words[each].low))
    return all(words[each - 1].low in AND for each in verbs)  # and not "så hon vilar ringer mamma Tuva"


def is_done_by_person(words: tuple[Word, ...], at: int, sentence: Clauses, person: Addressee) -> bool:
    """Whether a word belongs to what the person is asked to do, who is no "henne" there."""
    clause = sentence.of(at)
    if not 0 <= clause.person_at < at or sentence.of(clause.person_at) is not clause:
        return False
    mention = find_mention(words, clause.person_at, person)
    return mention is not None and is_done_by(words, mention, at, sentence.end)


def was_with_others(words: tuple[Word, ...], clause: Clause, sentence: Clauses, person: Addressee) -> bool:
    """Whether the person acts in the clause before, where others are only at hand: "När Tuva är hos Rut sover hon"."""
    inner = sentence.of(sentence.first)
    if clause.parent is not None or inner.parent is not clause or inner.is_row or inner.verb < 0:
        return False
    verb, subject = infinitive(words[inner.verb].low), inner.subject
    before = (words[each - 1 - (words[each - 1].low in REFLEXIVE)].low for each in inner.named)  # "om sin mormor"
    at_hand = all(stays_with(verb, low) for low in before)
    return at_hand and subject >= 0 and find_mention(words, subject, person) is not None


def modal_after(words: tuple[Word, ...], at: int) -> str:
    """Give the word after a pronoun, which may be a modal verb."""
    return words[at + 1].low if at + 1 < len(words) else ""


def verb_of(words: tuple[Word, ...], clause: Clause) -> str:
    """Give the main verb of a clause in the infinitive, after its auxiliary: "ge" in "har gett"."""
    verbs = [infinitive(word.low) for word in words[clause.verb : clause.verb + 3] if verb_form(word.low)]
    return verbs[-1] if verbs else ""


def verb_before(words: tuple[Word, ...], clause: Clause) -> str:
    """Give the last verb before a clause, in the infinitive: "fråga" in "frågade Tuva hur"."""
    before = reversed(words[max(0, clause.start - 4) : clause.start])
    return next((infinitive(word.low) for word in before if verb_form(word.low)), "")


def is_asked_of_others(others: NamedOthers, clause: Clause, at: int) -> bool:
    """Whether a verb after a comma is said to others, or of the speaker: "Tuva hör dåligt, tala tydligt till henne"."""
    after = [word for word in others.words[max(clause.verb + 1, at - 2 * FAR) : at] if word.paused]
    asked = {VerbForm.INFINITIVE, VerbForm.IMPERATIVE}
    speaker = others.words[others.begun - 1].low if others.begun else ""
    wishes = speaker in others.person.others and any(word.low in _WANTS for word in after)  # "vill ha henne tillbaka"
    return wishes or any(verb_form(word.low) in asked for word in after)


def may_be_outer(words: tuple[Word, ...], clause: Clause, at: int) -> bool:
    """Whether a verb that "och" joins before a word may be the outer clause's: "vet vad Tuva vill och ringer henne"."""
    joins = (words[each - 1].low in AND and is_finite(words[each].low) for each in range(clause.verb + 1, at))
    return clause.parent is not None and clause.joined >= 0 and any(joins)


def stays_with_subject(words: tuple[Word, ...], at: int, clause: Clause) -> bool:
    """Whether what "hon" does is not done to somebody: "blir arg när hon ringer" may be about the one who rings."""
    if clause.opener in {"att", "om", "vad", "hur"}:
        return True
    verbs = {infinitive(word.low) for word in words[at + 1 : at + 4]}
    others = any(word.low in PRONOUNS for word in words[at + 1 : at + 5])
    return not verbs & (MOVES | table("du_form", "takes_a_person")) or (not others and bool(verbs & OF_ONESELF))


def begin_of_objects(words: tuple[Word, ...], clause: Clause, at: int) -> int:
    """Give the last verb of a clause before a word: what is named after it is an object beside the word."""
    verbs = (each for each in range(max(clause.verb, at - FAR), at) if verb_form(words[each].low))
    return max((each for each in verbs if words[each].low not in table("du_form", "prepositions")), default=at)


def asks_another(words: tuple[Word, ...], clause: Clause, at: int) -> bool:
    """Whether somebody else is asked to do what is done to a word: "Tuva ber Samir hämta henne"."""
    start = max(clause.verb, at - FAR)
    does = next((each for each in range(at - 1, start, -1) if verb_form(words[each].low) is VerbForm.INFINITIVE), start)
    verbs = table("du_form", "object_acts") | {"få"}
    asks = next((each for each in range(does - 2, start - 1, -1) if infinitive(words[each].low) in verbs), does)
    return any(is_agent(words, each) or words[each].low in _ANYBODY for each in range(asks + 1, does))
