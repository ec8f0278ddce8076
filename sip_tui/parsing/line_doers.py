"""Who does something of their own in an action's line besides its owner: "…, Hans bevakar", "(görs av Liv)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sip_tui.parsing.owner_row import is_somebody, those_named
from sip_tui.parsing.participant_names import People, parse_owner
from sip_tui.swedish.dates.line_scanner import may_begin
from sip_tui.swedish.dates.no_time import is_verb
from sip_tui.swedish.grammar.agent import acts
from sip_tui.swedish.grammar.clause import is_finite

_CLAUSES = re.compile(r"[,;.:]\s+|\s+[-–—→|]\s+|\s+\(|\s+(?:och|o|å|samt|men|medan|så|&|\+)\s+", re.IGNORECASE)
_FRONTED = re.compile(r"(?:då|sen|sedan|därefter|annars|i så fall|efter det|sist)\s+(?P<rest>.+)", re.IGNORECASE)
"""What a clause of another deed begins with, before its verb: "då tar Liv morgnarna"."""
_BY = re.compile(
    r"\w{3}s(?: (?:in|ut|upp|fram|över|hem|ner|med|om|igenom|ihop|bort|under|till|på|undan|vidare))? av (?P<name>.+)",
    re.IGNORECASE,
)
_ALONG = re.compile(
    r"(?:(?:följer|kommer|är|går|åker|hänger|sitter|deltar) med(?!\w)(?!.*i ?stället)"
    r"|(?:deltar|närvarar|tolkar)\b|(?:får|har|vill|kan|ska ha)\b)",
    re.IGNORECASE,
)
"""What no deed is, or the deed of one who only comes along."""


def others_who_act(line: str, people: People, who: str) -> tuple[str, ...]:
    """Give those besides the owner who do something of their own in a later clause, or by whom something is done."""
    found = (*_in_clauses(_CLAUSES.split(line)[1:], people), *_by_whom(line, people))
    return tuple(dict.fromkeys(row for row in found if row != who))


def _in_clauses(clauses: Sequence[str], people: People) -> Iterator[str]:
    for clause in clauses:
        yield from _turned(clause, people) if (turned := _FRONTED.match(clause)) is None else _fronted(turned, people)


def _turned(clause: str, people: People) -> Iterator[str]:
    read = parse_owner(clause, people)
    words = read.what.split()
    is_idle = not words or bool(_ALONG.match(read.what)) or not acts(read.what) or is_somebody(clause, people)
    if read.who and not is_idle and (_is_act(words[0]) or _takes(words)):
        yield read.who


def _takes(words: Sequence[str]) -> bool:
    """True for what somebody takes without a verb: "resten" in "Liv hämtar tis, Hans resten"."""
    return len(words) < 3 and words[0].casefold().endswith(("en", "et", "na", "ar", "er", "or"))


def _fronted(found: re.Match[str], people: People) -> Iterator[str]:
    """Give whom "då tar Liv" names behind its verb, or "då Liv tar" before it."""
    verb, _blank, rest = found["rest"].partition(" ")
    named = parse_owner(rest if _is_act(verb) else found["rest"], people)
    if named.who and (_is_act(verb) or (named.what and is_finite(named.what.split()[0].casefold()))):
        yield named.who


def _is_act(word: str) -> bool:
    return is_verb(word) and not may_begin(word)


def _by_whom(line: str, people: People) -> Iterator[str]:
    for found in _BY.finditer(line):
        yield from those_named(found["name"], people)
