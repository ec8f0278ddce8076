"""Homes: street and number, flat, postcode and town, box, country place, property designation.

Sources: SS 613401 (Swedish addresses: street, number, letter, flat number, postcode, town); Lantmäteriet
(designations "By 3:12"). Anchored at the number: the words before say whether it is a house or a count.
"""

from __future__ import annotations

import re

from .context import Context, Cue, bits_of, words
from .model import Hit

_SUFFIXES = (
    "gatan", "gata", "vägen", "väg", "gränd", "gränden", "torget", "torg", "stigen", "stig", "backen", "backe",
    "allén", "allé", "plan", "leden", "stråket", "platsen", "plats", "esplanaden", "kajen", "kaj", "liden", "parken",
    "ringen", "brinken", "slingan", "gården", "vreten", "höjden", "kroken", "rundeln", "terrassen", "promenaden",
    "passagen", "stranden", "udden", "grand", "bron", "trappan", "gärdet", "ängen", "lyckan", "hagen", "åsen",
)  # fmt: skip
_STRONG = (
    "gatan",
    "gata",
    "vägen",
    "väg",
    "gränd",
    "gränden",
    "stigen",
    "allén",
    "esplanaden",
    "backen",
    "gat",
    "torget",
)
_NOUNS = (
    "splan", "dplan", "eplan", "oplan", "gplan", "rplan", "kplan", "lplan", "splats", "kplats", "dplats", "eplats",
    "splatsen", "kplatsen", "gplatsen", "arbetsplats", "motorvägen", "motorväg", "omväg", "bilväg",
)  # fmt: skip
_STREET_NAMES = ("mariaplan", "odenplan", "fridhemsplan", "medborgarplatsen", "norrmalmstorg")
_STREET = re.compile(
    r"((?:(?<![^\W_])(?:[A-ZÅÄÖ][\w:’'-]{0,24}\.?|[IVX]{1,4}:s)[ \n]){0,3})(?!nr |nummer )([^\W\d_][\w:’'-]{1,30}\.?)[ \t\n|,]{1,3}(?:nr |nummer )?$"
)
_SHORT = re.compile(r"[^\W\d_]{3,}(?:g|v|gat|vg|gr)\.$")
_HOUSE = re.compile(
    r"\d{1,3}(?:-\d{1,3})?(?:[A-Za-z](?![^\W_])| [A-Za-h](?![^\W_]))?(?!\d|[.:,/]\d|[^\W\d_])"
    r"(?:[ ,\n|/]{1,3}(?:(?:lgh|lägenhet)\.? ?\d{3,4}|\d{1,2} ?(?:tr|trappor|vån)\.?(?![^\W_])|[nö]\.?b\.?(?![^\W_])))?"
    r"(?:[ ,\n|]{1,4}(?:\d{1,2} ?(?:tr|trappor)\.?(?![^\W_])|(?:lgh|lägenhet)\.? ?\d{3,4}))?"
)
_POSTCODE = r"(?:(?:SE?|FI)[- ]?)?\d{3} ?\d\d(?!\d)"
_AND_TOWN = re.compile(
    rf"[ ,\n|]{{1,4}}{_POSTCODE}(?:[ ,\n|]{{1,3}}[A-ZÅÄÖ][^\W\d_]+(?:[ -][A-ZÅÄÖ][^\W\d_]+)?)?", re.IGNORECASE
)
_COUNTED = words(
    """
    gånger gång ggr varv timmar timme tim minuter minut min dagar dag veckor vecka månader månad år kr kronor km
    meter m st personer av procent x steg poäng mil elever barn platser
    """
)
_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "sept",
    "oktober",
    "novem",
    "decem",
)
_STREETS = Cue("", rf".*(?:{'|'.join(_SUFFIXES)})")
_HOME = Cue(
    "adressen hemadress bostadsadress gatuadress folkbokförd folkbokförda skriven bor bosatt bostad bostaden hemma "
    "flyttar flyttat flyttade adresser hyr fastighet fastigheten tomt gård gården lgh lägenhet co hämtas hembesök adr",
    r".*adress(?:en)?",
)
_NO_PLACE = words(
    """
    avdelning avd rum sal hus plan våning grupp enhet klass årskurs vecka v dag steg nivå team boende kl klockan mål
    punkt fas kapitel kap sida sid del bilaga lss sol hsl version nr nummer den år etapp dosering cirka ca max minst
    box januari februari mars april maj juni juli augusti september oktober november december åk id lgh lägenhet tel
    """
)
_BOXES = Cue("box postbox postlåda fack")
_PLACE = re.compile(r"(?<![^\W_])((?:[A-ZÅÄÖ][^\W\d_]{2,24}[ ])?[^\W\d_]{2,25}) $")
_LAST_WORD = re.compile(r"[^\W\d_]{3,}$")
_GAPS = frozenset(" \n|.:\t")
_BOX_NUMBER = re.compile(r"\d{1,5}(?: ?\d{2,3})?(?!\d)")
_BOX_BEFORE = re.compile(r"\bbox \d{1,5}[ ,\n|]{1,3}\Z", re.IGNORECASE)
_COUNTRY = re.compile(r"(?<![^\W_])(?:SE?|FI)[- ]$")
_TOWN_LINE = re.compile(
    r"(\d{3}(?P<gap> ?)\d\d)(?!\d)(?:(?P<sep>[ ]{1,2}|[,\n|][ ]?|[ ]\|[ ])(?P<town>[A-ZÅÄÖ][^\W\d_]+(?:[ -][A-ZÅÄÖ][^\W\d_]+)?))?"
)
_POSTED = Cue("till post brev adress adressen postadress")
_POSTCODES = Cue("postnr postnummer postnumret postadress postort")
_FLAT = re.compile(r"\d{4}(?!\d)")
_FLATS = Cue("lgt", r"lgh(?:nr)?|lägenhet(?:en|snr|snummer)?")
_DESIGNATION = re.compile(r"\d{1,3}:\d{1,4}(?!\d|[-.:]\d)")
_ESTATE = Cue("fastighet fastigheten fastighetsbeteckning fastighetsbeteckningen beteckning tomt tomten gård gården")
_BODY = Cue(
    "kommun kommunen kommunens kommuns region regionen regionens försäkringskassan försäkringskassans skatteverket "
    "arbetsförmedlingen polisen kronofogden ivo imy länsstyrelsen tingsrätt tingsrätten förvaltningsrätten "
    "förvaltningsrätt csn socialtjänsten habiliteringen stadshuset",
    r".*(?:förvaltning(?:en)?|nämnd(?:en)?|myndighet(?:en)?|verket|kommun|styrelsen)",
)


def find_address(context: Context, start: int) -> Hit | None:
    """An address whose house, box, flat, postcode or designation number begins at `start`."""
    before = context.text[start - 1 : start]
    if before.isalnum():
        return _glued(context, start) if context.bits & (_STREETS.bit | _FLATS.bit) else None
    if before in _GAPS and (hit := _house_number(context, start)):
        return hit
    return _town(context, start)


def _glued(context: Context, start: int) -> Hit | None:
    """A blank was forgotten: "Storgatan12", "lgh1102"."""
    house = _HOUSE.match(context.text, start)
    word = _LAST_WORD.search(context.text[max(0, start - 30) : start])
    if house is None or word is None or not bits_of(word[0].lower()) & (_STREETS.bit | _FLATS.bit):
        flat = _FLAT.match(context.text, start) if word and bits_of(word[0].lower()) & _FLATS.bit else None
        return Hit(start, flat.end(), "address", "high", "Ett lägenhetsnummer.") if flat else None
    begin = start - len(word[0])
    return Hit(begin, _with_town(context.text, house.end()), "address", "medium", "Har formen av en gatuadress.")


def _house_number(context: Context, start: int) -> Hit | None:
    """Box, flat, street or place, whichever the word before says."""
    window = context.text[max(0, start - 70) : start]
    parts = window.rsplit(None, 1)
    last = parts[-1].rstrip("|,:") if parts else ""
    bits = bits_of(last.lower())
    if bits & _BOXES.bit:
        return _box(context, start)
    if (bits & _STREETS.bit or last[-1:] == "." or last in ("", "nr", "nummer")) and (
        hit := _street(context, start, window)
    ):
        return hit
    if context.bits & _FLATS.bit and (hit := _flat(context, start)):
        return hit
    if last[:1].isupper() or context.bits & _ESTATE.bit:
        return _place(context, start, window)
    return None


def _street(context: Context, start: int, window: str) -> Hit | None:
    house = _HOUSE.match(context.text, start)
    street = _STREET.search(window) if house else None
    if house is None or street is None:
        return None
    if _is_a_count(context, house.end()):
        return None
    if not _is_street(context, street, start - len(window) + street.start()):
        return None
    begin = start - len(window) + (street.start() if street[2][0].islower() or street[1] else street.start(2))
    return Hit(begin, _with_town(context.text, house.end()), "address", "high", "Har formen av en gatuadress.")


def _is_a_count(context: Context, end: int) -> bool:
    following = context.after(end)[:1] if context.text[end : end + 1] in (" ", "\n") else []
    return bool(following) and (following[0] in _COUNTED or following[0].startswith(_MONTHS))


def _is_street(context: Context, street: re.Match[str], begin: int) -> bool:
    """A street's ending, and a name in front of it: "Storgatan", "Karl Gustavs väg", not "gatan" or "handlingsplan"."""
    word, lower = street[2], street[2].lower()
    if _SHORT.search(word) and word[0].isupper() and lower not in ("betyg.", "avdelning."):
        return True
    if not lower.endswith(_SUFFIXES):
        return False
    if lower.endswith(_NOUNS) and lower not in _STREET_NAMES:
        return False
    if lower in _SUFFIXES:
        return bool(street[1])
    if word[0].isupper():
        return True
    return lower.endswith(_STRONG) or context.near(_HOME, begin, 4)


def _with_town(text: str, end: int) -> int:
    town = _AND_TOWN.match(text, end)
    return town.end() if town else end


def _flat(context: Context, start: int) -> Hit | None:
    flat = _FLAT.match(context.text, start)
    if flat is None or not context.near(_FLATS, start, 2):
        return None
    return Hit(start, _with_town(context.text, flat.end()), "address", "high", "Ett lägenhetsnummer.")


def _place(context: Context, start: int, window: str) -> Hit | None:
    """A place in the country ("Hult 212") or a property ("Hult 3:12"), when a word or a postcode says home."""
    place = _PLACE.search(window)
    if place is None or place[1].split()[-1].lower() in _NO_PLACE:
        return None
    begin = start - len(window) + place.start()
    if estate := _DESIGNATION.match(context.text, start):
        if context.near(_ESTATE, start, 5) or context.near(_HOME, start, 5):
            return Hit(begin, estate.end(), "property", "high", "Har formen av en fastighetsbeteckning.")
        return None
    house = _HOUSE.match(context.text, start) if place[1][0].isupper() else None
    if house is None or context.text[start] == "0" or _is_a_count(context, house.end()):
        return None
    end = _with_town(context.text, house.end())
    if end > house.end() or context.near(_HOME, start, 5):
        return Hit(begin, end, "address", "medium", "En plats och ett nummer intill ett ord för hem.")
    return None


def _box(context: Context, start: int) -> Hit | None:
    """A box number; an authority's own stays, and so does the town after it."""
    box = _BOX_NUMBER.match(context.text, start)
    if box is None or context.near(_BODY, start, 7):
        return None
    return Hit(start, _with_town(context.text, box.end()), "address", "high", "En boxadress.")


def _town(context: Context, start: int) -> Hit | None:
    """A postcode with its town, or after a word that says postcode."""
    found = _TOWN_LINE.match(context.text, start)
    if found is None:
        return None
    labelled = context.near(_POSTCODES, start, 2)
    if not labelled and not (found["town"] and _is_town(context, start, found)):
        return None
    box = _BOX_BEFORE.search(context.text[max(0, start - 24) : start])
    if box and context.near(_BODY, start - len(box[0]), 7):
        return None
    country = _COUNTRY.search(context.text[max(0, start - 4) : start])
    begin = start - len(country[0]) if country else start
    return Hit(begin, found.end(), "address", "high", "Har formen av postnummer och ort.")


def _is_town(context: Context, start: int, found: re.Match[str]) -> bool:
    if found["town"].lower() in ("kr", "sek", "kronor", "euro") or found[1][0] == "0":
        return False
    text = context.text
    if found["gap"] and found["sep"].startswith(" ") and "|" not in found["sep"]:
        return True
    if context.near(_POSTED, start, 2):
        return True
    return text[max(0, start - 2) : start].strip() in (",", "|", "-") or text[start - 1 : start] == "\n" or not start
