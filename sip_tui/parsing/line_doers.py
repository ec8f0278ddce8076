"""Who does something of their own in an action's line besides its owner: "…, Hans bevakar", "(görs av Liv)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sip_tui.parsing.owner_contrast import handed_over, is_negated
from sip_tui.parsing.owner_requests import asks_another
from sip_tui.parsing.owner_row import beside, is_somebody, those_named
from sip_tui.parsing.participant_names import People, ids_named, parse_owner
from sip_tui.swedish import words as table
from sip_tui.swedish.dates.day_parts import part_words
from sip_tui.swedish.dates.line_scanner import may_begin
from sip_tui.swedish.dates.no_time import is_verb
from sip_tui.swedish.grammar.agent import acts, subject
from sip_tui.swedish.grammar.clause import is_passive

_CLAUSES = re.compile(
    r"[,;:?!]\s+|\.\s+(?!(?-i:[a-zåäö]+[rs])\b)"
    r"|\s+[-–—→|]\s+|\s+\(|\s+(?:och|o|å|samt|men|medan|så|&|\+)\s+",
    re.IGNORECASE,
)
_BY = re.compile(r" av (?P<name>[^,.;:()]+)", re.IGNORECASE)
_NEAR = 5
"""Words; farther off, a verb in the passive has nothing to do with "av"."""
_BEHIND = re.compile(r"(?:[,;]|\s[-–—])\s[^,;()]+\((?P<name>[^()]{2,40})\)[.\s]*$")
"""Somebody in brackets behind another deed: "…, därefter utvärdering (Liv)"."""
_ALONG = re.compile(r"(?:följer|kommer|går|åker|hänger|sitter) med(?!\w)(?!.*i ?stället)", re.IGNORECASE)
"""What somebody does who is there when another one does it."""
_TAKEN = ("en", "et", "na", "ar", "er", "or")


def others_who_act(line: str, people: People, who: str) -> tuple[str, ...]:
    """Give those besides the owner who do something of their own, or by whom something is done.

    The one who begins the line does nothing where they want it of another one, or hand it over: "Liv ringer inte, …".
    """
    first, *later = _CLAUSES.split(line)
    read = parse_owner(first, people)
    hands_over = asks_another(read.what) or is_negated(read.what) or handed_over(line) is not None
    clauses = later if hands_over else [first, *later]
    comes = _comes_along(later, people) if read.what and _is_idle(read.what) else ()
    offices = (row for clause in later for row in _several_in(clause, people))
    behind = _BEHIND.search(line)
    named = those_named(behind["name"], people) if behind and is_somebody(behind["name"], people) else ()
    found = (*_in_clauses(clauses, people), *named, *offices, *comes, *_by_whom(line, people))
    return tuple(dict.fromkeys(row for row in found if row != who))


def stranger_acts(line: str, what: str, people: People) -> bool:
    """True where nobody on the list may do it: "Liv kan inte, vikarie söks", "Liv firar, personalen bakar"."""
    later = _CLAUSES.split(line)[1:]
    if later and is_negated(what) and "förrän" not in what and not is_verb(later[0].partition(" ")[0]):
        return True
    return any(subject(clause) and not those_named(clause, people) for clause in later)


def is_away(line: str, what: str, *, others: bool) -> bool:
    """True where the one who begins the line is away, and the deed comes after it: "Liv är ledig, vikarien ringer"."""
    return bool(_away().match(what)) and (len(_CLAUSES.split(line)) > 1 or others)


@cache
def _away() -> re.Pattern[str]:
    """What says of somebody that they are not there: "har semester", "är helt sjukskriven", "slutar v 51"."""
    words = "|".join(map(re.escape, table("line_check", "away")))
    return re.compile(rf"(?:(?:är|blir|har) )?(?:(?!tar )\w+ )?(?:{words})(?!\w)(?! \w+[aå]\b)", re.IGNORECASE)


def _in_clauses(clauses: Sequence[str], people: People) -> Iterator[str]:
    for clause in clauses:
        clause = clause.rstrip(").")
        first, _blank, rest = clause.partition(" ")
        if first.casefold() not in table("line_check", "turns"):
            yield from _first_in(clause, people)
        else:
            verb, _space, after = rest.partition(" ")
            yield from _behind_verb(after if _is_act(verb) else rest, people)


def _comes_along(clauses: Sequence[str], people: People) -> Iterator[str]:
    """Give who comes along with somebody who does nothing else: "Erik har tid 3/12, Liv följer med"."""
    for clause in clauses:
        read = parse_owner(clause, people)
        if read.who and _ALONG.match(read.what):
            yield read.who


def _behind_verb(clause: str, people: People) -> Iterator[str]:
    """Give whom a clause names that a word such as "då" begins: "då tar Liv", "annars Liv"."""
    if row := parse_owner(clause, people).who:
        yield row


def _several_in(clause: str, people: People) -> tuple[str, ...]:
    """Give those of an office that does something, where several are of it: "boendet delar ut"."""
    name, _blank, what = clause.partition(" ")
    does = name.isalnum() and _is_act(what.partition(" ")[0]) and acts(what) and not _is_idle(what)
    ids = ids_named(name, people) if does else ()
    return ids if len(ids) > 1 else ()


def _first_in(clause: str, people: People) -> Iterator[str]:
    read = parse_owner(clause, people)
    read = beside(clause, read, people)[0] if read.who else read
    words = read.what.split()
    does = bool(words) and (_is_act(words[0]) or _is_taken(words)) and acts(read.what) and not _is_idle(read.what)
    if read.who and does and not is_somebody(clause, people):
        yield read.who


def _is_idle(what: str) -> bool:
    return what.split()[0].casefold() in table("line_check", "idle") or bool(_ALONG.match(what))


def _is_taken(words: Sequence[str]) -> bool:
    """True for what somebody takes without a verb: "resten" in "Liv hämtar tis, Hans resten", "em" in "Hans em"."""
    if len(words) == 1 and words[0].casefold() in part_words():
        return True
    return len(words) < 3 and words[0].casefold().endswith(_TAKEN)


def _is_act(word: str) -> bool:
    return is_verb(word) and not may_begin(word)


def _by_whom(line: str, people: People) -> Iterator[str]:
    """Give those by whom something is done: "görs av Liv", "skrivs i pärmen av Hans"."""
    for found in _BY.finditer(line):
        before = line[: found.start()].casefold().split()[-_NEAR:]
        if any(is_passive(word) or word == "får" for word in before):
            yield from those_named(found["name"], people)
