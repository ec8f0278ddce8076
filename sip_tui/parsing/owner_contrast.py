"""The one who does it, set against another or pointed out: "Inte Karin utan Hans söker", "Det blir Liv som ringer"."""

from __future__ import annotations

import re

from sip_tui.parsing.owner_row import is_somebody
from sip_tui.parsing.participant_names import People, ids_named, parse_owner

_IS = r"(?:är|var|blir|(?:får|ska|skall|kan) (?:bli|vara))"
_POINTED_OUT = re.compile(rf"(?:det|den) {_IS} (?P<who>.{{2,80}}?),? som (?P<deed>.+)", re.IGNORECASE)
_THE_ONE = re.compile(rf"den som (?P<deed>.+?) {_IS} (?P<who>[^,]{{2,40}})", re.IGNORECASE)
_NOT_BUT = re.compile(r"(?:inte|ej) (?P<other>.{2,40}?),? utan (?P<rest>.+)", re.IGNORECASE)
_AND_NOT = re.compile(r"(?P<who>[^,(]{2,40}?)(?:,? och|[,(])? ?\b(?:inte|ej) (?P<rest>.+)", re.IGNORECASE)
_NOT_AT_END = re.compile(r"(?P<deed>.+?),? (?:och |\()?(?:inte|ej) (?P<other>[^,]{2,40}?)\)?", re.IGNORECASE)
_BUT_AT_END = re.compile(r"(?P<deed>.+?),? utan (?P<who>[^,]{2,40})", re.IGNORECASE)


def plain_order(line: str, people: People) -> str:
    """Give a line with the one who does it first and without the one who does not; the line itself when it has neither.

    Only those who are on the list are left out: another one's words are not known to be a name.
    """
    line = line.rstrip(" .!")
    if found := _THE_ONE.fullmatch(line):
        return f"{found['who']} {found['deed']}" if is_somebody(found["who"], people) else line
    if found := _POINTED_OUT.fullmatch(line):
        return _pointed_out(found["who"], found["deed"], people) or line
    return _without_other(line, people)


def _pointed_out(who: str, deed: str, people: People) -> str:
    """Read "Liv" and "ringer, inte Rut", or "inte Rut" and "ringer utan Liv"; empty for what is neither."""
    ends = _BUT_AT_END.fullmatch(deed)
    if ends and is_somebody(ends["who"], people) and who.casefold().startswith(("inte ", "ej ")):
        return f"{ends['who']} {ends['deed']}"
    other = _NOT_AT_END.fullmatch(deed)
    deed = other["deed"] if other and ids_named(other["other"], people) else deed
    chosen = _without_other(who, people)
    return f"{chosen} {deed}" if is_somebody(chosen, people) else ""


def _without_other(line: str, people: People) -> str:
    found = _NOT_BUT.fullmatch(line)
    if found and ids_named(found["other"], people):
        return found["rest"]
    found = _AND_NOT.fullmatch(line)
    if found is None or not is_somebody(found["who"], people):
        return line
    rest = found["rest"]
    other = parse_owner(rest, people)
    return f"{found['who']} {rest[len(rest) - len(other.what) :]}".strip() if other.who else line
