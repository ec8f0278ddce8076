"""Birth dates beside a word that says so, and the four last digits alone.

Sources: ISO 8601 and the ways that Swedish notes write a day (d/m-yy, words); Skatteverket SKV 704 (the four last).
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context, CueFamily, KeywordRule
from sip_tui.privacy.model import Candidate

_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|may|oct)[a-zåäö]{0,7}\.?"
_DATE = re.compile(
    rf"""
    (?:18|19|20)\d\d[-./ \n]{{0,2}}[01]?\d[-./ \n]{{0,2}}[0-3]?\d(?!\d)
  | \d\d[-./ ]?[01]\d[-./ ]?[0-3]\d(?!\d)
  | [0-3]?\d[./ -]{{1,2}}[01]?\d[./ -]{{1,2}}(?:(?:18|19|20)\d\d|\d\d)(?!\d)
  | [0-3]?\d(?::?[ea])?[ .\n]{{0,2}}{_MONTH}(?:[ ,\n-]{{1,3}}(?:(?:18|19|20)\d\d|['’]?\d\d)(?!\d))?
  | [0-3]?\d/[01]?\d(?!\d)
  | [0-3]?\d,?\ (?:18|19|20)\d\d(?!\d)                            # June 7, 2012
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BORN = CueFamily("born")
BIRTH = KeywordRule("birth_date", _BORN, 6, _DATE, "Datumet står intill ett ord för födelse.")
_HINT = CueFamily("birth_hint")
_BORN_ENDS = frozenset("fdFDn")
_SHORT_BORN = re.compile(r"(?<![^\W\d_])f\.? ?d?\.?[ :]{0,2}(?:den )?-?$", re.IGNORECASE)
_LAST = CueFamily("last_four")
_LAST_FOUR = re.compile(
    r"(?:(?:sista|fyra|4)\s(?:sista|fyra|4)(?:\s(?:siffror(?:na)?|i\s\w{1,20}))?|slut(?:ar|ade)?\s(?:på|med)"
    r"|slutsiffr(?:a|or|orna)|ändelsen?|sista\ssiffrorna|födelsesiffror)(?:\ssiffror(?:na)?)?[\s:=(|,*-]{0,6}(?:är[\s:]{1,2})?$",
    re.IGNORECASE,
)
_LAST_FOUR_AFTER = re.compile(
    r"[\s,(–-]{1,3}(?:(?:är|var|som)\s)?(?:(?:de|hennes|hans|hens|dina|mina)\s)?(?:fyra\ssista|sista\sfyra|4\ssista)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:18|19|20)\d\d(?!\d)")
_MONTH_BEFORE = re.compile(rf"(?<![^\W\d_]){_MONTH}[ \n]$", re.IGNORECASE)
_HIDING = frozenset("-+ X#•ÅMDxåmdy?_Y")
_MASKED_DATE = re.compile(r"(?<![^\W_])[X#•ÅMDxåmdy?_Y]{6,8}[-+ ]?$")
_FOUR = re.compile(r"\d[ ]?\d[ ]?\d[ ]?\d(?![\d]|[.:]\d)")

BITS = _BORN.bit | _LAST.bit | _HINT.bit


def find_birth(context: Context, start: int) -> Candidate | None:
    """A birth date after "f." or "f.d.", which are too short to be cue words; the last four digits."""
    text = context.text
    if text[max(0, start - 4) : start].rstrip(" .:-")[-1:] in _BORN_ENDS:
        date = _DATE.match(text, start)
        if date and date.end() - start > 4 and _SHORT_BORN.search(text[max(0, start - 12) : start]):
            return Candidate(start, date.end(), "birth_date", "high", "Datumet står efter f. som i född.")
    if context.bits_around(start) & _BORN.bit and (hit := _month_of_birth(context, start)):
        return hit
    return _last_four(context, start)


def _month_of_birth(context: Context, start: int) -> Candidate | None:
    """Where the day is a word ("född den sjunde juni 2012") the month and the year are what can be cut."""
    year = _YEAR.match(context.text, start) if context.near(_BORN, start, 5) else None
    month = _MONTH_BEFORE.search(context.text[max(0, start - 16) : start]) if year else None
    if year is None or month is None:
        return None
    return Candidate(start - len(month[0]), year.end(), "birth_date", "high", BIRTH.why)


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
