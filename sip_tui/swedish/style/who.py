"""Who is named in a text besides the person, as seen from a pronoun."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from operator import attrgetter

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, Word, is_finite, subjunctions, verb_form
from sip_tui.swedish.grammar.people import PRONOUNS, Addressee, find_mention, pronouns_of
from sip_tui.swedish.grammar.person_words import given_name_pronouns, names_nobody

_MANY = frozenset({"genom", "via", "två", "tre", "fyra", "flera", "båda", "alla", "sina", "mina", "dina", "många"})
STAFF = "personal"
"""How a word begins that names the staff."""
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
    """

    words: tuple[Word, ...]
    person: Addressee
    others: dict[str, Other] = field(default_factory=dict)
    staff: bool = False
    here: bool = False
    line: int = 0

    def notice(self, at: int) -> None:
        """Remember somebody else, and which pronouns they may have further on; "genom tolken" names a means."""
        word = self.words[at]
        self.staff |= word.low.startswith(STAFF)
        if not may_name_another(word.text, word.low, self.person):
            return
        if (at and self.words[at - 1].low in _MANY) or self._is_said_of_person(at):
            return
        pronouns = pronouns_of(self.words, at) or self._by_name(word) or self._by_initial(word)
        if pronouns:
            same = self.others.get(word.low) or self._same_as(at)
            number = same.number if same else len(self.others)
            self.others[word.low] = Other(number, (same.pronouns & pronouns or pronouns) if same else pronouns, at)
            self.here = True

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
        between = self.words[latest.at + 1 : at]
        verbs = [word.low for word in between if is_finite(word.low)]
        is_same = not between or (
            len(between) < 6 and verbs and {*verbs} <= _COPULAS and not self.words[at].has_capital
        )
        return latest if is_same else None

    def begin(self, gap: str, first: int) -> None:
        """Begin a sentence after a gap of the text; only a line, and what a speaker says, pass those named before.

        Who was named before the line above is forgotten.
        """
        self.here &= "\n" not in gap and ":" not in gap
        if gap.startswith(":") and self.words[first].low in PRONOUNS:  # who speaks is no "hon": "Rut: hon får nyckel"
            self.others = {name: other for name, other in self.others.items() if other.at != first - 1}
        if "\n" in gap:
            self.others = {name: other for name, other in self.others.items() if other.at >= self.line}
            self.line = first

    def follow(self) -> None:
        """Follow the person, who is the first that the line names: those before it are passed."""
        self.others.clear()

    def rivals(self, pronoun: str) -> frozenset[int]:
        """Give the others who may be meant by a pronoun."""
        goes_by = PRONOUNS[pronoun]
        return frozenset(other.number for other in self.others.values() if goes_by in other.pronouns)

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
        is_ordinary = word.low in table("du_form", "also_words") or verb_form(word.low) is not None
        if word.low in self.person.names or (is_ordinary and not word.has_capital):
            return frozenset()
        on_roll = word.low.removesuffix("s") in self.person.others
        return given_name_pronouns(word.low) or (Addressee.pronouns if on_roll else frozenset())
