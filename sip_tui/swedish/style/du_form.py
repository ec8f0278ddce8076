"""The du-form: what is written about the person is written to the person (seed rows 47, 100).

"Patienten ska få sin medicin" is "Du ska få din medicin". Every finding is a hint: who "hon" is, only those in the room
know, so nothing is said once somebody else has been named on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sip_tui.swedish.grammar.clause import AND, AUXILIARIES, SUBJUNCTIONS, Word, is_finite, is_infinitive, words_of
from sip_tui.swedish.style.finding import StyleFinding, as_typed
from sip_tui.swedish.style.possessive import possessive
from sip_tui.swedish.style.you_case import SUBJECT, case
from sip_tui.swedish.style.you_words import AFTER_DEN, CHILD, CONTROLS, HER, HERS, OWN, PERSON, SHE, names_somebody_else

_LINE = re.compile(r"[^\n]+")
_PRONOUNS = SHE | HER | HERS
_NO_NOUNS = frozenset({"även", "igen", "men", "sen"})
_OTHER_SUBJECTS = PERSON | SHE | {"jag", "du", "vi", "ni", "de", "man", "den", "det"}


@dataclass(frozen=True, slots=True)
class _Mention:
    """The person, named in ``words[first : last + 1]``."""

    first: int
    last: int
    owns: bool = False
    pronoun: str = ""


def to_you(text: str, *, child: bool = False) -> tuple[StyleFinding, ...]:
    """Find what speaks about the person instead of to the person, in the order of the text.

    Args:
        text: One line or many; what is known of a line ends with it.
        child: Whether "barnet" and "eleven" are the person too.

    Returns:
        Each place with "du", "dig", "din", "ditt" or "dina" as its fix, with a capital where a sentence begins with
        it; the fix is None where subject and object cannot be told apart.
    """
    person = PERSON | CHILD if child else PERSON
    return as_typed(text, lambda plain: _in_lines(plain, person))


def _in_lines(text: str, person: frozenset[str]) -> Iterator[StyleFinding]:
    for line in _LINE.finditer(text):
        found = {one.start: one for one in _in_line(line[0], words_of(line[0]), person)}
        for start in sorted(found):
            one = found[start]
            yield replace(one, start=one.start + line.start(), end=one.end + line.start())


def _in_line(line: str, words: tuple[Word, ...], person: frozenset[str]) -> Iterator[StyleFinding]:
    somebody_else = False
    for at, word in enumerate(words):
        named = names_somebody_else(words, at)
        mention = None if named else _mention(words, at, person)
        somebody_else = somebody_else or named
        if word.low == "du":
            yield from _own(words, at)
        if mention is None or (mention.pronoun and somebody_else):
            continue
        fix = _fix(words, mention)
        yield _found(line, words, mention, fix)
        if fix == SUBJECT:
            yield from _own(words, mention.last)


def _mention(words: tuple[Word, ...], at: int, person: frozenset[str]) -> _Mention | None:
    low = words[at].low
    if low in _PRONOUNS:
        return _Mention(at, at, low in HERS, low)
    if low in person or low.removesuffix("s") in person:
        return None if _after_den(words, at) or _is_said_of_you(words, at) else _Mention(at, at, low not in person)
    if low == "den" and at + 1 < len(words) and not words[at + 1].opens:
        return _the_individual(words, at)
    return None


def _after_den(words: tuple[Word, ...], at: int) -> bool:
    return at > 1 and [one.low for one in words[at - 2 : at]] == ["den", "enskilda"]


def _is_said_of_you(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word says what somebody is who is spoken to already: "det är du som är huvudpersonen"."""
    return any(word.low == "du" for word in words[max(0, at - 4) : at]) and words[at - 1].low in {"är", "var"}


def _the_individual(words: tuple[Word, ...], at: int) -> _Mention | None:
    """Read "den enskilde", "den enskilda", "den enskilda personen", and none of "den enskilda skolan"."""
    low = words[at + 1].low
    after = words[at + 2].low if at + 2 < len(words) and not words[at + 2].opens else ""
    if low == "enskilda" and after.removesuffix("s") in AFTER_DEN:
        return _Mention(at, at + 2, after not in AFTER_DEN)
    if low in {"enskildes", "enskildas"}:
        return _Mention(at, at + 1, owns=True)
    alone = not after or is_finite(after) or after in AND | SUBJUNCTIONS | {"själv", "inte", "i", "på", "med", "till"}
    if (low == "enskilde" and not (after.endswith("en") and after not in _NO_NOUNS)) or (
        low == "enskilda" and (alone or words[at + 2].paused)
    ):
        return _Mention(at, at + 1)
    return None


def _fix(words: tuple[Word, ...], mention: _Mention) -> str | None:
    if mention.owns:
        return possessive(_following(words, mention.last))
    if mention.pronoun in HER:
        return "dig"
    if mention.pronoun in {"hon", "han"}:
        return SUBJECT
    return case(words, mention.first, mention.last)


def _following(words: tuple[Word, ...], last: int) -> list[str]:
    """The words after one, up to the next stop."""
    following: list[str] = []
    for word in words[last + 1 : last + 6]:
        if word.opens or word.paused:
            break
        following.append(word.low)
    return following


def _own(words: tuple[Word, ...], subject: int) -> Iterator[StyleFinding]:
    """Find "sig" and "sin" that belong to the person, as long as nobody else can be the one meant."""
    for at in range(subject + 1, len(words)):
        word = words[at]
        fix = OWN.get(word.low)
        if word.opens or (word.paused and not fix) or _another_subject(words, at):
            return
        if fix:
            yield StyleFinding(word.start, word.end, word.text, fix)


def _another_subject(words: tuple[Word, ...], at: int) -> bool:
    low = words[at].low
    after = words[at + 1].low if at + 1 < len(words) else ""
    if low in AND:
        return not (is_finite(after) or is_infinitive(after) or after in OWN)
    if low == "att":
        return not is_infinitive(after)
    starts = low in SUBJUNCTIONS or low in _OTHER_SUBJECTS or (low in CONTROLS and low not in AUXILIARIES)
    return starts or words[at].text[:1].isupper() or names_somebody_else(words, at)


def _found(line: str, words: tuple[Word, ...], mention: _Mention, fix: str | None) -> StyleFinding:
    first, start, end = words[mention.first], words[mention.first].start, words[mention.last].end
    written = line[start:end]
    if fix and first.opens and first.text[:1].isupper():
        fix = fix.upper() if written.isupper() else fix.capitalize()
    return StyleFinding(start, end, written, fix)
