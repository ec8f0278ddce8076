"""Whether something comes every week, as people write it: "varje vecka", "tisdagar och torsdagar", "2 ggr/vecka"."""

from __future__ import annotations

import re

_LONGEST = 60
"""Longer than this is a sentence, and is not read."""
_NUMBER = r"(?:[1-9][0-9]?|en|ett|två|tre|fyra|fem|sex|sju)"
_DAY = r"(?:mån|tis|ons|tors|fre|lör|sön|var|skol)"
_DAYS = rf"(?:{_DAY}dagar|helger)"
_UNIT = r"gång(?:er)?|ggr|dagar|kvällar|minuter|min|timm(?:e|ar)|tim|h"
_PER = r"i veckan|per vecka|/ ?vecka|varje vecka|om dagen|per dag|/ ?dag"
_WEEKLY = re.compile(
    rf"(?:varje (?:vecka|dag|helg|morgon|kväll|{_DAY}dag)"
    rf"|{_NUMBER} ?(?:[×x*] ?(?:{_NUMBER} ?)?)?(?:{_UNIT})? ?(?:{_PER})"
    rf"|(?:på )?{_DAYS}(?:(?:,| och|, och) {_DAYS})*"
    r"|dagligen|veckovis)"
    r"(?:,? kl\.? ?[0-9]{1,2}(?:[.:][0-9]{2})?)?"
)


def is_weekly(phrase: str) -> bool:
    """True for what is done at least once every week; false when that is not certain, as for "varannan vecka"."""
    text = " ".join(phrase.casefold().split()).rstrip(".")
    return len(text) <= _LONGEST and bool(_WEEKLY.fullmatch(text))
