"""Postcodes with their towns, and boxes.

Source: SS 613401 (postcode NNN NN and town; SE- or S- in front from abroad). An authority's own box is public.
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context, CueFamily
from sip_tui.privacy.model import Candidate

_CODE = r"(?:(?:SE?|FI)[- ]?)?\d{3} ?\d\d(?!\d)"
_TOWN = r"[A-ZÅÄÖ][^\W\d_]+(?:[ -][A-ZÅÄÖ][^\W\d_]+)?"
_AND_TOWN = re.compile(rf"[ ,\n|]{{1,4}}{_CODE}(?:[ ,\n|]{{1,3}}(?:{_TOWN}|[^\W\d_]+))?")
_TOWN_LINE = re.compile(rf"(\d{{3}}( ?)\d\d)(?!\d)(?:(?P<sep> {{1,2}}|[,\n|] ?| \| )(?P<town>{_TOWN}))?")
_COUNTRY = re.compile(r"(?<![^\W_])(?:SE?|FI)[- ]$")
_MONEY = frozenset(("kr", "sek", "kronor", "euro"))
_POSTED = CueFamily("till post brev", r".*adress(?:en)?")
POSTCODES = CueFamily("postort", r"postn(?:r|ummer|umret)|postadress(?:en)?")
BOXES = CueFamily("box postbox postlåda fack")
_BOX_NUMBER = re.compile(r"\d{1,5}(?: ?\d{2,3})?(?!\d)")
_BOX_BEFORE = re.compile(r"\bbox \d{1,5}[ ,\n|]{1,3}\Z", re.IGNORECASE)
_BODY = CueFamily(
    "polisen kronofogden ivo imy csn socialtjänsten habiliteringen stadshuset arbetsförmedlingen försäkringskassan "
    "försäkringskassans",
    r".*(?:kommun(?:en)?|region(?:en)?|förvaltning(?:en)?|nämnd(?:en)?|myndighet(?:en)?|verket|styrelsen|tingsrätt(?:en)?"
    r"|förvaltningsrätt(?:en)?)s?",
)


def with_town(text: str, end: int) -> int:
    """Where an address ends that may go on with a postcode and a town."""
    town = _AND_TOWN.match(text, end)
    return town.end() if town else end


def find_box(context: Context, start: int) -> Candidate | None:
    """A box number; an authority's own stays, and so does the town after it."""
    box = _BOX_NUMBER.match(context.text, start)
    if box is None or context.near(_BODY, start, 7):
        return None
    return Candidate(start, with_town(context.text, box.end()), "address", "high", "En boxadress.")


def find_town(context: Context, start: int) -> Candidate | None:
    """A postcode with its town, or after a word that says postcode."""
    found = _TOWN_LINE.match(context.text, start)
    if found is None or not (context.near(POSTCODES, start, 2) or (found["town"] and _is_town(context, found))):
        return None
    box = _BOX_BEFORE.search(context.text[max(0, start - 24) : start])
    if box and context.near(_BODY, start - len(box[0]), 7):
        return None
    country = _COUNTRY.search(context.text[max(0, start - 4) : start])
    begin = start - len(country[0]) if country else start
    return Candidate(begin, found.end(), "address", "high", "Har formen av postnummer och ort.")


def _is_town(context: Context, found: re.Match[str]) -> bool:
    """A blank inside the code says postcode; without it the place must: a new line, a comma, a word for post."""
    start, text = found.start(), context.text
    if found["town"].lower() in _MONEY or found[1][0] == "0":
        return False
    if (found[2] and found["sep"].isspace() and "\n" not in found["sep"]) or context.near(_POSTED, start, 2):
        return True
    return text[max(0, start - 2) : start].strip() in (",", "|", "-") or text[start - 1 : start] == "\n" or not start
