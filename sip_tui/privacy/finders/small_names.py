"""Names in small letters of more than a given name: "monica alm", "dr öberg"."""

from __future__ import annotations

import re

from sip_tui.privacy.homographs import Verdict, judge
from sip_tui.privacy.name_lists import ADJECTIVE, PRONOUN, TIME, is_surname, usage_of
from sip_tui.privacy.verb_forms import is_verb_form
from sip_tui.privacy.word_tables import is_given_name

_NAME = re.compile(r"[a-zåäöé]{2,}(?:-[a-zåäöé]{3,})?")
_AFTER = re.compile(r" ([a-zåäöé]{2,})(?![\w@/-])")
_SHORT_NAME = 3
"""A given name of so few letters needs more than a role before it."""


def small_name(text: str, start: int, *, titled: bool) -> tuple[int, bool] | None:
    """Where the name that begins at ``start`` ends, and whether it is surely one.

    Args:
        text: Where a word for a person stands right before ``start``.
        start: The first letter.
        titled: Whether that word is a title, after which a surname stands alone: "dr öberg".
    """
    first = _NAME.match(text, start)
    if first is None:
        return None
    stop = small_surname_end(text, first.end())
    if not is_given_name(first[0].title()) or len(first[0]) < _SHORT_NAME:
        return (first.end(), True) if titled and is_small_surname(first[0]) else None
    if stop == first.end() and judge(text, *first.span()) is not Verdict.NAME:
        return None
    return stop, titled or stop > first.end() or len(first[0]) > _SHORT_NAME


def small_surname_end(text: str, end: int) -> int:
    """Where a given name in small letters that ends at ``end`` ends with the surname after it."""
    after = _AFTER.match(text, end)
    return after.end() if after and is_small_surname(after[1]) else end


def is_small_surname(lower: str) -> bool:
    """Whether a word in small letters after a given name or a title is a surname: "monica alm", no "monica frisk"."""
    return is_surname(lower.title()) and not (is_verb_form(lower) or usage_of(lower) & (ADJECTIVE | TIME | PRONOUN))
