"""Numbers said in words: "noll sju noll ett …" after a word for telephone, "tolv noll tre tio tjugotre nittiofem"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.context import Context
from sip_tui.privacy.finders.personnummer import LABEL, plausible
from sip_tui.privacy.finders.phone import CALL, MOBILE
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily

_UNITS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
_TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS = {"tjugo": 2, "trettio": 3, "fyrtio": 4, "femtio": 5, "sextio": 6, "sjuttio": 7, "åttio": 8, "nittio": 9}
NUMBERS = {
    **{word: str(value) for value, word in enumerate(_UNITS)},
    **{word: str(value) for value, word in enumerate(_TEENS, 10)},
    **{ten: f"{value}0" for ten, value in _TENS.items()},
    **{ten + word: f"{value}{unit}" for ten, value in _TENS.items() for unit, word in enumerate(_UNITS) if unit},
    "en": "1",
}
"""Number words up to ninety-nine, with their digits."""

_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_ROW = re.compile(
    rf"(?:(?:tjugo|nitton)hundra|tvåtusen)?(?:{_WORD})?(?:[ ,\n-]{{1,3}}(?:{_WORD})(?![^\W\d_])){{2,12}}", re.I
)
_BEFORE = re.compile(rf"(?<![^\W\d_])(?:(?:{_WORD})[ ,\n-]{{1,3}}){{1,6}}$", re.IGNORECASE)
_FOUR_AFTER = re.compile(r"[ ,\n-]{1,3}\d{4}(?!\d)")
"""The four last digits after a date in words."""
_SHORTEST_DATE = 5
_STARTS = re.compile(r"[ :]{1,3}(?:är |nr |nummer |nummret )?")
_HEARD = CueFamily("number_word")
BITS = LABEL.bit | CALL.bit | _HEARD.bit
_CENTURIES = {"tjugohundra": "20", "nittonhundra": "19", "tvåtusen": "20"}
_SAID = "Ett nummer som är skrivet med ord."


def find_spoken(context: Context) -> Iterator[Candidate]:
    """Telephone numbers and personnummer in words."""
    text, done = context.text, 0
    for start, end, bits in context.cues_of(BITS):
        if start < done:
            continue
        labelled = bits & (LABEL.bit | CALL.bit)
        lead = _STARTS.match(text, end) if labelled else None
        row = _ROW.match(text, lead.end() if lead else _beginning(text, start, done))
        if row is None:
            continue
        digits, four = _digits(row[0]), _FOUR_AFTER.match(text, row.end())
        dated = four and (bits & LABEL.bit or plausible(digits[-6:])) and len(digits) >= _SHORTEST_DATE
        kind = "personnummer" if dated else _kind(digits, labelled, bool(bits & LABEL.bit))
        if kind:
            done = four.end() if four and dated else row.end()
            yield Candidate(row.start(), done, kind, "medium", _SAID)


def _beginning(text: str, start: int, done: int) -> int:
    """Where the row of numbers begins that a word belongs to: "tolv noll tre" at "noll"."""
    before = _BEFORE.search(text, max(done, start - 60), start)
    return before.start() if before else start


def _digits(row: str) -> str:
    words = re.findall(r"[a-zåäö]+", row.lower())
    for century, digits in _CENTURIES.items():
        if words[0].startswith(century):
            rest = words[0].removeprefix(century)
            return digits + "".join(NUMBERS.get(word, "") for word in (rest, *words[1:]))
    return "".join(NUMBERS.get(word, "") for word in words)


def _kind(digits: str, labelled: int, person: bool) -> str:
    """What a row of digits is, given the word before it."""
    if labelled:
        kind = "personnummer" if person else "phone"
        return kind if len(digits) >= (8 if person else 6) else ""
    if digits.startswith(MOBILE) and len(digits) in (9, 10):
        return "phone"
    if len(digits) in (10, 12) and plausible(digits[-10:-4]):
        return "personnummer"
    return ""
