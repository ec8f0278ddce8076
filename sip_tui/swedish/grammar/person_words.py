"""Words that name a person by themselves: relatives, roles, offices, common given names."""

from __future__ import annotations

from functools import cache, lru_cache

from sip_tui.paths import data_path
from sip_tui.swedish import words as table

_ACCENTS = str.maketrans("éèêëáàíóúüñ", "eeeeaaiouun")
"""What a name is written with beside å, ä and ö: "Marléne"."""
ANY_PRONOUN = frozenset({"hon", "han", "hen"})


@lru_cache(maxsize=4096)
def lexical_pronouns(low: str) -> frozenset[str] | None:
    """Give the pronouns of a relative or a role, by the word alone."""
    for pronoun in ("hon", "han", "hen"):
        if low in table("du_form", pronoun):
            return ANY_PRONOUN if pronoun == "hen" else frozenset({pronoun, "hen"})
    return ANY_PRONOUN if low.endswith(_roles()) else None


def is_role(low: str) -> bool:
    """Whether a word in small letters is a role: "läkaren", "boendestödjare"."""
    return low.endswith(_roles())


@cache
def _roles() -> tuple[str, ...]:
    """How a word ends that is a role."""
    return tuple(table("du_form", "roles"))


@lru_cache(maxsize=4096)
def given_name_pronouns(name: str) -> frozenset[str]:
    """Give the pronouns that a common given name goes with; empty for any other word."""
    bare = name.removesuffix("s")
    tables = ((pronoun, table("given_name_pronouns", pronoun)) for pronoun in ("hon", "han"))
    found = [pronoun for pronoun, names in tables if name in names or bare in names]
    if not found and (plain := name.translate(_ACCENTS)) != name:
        return given_name_pronouns(plain)
    return frozenset((*found, "hen")) if found else frozenset()


@lru_cache(maxsize=8192)
def names_nobody(low: str) -> bool:
    """Whether a word in small letters is neither relative, role nor common given name."""
    return not (lexical_pronouns(low) or given_name_pronouns(low))


@lru_cache(maxsize=4096)
def is_office(low: str) -> bool:
    """Whether a word in small letters is an office, also at the end of a compound."""
    return low in table("du_form", "offices") or low.endswith(_long_offices())


@cache
def _long_offices() -> tuple[str, ...]:
    """The offices that a compound may end with."""
    return tuple(name for name in table("du_form", "offices") if len(name) > 4)


@cache
def given_names() -> frozenset[str]:
    """The given names that at least fifty people have in Sweden, in small letters."""
    return frozenset(data_path("sv", "given_names.txt").read_text(encoding="utf-8").lower().split("\n"))
