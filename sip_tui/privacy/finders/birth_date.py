"""When somebody was born; and the four last digits of a personnummer alone.

Sources: ISO 8601 and the ways that Swedish notes write a day (d/m-yy, words); Skatteverket SKV 704 (the four last).
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context, KeywordRule, digits_of
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import KIN, PERSON_NOUN
from sip_tui.privacy.word_tables import GIVEN_NAME, ON_THE_ROLL, SURNAME, CueFamily, bits_of

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
_SHORT_BORN = re.compile(r"(?<![^\W\d_])f(?:\.? ?d?\.?|-?\.?dat(?:um)?\.?)[ :]{0,2}(?:den )?-?$", re.IGNORECASE)
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
_LATEST = "2024"
PEOPLE = GIVEN_NAME | SURNAME | ON_THE_ROLL | KIN.bit | PERSON_NOUN.bit

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
