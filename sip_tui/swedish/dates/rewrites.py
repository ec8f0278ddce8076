"""Rewrite a phrase of time before it is read: English to Swedish, misspelt to right, hedged to plain.

A letter that is missing, doubled or has changed places is found ("fredg"), and so is a word without its dots and rings.
A letter that is another one, or one too many, is found in the long names of months only: "fredad" is a word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from string import ascii_lowercase
from unicodedata import combining, normalize

from sip_tui.swedish import word_table
from sip_tui.swedish.dates.vocabulary import MONTHS, WEEKDAYS

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
    {"today", "tomorrow", "yesterday", "daily", "weekly", "monthly", "regularly", "ongoing", "soon", "immediately"}
)
"""Words that are a time by themselves; a month is somebody's name as well, and "may" is more than that."""
_BRACKETS = re.compile(r"(?<=\d) \(.*\)$")
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
    words = [_word(word) for word in plain.replace(",", " ,").split()]
    return "" if None in words else " ".join(word for word in words if word).replace(" ,", ",")


def _word(word: str) -> str | None:
    words = _dictionary()
    if word in words:
        return words[word]
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


_SPELLED = (*WEEKDAYS, *(month for month in MONTHS if len(month) > 4), "imorgon", "övermorgon", "senast")
_SHORTEST = 5
_LONG = 7


def corrected(text: str) -> str:
    """Give the text with its misspelt words mended; unchanged when there are none."""
    return " ".join(_misspelt().get(word, word) for word in text.split(" "))


@cache
def _misspelt() -> dict[str, str]:
    """Give the right word by each wrong one; a wrong one that two words have is left out."""
    found: dict[str, set[str]] = {}
    for word in _SPELLED:
        for wrong in _wrong(word) | _wrong(_bare(word)) | _changed(word) | {_bare(word)}:
            found.setdefault(wrong, set()).add(word)
    return {wrong: words.pop() for wrong, words in found.items() if len(words) == 1 and wrong not in _SPELLED}


def _wrong(word: str) -> set[str]:
    """Give the ways in which one letter goes missing, comes twice or changes places; the first letter is right."""
    inner = range(1, len(word))
    missing = {word[:at] + word[at + 1 :] for at in inner}
    twice = {word[:at] + word[at] + word[at:] for at in inner}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in inner if at + 1 < len(word)}
    return {wrong for wrong in missing | twice | swapped if len(wrong) >= _SHORTEST}


def _changed(word: str) -> set[str]:
    """Give the ways in which a letter of a month is another or one too many; there must be many right ones left."""
    if word not in MONTHS or len(word) < _LONG:
        return set()
    ends = ((word[:at], word[at + less :]) for at in range(1, len(word)) for less in (0, 1))
    return {start + letter + end for start, end in ends for letter in ascii_lowercase}


def _bare(word: str) -> str:
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign))


_BEFORE = (
    r"från och med|fr\.? ?o\.? ?m\.?|från|inte förrän|ej förrän|förrän|tidigast|först|efter|sedan"
    r"|ca\.?|cirka|omkring|runt|kring|ungefär|kanske|troligen|troligtvis|ev(?:entuellt)?\.?|prel(?:iminärt)?\.?"
    r"|helst|gärna|(?:i )?(?:början|mitten) (?:av|på)|(?:i )?(?:första|andra|tredje|sista) veckan i|utom|förutom"
    r"|(?:tidigt|sent) (?:i|på)"
)
_PART = r"morgon|förmiddag|eftermiddag|kväll|natt|lunch|bitti"
_UNSURE = (
    (re.compile(rf"^(?:{_BEFORE}) "), ""),
    (re.compile(r"(\bkl(?:ockan)?\.? ?[0-9.:]{1,5}) ?- ?[0-9]{1,2}(?:[.:][0-9]{2})?$"), r"\1"),
    (re.compile(r"^(om|inom) (?:ca\.?|cirka|ungefär|drygt|knappt|typ|kanske) "), r"\1 "),
    (
        re.compile(
            rf"(?<!\bi)(?: (?:på|vid|till|före|innan|efter))? (?:{_PART})(?:en)?(?=$| kl)| [fe]\.?m\.?(?=$| kl)"
            r"| halv [^\W\d]{3,6}$"
            r"| (?:före|innan|efter|under|e) (?:skolan|skoldagen|jobbet|arbetet|frukost(?:en)?|middag(?:en)?"
            r"|lektion(?:en)?)$"
        ),
        "",
    ),
    (re.compile(r",? (?:efter|från|tidigast|runt|vid|ca\.?|cirka|omkring)(?= kl)"), ""),
    (re.compile(r",? (?:vid|runt|kring|ca\.?) (?:ca\.? )?[0-9]{1,2}(?:[.:][0-9]{2})?(?:-tiden|-snåret)?$"), ""),
    (
        re.compile(
            r"(?<=dag),? [0-9]{1,2} ?- ?[0-9]{1,2}$|(?<=[^\W\d]),? [0-9]{1,2}[.:][0-9]{2} ?- ?[0-9]{1,2}[.:][0-9]{2}$"
        ),
        "",
    ),
    (re.compile(r"^i ?(?:eftermiddag|kväll|natt)$"), "idag"),
)


def without_hedge(text: str) -> str | None:
    """Give the phrase without the first thing in it that makes it unsure; None when there is none."""
    for pattern, less in _UNSURE:
        plain, times = pattern.subn(less, text, count=1)
        if times:
            return plain
    return None
