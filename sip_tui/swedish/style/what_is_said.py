"""Whom "hon" is by what is said: the one who says it, the one who is told, or the one who is praised.

"Rut sa till Tuva att hon var ledsen" is of Rut, for nobody tells others how they feel; "att hon slipper" is of Tuva.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import Word, infinitive, verb_form
from sip_tui.swedish.grammar.people import PRONOUNS

_BEING = frozenset({"vara", "bli", "känna"})
_GRADES = frozenset({"så", "lite", "väldigt", "mycket", "sig", "riktigt", "gärna", "att"})
_LEADS = frozenset({"kunna", "skola", "vilja", "bruka", "komma", "försöka", "hinna", "få", "ha"})
"""Verbs before the one that says what is done: "kan hämta", "kommer att hämta"."""
_MAY = frozenset({"få", "slippa"})
_ASKS = frozenset({"fråga", "visa", "erbjuda", "föreslå"})
_ANSWERS = frozenset(
    {"tycka", "vilja", "tacka", "svara", "bli", "känna", "tveka", "minnas", "veta", "förstå", "gilla", "nicka", "gråta"}
    | {"titta", "skaka", "rycka", "rodna", "le", "skratta", "tystna"}
)
_SPARED = frozenset({"störa", "besvära", "belasta", "väcka"})
_HARD = frozenset({"svårt", "ont", "ångest", "dåligt", "lätt"})
_NONE = frozenset({"inte", "inga", "ingen", "inget", "ej"})
_NEARBY = 6
"""How many words after the pronoun say what is said."""


def is_said_of_self(words: Sequence[Word], at: int, verb: str, *, listens: bool) -> bool:
    """Whether the clause of the pronoun ``words[at]`` tells what the one who says it feels, or will do for others.

    Args:
        words: The words of the paragraph.
        at: Where "hon" stands.
        verb: What the other does, in the infinitive: "säga", "lova".
        listens: Whether the person is the one who is told.
    """
    said = [infinitive(low) for low in _said(words, at)]
    first, then = (*said, "", "")[:2]
    if listens and verb != "lova":
        return first in table("du_form", "offers") or _is_felt(*((then, "") if first in _BEING else (first, then)))
    does = then if first in _LEADS else first
    promises = verb == "lova" and not listens and first not in _MAY | {"behöva"}
    return promises or does in table("du_form", "offers")


def _is_felt(low: str, then: str) -> bool:
    """Whether a word tells of a feeling of one's own: "stolt", "hoppas", and not "tror för lite på sig själv"."""
    return then != "för" and low.removeprefix("jätte") in table("du_form", "feelings")


def is_said_of_listener(words: Sequence[Word], at: int) -> bool:
    """Whether the clause of the pronoun tells what the one who is told may do: "att hon får sitta själv"."""
    said = _said(words, at)
    may, does = (*map(infinitive, said[:2]), "", "")[:2]
    needs_not = may == "behöva" and any(word.low == "inte" for word in words[at + 1 : at + 3])
    return needs_not or (may in _MAY and does in table("du_form", "allowed"))


def is_praise(words: Sequence[Word], verb: str, at: int) -> bool:
    """Whether a verb tells of regard, "lita", and the clause of "hon", ``words[at]``, says why: "hon lyssnar"."""
    said = _said(words, at)
    about = [low for low in said if infinitive(low) not in _BEING]
    others = any(word.low in PRONOUNS for word in words[at + 1 : at + _NEARBY])
    praises = infinitive((*about, "")[0]) in table("du_form", "praises")
    if verb in _SPARED:
        return _is_busy(*(*about, "", "")[:2])
    return praises and not others and verb in table("du_form", "regards")


def _is_busy(does: str, then: str) -> bool:
    """Whether it is a reason not to disturb somebody: "Tuva vill inte störa Rut, hon har småbarn"."""
    has = infinitive(does) == "ha" and verb_form(then) is None and then not in _HARD
    return has or infinitive(does) in {"jobba", "arbeta", "sova"}


def is_answer(words: Sequence[Word], verb: str, at: int) -> bool:
    """Whether the clause of "hon" answers what somebody asks, shows or offers: "frågade Tuva, hon vill inte"."""
    answers = infinitive((*_said(words, at), "")[0])
    denies = answers == "ha" and not _NONE.isdisjoint(word.low for word in words[at + 1 : at + 1 + _NEARBY])
    return verb in _ASKS and (answers in _ANSWERS or ((answers == "säga" or denies) and verb == "fråga"))


def _said(words: Sequence[Word], at: int) -> list[str]:
    """Give the words after a pronoun up to the next pause, without those that only say how much, or not."""
    return list(_until_pause(words[at + 1 : at + 1 + _NEARBY]))


def _until_pause(words: Sequence[Word]) -> Iterator[str]:
    for word in words:
        if word.opens or word.paused:
            return
        if word.low not in _GRADES | table("du_form", "adverbs"):
            yield word.low
