"""Somebody by initials, as the mail knows them: "P-O gör schema", "KL: nytt intyg", "K ser över", "J Ström ringer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.parsing.shortened_names import Names, find_name
from sip_tui.privacy.finders.name_spellings import words_of
from sip_tui.privacy.initials import acts_as_initial, initials_of
from sip_tui.privacy.name_lists import ABBREVIATIONS
from sip_tui.swedish.dates.no_time import is_verb

_CAPITAL = "[A-ZÅÄÖÉ]"
_SEVERAL = re.compile(rf"{_CAPITAL}[.-]?(?:{_CAPITAL}[.-]?){{1,2}}(?=[\s:,/()]|$)")
"""Initials of a whole name or a double one: "KL", "P-O", "A.L."."""
_SMALL = re.compile(r"[a-zåäöé]-[a-zåäöé](?=[\s:,]|$)")
"""Those of a double name in small letters, as a quick hand writes them."""
_WITH_SURNAME = re.compile(r"(?P<letter>[^\W\d_])(?:[.-][^\W\d_])?\.? (?P<surname>[^\W\d_][\w-]+)")
_ONE = re.compile(rf"{_CAPITAL}(?=[.:]? )")
_BESIDE = re.compile(
    rf"(?:^|(?:(?<=\W)(?:och|o|samt)|[,/&+]) ?)(?P<letters>{_CAPITAL}(?:[.-]?{_CAPITAL})?)(?=[ ,/:]|$)"
)
"""One of several who are named by initials: "K o D", "Petra och A-L"."""
_JOINING = frozenset({"och", "o", "å", "samt", "&", "+", "eller", "el"})
"""Words between those who do something together."""
_NO_CLOCK = "kl"
"""Written in capitals before a verb it is somebody, and not "klockan"."""


def initial_names(name: str) -> frozenset[str]:
    """Give what somebody is called by initials, in capitals: "K" and "KL" of "Kerstin Lövgren"."""
    first = "".join(words_of(name)[:1])[:1].upper()
    return initials_of(name) | ({first} if first else frozenset())


def find_initials(text: str, names: Names) -> tuple[list[str], int]:
    """Find those whom a text begins with by initials, and how long they are.

    One whose initials are an office's or another known sign ("AF") is given twice: a candidate, and not sure.
    """
    if (found := _WITH_SURNAME.match(text)) and (whole := find_name(found["surname"].casefold(), names)):
        return [row for row in whole if row in names.get(found["letter"].upper(), ())], found.end()
    if found := _SEVERAL.match(text) or _SMALL.match(text):
        letters = "".join(filter(str.isalpha, found[0]))
        return names.get(letters.upper(), []) * _times(text, found), found.end()
    if (found := _ONE.match(text)) and acts_as_initial(text, 0):
        return names.get(found[0], []), found.end()
    return [], 0


def _times(text: str, found: re.Match[str]) -> int:
    """How often those whom plain initials may be are given: not before a thing, "PN papper", twice for a known sign."""
    letters, after = found[0].casefold(), text[found.end() :].split(maxsplit=1)
    if not letters.isalpha():
        return 1
    if text[found.end() : found.end() + 1] == " " and not (is_verb(after[0]) or after[0].casefold() in _JOINING):
        return 0
    return 2 if letters != _NO_CLOCK and letters in ABBREVIATIONS else 1


def beside_by_initials(text: str, names: Names) -> Iterator[str]:
    """Give those who are named by initials at the beginning of a line, or after "och" or a comma."""
    for found in _BESIDE.finditer(text):
        yield from names.get("".join(filter(str.isalpha, found["letters"])), ())
