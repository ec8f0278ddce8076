"""Who does it, by the office or whose they are: "handläggaren på FK kollar", "hon på FK ringer", "Eriks mamma"."""

from __future__ import annotations

import re

from sip_tui.parsing.owner_row import asked, capital
from sip_tui.parsing.participant_names import ParsedAction, People, ids_named, parse_owner
from sip_tui.swedish.grammar.people import PRONOUNS
from sip_tui.swedish.grammar.person_words import given_name_pronouns

_AUXILIARY = re.compile(r"(?:ska|skall|kommer att)\s+", re.IGNORECASE)
_OF_OFFICE = re.compile(
    r"(?P<role>[^\W\d_]{3,})\s+(?:(?:på|från|fr|hos|vid)\s+|\()(?P<office>[\w-]+)\)?\s+(?P<rest>\S.*)"
)


def of_office(line: str, people: People) -> ParsedAction | None:
    """Read the one of several with a role who is of an office: "handläggaren på FK ska kolla"."""
    found = _OF_OFFICE.fullmatch(line)
    there = set(ids_named(found["office"], people)) if found else set[str]()
    both = there & set(_meant(found["role"], there, people)) if found else there
    if found is None or len(both) != 1:
        return None
    return ParsedAction(capital(_AUXILIARY.sub("", found["rest"])), both.pop())


def _meant(role: str, there: set[str], people: People) -> tuple[str, ...]:
    """Give those who have a role, or of an office whom a pronoun may mean: "hon på FK"."""
    if role.casefold() not in PRONOUNS:
        return ids_named(role, people)
    firsts = {row: names[0].split()[:1] for row, names in people if row in there}
    goes_by = {row: given_name_pronouns(first[0].casefold()) for row, first in firsts.items() if first}
    return tuple(row for row, pronouns in goes_by.items() if pronouns and role.casefold() in pronouns)


def of_somebody(line: str, people: People) -> ParsedAction | None:
    """Read "Eriks mamma", "BUP:s psykolog": the one who is somebody's; None when the line begins with no owner.

    Who is not in the room ("mammas chef"), or of another office than the one that is named, is asked about.
    """
    first, _blank, rest = line.partition(" ")
    name, ending = (first[:-2], first[-2:]) if first.endswith(":s") else (first[:-1], first[-1:])
    if not ending.endswith("s") or (ending == "s" and parse_owner(first, people).who):
        return None
    owner, read = parse_owner(name, people), parse_owner(rest, people)
    if read.who in owner.candidates and " " not in owner.what:
        return read
    if not owner.who or owner.what:
        return None
    if read.who and owner.who in {read.who, _the_person(people)}:
        return asked(line, read.who) if _is_nurse(rest, read.who, people) else read
    return asked(line, owner.who, read.who)


def _is_nurse(rest: str, who: str, people: People) -> bool:
    """True for "syster" who is a nurse, and so nobody's sister."""
    role = next(names[1] for row, names in people if row == who)
    return rest.casefold().startswith("syster") and "syster" not in role.casefold()


def _the_person(people: People) -> str:
    return next((row for row, names in people if "huvudpersonen" in names), "")
