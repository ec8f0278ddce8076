"""Subject or object, by the order of words in a Swedish clause: whether somebody in it is "du" or "dig".

A main clause has one constituent, its finite verb, the subject unless that stood first, and then the object; a
subordinate clause has its subject before its verb. Source: Svenska Akademiens grammatik.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.adverbials import leads_time, say_when, tells_when
from sip_tui.swedish.grammar.clause import (
    AND,
    NOMINATIVE,
    VerbForm,
    Word,
    infinitive,
    is_auxiliary,
    is_finite,
    is_infinitive,
    is_passive,
    subjunctions,
    verb_form,
)
from sip_tui.swedish.grammar.other_people import is_agent
from sip_tui.swedish.grammar.people import REFLEXIVE
from sip_tui.swedish.style.clause_walk import (
    FAR,
    is_adverbial,
    is_alone,
    is_described,
    is_name,
    leads_to_verb,
    leaves_preposition,
    next_clause,
    opening,
    row_acts,
    stands_as_verb,
    verb_after,
    without_adverbs,
    word_after,
)
from sip_tui.swedish.style.du_ellipsis import is_elliptic
from sip_tui.swedish.style.du_front import OBJECT, SUBJECT, THEN, by_first_constituent, front_of, has_agent
from sip_tui.swedish.style.om_clause import CLAUSE_TOO, begins_clause
from sip_tui.swedish.style.what_is_told import WISHES

_PRESENT = frozenset({"närv", "närvarande", "deltagare", "deltog", "frånv", "frånvarande"})  # "närv Tuva, mamma"
_COMPARE = frozenset({"som", "än", "så", "sedan", "då", "fast"})
_ALWAYS_SUBJECTS = frozenset({"jag", "du", "vi", "han", "hon"})
_WHO = frozenset({"vem", "vad", "vilka", "vilken", "vilket"})
_ASKS_HOW = frozenset({"hur", "när", "var", "varför", "vart"})
_ANSWERS = frozenset({"ja", "nej", "jo", "ok", "okej", "kanske", "absolut"})  # "nej säger Tuva"
_THEY = frozenset({"de", "dom", "vi", "båda"})  # "de går promenader, Rut o Tuva"
_SINCE = frozenset({"sedan", "trots"})  # "sedan olyckan sover Tuva dåligt"
_TOO = frozenset({"också", "med", "likaså", "inte", "ej", "däremot", "gärna"})  # "Abdi får kopia, Amina också"
_GIVES = frozenset(
    {"erbjuda", "ge", "bevilja", "tilldela", "visa", "skicka", "lova", "neka", "rekommendera", "föreslå"}
)
"""Verbs of giving something to somebody, who is no subject in "Samtal erbjuds Tuva"."""
SAYS = frozenset({"säga", "tycka", "tro", "tänka", "svara", "berätta", "undra", "fråga", "mena"})
"""Verbs of saying and thinking."""
_OF_ONE = frozenset({"tycka", "mena", "undra"})
"""What nobody does to somebody: "det låter bra tycker Tuva"."""
_COPULAS = frozenset({"vara", "bli"})  # "säger att det är Tuva som bestämmer"


def case(words: tuple[Word, ...], first: int, last: int, *, asks: bool = False) -> str | None:
    """Tell what the name ``words[first : last + 1]`` is in its clause; ``asks`` is true in a question.

    Returns ``SUBJECT``, ``OBJECT``, or None when the clause can be read both ways.
    """
    if words[first].opens:
        return OBJECT if _is_fronted_object(words, last) else SUBJECT
    before = words[first - 1].low
    if (
        before == "utan"
        and words[first - 2].low not in {"inte", "ej"}
        and any(word.low == "inte" for word in words[max(0, first - 4) : first - 1])
    ):
        return case(words, first - 2, first - 2, asks=asks)
    if before in AND:
        return _in_company(words, first, last, asks)
    if is_elliptic(words, first, last):
        return SUBJECT
    if words[first].paused and word_after(words, last) in _TOO and word_after(words, last + 1) not in NOMINATIVE:
        return SUBJECT
    if words[first].paused:
        return SUBJECT if row_acts(words, last) else _in_company(words, first, last, asks)
    at = without_adverbs(words, first - 1)
    if at < 0:
        return SUBJECT
    return _by_word(words, at, last, asks)


def _by_word(words: tuple[Word, ...], at: int, last: int, asks: bool) -> str | None:
    """Tell by the word before the person, ``words[at]``."""
    low = words[at].low
    if at and not words[at].opens and _is_particle(low, words[at - 1].low):
        at, low = at - 1, words[at - 1].low
    if low == "åt" and _may_eat(words, at, last):
        return None
    if low in CLAUSE_TOO or low in table("du_form", "prepositions"):
        return SUBJECT if low in CLAUSE_TOO and begins_clause(words, at, last) else OBJECT
    is_it = low == "det" and at > 0 and infinitive(words[at - 1].low) == "vara"  # "då är det bara Tuva"
    is_it |= low in _PRESENT and words[at].opens
    if is_it or low in _COMPARE or low in subjunctions():
        return SUBJECT
    if stands_as_verb(words, at):
        return _by_verb(words, at, last, asks)
    if is_passive(low):
        return OBJECT if infinitive(low[:-1]) in _GIVES and _has_thing_first(words, at) else SUBJECT
    if low == "sig" or verb_after(words, last):
        return OBJECT if low == "sig" and words[at - 1].low in {"med", "till"} else SUBJECT
    led = at > 0 and (is_auxiliary(words[at - 1].low) or words[at - 1].low == "att")
    return OBJECT if led and is_infinitive(low) else _after_subject(words, at)


def _is_particle(low: str, before: str) -> bool:
    """Whether a word goes with the verb before it: "ringer upp", "håller fast", and not "går fast Tuva är trött"."""
    return (
        infinitive(before) == "hålla"
        if low == "fast"
        else low in table("du_form", "particles") and verb_form(before) is not None
    )


def _may_eat(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether "åt" may be the verb: "Efter mötet åt Tuva glass", where the clause has no other."""
    start = opening(words, at)
    then = word_after(words, last)
    fronted = start < at and (is_adverbial(words[start].low) or tells_when(words[start].low))
    around = (*words[start + 1 + (words[start].low == "i") : at], *words[last + 1 : last + FAR])  # "i går"
    alone = not any(is_finite(word.low) for word in around)
    return bool(fronted and alone and then and then not in table("du_form", "prepositions"))


def _has_thing_first(words: tuple[Word, ...], at: int) -> bool:
    """Whether the clause of a verb begins with a thing: "Samtal erbjuds", and not "I dag erbjuds"."""
    start, opener = next_clause(words, at)
    low = words[start].low
    return start < at and not opener and not is_adverbial(low) and low not in THEN and not tells_when(low)


def _by_verb(words: tuple[Word, ...], at: int, last: int, asks: bool) -> str | None:
    """Tell by the verb before the person: its object, or its subject when the clause begins with something else."""
    low = words[at].low
    if infinitive(low) in _OF_ONE | _COPULAS or (
        verb_after(words, last) and (infinitive(low) in SAYS or verb_form(low) is VerbForm.IMPERATIVE)
    ):
        return SUBJECT
    if verb_form(low) in {VerbForm.INFINITIVE, VerbForm.SUPINE, VerbForm.IMPERATIVE}:
        return OBJECT
    if is_auxiliary(low) and leads_to_verb(words, last):
        return SUBJECT
    start, opener = front_of(words, at)
    if start == at:
        return _verb_first(words, at, last, opener, asks)
    if opener == "att" and is_infinitive(words[start].low) and not is_name(words[start]):
        return by_first_constituent(words, opening(words, at), at, last)
    first = words[start].low
    begins = first in subjunctions() and first not in THEN and not leads_time(first, words[start + 1].low)
    if opener in subjunctions() or begins:
        return _by_subjunction(words, start, at, last, opener)
    said = infinitive(low) in SAYS - {"fråga"} and _is_clause(words[start:at])
    found = SUBJECT if said or first in _ANSWERS else by_first_constituent(words, start, at, last)
    return None if found == OBJECT and infinitive(low) == "säga" else found  # "alla säger Tuva": what she is called


def _is_clause(words: Sequence[Word]) -> bool:
    """Whether words are what somebody says: "Rut är snäll säger Tuva", and not "Rut som är ny säger Tuva"."""
    return any(is_finite(word.low) for word in words[1:]) and not any(word.low == "som" for word in words)


def _by_subjunction(words: tuple[Word, ...], start: int, at: int, last: int, opener: str) -> str:
    """Tell after the verb of a clause with a subjunction; one that has its verb is over: "när du går ringer"."""
    begins = words[opening(words, at)].low
    since = opener in _SINCE and begins in _SINCE | {"ända"} and not has_agent(words, start, at)
    acts = word_after(words, last) in REFLEXIVE
    if since and (acts or infinitive(words[at].low) not in table("du_form", "takes_a_person")):
        return SUBJECT
    fronted = opener not in {"att", "som"} or is_adverbial(begins) or begins in subjunctions()
    if fronted and any(is_finite(word.low) or is_passive(word.low) for word in words[start:at]):
        return SUBJECT
    if opener in _WHO:
        return OBJECT if infinitive(words[at].low) in table("du_form", "takes_a_person") else SUBJECT
    return OBJECT if has_agent(words, start, at) or opener not in _ASKS_HOW else SUBJECT


def _verb_first(words: tuple[Word, ...], at: int, last: int, opener: str, asks: bool) -> str | None:
    """Tell when the clause begins with its verb: a question, a condition, or an action whose subject is not named."""
    low = words[at].low
    if opener in _WHO and leaves_preposition(words, last):
        return SUBJECT
    if opener in _WHO or opener == "som":
        makes = infinitive(low) == "få" and word_after(words, last) == "att"  # "vad får Tuva att skratta"
        makes |= opener == "vem" and not (infinitive(low) in table("du_form", "has_a_subject") or is_auxiliary(low))
        return OBJECT if makes or infinitive(low) in table("du_form", "takes_a_person") or opener == "som" else SUBJECT
    if opener in subjunctions():
        return SUBJECT
    no_object = infinitive(low) in table("du_form", "has_a_subject") or is_auxiliary(low)
    if words[at].opens:
        return SUBJECT if asks or no_object or _is_condition(words, last) or _has_object(words, at, last) else OBJECT
    begins = words[opening(words, at)].low
    asks_about = infinitive(low) == "fråga" and word_after(words, last) == "om"  # "ringer i dag, frågar Tuva om provet"
    says = infinitive(low) in SAYS and not asks_about
    if words[at].paused and (says or begins in subjunctions() or is_adverbial(begins)):
        return SUBJECT
    if no_object:  # "en gång i veckan, kom Tuva och Rut överens om"
        return SUBJECT if words[at].paused else None
    return OBJECT


def _has_object(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether somebody else is the object of a verb that stands first: "vid oro: ringer Tuva Rut"."""
    then = last + 1
    if infinitive(words[at].low) in _GIVES or not word_after(words, last):
        return False
    return words[then].has_capital and is_agent(words, then) and not words[then].low.endswith("s")


def _in_company(words: tuple[Word, ...], first: int, last: int, asks: bool) -> str | None:
    """Tell of the person in a row, "mamma och Tuva": as the first of the row is, or the subject of a new clause."""
    if words[first - 2].low in _ALWAYS_SUBJECTS and not words[first - 1].opens:
        return SUBJECT
    if words[first - 1].low == "men" and (verb_after(words, last) or is_described(words, last)):
        return SUBJECT
    start = _start_of_row(words, first)
    stands = case(words, start, first - 1, asks=asks) if start < first else None
    verb_before = any(is_finite(each.low) for each in words[opening(words, start) : start])
    begins = words[first - 2].paused and not words[first - 2].opens and not is_agent(words, first - 3)
    if verb_after(words, last) and (stands != OBJECT or verb_before or begins):
        return SUBJECT
    if begins and words[opening(words, first - 2)].low in _THEY:
        return SUBJECT
    if words[first].paused and start < first and not is_agent(words, first - 1):
        has_verb = any(is_finite(word.low) for word in words[opening(words, start) : first])
        return SUBJECT if stands == SUBJECT and not has_verb else None
    return stands


def _start_of_row(words: tuple[Word, ...], first: int) -> int:
    """Go back to the first word of a row of names: to what a verb, a preposition or a subjunction stands before."""
    at = first
    while at > 0 and first - at < FAR and not words[at].opens:
        before = words[at - 1].low
        ends = (before in table("du_form", "prepositions") and words[at].low not in AND) or before in subjunctions()
        if ends or stands_as_verb(words, at - 1):
            break
        at -= 1
    return at


def _after_subject(words: tuple[Word, ...], at: int) -> str | None:
    """Tell after a noun: the object in "på måndag ringer BUP Tuva"; None where the noun may belong to the name."""
    for verb in range(at - 1, max(-1, at - 5), -1):
        if words[verb + 1].opens or words[verb + 1].paused:
            return None
        if is_finite(words[verb].low):
            start, opener = next_clause(words, verb)
            first = words[start].low
            front = [word.low for word in words[start:verb]]
            turned = start == verb or first in THEN or is_adverbial(first) or tells_when(first) or say_when(front)
            turned |= any(is_finite(each.low) for each in words[start:verb])
            acts = (
                is_agent(words, at)
                or words[at].low in NOMINATIVE
                or infinitive(words[verb].low) in table("du_form", "takes_a_person")
            )
            return OBJECT if turned and acts and opener not in {"att", "som"} else None
    return None


def _is_fronted_object(words: tuple[Word, ...], last: int) -> bool:
    """Whether the person at the beginning is the object: "Tuva hjälper vi", "Tuva ska Samir ringa"."""
    verb, then = word_after(words, last), word_after(words, last + 1)
    if not is_finite(verb):
        return False
    if then in {"vi", "jag", "ni", "man", "de", "han", "hon"}:
        said = (verb_form(word_after(words, each)) for each in range(last + 2, last + 5))
        if infinitive(verb) in SAYS | WISHES and not {VerbForm.PRESENT, VerbForm.PAST, VerbForm.SUPINE}.isdisjoint(
            said
        ):
            return False  # a clause without "att": "Tuva önskar hon slipper", "Tuva tycker hon blivit sämre"
        return then != "de" or is_alone(words, last + 2)
    acts = last + 2 < len(words) and is_agent(words, last + 2)
    return acts and is_auxiliary(verb) and infinitive(word_after(words, last + 2)) in table("du_form", "takes_a_person")


def _is_condition(words: tuple[Word, ...], last: int) -> bool:
    """Whether another finite verb follows in a clause of its own: "Mår Tuva sämre ringer mamma"."""
    for before, word in pairwise(words[last : last + 1 + FAR]):
        if word.opens or word.low in subjunctions() or word.low in AND:
            return False
        if is_finite(word.low):
            return before.low not in NOMINATIVE  # "bredvid någon hon känner"
    return False
