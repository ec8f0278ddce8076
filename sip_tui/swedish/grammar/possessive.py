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

_ADJECTIVE = re.compile(
    r"\w+(?:iga|liga|ska|ade|ande|ende|aste|naste|ella|ala|iva|ära|abla|färgade|hörda|kända|lagda|låsta|satta|skadda"
    r"|sagda|skrivna|slagna|stängda|ställda|tagna|valda)"
)
_OWN = {"egen": "din", "eget": "ditt", "egna": "dina"}
_COUNTS = frozenset(
    {
        *("båda", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "tolv", "få", "fler", "färre"),
        *("alla", "olika", "flera", "många"),
    }
)
_ONE = frozenset({"nästa", "första", "sista", "enda", "förra"})
_UNINFLECTED = frozenset({"borta", "hemma", "bra", "extra", "lila", "rosa", "äkta", "stilla"})
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
    single |= bool(following) and following[0] in _ONE
    for at, word in enumerate(following):
        after = following[at + 1] if at + 1 < len(following) else ""
        if word in _OWN:
            return _OWN[word]
        if word in _COUNTS:
            counted = True
        elif not (word in AND or (after and _describes_noun(word, after, following[at - 1] if at else ""))):
            function = word in _COPULAS or is_auxiliary(word) or word in table("du_form", "prepositions")
            function |= word == "att"
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


def owned_when_definite(noun: str) -> str | None:
    """Choose the word for a noun in the definite form: "ditt" for "valet", "dina" for "sakerna" and "barnen".

    Returns:
        None for one that is indefinite, or may be one or many: "ringen" beside "tingen".
    """
    if noun in table("du_form", "many") or noun.endswith("na"):
        return "dina"
    if noun.endswith("et") or (noun.endswith("t") and _is_neuter(noun[:-1])):
        return "ditt"
    stem = noun.removesuffix("en").replace("mm", "m")
    is_one = stem == noun or not _is_neuter(stem) or _rule(f"{stem}e") == "din"
    return "din" if noun.endswith("n") and is_one else None


def _is_neuter(noun: str) -> bool:
    return "ditt" in (_rule(noun) or "")


def _by_noun(noun: str, then: Sequence[str]) -> str:
    """Tell by the noun's ending; where one and many look the same, by what is said of it after "är"."""
    found = _rule(noun) or "din"
    adjective = then[1] if len(then) > 1 and then[0] in _COPULAS else ""
    if found not in {"ditt_or_dina", "dina_or_ditt"}:
        return "dina" if adjective == "små" else found
    if adjective.endswith("t"):
        return "ditt"
    if adjective == "små" or (adjective.endswith("a") and adjective not in _UNINFLECTED):
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
