"""Lines that ask who does something: "Vem följer med Liv?", "Vem av Liv och Hans ringer?", "Vem bokar rum? Liv"."""

from __future__ import annotations

import re

from sip_tui.parsing.owner_row import asked, capital, is_somebody, those_named
from sip_tui.parsing.participant_names import ParsedAction, People, parse_owner
from sip_tui.swedish.dates.no_time import is_verb

_WHO = re.compile(
    r"(?:[^:?]{1,40}?(?::| [–—-])\s+)?(?:vem|vilka|vilken)(?P<of> av)?\s+(?P<deed>[^?]+)(?:\?\s*(?P<answer>.*))?",
    re.IGNORECASE,
)
_CHOICE = re.compile(r".*(?:,| [-–—])\s+(?P<names>[^,?]+)\??\s*", re.IGNORECASE)
"""Those whom a question gives to choose from, at its end: "Vem ringer, Liv eller Hans?"."""
_LOOSE = " \t.,;:–—-→|()"


def who_is_asked(line: str, people: People) -> ParsedAction | None:
    """Read a line that asks who does it: nobody yet, or those it gives to choose from, or the answer behind it.

    None for any other line, also for one that names who does it after "vem:".
    """
    found = _WHO.fullmatch(line)
    if found is None or not (found["of"] or is_verb(found["deed"].split()[0])):
        return None
    answer = (found["answer"] or "").strip(_LOOSE)
    if answer and is_somebody(answer, people):
        return ParsedAction(capital(found["deed"].strip()), parse_owner(answer, people).who)
    choice = _CHOICE.fullmatch(line)
    names = answer or (choice["names"] if choice else "") or (found["deed"] if found["of"] else "")
    return asked(line, *(those_named(names, people) if names else ()))
