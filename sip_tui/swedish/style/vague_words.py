"""Words that sound like a promise and are none: "mer stöd", "vid behov", "försöka" (requirements 29, 31).

A hint to the secretary and never an error: sometimes a vague word is what they agreed on. What somebody wishes, and how
things are, may be said in any words: "du vill gärna" and "skolan fungerar bra" promise nothing and are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sip_tui.swedish import word_table
from sip_tui.swedish.style import StyleFinding, as_typed


class Lacks(StrEnum):
    """What a vague word leaves open, and what the secretary can ask for."""

    DAY = "day"
    """When it happens: "snart"."""
    OFTEN = "often"
    """How often: "regelbundet"."""
    SIGN = "sign"
    """Who notices that the time has come: "vid behov"."""
    ACT = "act"
    """What somebody does: "se över", "hålla kontakt"."""
    SEEN = "seen"
    """How it is seen that it is done: "bättre", "mer stöd"."""


@dataclass(frozen=True, slots=True)
class VagueFinding(StyleFinding):
    """Vague words; there is no fix, for only the room knows one."""

    lacks: Lacks = Lacks.SEEN


_SPACE = re.compile(r"\s")


def find_vague(text: str) -> tuple[VagueFinding, ...]:
    """Find what nobody can follow up, in the order of the text."""
    return as_typed(text, _in_plain)


def vague_words(text: str) -> tuple[str, ...]:
    """Give the vague words of a text as they stand, in its order, each only once and with single spaces."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    first = {found.words.casefold(): found.words for found in reversed(find_vague(plain))}
    return tuple(reversed(first.values()))


def _in_plain(text: str) -> Iterator[VagueFinding]:
    for match in _pattern().finditer(_SPACE.sub(" ", text).replace("İ", "I").lower()):
        start, end = match.span()
        yield VagueFinding(start, end, text[start:end], lacks=Lacks(str(match.lastgroup)))


@cache
def _pattern() -> re.Pattern[str]:
    """Join the patterns of ``vague_words.toml``, in a group for each kind."""
    table = word_table("vague_words")
    parts = (f"(?P<{lacks}>{'|'.join(table[lacks])})" for lacks in Lacks)
    joined = "|".join(parts)
    for name, pattern in table["patterns"].items():
        joined = joined.replace(f"{{{name}}}", pattern)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])")
