"""Steps through the words of a clause: past adverbs, to the verb, to its subject."""

from __future__ import annotations

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.adverbials import is_adverb, leads_time
from sip_tui.swedish.grammar.clause import (
    AND,
    NOMINATIVE,
    VerbForm,
    Word,
    infinitive,
    is_finite,
    is_passive,
    subjunctions,
    verb_form,
)
from sip_tui.swedish.grammar.people import Addressee, find_mention
from sip_tui.swedish.grammar.person_words import given_name_pronouns

FAR = 12
"""How many words back the beginning of a clause is looked for."""
_PLACES = frozenset({"hemma", "kvar", "borta", "ute", "tillbaka", "igång", "iväg", "framme", "uppe"})
"""Where somebody is: "Rut ringer, Tuva kvar i klassen"."""
_QUALITIES = frozenset(
    {
        *("arg", "avundsjuk", "besviken", "glad", "irriterad", "kär", "ledsen", "nöjd", "orolig", "rädd", "snäll"),
        *("ok", "okej", "stolt", "sur", "trygg", "trött", "tveksam", "ängslig"),
    }
)
"""What somebody is towards another."""
_GOES_ON = frozenset({"nu", "idag", "igår", "hela", "varje", "hemma", "mest", "ändå", "sedan", "sen", "igen", "ej"})
"""Words that may follow what is said of somebody."""
_NEAR = 8
"""How many words back the one is looked for of whom a quality is said."""
_BOTH = frozenset({"varken", "både", "antingen", "såväl"})
"""They begin a row of two: "varken Tuva eller mamma"."""


_SAYS_OF = frozenset({"är", "var", "blir", "blev", "känns", "kändes", "finns", "fanns", "betyder", "gäller", "innebär"})
"""Verbs with the subject after them in "för Tuva är det viktigt"."""


_DEFINITE = ("en", "et", "an", "rna")
"""How a noun in the definite form ends."""


def subject_follows(words: tuple[Word, ...], last: int) -> bool:
    """Whether the clause has its subject after its verb: "för Tuva är det viktigt"."""
    if word_after(words, last) not in _SAYS_OF:
        return False
    subject = word_after(words, last + 1)
    told = word_after(words, last + 2)
    is_thing = subject.endswith(_DEFINITE) and bool(told) and verb_form(told) is None and not is_adverbial(told)
    return is_thing or subject in (NOMINATIVE - {"någon", "ingen"}) | {"det", "den", "detta"}


def leads_to_verb(words: tuple[Word, ...], last: int) -> bool:
    """Whether the auxiliary before the person gets its verb after: "kan Tuva ringa", "har Tuva sagt"."""
    return verb_form(_after_adverbs(words, last)) in {VerbForm.INFINITIVE, VerbForm.SUPINE}


def verb_after(words: tuple[Word, ...], last: int) -> bool:
    """Whether a finite verb follows, or stands for one, "om Tuva inte ätit", with adverbs between at most."""
    after = _after_adverbs(words, last)
    return is_finite(after) or is_passive(after) or verb_form(after) is VerbForm.SUPINE


def row_acts(words: tuple[Word, ...], last: int) -> bool:
    """Whether a finite verb follows, or does after somebody beside: ", Tuva o Rut går på varsin"."""
    beside = last + 2 < len(words) and words[last + 1].low in AND and is_name(words[last + 2])
    return verb_after(words, last) or (beside and verb_after(words, last + 2))


def _after_adverbs(words: tuple[Word, ...], last: int) -> str:
    while (after := word_after(words, last)) in table("du_form", "adverbs") or is_adverb(after):
        last += 1
    return after


def without_adverbs(words: tuple[Word, ...], at: int) -> int:
    """Go back over adverbs: "ringer inte Tuva"; -1 when they begin the sentence."""
    while words[at].low in table("du_form", "adverbs") or words[at].low in _BOTH:
        if words[at].opens:
            return -1
        if words[at].paused:
            break
        at -= 1
    return at


def next_clause(words: tuple[Word, ...], at: int) -> tuple[int, str]:
    """Give where the clause of ``words[at]`` begins, and the conjunction that opens it; empty for none."""
    for before in range(at, max(-1, at - FAR), -1):
        if words[before].opens or words[before].paused:
            return before, ""
        opener = words[before - 1].low
        if (opener in AND or opener in subjunctions()) and not leads_time(opener, words[before].low):
            return before, opener
    return max(0, at - FAR), ""


def is_name(word: Word) -> bool:
    """Tell whether a word looks like a name: a capital that does not open a sentence."""
    return not word.opens and word.has_capital


def word_after(words: tuple[Word, ...], last: int) -> str:
    """The word after one, in small letters; empty when a stop or a pause comes first."""
    after = words[last + 1] if last + 1 < len(words) else None
    return "" if after is None or after.opens or after.paused else after.low


def leaves_preposition(words: tuple[Word, ...], last: int) -> bool:
    """Whether a preposition without its noun follows: "Vem ringer Tuva till om hon vill gå hem?"."""
    then = word_after(words, last + 1)
    return word_after(words, last) in table("du_form", "prepositions") and (not then or then in subjunctions())


def opening(words: tuple[Word, ...], at: int) -> int:
    """Go back to the beginning of the sentence, or as far as a clause may be long."""
    last = max(0, at - 2 * FAR)
    while at > last and not words[at].opens:
        at -= 1
    return at


def is_adverbial(low: str) -> bool:
    """Whether a word begins an adverbial: a preposition, an adverb, or "och"."""
    return low in table("du_form", "prepositions") or low in table("du_form", "adverbs") or low in AND


def says_quality_of_person(words: tuple[Word, ...], at: int, person: Addressee) -> bool:
    """Whether a quality without a verb is the person's, who is no object then: "Tuva orolig för henne"."""
    start, first = at, max(0, at - _NEAR)
    while start > first and not (words[start].paused or words[start].opens):
        start -= 1
    mention = find_mention(words, start, person)
    if mention is None or mention.pronoun or mention.owns:
        return False
    between = [word.low for word in words[mention.last + 1 : at]]
    return len(between) > 1 and between[0] in _QUALITIES and not any(map(is_finite, between))


def is_described(words: tuple[Word, ...], last: int) -> bool:
    """Whether an adjective follows that is said of somebody without a verb: "Tuva orolig för provet"."""
    low, then = word_after(words, last), word_after(words, last + 1)
    if low in table("lived", "predicates") or low in _PLACES:
        return True
    if verb_form(low) is not None or is_adverbial(low):
        return False
    return _is_adjective(low) and (not then or then in _GOES_ON or is_adverbial(then) or then in subjunctions())


def _is_adjective(low: str) -> bool:
    """Whether a word is an adjective as it is said of one: "trött", "nöjdare", "ledsen", "ensam", "stressad"."""
    plural = (f"{low}a", f"{low.removesuffix('en')}na", f"{low}ma", low.removesuffix("re"))
    return low in _QUALITIES or low.endswith(("ad", "md", "ngd")) or not table("nouns", "adjectives").isdisjoint(plural)


def is_alone(words: tuple[Word, ...], at: int) -> bool:
    """Whether "de" has no noun or adjective after it: "Tuva hjälper de gärna", and not "Tuva hjälper de yngre"."""
    after = word_after(words, at)
    return not after or is_adverbial(after) or verb_form(after) is not None


def stands_as_verb(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word is a verb and nobody's name: "Bo kvar hos mormor", and not "Bo hämtar", "Stig och Tuva"."""
    if verb_form(words[at].low) is None or is_name(words[at]):
        return False
    if not words[at].opens or not given_name_pronouns(words[at].low):
        return True
    in_row = word_after(words, at) in AND and verb_form(word_after(words, at + 1)) is None
    return not (in_row or is_finite(word_after(words, at)) or is_finite(word_after(words, at + 1)))


def ends_relative(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether a preposition ends what a sentence is about: "det som funkar för Tuva är att få veta"."""
    start = opening(words, at)
    som = next((place for place in range(start + 1, min(at, start + 4)) if words[place].low == "som"), 0)
    if not som or any(is_finite(word.low) for word in words[start:som]):
        return False
    return words[at].low == "för" or infinitive(word_after(words, last)) in {"vara", "bli"}
