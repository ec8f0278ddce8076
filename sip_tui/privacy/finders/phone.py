"""Telephone numbers, Swedish and foreign, and the public ones that may stay.

Sources: PTS numbering plan for Sweden (E.164 +46, area codes of one to three digits, 07x mobile, 020 and 077x for
services, 112/1177/11x xx short codes); RFC 3966 for tel:. The `phonenumbers` library is asked only about numbers
that a cue word points at and that no pattern here knows; it is slow to load and slow to run.
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context, digits_of
from sip_tui.privacy.model import Candidate, Finding
from sip_tui.privacy.name_lists import KIN, PERSON_NOUN, ROLES
from sip_tui.privacy.word_tables import GIVEN_NAME, ON_THE_ROLL, SMALL_NAME, CueFamily, bits_of

CALL = CueFamily("call")
_NUMBERS = CueFamily("call_number", gate=False)
SWITCHBOARD = CueFamily("switchboard")
_SWITCHBOARD_AFTER = re.compile(r"[\s,(]{1,3}(?:växeln?|vx)\b(?![^\w\n]{0,4}\d)", re.IGNORECASE)
SERVICE = CueFamily("service")
_ON_CALL = CueFamily("on_call")
_SOMEBODY = KIN.bit | ROLES.bit | PERSON_NOUN.bit | GIVEN_NAME | ON_THE_ROLL | SMALL_NAME
_FAR = 40
_ENDS_HINT = re.compile(r"\n|\d[\d -]{5,}\d")
"""A line's end, or another telephone: what stands before it says nothing about this one."""
SAYS_SERVICE = "Ett telefonnummer som sägs gå till en verksamhet."
_VIA = re.compile(
    r"(?<![^\W\d_])(?:via|genom|nås (?:på|via)|når (?:vi|man|ni|du) (?:på|via)) [^\W\d_]+(?: på)?[ :,(]{1,3}$"
)
"""Somebody who is reached through an office: "ssk nås via vårdcentralen 0980-319 200"."""
_WARD = re.compile(
    r"(?<![^\W\d_])(?:ssk|usk|sköterskan?|läkaren?) (?:på )?avd\w*\.? ?\d{0,3}[ :,(]{1,3}$", re.IGNORECASE
)
"""A ward that its staff has a number at: "SSK avd 11: 0143-40 00 61"."""
_OF_A_HOUSE = re.compile(r"[^\W\d_]+\.(?=[^\W\d_])")
"""The first half of an office in short, which is nobody: "psyk.akuten"."""
_OFFICE_AFTER = re.compile(r"[ ,(]{1,3}(?:till )?([^\W\d_]{2,})")
_INDOORS = CueFamily("indoors", gate=False)
MOBILE = ("070", "072", "073", "076", "079")
"""How mobile numbers begin."""

_PUBLIC = ("020", "077", "112", "1177", "11414", "11313", "116", "118", "90101")
_S = r"[-./() \t\n]"
_G = r"[-./ \t\n]{0,2}"
_ABROAD = re.compile(
    rf"46{_S}{{0,3}}(?:0{_S}{{0,2}})?[1-9](?:{_S}{{0,3}}\d){{6,8}}(?!\d)|[1-9](?:{_S}{{0,2}}\d){{7,13}}(?!\d)"
)
_HOME = re.compile(
    rf"0\)?(?:8{_S}{{0,3}}\d(?:{_G}\d){{4,7}}|[1-79]\d{{1,2}}{_S}{{0,3}}\d(?:{_G}\d){{4,6}})(?!\d)"
    r"|0[1-9](?:[ .]\d\d){4}(?!\d)"
)
_ROW = re.compile(r"\d(?:[-./() ]{0,2}\d){6,13}(?!\d)")
_CLOCK = re.compile(
    r"[01]\d[.:]?[0-5]\d ?- ?[0-2]\d[.:]?[0-5]\d(?!\d)|[0-2]\d[0-5]\d(?: [0-2]\d[0-5]\d)+(?! ?\d)"
    r"|[01]\d[.:][0-5]\d(?: (?:och )?[0-2]?\d[.:][0-5]\d)+(?![ .:-]?\d)"
    r"|\d\d([-./ ])\d\d(?:\1| )(?:19|20)\d\d|\d\d/\d\d ?-? ?\d\d/\d\d"
)
_BARE = re.compile(r"(?:46[ -]?)?7[02369][- ]?\d{3}[ -]?\d\d[ -]?\d\d(?!\d)")
_LOCAL = re.compile(r"\d(?:[ -]\d{2,3}){2,4}(?![\d.,:]\d|\d)|\d{2,4}(?:[ -]\d{2,3}){1,3}(?![\d.,:]\d|\d)|\d{5,9}(?!\d)")
_DAY = re.compile(r"(?:19|20)\d\d[01]\d[0-3]\d|\d\d-\d\d-\d\d(?!\d)|(?:19|20)\d\d-[01]\d")


def find_phone(context: Context, start: int) -> Candidate | None:
    """A telephone number whose first digit is at `start`; None for the public ones."""
    text = context.text
    end = _end(text, start)
    if end is None:
        return _with_cue(context, start)
    if _is_public(context, start, end, _national(text[start:end])):
        return None
    mobile = _national(text[start:end]).startswith("07")
    of_service = _is_of_a_service(context, start, mobile=mobile) or (
        not mobile and _goes_to_a_service(context, start, end)
    )
    why = SAYS_SERVICE if of_service else "Ser ut som ett telefonnummer."
    return Candidate(start - text[max(0, start - 2) : start].count("+"), end, "phone", "high", why)


def _end(text: str, start: int) -> int | None:
    """Where a number that needs no cue word ends, or None."""
    first = text[start]
    if start and text[start - 1] == "+":
        found = _ABROAD.match(text, start)
    elif text.startswith("00", start):
        found = _ABROAD.match(text, start + 2 + (text[start + 2 : start + 3] == " "))
    elif first == "0":
        found = None if _CLOCK.match(text, start) else _HOME.match(text, start)
    elif first in "47":
        found = _BARE.match(text, start)
        found = found if found and found.end() - start > 10 else None
    else:
        return None
    return found.end() if found else None


def is_service_number(hit: Candidate | Finding) -> bool:
    """Whether a number is said to be a service's: such a number is there to be called, and a document keeps it."""
    return hit.kind == "phone" and hit.why == SAYS_SERVICE


def _national(number: str) -> str:
    digits = digits_of(number)
    for prefix in ("0046", "46"):
        if digits.startswith(prefix):
            return "0" + digits.removeprefix(prefix).removeprefix("0")
    return digits


def _is_public(context: Context, start: int, end: int, national: str) -> bool:
    if national.startswith(_PUBLIC):
        return True
    if national.startswith("07") or not context.bits_around(start) & SWITCHBOARD.bit:
        return False
    return context.near(SWITCHBOARD, start, 4) or bool(_SWITCHBOARD_AFTER.match(context.text, end))


def _is_of_a_service(context: Context, start: int, *, mobile: bool) -> bool:
    """Whether a number is said to be a service's and nobody's: "ring jouren på BUP, 0143-40 00 00".

    A duty number may stand behind somebody: "Anna, jouren 0143-40 00 00". Only offices have numbers on 010.
    """
    wanted = _ON_CALL.bit if mobile else _ON_CALL.bit | SERVICE.bit
    of_office = context.text.startswith("010", start)
    if not (of_office or context.bits_around(start) & wanted):
        return False
    begins = max(
        (found.end() for found in _ENDS_HINT.finditer(context.text, max(0, start - _FAR), start - 2)), default=0
    )
    said = [
        bits
        for at, bits in context.cues_before(start, _FAR)
        if at >= begins and bits & (wanted | _SOMEBODY) and not _OF_A_HOUSE.match(context.text, at)
    ]
    if said and not said[0] & _SOMEBODY:
        way = _VIA.search(context.text, begins, start) or _WARD.search(context.text, begins, start)
        is_way = said[0] & SERVICE.bit and way
        if said[0] & _ON_CALL.bit or is_way:
            return True
    return bool(said or of_office) and not any(bits & _SOMEBODY for bits in said)


def _goes_to_a_service(context: Context, start: int, end: int) -> bool:
    """Whether the office stands behind its number: "ring 0143-40 00 12 teamet dagtid", and nobody before it."""
    office = _OFFICE_AFTER.match(context.text, end)
    if office is None or not bits_of(office[1]) & SERVICE.bit:
        return False
    return not any(bits & _SOMEBODY for _at, bits in context.cues_before(start, _FAR))


def _with_cue(context: Context, start: int) -> Candidate | None:
    """A local number or one without its zero counts when a word says that it is a telephone."""
    called = context.near(CALL, start, 4) or (
        (context.bits_around(start) & CALL.bit or _BARE.match(context.text, start)) and context.near(_NUMBERS, start, 1)
    )
    if not called or context.near(_INDOORS, start, 2) or context.near(SWITCHBOARD, start, 2):
        return None
    text = context.text
    if _DAY.match(text, start) or _CLOCK.match(text, start):
        return None
    found = _LOCAL.match(text, start) or _ROW.match(text, start)
    digits = digits_of(found[0]) if found else ""
    if found is None or len(digits) < 5 or digits.startswith(_PUBLIC):
        return None
    if len(digits) > 11 and not _is_abroad(digits):
        return None
    return Candidate(start, found.end(), "phone", "medium", "Ordet före säger att det är ett telefonnummer.")


def _is_abroad(digits: str) -> bool:
    """Whether a long number without its plus sign could be some country's; asks the library, which is slow to load."""
    import phonenumbers

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse("+" + digits))
    except phonenumbers.NumberParseException:
        return False
