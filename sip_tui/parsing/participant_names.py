"""Who owns an action in one line: "BUP ringer skolan senast fredag" (requirements 7, 105).

Somebody who begins the line is the one who does it. Somebody who is only named in it ("stämma av med Sofia") is not:
they are candidates, and the secretary is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.parsing.owner_initials import beside_by_initials, find_initials, initial_names
from sip_tui.parsing.shortened_names import find_name, misspelt, shortened
from sip_tui.swedish.grammar.agent import definite_of_two

People = tuple[tuple[str, tuple[str, ...]], ...]
"""Participants: the id, and the words that somebody is named by: name, role, organisation."""

_WORD = re.compile(r"[^\W_]+")
_NO_NAMES = frozenset(
    {"och", "för", "på", "av", "med", "till", "samt", "den", "det", "de", "en", "ett", "som", "att", "vid", "hos"}
    | {"enskilde", "behandlande", "ansvarig", "ansvariga", "ny", "nya", "god", "gode", "goda", "man", "mannen"}
    | {
        "fast",
        "fasta",
        "personlig",
        "personligt",
        "personliga",
        "juridisk",
        "juridiskt",
        "juridiska",
        "legal",
        "legala",
    }
)
"""Words in roles and organisations that name nobody by themselves."""
_THE_PERSON = ("du", "personen", "den enskilde", "huvudpersonen")
_I = "jag"
_KIN = {
    "mamma": ("mor", "mamman", "modern", "morsan"),
    "mor": ("mamma", "mamman", "modern", "morsan"),
    "pappa": ("far", "pappan", "fadern", "farsan"),
    "far": ("pappa", "pappan", "fadern", "farsan"),
    "bror": ("brodern", "brorsan"),
    "syster": ("systern", "syrran"),
    "make": ("maken",),
    "maka": ("makan",),
    "son": ("sonen",),
    "fru": ("frun",),
    "man": ("mannen",),
}
_DOES = re.compile(
    r"^(?:ska|skall|kommer att|får|åtar sig att|lovar att)\s+(?=\S)(?!(?:\w+ )?(?:inte|ej|aldrig)\b)", re.IGNORECASE
)
"""What says that somebody will do it; "ska inte" is more than that."""
_SECOND_PART = re.compile(r"-([a-zåäö]+)")
_TOGETHER = ("och ", "samt ", "o ", "å ", "& ", "+ ", "resp ", "resp. ", "plus ", "eller ", "el ", "el. ")
_LOOSE = " \t,;:–—-"
_LETTER = re.compile(r" (?P<letter>[A-ZÅÄÖ])\b\.?")


@dataclass(frozen=True, slots=True)
class ParsedAction:
    """What a line says. What it does not say is empty."""

    what: str
    who: str = ""
    """The participant's id."""
    when_text: str = ""
    """The phrase of time at the end, as it was written."""
    candidates: tuple[str, ...] = ()
    """Who it may be, when that is not clear: ids in the order they are named."""


def parse_owner(line: str, people: People) -> ParsedAction:
    """Tell who does what; a time stays in the words.

    Args:
        line: What the secretary typed.
        people: Who can be named, see ``named``.

    Returns:
        Who and what. The names of two, or a name that two have, give no who but candidates, and stay in the
        text so that nothing is lost.
    """
    words = line.split()
    while words and not words[0].strip(_LOOSE):
        words.pop(0)
    names, what = _names(people), " ".join(words).strip(_LOOSE)
    ids, length = _leading(what, names)
    rest = _past_second_name(what, length, ids, names)
    alone = not rest.casefold().startswith(_TOGETHER)
    if len(ids) == 1 and alone:
        return ParsedAction(_capital(_DOES.sub("", rest).lstrip(_LOOSE)), ids[0])
    maybe = ids if ids and alone else _anywhere(what, names)
    return ParsedAction(_capital(what), "", "", tuple(dict.fromkeys(maybe)))


def _past_second_name(what: str, length: int, ids: Sequence[str], names: dict[str, list[str]]) -> str:
    """Give what follows the owner; the second name of a row of two, "Fatima och Ahmed Hassan", is the owner's too."""
    first, rest = what[:length].casefold(), what[length:].lstrip(_LOOSE + ".")
    word = next((word for word in _TOGETHER if rest.casefold().startswith(word)), "")
    after = rest[len(word) :]
    second, end = _leading(after, names)
    is_one = word and len(ids) == 1 and list(ids) == second and after[:end].casefold() != first
    return after[end:].lstrip(_LOOSE + ".") if is_one else rest


def name_table(meeting: Meeting) -> People:
    """Give the words that everybody in a meeting may be named by; "du" is the person.

    "Jag" may be the person, who says it, or the one who types it: then there are two, and the secretary is asked.
    """
    return tuple(
        (each.id, (each.name, each.role, each.organisation, *_also(meeting, each))) for each in meeting.participants
    )


def misspelt_owner(line: str, people: People) -> tuple[str, ...]:
    """Give those whom the first word of a line may be when one letter of it is wrong; none when it has no slip."""
    first = _WORD.match(line)
    return tuple(misspelt(first[0], _names(people))) if first else ()


def ids_named(words: str, people: People) -> tuple[str, ...]:
    """Return the ids of those who are called by these words: a name, a role or an organisation, or a word of it."""
    wanted = " ".join(_WORD.findall(words.casefold()))
    return tuple(dict.fromkeys(find_name(wanted, _names(people)) if wanted else ()))


def _also(meeting: Meeting, participant: Participant) -> tuple[str, ...]:
    typing = {meeting.about.chair, meeting.about.co_chair, meeting.about.secretary} - {""}
    if participant.kind is Kind.PERSON:
        return (meeting.person.called, *_THE_PERSON, *([_I] if typing - {participant.id} else []))
    roles = {word.casefold() for word in _WORD.findall(participant.role)}
    is_kin = not roles & {"god", "gode"}  # "god man" is nobody's husband
    kin = (name for role, more in _KIN.items() if is_kin and role in roles for name in more)
    return (*kin, *definite_of_two(participant.role), *([_I] if participant.id in typing else []))


@lru_cache(maxsize=8)
def _names(people: People) -> dict[str, list[str]]:
    """Give the ids by each name in small letters, whole names and the words in them, and by initials in capitals."""
    names: dict[str, list[str]] = {}
    for row, texts in people:
        for name in {name for text in texts for name in _spellings(text)} | initial_names(texts[0]):
            names.setdefault(name, []).append(row)
    return names


def _spellings(text: str) -> Iterator[str]:
    words = [word.casefold() for word in _WORD.findall(text)]
    if words:
        yield " ".join(words)
    yield from (" ".join(_WORD.findall(word.casefold())) for word in text.split() if "-" in word.strip("-"))
    yield from (word for word in words if len(word) > 1 and word not in _NO_NAMES)


def _leading(text: str, names: dict[str, list[str]]) -> tuple[list[str], int]:
    """Give those who begin the text by the longest name that fits, and how long that name is."""
    if short := shortened(text, names):
        return short
    found: tuple[list[str], int] = ([], 0)
    words: list[str] = []
    for match in _WORD.finditer(text):
        words.append(match[0].casefold())
        # "BUP-jouren" is not BUP, "BUP-psykologen" is the psychologist there.
        part = _SECOND_PART.match(text, match.end())
        ids = [] if part and not find_name(part[1].casefold(), names) else find_name(" ".join(words), names)
        found = (ids, match.end()) if ids else found
        if len(words) == 6:
            break
    found = _past_letter(text, *found, names) if len(found[0]) == 1 else found
    return _by_surname(text, *found, names) if found[0] else find_initials(text, names)


def _past_letter(text: str, ids: list[str], end: int, names: dict[str, list[str]]) -> tuple[list[str], int]:
    """Go past a surname's "Å", which else reads as "and": "Dennis Å kommer"."""
    initials = f"{text.lstrip()[:1]}Å".upper()
    return (ids, end + 2) if text[end : end + 3] == " Å " and ids[0] in names.get(initials, ()) else (ids, end)


def _by_surname(text: str, ids: list[str], end: int, names: dict[str, list[str]]) -> tuple[list[str], int]:
    """Tell apart those with one name by the first letter of a surname: "Maria T ringer"."""
    letter = _LETTER.match(text, end) if len(ids) > 1 else None
    initials = f"{text.lstrip()[:1]}{letter['letter']}".upper() if letter else ""
    meant = [row for row in ids if row in names.get(initials, ())]
    return (meant, letter.end()) if letter and len(meant) == 1 else (ids, end)


def _anywhere(text: str, names: dict[str, list[str]]) -> Iterator[str]:
    low = text.casefold()
    yield from beside_by_initials(text, names)
    for word, after in pairwise((*_WORD.findall(low), "")):
        yield from names.get(f"{word} {after}", ())
        short = shortened(f"{word}.{after}", names) if f"{word}.{after}" in low else None
        yield from (short[0] if short else ()) or find_name(word, names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
