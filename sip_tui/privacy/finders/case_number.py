"""Case, file, court, police, patient, LMA and passport numbers.

Sources: Offentlighets- och sekretesslagen ch. 5 (registers give each document a dnr: body, year, number); Domstols-
verket (letter, number, two-digit year); Polisen (office-K number-year); Migrationsverket (LMA card NN-NNNNNN).
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context, CueFamily
from sip_tui.privacy.keyword_finder import CAPITALS, KeywordRule
from sip_tui.privacy.model import Candidate

_DAY = (
    r"(?:19|20)\d\d-[01]\d-[0-3]\d(?![\d-])|\d{1,2}[:.]\d\d(?!\d)|(?:19|20)\d\d(?![\d/:-]|\.\d)|\d{1,2}/\d{1,2}(?!\d)"
)
_NUMBER = r"\d{1,6}(?:[-/:.]\d{1,8}){1,5}|\d{3,14}(?:[-/]\d{1,6})?"
_TAIL = r"(?:[-/][A-ZÅÄÖ]{1,4}(?![^\W_])|[-/]?[A-ZÅÄÖ]{1,4}\d{2,8}(?:-\d\d)?)?(?!\d)"

_LABEL = r"(?:s|ens|ets)?(?:nr|nummer|numret|id|beteckning|beteckningen|referens)"
_DNR = CueFamily(
    "dnr akt akten dossier dossiern beteckning beteckningen diarieförd diariefört",
    rf".*(?:ärende|diarie){_LABEL}|(?:akt|mål|journal|beslut|dossier|skade|anmälning|ansökning|utredning|kontroll|försäkring"
    rf"|handläggning|ref|referens|försäkringskasse){_LABEL}|(?:fk|af|sn|ks)nr",
)
_REGISTER = CueFamily(
    "lid",
    rf"(?:patient|klient|brukar|brukare|person|kund|elev|remiss|labb?|prov|provrör|rekvisition|vårdkontakt|medlem|deltagar"
    rf"|besök|besöks|sökande|boende|individ|medlems){_LABEL}",
)
_LMA = CueFamily("", r"lma(?:kort|nr|nummer|kortnr|kortnummer)?")
_MATTER = CueFamily("ärende ärendet journal journalen beslut remissen referens", r".*(?:anmälan|remiss)|..?ärende")
_COURTS = CueFamily("mål målet dom domen", r".*(?:rätt|domstol)(?:en|ens|s)?")
_PASSPORT = CueFamily(
    "passport", r"(?:pass|körkort|passkort|idkort){_LABEL}|körkort(?:et)?".replace("{_LABEL}", _LABEL)
)
_PASS = CueFamily("", r"(?:främlings|rese|utländskt)?pass(?:et|ets)?")
_NUMBERED = CueFamily("id nr nummer numret kort ref")
_HEADS = CueFamily(
    "",
    r"(?:patient|klient|brukare?|kund|elev|remiss|prov|labb?|journal|ärende|person|akt|deltagare?|lma|ref|dossier|beslut"
    r"|mål|pass|handläggning|medlem|k)(?:s|en|ens|et|ets)?",
)

_MATTER_NUMBER = re.compile(rf"(?:\d{{2,6}}[-/:]\d{{1,8}}(?:[-/:]\d{{1,6}})?|\d{{4,14}}){_TAIL}")
_NO_MATTER = re.compile(_DAY + r"|\d{8}(?!\d)|(?:19|20)\d\d-(?:19|20)\d\d|\d\d-\d\d(?!\d)")
_IN_REGISTER = "Ett nummer som pekar ut en person i ett register."

_REGISTER_NUMBER = re.compile(r"\d{2,14}(?:[-/ ]\d{1,8}){0,3}(?!\d)")
_LMA_NUMBER = re.compile(r"\d\d[- ]?\d{6}(?: ?/ ?\d{1,2})?(?!\d)")
_COURT_NUMBER = re.compile(r"\d{3,6}-\d\d(?![\d-])")
_SCHOOL_YEAR = re.compile(r"(?:19|20)\d\d-\d\d")
_PASSPORT_NUMBER = re.compile(r"\d(?:[ -]?\d){4,9}(?!\d)")
_THIS_CENTURY = re.compile(r"20\d\d[01]\d[0-3]\d")
_NO_CASE = re.compile(_DAY)

CASES = (
    KeywordRule("case", _DNR, 4, re.compile(f"(?:{_NUMBER}){_TAIL}"), "Ett ärendenummer.", _NO_CASE, prefix=True),
    KeywordRule("case", _REGISTER, 3, _REGISTER_NUMBER, _IN_REGISTER, _NO_CASE, prefix=True),
    KeywordRule("case", _LMA, 4, _LMA_NUMBER, "Ett nummer på ett LMA-kort."),
    KeywordRule("case", _MATTER, 2, _MATTER_NUMBER, "Ett ärendenummer.", _NO_MATTER, prefix=True),
    KeywordRule("case", _COURTS, 5, _COURT_NUMBER, "Ett målnummer i domstol.", _SCHOOL_YEAR, prefix=True),
    KeywordRule("passport", _PASSPORT, 3, _PASSPORT_NUMBER, "Ett passnummer.", prefix=True),
    KeywordRule("passport", _PASS, 3, re.compile(r"\d{7,9}(?!\d)"), "Ett passnummer.", _THIS_CENTURY, prefix=True),
)

_BODIES = (
    "SN|KS|KSN|VN|VON|VOF|ON|OSN|BUN|UN|UBN|GSN|GVN|IFN|IFO|IVO|ÄN|ÄLN|AN|AMN|HSN|RS|LS|SON|SOC|SOCN|FN|NSN|BOU|UAN"
    "|FVN|STN|SDN|MSN|ÖN|ÖFN|OFN|SAN|BMN|SBN|KFN|KN|VÅN|VÄN|OMN|SF|VF|BUF|UF|ASN|IAN|HVN|SVN|SDF|PN|HSF|BN|MN|TN"
)
_BODY = re.compile(rf"(?<![^\W_])(?:{_BODIES})[ -]?$")
_LETTERS = CueFamily("", rf"[tbäöfpkm]{{1,3}}|{_BODIES.lower()}")
_BODY_CASE = re.compile(r"(?:19|20)\d\d[-/:.]\d{1,6}(?:[-/.]\d{1,6})?(?!\d)")
_POLICE = re.compile(r"\d{4}-?K-?\d{3,7}-\d\d(?!\d)")
_COURT = re.compile(r"(?<![^\W_])[TBÄÖFPKM]{1,3} $")
_COURT_CASE = re.compile(r"\d{1,6}-\d\d(?![\d-])")
BITS = _LETTERS.bit | _NUMBERED.bit
_HYPHENATED = re.compile(r"\d{2,14}(?:[-/]\d{1,8})?(?!\d)")


def find_case(context: Context, start: int) -> Candidate | None:
    """Case numbers that say by themselves what they are: a body's letters and a year, the police's K."""
    text = context.text
    if police := _POLICE.match(text, start):
        return Candidate(start, police.end(), "case", "high", "Har formen av polisens ärendenummer.")
    lettered = text[start - 1 : start].isupper() or text[start - 2 : start - 1].isupper()
    if lettered and (hit := _lettered(text, start)):
        return hit
    return _labelled_id(context, start) if context.bits & _NUMBERED.bit else None


def _lettered(text: str, start: int) -> Candidate | None:
    before = text[max(0, start - 6) : start]
    if (found := _BODY_CASE.match(text, start)) and (body := _BODY.search(before)):
        return Candidate(
            start - len(body[0]), found.end(), "case", "high", "En nämnds beteckning, ett år och ett nummer."
        )
    if (found := _COURT_CASE.match(text, start)) and (letter := _COURT.search(before)):
        return Candidate(
            start - len(letter[0]), found.end(), "case", "medium", "Har formen av ett målnummer i domstol."
        )
    return None


def _labelled_id(context: Context, start: int) -> Candidate | None:
    """A label of two words: "patient-id 48213", "ärende nr 1182"."""
    label = [word for word in context.before(start)[:5] if len(word) > 2 or word in _NUMBERED.words]
    found = _HYPHENATED.match(context.text, start)
    if found is None or len(label) < 2 or label[0] not in _NUMBERED.words or not _HEADS.holds(label[1]):
        return None
    letters = CAPITALS.search(context.text[max(0, start - 7) : start])
    return Candidate(start - len(letters[0]) if letters else start, found.end(), "case", "high", _IN_REGISTER)
