"""Of which office somebody is who begins a line: "Hon på FK skickar brevet", "Karin (BUP) ringer"."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.swedish import word_table
from sip_tui.swedish.grammar.clause import AND, is_finite
from sip_tui.swedish.grammar.person_words import is_office

_ALSO = frozenset({"fritids", "fritis", "rehab", "korttids", "dagis"})
"""Offices by the short names that people who go there use."""
_OF = frozenset({"på", "från", "fr", "hos", "vid"})


def count_office(words: Sequence[str], at: int) -> int:
    """Count the words that name the office of one who acts then, alone or with another: "fr hemtjänsten", "(BUP)"."""
    for count in (3, 2, 1):
        then = words[at + count].casefold() if at + count < len(words) else ""
        if (is_finite(then) or then in AND) and _is_office_phrase(words[at : at + count]):
            return count
    return 0


def _is_office_phrase(words: Sequence[str]) -> bool:
    if len(words) != 2:
        in_brackets = words[-1].startswith("(") and words[-1].endswith(")")
        return in_brackets and (len(words) == 1 or _is_office_phrase(words[:2]))
    office = words[1].casefold()
    is_listed = is_office(office) or office in _ALSO or office in word_table("agent")["short_names"]
    return words[0].casefold() in _OF and (words[1].isupper() or is_listed)
