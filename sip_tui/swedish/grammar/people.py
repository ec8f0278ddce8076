"""People named in a text: the addressee, others and their pronouns. Source: Svenska Akademiens grammatik."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import (
    AND,
    Word,
    is_finite,
)
from sip_tui.swedish.grammar.genitive import stands_before_noun
from sip_tui.swedish.grammar.initials import is_initial
from sip_tui.swedish.grammar.person_words import given_name_pronouns

_WORD = re.compile(r"\w+(?:[-:'’]\w+)*")
_ENDING = re.compile(r"(?::s|['’]s?|s)$")
PRONOUNS = {
    **dict.fromkeys(("hon", "henne", "hennes"), "hon"),
    **dict.fromkeys(("han", "honom", "hans"), "han"),
    **dict.fromkeys(("hen", "henom", "hens"), "hen"),
}
"""Pronoun in each form → the form that a subject has."""
REFLEXIVE = {"sig": "dig", "sin": "din", "sitt": "ditt", "sina": "dina"}
_PARENTS = {"mamma": "hon", "mamman": "hon", "pappa": "han", "pappan": "han"}
_TELLS_THAT = frozenset(
    {"att", "om", "hur", "när", "varför", "ifall", "med", "m", "hos", "till", "t", "åt", "från", "fr"}
)
_NEAR_CHILD = 6
"""How many words before what is said the child is named."""
_OWNING = frozenset({"hennes", "hans", "hens"})
_ARTICLES = frozenset({"den", "det", "de"})
_AFTER_ENSKILDA = ("personen", "individen", "patienten", "brukaren", "klienten", "människan")
_CALLED = frozenset({"heta", "heter", "hette", "kallas", "kallades", "kallad", "döpt", "döptes"})
"""After these a name is told of, and nobody named: "hon heter Tuva"."""


@dataclass(frozen=True)
class Addressee:
    """The one that a text is turned to, and the others who may be meant by "hon"."""

    names: frozenset[str] = frozenset()
    """Names in small letters: "tuva ekmarken", "tuva", "tuvis", and words such as "mamma"."""
    pronouns: frozenset[str] = frozenset({"hon", "han", "hen"})
    others: frozenset[str] = frozenset()
    """Words of the names of everybody else, in small letters."""
    called: frozenset[str] = frozenset()
    """What the person is called as a case: "patienten"; with "barnet" in a meeting about a child."""
    helpers: frozenset[str] = frozenset()
    """Words of the names of those who are there by profession, in small letters."""
    children: frozenset[str] = frozenset()
    """Words of the names of the addressee's own children, who say "mamma"."""
    roles: frozenset[tuple[str, str]] = frozenset()
    """Given names with what only this one is: "göran", "pappa"."""
    initials: frozenset[str] = frozenset()
    """Capitals that a sentence about the addressee begins with: "E vill sitta själv"."""

    @classmethod
    def of(
        cls,
        *names: str,
        others: Iterable[str] = (),
        helpers: Iterable[str] = (),
        children: Iterable[str] = (),
        roles: Iterable[tuple[str, str]] = (),
        pronouns: str = "",
        child: bool = False,
        called: bool = True,
    ) -> Addressee:
        """Make it of names as they are written: the full name, what the person is called, short forms.

        Args:
            names: Names and kin words; the first word of a full name counts too.
            others: Names of everybody else on the roll.
            helpers: Those of them who are there by profession.
            children: Those of them who are the addressee's own children.
            roles: Names with what only this one is: "Göran Moberg", "pappa".
            pronouns: "hon", "han" or "hen" when it is known; else it goes by the given name.
            child: Whether "barnet" and "eleven" are the person.
            called: Whether "patienten" and "den enskilde" are the person; a guardian is never called so.
        """
        own = [" ".join(_WORD.findall(name.lower())) for name in names]
        firsts = [name.split()[0] for name in own if name]
        goes_by = (
            frozenset({pronouns, "hen"}) if pronouns else next(filter(None, map(given_name_pronouns, firsts)), None)
        )
        cases = table("du_form", "person") if called else frozenset[str]()
        cases |= table("du_form", "child") if child else frozenset()
        other, helping = _words_of_names(others), _words_of_names(helpers)
        kept = frozenset(name for name in (*own, *firsts) if len(name) > 1)
        family = _words_of_names(children) - kept
        called_so = frozenset((name.lower().split()[0], role) for name, role in roles)
        return cls(kept, goes_by or cls.pronouns, other - kept, cases, helping - kept, family, called_so)

    def also_written(self, *names: str) -> Addressee:
        """Make it of more ways to write the addressee's name: "Tuvis", "T.E."."""
        initials = frozenset(name for name in names if len(name) == 1)
        more = frozenset(" ".join(_WORD.findall(name.lower())) for name in names if len(name) > 1)
        return replace(self, names=self.names | (more - {""}), initials=initials)

    @cached_property
    def by_first_word(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """First word of a name → names, the longest first."""
        split = sorted((tuple(name.split()) for name in self.names | self.called), key=len, reverse=True)
        return {words[0]: tuple(each for each in split if each[0] == words[0]) for words in split}

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Every word, in small letters, that a mention of the addressee may begin with."""
        endings = ("", "s", ":s", "'", "’", "'s", "’s")
        own = {f"{first}{ending}" for first in self.by_first_word for ending in endings}
        initials = {f"{initial.lower()}{ending}" for initial in self.initials for ending in ("", "s", ":s")}
        parent = {f"{word}{ending}" for word in self.as_parent for ending in ("", "s")}
        return frozenset(own | PRONOUNS.keys() | {"den"} | initials | parent)

    @cached_property
    def as_parent(self) -> frozenset[str]:
        """What the addressee's own children say: "mamma"."""
        words = {word for word, pronoun in _PARENTS.items() if pronoun in self.pronouns}
        return frozenset(words) if self.children else frozenset()

    @cached_property
    def _looks_mentioned(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, sorted({*self.by_first_word, *self.as_parent})))
        return re.compile(rf"\b(?:(?:{words or '-'})|h[oae]n(?:om|nes|ne|s)?\b|den enskild|du\b)")

    def may_be_mentioned(self, text: str) -> bool:
        """Whether a text may mention the addressee, or speaks to the addressee already."""
        initials = any(re.search(rf"\b{re.escape(initial)}s?\b", text) for initial in self.initials)
        return initials or self._looks_mentioned.search(text.lower()) is not None


def _words_of_names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in _WORD.findall(name.lower()))


@dataclass(frozen=True, slots=True)
class Mention:
    """The person, named in ``words[first : last + 1]``."""

    first: int
    last: int
    owns: bool = False
    pronoun: str = ""
    compound: bool = False
    """Whether the name is a part of a longer word: "Tuva-mötet"."""


def find_mention(words: Sequence[Word], at: int, person: Addressee) -> Mention | None:
    """Find the person at a word: by name, as a case or by a pronoun."""
    low = words[at].low
    if low not in person.beginnings and "-" not in low:
        return None
    if low in PRONOUNS and not (low == "hans" and _is_the_name_hans(words, at)):
        is_quoted = at and low in {"hon", "han", "hen"} and words[at - 1].low.startswith("kalla")
        return None if is_quoted else Mention(at, at, low in _OWNING, low)
    if low.removesuffix("s") in person.as_parent and _is_said_by_child(words, at, person):
        return Mention(at, at, low.endswith("s"))
    if low == "den":
        return _the_individual(words, at) if person.called else None
    return _named(words, at, person, low)


def _named(words: Sequence[Word], at: int, person: Addressee, low: str) -> Mention | None:
    """Find the person by name, by an initial, or as a case."""
    initial, ending = words[at].text[:1], words[at].text[1:]
    if initial in person.initials and (ending in {"s", ":s"} or (not ending and _is_initial(words, at, person))):
        return Mention(at, at, bool(ending))
    if at and not (words[at].opens or words[at - 1].opens) and words[at - 1].low in _CALLED:
        return None
    if "-" in low and (low.partition("-")[0],) in person.by_first_word.get(low.partition("-")[0], ()):
        return Mention(at, at, compound=True)
    if low not in person.called and low in table("du_form", "also_words") and not words[at].has_capital:
        return None
    if low in person.called and (_is_another(words, at) or (at > 1 and words[at - 1].low in {"är", "var"})):
        return None
    bare = _ENDING.sub("", low)
    names = (name for first in ((low,) if bare == low else (low, bare)) for name in person.by_first_word.get(first, ()))
    return next(filter(None, (_as_name(words, name, at) for name in names)), None)


def _is_initial(words: Sequence[Word], at: int, person: Addressee) -> bool:
    """Whether a letter is the person, also in a row after somebody else's that begins the sentence: "M o S ses"."""
    if is_initial(words, at):
        return True
    if at < 2 or words[at - 1].low not in AND or not words[at - 2].opens:
        return False
    letter = words[at - 2].text
    return len(letter) == 1 and letter.isupper() and any(name.startswith(letter.lower()) for name in person.others)


def _is_said_by_child(words: Sequence[Word], at: int, person: Addressee) -> bool:
    """Whether somebody of the addressee's own children speaks of "mamma": "Linus undrar om mamma orkar"."""
    if not at or not (words[at - 1].low in _TELLS_THAT or is_finite(words[at - 1].low)):
        return False
    back = range(at - 2, max(-1, at - 2 - _NEAR_CHILD), -1)
    says = next((each for each in back if words[each].low in person.children), -1)
    told = words[says + 1 : at] if says >= 0 else ()
    return any(is_finite(word.low) for word in told) and not any(word.opens for word in words[says + 1 : at])


def _is_another(words: Sequence[Word], at: int) -> bool:
    """Whether somebody else is told apart: "eleven som slog Tuva", or one is described: "den bästa eleven"."""
    if at > 1 and words[at - 2].low in _ARTICLES and not words[at].opens and not words[at - 1].opens:
        return True
    return at + 1 < len(words) and words[at + 1].low == "som" and not words[at + 1].paused


def _as_name(words: Sequence[Word], name: tuple[str, ...], at: int) -> Mention | None:
    """Compare a name with the words from ``at``; the last may have the ending of the genitive."""
    last = at + len(name) - 1
    if last >= len(words) or (last > at and [word.low for word in words[at:last]] != list(name[:-1])):
        return None
    low = words[last].low
    if name[-1] != low and name[-1] != _ENDING.sub("", low):
        return None
    owns = low != name[-1] or (name[-1][-1:] in "sxz" and stands_before_noun(words, at, last))
    return Mention(at, last, owns)


def _is_the_name_hans(words: Sequence[Word], at: int) -> bool:
    """Whether "Hans" with a capital is a name: in a sentence, or before a verb, a name, or nothing."""
    if not words[at].has_capital or not words[at].opens:
        return words[at].has_capital
    after = words[at + 1] if at + 1 < len(words) and not words[at + 1].opens else None
    return after is None or after.has_capital or after.paused or is_finite(after.low) or after.low in {"och", "på", "i"}


def _the_individual(words: Sequence[Word], at: int) -> Mention | None:
    """Read "den enskilde", "den enskilda", "den enskilda personen", and none of "den enskilda skolan"."""
    low = [word.low for word in takewhile(lambda word: not word.opens, words[at + 1 : at + 3])]
    named, after = (*low, "", "")[:2]
    if named == "enskilda" and after.removesuffix("s") in _AFTER_ENSKILDA:
        return Mention(at, at + 2, after not in _AFTER_ENSKILDA)
    if named in {"enskildes", "enskildas"}:
        return Mention(at, at + 1, owns=True)
    describes = re.fullmatch(r"(?!även|igen|men\b|sen\b)\w+(?:en|an|et|na)", after) and not words[at + 2].paused
    return Mention(at, at + 1) if named in {"enskilde", "enskilda"} and not describes else None
