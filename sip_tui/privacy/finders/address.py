"""Homes: street and number, flat, a place in the country, a property designation.

Sources: SS 613401 (Swedish addresses: street, number, letter, flat number); Lantmäteriet (designations "By 3:12").
Anchored at the number: the words before say whether it is a house or a count.
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily, WordSet, bits_of, is_given_name

_ENDINGS = (
    r"(?:gatan?|väg(?:en)?|gränd(?:en)?|grand|torg(?:et)?|stig(?:en)?|backen?|all[ée]n?|plan|leden|stråket|plats(?:en)?"
    r"|esplanaden|kaj(?:en)?|liden|parken|ringen|brinken|slingan|gården|vreten|höjden|kroken|rundeln|terrassen"
    r"|promenaden|passagen|stranden|udden|bron|trappan|gärdet|ängen|lyckan|hagen|åsen)"
)
STREETS = CueFamily("street")
_SURE = re.compile(r".+(?:gatan?|väg(?:en)?|gränd(?:en)?|stigen|allén|esplanaden|backen|torget)")
_NO_STREET = re.compile(
    r"(?!mariaplan|odenplan|fridhemsplan|medborgarplatsen)"
    r".*(?:[sdeogrkl]plan|[skde]plats|[skg]platsen|arbetsplats|(?:motor|riks|läns|europa|bil|om|cykel)väg(?:en)?)"
)
_IS_A_SIGN = re.compile(r"[A-ZÅÄÖ]+-[a-zåäö]")
_JUST_AN_ENDING = re.compile(_ENDINGS)
_SHORTENED = re.compile(r"[A-ZÅÄÖ][^\W\d_]{2,}(?:g|v|gat|vg|gr)\.")
_ENDS_LIKE_STREET = re.compile(r"(?i:.*(?:[dl]ag|ning|avg|fog|uppg|steg|krav|prov|brev|behov|förv|helg))\.")
"""What ends like a street in short: a word that ends its sentence, "Bilag." and "Kronofog."."""
_THOUSANDS = re.compile(r"[ \u00a0]\d{3}(?! ?\d)")
"""The rest of an amount, "18 400", and of no postcode: "18 123 45"."""
_STREET = re.compile(
    r"((?:(?<![^\W_])(?:[A-ZÅÄÖ][\w:’'-]{0,24}\.?|[IVX]{1,4}:s)[ \n]){0,3})"
    r"(?!nr |nummer )([^\W\d_][\w:’'-]{1,30}\.?)[ \t\n|,]{1,3}(?:nr |nummer )?$"
)
_STAIRS = r"\d{1,2} ?(?:tr|trappor|vån)\.?(?![^\W_])"
_FLAT_PART = r"(?:lgh|lägenhet)\.? ?\d{3,4}"
_SMALL_SHORTENED = re.compile(
    r"(?!torg$|[^\W\d_]*(?:[iyåaeou]ng|berg|avg|borg|sorg|korg|varg|färg|helg|älg|arv|erv|ärv|olv|alv|jälv|urv|spl|upp?g"
    r"|(?:pro|para|foto|ö)gr|dipl|morg|medv|sömng|tjänstg)$)"
    r"[a-zåäö]{2,}(?:[bdfhjklmnprst][vg]|(?<=ky)rkog|gat|vg|gr|pl)"
)
"""A street in small letters that ends in its shortened word: "granv", "storg", "kvarngr", and not "halv", "helg"."""
_NO_SHORT_STREET = CueFamily("no_short_street", gate=False)
_SHORT_ENDINGS = ("v", "g", "gat", "gr", "pl")
"""How all of these end."""
_LEADS_TO_STREET = re.compile(
    r"(?:^|[\n:;(,] ?|(?<![^\W\d_])(?:på|till|t|från|fr|vid|bor|adr|adress|hem|hemma|i|mot|förbi) )[a-zåäö]+ $",
    re.IGNORECASE,
)
_FLAT_AFTER = re.compile(rf"(?:{_FLAT_PART}|{_STAIRS})", re.IGNORECASE)
_HOUSE = re.compile(
    r"\d{1,3}(?:-\d{1,3})?(?:[A-Za-z](?![^\W_])| [A-Za-h](?![^\W_]))?(?!\d|[.:,/]\d|[^\W\d_]| ?%)"
    rf"(?:[ ,\n|/]{{1,3}}(?:{_FLAT_PART}|{_STAIRS}|[nö]\.?b\.?(?![^\W_])))?"
    rf"(?:[ ,\n|]{{1,4}}(?:{_STAIRS}|{_FLAT_PART}))?"
)
_COUNTED = WordSet("counted")
_HOME = CueFamily("home")
_ESTATE = CueFamily("estate")
_FLATS = CueFamily("flat")
_LEADS_IN = WordSet("leads_to_street")
_NO_PLACE = WordSet("no_place")
_PLACE = re.compile(r"(?<![^\W_])((?:[A-ZÅÄÖ][^\W\d_]{2,24}[ ])?[^\W\d_]{2,25}) $")
_OFFICE_BEFORE = re.compile(r"(?:(?![IVX]+ )[A-ZÅÄÖ]{2,} )+")
"""Whose address it is: "BUP Vasagatan 3"."""
_WITH_SOMEBODY = re.compile(r"(?:(?<![^\W\d_])(?:av|hos|m|med|o|och|el|eller)|,) $")
"""Before a name with a number that is no house: "hämtas av Gerd 15, Anders 16"."""
_IN_A_ROW = re.compile(r"\d, $")
"""Before a word with a number in a row of such: "Skola 2, Hemma 5, Sömn 4"."""
_EMERGENCY = re.compile(r"11[2346]|1177")
_LAST_WORD = re.compile(r"[^\W\d_]{3,}$")
_ON_THE_LINE = re.compile(r" [^\n]*?[^\W\d_]")
"""A blank, and a word before the line ends."""
_GAPS = frozenset(" \n|.:\t")
_FLAT = re.compile(r"\d{4}(?!\d)")
_DESIGNATION = re.compile(r"\d{1,3}:\d{1,4}(?!\d|[-.:]\d)")
_CODE = r"(?:(?:SE?|FI)[- ]?)?\d{3} ?\d\d(?!\d)"
_TOWN = r"[A-ZÅÄÖ][^\W\d_]+(?:[ -][A-ZÅÄÖ][^\W\d_]+)?"
_AND_TOWN = re.compile(rf"[ ,\n|]{{1,4}}{_CODE}(?:[ ,\n|]{{1,3}}(?:{_TOWN}|[^\W\d_]+))?")
_TOWN_LINE = re.compile(rf"(\d{{3}}( ?)\d\d)(?!\d)(?:(?P<sep> {{1,2}}|[,\n|] ?| \| )(?P<town>{_TOWN}))?")
_COUNTRY = re.compile(r"(?<![^\W_])(?:SE?|FI)[- ]$")
_ENDS_PLACE = frozenset((",", "\n", ",\n", "-"))
"""What stands between a place and its postcode: "Norrgården, 123 45 Ängby"."""
_FARM = re.compile(
    r"(?:^|[\n:;(] ?|(?:bor|bo|på|i|till|adress|hem) )([A-ZÅÄÖ][^\W\d_]+(?: [A-ZÅÄÖ][^\W\d_]+)?)(?:, ?|\n)$"
)
_MONEY = WordSet("money")
_POSTED = CueFamily("posted", gate=False)
_POSTCODES = CueFamily("postcode")
_BOXES = CueFamily("box")
_BOX_NUMBER = re.compile(r"\d{1,5}(?: ?\d{2,3})?(?!\d)")
_BOX_BEFORE = re.compile(r"\bbox \d{1,5}[ ,\n|]{1,3}\Z", re.IGNORECASE)
_BODY = CueFamily("public_body")
BITS = STREETS.bit | _FLATS.bit | _BOXES.bit | _HOME.bit | _ESTATE.bit | _POSTCODES.bit


def find_address(context: Context, start: int) -> Candidate | None:
    """An address whose house, box, flat, postcode or designation number begins at `start`."""
    before = context.text[start - 1 : start]
    if before.isalnum():
        return _glued(context, start)
    town = _town(context, start) if context.text[max(0, start - 2) : start].strip(" ") in _ENDS_PLACE else None
    if town:
        return town
    if before in _GAPS and (hit := _house_number(context, start)):
        return hit
    return _town(context, start)


def _glued(context: Context, start: int) -> Candidate | None:
    """A blank was forgotten: "Storgatan12", "lgh1102"."""
    word = _LAST_WORD.search(context.text[max(0, start - 30) : start])
    bits = bits_of(word[0].lower()) if word else 0
    if word and bits & STREETS.bit and (house := _HOUSE.match(context.text, start)):
        begin, end = start - len(word[0]), _with_town(context.text, house.end())
        return Candidate(begin, end, "address", "medium", "Ser ut som en gatuadress.")
    flat = _FLAT.match(context.text, start) if bits & _FLATS.bit else None
    return Candidate(start, flat.end(), "address", "high", "Ett lägenhetsnummer.") if flat else None


def _house_number(context: Context, start: int) -> Candidate | None:
    """Box, street, flat or place, whichever the word before says."""
    window = context.text[max(0, start - 70) : start]
    parts = window.rsplit(None, 1)
    last = parts[-1].rstrip("|,:") if parts else ""
    bits = bits_of(last.lower())
    if bits & _BOXES.bit:
        return _box(context, start)
    after_street = bits & STREETS.bit or last[-1:] == "." or last in ("", "nr", "nummer")
    after_street = after_street or _is_shortened(last)
    if after_street and (hit := _street(context, start, window)):
        return hit
    return _flat(context, start) or _place(context, start, window)


def _is_shortened(word: str) -> bool:
    """Whether a word in small letters is a street in short: "granv", "storg"."""
    if not word.endswith(_SHORT_ENDINGS) or bits_of(word.lower()) & _NO_SHORT_STREET.bit:
        return False
    return _SMALL_SHORTENED.fullmatch(word[:1].lower() + word[1:]) is not None


def _street(context: Context, start: int, window: str) -> Candidate | None:
    house = _HOUSE.match(context.text, start)
    street = _STREET.search(window) if house else None
    if house is None or street is None or _is_a_count(context, house.end()):
        return None
    if street[2].endswith(".") and _THOUSANDS.match(context.text, house.end()):
        return None
    office = None if street[2].isupper() else _OFFICE_BEFORE.match(street[1])
    begin = start - len(window) + street.start() + (office.end() if office else _introduction(street[1]))
    is_shortened = _is_shortened(street[2]) and _is_led_to(window, house[0])
    if not is_shortened and not _is_street(context, street[2], _is_named(street[1][_introduction(street[1]) :]), begin):
        return None
    return Candidate(begin, _with_town(context.text, house.end()), "address", "high", "Ser ut som en gatuadress.")


def _is_led_to(window: str, house: str) -> bool:
    """Whether a word in small letters is a street by what leads to it, or by the flat after its number."""
    return bool(_LEADS_TO_STREET.search(window) or _FLAT_AFTER.search(house))


def _introduction(capitals: str) -> int:
    """How much of the capitalised words before a street only leads up to it: "Adress", "BOR PÅ"."""
    length = 0
    for word in capitals.split():
        if not (word.lower() in _LEADS_IN or bits_of(word.lower().strip(":")) & (_HOME.bit | _ESTATE.bit)):
            break
        length += len(word) + 1
    return length


def _is_named(capitals: str) -> bool:
    """Whether the words before an ending name a street; a letter names a house: "hus B plan 4"."""
    return any(len(word) > 1 for word in capitals.split())


def _is_a_count(context: Context, end: int) -> bool:
    """Whether the number counts something or is a day: "gatan 3 gånger"; the word for it stands on the same line."""
    following = context.after(end)[:1] if _ON_THE_LINE.match(context.text, end) else []
    return bool(following) and following[0] in _COUNTED


def is_sure_street(word: str) -> bool:
    """Whether a capitalised word can only be the name of a street."""
    lower = word.lower()
    return bool(_SURE.fullmatch(lower)) and not _NO_STREET.fullmatch(lower)


def _is_street(context: Context, word: str, named: bool, begin: int) -> bool:
    """A street's ending, and a name in front of it: "Storgatan", "Karl Gustavs väg", not "gatan" or "handlingsplan"."""
    lower = word.lower()
    if _IS_A_SIGN.match(word) and not word.isupper():
        return False  # "ADL-trappan"
    if _SHORTENED.fullmatch(word):
        return not _ENDS_LIKE_STREET.fullmatch(word)
    if not bits_of(lower) & STREETS.bit or _NO_STREET.fullmatch(lower):
        return False
    if _JUST_AN_ENDING.fullmatch(lower):
        return named
    return word[0].isupper() or bool(_SURE.fullmatch(lower)) or context.near(_HOME, begin, 4)


def _flat(context: Context, start: int) -> Candidate | None:
    flat = _FLAT.match(context.text, start) if context.near(_FLATS, start, 2) else None
    if flat is None:
        return None
    return Candidate(start, _with_town(context.text, flat.end()), "address", "high", "Ett lägenhetsnummer.")


def _place(context: Context, start: int, window: str) -> Candidate | None:
    """A place in the country ("Hult 212") or a property ("Hult 3:12"), when a word or a postcode says home."""
    number = _DESIGNATION.match(context.text, start) or _HOUSE.match(context.text, start)
    if number is None or number[0][0] == "0" or _EMERGENCY.match(number[0]):
        return None
    end = _with_town(context.text, number.end())
    at_home = context.near(_HOME, start, 5) or context.near(_ESTATE, start, 5)
    place = _PLACE.search(window) if at_home or end > number.end() else None
    if place is None or place[1].split()[-1].lower() in _NO_PLACE or _is_a_count(context, number.end()):
        return None
    begin = start - len(window) + place.start() + _introduction(place[1])
    led = window[: place.start()]
    if (_WITH_SOMEBODY.search(led) and is_given_name(place[1])) or _IN_A_ROW.search(led):
        return None
    if ":" in number[0]:
        return Candidate(begin, number.end(), "property", "high", "Ser ut som en fastighetsbeteckning.")
    if not context.text[begin].isupper():
        return None
    return Candidate(begin, end, "address", "medium", "En plats och ett nummer intill ett ord för hem.")


def _with_town(text: str, end: int) -> int:
    """Where an address ends that may go on with a postcode and a town."""
    town = _AND_TOWN.match(text, end)
    return town.end() if town else end


def _box(context: Context, start: int) -> Candidate | None:
    """A box number; an authority's own stays, and so does the town after it."""
    box = _BOX_NUMBER.match(context.text, start)
    if box is None or context.near(_BODY, start, 7):
        return None
    return Candidate(start, _with_town(context.text, box.end()), "address", "high", "En boxadress.")


def _town(context: Context, start: int) -> Candidate | None:
    """A postcode with its town, or after a word that says postcode."""
    found = _TOWN_LINE.match(context.text, start)
    if found is None or not (context.near(_POSTCODES, start, 2) or (found["town"] and _is_town(context, found))):
        return None
    box = _BOX_BEFORE.search(context.text[max(0, start - 24) : start])
    if box and context.near(_BODY, start - len(box[0]), 7):
        return None
    country = _COUNTRY.search(context.text[max(0, start - 4) : start])
    begin = start - len(country[0]) if country else start
    farm = _FARM.search(context.text, max(0, begin - 60), begin) if found["town"] else None
    if farm and (bits_of(farm[1].split()[-1]) & STREETS.bit or context.near(_HOME, begin, 4)):
        begin = farm.start(1)
    return Candidate(begin, found.end(), "address", "high", "Ser ut som postnummer och ort.")


def _is_town(context: Context, found: re.Match[str]) -> bool:
    """A blank inside the code says postcode; without it the place must: a new line, a comma, a word for post."""
    start, text = found.start(), context.text
    if found["town"].lower() in _MONEY or found[1][0] == "0":
        return False
    if (found[2] and found["sep"].isspace() and "\n" not in found["sep"]) or context.near(_POSTED, start, 2):
        return True
    return text[max(0, start - 2) : start].strip() in (",", "|", "-") or text[start - 1 : start] == "\n" or not start
