"""The du-form: turn text about the person to the person, "Samir möter Tuva" to "Samir möter dig".

Usage, by the minutes, the board, the summary and the hints (``phrasing.wording.addressee`` makes the addressee
of a meeting, for the person or for a guardian)::

    tuva = Addressee.of("Tuva Ekmarken", "Tuva", others=("Samir Haddad", "Åsa Ekmarken"))
    turned = address("Hjälper Tuva med läxor. Rut sa att hon ringer.", tuva)
    turned.text     # "Hjälper dig med läxor. Rut sa att hon ringer."
    turned.unsure   # spans in turned.text of sentences that were left as they are; empty here

A sentence in which one place cannot be told for sure is left whole, and its span is in ``unsure``: the caller keeps the
name on paper, puts the role in mail, and shows the sentence in the review. A text of several lines is read as one, for
who "hon" is may stand in the line before; a blank line ends what is known. On a guardian's paper the addressee is the
guardian: ``Addressee.of("Åsa Ekmarken", "mamma")``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from sip_tui.swedish.grammar.clause import words_of
from sip_tui.swedish.grammar.other_people import pronouns_of
from sip_tui.swedish.grammar.people import PRONOUNS, REFLEXIVE, Addressee, find_mention
from sip_tui.swedish.style import StyleFinding, as_typed
from sip_tui.swedish.style.antecedents import PARAGRAPH
from sip_tui.swedish.style.du_reader import Reader

__all__ = ["Addressed", "Addressee", "address", "find_about", "with_pronoun_used"]
Sentence = tuple[int, int, tuple[StyleFinding, ...]]
"""Where a sentence begins and ends, and what is found in it."""
_AHEAD = 3
"""How many signs after a paragraph tell whether its last sentence asks."""
_NEAR = 12
"""How many words after the name a pronoun is the person's when nobody else stands between."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """A text turned to the person."""

    text: str
    unsure: tuple[tuple[int, int], ...] = ()
    """Spans of ``text``: sentences about the person that were left as they are."""
    turned: tuple[StyleFinding, ...] = ()
    """What was put in: the places in ``text``, the words that stood there, and the fix."""
    replaced: tuple[StyleFinding, ...] = ()
    """The same with the places in the text as it was given (NFC)."""


def address(text: str, person: Addressee, *, acts: bool = False) -> Addressed:
    """Turn a text to the person.

    Args:
        text: Any text; several lines count as one paragraph until a blank line.
        person: Whom it is turned to.
        acts: Whether the person does what a text says that begins with a verb: "Tar sin medicin".
    """
    plain = unicodedata.normalize("NFC", text)
    parts: list[str] = []
    unsure: list[tuple[int, int]] = []
    turned: list[StyleFinding] = []
    replaced: list[StyleFinding] = []
    behind = length = 0
    for start, end, found in _sentences(plain, person, acts):
        is_unsure = any(each.fix is None for each in found)
        start += length - behind
        for each in () if is_unsure else found:
            parts += [plain[behind : each.start], fix := each.fix or ""]
            length += sum(map(len, parts[-2:]))
            turned.append(StyleFinding(length - len(fix), length, each.words, fix))
            replaced.append(each)
            behind = each.end
        if is_unsure:
            unsure.append((start, end + length - behind))
    return Addressed("".join(parts) + plain[behind:], tuple(unsure), tuple(turned), tuple(replaced))


def find_about(text: str, person: Addressee) -> tuple[StyleFinding, ...]:
    """Find what speaks about the person instead of to the person, in the order of the text.

    Returns:
        Each place with "du", "dig", "din", "ditt" or "dina" as its fix, with a capital where a sentence begins with
        it; the fix is None where it cannot be told.
    """
    return as_typed(
        text,
        lambda plain: (each for *_span, found in _sentences(plain, person, False) for each in found if _is_hint(each)),
    )


def _is_hint(found: StyleFinding) -> bool:
    """Whether it is worth a hint: who "hon" is, when it is not clear, those in the room know."""
    return found.fix is not None or found.words.lower() not in PRONOUNS.keys() | REFLEXIVE.keys()


def _sentences(text: str, person: Addressee, acts: bool) -> Iterator[Sentence]:
    """Give each sentence with what is found in it; what is known of who is "hon" ends with the paragraph."""
    for paragraph in PARAGRAPH.finditer(text):
        base, size = paragraph.start(), len(paragraph[0])
        for start, end, found in _read(text[base : base + size + _AHEAD], size, person, acts):
            yield base + start, base + end, tuple(_moved(each, base) for each in found)


@lru_cache(maxsize=2048)
def _read(text: str, size: int, person: Addressee, acts: bool) -> tuple[Sentence, ...]:
    """Read the paragraph ``text[:size]``; remembered, since notes are read again after every line that is typed."""
    paragraph = text[:size]
    if not acts and not person.may_be_mentioned(paragraph):
        return ()
    reader = Reader(text, 0, words_of(paragraph), person)
    opens = [at for at, word in enumerate(reader.words) if word.opens]
    return tuple(
        (reader.words[first].start, reader.words[end - 1].end, reader.read(first, end, acts))
        for first, end in pairwise([*opens, len(reader.words)])
    )


def _moved(found: StyleFinding, by: int) -> StyleFinding:
    return StyleFinding(found.start + by, found.end + by, found.words, found.fix) if by else found


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
        if not person.may_be_mentioned(paragraph[0]):
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
