"""How old somebody is: "Tuva, 14 år", "81-åring", "18-årsdagen", "gerd 79", "killen är sjutton"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.context import Context
from sip_tui.privacy.finders.birth_date import AGE, MONTH
from sip_tui.privacy.finders.spoken import NUMBERS
from sip_tui.privacy.model import Candidate, Span
from sip_tui.privacy.name_lists import KIN, PERSON_NOUN, ROLES, is_said_of_a_person, is_word
from sip_tui.privacy.verb_forms import is_finite
from sip_tui.privacy.word_tables import ON_THE_ROLL, CueFamily, WordSet, bits_of, is_given_name

_PRONOUN = CueFamily("pronoun", gate=False)
_AT_THAT_AGE = WordSet("at_that_age")
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_COUNTED = re.compile(rf"(?<![\w.,/–-])({_NUMBER}(?:(?:, ?| o | och ){_NUMBER}){{0,4}})[ \n-]?\Z", re.IGNORECASE)
_WHOLE = re.compile(rf"{_NUMBER}(?=årig|åring)", re.IGNORECASE)
_AFTER = re.compile(rf"(?: är| år)?[: ]{{1,2}}({_NUMBER})(?:\s?år)?(?![\w/.,:-]*\d|[^\W_])", re.IGNORECASE)
_COMPARES = re.compile(r"(?<![^\W\d_])(?:som|än) (?:(?:en|ett|många|andra) )?$")
"""Before an age that nobody is: "läser som en sexåring"."""
_MONTHS = re.compile(r" och \d{1,2} månader")
_OLD = re.compile(r"[\s-](?:gammal|gamla|fyllda|ung|olds?)(?![^\W_])")
_SPAN = re.compile(r"\s(?:sedan|sen|kvar|till|försen|framåt|i rad|av)(?![^\W_])")
_PERSON_BEFORE = re.compile(r"([^\W\d_]+)(?:[ ,]{1,2}| ?\(|: |,? på | är (?:en |ett |bara |snart )?)$")
_IS_SAID = re.compile(r"(?:^|[.!?:\n-] ?)(?:(?:Är|är|e) (?:bara |snart |nu )?|(?P<soon>[Ss]nart ))$")
"""Before the age of whoever a note is about: "Är 14 år, går i åttan", "Snart 18 år"."""
_ANOTHER = re.compile(r"(?:, ?| o | och )(\d{1,2}) $")
_CLOSES = ("", ".", ",", ";", ")", "\n")
_BARE = re.compile(r",? (?:är|e) (?:bara |snart |nu )?(\d{1,2})(?=[.!?;)\n]|, | (?:och|o|å|men)(?: (?!\d)|$)|$)")
_BESIDE_NAME = re.compile(r"[ (,](2[5-9]|[3-9]\d)(?=[,;)\n]|$| (?P<does>[a-zåäö]{2,})(?![\w-]))")
"""A grown-up's age right behind who it is: "gerd 79, orkar ej", "Gerd (79)"; smaller numbers may be a time of day."""
_YOUNG_BESIDE_NAME = re.compile(
    r" (?:\(([4-9]|1\d|2[0-4])\)"
    r"|(1\d|2[0-4])(?=(?:, (?P<lives>[a-zåäö]{2,})| (?:bor|bodde))(?![^\W_])))"
)
"""The age of somebody younger, in brackets or before what one does at that age: "Ronja 17, går på gymnasiet"."""
_WHO = re.compile(r"(?<![\w-])([^\W\d_]{2,})(?:, ?| ?\(| )$")
_WHO_RIGHT_BEFORE = re.compile(r"(?<![\w-])([^\W\d_]{2,}) \(?$")
_LONGEST_WORD = 28
_PAIR = re.compile(r" (\d{1,2}),? (?:o|och|&) ([a-zåäö]{3,}) (\d{1,2})(?![\w.,:/-]*\d|[^\W_])")
"""Two relatives with their ages: "storasyster 21 o lillebror 8"; "hämtas av mamma 15 o pappa 16" are times."""
_RELATIVE = re.compile(r"(?<![\w-])(?<!av )(?<!hos )(?<!m )(?<!med )([a-zåäö]{3,})$")
_TURNING = re.compile(
    r"bl(?:ir|ev) (\d{1,2})(?= nästa (?:år|vår|höst|månad)"
    rf"| (?:i|den) (?:\d{{1,2}} ?)?(?:{MONTH}|vår|höst|sommar|vinter|år(?!e)))"
)
"""How old somebody will be: "blir 18 i mars"; the number before each of these patterns is what is searched for."""
_COUNTED_BEFORE = re.compile(r"(?:[^\W\d_]|(?:det|de) )$")
_ON = re.compile(r" på (\d{1,2})(?=[.,;)\n]|$| (?:som|och|o|har|går|är|bor|i|från)(?![^\W_]))")
"""How old somebody is, after whom it is: "en grabb på 11"."""
_WORD_ALONE = re.compile(r"(?<![\w-])([^\W\d_]{3,})$")
_IN_WORDS = re.compile(
    r"(?: (?:är|e) (?:bara |snart |nu )?|, snart )(tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|[a-zåäö]{2,4}ton"
    r"|(?:tjugo|[a-zåäö]{3,4}tio)(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?)"
    r"(?=[.,;!?)\n]| (?:och|o|å|men|nu) ?|$)"
)
"""The same of somebody named: "Theo är fyra o vaknar", "Nova, snart sex, går"."""
_SEVERAL = ("na", "or", "ar", "der", "barn", "barnen", "syskon", "syskonen", "de", "vi", "ni")
"""How words for several end, who are counted and have no age: "barnen är tre"."""
_SET_OFF = re.compile(r"(?:, | \()(\d{1,2})(?:, (?=(?P<does>[a-zåäö]+))|\))")
_KIN_BEFORE = re.compile(r"([^\W\d_]+)(?: [A-ZÅÄÖ][^\W\d_]+)?$")
"""An age set off behind a relative: "syster Alva, 6, blir rädd"."""
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)$")
_PERSON_AFTER = re.compile(r" (?:[^\W\d_]+ )?([^\W\d_]+)")
_OLD_ENOUGH = "En ålder."


def find_ages(context: Context) -> Iterator[Candidate]:
    """Every age in the view."""
    on_the_roll = frozenset(context.text[start:end] for start, end, _bits in context.cues_of(ON_THE_ROLL))
    last = 0
    for start, end, _bits in context.cues_of(AGE.bit):
        span = _age(context.text, start, end, on_the_roll) or _another_age(context.text, last, start, end)
        if span:
            last = span[1]
            yield Candidate(*span, "age", "medium", _OLD_ENOUGH)


def find_bare_ages(text: str) -> Iterator[Candidate]:
    """An age without its years, said of somebody: "hon är 9", "sonen är 11 och …", "mormor orkar inte, är 71"."""
    for found in _BARE.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, found.start() - 24), found.start())
        words = [before[1]] if before else []
        if found[0][0] == "," and len(found[1]) > 1:  # said of whoever the sentence is about
            begun = max(text.rfind("\n", 0, found.start()), text.rfind(". ", 0, found.start()), found.start() - 60)
            words = _LETTERS.findall(text, begun + 1, found.start())
        if any(map(_has_an_age, words)):
            yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)
    yield from _find_set_off(text)
    yield from _find_beside(text)
    yield from _find_told(text)


def _find_beside(text: str) -> Iterator[Candidate]:
    """An age right behind somebody: "gerd 79, orkar ej", "Ronja 17, går på gymnasiet", "syster 21 o bror 8"."""
    for found in _BESIDE_NAME.finditer(text):
        does = found["does"]
        if (does is None or is_finite(does)) and _is_told_of(text, found.start(1), _WHO):
            yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)
    for found in _YOUNG_BESIDE_NAME.finditer(text):
        lives, number = found["lives"], 1 if found[1] else 2
        fits = lives is None or lives in _AT_THAT_AGE or is_said_of_a_person(lives)
        if fits and _is_told_of(text, found.start(number), _WHO_RIGHT_BEFORE):
            yield Candidate(*found.span(number), "age", "medium", _OLD_ENOUGH)
    for found in _PAIR.finditer(text):
        first = _RELATIVE.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
        words = (first[1], found[2]) if first else ("", "")
        if all(bits_of(word) & KIN.bit and not word.startswith("barn") for word in words):
            yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)
            yield Candidate(*found.span(3), "age", "medium", _OLD_ENOUGH)


def _is_told_of(text: str, start: int, who: re.Pattern[str]) -> bool:
    """Whether somebody whom an age is told of stands before a number."""
    found = who.search(text, max(0, start - _LONGEST_WORD), start)
    return found is not None and _is_somebody(found[1])


def _find_told(text: str) -> Iterator[Candidate]:
    """An age that is told of somebody: "en grabb på 11", "blir 18 i mars"."""
    for found in _ON.finditer(text):
        who = _WORD_ALONE.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
        if who and bits_of(who[1]) & (KIN.bit | PERSON_NOUN.bit) and not who[1].endswith(_SEVERAL):
            yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)
    for found in _TURNING.finditer(text):
        if not _COUNTED_BEFORE.search(text, max(0, found.start() - 4), found.start()):
            yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)


def find_ages_in_words(text: str) -> Iterator[Candidate]:
    """An age in words of one person: "Theo är fyra", "killen är sjutton", "Nova, snart sex, går"."""
    for found in _IN_WORDS.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, found.start() - 24), found.start())
        if before and not before[1].endswith(_SEVERAL) and _has_an_age(before[1]):
            yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)


def _another_age(text: str, last: int, start: int, end: int) -> Span | None:
    """The age of another one, right behind one: "barn: 2 år, 6 år"."""
    found = _ANOTHER.match(text, last, start) if last else None
    return (found.start(1), end) if found and text[start:end] == "år" else None


def _find_set_off(text: str) -> Iterator[Candidate]:
    """An age set off behind a relative, "syster Alva, 6, blir", or a name, "Nora, 15, bor"."""
    for found in _SET_OFF.finditer(text):
        before = _KIN_BEFORE.search(text, max(0, found.start() - 40), found.start())
        named = before and found["does"] and is_finite(found["does"]) and _WORD_BEFORE.search(before[0])
        if before and (bits_of(before[1]) & KIN.bit or (named and named[1][0].isupper() and _is_somebody(named[1]))):
            yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)


def _is_somebody(word: str) -> bool:
    """Whether a word names somebody: "hon 45" and "han, 15" are numbers of something else."""
    return _has_an_age(word) and not bits_of(word) & _PRONOUN.bit


def _has_an_age(word: str) -> bool:
    """Whether a word is somebody whom an age is told of; a role with a number is a room or an extension."""
    return _is_person(word) and not bits_of(word) & ROLES.bit


def _age(text: str, start: int, end: int, on_the_roll: frozenset[str]) -> tuple[int, int] | None:
    word = text[start:end].lower()
    if word.startswith(("fyll", "ålder")):
        after = None if text[max(0, start - 4) : start] == "man " else _AFTER.match(text, end)
        return (after.start(1), after.end()) if after else None
    if not word.startswith(("år", "year")):
        compares = _COMPARES.search(text, max(0, start - 16), start)
        return (start, end) if not compares and _WHOLE.match(text, start) and _is_of_somebody(text, word, end) else None
    counted = _COUNTED.search(text[max(0, start - 24) : start])
    if counted is None:
        return None
    begin = start - len(counted[0])
    if word in ("year", "years"):
        old = _OLD.match(text, end)
        return (begin, old.end()) if old else None
    if word == "år":
        return _years(text, begin, end, on_the_roll)
    return (begin, end) if _is_of_somebody(text, word, end) else None


def _is_of_somebody(text: str, word: str, end: int) -> bool:
    """Whether "17-årig", "15-åring" or "18-årsdagen" is said of a person."""
    if not word.endswith(("årig", "åriga")):
        return True
    after = _PERSON_AFTER.match(text, end)
    return any(_is_person(found) for found in after[0].split()) if after else False


def _years(text: str, begin: int, end: int, on_the_roll: frozenset[str]) -> tuple[int, int] | None:
    if more := _MONTHS.match(text, end) or _OLD.match(text, end):
        return begin, more.end()
    if _SPAN.match(text, end):
        return None
    before = _PERSON_BEFORE.search(text[max(0, begin - 30) : begin])
    if before and (before[1] in on_the_roll or _is_person(before[1])):
        return begin, end
    said = _IS_SAID.search(text, max(0, begin - 14), begin)
    return (begin, end) if said and not (said["soon"] and text[end : end + 1] not in _CLOSES) else None


def _is_person(word: str) -> bool:
    named = is_given_name(word) if word[0].isupper() else not is_word(word) and is_given_name(word.title())
    return named or bool(bits_of(word) & (KIN.bit | ROLES.bit | PERSON_NOUN.bit | _PRONOUN.bit))
