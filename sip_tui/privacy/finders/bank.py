"""Accounts and cards: bankgiro, plusgiro, clearing and account, IBAN, OCR, Swish for organisations, payment cards.

Sources: Bankgirot and Plusgirot number forms (NNN-NNNN, NNNN-NNNN, NN NN NN-N); Swedish Bankers' Association,
"Bankkontonummer i svenska banker" (clearing 4-5 digits, account 7-10); ISO 13616 (IBAN); ISO/IEC 7812 (cards).
"""

from __future__ import annotations

import re

from sip_tui.privacy.context import Context, KeywordRule, digits_of
from sip_tui.privacy.finders.personnummer import luhn
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily

_GIRO = CueFamily("giro")
_ACCOUNT = CueFamily("account")
_PAYMENT = CueFamily("payment")
_CLEARING = CueFamily("clearing")
_OCR = CueFamily("ocr")
_SWISH = CueFamily("swish")
CARD_CUE = CueFamily("card")
_IBAN_CUE = CueFamily("iban")
_ROW = re.compile(r"\d{4,5}(?:[-., \t\n|]{0,3}\d){4,15}(?!\d)|\d{4}-\d(?!\d)|\d(?:[ .\n-]?\d){5,14}(?!\d| ?kr)")
_CLEARED = re.compile(r"\d{4}(?:-\d)?[ ,-]{1,3}\d{2,3}(?:[ -]?\d{2,4}){1,4}(?!\d| ?kr)")
_DAY = re.compile(r"(?:19|20)\d\d-?[01]\d-?[0-3]\d(?!\d)")
_GIRO_NUMBER = re.compile(r"\d{1,4}(?:[ -]?\d{2,4}){0,3}(?: ?- ?\d{1,4})?(?!\d)")
_NO_GIRO = re.compile(r"\d{1,2}(?![\d -])|\d{4}-\d\d-\d\d(?!\d)")

ACCOUNTS = (
    KeywordRule("bank", _GIRO, 4, _GIRO_NUMBER, "Ett gironummer.", _NO_GIRO),
    KeywordRule("bank", _ACCOUNT, 4, _ROW, "Ett kontonummer.", _DAY),
    KeywordRule("bank", _PAYMENT, 3, _CLEARED, "Ett kontonummer."),
    KeywordRule("bank", _CLEARING, 2, re.compile(r"\d{4}(?:-\d)?(?!\d)"), "Ett clearingnummer."),
    KeywordRule("bank", _OCR, 4, re.compile(r"\d(?:[ -]?\d){3,24}"), "En betalningsreferens."),
    KeywordRule("bank", _SWISH, 4, re.compile(r"123[ -]?\d{3}[ -]?\d\d[ -]?\d\d(?!\d)"), "Ett Swishnummer."),
)
_CARD = re.compile(
    r"\d{4}([ .-]?)\d{4}(?:\1\d{4}){2}(?!\d)|3[47]\d\d[ -]?\d{6}[ -]?\d{5}(?!\d)"
    r"|(?P<personal>(?:3300|3782)[-, ]{1,3}\d{6}[- ]?\d{4}(?!\d))"
)
_IBAN_LENGTHS = {
    **dict.fromkeys(("NO",), 15),
    **dict.fromkeys(("BE",), 16),
    **dict.fromkeys(("DK", "FI", "NL", "FO", "GL"), 18),
    **dict.fromkeys(("MK", "SI"), 19),
    **dict.fromkeys(("AT", "BA", "EE", "LT", "LU", "XK", "KZ"), 20),
    **dict.fromkeys(("CH", "HR", "LI", "LV"), 21),
    **dict.fromkeys(("BG", "DE", "GB", "GE", "IE", "ME", "RS", "BH"), 22),
    **dict.fromkeys(("AE", "GI", "IL", "IQ", "TL"), 23),
    **dict.fromkeys(("AD", "CZ", "ES", "MD", "PK", "RO", "SA", "SE", "SK", "TN", "VG"), 24),
    **dict.fromkeys(("LY", "PT"), 25),
    **dict.fromkeys(("IS", "TR"), 26),
    **dict.fromkeys(("FR", "GR", "IT", "MC", "SM"), 27),
    **dict.fromkeys(("AL", "AZ", "BY", "CY", "DO", "GT", "HU", "LB", "PL", "SV", "UA"), 28),
    **dict.fromkeys(("EG", "PS", "QA"), 29),
    **dict.fromkeys(("JO", "KW"), 30),
    **dict.fromkeys(("MT",), 31),
}
"""Characters of an IBAN by its country (the registry of ISO 13616)."""
_COUNTRY = re.compile(r"(?<![^\W_])[A-Za-z]{2}\Z")
_IBAN = re.compile(r"\d\d(?:[ \n-]?[A-Za-z0-9]){11,30}(?![^\W_])")


def find_card(context: Context, start: int) -> Candidate | None:
    """A payment card in groups of four; without groups only when its check digit or a word says so.

    Nordea's clearing numbers for accounts that are their owner's personnummer are found here too.
    """
    card = _CARD.match(context.text, start)
    if card is None:
        return None
    if card["personal"]:
        return Candidate(start, card.end(), "bank", "high", "Ett personkonto är ett personnummer.")
    digits = digits_of(card[0])
    grouped = len(digits) < len(card[0])
    if not (grouped or luhn(digits) or context.near(CARD_CUE, start, 4)):
        return None
    return Candidate(start, card.end(), "card", "high" if luhn(digits) else "medium", "Ser ut som ett betalkort.")


def find_iban(context: Context, start: int) -> Candidate | None:
    """An IBAN whose check digits begin at `start`."""
    text = context.text
    if not text[start - 1 : start].isalpha():
        return None
    country = text[max(0, start - 3) : start]
    if not _COUNTRY.search(country):
        return None
    found = _IBAN.match(text, start)
    if found is None:
        return None
    end = _iban_end(country[-2:].upper(), text, start, found.end())
    if end or context.near(_IBAN_CUE, start, 4):
        sure = "Ser ut som ett IBAN-kontonummer."
        return Candidate(start - 2, end or found.end(), "bank", "high", sure)
    return None


def _iban_end(country: str, text: str, start: int, limit: int) -> int | None:
    """Swedish ones are 24 characters long whatever their checksum says; others must pass modulo 97."""
    length, taken = _IBAN_LENGTHS.get(country), country
    if length is None:
        return None
    for place in range(start, limit):
        if text[place].isalnum():
            taken += text[place].upper()
        if len(taken) == length:
            is_one = taken[2:].isdigit() if country == "SE" else _mod97(taken)
            return place + 1 if is_one and not text[place + 1 : place + 2].isalnum() else None
    return None


def _mod97(iban: str) -> bool:
    return int("".join(str(int(char, 36)) for char in iban[4:] + iban[:4])) % 97 == 1
