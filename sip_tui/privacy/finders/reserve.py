"""Reserve numbers: what care and social services use while somebody has no personnummer.

Sources: Inera, local reserve ids (Stockholm 99yyyy…, VGR K/M/X, Värmland S…); Örebro …T…; Skåne date and four
characters; Inera/Carelink day 32-59 (found with personnummer); national NRID (letters in the tail); IVO, social
services' T-numbers (-Tnnn, -TFnn); interim numbers of universities. There is no one national form, so any day with
four characters after it of which one is a letter counts.
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context, digits_of
from sip_tui.privacy.finders.personnummer import LABEL, plausible
from sip_tui.privacy.model import Candidate

_MAYBE = re.compile(r"\d\d[-. /]?\d\d[-. /]?\d\d[-. /]?(?:\d\d[-. /]?)?[-+ \n]{0,3}\d{0,3}[A-Za-z]")
_LETTERED = re.compile(r"((?:\d\d)?\d{6})[-+ ]?(?=[A-Z\d]{0,3}[A-Z])[A-Z\d]{4}(?![A-Za-z\d])")
_LOWER = re.compile(r"((?:\d\d)?\d{6})[-+]?(?:[a-z]\d{3}|tf\d\d|s[fuxpl]\d[a-z])(?![A-Za-z\d])", re.IGNORECASE)
_SPLIT = re.compile(
    r"((?:(?:18|19|20)\d\d|\d\d)[-. /]?[01]\d[-. /]?\d\d)[- \n]{1,3}(?:T[FK]?\d{2,3}|[A-Z]\d{3})(?![A-Za-z\d])"
)
_STOCKHOLM = re.compile(r"99[- ]?(?:19|20)\d\d[- ]?\d\d[- ]?\d\d?[- ]?\d?\d\d(?!\d)")
_SURE_TAIL = re.compile(r"\d{6}[FJKLMNPRSTUWX]\d{3}$")
_NRID = re.compile(r"(?:2[2-9]|3\d|00)\d{6}[-+ ]?[A-Z\d]{4}(?![A-Za-z\d])")


def find_reserve(context: Context, start: int) -> Candidate | None:
    """A reserve number that begins with the digit at `start`."""
    text = context.text
    if text.startswith("99", start) and (found := _STOCKHOLM.match(text, start)):
        return _reserve(start, found.end())
    if not _MAYBE.match(text, start):
        return None
    labelled = context.near(LABEL, start, 4)
    for shape in (_LETTERED, _LOWER, _SPLIT):
        found = shape.match(text, start)
        if found and (labelled or _fits(digits_of(found[1]), found[0])):
            return _reserve(start, found.end())
    found = _NRID.match(text, start) if labelled else None
    return _reserve(start, found.end()) if found else None


def _fits(date: str, whole: str) -> bool:
    """Eight digits and a lettered tail is enough; six must be a day, since article numbers look alike."""
    return len(date) == 8 or (plausible(date) and ("-" in whole or _SURE_TAIL.search(whole) is not None))


def _reserve(start: int, end: int) -> Candidate:
    return Candidate(start, end, "reservnummer", "high", "Har formen av ett reservnummer.")
