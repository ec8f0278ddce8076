"""Diagnoses, medicines, codes, protected identity, telling details: never to be mailed by mistake, and no identifiers.

Sources: ICD-10-SE (letter, two digits, point), ATC (WHO), Skatteverket (skyddade personuppgifter). The words are those
that meet SIP meetings most often (tables ``protected`` and ``diagnosis``, and the file ``medicines.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.context import Context
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import KIN
from sip_tui.privacy.word_tables import CueFamily, cached_from_tables, words

_ICD = re.compile(r"\d\d(?:\.\d[0-9A-Z]?(?![^\W_])|[0-9][A-Z]?(?![\w.])|(?![\w.,:/]|\s?[%°]))")
_ATC = re.compile(r"\d\d[A-Z]{2}\d\d(?![^\W_])")
_DIAGNOSIS_NUMBER = CueFamily("diagnosis_number")
_KINDS = {
    CueFamily("protected"): ("protected", "Skyddade personuppgifter: skicka inget med e-post."),
    CueFamily("diagnosis"): ("diagnosis", "Ett ord för en diagnos."),
    CueFamily("medicine", file="medicines"): ("medicine", "Ett läkemedel som berättar om en diagnos."),
}
BITS = sum(family.bit for family in _KINDS)


def find_words(context: Context) -> Iterator[Candidate]:
    """Words for a diagnosis, medicines that tell of one, and words for a protected identity."""
    done = 0
    for start, _end, bits in context.cues_of(BITS):
        for family, (kind, why) in _KINDS.items():
            term = (
                _terms(family.table, family.file).match(context.text, start)
                if bits & family.bit and start >= done
                else None
            )
            if term:
                done = term.end()
                yield Candidate(start, done, kind, "medium", why)


@cached_from_tables
def _terms(table: str, file: str) -> re.Pattern[str]:
    entries = sorted(words(table, file), key=len, reverse=True)
    terms = (re.escape(entry).replace(r"\ ", r"\s").replace(r"\*", r"\w{0,12}") for entry in entries)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(terms)})(?![^\W_])", re.IGNORECASE)


_TELLING = {
    CueFamily("rare_diagnosis"): re.compile(
        r"(?P<what>(?:-\w+| syndrom)?)(?=[^.!?\n]{0,60}(?: (?:i|på|vid) [A-ZÅÄÖ]|skolan))"
    ),
    CueFamily("occupation"): re.compile(
        r"(?P<what>(?: som| på| åt)? (?:[^\W\d_]+(?: [^\W\d_]+){0,2}) (?:i|på|vid) [A-ZÅÄÖ][^\W\d_]+(?:, [a-zåäö]+)?)"
    ),
    CueFamily("event"): re.compile(
        r"(?P<what>[^.!?\n]{0,40}? (?:i|på|vid) [A-ZÅÄÖ]\w+(?: vid [A-ZÅÄÖ]\w+)?"
        r"(?: i (?:julas|fjol|våras|somras|höstas|vintras))?)"
    ),
    CueFamily("distinction"): re.compile(
        r"(?P<what>[^.!?\n]{0,30}? (?:i|på|vid) [A-ZÅÄÖ]\w+(?: [a-zåäö]+)?(?: (?:19|20)\d\d)?)"
    ),
}
TELLING_BITS = sum(family.bit for family in _TELLING)
_OCCUPATION = next(family for family in _TELLING if family.table == "occupation")


def find_telling(context: Context) -> Iterator[Candidate]:
    """Details that point out a person together with a place: a rare diagnosis, a parent's work, an accident."""
    why = "En uppgift som tillsammans med platsen kan peka ut någon."
    for start, end, bits in context.cues_of(TELLING_BITS):
        for family, shape in _TELLING.items():
            found = shape.match(context.text, end) if bits & family.bit else None
            if found and (family is not _OCCUPATION or context.near(KIN, start, 1)):
                yield Candidate(start, found.end("what"), "quasi", "low", why)


def find_code(context: Context, start: int) -> Candidate | None:
    """An ICD-10 or ATC code whose digits begin at ``start``."""
    text = context.text
    if not text[max(0, start - 1) : start].isupper() or text[max(0, start - 2) : start - 1].isalnum():
        return None
    if atc := _ATC.match(text, start):
        return Candidate(start - 1, atc.end(), "code", "high", "En ATC-kod för ett läkemedel.")
    icd = _ICD.match(text, start)
    if icd is None or not ("." in icd[0] or text[start - 1] == "F" or context.near(_DIAGNOSIS_NUMBER, start, 4)):
        return None
    return Candidate(start - 1, icd.end(), "code", "high", "En diagnoskod enligt ICD-10.")
