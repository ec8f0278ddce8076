"""What stands around a word that is both a name and a Swedish word: the words of its sentence, before and after it."""

from __future__ import annotations

import re
from collections.abc import Container
from enum import Enum
from typing import ClassVar

from sip_tui.privacy.name_lists import (
    ADJECTIVE,
    KIN,
    ROLES,
    folded,
    is_said_of_a_person,
    is_word,
    starts_sentence,
    usage_of,
)
from sip_tui.privacy.verb_forms import FINITE, PASSIVE, SUPINE, is_finite, is_infinite, is_verb_form, kinds_of
from sip_tui.privacy.word_tables import bits_of, cached_from_tables, is_given_name, words


class Verdict(Enum):
    """What a name that is a word is where it stands; either is for somebody to look at."""

    NAME = "name"
    WORD = "word"
    EITHER = "either"


_AROUND, _AHEAD = 56, 40
"""So many letters before and after a word are looked at."""
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]|\n")
_ENDS = frozenset(".!?\n|;•")
_ENDING = re.compile(r"(?::s|['’]s?|s(?=['’]?(?![^\W\d_])))?(?![^\W\d_])", re.IGNORECASE)
_SHOUTED = re.compile(r"[A-ZÅÄÖ]{2}")
_ABBREVIATED = frozenset(("enl", "m", "t", "f", "fr", "ang", "resp", "dr", "hr", "tel"))
"""What has a full stop after it that ends no sentence."""
AND = frozenset(("o", "och", "å", "&", "+", "/", "samt", "eller", "el", "resp"))
"""What joins two: "bo o rut", "per el jan"."""
_DESCRIBING = ("ig", "iga", "sk", "ska", "lös", "lösa", "full", "fulla", "sam", "nde", "are")
"""How a word that describes a thing ends: "jobbig dag"; so does a neuter: "vanligt liv"."""


class Mark:
    """The words of one table of what tells a name from a word; each is one bit, and one look-up tells them all."""

    tables: ClassVar[list[str]] = []

    def __init__(self, table: str) -> None:
        self.bit = 1 << len(self.tables)
        self.tables.append(table)

    def __contains__(self, word: str) -> bool:
        return bool(_marks().get(word, 0) & self.bit)


@cached_from_tables
def _marks() -> dict[str, int]:
    """The tables of each word, as bits."""
    marks: dict[str, int] = {}
    for place, table in enumerate(Mark.tables):
        for word in words(table, "name_surroundings"):
            marks[word] = marks.get(word, 0) | 1 << place
    return marks


DETERMINERS = Mark("determiners")
PREPOSITIONS = Mark("prepositions")
CONJUNCTIONS = Mark("conjunctions")
ADVERBS = Mark("adverbs")
SUBJECTS = Mark("subjects")
_DESCRIBES = Mark("describing")
_SMALL = DETERMINERS.bit | PREPOSITIONS.bit | CONJUNCTIONS.bit | ADVERBS.bit | SUBJECTS.bit


class Surroundings:
    """A word and what stands around it in its sentence.

    Attributes:
        word: The word in lower case, without its ending.
        usage: What it is as a word, see ``usage_of``.
        ending: The ending of a genitive, as it is written.
        begins: Whether it is the first word of its sentence.
        before: The words and signs before it, the nearest first, in lower case.
        is_whole: Whether these are all, back to where its sentence begins.
        after: Those after it, in the same way.
        stop: The sign that ends its sentence, where it ends soon.
        has_capital: Whether it alone has a capital; in a shouted line every word has.
        known: The names of the roll, folded.
    """

    def __init__(self, text: str, start: int, end: int, known: Container[str]) -> None:
        self.word = text[start:end].lower()
        self.usage = usage_of(self.word)
        ending = _ENDING.match(text, end)
        self.ending = ending[0].lower() if ending else ""
        self.begins = starts_sentence(text, start)
        self.before, self.is_whole = _before(text, start)
        self.after, self.stop = _after(text, end + len(self.ending))
        self.has_capital = text[start].isupper() and not is_shouted(text, start, end)
        self.known = known

    def next(self, at: int = 0) -> str:
        """The word or sign so many places after it; empty where the sentence has ended."""
        return self.after[at] if at < len(self.after) else ""

    def last(self, at: int = 0) -> str:
        """The word or sign so many places before it; empty where the sentence begins."""
        return self.before[at] if at < len(self.before) else ""

    @property
    def verb_place(self) -> int:
        """How many places after it the verb of its clause may stand: "dag kommer", "dag kan", "dag också kan"."""
        return 1 if self.next() in ADVERBS and self.next(1) not in ADVERBS else 0

    def is_named(self, word: str) -> bool:
        """Whether a word is a name of the roll or a given name that is no word."""
        return folded(word) in self.known or (is_given_name(word.title()) and not is_word(word))


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals has others beside it: "EN DAG I TAGET"."""
    if end - start < 2 or not text[start:end].isupper():
        return False
    beside = (text[max(0, start - 8) : start].split()[-1:], text[end : end + 12].split()[:1])
    return any(found and _SHOUTED.match(found[0]) for found in beside)


def _before(text: str, start: int) -> tuple[list[str], bool]:
    """The words and signs before a place, and whether they reach to where the sentence begins."""
    begin = text.rfind("\n", max(0, start - _AROUND), start) + 1 or max(0, start - _AROUND)
    tokens = _TOKEN.findall(text[begin:start].lower()) if begin < start else []
    is_whole = begin == 0 or not text[begin - 1].isalnum()
    found: list[str] = []
    for at in range(len(tokens) - 1, -1 if is_whole else 0, -1):
        token = tokens[at]
        if token not in _ENDS:
            found.append(token)
        elif token != "." or not at or tokens[at - 1] not in _ABBREVIATED:
            return found, True
    return found, begin == 0 or text[begin - 1] == "\n"


def _after(text: str, stop: int) -> tuple[list[str], str]:
    found: list[str] = []
    for token in _TOKEN.findall(text[stop : stop + _AHEAD].lower()):
        if token in _ENDS:
            return found, token
        found.append(token)
    return found, ""


def is_person_word(word: str) -> bool:
    """Whether a word says a relative or a role, and is no genitive: "mentorn", but not "mammas"."""
    bits = KIN.bit | ROLES.bit
    return bool(bits_of(word) & bits) and not (word[-1:] == "s" and bits_of(word[:-1]) & bits)


def is_small_word(word: str) -> bool:
    """Whether a word is no noun, adjective or verb."""
    return word in AND or bool(_marks().get(word, 0) & _SMALL)


def is_thing(word: str) -> bool:
    """Whether a word can be a noun or what describes one: no verb of a sentence, and none of the small words."""
    if is_person_word(word) or word in _DESCRIBES:
        return True
    if not word[:1].isalpha() or is_small_word(word):
        return False
    return not kinds_of(word) & (FINITE | PASSIVE | SUPINE)


def is_determiner(word: str) -> bool:
    """Whether what follows a word is a thing: "en dag", "mitt liv", "en jobbig dag", "ett vanligt liv"."""
    if word in DETERMINERS or word in _DESCRIBES or usage_of(word) & ADJECTIVE:
        return True
    describes = word.endswith(_DESCRIBING) or (word.endswith("t") and not word.endswith("et"))
    return len(word) > 4 and describes and not (is_verb_form(word) or is_small_word(word) or is_person_word(word))


def has_verb(word: str) -> bool:
    """Whether a word after its subject is its verb, also one that is not listed."""
    return is_finite(word) or (is_said_of_a_person(word) and not (is_small_word(word) or is_infinite(word)))
