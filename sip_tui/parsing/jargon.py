"""Find hard words in what the secretary types, so that somebody asks what they mean (requirement 201).

Looked for are the glossary, the words of ``data/sv/jargon.toml``, short forms in capitals, listed ones in small letters
too, and the words that somebody has asked about in this meeting. A word that has been explained in the room is no
longer an alarm. Ordinary Swedish must never be one: an alarm that comes for nothing teaches people not to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from sip_tui.meeting.model.meeting import Term
from sip_tui.parsing.small_short_forms import glued_beginnings, is_meant, small_names
from sip_tui.resources import glossary
from sip_tui.swedish import words
from sip_tui.swedish.grammar.clause import VerbForm, verb_form
from sip_tui.swedish.grammar.lexicon import Lexicon, Name, NameMatch, forms, stems
from sip_tui.swedish.style import composed

_KNOWN = ("own", "roles", "person", "everyday", "look_alike")
"""The tables of ``jargon.toml`` with names that are no alarm."""
_LOUD_VERBS = frozenset({VerbForm.INFINITIVE, VerbForm.PRESENT, VerbForm.PAST})
"""In these forms a verb in capitals is a verb, "MÅSTE"; the others are short like a short form: "LID"."""
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
_PAPERS = frozenset({"GP"})
"""A newspaper where somebody reads it: "läser GP", "GP till frukosten"."""
_READ = re.compile(r"\b(?:läs\w*|bläddra\w*(?: i)?|prenumerera\w*(?: på)?|korsord\w*(?: i)?|tidningen)\s$")
_AT_BREAKFAST = re.compile(r"\s(?:vid|till|med)\s(?:frukost|kaffe|fika)|\si\sbrevlåda")
_ORDINARY_AT_THE_START = "Mina planer"
_STARTS = re.compile(r"(?:^|[.!?:\n])[\s>*•–”\"“-]*$")
_WORD = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.#/\\-])(?:(?:[A-ZÅÄÖ]-)?(?P<capitals>[A-ZÅÄÖ]{3,6})(?:-?\d{1,2}|-[A-ZÅÄÖ]{1,3})?"
    r"(?::?[a-zåäö]{1,2})?(?:-[a-zåäö]+)?|(?P<word>[^\W\d_]{5,}))(?![\w@]|-\w|\.\w)"
)
"""An address, which nobody says; a short form in capitals, "LPT", "WISC-V", "PHQ-9:an"; or a word."""
_SHORTEST_PART = 5
_LONG_PART = 7
"""Letters of a hard word that is one in compounds too."""
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
        answered = self.answered.get(head, self.answered.get(match.name.name))
        return JargonMatch(start, end, text[start:end], head, explained=answered is True, asked=answered is False)


@cache
def shipped_words() -> Lexicon:
    """Make the index of the glossary, of hard words that it does not explain, and of words that only look like one."""
    own = (*words("jargon", "hard"), *words("jargon", "look_alike"))
    listed = Lexicon.of({**{name: name for name in own}, **glossary.glossary_names()})
    return listed.with_small(small_names())


@cache
def known_words() -> frozenset[str]:
    """Give the names that are no alarm, unless somebody in the meeting has asked about them all the same."""
    return frozenset().union(*(words("jargon", table) for table in _KNOWN))


def _unlisted(text: str, start: int, end: int, lines: _Shouting) -> Iterator[NameMatch]:
    """Find compounds of hard words, "barnavårdsutredning", and short forms that nobody has listed, "WISC"."""
    for found in _WORD.finditer(text, start, end):
        short, word = found["capitals"], found["word"]
        if short and not (_is_shouted(short) or lines.at(found.start())):
            yield NameMatch(found.start(), found.end(), Name(found[0], found[0]))
        elif word and (part := _hard_part(word.lower())):
            yield NameMatch(found.start(), found.end(), Name(part, word))


def _is_shouted(short: str) -> bool:
    """Whether everybody knows what stands in capitals: "ICA", a number, a word that is meant to be loud."""
    known = short in words("jargon", "capitals") or verb_form(short.lower()) in _LOUD_VERBS
    return known or bool(_ROMAN.fullmatch(short))


@lru_cache(maxsize=8192)
def _hard_part(word: str) -> str:
    """Give the hard word that a word in small letters begins or ends with; empty when there is none."""
    if short := next((word[:at] for at in (4, 3) if word[:at] in glued_beginnings()), ""):
        return small_names()[short]
    firsts, lasts = _parts()
    begun = (firsts.get(word[:at]) for at in range(_SHORTEST_PART, len(word) + 1))
    ended = (lasts.get(word[at:]) for at in range(2, len(word) - _SHORTEST_PART + 1))
    return next(filter(None, chain(begun, ended)), "")


@cache
def _parts() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Give the first and the last parts of hard compounds: those of the tables, and all forms of long hard words."""
    listed = shipped_words().first.items()
    long = {form: part for form, names in listed if (part := next((name.head for name in names if _is_part(name)), ""))}
    tails = {form: tail for tail in words("jargon", "tails") for form in forms(tail)}
    return {part: part for part in words("jargon", "beginnings")} | long, tails | long


def _is_part(name: Name) -> bool:
    """Whether a listed name is one word that is hard in a compound too; a short one may stand in any word by chance."""
    return len(name.name) >= _LONG_PART and name.name.isalpha() and name.name not in known_words()


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
    if name.is_small:
        return not is_meant(match, text)
    before = text[max(0, match.start - 40) : match.start]
    return (
        (name.name in _CLUBS and bool(_CLUB.search(before)))
        or (name.name in _UNITS and bool(_NUMBER.search(before)))
        or (name.name in _COURT_CASES and bool(_NUMBERED.match(text, match.end)))
        or (name.name in _PAPERS and bool(_READ.search(before) or _AT_BREAKFAST.match(text, match.end)))
        or lines.at(match.start)
    )


def _is_title(match: NameMatch, text: str) -> bool:
    """Whether "Mina planer" is the system of that name, and not what somebody plans."""
    as_written = text.startswith(_ORDINARY_AT_THE_START, match.start)
    return as_written and not _STARTS.search(text, max(0, match.start - 12), match.start)
