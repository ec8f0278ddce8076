"""Antecedents: who besides the person may be meant by "hon", and which pronoun the person goes by.

Source: Svenska Akademiens grammatik: an object is never the subject of its own clause ("att någon frågar henne").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, NOMINATIVE, Word, is_finite, subjunctions, verb_form, words_of
from sip_tui.swedish.grammar.people import (
    PRONOUNS,
    Addressee,
    find_mention,
    given_name_pronouns,
    pronouns_of,
)

PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
OBJECTS = frozenset({"henne", "honom", "henom"})
FAR = 40
"""How many words on what belongs to the person is looked for."""
_NEAR = 12
"""How many words after the name a pronoun is the person's when nobody else stands between."""
_SAME_LINE = re.compile(r"[^\n:]*")
_MEANS = frozenset({"genom", "via"})
_OWNS = frozenset({"hans", "hennes", "hens"})
_NO_SUBJECTS = OBJECTS | _OWNS
"""Forms that are never the subject of their own clause: what is its own is "sin", and it does it to "sig"."""


@dataclass(slots=True)
class Antecedents:
    """Those who have been named in a paragraph besides the person.

    Attributes:
        words: The words of the paragraph.
        person: Whom the text is turned to.
        places: Pronoun → where the only one who goes by it is named; -1 when several are.
        staff: Whether somebody of the staff may be meant.
        here: Whether somebody else is named since the line, or what its speaker says, began.
        beside: "hon" and "han", where the paragraph has them in any form.
    """

    words: tuple[Word, ...]
    person: Addressee
    places: dict[str, int] = field(default_factory=dict)
    staff: bool = False
    beside: frozenset[str] = frozenset()
    here: bool = False

    def __post_init__(self) -> None:
        self.beside = frozenset(PRONOUNS[word.low] for word in self.words if word.low in PRONOUNS) - {"hen"}

    def notice(self, at: int) -> None:
        """Remember somebody else, and which pronouns they may have further on; "genom tolken" names a means."""
        self.staff |= self.words[at].low.startswith("personal")
        if at and self.words[at - 1].low in _MEANS:
            return
        for pronoun in pronouns_of(self.words, at) or self._by_name(self.words[at]):
            self.places[pronoun] = -1 if pronoun in self.places else at
            self.here = True

    def begin(self, gap: str) -> None:
        """Begin a sentence after a gap of the text; only a line, and what a speaker says, pass those named before."""
        self.here = self.here if _SAME_LINE.fullmatch(gap) else False

    def follow(self) -> None:
        """Follow the person, who is the first that the line names: those before it are passed."""
        self.places.clear()

    def may_be(self, pronoun: str, at: int) -> bool:
        """Whether somebody else may be meant by the pronoun ``words[at]``: "hon" beside "han" is one of two."""
        if len(self.beside & self.person.pronouns) > 1:
            return True
        return PRONOUNS[pronoun] in self.places and not (pronoun in _NO_SUBJECTS and self._is_subject(pronoun, at))

    def _by_name(self, word: Word) -> frozenset[str]:
        """Give the pronouns of somebody on the roll, or with a common name, also in small letters; empty for others."""
        is_ordinary = word.low in table("du_form", "also_words") or verb_form(word.low) is not None
        if word.low in self.person.names or (is_ordinary and not word.has_capital):
            return frozenset()
        on_roll = word.low.removesuffix("s") in self.person.others
        return given_name_pronouns(word.low) or (Addressee.pronouns if on_roll else frozenset())

    def _is_subject(self, pronoun: str, at: int) -> bool:
        """Whether the only other is the subject of the clause in which the pronoun is an object."""
        place = self.places[PRONOUNS[pronoun]]
        before = self.words[place - 1].low if place > 0 else ""
        if place < 0 or at - place > _NEAR or before in table("du_form", "prepositions"):
            return False
        between = self.words[place + 1 : at]
        if any(word.opens or word.paused or word.low in subjunctions() | NOMINATIVE for word in between):
            return False
        goes_on = [is_finite(self.words[place + 2 + at].low) for at, word in enumerate(between) if word.low in AND]
        inverted = place > 1 and before in _OWNS and self.words[place - 2].low in {"är", "var"}
        return all(goes_on) and (inverted or sum(map(_may_be_finite, between)) == 1 + len(goes_on))


def _may_be_finite(word: Word) -> bool:
    """Whether a word is a finite verb, or ends as one of the past does: "kramade"."""
    return is_finite(word.low) or (len(word.low) > 5 and word.low.endswith(("ade", "dde")))


def with_pronoun_used(person: Addressee, texts: Iterable[str]) -> Addressee:
    """Settle whether a person is "hon" or "han" by the pronouns that stand close after the name, if all agree."""
    if not {"hon", "han"} <= person.pronouns:
        return person
    used = {pronoun for text in texts for pronoun in _used_in(text, person)} - {"hen"}
    return replace(person, pronouns=frozenset(used | {"hen"})) if len(used) == 1 else person


def _used_in(text: str, person: Addressee) -> set[str]:
    """Give the pronouns in a text with the person's name before them and nobody else between."""
    used: set[str] = set()
    for paragraph in PARAGRAPH.finditer(text):
        if not person.looks_mentioned.search(paragraph[0]):
            continue
        words, left, beside = words_of(paragraph[0]), 0, False
        for at, word in enumerate(words):
            beside &= not word.opens
            mention = find_mention(words, at, person)
            if mention and mention.pronoun:
                used |= {PRONOUNS[mention.pronoun]} if left > 0 else set()
            elif mention:
                left = 0 if beside else _NEAR
            elif pronouns_of(words, at) or word.low in person.others:
                left, beside = 0, True
            left -= 1
    return used
