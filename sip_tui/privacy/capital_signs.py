"""Two or three capitals that are no initials of the roll: "FK", "TK 3", "NR 12", "hon vill OM det går"."""

from __future__ import annotations

import re

from sip_tui.privacy.name_lists import ABBREVIATIONS, is_said_of_a_person, starts_sentence
from sip_tui.privacy.word_tables import words

_AHEAD = 24
_DAY = r"(?:(?<=[12])\d|(?<=3)[01])?/(?:1[0-2]|[1-9])(?![\d/])"
_TIME = r"(?:(?<=[01])\d|(?<=2)[0-3])?[.:][0-5]\d(?!\d)"
_TELEPHONE = r"(?<=0)\d{1,3}[ -]\d\d"
_SIGN = re.compile(rf"[-/]?\d|-[a-zåäö]| \d(?!{_DAY}|{_TIME}|{_TELEPHONE})")
"""What makes initials a part of a sign, "TK 3"; a day, a time or a telephone may stand behind somebody."""
_JOINED_TO_SOMEBODY = re.compile(r"(?:(?:[^\W\d_]{2,}|(?<![^\W_])[A-ZÅÄÖ])/|[a-zåäö]{3,}:)$")
"""Before who shares something with another, or is told right behind a label: "KF/TK", "sekr:TK"."""
_COUNTS = re.compile(r"\.? ?\d| [A-ZÅÄÖ]{4}")
_COUNTS_BEFORE = re.compile(r"(?:[A-ZÅÄÖ]{4,}|TEL|TFN|MOB|FAX|LGH|RUM|HUS)\.? $")
"""Where NR is the word for number: before one, and in a shouted line."""
_SHORT_ONLY_WHEN_SMALL = ("nr", "kl", "el")
_TELLS_WHO = re.compile(r":(?= \D)")
_WITH_ANOTHER = re.compile(r"(?:,| o| och| samt| ?[+&/]) ?([A-ZÅÄÖ]{2,3})(?![\w-])")
_BEHIND_ANOTHER = re.compile(r"(?<![\w-])([A-ZÅÄÖ]{2,3})(?:, | o | och | samt | ?[+&/] ?)$")
_DOES = re.compile(r" ([a-zåäö]{2,})")
"""What stands behind initials that begin a line, and behind no word in capitals: "OM: vill", "ÄR, KF och TK"."""
_SMALL_TABLES = ("determiners", "prepositions", "conjunctions", "subjects")
_ACTS_TOO = frozenset({"af", "avc", "bup", "bvc", "fk", "fsk", "hr", "mob", "sfi", "ssk", "usk", "vc"})
"""What does something too, and is somebody's initials by chance."""
_SPEAKS = re.compile(
    r"(?: (?:kan|ska|vill|får|har|inte|ej)){0,3} (?:berätta|säg(?:a|er)|tyck|undra|fråga|lova|kolla|ring|skriv"
    r"|bokar|ordnar|skickar|fixar|pratar|beslutar|tar (?:det|upp|med|kontakt|hand|över|fram|reda)"
    r"|mejl|mår|orka|sover|svara|mena|tror|önska|känner|hjälp|återkom|kontakta)"
)
"""What only somebody does: "EM kan inte lova", "RH berättar"."""
_SAYS_WHO = re.compile(
    r"(?<![^\W\d_])(?:av|enl|enligt|sa|säger|tycker|undrar|frågar|menar|ringer|fråga|genom)\.? $", re.IGNORECASE
)


def is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether two or three capitals are no initials: part of a longer sign, or FK where nothing says a person."""
    low = text[start:end].lower()
    if _is_part_of_a_sign(text, start, end, low):
        return True
    is_small = low == "är" or any(low in words(table, "name_surroundings") for table in _SMALL_TABLES)
    if not (is_small or low in ABBREVIATIONS) or _SAYS_WHO.search(text[max(0, start - 12) : start]):
        return False
    if low not in _ACTS_TOO and _is_told(text, start, end, is_small=is_small):
        return False
    return low in _ACTS_TOO or not (_SPEAKS.match(text[end : end + _AHEAD].lower()) and starts_sentence(text, start))


def _is_part_of_a_sign(text: str, start: int, end: int, low: str) -> bool:
    """Whether what stands beside capitals makes them a part of something longer: "B-TK", "TK 3", "NR. 4"."""
    before = text[max(0, start - 1) : start]
    if before == "-" or _SIGN.match(text, end):
        return True
    if before in ("/", ":") and not _JOINED_TO_SOMEBODY.search(text, max(0, start - 8), start):
        return True
    return low in _SHORT_ONLY_WHEN_SMALL and bool(
        _COUNTS.match(text, end) or _COUNTS_BEFORE.search(text, max(0, start - 8), start)
    )


def _is_told(text: str, start: int, end: int, *, is_small: bool) -> bool:
    """Whether capitals that spell a word are somebody: "MS o TK ses"; of a small one "OM: vill", "(ÄR)" tell it too."""
    if is_small and text[max(0, start - 1) : start] == "(":
        return text[end : end + 1] == ")"
    if before := _BEHIND_ANOTHER.search(text, max(0, start - 9), start):
        return before[1].lower() not in ABBREVIATIONS and starts_sentence(text, before.start(1))
    if not starts_sentence(text, start):
        return False
    if other := _WITH_ANOTHER.match(text, end):
        return other[1].lower() not in ABBREVIATIONS
    does = _DOES.match(text, end) if text[start:end].lower() not in words("subjects", "name_surroundings") else None
    return is_small and bool(_TELLS_WHO.match(text, end) or (does and is_said_of_a_person(does[1])))
