"""When somebody was born and how old somebody is; and the four last digits of a personnummer alone.

Sources: ISO 8601 and the ways that Swedish notes write a day (d/m-yy, words); Skatteverket SKV 704 (the four last).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sip_tui.privacy.context import Context, KeywordRule, digits_of
from sip_tui.privacy.finders.spoken import NUMBERS
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import KIN, PERSON_NOUN, ROLES, is_word
from sip_tui.privacy.verb_forms import is_finite
from sip_tui.privacy.word_tables import GIVEN_NAME, ON_THE_ROLL, SURNAME, CueFamily, bits_of, is_given_name

MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|may|oct)[a-zåäö]{0,7}\.?"
_DATE = re.compile(
    rf"""
    (?:18|19|20)\d\d[-./ \n]{{0,2}}[01]?\d[-./ \n]{{0,2}}[0-3]?\d(?!\d)
  | \d\d[-./ ]?[01]\d[-./ ]?[0-3]\d(?!\d)
  | [0-3]?\d[./ -]{{1,2}}[01]?\d[./ -]{{1,2}}(?:(?:18|19|20)\d\d|\d\d)(?!\d)
  | [0-3]?\d(?::?[ea])?[ .\n]{{0,2}}{MONTH}(?:[ ,\n-]{{1,3}}(?:(?:18|19|20)\d\d|['’]?\d\d)(?!\d))?
  | [0-3]?\d/[01]?\d(?!\d)
  | [0-3]?\d,?\ (?:18|19|20)\d\d(?!\d)                            # June 7, 2012
    """,
    re.VERBOSE | re.IGNORECASE,
)
BORN = CueFamily("born")
BIRTH = KeywordRule("birth_date", BORN, 6, _DATE, "Datumet står intill ett ord för födelse.")
_HINT = CueFamily("birth_hint")
_BORN_ENDS = frozenset("fdFDntm")
_SHORT_BORN = re.compile(r"(?<![^\W\d_])f(?:\.? ?d?\.?|-?dat(?:um)?\.?)[ :]{0,2}(?:den )?-?$", re.IGNORECASE)
_BORN_AFTER = re.compile(
    r" ?\((?:hennes |hans |hens )?(?:födelsedag|födelsedatum|född)\)"
    r"|,? (?:är|var|blir) (?:det )?(?:\w{1,20}s|min|din|sin|vår)? ?(?:födelsedag|födelsedatum|födelsetid)"
    r"|,? (?:är|var) (?:hon|han|hen|barnet|[^\W\d_]+n) född"
    r"|,? (?:då )?fyller \w{2,20} (?:år|\d|\w{2,8}ton)|,? föddes (?!för)\w"
)
"""After a date that somebody was born on: "9 mars är hennes födelsedag", "9/3 fyller hon 15"."""
_TURNS = re.compile(r"(?<![^\W\d_])(?<!det )blir \d{1,2}(?: år)?(?: den)? $", re.IGNORECASE)
"""Before the day that somebody is a year older: "blir 18 den 3/4"."""
_LAST = CueFamily("last_four")
_LAST_FOUR = re.compile(
    r"(?:(?:sista|fyra|4)\s(?:sista|fyra|4)(?:\s(?:siffror(?:na)?|i\s\w{1,20}))?|slut(?:ar|ade)?\s(?:på|med)"
    r"|slutsiffr(?:a|or|orna)|ändelsen?|(?<![^\W\d_])(?:resten|återstoden)|sista\ssiffrorna|födelsesiffror)(?:\ssiffror(?:na)?)?[\s:=(|,*-]{0,6}(?:är[\s:]{1,2})?$",
    re.IGNORECASE,
)
_LAST_FOUR_AFTER = re.compile(
    r"[\s,(–-]{1,3}(?:(?:är|var|som)\s)?(?:(?:de|hennes|hans|hens|dina|mina)\s)?(?:fyra\ssista|sista\sfyra|4\ssista|(?:på|i)\sslutet)",
    re.IGNORECASE,
)
_YEAR_IN_SHORT = re.compile(r"\d\d(?!\d)")
_YEAR = re.compile(r"(?:18|19|20)\d\d(?!\d)")
DAY_IN_WORDS = (
    r"(?:(?:tjugo|trettio)?(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde)"
    r"|tionde|elfte|tolfte|(?:tret|fjor|fem|sex|sjut|ar|nit)tonde|tjugonde|trettionde)"
)
_YEAR_ALONE = re.compile(
    r"(?:(?:18|19|20)\d\d|\d\d)"
    r"(?![\w/]|[-.:,]\d| \d| ?(?:barn|veck|år|mån|min|dag|tim|sek|k?g|cm|%|procent|i (?:rad|ordning)))"
)
_BORN_BEFORE = re.compile(r"(?<![^\W\d_])(?:född[as]?|fött|födelseår|f\.)(?: år)?(?: |: | ?[-–’'])$", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"(?<![^\W\d_])(?:{DAY_IN_WORDS}[ \n])?{MONTH}(?:[ \n]| ?[-–’'])$", re.IGNORECASE)
_HIDING = frozenset("-+ X#•ÅMDxåmdy?_Y")
_MASKED_DATE = re.compile(r"(?<![^\W_])[X#•ÅMDxåmdy?_Y]{6,8}[-+ ]?$")
_FOUR = re.compile(r"\d[ ]?\d[ ]?\d[ ]?\d(?![\d]|[.:]\d)")

_BESIDE = re.compile(r"(?: [A-ZÅÄÖ][^\W\d_]+){0,2}[ ,:]{0,2}\(?(?:f\.? ?)?")
_BIRTHDAY = re.compile(r"(?:(?:19|20)[0-2]\d-[01]\d-[0-3]\d|(?:19|20)?\d\d[01]\d[0-3]\d)(?![\d-])")
_WHOSE = re.compile(r" \(([a-zåäö]{3,})(?:,? f\.?d?\.?| född)?\)")
_MONTH_BESIDE_AGE = re.compile(rf"år \((?:född )?{MONTH} $", re.IGNORECASE)

AGE = CueFamily("age_word")
_PRONOUN = CueFamily("pronoun", gate=False)
_LATEST = "2024"
PEOPLE = GIVEN_NAME | SURNAME | ON_THE_ROLL | KIN.bit | PERSON_NOUN.bit
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_COUNTED = re.compile(rf"(?<![\w.,/–-])({_NUMBER}(?:(?:, ?| o | och ){_NUMBER}){{0,4}})[ \n-]?\Z", re.IGNORECASE)
_WHOLE = re.compile(rf"{_NUMBER}(?=årig|åring)", re.IGNORECASE)
_AFTER = re.compile(rf"(?: är| år)?[: ]{{1,2}}({_NUMBER})(?:\s?år)?(?![\w/.,:-]*\d|[^\W_])", re.IGNORECASE)
_COMPARES = re.compile(r"(?<![^\W\d_])(?:som|än) (?:(?:en|ett|många|andra) )?$")
"""Before an age that nobody is: "läser som en sexåring"."""
_MONTHS = re.compile(r" och \d{1,2} månader")
_OLD = re.compile(r"[\s-](?:gammal|gamla|fyllda|ung|olds?)(?![^\W_])")
_SPAN = re.compile(r"\s(?:sedan|sen|kvar|till|försen|framåt|i rad|av)(?![^\W_])")
_PERSON_BEFORE = re.compile(r"([^\W\d_]+)(?:[ ,]{1,2}| ?\(|,? på | är (?:en |ett |bara |snart )?)$")
_IS_SAID = re.compile(r"(?:^|[.!?:\n-] ?)(?:(?:Är|är|e) (?:bara |snart |nu )?|(?P<soon>[Ss]nart ))$")
"""Before the age of whoever a note is about: "Är 14 år, går i åttan", "Snart 18 år"."""
_CLOSES = ("", ".", ",", ";", ")", "\n")
_BARE = re.compile(r",? (?:är|e) (?:bara |snart |nu )?(\d{1,2})(?=[.!?;)\n]|, | (?:och|o|å|men)(?: (?!\d)|$)|$)")
_BESIDE_NAME = re.compile(
    r"(?<![\w-])([^\W\d_]{2,})(?:, ?| ?\(| )(2[5-9]|[3-9]\d)(?=[,;)\n]|$| (?P<does>[a-zåäö]{2,})(?![\w-]))"
)
"""A grown-up's age right behind who it is: "gerd 79, orkar ej", "Gerd (79)"; smaller numbers may be a time of day."""
_YOUNG_BESIDE_NAME = re.compile(
    r"(?<![\w-])([^\W\d_]{2,})(?: \(([4-9]|1\d|2[0-4])\)"
    r"| (1\d|2[0-4])(?=, (?:bor|går|jobbar|läser|pluggar|studerar|utflyttad|flyttat|sambo|gymnasiet)(?![^\W_])))"
)
"""The age of somebody younger, in brackets or before what one does at that age: "Ronja 17, går på gymnasiet"."""
_TURNING = re.compile(
    r"(?<![^\W\d_])(?<!det )(?<!de )(?:blir|blev) (\d{1,2})(?= nästa (?:år|vår|höst|månad)"
    rf"| (?:i|den) (?:\d{{1,2}} ?)?(?:{MONTH}|vår|höst|sommar|vinter|år(?!e)))"
)
"""How old somebody will be: "blir 18 i mars"."""
_IN_WORDS = re.compile(
    r"(?: (?:är|e) (?:bara |snart |nu )?|, snart )(tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|[a-zåäö]{2,4}ton"
    r"|(?:tjugo|[a-zåäö]{3,4}tio)(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?)"
    r"(?=[.,;!?)\n]| (?:och|o|å|men|nu) ?|$)"
)
"""The same of somebody named: "Theo är fyra o vaknar", "Nova, snart sex, går"."""
_SEVERAL = ("na", "or", "ar", "der", "barn", "barnen", "syskon", "syskonen", "de", "vi", "ni")
"""How words for several end, who are counted and have no age: "barnen är tre"."""
_SET_OFF = re.compile(r"(?:, | \()(\d{1,2})(?:, (?=[a-zåäö])|\))")
_KIN_BEFORE = re.compile(r"([^\W\d_]+)(?: [A-ZÅÄÖ][^\W\d_]+)?$")
"""An age set off behind a relative: "syster Alva, 6, blir rädd"."""
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)$")
_PERSON_AFTER = re.compile(r" (?:[^\W\d_]+ )?([^\W\d_]+)")
_OLD_ENOUGH = "En ålder."

BITS = BORN.bit | _LAST.bit | _HINT.bit | AGE.bit


def find_birth(context: Context, start: int) -> Candidate | None:
    """A birth date after "f." or "f.d.", which are too short to be cue words; the last four digits."""
    text = context.text
    if text[max(0, start - 4) : start].rstrip(" .:-")[-1:] in _BORN_ENDS:
        date = _DATE.match(text, start)
        if date and date.end() - start > 4 and _SHORT_BORN.search(text[max(0, start - 12) : start]):
            return Candidate(start, date.end(), "birth_date", "high", "Datumet står efter f. som i född.")
    if context.bits_around(start) & (BORN.bit | AGE.bit) and (hit := _month_of_birth(context, start)):
        return hit
    if context.bits_around(start) & (BORN.bit | AGE.bit | _HINT.bit):
        date = _DATE.match(text, start)
        turns = date and _TURNS.search(text, max(0, start - 24), start)
        if date and (turns or _BORN_AFTER.match(text, date.end())):
            return Candidate(start, date.end(), "birth_date", "high", BIRTH.why)
    return _year_of_birth(context, start) or _last_four(context, start)


def find_beside_a_person(context: Context, start: int) -> Candidate | None:
    """A date beside a name or a kin word: "Tuva 120309", "120309 (son)"; what lies ahead is no birth date."""
    found = _BIRTHDAY.match(context.text, start)
    if found and (whose := _WHOSE.match(context.text, found.end())) and bits_of(whose[1]) & KIN.bit:
        return Candidate(start, found.end(), "birth_date", "medium", "Ett datum intill ett ord för ett barn.")
    person = context.last_cue(PEOPLE, start) if found else None
    if found is None or person is None or not _BESIDE.fullmatch(context.text, person, start):
        return None
    digits = digits_of(found[0])
    if len(digits) == 8 and digits[:4] > _LATEST:
        return None
    return Candidate(start, found.end(), "birth_date", "medium", "Ett datum intill någons namn.")


def _month_of_birth(context: Context, start: int) -> Candidate | None:
    """A day in words ("född den sjunde juni 2012"), or a month alone, whose year begins at ``start``."""
    aged = _MONTH_BESIDE_AGE.search(context.text[max(0, start - 28) : start])
    shape = _YEAR_IN_SHORT if context.text[max(0, start - 1) : start] in ("-", "–", "’", "'") else _YEAR
    year = shape.match(context.text, start) if aged or context.near(BORN, start, 5) else None
    month = _MONTH_BEFORE.search(context.text[max(0, start - 34) : start]) if year else None
    if year is None or month is None:
        return None
    return Candidate(start - len(month[0]), year.end(), "birth_date", "high", BIRTH.why)


def _year_of_birth(context: Context, start: int) -> Candidate | None:
    """A year alone after a word for birth: "född år 1984", "f. -11", "född 84"."""
    year = _YEAR_ALONE.match(context.text, start)
    if year is None or not _BORN_BEFORE.search(context.text, max(0, start - 12), start):
        return None
    return Candidate(start, year.end(), "birth_date", "high", "Ett födelseår.")


def _last_four(context: Context, start: int) -> Candidate | None:
    four = _FOUR.match(context.text, start)
    if four is None:
        return None
    before = context.text[max(0, start - 44) : start]
    if before[-1:] in _HIDING and (hidden := _MASKED_DATE.search(before[-10:])):
        return Candidate(start - len(hidden[0]), four.end(), "personnummer", "high", "De fyra sista siffrorna syns.")
    if context.bits_around(start) & _LAST.bit and _LAST_FOUR_AFTER.match(context.text, four.end()):
        return Candidate(start, four.end(), "personnummer", "high", "De fyra sista siffrorna i ett personnummer.")
    if context.near(_LAST, start, 6) and (_is_last_four_column(context, start) or _LAST_FOUR.search(before)):
        return Candidate(start, four.end(), "personnummer", "high", "De fyra sista siffrorna i ett personnummer.")
    return None


def _is_last_four_column(context: Context, start: int) -> bool:
    words = context.before(start)
    return "|" in context.text and "sista" in words and "fyra" in words


def find_ages(context: Context) -> Iterator[Candidate]:
    """Every age in the view."""
    on_the_roll = frozenset(context.text[start:end] for start, end, _bits in context.cues_of(ON_THE_ROLL))
    for start, end, _bits in context.cues_of(AGE.bit):
        span = _age(context.text, start, end, on_the_roll)
        if span:
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
    for found in _TURNING.finditer(text) if "bli" in text or "blev " in text else ():
        yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)
    for found in chain(_BESIDE_NAME.finditer(text), _YOUNG_BESIDE_NAME.finditer(text)):
        does = found.groupdict().get("does")
        if _has_an_age(found[1]) and not bits_of(found[1]) & _PRONOUN.bit and (does is None or is_finite(does)):
            yield Candidate(*found.span(2 if found[2] else 3), "age", "medium", _OLD_ENOUGH)


def find_ages_in_words(text: str) -> Iterator[Candidate]:
    """An age in words of one person: "Theo är fyra", "killen är sjutton", "Nova, snart sex, går"."""
    for found in _IN_WORDS.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, found.start() - 24), found.start())
        if before and not before[1].endswith(_SEVERAL) and _has_an_age(before[1]):
            yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)


def _find_set_off(text: str) -> Iterator[Candidate]:
    """An age set off behind a relative: "syster Alva, 6, blir"."""
    for found in _SET_OFF.finditer(text):
        before = _KIN_BEFORE.search(text, max(0, found.start() - 40), found.start())
        if before and bits_of(before[1]) & KIN.bit:
            yield Candidate(*found.span(1), "age", "medium", _OLD_ENOUGH)


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
