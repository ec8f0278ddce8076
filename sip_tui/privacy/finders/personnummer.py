"""Personnummer, samordningsnummer and a sole trader's organisationsnummer.

Sources: Skatteverket SKV 704 (personnummer) and SKV 707 (samordningsnummer: day + 60; month 00 and day 60 when
the date is unknown); 16 before an organisationsnummer and SE…01 around it are Skatteverket's longer forms of it.
Shape decides. The Luhn digit only raises confidence, since a number that was typed wrong still points at somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.context import Context, digits_of
from sip_tui.privacy.finders.phone import CALL, MOBILE
from sip_tui.privacy.model import Candidate, Confidence
from sip_tui.privacy.word_tables import CueFamily

LABEL = CueFamily("person_number")
COMPANY = CueFamily("company", gate=False)
ARTICLE = CueFamily("article", gate=False)
MISREAD = CueFamily("misread")
_MISREAD = re.compile(
    r"[\dOoIl](?<![^\W_].)(?:(?<=[OoIl])|(?=[-\d]{0,11}[OoIl]))(?:[\dOoIl]{7}|[\dOoIl]{5})[-+ ]?[\dOoIl]{4}(?![^\W_])"
)
_READ_RIGHT = str.maketrans("OolI", "0011")
_AS_IT_IS = bytes.maketrans(b"0123456789", bytes(range(10)))
_DOUBLED = bytes.maketrans(b"0123456789", bytes((0, 2, 4, 6, 8, 1, 3, 5, 7, 9)))
_CALENDAR = CueFamily("calendar", gate=False)
_QUARTER = re.compile(r"(?:0[6-9]|1\d|2[0-3])(?:00|15|30|45)")
_GOES_ON = re.compile(r"[-./ ][01]?\d[-./ ][0-3]?\d(?!\d)")
_PAIR_GOES_ON = re.compile(r" \d\d(?!\d)")
_CLOCK_GOES_ON = re.compile(r"[-./:]\d")
_INNER = r"[-./_ \t\n]{0,2}"
_SEP = r"_{0,2}[-+./:_|,; \t\n]{0,5}_{0,2}"
_FOUR = r"\d[ ]?\d[ ]?\d[ ]?\d"
_SHAPE = re.compile(
    rf"""
    (?P<plain>(?:\d\d)?\d{{6}}[-+]\d{{4}})(?!\d)
  | (?P<loose>(?:(?:1[6-9]|20)\d\d|\d\d)(?P<a>{_INNER})[01]\d(?P<b>{_INNER})\d\d(?P<sep>{_SEP}){_FOUR})(?!\d)
  | (?P<pairs>\d\d(?P<by>[-. /])\d\d(?:(?P=by)\d\d){{3,4}})(?![-. /]?\d)
  | (?P<spaced>\d(?:[ .\n]\d){{5}}(?:[ .\n]\d[ .\n]\d)?(?:[ .\n]|[ ]?[-+][ ]?)\d(?:[ .\n]\d){{3}})(?![ ]?\d)
    """,
    re.VERBOSE,
)
_MONTHS = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]{0,7}\.?"
_BETWEEN = (
    r"(?:nr\.?|nummer|numret|p-?nr|p-?nummer|persnr|personnr|personnummer|id|slutsiffror|slut|och|med|de|sista|fyra|är"
    r"|siffror|siffrorna|slutar|på|sen|sedan|därefter|följt|av)"
)
_END = r"(?P<four>\d{4})(?!\d|[.:]\d|[-/]\d)"
_DAY_FIRST = re.compile(
    rf"(?:[0-3]?\d[./-][01]?\d[./ -](?P<year>(?:19|20)\d\d)(?![- –]{{1,3}}(?:19|20)\d\d)"
    rf"|[0-3]\d[01]\d(?P<run>(?:19|20)\d\d)(?=[-+ ]\d{{4}})"
    rf"|[0-3]?\d(?:/[01]?\d|(?::?e)?\.? {_MONTHS}) ?[-–’'] ?(?P<short>\d\d)"
    rf"|[0-3]?\d(?::?e)?\.? {_MONTHS} (?P<named>(?:19|20)\d\d))"
    rf"[ ,;:–(\[-]{{1,4}}(?:{_BETWEEN}[ :]{{1,2}}){{0,4}}{_END}",
    re.IGNORECASE,
)
_BRACKETS = r"[)\]]? ?[(\[] ?|[)\]] ?"
_APART = re.compile(
    rf"(?P<year>(?:19|20)?\d\d)-?[01]\d-?[0-3]\d"
    rf"(?:{_BRACKETS}|[)\]]?[ ,;:]{{1,3}}(?:{_BETWEEN}[ :,]{{1,2}}){{1,5}}){_END}",
    re.IGNORECASE,
)
_FOUR_FIRST = re.compile(r"(?P<four>\d{4})(?P<sep> ?[-–] ?| )(?:19|20)?(?P<date>\d{6})(?!\d|[-.]\d)")
_OTHER_ORDER = re.compile(
    rf"\d{{1,2}}(?:[./-]\d|\.? {_MONTHS})|\d{{8}}|\d\d\d\d ?[-–]? ?\d{{6}}|(?:\d\d)?\d\d-?[01]\d-?[0-3]\d", re.I
)
"""What a number in another order begins with."""
_FULL_DAY = re.compile(r"[0-3]\d[./][01]\d[./](?:19|20)\d\d(?!\d)")
_LABELLED = re.compile(rf"\d{{6}}(?:\d\d)?{_SEP}\d{{3,4}}(?!\d)")
_HIDDEN = r"(?:[Xx]{3}[Xx\d]|[#?•●■█·]{4}|N{4}|_{4}|\.{3,4})"
_PARTIAL = re.compile(
    rf"(?:\d\d)?\d\d(?:[01]\d\d\d|-[01]\d-[0-3]\d)(?:-\d{{3}}(?![\d-])|[-+ ]?{_HIDDEN}(?![\dA-Za-z]))"
)
_VAT = re.compile(r"\d\d[01]\d{3}[- ]?\d{4}[- ]?01(?!\d)")


def find_personnummer(context: Context, start: int) -> Candidate | None:
    """A number of a person that begins with the digit at `start`, in any form that people write."""
    shape = _SHAPE.match(context.text, start)
    labelled = context.near(LABEL, start, 4)
    other = _OTHER_ORDER.match(context.text, start)
    if other and (turned := _in_another_order(context, start, labelled)):
        return turned
    if shape is None:
        return _labelled(context, start) if labelled else None
    digits = digits_of(shape[0])
    if not labelled and _is_something_else(context, shape, digits):
        return None
    return _hit(context, shape, digits, labelled)


def _in_another_order(context: Context, start: int, labelled: bool) -> Candidate | None:
    """Day first, the four last first, or words and brackets between the date and the four last."""
    text = context.text
    for shape in (_DAY_FIRST, _APART):
        found = shape.match(text, start)
        if found and (
            labelled
            or not _is_a_time(
                found["four"], next(filter(None, map(found.groupdict().get, ("year", "run", "named", "short"))), "")
            )
        ):
            begin = start - (
                text[max(0, start - 1) : start] in ("(", "[") and found[0].count(")") + found[0].count("]") > 0
            )
            end = found.end() + (text[found.end() : found.end() + 1] in (")", "]"))
            return Candidate(begin, end, "personnummer", "medium", "Ett personnummer i en annan ordning.")
    turned = _FOUR_FIRST.match(text, start)
    if turned is None or not plausible(turned["date"]) or turned["four"][:2] in ("19", "20"):
        return None
    if turned["sep"].strip() or labelled or luhn(turned["date"] + turned["four"]):
        return Candidate(start, turned.end(), "personnummer", "medium", "Ett personnummer med de fyra sista först.")
    return None


def _is_a_time(four: str, year: str) -> bool:
    """Whether four digits after a day of these years are the time of a meeting."""
    return year[-2:] >= "23" and year[:2] != "19" and bool(_QUARTER.match(four))


def find_vat(context: Context, start: int) -> Candidate | None:
    """SE 850405-2385 01: the VAT number of a sole trader holds her personnummer."""
    vat = _VAT.match(context.text, start)
    if vat is None or context.text[max(0, start - 2) : start].upper() != "SE":
        return None
    return Candidate(start - 2, vat.end(), "orgnr", "high", "Momsnumret innehåller ett personnummer.")


def find_partial(context: Context, start: int) -> Candidate | None:
    """A birth date with a masked or shortened ending: 811218-XXXX, 811218-**** and the old 811218-987."""
    part = _PARTIAL.match(context.text, start)
    if part is None or context.near(ARTICLE, start, 2):
        return None
    return Candidate(
        start, part.end(), "personnummer", "medium", "Ett personnummer där slutet är dolt eller förkortat."
    )


def _labelled(context: Context, start: int) -> Candidate | None:
    """With the word beside it any ten digits count: people mistype the month too."""
    found = _LABELLED.match(context.text, start)
    if found is None:
        return None
    return Candidate(start, found.end(), "personnummer", "medium", "Ordet före säger att det är ett personnummer.")


def _is_something_else(context: Context, shape: re.Match[str], digits: str) -> bool:
    start = shape.start()
    if shape.lastgroup == "plain":
        company = len(digits) == 10 and digits[2] >= "2"
        return company and (luhn(digits) or context.near(COMPANY, start, 4) or context.near(ARTICLE, start, 4))
    if not plausible(digits[-10:-4]):
        return True
    if _FULL_DAY.match(context.text, start) or _is_mobile(context, shape):
        return True
    return shape["loose"] is not None and (_is_uneven(shape) or _is_a_date_or_an_article(context, shape))


def _is_mobile(context: Context, shape: re.Match[str]) -> bool:
    """Whether ten bare digits are a mobile telephone: 07…, and no check digit or a word for telephone says it is."""
    number = shape[0]
    if len(number) != 10 or not number.isdigit() or number[:3] not in MOBILE:
        return False
    return context.near(CALL, shape.start(), 4) or not luhn(number)


def _is_uneven(shape: re.Match[str]) -> bool:
    """Whether the parts of the day are written in two ways, as no one does unless a line ended there."""
    if bool(shape["a"]) == bool(shape["b"]) or "\n" in shape["a"] + shape["b"]:
        return False
    return "-" not in shape["sep"] or not (shape["a"] + shape["b"]).isspace()


def _is_a_date_or_an_article(context: Context, shape: re.Match[str]) -> bool:
    separator, after = shape["sep"], shape.string[shape.end() : shape.end() + 7]
    if separator == "":
        return context.near(ARTICLE, shape.start(), 3) and not luhn(digits_of(shape[0])[-10:])
    if "|" in separator and context.near(_CALENDAR, shape.start(), 4):
        return True
    if separator == " " and _QUARTER.match(shape[0][-4:]) and context.near(_CALENDAR, shape.start(), 3):
        return True
    if " " in shape[0][-5:] and _PAIR_GOES_ON.match(after):
        return True
    weak = not set(separator) & set("-+_")
    return bool(_GOES_ON.match(after)) or (weak and bool(_CLOCK_GOES_ON.match(after)))


def _hit(context: Context, shape: re.Match[str], digits: str, labelled: bool) -> Candidate:
    start, end = shape.span()
    sure: Confidence = "high" if labelled or luhn(digits[-10:]) else "medium"
    if context.near(COMPANY, start, 3):
        return Candidate(start, end, "orgnr", "high", "En enskild firmas organisationsnummer är ägarens personnummer.")
    if digits[-6:-4] >= "60":
        return Candidate(start, end, "samordningsnummer", sure, "Ser ut som ett samordningsnummer.")
    return Candidate(start, end, "personnummer", sure, "Ser ut som ett personnummer.")


def find_misread(context: Context) -> Iterator[Candidate]:
    """Numbers from a scanner that took 0 for O and 1 for l or I."""
    text, done = context.text, 0
    for start, end, _bits in context.cues_of(MISREAD.bit):
        found = _MISREAD.search(text, max(done, start - 14), end + 14) if _beside_digits(text, start, end) else None
        if found is None:
            continue
        done = found.end()
        digits = digits_of(found[0].translate(_READ_RIGHT))
        if sum(char.isdigit() for char in found[0]) > 6 and plausible(digits[-10:-4]):
            yield Candidate(*found.span(), "personnummer", "medium", "Ett personnummer där O och l står för 0 och 1.")


def _beside_digits(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start].isdigit() or text[end : end + 1].isdigit()


def plausible(date: str) -> bool:
    """Whether yymmdd can stand in a personnummer, samordningsnummer or local reserve number (day 32-59)."""
    return date[2:4] <= "12" and date[4:6] <= "91"


def luhn(digits: str) -> bool:
    """The check digit of personnummer, organisationsnummer, cards and giro numbers (ISO/IEC 7812-1)."""
    row = digits.encode()
    return (sum(row[::-2].translate(_AS_IT_IS)) + sum(row[-2::-2].translate(_DOUBLED))) % 10 == 0


_MAYBE = re.compile(r"\d\d[-. /]?\d\d[-. /]?\d\d[-. /]?(?:\d\d[-. /]?)?[-+ \n]{0,3}\d{0,3}[A-Za-z]")
_LETTERED = re.compile(r"((?:\d\d)?\d{6})[-+ ]?(?=[A-Z\d]{0,3}[A-Z])[A-Z\d]{4}(?![A-Za-z\d])")
_LOWER = re.compile(r"((?:\d\d)?\d{6})[-+]?(?:[a-z]\d{3}|tf\d\d|s[fuxpl]\d[a-z])(?![A-Za-z\d])", re.IGNORECASE)
_SPLIT = re.compile(
    r"((?:(?:18|19|20)\d\d|\d\d)[-. /]?[01]\d[-. /]?\d\d)[- \n]{1,3}(?:T[FK]?\d{2,3}|[A-Z]\d{3})(?![A-Za-z\d])"
)
_STOCKHOLM = re.compile(r"99[- ]?(?:19|20)\d\d[- ]?\d\d[- ]?\d\d?[- ]?\d?\d\d(?!\d)")
_SURE_TAIL = re.compile(r"\d{6}(?:TF\d\d|[FJKLMNPRSTUWX]\d{3})$")
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
    return Candidate(start, end, "reservnummer", "high", "Ser ut som ett reservnummer.")
