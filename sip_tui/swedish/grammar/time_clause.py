"""Whether the words of an action tell when it is done: "ringer skolan när du är sjuk"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sip_tui.swedish import words
from sip_tui.swedish.grammar.clause import infinitive, words_of

_COUNT = r"(?:[0-9]{1,3}|en|ett|två|tre|fyra|fem|några|ett par|minst en)"
_RATE = re.compile(
    rf"[^\W\d_]/ ?(?:v|vecka|d|dag|dygn|mån|månad|termin)\b"
    rf"|\b{_COUNT} (?:g|ggr|gång|gånger) (?:i|om|per) (?:dag|veck|mån|term|v\b|år)"
    r"|\b(?:varje|varannan) (?:dag|vecka|v|kväll|morgon|natt|helg|månad|mån|må|ti|on|to|fre|lör|sön|\w{3,5}dag)\b",
    re.IGNORECASE,
)
"""How often, wherever it stands: "en lektion svenska/v", "två gånger om dagen med bollen"."""


@lru_cache(maxsize=1024)
def tells_when(text: str) -> bool:
    """Check whether a text has a clause of time, two words at least after "när", or says how often."""
    if _RATE.search(text):
        return True
    found = _clause().search(text)
    if found is None:
        return False
    before = [{word.low, word.low.removesuffix("s"), infinitive(word.low)} for word in words_of(text[: found.start()])]
    asks, governs = words("time_clause", "asks"), words("time_clause", "governs")
    return not any(forms & asks for forms in before) and not any(forms & governs for forms in before[-1:])


@cache
def _clause() -> re.Pattern[str]:
    begins = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words("time_clause", "begins"))
    return re.compile(rf"\b(?:{begins})\s+\S+\s+\S", re.IGNORECASE)
