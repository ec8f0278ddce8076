"""The definite form of a role: "kurator" in a list, "kuratorn" in a sentence.

Only the endings that roles have. Sources: Svenska Akademiens grammatik on the declensions of nouns; the roles are
those that take part in meetings (seed rows 12, 123).
"""

from __future__ import annotations

import re

_AS_IT_IS = frozenset({"mamma", "pappa", "mor", "far", "mormor", "morfar", "farmor", "farfar", "du", "familjen"})
"""Words that people use as names, or that are definite already."""
_ONE_OF_A_KIND = {
    "bror": "brodern",
    "god man": "gode mannen",
    "ombud": "ombudet",
    "personligt ombud": "personliga ombudet",
    "biträde": "biträdet",
    "juridiskt biträde": "juridiska biträdet",
    "stöd": "stödet",
    "syskon": "syskonet",
    "barn": "barnet",
}
_MORE_ROLES = re.compile(r"\s*(?:,|/|;|\(|\boch\b|\bsamt\b).*", re.DOTALL)
_ENDINGS = (("er", "n"), ("or", "n"), ("el", "n"), ("a", "n"), ("e", "n"), ("man", "nen"), ("ör", "en"))


def definite(role: str) -> str:
    """Give the definite form of a Swedish role; the first of them when there are several.

    A role in capitals or with a digit ("LSS", "handläggare 2") and one that is definite or plural ("kuratorn",
    "föräldrar") is given back as it is.
    """
    first = _MORE_ROLES.sub("", role).strip() or role.strip()
    known = _ONE_OF_A_KIND.get(first.casefold())
    if known:
        return known
    if first.casefold() in _AS_IT_IS or not first[-1:].islower() or first.endswith(("n", "et", "ar", "rna")):
        return _man(first)
    added = next((more for ending, more in _ENDINGS if first.endswith(ending)), "en")
    return first + added


def _man(role: str) -> str:
    """Roles that end in "man" take a double n; other words in -n are definite already, but for -person and -son."""
    if role.endswith("man"):
        return role + "nen"
    return role + "en" if role.endswith("person") else role
