"""The words and names by which letters typed at a list are known for a word: everyday ones and those of the meeting."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from sip_tui.meeting.model.meeting import Meeting
from sip_tui.paths import name_list
from sip_tui.swedish import words
from sip_tui.swedish.grammar.clause import verb_form

LISTS = ("given_names", "surnames", "words_like_names")
VERBS = ("ar", "er_de", "er_te", "r", "dde", "irregular")
OPENS_WHAT_IS = ("e", "E", "i", "I")
"""Letters that open the form of what is there already; others open the form of something new."""
MOST_IN_NAME = 4
"""Words that a name has at most: "Anna Maria von Essen"."""
MIN_LETTERS = 4
"""Letters of a word that begins before a form; of three too many pairs are words."""


@cache
def _verbs() -> frozenset[str]:
    """Give the known verbs; in the present tense too, in which actions are written."""
    verbs = {verb for table in VERBS for verb in words("verbs", table)}
    return frozenset(verbs | {f"{verb}r" for verb in verbs} | {f"{verb[:-1]}er" for verb in verbs})


@cache
def _everyday() -> tuple[str, ...]:
    """Give the known words in order."""
    names = {name.casefold() for file in LISTS for name in name_list(file)}
    small = words("name_surroundings", "determiners") | words("grammar", "subjunctions")
    return tuple(sorted(_verbs() | names | {word for word in small if len(word) > 1}))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name.casefold() for name in name_list("given_names"))


@cache
def _kin() -> frozenset[str]:
    """Give the words for relatives, who are named as people are: "mamma ringer"."""
    return frozenset(bare for word in words("identifier_cues", "kin") if len(bare := word.strip("*~")) > MIN_LETTERS)


def load() -> None:
    """Read the lists, so that the first word that is typed need not wait for them, nor the first action."""
    _has("")
    _given_names()
    _kin()
    verb_form("")


def is_sentence(text: str) -> bool:
    """Tell a sentence from a name with a role: one of the words behind the first says what somebody does."""
    before_comma = text.casefold().partition(",")[0].split()
    return len(before_comma) > MOST_IN_NAME or any(word in _verbs() for word in before_comma[1:3])


class KnownWords:
    """The words that are known in a meeting."""

    def __init__(self, meeting: Meeting) -> None:
        people = (f"{each.name} {each.role} {each.organisation}" for each in meeting.participants)
        self._people = {word.casefold().strip(",.()") for words in people for word in words.split()} - {""} | _kin()

    def begin(self, text: str) -> bool:
        """Tell whether letters are the beginning of a known word, or begin with one."""
        first = text.casefold().split(" ")[0]
        return any(word.startswith(first) for word in self._people) or _has(first, whole=" " in text)

    def began_before(self, said: str, in_form: str, *, whole: bool = False) -> bool:
        """Tell whether a word began before the form that has taken the rest of it: "a" opened it, and took "nna".

        Args:
            said: All letters.
            in_form: Those that the form has taken.
            whole: Whether the word is at its end, as it is before a space.
        """
        if in_form[0].isupper() or in_form.count(" ") > 1:
            return False
        first, rest = (text.casefold().split(" ")[0] for text in (said, in_form))
        if whole or in_form.endswith(" "):
            # What opened something that was there before is followed by a change of it, which begins with no name.
            is_name = first in _given_names() and (len(first) >= MIN_LETTERS or said.startswith(OPENS_WHAT_IS))
            return is_name or first in self._people or (_has(first) and not _has(rest))
        if " " in in_form or len(said) < MIN_LETTERS:
            return False
        return any(word.startswith(first) for word in self._people) or (self.begin(said) and not self.begin(in_form))


def _has(text: str, *, whole: bool = True) -> bool:
    known = _everyday()
    at = bisect_left(known, text)
    return at < len(known) and (known[at] == text if whole else known[at].startswith(text))
