"""Case, file, court, police, patient, LMA and passport numbers.

Sources: Offentlighets- och sekretesslagen ch. 5 (registers give each document a dnr: body, year, number); Domstols-
verket (letter, number, two-digit year); Polisen (office-K number-year); Migrationsverket (LMA card NN-NNNNNN).
"""

from __future__ import annotations

import re

from .context import Context, Cue, words
from .cued import Cued
from .model import Hit

_DAY = (
    r"(?:19|20)\d\d-[01]\d-[0-3]\d(?![\d-])|\d{1,2}[:.]\d\d(?!\d)|(?:19|20)\d\d(?![\d/:-]|\.\d)|\d{1,2}/\d{1,2}(?!\d)"
)
_NUMBER = r"\d{1,6}(?:[-/:.]\d{1,8}){1,3}|\d{3,14}(?:[-/]\d{1,6})?"
_TAIL = r"(?:[-/][A-ZÅÄÖ]{1,4}(?![^\W_])|[-/]?[A-Z]\d{3,8}(?:-\d\d)?)?(?!\d)"

_DNR = Cue(
    "dnr diarienumret ärendenumret ärendeid aktnr aktnummer aktnumret akt akten målnr målnummer målnumret "
    "journalnr journalnummer journalnumret journalid beslutsnr beslutsnummer dossiernr dossiernummer dossier skadenr "
    "skadenummer anmälningsnr anmälningsnummer ansökningsnr utredningsnr beteckning kontrollnr kontrollnummer",
    "diarienr diarienummer ärendenr ärendenummer",
)
_REGISTER = Cue(
    "patientnr patientnummer patientid klientnr klientnummer klientid brukarnr brukarnummer brukarid personid "
    "kundnr kundnummer kundid elevid elevnr remissnr remissnummer remissid labnr labnummer labid lid provnr "
    "provnummer provid rekvisitionsnr vårdkontaktid medlemsnr medlemsnummer försäkringsnr försäkringsnummer "
    "handläggningsnr deltagarnr deltagarid besöksid rid sid"
)
_LMA = Cue("lma lmakort lmanummer")
_MATTER = Cue("ärende ärendet journal journalen beslut remissen", "anmälan remiss")
_COURTS = Cue("mål målet dom domen", "tingsrätten förvaltningsrätten kammarrätten hovrätten rätt domstolen domstol")
_PASSPORT = Cue("passnr passnummer passnumret passport körkort körkortsnr körkortsnummer")
_PASS = Cue("pass passet")
_NUMBERED = Cue("id nr nummer kort ref")
_HEADS = words(
    """
    patient klient brukar brukare kund elev remiss prov lab journal ärende person akt deltagar lma
    """
)

_MATTER_NUMBER = re.compile(rf"(?:\d{{2,6}}[-/:]\d{{1,8}}(?:[-/:]\d{{1,6}})?|\d{{4,14}}){_TAIL}")
_NO_MATTER = re.compile(_DAY + r"|\d{8}(?!\d)|(?:19|20)\d\d-(?:19|20)\d\d|\d\d-\d\d(?!\d)")
_IN_REGISTER = "Ett nummer som pekar ut en person i ett register."

CASES = (
    Cued("case", _DNR, 4, re.compile(f"(?:{_NUMBER}){_TAIL}"), "Ett ärendenummer.", re.compile(_DAY), True),
    Cued("case", _REGISTER, 3, re.compile(r"\d{2,14}(?:[-/ ]\d{1,8}){0,3}(?!\d)"), _IN_REGISTER, re.compile(_DAY), True),
    Cued("case", _LMA, 4, re.compile(r"\d\d[- ]?\d{6}(?: ?/ ?\d{1,2})?(?!\d)"), "Ett nummer på ett LMA-kort."),
    Cued("case", _MATTER, 2, _MATTER_NUMBER, "Ett ärendenummer.", _NO_MATTER, True),
    Cued("case", _COURTS, 5, re.compile(r"\d{3,6}-\d\d(?![\d-])"), "Ett målnummer i domstol.",
         re.compile(r"(?:19|20)\d\d-\d\d"), True),
    Cued("passport", _PASSPORT, 3, re.compile(r"\d(?:[ -]?\d){4,9}(?!\d)"), "Ett passnummer.", None, True),
    Cued("passport", _PASS, 3, re.compile(r"\d{7,9}(?!\d)"), "Ett passnummer.", re.compile(r"20\d\d[01]\d[0-3]\d"), True),
)  # fmt: skip

_BODY = re.compile(
    r"(?<![^\W_])(?:SN|KS|KSN|VN|VON|VOF|ON|OSN|BUN|UN|UBN|GSN|GVN|IFN|IFO|IVO|ÄN|ÄLN|AN|AMN|HSN|RS|LS|SON|SOC|SOCN|FN|NSN|"
    r"BOU|UAN|FVN|STN|SDN|MSN|ÖN|ÖFN|OFN|SAN|BMN|SBN|KFN|KN|VÅN|VÄN|OMN|SF|VF|BUF|UF|ASN|IAN|HVN|SVN|SDF|PN|HSF|BN|MN|TN)[ -]?$"
)
_BODY_CASE = re.compile(r"(?:19|20)\d\d[-/:.]\d{1,6}(?:[-/.]\d{1,6})?(?!\d)")
_POLICE = re.compile(r"\d{4}-?K-?\d{3,7}-\d\d(?!\d)")
_COURT = re.compile(r"(?<![^\W_])[TBÄÖFPKM]{1,3} $")
_COURT_CASE = re.compile(r"\d{1,6}-\d\d(?![\d-])")
_HYPHENATED = re.compile(r"\d{2,14}(?:[-/]\d{1,8})?(?!\d)")


def find_case(context: Context, start: int) -> Hit | None:
    """Case numbers that say by themselves what they are: a body's letters and a year, the police's K."""
    text = context.text
    if police := _POLICE.match(text, start):
        return Hit(start, police.end(), "case", "high", "Har formen av polisens ärendenummer.")
    if text[start - 1 : start].isupper() or text[max(0, start - 2) : max(0, start - 1)].isupper():
        if hit := _lettered(text, start):
            return hit
    return _labelled_id(context, start) if context.bits & _NUMBERED.bit else None


def _lettered(text: str, start: int) -> Hit | None:
    before = text[max(0, start - 6) : start]
    if (body := _BODY.search(before)) and (found := _BODY_CASE.match(text, start)):
        return Hit(start - len(body[0]), found.end(), "case", "high", "En nämnds beteckning, ett år och ett nummer.")
    if (letter := _COURT.search(before)) and (found := _COURT_CASE.match(text, start)):
        return Hit(start - len(letter[0]), found.end(), "case", "medium", "Har formen av ett målnummer i domstol.")
    return None


def _labelled_id(context: Context, start: int) -> Hit | None:
    """A label of two words: "patient-id 48213", "ärende nr 1182"."""
    label = [word for word in context.before(start)[:4] if len(word) > 1]
    found = _HYPHENATED.match(context.text, start)
    if found is None or len(label) < 2 or label[0] not in _NUMBERED.words or label[1] not in _HEADS:
        return None
    return Hit(start, found.end(), "case", "high", _IN_REGISTER)
