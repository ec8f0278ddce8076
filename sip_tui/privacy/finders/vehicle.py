"""Registration plates beside a word for a vehicle.

Source: Transportstyrelsen (three letters and two digits and a digit or letter, since 2019 ABC 12D; I, Q, V, Å, Ä, Ö
are not used). Without such a word "KBT 120" is a therapy and "HUS 204" a building.
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily, WordSet, bits_of

_LETTERS = re.compile(r"(?<![^\W_])([A-HJ-PR-UW-Z]{3})[ -]?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d\d[\dA-HJ-PR-UW-Z](?![^\W_])", re.IGNORECASE)
_APART = re.compile(r"\d\d [A-HJ-PR-UW-Z](?![^\W_])")
_NAMED = CueFamily("plate")
_VEHICLE = CueFamily("vehicle")
BITS = _NAMED.bit | _VEHICLE.bit
_NOT_PLATES = WordSet("no_plate")


def find_vehicle(context: Context, start: int) -> Candidate | None:
    """A plate whose digits begin at `start`."""
    letters = _LETTERS.search(context.text[max(0, start - 5) : start])
    digits = (_DIGITS.match(context.text, start) or _APART.match(context.text, start)) if letters else None
    if letters is None or digits is None:
        return None
    begin = start - len(letters[0])
    named = context.near(_NAMED, begin, 4)
    spaced_small = not letters[1].isupper() and len(letters[0]) > 3
    if not named and (letters[1].lower() in _NOT_PLATES or spaced_small):
        return None
    around = context.before(begin)[:7] + context.after(digits.end())[:4]
    if named or any(bits_of(word) & BITS for word in around):
        return Candidate(begin, digits.end(), "vehicle", "high", "Ett registreringsnummer.")
    return None
