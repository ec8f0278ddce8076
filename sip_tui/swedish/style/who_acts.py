"""Where somebody else is named last, and whether they act there, or are only at hand."""

from __future__ import annotations

from sip_tui.swedish.grammar.clause import Word, infinitive
from sip_tui.swedish.grammar.person_words import given_names
from sip_tui.swedish.style.antecedents import Antecedents
from sip_tui.swedish.style.du_case import SAYS, case
from sip_tui.swedish.style.du_front import OBJECT

_IS = frozenset({"är", "var", "blir", "blev", "heter"})


def is_helper(others: Antecedents, places: tuple[int, ...]) -> bool:
    """Whether somebody is there by profession, by the roll or by a role."""
    return any(others.words[at].low in others.person.helpers or others.is_role(at) for at in places)


def places_of(others: Antecedents, number: int) -> tuple[int, ...]:
    """Where the words stand that name somebody last."""
    return tuple(sorted(each.at for each in others.others.values() if each.number == number))


def acts(others: Antecedents, places: tuple[int, ...]) -> bool:
    """Whether somebody is named in this line, or does something, or may, where they are named in the line before."""
    last = places[-1]
    if last >= others.line:
        return True
    is_so = any(word.low in _IS for word in others.words[max(0, last - 2) : last])  # "den är hennes kompis"
    if is_so or _owns(others.words[last].low):
        return False
    first = next((at for at in places if last - at == len(places) - 1 - places.index(at)), last)
    return case(others.words, first, last) != OBJECT and not _is_only_said_by(others.words, first, last, others.line)


def _owns(low: str) -> bool:
    """Whether a given name is in the genitive: "Noels", and not "Jonas"."""
    return low.endswith("s") and low not in given_names() and low[:-1] in given_names()


def _is_only_said_by(words: tuple[Word, ...], first: int, last: int, line: int) -> bool:
    """Whether somebody named ends a line as the one who says it: "hemma pratar hon säger mamma"."""
    led = words[first - 1].low if first else ""
    return last + 1 == line and (led in {"enl", "enligt"} or infinitive(led) in SAYS)
