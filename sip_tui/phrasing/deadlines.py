"""By when a goal is to be reached: "by 10 June", but "before the summer" and never "by before the summer"."""

from __future__ import annotations

import re

from sip_tui.i18n.translation import _

_BY = re.compile(r"^(?:senast|by) ", re.IGNORECASE)
_RELATED = re.compile(
    r"(?:före|innan|till|inom|under|i|om|på|vid|efter|när"
    r"|before|within|during|in|on|at|until|after|when|once|as soon as) ",
    re.IGNORECASE,
)
"""Beginnings of a time that say themselves how it is meant, in both languages: cells keep the words that were typed."""


def split_deadline(said: str) -> tuple[str, bool]:
    """Return a time without its "by", and whether "by" belongs before it."""
    text = said.strip()
    when = _BY.sub("", text, count=1)
    return when, when != text or not _RELATED.match(text)


def deadline_words(said: str) -> str:
    """Return a time in brackets, to stand after a goal; empty for none."""
    when, takes_by = split_deadline(said)
    if not when:
        return ""
    return _(" (by {by})").format(by=when) if takes_by else f" ({when})"
