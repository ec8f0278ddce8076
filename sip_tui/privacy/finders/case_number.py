"""Case, file, court, police, patient, LMA and passport numbers.

Sources: Offentlighets- och sekretesslagen ch. 5 (registers give each document a dnr: body, year, number); Domstols-
verket (letter, number, two-digit year); Polisen (office-K number-year); Migrationsverket (LMA card NN-NNNNNN).
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import CAPITALS, Context, KeywordRule
from sip_tui.privacy.finders.bank import CARD_CUE
from sip_tui.privacy.finders.personnummer import ARTICLE
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily, WordSet

_DAY = (
    r"(?:19|20)\d\d-[01]\d-[0-3]\d(?![\d-])|\d{1,2}[:.]\d\d(?!\d)|(?:19|20)\d\d(?![\d/:-]|\.\d)|\d{1,2}/\d{1,2}(?!\d)"
)
_NUMBER = r"\d{1,6}(?:[-/:.]\d{1,8}){1,5}|\d{3,14}(?:[-/]\d{1,6}|(?: \d{3,6}(?!\d)){1,3}(?: \d\d(?![\w.:/]))?)?"
_TAIL = r"(?:[-/][A-ZÅÄÖ]{1,4}(?:[-/]\d{1,6})?(?![^\W_])|[-/]?[A-ZÅÄÖ]{1,4}\d{2,8}(?:-\d\d)?)?(?!\d)"

_DNR = CueFamily("case_label")
_REGISTER = CueFamily("register")
_LMA = CueFamily("lma")
_MATTER = CueFamily("matter")
_COURTS = CueFamily("court")
_PASSPORT = CueFamily("passport_number")
_PASS = CueFamily("passport")
_NUMBERED = CueFamily("numbered")
_HEADS = CueFamily("register_heads")
_HOLDER = CueFamily("holder")

_MATTER_NUMBER = re.compile(
    rf"(?:\d{{2,6}}[-/:]\d{{1,8}}(?:[-/:]\d{{1,6}})?|\d{{3,14}}(?: \d{{2,4}}){{1,3}}(?![\d:.,/%])|\d{{4,14}}){_TAIL}"
)
_NO_MATTER = re.compile(r"\d{1,2}:\d{1,2}(?!\d)|" + _DAY + r"|\d{8}(?!\d)|(?:19|20)\d\d-(?:19|20)\d\d|\d\d-\d\d(?!\d)")
_IN_REGISTER = "Ett nummer som pekar ut en person i ett register."

_REGISTER_NUMBER = re.compile(r"(?:\d{3,19}|\d\d(?=[-/ ]\d))(?:[-/ ]\d{1,8}){0,5}(?!\d)")
_LMA_NUMBER = re.compile(r"\d\d[- ]?\d{6}(?: ?/ ?\d{1,2})?(?!\d)")
_COURT_NUMBER = re.compile(r"\d{3,6}-\d\d(?![\d-])")
_SCHOOL_YEAR = re.compile(r"(?:19|20)\d\d-\d\d")
_PASSPORT_NUMBER = re.compile(r"\d(?:[ -]?\d){4,11}(?!\d)")
_THIS_CENTURY = re.compile(r"20\d\d[01]\d[0-3]\d")
_ON_A_CARD = re.compile(r"\d(?:[ -]?\d){5,18}(?!\d)")
_NO_CARD = re.compile(rf"{_DAY}|20\d\d[01]\d[0-3]\d(?!\d)|0(?:20|77)|(?:1177|11[23468])(?![ -]?\d)")
_NO_CASE = re.compile(_DAY)

CASES = (
    KeywordRule("case", _DNR, 4, re.compile(f"(?:{_NUMBER}){_TAIL}"), "Ett ärendenummer.", _NO_CASE, prefix=True),
    KeywordRule("case", _REGISTER, 3, _REGISTER_NUMBER, _IN_REGISTER, _NO_CASE, prefix=True),
    KeywordRule("case", _LMA, 4, _LMA_NUMBER, "Ett nummer på ett LMA-kort."),
    KeywordRule("case", _MATTER, 2, _MATTER_NUMBER, "Ett ärendenummer.", _NO_MATTER, prefix=True),
    KeywordRule("case", _COURTS, 5, _COURT_NUMBER, "Ett målnummer i domstol.", _SCHOOL_YEAR, prefix=True),
    KeywordRule("passport", _PASSPORT, 3, _PASSPORT_NUMBER, "Ett passnummer.", prefix=True),
    KeywordRule("passport", _PASS, 3, re.compile(r"\d{7,9}(?!\d)"), "Ett passnummer.", _THIS_CENTURY, prefix=True),
    KeywordRule("case", CARD_CUE, 2, _ON_A_CARD, "Ett nummer på ett kort.", _NO_CARD, prefix=True),
    KeywordRule(
        "case",
        _HOLDER,
        1,
        re.compile(r"(?:\d{6,19}|\d{2,6}(?:-\d{2,6}){2,4})(?![\d-])"),
        _IN_REGISTER,
        _NO_CARD,
        prefix=True,
    ),
)

_BODY = re.compile(r"(?<![^\W_])([A-ZÅÄÖ]{2,4})[ \n-]?\Z")
_BODIES = CueFamily("public_registers")
_LETTERS = CueFamily("court_letters")
_BODY_CASE = re.compile(r"(?:19|20)\d\d[-/:.]\d{1,6}(?:[-/.]\d{1,6})?(?!\d)")
_AUTHORITY = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}-\d{3,6}/20\d\d(?:-\d{1,3})?(?!\d)")
"""As authorities write theirs, the plan of documents first: "3.5.1-11820/2025-4"."""
_POLICE = re.compile(r"\d{4}-?K-?\d{3,7}-\d\d(?!\d)")
_COURT = re.compile(r"(?<![^\W_])[TBÄÖFPKM]{1,3}[ \n]\Z")
_COURT_CASE = re.compile(r"\d{1,6}-\d\d(?![\d-])")
BITS = _LETTERS.bit | _NUMBERED.bit | _BODIES.bit
_SERIES_LETTERS = re.compile(r"(?<![^\W_])([A-ZÅÄÖ]{1,5})-$")
_SERIES = re.compile(r"(?:(?:20)?\d\d[-/]\d{3,7}(?:-\d{1,4})?|\d{5,9})(?:-[A-Z](?![^\W_]))?(?![\d-])")
_STANDARDS = WordSet("standards")
_HYPHENATED = re.compile(r"\d{2,14}(?:(?:[-/.]\d{1,8}){1,3}|(?: \d{3}){2,6}|(?<=\d{4})(?: \d{4}){1,3})?(?!\d)")


def find_case(context: Context, start: int) -> Candidate | None:
    """Case numbers that say by themselves what they are: a body's letters and a year, the police's K."""
    text = context.text
    if authority := _AUTHORITY.match(text, start):
        return Candidate(start, authority.end(), "case", "high", "Ser ut som en myndighets ärendenummer.")
    if police := _POLICE.match(text, start):
        return Candidate(start, police.end(), "case", "high", "Ser ut som polisens ärendenummer.")
    lettered = text[max(0, start - 2) : start].strip(" -").isupper()
    if lettered and (hit := _lettered(text, start)):
        return hit
    return _labelled_id(context, start) if context.bits_around(start) & _NUMBERED.bit else None


def _lettered(text: str, start: int) -> Candidate | None:
    before = text[max(0, start - 6) : start]
    body = _BODY.search(before)
    if body and body[1].lower() in _BODIES and (found := _BODY_CASE.match(text, start)):
        why = "En nämnds beteckning, ett år och ett nummer."
        return Candidate(start - len(body[0]), found.end(), "case", "high", why)
    if (found := _COURT_CASE.match(text, start)) and (letter := _COURT.search(before)):
        why = "Ser ut som ett målnummer i domstol."
        return Candidate(start - len(letter[0]), found.end(), "case", "medium", why)
    return None


def find_series(context: Context, start: int) -> Candidate | None:
    """A number in a series that its capitals name: "IFO-2025-00413", "VT-8830012"."""
    letters = _SERIES_LETTERS.search(context.text, max(0, start - 6), start)
    found = _SERIES.match(context.text, start) if letters and letters[1].lower() not in _STANDARDS else None
    if letters is None or found is None or context.near(ARTICLE, letters.start(), 3):
        return None
    return Candidate(letters.start(), found.end(), "case", "medium", "Ser ut som ett ärendenummer.")


def _labelled_id(context: Context, start: int) -> Candidate | None:
    """A label of two words: "patient-id 48213", "ärende nr 1182"."""
    letters = CAPITALS.search(context.text[max(0, start - 7) : start])
    own = letters[0] if letters and letters[0].strip(" .:-").lower() not in _NUMBERED else ""
    begin = start - len(own)
    label = [word for word in context.before(begin)[:5] if len(word) > 2 or word in _NUMBERED]
    found = _HYPHENATED.match(context.text, start)
    if found is None or len(label) < 2 or label[0] not in _NUMBERED or label[1] not in _HEADS:
        return None
    return Candidate(begin, found.end(), "case", "high", _IN_REGISTER)
