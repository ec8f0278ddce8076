"""How the person's words are typed: what stands in quotes is kept, and a pronoun has the capitals of the name."""

from __future__ import annotations

import re
from bisect import bisect

from sip_tui.swedish.grammar.clause import Word
from sip_tui.swedish.style import goes_on, is_shouted

_QUOTED = re.compile(r"[”“\"»«„][^”“\"»«„\n]*(?:[”“\"»«]|$)", re.MULTILINE)
Span = tuple[int, int]


def quotes_in(text: str, start: int, end: int) -> list[Span]:
    """Give where somebody's quoted words stand in ``text[start:end]``, in order."""
    return [match.span() for match in _QUOTED.finditer(text, start, end)]


def is_quoted(quotes: list[Span], place: int) -> bool:
    """Whether a place of the text is in one of the quotes."""
    quote = bisect(quotes, place, key=lambda span: span[0]) - 1
    return quote >= 0 and place < quotes[quote][1]


def with_capitals(text: str, span: Span, fix: str, first: Word) -> str:
    """Give a fix as what it stands for is typed: shouted, or with a capital where a sentence begins."""
    start, end = span
    if end - start > 1 and text[start:end].isupper() and is_shouted(text, start, end):
        return fix.upper()
    if first.opens and first.text[:1].isupper() and not goes_on(text, start):
        return fix.capitalize()
    return fix
