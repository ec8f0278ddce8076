"""Nouns: the definite form of a role ("kurator", "kuratorn"), and whether a noun takes "din", "ditt" or "dina".

Sources: Svenska Akademiens grammatik on the declensions; ``data/sv/nouns.toml`` for the genders.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sip_tui.swedish import word_table, words
from sip_tui.swedish.grammar.clause import AND, is_finite, subjunctions, verb_form

_MORE_ROLES = re.compile(r"\s*(?:,|/|;|\(|\boch\b|\bsamt\b).*", re.DOTALL)
_ENDINGS = (("er", "n"), ("or", "n"), ("el", "n"), ("a", "n"), ("e", "n"), ("man", "nen"), ("ör", "en"))
_ADJECTIVE = re.compile(r"\w+(?:iga|liga|ska|ade|ande|ende|aste|naste|ella|ala|iva)")
_OWN = {"egen": "din", "eget": "ditt", "egna": "dina"}
_COUNTS = frozenset({"båda", "två", "tre", "fyra", "fem", "sex", "alla", "olika", "flera", "många"})
_COPULAS = frozenset({"är", "var", "blir", "blev", "känns", "kändes", "verkar"})


def definite(role: str) -> str:
    """Give the definite form of a Swedish role; the first of them when there are several.

    A role in capitals or with a digit ("LSS", "handläggare 2") and one that is definite or plural ("kuratorn",
    "föräldrar") is given back as it is.
    """
    first = _MORE_ROLES.sub("", role).strip() or role.strip()
    known = word_table("roles")["definite"].get(first.casefold())
    if known:
        return str(known)
    if not first[-1:].islower() or first.endswith(("n", "et", "ar", "rna")):
        return _person(first)
    added = next((more for ending, more in _ENDINGS if first.endswith(ending)), "en")
    return first + added


def _person(role: str) -> str:
    """Roles that end in "man" take a double n; other words in -n are definite already, but for -person."""
    if role.endswith("man"):
        return role + "nen"
    return role + "en" if role.endswith("person") else role


def possessive(following: Sequence[str]) -> str | None:
    """Choose the word for what the person owns.

    Args:
        following: The words after the owner, in small letters, up to the next stop: "egna", "mål", "är", "att".

    Returns:
        "din", "ditt" or "dina"; None when no noun follows.
    """
    counted = False
    for at, word in enumerate(following):
        after = following[at + 1] if at + 1 < len(following) else ""
        if word in _OWN:
            return _OWN[word]
        if word in _COUNTS:
            counted = True
        elif not (word in AND or (after and _stands_before_noun(word, after, following[at - 1] if at else ""))):
            if (is_finite(word) and not _is_noun(word)) or word in words("du_form", "prepositions"):
                return "dina" if counted else None
            return "dina" if counted else _by_noun(_owner(word, after), following[at + 1 :])
    return "dina" if counted else None


def _stands_before_noun(word: str, after: str, before: str) -> bool:
    """Whether a word is an adjective, or somebody beside the owner: "dina och mammas möten"."""
    if is_finite(after) or after in AND or after in subjunctions() or after in words("du_form", "prepositions"):
        return False
    described = word in words("nouns", "adjectives") or bool(_ADJECTIVE.fullmatch(word))
    return described or (before in AND and word.endswith("s"))


def _owner(word: str, after: str) -> str:
    """The noun without its genitive: "mammas" in "mammas jobb"."""
    goes_on = after and verb_form(after) is None and after not in words("du_form", "prepositions") and after not in AND
    return word.removesuffix("s") if goes_on else word


def _is_noun(word: str) -> bool:
    return _rule(word) is not None


def _by_noun(noun: str, then: Sequence[str]) -> str:
    """Tell by the noun's ending; where one and many look the same, by what is said of it after "är"."""
    found = _rule(noun) or "din"
    if found not in {"ditt_or_dina", "dina_or_ditt"}:
        return found
    said = then[1] if len(then) > 1 and then[0] in _COPULAS else ""
    if said.endswith("t"):
        return "ditt"
    return "dina" if said.endswith("a") else found.partition("_")[0]


def _rule(noun: str) -> str | None:
    """The longest ending that fits, and what a noun with it takes."""
    whole = f"^{noun}"
    rules = _genders()
    return next((rules[whole[at:]] for at in range(len(whole)) if whole[at:] in rules), None)


@cache
def _genders() -> Mapping[str, str]:
    table = word_table("nouns")
    return {ending: takes for takes, endings in table.items() if takes != "adjectives" for ending in endings.split()}
