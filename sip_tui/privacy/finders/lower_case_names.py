"""Given names in small letters, where only a person can stand: "leker m wilma o lo", "wilmas mamma"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sip_tui.privacy.finders.people import SAYS_NAME, SAYS_PERSON, Places
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import KIN, is_verb_form, is_word
from sip_tui.privacy.word_tables import bits_of, is_given_name

_NAME = r"[a-zåäöé]{3,}(?![\w@/-])"
_WITH = re.compile(rf"(?<![^\W_])(?:leker|lekt|leka|bråkar|bråkat|umgås|träffar|vän) (?:m|med) (?P<name>{_NAME})")
_BEFORE_KIN = re.compile(r"(?<![^\W_])(?P<name>[a-zåäöé]{3,})s (?P<kin>[a-zåäö]{3,})(?![^\W_])")
_AND = re.compile(r"(?: o | och | & )(?P<name>[a-zåäöé]{2,})(?![\w@/-])")
_WORD = re.compile(r"[^\W\d_]+")
_ALONE = re.compile(r"(?<![\w@/.-])[^\W\d_]{4,}(?![\w@/-])")
_STRANGER = (SAYS_PERSON, SAYS_NAME)
_WHY = "Ett förnamn med liten bokstav där en person nämns."


def find_lower_case_names(text: str, found: Iterable[Candidate]) -> list[Candidate]:
    """Each listed given name beside another name, after what two people do together, or as whose kin somebody is."""
    taken = [hit for hit in found if hit.kind == "name"]
    names = [_candidate(*match.span("name")) for match in _WITH.finditer(text) if _is_name(match["name"])]
    names += [
        _candidate(owner.start("name"), owner.end("name") + 1)._replace(mask="[namn]s")
        for owner in _BEFORE_KIN.finditer(text)
        if _is_name(owner["name"]) and bits_of(owner["kin"]) & KIN.bit
    ]
    for hit in (*taken, *names):
        end = hit.end
        while (other := _AND.match(text, end)) and _is_name(other["name"], shortest=2):
            end = other.end()
            names.append(_candidate(*other.span("name")))
    names += _named_again(text, taken)
    places = Places(taken)
    return [name for name in names if not places.holds(name.start) and not places.holds(name.end - 1)]


def _named_again(text: str, taken: Iterable[Candidate]) -> Iterator[Candidate]:
    """A stranger who was named once, wherever the same name stands again: "kompis yonas", then "yonas hjälper"."""
    words = {word.lower() for hit in taken if hit.why in _STRANGER for word in _WORD.findall(text[hit.start : hit.end])}
    again = {word for word in words if len(word) > 3 and _is_name(word)}
    for place in _ALONE.finditer(text) if again else ():
        word = place[0].lower()
        if word in again:
            yield _candidate(*place.span())
        elif word[-1] == "s" and word[:-1] in again:
            yield _candidate(*place.span())._replace(mask="[namn]s")


def _candidate(start: int, end: int) -> Candidate:
    return Candidate(start, end, "name", "medium", _WHY)


def _is_name(word: str, shortest: int = 3) -> bool:
    return len(word) >= shortest and is_given_name(word.title()) and not is_word(word) and not is_verb_form(word)
