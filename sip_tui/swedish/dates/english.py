"""A time said in English, in the Swedish words that mean the same: "by Friday" is "senast fredag".

The interface speaks English too, and what it says itself must be possible to read: "Friday 27 November, week 48".
"""

from __future__ import annotations

import re
from functools import cache

from sip_tui.swedish.dates.vocabulary import MONTHS, WEEKDAYS
from sip_tui.swedish.grammar.word_set import word_set

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_PHRASES = (
    (r"(?:as|when|if) needed", "vid behov"),
    (r"as soon as possible", "snarast"),
    (r"(?:by|before) the next meeting", "innan nästa möte"),
    (r"(?:at |until |for |to )?(?:the )?next meeting", "till nästa möte"),
    (r"(?:the )?day after tomorrow", "övermorgon"),
    (r"every (?:other|second)", "varannan"),
    (r"every third", "var tredje"),
    (r"(?:once) (?:a|per|every)", "en gång per"),
    (r"(?:twice) (?:a|per|every)", "två gånger per"),
    (r"times (?:a|per|every)", "gånger per"),
    (r"(?:at )?(?:the )?end of(?: the)?", "slutet av"),
    (r"(?:(?:in |at )?the )?beginning of(?: the)?", "början av"),
    (r"half a year|six months", "sex månader"),
    (r"the (\d{1,2})(?:st|nd|rd|th)", r"den \1"),
    (r"(\d{1,2})(?:st|nd|rd|th)(?: of)?", r"\1"),
    (r"at(?= \d)", "kl"),
    (r"in(?= (?:\d+|an?|one|two|three|four|five|six|eight|ten|twelve) )", "om"),
    (r"between christmas and new year", "mellan jul och nyår"),
)
_TOLD = word_set("""
    mon=mån tue=tis tues=tis wed=ons thu=tors thur=tors thurs=tors fri=fre sat=lör sun=sön oct=okt mar=mars
    aug=aug by=senast until=till till=till before=innan after=efter within=inom on=på in=i during=under
    from=från or=eller and=och around=runt this=denna coming=kommande next=nästa every=varje each=varje about=ca
    today=idag tomorrow=imorgon week=vecka weeks=veckor day=dag days=dagar weekday=vardag weekdays=vardagar
    month=månad months=månader year=år years=år a=en an=en one=en two=två three=tre four=fyra five=fem six=sex
    eight=åtta ten=tio twelve=tolv weekend=helg easter=påsk christmas=jul midsummer=midsommar summer=sommaren
    spring=våren autumn=hösten winter=vintern daily=dagligen weekly=veckovis monthly=månadsvis
    regularly=regelbundet asap=asap ongoing=löpande soon=snart immediately=omgående yesterday=igår evening=kväll
    morning=morgon afternoon=eftermiddag the= of= time=gång times=gånger
""")
_WORDS = {
    **dict(zip(_DAYS, WEEKDAYS, strict=True)),
    **dict(zip(_MONTHS, MONTHS, strict=True)),
    **{f"{english}s": f"{swedish}ar" for english, swedish in zip(_DAYS, WEEKDAYS, strict=True)},
    **{english: swedish for english, _equals, swedish in (pair.partition("=") for pair in _TOLD)},
}
"""The English words of time and the Swedish ones; what Swedish does not say is empty."""
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
_MONTH_FIRST = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)")


def in_swedish(text: str) -> str:
    """Say a time in Swedish; empty when there is a word in it that is no English one of time.

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
    if word in _WORDS:
        return _WORDS[word]
    return word if word in _kept() or _AS_IT_IS.fullmatch(word) else None


@cache
def _kept() -> frozenset[str]:
    return _SHARED | frozenset(word for _pattern, swedish in _PHRASES for word in swedish.split())


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{pattern})(?!\w)"), swedish) for pattern, swedish in _PHRASES)
