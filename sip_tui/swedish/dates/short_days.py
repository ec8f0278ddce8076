"""Days that are typed with two letters: "to 26/11", "nästa ti", "må o on"."""

from __future__ import annotations

import re

_FULL = {"må": "mån", "ti": "tis", "on": "ons", "to": "tors", "fr": "fre", "lö": "lör", "sö": "sön"}
_SHORT = re.compile(r"(?<![\w.:])(må|ti|on|to|fr|lö|sö)(?![\w:])\.?")
_NO_DAY_ALONE = frozenset({"må"})
"""A verb as well: "hjälper Maja att må"."""


def with_full_days(text: str) -> str:
    """Give a phrase of time with its short days as one writes them: "to 26/11" is "tors 26/11"; empty for none.

    Args:
        text: A phrase in small letters.
    """
    full = _SHORT.sub(lambda found: _FULL[found[1]], text)
    return "" if full == text or text in _NO_DAY_ALONE else full


def is_bare(text: str) -> bool:
    """True for two letters alone, which may be a slip: "lånar ut täcket to" is asked about."""
    return bool(_SHORT.fullmatch(text))
