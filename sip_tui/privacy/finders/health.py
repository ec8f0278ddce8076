"""Diagnoses, codes and protected identity: not identifiers, but never to be mailed by mistake (warn).

Sources: ICD-10-SE (letter, two digits, point), ATC (WHO), Skatteverket (skyddade personuppgifter). The words are those
that meet SIP meetings most often (tables ``protected`` and ``diagnosis``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sip_tui.privacy.context import Context, CueFamily, words
from sip_tui.privacy.model import Candidate

_ICD = re.compile(r"\d\d(?:\.\d[0-9A-Z]?(?![^\W_])|[0-9][A-Z]?(?![\w.])|(?![\w.,:/]|\s?[%°]))")
_ATC = re.compile(r"\d\d[A-Z]{2}\d\d(?![^\W_])")
_DIAGNOSIS_NUMBER = CueFamily("diagnosis_number")
_KINDS = {
    CueFamily("protected"): ("protected", "Skyddad identitet: skicka ingenting med e-post."),
    CueFamily("diagnosis"): ("diagnosis", "Ett ord för en diagnos."),
}
BITS = sum(family.bit for family in _KINDS)


def find_words(context: Context) -> Iterator[Candidate]:
    """Diagnosis words and words for a protected identity."""
    for family, (kind, why) in _KINDS.items():
        if context.bits & family.bit:
            for term in _terms(family.table).finditer(context.text):
                yield Candidate(term.start(), term.end(), kind, "medium", why)


@lru_cache(maxsize=4)
def _terms(table: str) -> re.Pattern[str]:
    entries = sorted(words(table), key=len, reverse=True)
    terms = (re.escape(entry).replace(r"\ ", r"\s").replace(r"\*", r"\w{0,12}") for entry in entries)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(terms)})(?![^\W_])", re.IGNORECASE)


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
