"""Din, ditt or dina: by the noun that is owned, as far as its ending tells.

Source: Svenska Akademiens grammatik on gender and number. What cannot be told is "din", as most nouns have it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.swedish.grammar.word_set import word_set

_WITH_T = tuple(
    word_set(
        """
    liv hem jobb arbete samtycke beslut möte intresse ärende namn rum boende mående beteende språk team stöd
    perspektiv hus ansvar svar sätt nummer konto kort schema program nätverk bistånd ombud förtroende beroende
    bruk humör minne exemplar läge tillstånd val befinnande givande tal hjärta huvud öga intag förlopp
    sammanhang syfte ansikte modersmål huvudmål tempo recept intyg barnbarn körkort bidrag gymnasium yrke
    tänkande deltagande larm kön blod kontrakt lån konstnärskap självförtroende värde inflytande besked system fall
    """
    )
)
"""Nouns, and ends of compounds, that take "ditt"."""
_MANY = tuple(
    word_set(
        """
    behov mål problem symtom besvär syskon barn intressen möten ärenden minnen betyg prov ord hjälpmedel råd ben
    kompisar pengar anhöriga närstående
    """
    )
)
"""Nouns that look the same for one and for many, and most often mean many."""
_ONE = tuple(
    word_set(
        """
    syster dotter moder fader mor far bror tor semester vinter sommar moster faster partner teater siffer middag
    cancer ledamot
    """
    )
)
"""Nouns that end as if they were many, and are one."""
_OWN = {"egen": "din", "eget": "ditt", "egna": "dina", "båda": "dina", "två": "dina", "tre": "dina", "alla": "dina"}
_BETWEEN = word_set(
    """
    nya gamla stora lilla små första andra sista olika viktiga viktigaste nuvarande tidigare fortsatta psykiska
    fysiska personliga sociala pågående nästa långsiktiga kortsiktiga särskilda starka bästa aktuella framtida
    närmaste dagliga medicinska ekonomiska hela eventuella goda fasta egentliga svåra vanliga planerade
    beviljade
    """
)
"""Adjectives that may stand before the noun and tell nothing of it."""
_AND = frozenset({"och", "samt", "eller"})


def possessive(following: Sequence[str]) -> str:
    """Choose the word for what the person owns.

    Args:
        following: The words after the owner, in small letters, up to the next stop: "egna", "mål".

    Returns:
        "din", "ditt" or "dina".
    """
    before = ""
    for at, word in enumerate(following):
        if word in _OWN:
            return _OWN[word]
        if not (word in _BETWEEN or word in _AND or (before in _AND and word.endswith("s"))):
            is_one = list(following[at + 1 : at + 3]) == ["är", "att"]
            return "ditt" if is_one and word.endswith(_MANY) else _by_ending(word)
        before = word
    return "din"


def _by_ending(noun: str) -> str:
    if noun.endswith(_WITH_T):
        return "ditt"
    if noun.endswith(_MANY) or (noun.endswith(("ar", "er", "or")) and not noun.endswith(_ONE)):
        return "dina"
    return "din"
