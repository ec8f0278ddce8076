"""Find hard words in what the secretary types, so that somebody asks what they mean (requirement 201).

Looked for are the glossary, the words of ``data/sv/jargon.toml``, short forms in capitals, and the words that somebody
has asked about in this meeting. A word that has been explained in the room is no longer an alarm. Ordinary Swedish must
never be one: an alarm that comes for nothing teaches people not to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sip_tui.meeting.model.meeting import Term
from sip_tui.resources import glossary
from sip_tui.swedish import words
from sip_tui.swedish.grammar.lexicon import Lexicon, Name, NameMatch, forms, stems
from sip_tui.swedish.style import composed

_KNOWN = ("own", "roles", "person", "everyday", "look_alike")
"""The tables of ``jargon.toml`` with names that are no alarm."""
_ROMAN = re.compile(r"[IVX]+")
_CLUBS = frozenset({"AF", "FK", "HP", "IF", "IP"})
_CLUB = re.compile(r"[\w,]\s+[A-ZÅÄÖ][a-zåäöé]+s?\s$")
"""A name in the middle of a sentence: what follows in two capitals is its club, "tränar i Brynäs IF"."""
_UNITS = frozenset({"CM", "MAR"})
"""After a number: centimetres, March."""
_NUMBER = re.compile(r"\d\s$")
_COURT_CASES = frozenset({"FT"})
"""Before a number: a case, "mål FT 1234-24"."""
_NUMBERED = re.compile(r"\s\d")
_ORDINARY_AT_THE_START = "Mina planer"
_STARTS = re.compile(r"(?:^|[.!?:\n])[\s>*•–”\"“-]*$")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_TERM = 80


@dataclass(frozen=True, slots=True)
class JargonMatch:
    """A hard word in a text: ``text[start:end] == words``."""

    start: int
    end: int
    words: str
    """The word as it was written, with its ending: "LPT:n", "SIP-möte"."""
    term: str
    """The word as the list has it, or as the meeting asked about it: "LPT", "insats"."""
    explained: bool = False
    """Whether the meeting has heard what it means."""
    asked: bool = False
    """Whether somebody has asked, and the answer has not come yet."""


@dataclass(frozen=True, slots=True)
class JargonFinder:
    """The words to look for in one meeting. Making one costs a copy of the list's index; looking changes nothing."""

    words: Lexicon
    answered: Mapping[str, bool]
    """The words that the meeting has asked about, and whether they have been answered."""

    @classmethod
    def of(cls, terms: Iterable[Term] = (), listed: Lexicon | None = None) -> JargonFinder:
        """Make the watch of a meeting's words and of a word list, the shipped one if none is given."""
        index = shipped_words() if listed is None else listed
        answered: dict[str, bool] = {}
        own: dict[str, str] = {}
        for raised in terms:
            if (term := raised.term.strip()) and len(term) <= _LONGEST_TERM:
                name = index.whole(term) or index.whole(term.upper())
                head = name.head if name else term
                answered[head] = answered.get(head, False) or bool(raised.answer.strip())
                own |= {} if name else _as_heard(term)
        return cls(index.more(own), answered)

    def find(self, text: str) -> tuple[JargonMatch, ...]:
        """Find the hard words in a text, in its order; spans are indexes into ``text`` and never overlap."""
        plain, at = composed(text)
        hits = (self._hit(match, text, at[match.start], at[match.end]) for match in self._alarms(plain))
        return tuple(hits)

    def _alarms(self, plain: str) -> Iterator[NameMatch]:
        lines = _Shouting(plain, self.words)
        behind = 0
        for match in self.words.find(plain):
            yield from _unlisted(plain, behind, match.start, lines)
            name, behind = match.name, match.end
            if name.head in self.answered or (name.name not in known_words() and not _is_ordinary(match, plain, lines)):
                yield match
        yield from _unlisted(plain, behind, len(plain), lines)

    def _hit(self, match: NameMatch, text: str, start: int, end: int) -> JargonMatch:
        head = match.name.head
        answered = self.answered.get(head)
        return JargonMatch(start, end, text[start:end], head, explained=answered is True, asked=answered is False)


@cache
def shipped_words() -> Lexicon:
    """Make the index of the glossary, of hard words that it does not explain, and of words that only look like one."""
    own = (*words("jargon", "hard"), *words("jargon", "look_alike"))
    return Lexicon.of({**{name: name for name in own}, **glossary.glossary_names()})


@cache
def known_words() -> frozenset[str]:
    """Give the names that are no alarm, unless somebody in the meeting has asked about them all the same."""
    return frozenset().union(*(words("jargon", table) for table in _KNOWN))


def _unlisted(text: str, start: int, end: int, lines: _Shouting) -> Iterator[NameMatch]:
    """Find compounds of hard words, "barnavårdsutredning", and short forms that nobody has listed, "WISC"."""
    for found in _unlisted_pattern().finditer(text, start, end):
        short = found["capitals"]
        ordinary = short and (
            short in words("jargon", "capitals") or _ROMAN.fullmatch(short) or lines.at(found.start())
        )
        if not ordinary:
            yield NameMatch(found.start(), found.end(), Name(found[0], found[0]))


@cache
def _unlisted_pattern() -> re.Pattern[str]:
    tails = "|".join(sorted({form for tail in words("jargon", "tails") for form in forms(tail)}, key=len, reverse=True))
    beginnings = "|".join(words("jargon", "beginnings"))
    return re.compile(
        rf"(?<![\w@.#/\\-])(?:(?P<capitals>[A-ZÅÄÖ]{{3,6}}(?:-\d{{1,2}})?)(?::?[a-zåäö]{{1,2}})?(?:-[a-zåäö]+)?"
        rf"|(?i:(?:{beginnings})\w*|\w{{2,}}(?:{tails})))(?![\w@]|-\w|\.\w)"
    )


def _as_heard(term: str) -> dict[str, str]:
    """The ways in which a word that the list does not have may be written: "exponeringen" was "exponering"."""
    plain, _at = composed(term)
    return {plain: term, **dict.fromkeys(stems(plain), term)}


class _Shouting:
    """Tells whether a line is all in capitals, where short forms and words look alike; looks at each line once."""

    def __init__(self, text: str, listed: Lexicon) -> None:
        self._text = text
        self._listed = listed.first
        self._end = -1
        self._loud = False

    def at(self, place: int) -> bool:
        """Whether the line at a place is shouted; places are asked for in their order."""
        if place > self._end:
            start = self._text.rfind("\n", 0, place) + 1
            end = self._text.find("\n", place)
            self._end = len(self._text) if end < 0 else end
            line = self._text[start : self._end]
            self._loud = line.isupper() and any(word not in self._listed for word in _LONG_WORD.findall(line))
        return self._loud


def _is_ordinary(match: NameMatch, text: str, lines: _Shouting) -> bool:
    """Whether what looks like a listed word is none where it stands."""
    name = match.name
    if not name.is_short_form:
        return name.name == _ORDINARY_AT_THE_START and not _is_title(match, text)
    before = text[max(0, match.start - 40) : match.start]
    return (
        (name.name in _CLUBS and bool(_CLUB.search(before)))
        or (name.name in _UNITS and bool(_NUMBER.search(before)))
        or (name.name in _COURT_CASES and bool(_NUMBERED.match(text, match.end)))
        or lines.at(match.start)
    )


def _is_title(match: NameMatch, text: str) -> bool:
    """Whether "Mina planer" is the system of that name, and not what somebody plans."""
    as_written = text.startswith(_ORDINARY_AT_THE_START, match.start)
    return as_written and not _STARTS.search(text, max(0, match.start - 12), match.start)
