"""What the addressee owns: "din", "ditt" or "dina", by the noun that follows.

Source: ``data/sv/nouns.toml`` for the genders of nouns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sip_tui.swedish import word_table
from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, is_auxiliary, is_finite, subjunctions, verb_form

_ADJECTIVE = re.compile(r"\w+(?:iga|liga|ska|ade|ande|ende|aste|naste|ella|ala|iva)")
_OWN = {"egen": "din", "eget": "ditt", "egna": "dina"}
_COUNTS = frozenset({"båda", "två", "tre", "fyra", "fem", "sex", "alla", "olika", "flera", "många"})
_COPULAS = frozenset({"är", "var", "blir", "blev", "känns", "kändes", "verkar"})


def possessive(following: Sequence[str], *, single: bool = False) -> str | None:
    """Choose the word for what the person owns.

    Args:
        following: The words after the owner, in small letters, up to the next stop: "egna", "mål", "är", "att".
        single: Whether it is one thing, where one and many look the same: "att sova är ditt mål".

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
        elif not (word in AND or (after and _describes_noun(word, after, following[at - 1] if at else ""))):
            function = word in _COPULAS or is_auxiliary(word) or word in table("du_form", "prepositions")
            if function or (is_finite(word) and not is_noun(word)):
                return "dina" if counted else None
            then = ("är", "att") if single else following[at + 1 :]
            return "dina" if counted else _by_noun(_owner(word, after), then)
    return "dina" if counted else None


def _describes_noun(word: str, after: str, before: str) -> bool:
    """Whether a word is an adjective, or somebody beside the owner: "dina och mammas möten"."""
    if is_finite(after) or after in AND or after in subjunctions() or after in table("du_form", "prepositions"):
        return False
    described = word in table("nouns", "adjectives") or bool(_ADJECTIVE.fullmatch(word))
    return described or (before in AND and word.endswith("s"))


def _owner(word: str, after: str) -> str:
    """The noun without its genitive: "mammas" in "mammas jobb"."""
    goes_on = after and verb_form(after) is None and after not in table("du_form", "prepositions") and after not in AND
    return word.removesuffix("s") if goes_on else word


def is_noun(word: str) -> bool:
    """Whether a word in small letters is a noun whose gender is known."""
    return _rule(word) is not None


def _by_noun(noun: str, then: Sequence[str]) -> str:
    """Tell by the noun's ending; where one and many look the same, by what is said of it after "är"."""
    found = _rule(noun) or "din"
    adjective = then[1] if len(then) > 1 and then[0] in _COPULAS else ""
    if found not in {"ditt_or_dina", "dina_or_ditt"}:
        return "dina" if adjective == "små" else found
    if adjective.endswith("t"):
        return "ditt"
    if adjective.endswith("a") or adjective == "små":
        return "dina"
    return "ditt" if _is_to_do(then) else found.partition("_")[0]


def _is_to_do(then: Sequence[str]) -> bool:
    """Whether what is owned, which is single then, is something to do: "mål på sikt är att", "behov av att"."""
    before = ("", *then)[then.index("att")] if "att" in then else "för"
    return before != "för" and not (is_finite(before) and before not in _COPULAS)


def _rule(noun: str) -> str | None:
    """The longest ending that fits, and what a noun with it takes."""
    whole = f"^{noun}"
    rules = _genders()
    return next((rules[whole[at:]] for at in range(len(whole)) if whole[at:] in rules), None)


@cache
def _genders() -> Mapping[str, str]:
    table = word_table("nouns")
    return {ending: takes for takes, endings in table.items() if takes != "adjectives" for ending in endings.split()}
