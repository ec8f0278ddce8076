"""The search for numbers: one look finds where they may stand, and the finders that fit are asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, reduce
from operator import or_

from sip_tui.privacy.context import Context, KeywordFinder
from sip_tui.privacy.finders import (
    address,
    any_number,
    birth_date,
    case_number,
    foreign_id,
    health,
    network,
    vehicle,
)
from sip_tui.privacy.finders.address import find_address
from sip_tui.privacy.finders.bank import ACCOUNTS, find_card, find_iban
from sip_tui.privacy.finders.birth_date import BIRTH, find_birth
from sip_tui.privacy.finders.case_number import CASES, find_case, find_series
from sip_tui.privacy.finders.personnummer import (
    find_partial,
    find_personnummer,
    find_reserve,
    find_vat,
)
from sip_tui.privacy.finders.phone import find_phone
from sip_tui.privacy.finders.vehicle import find_vehicle
from sip_tui.privacy.model import Candidate

_NUMBER = re.compile(
    r"""
    [0-9](?:                                                   # a digit first: the scanner leaps from one to the next
      (?:\d{5}|(?<=[12])\d{7})(?=[-+]\d{4}(?!\d))(?P<personal>)
    | (?<=[12])(?:9|0)\d\d-[01]\d-[0-3]\d(?![-+\d]|[\W_]{1,9}[\dA-Z]{4})
      (?![\W_]{1,3}(?:[a-zåäö]{1,12}[ :,]{1,2}){1,4}\d{4}(?!\d))(?P<day>)
    | \d?:[0-5]\d(?:-\d?\d:[0-5]\d)?(?!\d)(?P<clock>)
    | \d?\.[0-5]\d[ ]?-[ ]?\d?\d\.[0-5]\d(?![.\d])(?P<hours>)
    | \d*(?:-[01]\d-[0-3]\d(?!\d)|\.[0-5]\d(?!\d))?
    )""",
    re.VERBOSE,
)
"""A row of digits; a day or a time is taken whole, since nothing begins in the middle of one.

What has the plain form of a personnummer can be neither card nor reserve number, and most long numbers have it.
"""
_LONG_ENOUGH = re.compile(
    r"\d(?:\d{4}|(?:(?:[^\w]|_){0,9}+\d){4}"
    r"|\d?\.? [a-zåäö]{3,9}\.? (?:19|20)\d\d[ ,;:–(-]{1,4}(?:[a-zåäö]{1,12}[ :]){0,4}\d{4})"
)
NumberFinder = Callable[[Context, int], Candidate | None]
_ACCOUNTS = KeywordFinder(*ACCOUNTS)
_LABELLED = KeywordFinder(BIRTH, *CASES)
_GLUED: tuple[NumberFinder, ...] = (find_iban, find_vat, health.find_code, find_series)
_LONG: tuple[NumberFinder, ...] = (
    network.find_net,
    find_card,
    find_reserve,
    foreign_id.find_foreign,
    find_personnummer,
    find_partial,
)
_SHORT: tuple[tuple[int, NumberFinder], ...] = (
    (birth_date.BITS, find_birth),
    (case_number.BITS, find_case),
    (vehicle.BITS, find_vehicle),
    (address.BITS, find_address),
    (any_number.BITS, any_number.find_numbered),
)
"""Short numbers mean nothing by themselves: the bits of the words that must be near for a finder to look."""
_WORDLESS = re.compile(
    r"(?<=[a-zåäö][gvtr]\. )\d|(?<=[a-zåäö][gvtrl] )\d{1,3}(?!\d)|(?<=[a-zåäö][gvtr]\.)\d|(?<=[#•?_X])\d{4}"
    r"|\d\d\d ?\d\d(?!\d)|\d{1,3}[ ,\n|]{1,4}\d{3} ?\d\d(?!\d)"
)
"""What short finders know without a word: a shortened street, a postcode, a masked date."""
_WORDLESS_BITS = address.BITS | birth_date.BITS
_ALL_BITS = reduce(or_, (_ACCOUNTS.bits, _LABELLED.bits, birth_date.PEOPLE, *(needed for needed, _finder in _SHORT)))


def number_hits(context: Context) -> list[Candidate]:
    """Return what the finders of numbers take, in the order of the text."""
    text, hits, done = context.text, [], 0
    for number in _NUMBER.finditer(text):
        start = number.start()
        if start < done:
            continue
        bits = context.bits_around(start) & _ALL_BITS
        form = number.lastgroup or ("long" if _LONG_ENOUGH.match(text, start) else "")
        if _WORDLESS.match(text, start):
            bits |= _WORDLESS_BITS
        is_glued = start > 0 and not text[start - 1].isspace() and _is_glued(text, start)
        for finder in _ranked(form, bits, is_glued) if bits or form or is_glued else ():
            if hit := finder(context, start):
                done = hit.end
                hits.append(hit)
                break
    return hits


def _is_glued(text: str, start: int) -> bool:
    """Whether letters stand right before a number, or capitals and a hyphen."""
    before = text[start - 1] if start else ""
    return before.isalpha() or (before == "-" and text[max(0, start - 2) : start - 1].isupper())


@lru_cache(maxsize=4096)
def _ranked(form: str, bits: int, glued: bool) -> tuple[NumberFinder, ...]:
    """Who looks at a number of this form with these cues around it; the order is their rank.

    Accounts go first, since some hold a personnummer; then the long shapes that speak for themselves.
    """
    accounts = (_ACCOUNTS.find,) if bits & _ACCOUNTS.bits else ()
    labelled = (_LABELLED.find,) if bits & _LABELLED.bits else ()
    short = tuple([finder for needed, finder in _SHORT if bits & needed])
    if form in ("long", "day") and bits & birth_date.PEOPLE:
        short = (birth_date.find_beside_a_person, *short)
    if form == "personal":
        ranked = (*accounts, find_personnummer, *labelled, find_phone)
    elif form == "long":
        ranked = (*accounts, *_LONG, *labelled, find_phone)
    else:
        ranked = (*accounts, *labelled)
    return (*(_GLUED if glued else ()), *ranked, *short)
