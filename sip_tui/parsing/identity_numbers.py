"""Personal identity numbers in what is typed: nothing here needs one, and whoever types one is told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIX_DIGITS = re.compile(r"(?:\d[\s–-]*){6}")
"""A text without has no personal identity number in it, and is not looked through."""
_KINDS = frozenset({"personnummer", "samordningsnummer", "reserve_number"})


def has_identity_number(texts: Iterable[str]) -> bool:
    """Check whether a text holds a personal identity number, or one of those given instead of it."""
    if not (those := list(filter(_SIX_DIGITS.search, texts))):
        return False
    from sip_tui.privacy import find  # loaded for digits alone: letters are shown at once

    return any(hit.kind in _KINDS for text in those for hit in find(text, people=False))
