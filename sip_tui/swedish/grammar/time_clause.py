"""Whether the words of an action tell when it is done: "ringer skolan när du är sjuk"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sip_tui.swedish import words
from sip_tui.swedish.grammar.clause import infinitive, words_of


@lru_cache(maxsize=1024)
def tells_when(text: str) -> bool:
    """Check whether a text has a clause of time, in Swedish or English: two words at least after "när"."""
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
