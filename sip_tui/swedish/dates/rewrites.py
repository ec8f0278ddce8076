"""Rewrite a phrase of time before it is read: English to Swedish, misspelt to right, hedged to plain.

A letter that is missing, doubled or has changed places is found ("fredg"), and so is a word without its dots and rings.
A letter that is another one, or one too many, is found in the long names of months, and after a word that is about
time: "fredad" is a word of its own, "senast fredad" is a day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from string import ascii_lowercase
from unicodedata import combining, normalize

from sip_tui.swedish import word_table, words
from sip_tui.swedish.dates.vocabulary import MONTHS, NUMBERS, WEEKDAYS

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHARED = frozenset(
    {"april", "september", "november", "december", "jan", "feb", "apr", "jun", "sept", "sep", "nov", "dec"}
)
"""Words of time that are the same in both languages."""
_ALONE = frozenset((*_DAYS, *(f"{day}s" for day in _DAYS))) | frozenset(
    {
        "today",
        "tonight",
        "tomorrow",
        "yesterday",
        "daily",
        "weekly",
        "monthly",
        "regularly",
        "ongoing",
        "soon",
        "immediately",
    }
)
"""Words that are a time by themselves; a month is somebody's name as well, and "may" is more than that."""
_BRACKETS = re.compile(r"(?<=\d) \([^()]*\d[^()]*\)$")
_AS_IT_IS = re.compile(r"[0-9.:/-]+|,|kl|om")
_MONTH_FIRST = re.compile(rf"\b({'|'.join(_ENGLISH_MONTHS)}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)")


def in_swedish(text: str) -> str:
    """Translate a time to Swedish; empty when there is a word in it that is no English one of time.

    Args:
        text: A phrase in small letters.
    """
    if " " not in text and text not in _ALONE:
        return ""
    plain = _MONTH_FIRST.sub(r"\2 \1", _BRACKETS.sub("", text))
    for pattern, swedish in _patterns():
        plain = pattern.sub(swedish, plain)
    translated = [_word(word) for word in plain.replace(",", " ,").split()]
    return "" if None in translated else " ".join(word for word in translated if word).replace(" ,", ",")


def _word(word: str) -> str | None:
    swedish = _dictionary()
    if word in swedish:
        return swedish[word]
    return word if word in _kept() or _AS_IT_IS.fullmatch(word) else None


@cache
def _dictionary() -> Mapping[str, str]:
    """The English words of time and the Swedish ones."""
    days = zip(_DAYS, WEEKDAYS, strict=True)
    plurals = {f"{english}s": f"{swedish}ar" for english, swedish in zip(_DAYS, WEEKDAYS, strict=True)}
    months = zip(_ENGLISH_MONTHS, MONTHS, strict=True)
    return {**dict(days), **dict(months), **plurals, **word_table("english_time")["words"]}


@cache
def _kept() -> frozenset[str]:
    phrases = word_table("english_time")["phrases"].values()
    return _SHARED | frozenset(word for swedish, *_example in phrases for word in swedish.split())


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    phrases = word_table("english_time")["phrases"].items()
    return tuple((re.compile(rf"\b(?:{pattern})(?!\w)"), swedish) for pattern, (swedish, *_example) in phrases)


_NAMES = (*WEEKDAYS, *(month for month in MONTHS if len(month) > 3))
_SHORTEST = 5
_SHORTEST_LED = 4
_LONG = 7


def corrected(text: str) -> str:
    """Give the text with its misspelt words mended; unchanged when there are none."""
    mended = [""]
    for word in text.split(" "):
        after_lead = _misspelt_after_lead() if _leads(mended[-1]) else {}
        mended.append(_misspelt().get(word) or after_lead.get(word, word))
    return " ".join(mended[1:])


def _leads(word: str) -> bool:
    """True for a number, and for a word of those that a time follows: "nästa", "senast"."""
    return word.isdecimal() or word in NUMBERS or word in words("time_slips", "leads")


@cache
def _misspelt() -> dict[str, str]:
    """Give the right word by each wrong one, wherever it stands."""
    alone = (*_NAMES, *words("time_slips", "alone"))
    return _only({word: _wrong(word) | _wrong(_bare(word)) | _changed(word) | {_bare(word)} for word in alone})


@cache
def _misspelt_after_lead() -> dict[str, str]:
    """Give the right word by each wrong one that is read only after a word that is about time."""
    led = words("time_slips", "led")
    return _only({word: {wrong for wrong in _other_letter(word) if len(wrong) >= _SHORTEST_LED} for word in led})


def _only(slips: Mapping[str, set[str]]) -> dict[str, str]:
    """Give the right word by each wrong one that only one has, and that is no right word itself."""
    spelled = frozenset(_NAMES) | words("time_slips", "alone") | words("time_slips", "led")
    found: dict[str, set[str]] = {}
    for right, wrong_ones in slips.items():
        for wrong in wrong_ones - spelled:
            found.setdefault(wrong, set()).add(right)
    return {wrong: right.pop() for wrong, right in found.items() if len(right) == 1}


def _wrong(word: str) -> set[str]:
    """Give the ways in which one letter goes missing, comes twice or changes places; the first letter is right."""
    inner = range(1, len(word))
    missing = {word[:at] + word[at + 1 :] for at in inner}
    twice = {word[:at] + word[at] + word[at:] for at in inner}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in inner if at + 1 < len(word)}
    return {wrong for wrong in missing | twice if len(wrong) >= _SHORTEST} | swapped


def _changed(word: str) -> set[str]:
    """Give the ways in which a letter of a month is another or one too many; there must be many right ones left."""
    return _other_letter(word) if word in MONTHS and len(word) >= _LONG else set()


def _other_letter(word: str) -> set[str]:
    """Give the ways in which one letter is another, one too many or missing; the first letter is right."""
    ends = [(word[:at], word[at + less :]) for at in range(1, len(word)) for less in (0, 1)]
    return {start + letter + end for start, end in ends for letter in (*ascii_lowercase, *"åäö", "")}


def _bare(word: str) -> str:
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign))


_BEFORE = (
    r"från och med|fr\.? ?o\.? ?m\.?|från|inte förrän|ej förrän|förrän|tidigast|först|efter|sedan"
    r"|ca\.?|cirka|omkring|runt|kring|ungefär|kanske|troligen|troligtvis|ev(?:entuellt)?\.?|prel(?:iminärt)?\.?"
    r"|helst|gärna|(?:(?:allra )?senast )?(?:i )?(?:början|mitten) (?:av|på)|utom|förutom"
    r"|senaste|(?:tidigt|sent)(?: på)?|(?:på )?natten (?:till|mot)"
)
_PART = r"(?:(?:morgon|förmiddag|eftermiddag|kväll|natt)(?:en)?|lunch(?:en)?|[fe]\.?m\.?)"
_UNSURE = (
    (re.compile(rf"^(?:{_BEFORE}) "), ""),
    (re.compile(r"^(?:inte|ej) (?:på )?[^ ]{2,12}(?: [^ ]{2,12})?,? utan "), ""),
    (re.compile(r"(\bkl(?:ockan)?\.? ?[0-9.:]{1,5}) ?- ?[0-9]{1,2}(?:[.:][0-9]{2})?$"), r"\1"),
    (re.compile(r"^(om|inom) (?:ca\.?|cirka|ungefär|drygt|knappt|typ|kanske) "), r"\1 "),
    (
        re.compile(
            rf"(?<!\bi),? (?:till|före|innan|efter|mot|framåt|tidig|sen) {_PART}(?=$| kl)"
            r"|(?<!\bi),? (?:(?:på|under) )?natt(?:en)?(?=$| kl)"
            r"| (?:före|innan|efter|under|e) (?:skolan|skoldagen|jobbet|arbetet|frukost(?:en)?|middag(?:en)?"
            r"|lektion(?:en)?)$"
        ),
        "",
    ),
    (re.compile(r",? (?:efter|från|tidigast|runt|vid|ca\.?|cirka|omkring)(?= kl)"), ""),
    (
        re.compile(
            r",? (?:vid|runt|kring|ca\.?|före|innan|efter|tidigast) (?:ca\.? )?[0-9]{1,2}(?:[.:][0-9]{2})?"
            r"(?:-tiden|-snåret)?$"
        ),
        "",
    ),
    (
        re.compile(
            r"(?<=dag),? [0-9]{1,2} ?- ?[0-9]{1,2}$|(?<=[^\W\d]),? [0-9]{1,2}[.:][0-9]{2} ?- ?[0-9]{1,2}[.:][0-9]{2}$"
        ),
        "",
    ),
    (re.compile(r"^i ?natt$"), "idag"),
)


def without_hedge(text: str) -> str | None:
    """Give the phrase without the first thing in it that makes it unsure; None when there is none."""
    for pattern, less in _UNSURE:
        plain, times = pattern.subn(less, text, count=1)
        if times:
            return plain
    return None
