"""Subject or object, by the order of words in a Swedish clause: whether somebody in it is "du" or "dig".

A main clause has one constituent, its finite verb, the subject unless that stood first, and then the object; a
subordinate clause has its subject before its verb. Source: Svenska Akademiens grammatik.
"""

from __future__ import annotations

import re
from itertools import takewhile

from sip_tui.swedish import words as table
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
from sip_tui.swedish.grammar.people import is_agent
from sip_tui.swedish.grammar.person_words import given_name_pronouns
from sip_tui.swedish.style.clause_walk import (
    FAR,
    is_adverbial,
    is_alone,
    is_name,
    leads_to_verb,
    leaves_preposition,
    next_clause,
    opening,
    subject_follows,
    verb_after,
    without_adverbs,
    word_after,
)

SUBJECT, OBJECT = "du", "dig"
_CLAUSE_OR_OBJECT = frozenset({"om", "för", "innan"})
"""Prepositions that begin a clause too: "om Tuva vill", "för Tuva är trött"."""
_COMPARE = frozenset({"som", "än", "så", "sedan", "då", "fast"})
_WHO = frozenset({"vem", "vad", "vilka", "vilken", "vilket"})
_ASKS_HOW = frozenset({"hur", "när", "var", "varför", "vart"})
_COPULAS = frozenset({"vara", "bli", "heta"})
_THAT = frozenset({"det", "detta", "den", "denna", "dessa", "allt", "inget", "mycket"})
_TIME = re.compile(
    r"(?:tidigare|senare|förut|numera|ibland|oftast|ofta|sällan|hittills|snart|strax|hemma|annars|kanske|troligen"
    r"|tyvärr|hellre|helst|egentligen|framöver|efteråt|dessutom|ändå|först|sist|nästa|förra|varje|varannan|vartannat|hela|igår|idag|imorgon|ikväll|imorse|nu|då|sen|sedan|här|där|hit|dit)"
    r"|[0-9]{1,4}|v[0-9]*|kl|\w*(?:dag|dagen|dagar|kväll|kvällen|morgon|morgonen|vecka|veckan|veckor|månad|månaden"
    r"|höst|hösten|vår|våren|sommar|sommaren|vinter|vintern|termin|terminen|gång|gången|gånger|lov|lovet|helg|helgen)"
)
_THEN = frozenset({"då", "så", "sedan", "sen", "där", "här", "därför"})
"""They begin a main clause: "där bor Tuva"."""
_TOO = frozenset({"också", "med", "likaså", "inte", "ej", "däremot", "gärna"})  # "Abdi får kopia, Amina också"
_GIVES = frozenset(
    {"erbjuda", "ge", "bevilja", "tilldela", "visa", "skicka", "lova", "neka", "rekommendera", "föreslå"}
)
"""Verbs of giving something to somebody, who is no subject in "Samtal erbjuds Tuva"."""
SAYS = frozenset({"säga", "tycka", "tro", "tänka", "svara", "berätta", "undra", "fråga", "mena"})
"""Verbs of saying and thinking."""


def case(words: tuple[Word, ...], first: int, last: int, *, asks: bool = False) -> str | None:
    """Tell what the name ``words[first : last + 1]`` is in its clause; ``asks`` is true in a question.

    Returns ``SUBJECT``, ``OBJECT``, or None when the clause can be read both ways.
    """
    if words[first].opens:
        return OBJECT if _is_fronted_object(words, last) else SUBJECT
    before = words[first - 1].low
    if before == "utan" and any(word.low == "inte" for word in words[max(0, first - 4) : first - 1]):
        return case(words, first - 2, first - 2, asks=asks)
    if before in AND:
        return _in_company(words, first, last, asks)
    if words[first].paused and (_is_gapped(words, first, last) or _is_verbless(words, first, last)):
        return SUBJECT
    if words[first].paused and word_after(words, last) in _TOO and word_after(words, last + 1) not in NOMINATIVE:
        return SUBJECT
    if words[first].paused:
        return SUBJECT if verb_after(words, last) else _in_company(words, first, last, asks)
    at = without_adverbs(words, first - 1)
    if at < 0:
        return SUBJECT
    return _by_word(words, at, last, asks)


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


def _by_word(words: tuple[Word, ...], at: int, last: int, asks: bool) -> str | None:
    """Tell by the word before the person, ``words[at]``."""
    low = words[at].low
    if low in table("du_form", "particles") and at and not words[at].opens and verb_form(words[at - 1].low):
        at, low = at - 1, words[at - 1].low
    if low == "åt" and _may_eat(words, at, last):
        return None
    if low in _CLAUSE_OR_OBJECT or low in table("du_form", "prepositions"):
        begins = verb_after(words, last) and _is_conjunction(words, at) and not subject_follows(words, last)
        return SUBJECT if begins and low in _CLAUSE_OR_OBJECT else OBJECT
    if low in _COMPARE or low in subjunctions():
        return SUBJECT
    if verb_form(low) is not None and not is_name(words[at]):
        return _by_verb(words, at, last, asks)
    if is_passive(low):
        return OBJECT if infinitive(low[:-1]) in _GIVES and _has_thing_first(words, at) else SUBJECT
    if low == "sig" or verb_after(words, last):
        return OBJECT if low == "sig" and words[at - 1].low in {"med", "till"} else SUBJECT
    led = at > 0 and (is_auxiliary(words[at - 1].low) or words[at - 1].low == "att")
    return OBJECT if led and is_infinitive(low) else _after_subject(words, at)


def _may_eat(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether "åt" may be the verb: "Efter mötet åt Tuva glass", where the clause has no other."""
    start = opening(words, at)
    then = word_after(words, last)
    fronted = start < at and (is_adverbial(words[start].low) or _TIME.fullmatch(words[start].low))
    alone = not any(is_finite(word.low) for word in (*words[start:at], *words[last + 1 : last + FAR]))
    return bool(fronted and alone and then and then not in table("du_form", "prepositions"))


def _has_thing_first(words: tuple[Word, ...], at: int) -> bool:
    """Whether the clause of a verb begins with a thing: "Samtal erbjuds", and not "I dag erbjuds"."""
    start, opener = next_clause(words, at)
    low = words[start].low
    return start < at and not opener and not is_adverbial(low) and low not in _THEN and not _TIME.fullmatch(low)


def _by_verb(words: tuple[Word, ...], at: int, last: int, asks: bool) -> str | None:
    """Tell by the verb before the person: its object, or its subject when the clause begins with something else."""
    low = words[at].low
    if verb_after(words, last) and (infinitive(low) in SAYS or verb_form(low) is VerbForm.IMPERATIVE):
        return SUBJECT
    if verb_form(low) in {VerbForm.INFINITIVE, VerbForm.SUPINE, VerbForm.IMPERATIVE}:
        return OBJECT
    if is_auxiliary(low) and leads_to_verb(words, last):
        return SUBJECT
    start, opener = next_clause(words, at)
    if start == at:
        return _verb_first(words, at, last, opener, asks)
    if opener == "att" and is_infinitive(words[start].low) and not is_name(words[start]):
        return _by_first_constituent(words, opening(words, at), at, last)
    if opener in subjunctions() or (words[start].low in subjunctions() and words[start].low not in _THEN):
        return _by_subjunction(words, start, at, opener)
    return _by_first_constituent(words, start, at, last)


def _by_subjunction(words: tuple[Word, ...], start: int, at: int, opener: str) -> str:
    """Tell after the verb of a clause with a subjunction; one that has its verb is over: "när du går ringer"."""
    begins = words[opening(words, at)].low
    fronted = opener not in {"att", "som"} or is_adverbial(begins) or begins in subjunctions()
    if fronted and any(is_finite(word.low) for word in words[start:at]):
        return SUBJECT
    if opener in _WHO:
        return OBJECT if infinitive(words[at].low) in table("du_form", "takes_a_person") else SUBJECT
    return OBJECT if _has_agent(words, start, at) or opener not in _ASKS_HOW else SUBJECT


def _verb_first(words: tuple[Word, ...], at: int, last: int, opener: str, asks: bool) -> str | None:
    """Tell when the clause begins with its verb: a question, a condition, or an action whose subject is not named."""
    low = words[at].low
    if opener in _WHO and leaves_preposition(words, last):
        return SUBJECT
    if opener in _WHO or opener == "som":
        return OBJECT if infinitive(low) in table("du_form", "takes_a_person") or opener == "som" else SUBJECT
    if opener in subjunctions():
        return SUBJECT
    no_object = infinitive(low) in table("du_form", "has_a_subject") or is_auxiliary(low)
    if words[at].opens:
        return SUBJECT if asks or no_object or _is_condition(words, last) else OBJECT
    begins = words[opening(words, at)].low
    if words[at].paused and (infinitive(low) in SAYS or begins in subjunctions() or is_adverbial(begins)):
        return SUBJECT
    return None if no_object else OBJECT


def _by_first_constituent(words: tuple[Word, ...], start: int, at: int, last: int) -> str | None:
    """Tell a main clause by what stands before its verb: somebody who acts, a thing, or when and where."""
    low, first = words[at].low, words[start].low
    verb = infinitive(low)
    when = _TIME.fullmatch(first) and not given_name_pronouns(first)
    if when or is_finite(first) or first in table("du_form", "prepositions") or first in table("du_form", "adverbs"):
        return SUBJECT
    if verb in _COPULAS or words[start].low in _THEN:
        return SUBJECT
    if verb_form(first) is VerbForm.INFINITIVE or first == "att":
        return SUBJECT if is_auxiliary(low) else OBJECT
    if first not in _THAT and _has_agent(words, start, at):
        return OBJECT
    if verb in {"göra", "få"} and _describes(words, last):
        return OBJECT
    return OBJECT if infinitive(low) in table("du_form", "takes_a_person") or verb == "ge" else SUBJECT


def _describes(words: tuple[Word, ...], last: int) -> bool:
    """Whether something is said of the person after the verb: "gör Tuva trött", "får Tuva att må bra"."""
    after = word_after(words, last)
    return after == "att" or bool(after and not _TIME.fullmatch(after) and not is_adverbial(after))


def _has_agent(words: tuple[Word, ...], start: int, at: int) -> bool:
    """Whether the first noun of ``words[start:at]`` is somebody who acts."""
    for index in range(start, at):
        if words[index].low in table("du_form", "prepositions"):
            return False
        if words[index].low in NOMINATIVE or is_agent(words, index):
            return True
    return False


def _in_company(words: tuple[Word, ...], first: int, last: int, asks: bool) -> str | None:
    """Tell of the person in a row, "mamma och Tuva": as the first of the row is, or the subject of a new clause."""
    start = _start_of_row(words, first)
    stands = case(words, start, first - 1, asks=asks) if start < first else None
    verb_before = any(is_finite(each.low) for each in words[opening(words, start) : start])
    if verb_after(words, last) and (stands != OBJECT or verb_before):
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
        if ends or (verb_form(before) is not None and not is_name(words[at - 1])):
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
            turned = start == verb or first in _THEN or is_adverbial(first) or _TIME.fullmatch(first) is not None
            turned |= any(is_finite(each.low) for each in words[start:verb])
            acts = is_agent(words, at) or infinitive(words[verb].low) in table("du_form", "takes_a_person")
            return OBJECT if turned and acts and opener not in {"att", "som"} else None
    return None


def _is_fronted_object(words: tuple[Word, ...], last: int) -> bool:
    """Whether the person at the beginning is the object: "Tuva hjälper vi", "Tuva ska Samir ringa"."""
    verb, then = word_after(words, last), word_after(words, last + 1)
    if not is_finite(verb):
        return False
    if then in {"vi", "jag", "ni", "man", "de", "han", "hon"}:
        return then != "de" or is_alone(words, last + 2)
    acts = last + 2 < len(words) and is_agent(words, last + 2)
    return acts and is_auxiliary(verb) and infinitive(word_after(words, last + 2)) in table("du_form", "takes_a_person")


def _is_conjunction(words: tuple[Word, ...], at: int) -> bool:
    """Whether "om" or "för" begins a clause: it stands first, or after a verb that its own clause has already."""
    if words[at].opens or words[at].paused or words[at - 1].low in AND:
        return True
    if words[at].low == "för":
        return is_finite(words[at - 1].low)
    if is_name(words[at - 1]):
        return True
    start, _opener = next_clause(words, at - 1)
    return any(verb_form(word.low) is not None for word in words[start:at])


def _is_condition(words: tuple[Word, ...], last: int) -> bool:
    """Whether another finite verb follows in a clause of its own: "Mår Tuva sämre ringer mamma"."""
    for word in words[last + 1 : last + 1 + FAR]:
        if word.opens or word.low in subjunctions() or word.low in AND:
            return False
        if is_finite(word.low):
            return True
    return False
