"""Personal numbers of other countries.

Sources: Skatteetaten (fødselsnummer, 11 digits, two check digits), CPR-kontoret (ddmmyy-nnnn), DVV (HETU, signs of the
century -+A-FU-Y), Ministerstwo Cyfryzacji (PESEL), Estonian Ministry of the Interior (isikukood), SSA (SSN), HMRC
(NINO). A number with a sure shape or check digits needs no word beside it; any other needs one.
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily

_LABEL = CueFamily("foreign_label")
_LAND = CueFamily("foreign_land", gate=False)
_HETU = re.compile(r"[0-3]\d[01]\d\d\d[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![^\W_])")
_ELEVEN = re.compile(r"\d{6} ?\d{5}(?!\d)")
_NUMBER = re.compile(r"\d[\d .-]{4,14}\d(?:[ -]?[A-Z](?![^\W_]))?(?!\d)")
_GOES_ON = re.compile(r" ?[/:_-] ?\d")
"""After these comes the rest of a Swedish number: "2010 08 21/2381", "2 0 1 0 0 8 2 1 - 2 3 8 1"."""
_LETTERS = re.compile(r"(?<![^\W_])[A-Z]{1,2} ?$")
_PESEL = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
_NORWAY = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
_ESTONIA = (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)
_WHY = "Ser ut som ett utländskt personnummer."
BITS = _LABEL.bit


def find_foreign(context: Context, start: int) -> Candidate | None:
    """A foreign personal number whose digits begin at ``start``."""
    text = context.text
    if hetu := _HETU.match(text, start):
        sure = not hetu[0][7:].isdigit() or hetu[0][6].isalpha() or context.near(_LABEL, start, 3)
        return Candidate(start, hetu.end(), "foreign_id", "high", _WHY) if sure else None
    eleven = _ELEVEN.match(text, start)
    if eleven and _checks(eleven[0].replace(" ", "")):
        return Candidate(start, eleven.end(), "foreign_id", "high", _WHY)
    if not (context.near(_LABEL, start, 3) or context.near(_LAND, start, 3)):
        return None
    number = _NUMBER.match(text, start)
    goes_on = number is not None and _GOES_ON.match(text, number.end())
    if number is None or goes_on or (len(number[0]) < 8 and not context.near(_LABEL, start, 3)):
        return None
    letters = _LETTERS.search(text, max(0, start - 3), start)
    return Candidate(start - len(letters[0]) if letters else start, number.end(), "foreign_id", "medium", _WHY)


def _checks(number: str) -> bool:
    """Whether the check digits of Poland, Norway or Estonia agree with eleven digits."""
    digits = [int(digit) for digit in number]
    if -_weighted(digits, _PESEL) % 10 == digits[10] or _weighted(digits, _ESTONIA) % 11 == digits[10]:
        return _is_date(number[:6]) or _is_date(number[1:7])
    norway = -_weighted(digits[:9], _NORWAY[0]) % 11 == digits[9] and _weighted(digits, _NORWAY[1]) % 11 == 0
    return norway and number[:2] <= "71"


def _weighted(digits: list[int], weights: tuple[int, ...]) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False))


def _is_date(date: str) -> bool:
    return date[2:4].lstrip("028") <= "92" and "01" <= date[4:6] <= "31"
