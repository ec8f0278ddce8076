"""The one who does it, set against another or pointed out: "Inte Karin utan Hans söker", "Det blir Liv som ringer"."""

from __future__ import annotations

import re
from typing import NamedTuple

from sip_tui.parsing.owner_row import is_somebody
from sip_tui.parsing.participant_names import People, ids_named, parse_owner

_IS = r"(?:är|var|blir|(?:får|ska|skall|kan) (?:bli|vara))"
_POINTED_OUT = re.compile(rf"(?:det|den) {_IS} (?P<who>.{{2,80}}?),? som (?P<deed>.+)", re.IGNORECASE)
_THE_ONE = re.compile(rf"den som (?P<deed>.+?) {_IS} (?P<who>[^,]{{2,40}})", re.IGNORECASE)
_NOT_BUT = re.compile(r"(?:inte|ej) (?P<other>.{2,40}?),? utan (?P<rest>.+)", re.IGNORECASE)
_AND_NOT = re.compile(r"(?P<who>[^,(]{2,40}?)(?:,? och|[,(])? ?\b(?:inte|ej) (?P<rest>.+)", re.IGNORECASE)
_NOT_AT_END = re.compile(r"(?P<deed>.+?),? (?:och |\()?(?:inte|ej) (?P<other>[^,]{2,40}?)\)?", re.IGNORECASE)
_BUT_AT_END = re.compile(rf"(?P<deed>.+?),? (?:utan|(?:men )?det {_IS}) (?P<who>[^,]{{2,40}})", re.IGNORECASE)
_NO = r"(?:inte|ej|aldrig)(?: (?:längre|själv))?"
_AUXILIARY = r"(?:ska|skall|behöver|får|kan|kommer|orkar|hinner|vill|bör|måste|tänker|klarar|vågar|lär)"
_NEGATED = re.compile(rf"(?:[^\W\d_]+ {_NO}\b|slipper\b)", re.IGNORECASE)
_DOES_NOT = (
    rf"(?:(?:{_AUXILIARY} {_NO}|slipper|slutar) (?:att )?(?P<deed>.+?)|(?P<verb>[^\W\d_]+[rs]) {_NO} (?P<object>.+?))"
)
_DOES = r"(?:gör|fixar|tar|sköter|ordnar|löser|hanterar)"
_IT = r"(?:det|den|dem|dom|de)"
_MAY_HAND_OVER = re.compile(rf"\b(?:{_IT} {_DOES}|{_DOES} {_IT}|i ?stället)\b", re.IGNORECASE)
_BY_ANOTHER = (
    rf" (?:utan |men |för )?(?:{_IT} {_DOES} (?P<after>.{{2,40}})"
    rf"|(?P<before>[^,.;]{{2,40}}?) {_DOES} {_IT}(?: i ?stället)?)"
)
_HANDED_OVER = re.compile(rf"(?P<other>.{{2,40}}?) {_DOES_NOT}(?: själv)?(?:[,.;:]| [-–])?{_BY_ANOTHER}", re.IGNORECASE)
"""Who does not do something, what it is, and who does it: "Liv ringer inte soc, det gör Hans"."""
_DOES_IT = re.compile(rf"(?P<other>[^,.;:]+)(?:[,.;]| [-–]){_BY_ANOTHER}", re.IGNORECASE)
"""The same where the first one may do it as well: "Liv är bortrest, det gör Hans"."""
_INSTEAD = re.compile(
    rf"(?P<other>.{{2,40}}?) {_DOES_NOT}(?:[,.;:]| [-–])? (?:så |utan |men )?i ?stället (?P<then>.+)", re.IGNORECASE
)
_INSTEAD_OF = re.compile(r"i ?stället för (?P<other>.{2,40}?),? (?P<then>(?:[^\W\d_]+[rs]|ska) .+)", re.IGNORECASE)


class HandedOver(NamedTuple):
    """A deed that somebody else does."""

    other: str
    """Who does not do it."""
    deed: str
    """What it is; empty where it stands with ``who``."""
    who: str
    """Who does it, or the verb and who does it: "ringer Hans soc"."""
    is_sure: bool = True
    """Whether the first one does not do it; else it may be either."""


def is_negated(predicate: str) -> bool:
    """True for what somebody does not do: "ska inte ringa", "slipper ringa"."""
    return bool(_NEGATED.match(predicate))


def handed_over(line: str) -> HandedOver | None:
    """Read who does what another one does not; None for a line that says no such thing."""
    line = line.rstrip(" .!")
    if not _MAY_HAND_OVER.search(line):
        return None
    if found := _HANDED_OVER.fullmatch(line):
        deed = found["deed"] or f"{found['verb']} {found['object']}"
        return HandedOver(found["other"], deed, found["after"] or found["before"])
    if found := _INSTEAD.fullmatch(line) or _INSTEAD_OF.fullmatch(line):
        return HandedOver(found["other"], "", found["then"])
    found = _DOES_IT.fullmatch(line)
    return HandedOver(found["other"], "", found["after"] or found["before"], is_sure=False) if found else None


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
