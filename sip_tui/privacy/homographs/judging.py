"""The verdict: the rules are asked in turn, and the first that knows decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from sip_tui.privacy.capital_signs import is_abbreviation
from sip_tui.privacy.homographs import beside, clauses
from sip_tui.privacy.homographs.surroundings import Mark, Surroundings, Verdict, is_person_word, is_thing
from sip_tui.privacy.name_lists import (
    ADJECTIVE,
    MEASURE,
    NOUN,
    PRONOUN,
    TIME,
    VERB,
    folded,
    is_in_a_file_name,
    is_surname,
    is_word,
    starts_sentence,
    usage_of,
)
from sip_tui.privacy.verb_forms import is_finite
from sip_tui.privacy.word_tables import is_given_name

_IN_A_SENTENCE = re.compile(r"[a-zåäö][a-zåäö,] ")
_GOES_ON = re.compile(r"s?(?: [a-zåäö]|[.,!?;)](?: |\Z)|\Z)")
_THEN_DOES = re.compile(r" ([a-zåäö]{2,})(?= [a-zåäö]|\.?(?:\n|\Z))")
_CAPITALS_AFTER = re.compile(r"((?: [A-ZÅÄÖ][a-zåäöé']+){1,3})(?![^\W_])")
_TOWNS = Mark("towns")
_GOES = re.compile(
    r"(?:\b(?:tåg|buss|pendel|resa|resor|flyg|färja)[a-zåäö]*|\b(?:åk|res|flytta|pendla|kör)[a-zåäö]*)"
    r"(?: [a-zåäö]+){0,2} (?:till|från|mot|via) $",
    re.IGNORECASE,
)
"""What leads to a place: "tåget till", "flyttar från"."""
_SAYS_HIMSELF = re.compile(r" [^.!?\n]{1,120}, (?:sa|sade|säger) han själv\b")
"""One who is quoted: "Hans förslag är att söka kontaktperson, sa han själv"."""
_PRODUCTS = Mark("products")
_RULES: tuple[Callable[[Surroundings], Verdict | None], ...] = (
    beside.is_phrase, beside.is_english, beside.owns, beside.is_counted, beside.is_described, beside.has_age,
    clauses.is_predicate_itself, beside.has_role, beside.is_in_a_row, beside.is_paired, beside.speaks,
    clauses.commands, clauses.is_infinitive, clauses.is_led, clauses.acts, clauses.is_asked, beside.is_labelled,
    beside.is_alone,
)  # fmt: skip


def judge(text: str, start: int, end: int, known: Container[str] = frozenset()) -> Verdict:
    """Tell what a word is that is both a name and a word, without the ending of a genitive; ``known`` is the roll."""
    if verdict := _by_its_form(text, start, end):
        return verdict
    at = Surroundings(text, start, end, known)
    if at.has_capital and (titled := _titled(text, end, known)):
        return titled
    if at.has_capital and not at.begins:
        return _named_in_a_sentence(at)
    for rule in _RULES:
        if verdict := rule(at):
            return verdict
    return _usual(at)


def _by_its_form(text: str, start: int, end: int) -> Verdict | None:
    """What the word itself tells, and the signs beside it: "FK", "anna_plan.docx", "Berg-och-dalbana"."""
    word = text[start:end]
    if word.istitle():
        if _is_a_town(text, start, end):
            return Verdict.WORD
        if _stands_in_a_sentence(text, start, end) or _begins_and_acts(text, start, end):
            return Verdict.NAME
    if word == "Hans" and _SAYS_HIMSELF.match(text, end):
        return Verdict.NAME
    if word == "SoL" or (word.isupper() and len(word) in (2, 3) and is_abbreviation(text, start, end)):
        return Verdict.WORD
    is_name_alone = not is_word(word.lower()) and (word[0].isupper() or len(word) > 2)
    if is_name_alone or is_in_a_file_name(text, start, end):
        return Verdict.NAME
    is_compound = text[end : end + 1] == "-" and text[end + 1 : end + 2].islower()
    return Verdict.WORD if is_compound else None


def _stands_in_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether a capital stands within a sentence and belongs to nothing longer: a quick look tells most names."""
    goes_on = _IN_A_SENTENCE.match(text, max(0, start - 3)) and _GOES_ON.match(text, end)
    return bool(goes_on) and start > 2 and not starts_sentence(text, start)


def _is_a_town(text: str, start: int, end: int) -> bool:
    """Whether one goes or has come to a place of that name: "tåget till Lund"."""
    return text[start:end].lower() in _TOWNS and _GOES.search(text, max(0, start - 32), start) is not None


def _begins_and_acts(text: str, start: int, end: int) -> bool:
    """Whether a capital begins a sentence and does what people do: a quick look for "Bo ringer", "Hans frågar"."""
    verb = _THEN_DOES.match(text, end)
    if verb is None or not clauses.is_done_by_people(verb[1]) or not starts_sentence(text, start):
        return False
    return not usage_of(text[start:end].lower()) & TIME


def _titled(text: str, end: int, known: Container[str]) -> Verdict | None:
    """What goes on with capitals that name nobody is called so: "My Chemical Romance"; one alone may be a surname."""
    found = _CAPITALS_AFTER.match(text, end)
    others = found[1].split() if found else []
    if not others or any(folded(word) in known or is_given_name(word) or is_surname(word) for word in others):
        return None
    return Verdict.WORD if len(others) > 1 else Verdict.EITHER


def _named_in_a_sentence(at: Surroundings) -> Verdict:
    """A capital is a name; where nobody can be it may be the name of a place: "i Lund"."""
    is_in_a_place = at.last() == "i" and not at.ending and not (at.word[-1] in "sxz" and is_thing(at.next()))
    return Verdict.EITHER if is_in_a_place else Verdict.NAME


def _usual(at: Surroundings) -> Verdict:
    """What a word is most often where nothing tells."""
    if clauses.describes_thing(at):
        if at.usage & MEASURE and at.begins and at.word[-1] in "sxz":
            return _owns_as_it_stands(at)
        is_product = at.begins and at.usage & PRONOUN and at.next() in _PRODUCTS
        return Verdict.EITHER if is_product else Verdict.WORD
    if (at.usage & NOUN and clauses.is_object(at)) or (at.usage & ADJECTIVE and clauses.describes_what_was_said(at)):
        return Verdict.WORD
    if at.usage & TIME and not at.has_capital:
        return Verdict.WORD
    if at.usage & VERB and clauses.follows_auxiliary(at):
        return Verdict.WORD
    return Verdict.NAME if not at.usage and at.has_capital else Verdict.EITHER


def _owns_as_it_stands(at: Surroundings) -> Verdict:
    """A genitive without an ending: "max mamma", "Max läxor ligger hemma"."""
    if is_person_word(at.next()):
        return Verdict.NAME
    return Verdict.EITHER if is_finite(at.next(1)) else Verdict.WORD
