"""The jargon watch: hard words in what the secretary types, so that somebody asks what they mean (F34; seed row 201).

Two lists are looked for: the shipped word list, and the words that somebody has asked about in this meeting. A word
that has been explained in the room is no longer an alarm. Ordinary Swedish must never be one: an alarm that comes for
nothing teaches people not to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sip_tui.meeting.model.meeting import Term
from sip_tui.resources import glossary
from sip_tui.swedish.grammar.lexicon import Lexicon, NameMatch, stems
from sip_tui.swedish.style import composed

_THE_MEETINGS_OWN = (
    "SIP",
    "samordnad individuell plan",
    "sip-plan",
    "SIP'en",
    "SIP-möte",
    "planeringsmöte",
    "samordningsmöte",
    "avslutningsmöte",
    "uppföljningsmöte",
    "uppföljning",
    "utvärdering",
    "utvärdera",
    "kallelse",
    "inbjudan",
    "åtgärd",
    "huvudmål",
    "delmål",
    "långsiktigt mål",
    "kortsiktigt mål",
    "mål på lång sikt",
    "mål på kort sikt",
    "uppdatera planen",
    "huvudansvarig",
    "samtycke",
    "sekretess",
    "sekretessen",
)
"""What the meeting is called and what it is made of: everybody has been told before it began, or when it opened."""
_THOSE_AROUND_THE_TABLE = (
    "ordförande",
    "mötesledare",
    "den som leder mötet",
    "sekreterare",
    "den som antecknar",
    "den som kallar",
    "vårdnadshavare",
    "närstående",
    "anhörig",
    "samordnare",
    "SIP-samordnare",
    "kurator",
    "skolkurator",
    "socialsekreterare",
    "handläggare",
    "sjuksköterska",
    "distriktssköterska",
    "undersköterska",
    "sjukgymnast",
    "husläkare",
    "elevassistent",
    "tolk",
    "språktolk",
    "teckenspråkstolk",
)
"""Common titles, and roles that people have presented themselves with when the meeting opened."""
_THE_PERSON = ("den enskilde", "individen", "huvudpersonen", "brukare", "klient")
"""No hard words, but the wrong ones: what is written about the person is to say "du" (seed row 100)."""
_EVERYDAY = (
    "barnets rättigheter",
    "Försäkringskassan",
    "Arbetsförmedlingen",
    "barn- och ungdomspsykiatrin",
    "vuxenpsykiatrin",
    "soc",
    "socialen",
    "region",
    "landsting",
    "vårdcentral",
    "hälsocentral",
    "inlagd",
    "hemtjänst",
    "äldreboende",
    "fosterhem",
    "placerad",
    "hjälpmedel",
    "trygghetslarm",
    "socialbidrag",
    "förtidspension",
    "sjukskrivning",
    "sjukskriven",
    "adhd",
    "autism",
    "Asperger",
    "självmordsrisk",
    "kroppslig",
    "journal",
    "patientjournal",
    "1177",
    "överenskommelse",
    "delaktig",
    "inflytande",
    "återhämtning",
    "mellan stolarna",
    "skolfrånvaro",
    "nätverk",
    "umgänge",
    "specialpedagog",
    "speciallärare",
    "studie- och yrkesvägledare",
    "svenska för invandrare",
    "svenska som andraspråk",
    "ungdomsmottagning",
    "ätstörning",
    "kontaktfamilj",
    "bostadstillägg",
    "växelvis boende",
    "skyddat boende",
    "våld i nära relation",
    "dospåsar",
)
"""Listed because somebody may ask, but used by everybody, and often in an everyday sense ("en överenskommelse")."""
LOOK_ALIKE = ("AT-läkare", "AT-tjänst", "IP-adress", "IP-nummer", "IP-telefon", "IP-telefoni", "MI-5")
"""Begin as a short form of the list and mean something else."""
KNOWN = frozenset((*_THE_MEETINGS_OWN, *_THOSE_AROUND_THE_TABLE, *_THE_PERSON, *_EVERYDAY, *LOOK_ALIKE))
"""Names that are no alarm, unless somebody in the meeting has asked about them all the same."""

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
        words = shipped_words() if listed is None else listed
        answered: dict[str, bool] = {}
        own: dict[str, str] = {}
        for one in terms:
            if (term := one.term.strip()) and len(term) <= _LONGEST_TERM:
                name = words.whole(term) or words.whole(term.upper())
                head = name.head if name else term
                answered[head] = answered.get(head, False) or bool(one.answer.strip())
                own |= {} if name else _as_heard(term)
        return cls(words.more(own), answered)

    def find(self, text: str) -> tuple[JargonMatch, ...]:
        """Find the hard words in a text, in its order; spans are indexes into ``text`` and never overlap."""
        plain, at = composed(text)
        hits = (self._hit(match, text, at[match.start], at[match.end]) for match in self._alarms(plain))
        return tuple(hits)

    def _alarms(self, plain: str) -> Iterator[NameMatch]:
        lines = _Shouting(plain, self.words)
        for match in self.words.find(plain):
            name = match.name
            if name.head in self.answered or (name.name not in KNOWN and not _is_ordinary(match, plain, lines)):
                yield match

    def _hit(self, match: NameMatch, text: str, start: int, end: int) -> JargonMatch:
        head = match.name.head
        answered = self.answered.get(head)
        return JargonMatch(start, end, text[start:end], head, explained=answered is True, asked=answered is False)


@cache
def shipped_words() -> Lexicon:
    """The shipped word list, and the words that only look as if they were in it."""
    return Lexicon.of({**glossary.glossary_names(), **{name: name for name in LOOK_ALIKE}})


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
