"""Who is named in a text besides the person, as seen from a pronoun."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from itertools import pairwise
from operator import attrgetter

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, Word, is_finite, subjunctions, verb_form
from sip_tui.swedish.grammar.other_people import pronouns_of
from sip_tui.swedish.grammar.people import PRONOUNS, Addressee, find_mention
from sip_tui.swedish.grammar.person_words import (
    ANY_PRONOUN,
    given_name_pronouns,
    given_names,
    is_role,
    lexical_pronouns,
    names_nobody,
)

_MANY = frozenset({"genom", "via", "två", "tre", "fyra", "flera", "båda", "alla", "sina", "mina", "dina", "många"})
STAFF = "personal"
"""How a word begins that names the staff."""
_GOOD, _MAN = frozenset({"god", "gode"}), frozenset({"man", "mannen"})
_EVERYBODY = frozenset({"personal", "personalen"})
"""They are many, and no "hon"."""
_DAYS = frozenset({"jan", "maj", "dan", "tor", "april"})
"""In small letters they are no names."""
_SHORT_WORDS = frozenset({"tim", "tom", "inga"})
"""In small letters they are names only of those on the roll: "låg 4 tim", "inga besök"."""
_SPEAKER = 4
"""How many words before a colon name who speaks: "Cecilia Holst inleder: hon är nyfiken"."""
_DASHES = frozenset({" - ", " – ", " — "})
_EITHER = frozenset({"hon", "han"})
_WHICH = frozenset({"från", "fr", "som", "där"})
_POLICE = frozenset({"polis", "polisen"})
_SAYS = 8
_ONESELF = frozenset({"jag", "mig", "mej", "min", "mitt", "mina", "vi", "oss"})
_ANIMALS = frozenset({"hund", "hunden", "katt", "katten", "kanin", "kaninen", "häst", "hästen", "marsvin", "marsvinet"})
_NEAR = 5
"""How many words back the verb is looked for in "är en tyst flicka"."""
_COPULAS = frozenset({"är", "var", "blir", "blev", "heter"})


class Who(Enum):
    """Who is named, as seen from a pronoun."""

    PERSON = "the person"
    RIVAL = "somebody who goes by the same pronoun"
    ELSE = "somebody or something else"
    UNKNOWN = "nobody that is known"


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody besides the person: a number, the pronouns, and where the name stood last."""

    number: int
    pronouns: frozenset[str]
    at: int


@cache
def _leads_on() -> frozenset[str]:
    """Words after which another is named: "är rädd för mamma", "blir rädd när pappa skriker"."""
    return subjunctions() | table("du_form", "prepositions") | AND


def may_name_another(text: str, low: str, person: Addressee) -> bool:
    """Whether a word may name somebody besides the person; most words in small letters name nobody."""
    return not text[0].islower() or not names_nobody(low) or low.removesuffix("s") in person.others


@dataclass(slots=True)
class NamedOthers:
    """Those who have been named in a paragraph besides the person.

    Attributes:
        words: The words of the paragraph.
        person: Whom the text is turned to.
        others: Word of a name → who it is.
        staff: Whether somebody of the staff may be meant.
        here: Whether somebody else is named since the line, or what its speaker says, began.
        line: Where the line begins.
        begun: Where the sentence begins.
        own_words: Whether it is what the person says of herself, where "hon" is somebody else: "Tuva: hon tog min bok".
        count: How many others have been named; those who are forgotten keep their numbers.
    """

    words: tuple[Word, ...]
    person: Addressee
    others: dict[str, Other] = field(default_factory=dict)
    staff: bool = False
    here: bool = False
    line: int = 0
    begun: int = 0
    own_words: bool = False
    count: int = 0

    def notice(self, at: int) -> None:
        """Remember somebody else, and which pronouns they may have further on; "genom tolken" names a means."""
        word = self.words[at]
        self.staff |= word.low.startswith(STAFF)
        if word.low in _EVERYBODY or not may_name_another(word.text, word.low, self.person):
            return
        if (at and self.words[at - 1].low in _MANY) or self._is_said_of_person(at):
            return
        if self._is_called_so(at) or self._is_called_in(at):
            return
        pronouns = pronouns_of(self.words, at) or self._by_name(word) or self._by_initial(word)
        if pronouns == ANY_PRONOUN and self._is_thing(at):
            return
        if at and self.words[at - 1].low in _GOOD and word.low.startswith("man"):
            pronouns = ANY_PRONOUN  # "gode mannen" may be a woman
        if pronouns:
            same = self.others.get(word.low) or self.by_role(word.low) or self._same_as(at)
            number = same.number if same else self.count
            self.count += not same
            named = (same.pronouns & pronouns or pronouns) if same else pronouns
            if same and same.pronouns != named:  # "läkaren Peter" is no "hon", wherever "läkaren" stands
                self._also_known(number, named)
            self.others[word.low] = Other(number, named, at)
            self.here = True

    def by_role(self, low: str) -> Other | None:
        """Who is named by name and by what they are: "pappa" is Göran."""
        names = (name for pair in self.person.roles if low in pair for name in pair)
        return next((self.others[name] for name in names if name in self.others), None)

    def _is_called_in(self, at: int) -> bool:
        """Whether a word is the police, whom somebody calls: "Tuva ringer polisen"."""
        if at < 2 or self.words[at].low not in _POLICE or not is_finite(self.words[at - 1].low):
            return False
        calls = self.words[at - 2].low
        named = calls in self.person.others or calls in PRONOUNS or calls in _ONESELF
        return named or find_mention(self.words, at - 2, self.person) is not None

    def _also_known(self, number: int, pronouns: frozenset[str]) -> None:
        """Note which pronouns somebody has, by another word for them."""
        same = {
            name: replace(other, pronouns=pronouns) for name, other in self.others.items() if other.number == number
        }
        self.others |= same

    def is_role(self, at: int) -> bool:
        """Whether a word is a role: "läkaren"."""
        return is_role(self.words[at].low)

    def _is_thing(self, at: int) -> bool:
        """Whether a capital that is no name is a thing or a place: "höjer Elvanse", "bor i Asmara"."""
        word = self.words[at]
        if word.opens or not word.has_capital or word.low.removesuffix("s") in self.person.others:
            return False
        titled = lexical_pronouns(self.words[at - 1].low) or self.words[at - 1].has_capital
        return (
            not titled and not {word.low, word.low.removesuffix("s")} & given_names() and not lexical_pronouns(word.low)
        )

    def _is_called_so(self, at: int) -> bool:
        """Whether a word is what somebody is called, who is named before, "kallar honom Jolle", or an animal."""
        if at and self.words[at - 1].low in _ANIMALS:
            return True
        called = self.words[max(0, at - 2) : at] if self.words[at].has_capital else ()
        return len(called) > 1 and called[1].low in PRONOUNS and called[0].low.startswith("kalla")

    def _is_said_of_person(self, at: int) -> bool:
        """Whether a word says what the person is: "Tuva är vår dotter"."""
        if self.words[at].has_capital:
            return False
        back = range(at - 1, max(0, at - _NEAR) - 1, -1)
        verb = next((each for each in back if is_finite(self.words[each].low)), 0)
        if not verb or self.words[verb].low not in _COPULAS:
            return False
        if any(word.low in _leads_on() for word in self.words[verb + 1 : at]):
            return False
        mention = find_mention(self.words, verb - 1, self.person)
        return mention is not None and not mention.owns and not mention.pronoun

    def _same_as(self, at: int) -> Other | None:
        """Who is named by the word before too: "Sonen Anders", "Nadia är lillasyster"."""
        if not self.others or self.words[at].opens or self.words[at].paused:
            return None
        latest = max(self.others.values(), key=attrgetter("at"))
        good_man = self.words[at - 1].low in _MAN and self.words[latest.at].low in _GOOD  # "gode man Birgit"
        between = () if good_man else self.words[latest.at + 1 : at]
        verbs = [word.low for word in between if is_finite(word.low)]
        is_same = not between or (
            len(between) < 6 and verbs and {*verbs} <= _COPULAS and not self.words[at].has_capital
        )
        return latest if is_same else None

    def begin(self, gap: str, first: int) -> None:
        """Begin a sentence after a gap of the text; only a line, and what a speaker says, pass those named before.

        Who was named before the line above is forgotten.
        """
        told = gap.startswith(":") or (gap in _DASHES and self._are_names(first))
        self.here &= "\n" not in gap and ":" not in gap and not told
        by_person = told and first > 0 and find_mention(self.words, first - 1, self.person) is not None
        self.own_words = by_person and (self._speaks_of_self(first) or self._points_out(first))
        if told and (
            self.words[first].low in PRONOUNS or self._speaks_of_self(first)
        ):  # who speaks is no "hon": "Rut: hon får nyckel"
            speaker = max(first - _SPEAKER, self.begun)
            speaks = {other.number for other in self.others.values() if speaker <= other.at < first}
            self.others = {name: other for name, other in self.others.items() if other.number not in speaks}
        self.begun = first
        if "\n" in gap:
            self.others = {name: other for name, other in self.others.items() if other.at >= self.line}
            self.line = first

    def _are_names(self, first: int) -> bool:
        """Whether the sentence before ``words[first]`` is a name alone: "Rut - hon sover"."""
        words = self.words[self.begun : first]
        return len(words) < _SPEAKER and all(word.low in self.person.others for word in words)

    def _speaks_of_self(self, first: int) -> bool:
        """Whether what a sentence says is somebody's own words: "pappa: hos mig går det trögare"."""
        said = range(first, min(first + _SAYS, len(self.words)))
        return any(self.words[at].low in _ONESELF and not self.words[at - 1].low.isdigit() for at in said)  # "20 min"

    def _points_out(self, first: int) -> bool:
        """Whether what is said is of another, who is pointed out: "Tuva: inte hon från sist"."""
        said = self.words[first : first + _SAYS]
        return any(word.low in PRONOUNS and then.low in _WHICH for word, then in pairwise(said))

    def follow(self) -> None:
        """Follow the person, who is the first that the line names who may be meant: those before it are passed."""
        own = self.person.pronouns - {"hen"}
        here = {name: other for name, other in self.others.items() if self.here and other.at >= self.line}
        if not any(other.pronouns & own for other in here.values()):
            self.others = here

    def rivals(self, pronoun: str, *, here: bool = False) -> frozenset[int]:
        """Give the others who may be meant by a pronoun, or only those ``here``, in its line."""
        goes_by, since = PRONOUNS[pronoun], self.line if here else 0
        others = (other for other in self.others.values() if other.at >= since)
        if goes_by == "hen":  # who has a name of one kind is called "hon" or "han"
            others = (other for other in others if other.pronouns >= _EITHER)
        return frozenset(other.number for other in others if goes_by in other.pronouns)

    def _by_initial(self, word: Word) -> frozenset[str]:
        """Give the pronouns of somebody named before whose initial begins the sentence: "L frågar"."""
        if len(word.text) > 1 or not (word.opens and word.text.isupper()):
            return frozenset()
        named = [other for name, other in self.others.items() if name.startswith(word.low)]
        if named:
            self.others[word.low] = named[-1]
        return named[-1].pronouns if named else frozenset()

    def _by_name(self, word: Word) -> frozenset[str]:
        """Give the pronouns of somebody on the roll, or with a common name, also in small letters; empty for others."""
        is_ordinary = word.low in table("du_form", "also_words") | _DAYS or verb_form(word.low) is not None
        is_ordinary |= word.low in _SHORT_WORDS - self.person.others
        if word.low in self.person.names or (is_ordinary and not word.has_capital):
            return frozenset()
        on_roll = word.low.removesuffix("s") in self.person.others
        return given_name_pronouns(word.low) or (Addressee.pronouns if on_roll else frozenset())
