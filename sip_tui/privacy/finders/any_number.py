"""Numbers that a word names which is in no table: "AFS-nr 44118-2", "loggnummer 48213"."""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context
from sip_tui.privacy.finders.personnummer import ARTICLE, COMPANY
from sip_tui.privacy.finders.phone import CALL, SERVICE, SWITCHBOARD
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily, bits_of

_ANY = CueFamily("any_number")
_WORD = re.compile(
    r"(?<![^\W\d_])(?P<stem>[^\W\d_]{2,30}?)s?-?(?:nummer|numret|nr)\.?"
    r"(?: (?:hos|på|i|vid|från|till) [^\W\d_]+(?: [^\W\d_]+){0,2})?:? (?:är )?$",
    re.IGNORECASE,
)
"""Whose number it is may stand between: "kundnummer hos Ica banken 12345678"."""
_NUMBER = re.compile(r"[1-9](?:[-/]?\d){4,14}(?![\w/-]|[.:,]\d)")
_DAY = re.compile(r"(?:19|20)\d\d[-/]?[01]\d|20\d\d[-/]20\d\d")
_OF_OTHERS = ARTICLE.bit | COMPANY.bit | CALL.bit | SERVICE.bit | SWITCHBOARD.bit
BITS = _ANY.bit


def find_numbered(context: Context, start: int) -> Candidate | None:
    """Five digits or more right after such a word, unless it is the number of a thing or an office."""
    number = _NUMBER.match(context.text, start)
    named = _WORD.search(context.text, max(0, start - 72), start) if number else None
    if number is None or named is None or _DAY.match(number[0]):
        return None
    stem = named["stem"].lower()
    if any(bits_of(word) & _OF_OTHERS for word in (stem, f"{stem}nr", f"{stem}snr")):
        return None
    return Candidate(start, number.end(), "case", "medium", "Ett nummer som ett ord står framför.")
