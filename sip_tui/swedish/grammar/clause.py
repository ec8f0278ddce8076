"""The words of a line, and what kind of word each is, as far as that can be told without a dictionary.

Only common verbs are known, so "no verb" means "none that is known": whoever asks must do nothing then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sip_tui.swedish.grammar.verbs import Tense, tense
from sip_tui.swedish.grammar.word_set import word_set

_WORD = re.compile(r"\w+(?:[-:'’]\w+)*")
_ENDS = re.compile(r"[.!?;:…|•>\n]|[-–*#\]]\s+$|^\s*[-–*#]")
_PAUSES = re.compile(r"[,()”“„\"»«]|\s[-–]\s")

AUXILIARIES = word_set(
    """
    ska skall kan vill får måste bör har hade är var blir blev ville kunde skulle fick behöver behövde brukar
    brukade kommer tänker tänkte orkar orkade vågar vågade hinner hann slipper slapp
    """
)
"""Verbs in the present or the past that another verb follows."""
_MORE_FINITE = word_set(
    """
    mår mådde tycker tyckte tror trodde säger sa sade går gick kom bor bodde sover sov äter åt ser såg hör hörde
    vet visste heter fungerar fungerade börjar började slutar slutade trivs trivdes känns kändes finns fanns
    behövs upplever upplevde önskar önskade känner kände berättar berättade beskriver beskrev undrar undrade
    funderar oroar längtar hoppas gör gjorde tar tog ger gav sitter satt ligger låg står stod reser rest umgås
    träffas ringde skrev läste lämnade hämtade hjälpte stöttade stöttar träffade bokade skickade deltar deltog
    ansvarar håller höll lägger lade sköter skötte klarar klarade använder använde lyssnar lyssnade saknar
    saknade vaknar somnar pratar pratade väntar väntade återkommer flyttar flyttade simmar spelar handlar städar
    lagar lever samtycker accepterar medverkar kontaktar ordnar meddelar ansöker
    """
)
_SHORT_INFINITIVES = word_set("få gå se ge ta bo må tro sy stå förstå be dö ske nå slå klä bli ha le bero")
_NO_INFINITIVES = word_set(
    """
    alla andra bara bra båda dina egna era flera mina nya olika sina stora våra mamma pappa hela
    """
)
SUBJUNCTIONS = word_set(
    """
    att som när om eftersom medan innan därför tills ifall fast fastän huruvida hur vad vem vilka vilken vilket
    varför var där då så än sedan
    """
)
"""Words that begin a clause of its own, or a question."""
AND = frozenset({"och", "samt", "men", "eller"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line."""

    start: int
    end: int
    text: str
    opens: bool
    """Whether a sentence, a list item or a cell begins with it."""
    paused: bool
    """Whether a comma, a bracket or a dash stands before it."""

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def has_capital(self) -> bool:
        """Whether it is written with a capital and not in capitals all through: "Anna", and neither "BUP" nor "X"."""
        return self.text[:1].isupper() and self.text[1:2].islower()


def words_of(line: str) -> tuple[Word, ...]:
    """Take a line apart into words, each with what stands before it."""
    words: list[Word] = []
    behind = 0
    for match in _WORD.finditer(line):
        gap = line[behind : match.start()]
        opens = not words or bool(_ENDS.search(gap))
        words.append(Word(match.start(), match.end(), match[0], opens, bool(_PAUSES.search(gap))))
        behind = match.end()
    return tuple(words)


def is_finite(word: str) -> bool:
    """Whether a word, in small letters, is a common verb in the present or the past."""
    return word in AUXILIARIES or word in _MORE_FINITE or tense(word) is Tense.PRESENT


def is_infinitive(word: str) -> bool:
    """Whether a word, in small letters, may follow "att" or "vill" as a verb."""
    return word in _SHORT_INFINITIVES or (word.endswith("a") and len(word) > 2 and word not in _NO_INFINITIVES)
