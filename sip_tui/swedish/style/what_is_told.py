"""Whom a clause is about by its verbs: the one who says it, the one who is told, or the one who is free to come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import Word, infinitive, is_infinitive

WISHES = frozenset({"vilja", "önska", "hoppas", "föreslå", "kräva", "be", "misstänka"})
"""Verbs whose clause has another subject than theirs: "Mamma vill att hon ska vila"."""
NOTICES = frozenset({"lita", "märka", "notera", "upptäcka"})
"""What others find out, or trust, of somebody: "Rut har märkt att hon inte äter"."""
TELLS = frozenset({"visa", "lära", "informera", "påminna", "upplysa", "fråga", "varna", "lova"})
"""Verbs whose clause is about the one who is told or asked: "visade Tuva hur hon gör"."""
COMPLEMENTS = frozenset({"att", "om", "hur", "vad", "vem", "var", "vart", "varför"})
WRITES = frozenset({"skriva", "mejla", "förklara", "meddela", "uppge", "lova", "erkänna", "påpeka", "hävda"})
MODALS = frozenset({"får", "fick", "kan", "kunde", "ska", "skulle", "måste"})
_MAY = frozenset({"får", "fick", "slipper", "slapp"})
"""What somebody is promised to: "lovade Tuva att hon slipper"."""
_JUDGED = frozenset({"annorlunda", "duktig", "lat", "slarvig", "smart", "mognare", "lugnare", "gladare", "piggare"})
"""What one thinks that another is."""
_SHOULD = frozenset({"skulle", "borde", "bör"})
_LIVES = frozenset(
    {
        *("vilja", "orka", "må", "trivas", "sova", "äta", "behöva", "känna", "tycka", "vara", "ta", "ha", "bo", "gå"),
        *("använda", "dricka", "röka", "minnas", "förstå", "längta", "bli"),
    }
)
"""What one asks somebody else about: "frågade Tuva om hon vill"."""
MOVES = frozenset({"komma", "återkomma", "höra", "hälsa", "sluta", "gå", "vara"})
"""What others do that one has a feeling about: "blir glad när hon kommer"."""
OF_ONESELF = frozenset({"lyssna", "träna", "duscha", "bada", "lära", "röra"})
"""Verbs that need nobody else: "ritar när hon lyssnar"."""
_IS_SHOWN = frozenset(
    {
        "gör",
        "använder",
        "tar",
        "sätter",
        "stänger",
        "ringer",
        "trycker",
        "andas",
        "kopplar",
        "laddar",
        "ansöker",
        "fyller",
    }
)
"""What one is shown how to do: "visade Tuva hur hon använder larmet"."""
_WHEN = frozenset({"när", "så", "då", "innan"})
_IS_FREE = frozenset({"kan", "hinner", "ledig", "möjlighet", "tillbaka", "vet", "hunnit", "kunnat"})
_IS_OFF = frozenset({"ledig", "ledigt", "hinner"})
_COMFORTS = frozenset({"lugna", "trösta", "krama", "klappa"})
_FELT = frozenset({"rädd", "ledsen", "orolig", "arg", "ångest", "panik"})
"""How the one is who is comforted: "lugnar Tuva när hon är rädd"."""
_IN_MIND = frozenset({"vill", "önskar", "behöver", "kan", "ska", "får", "brukar", "vågar", "skulle"})
"""What the one who seeks somebody wants, or may."""
_SEEKS = frozenset({"ringa", "prata", "tala", "mejla", "smsa", "kontakta", "vända", "nå", "skriva"})
"""What one does who needs somebody."""
_DARES = frozenset({"får", "vågar", "törs", "slipper"})
_DECIDES = frozenset({"bestämmer", "beslutar", "bestämde", "beslutade", "skickar", "skriver"})
"""What one does after having asked: "frågar Tuva innan hon bestämmer"."""
_GIVES = frozenset({"ge", "visa", "skicka", "låna", "köpa", "erbjuda", "lämna"})
_STAYS = frozenset({"vara", "bo", "sova", "äta", "sitta", "leka", "stanna"})
_MISSES = frozenset({"sakna", "tänka", "drömma", "längta", "minnas"})
_TALKS_OF = frozenset({"prata", "tala", "berätta", "höra"})
_EXPLAINS = frozenset({"förklara", "berätta", "beskriva"})
_SHORT = 5
"""How many words after "hon" say that she is free: "när hon har möjlighet"."""


def should_do(verb: str, words: Sequence[Word], at: int) -> bool:
    """Whether somebody thinks that another should do a thing, or is so: "Rut tycker hon skulle skärpa sig"."""
    should, does = ([word.low for word in words[at + 1 : at + 3]] + ["", ""])[:2]
    is_so = should in {"är", "blir", "blivit"} and does in _JUDGED
    return verb == "tycka" and (is_so or (should in _SHOULD and does not in {"ha", "få", "kunna", "slippa"}))


def is_about_listener(verb: str, modal: str, opener: str) -> bool:
    """Whether a clause tells or asks about the listener: "frågar Tuva hur hon vill", "visar Tuva hur hon ska"."""
    if verb == "lova":
        return modal in _MAY
    if verb == "fråga":
        return infinitive(modal) in _LIVES if opener == "om" else modal not in MODALS
    return modal in MODALS or (verb in {"visa", "lära"} and opener == "hur" and modal in _IS_SHOWN)


def is_explained_to_listener(verb: str, modal: str, opener: str) -> bool:
    """Whether a clause explains what the listener may or can do: "förklarade för Tuva varför hon får medicin"."""
    may = _MAY | {"behöver", "behövde"} | (MODALS if opener == "hur" else frozenset())
    return verb in _EXPLAINS and opener in {"hur", "varför"} and modal in may


def is_free_to_act(words: Sequence[Word], at: int, opener: str) -> bool:
    """Whether "hon" is the one who acts, as she does it when she can: "Rut kör Tuva när hon är ledig"."""
    said = _said_after(words, at)
    if opener in {"om", "ifall"}:
        return not _IS_OFF.isdisjoint(said)
    if opener not in _WHEN:
        return False
    if opener == "innan" and said[:1] and said[0] in _DECIDES:
        return True
    return bool(said) and (said[-1] in _IS_FREE or (said[0] == "vet" and said[-1] in {"mer", "säkert"}))


def is_in_need(words: Sequence[Word], at: int, opener: str, does: Sequence[Word]) -> bool:
    """Whether "hon" is the one who seeks somebody, as she needs it, or does what she may.

    "Tuva vill ringa Rut när hon är ledsen", "vill sova hos Rut om hon får".

    Args:
        words: The words of the paragraph.
        at: Where "hon" stands.
        opener: What opens its clause.
        does: The words of the clause that it belongs to.
    """
    if opener not in _WHEN | {"om", "ifall"} or not {word.low for word in does} & _IN_MIND:
        return False
    said = [word.low for word in words[at + 1 : at + _SHORT]]
    if opener in {"om", "ifall"} and said[:1] and said[0] in _DARES:
        return True
    return any(infinitive(word.low) in _SEEKS for word in does) and not table("du_form", "in_need").isdisjoint(said)


def _said_after(words: Sequence[Word], at: int) -> list[str]:
    """Give the words after a pronoun, up to a pause."""
    after = words[at + 1 : at + _SHORT]
    return [word.low for word in takewhile(lambda word: not (word.opens or word.paused), after)]


def is_looked_after(words: Sequence[Word], at: int, does: Sequence[Word]) -> bool:
    """Whether "hon" lives through what others help with: "sitter hos Tuva tills hon somnar".

    Args:
        words: The words of the paragraph.
        at: Where "hon" stands.
        does: The words of the clause that it belongs to.
    """
    helps = {infinitive(word.low) for word in does} & (table("lived", "cares") | {"se"})
    if helps & _COMFORTS and not _FELT.isdisjoint(_said_after(words, at)):
        return True
    after = _said_after(words, at)
    if helps and after[:1] and after[0] in _MAY and is_infinitive((*after, "", "")[1]):
        return True  # "har sett henne räkna när hon får sitta själv"
    said = set(map(infinitive, after)) & table("lived", "does")
    return bool(helps and said - ({"vakna"} if "väcka" in helps else set()))


def is_for_receiver(verb: str, modal: str) -> bool:
    """Whether what is given is told of: "har gett Tuva ett nummer som hon kan ringa"."""
    return verb in _GIVES and modal in MODALS


def stays_with(verb: str, before: str) -> bool:
    """Whether somebody is only at hand, or thought of: "när Tuva är hos Rut sover hon", "när Tuva saknar Rut"."""
    at_hand = verb in _STAYS and before in {"hos", "med", "bredvid", "mamma", "pappa"}
    return at_hand or verb in _MISSES or (verb in _TALKS_OF and before == "om")
