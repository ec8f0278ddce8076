"""The verbs of an action in another form, all that belong together or none: "Ringa och boka" is "Ringer och bokar"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import (
    AND,
    VerbForm,
    Word,
    infinitive,
    is_auxiliary,
    is_finite,
    opening_form,
    present_of,
    subjunctions,
    verb_form,
    words_of,
)

_NOUNS_TOO = frozenset({"träffar", "tankar"})
"""Nouns that are a verb too; a preposition tells: "Träffar med kuratorn"."""
_DUTIES = frozenset({"skola", "böra"})
"""Verbs that lead to another one, which may stand behind somebody: "Ska soc ha svarat"."""
_THEN = frozenset({"sedan", "sen", "därefter", "även", "också", "inte", "då"})
"""Words between "och" and its verb: "och sedan ringa"."""


class _UntoldError(Exception):
    """It cannot be told to which verb another one is joined."""


def in_present(text: str) -> str:
    """Put the infinitive that a text begins with, and those joined to it, into the present: "Ringer och frågar"."""
    if any(is_finite(word.low) for word in words_of(text)[1:2]):
        return text  # a name that is a verb too: "Bo ringer"
    return _in_other_form(text, VerbForm.INFINITIVE, present_of)


def in_infinitive(text: str) -> str:
    """Put the present that a text begins with, and those joined to it, into the infinitive: "Ringa och fråga"."""
    first, after, *_ = *(word.low for word in words_of(text)[:2]), "", ""
    is_noun = first in _NOUNS_TOO and after in table("du_form", "prepositions")
    led = is_auxiliary(first) and (verb_form(after) or infinitive(first) in _DUTIES)
    return text if is_noun or led else _in_other_form(text, VerbForm.PRESENT, infinitive)


def _in_other_form(text: str, form: VerbForm, other: Callable[[str], str]) -> str:
    """Give the verbs of this form, with which sentences begin and which are joined to those, another form."""
    if opening_form(text) is not form:
        return text
    words = words_of(text)
    begins = [at for at, word in enumerate(words) if not at or word.opens]
    try:
        turned = [
            at
            for start, end in zip(begins, [*begins[1:], len(words)], strict=True)
            for at in _verbs(words[start:end], form, start)
        ]
    except _UntoldError:
        return text
    for at in reversed(turned):
        word, new = words[at], other(words[at].low)
        text = text[: word.start] + (new.capitalize() if word.text[:1].isupper() else new) + text[word.end :]
        text = _with_and(text, words[at - 1]) if at else text
    return text


def _with_and(text: str, before: Word) -> str:
    """Write "o" before a verb out."""
    return text[: before.start] + "och" + text[before.end :] if before.text == "o" else text


def _verbs(words: Sequence[Word], form: VerbForm, start: int) -> Iterator[int]:
    """Find the verbs of a sentence that begins with one of this form: the first, and those joined to it."""
    if verb_form(words[0].low) is not form:
        return
    joined = _joined_infinitives if form is VerbForm.INFINITIVE else _joined_presents
    yield from (start + at for at in (0, *joined(words)))


def _joined_infinitives(words: Sequence[Word]) -> Iterator[int]:
    """Find them; one after another infinitive belongs to that one: "hjälpa Alva att tvätta och städa"."""
    held = False
    for at in range(1, len(words)):
        if verb_form(words[at].low) is not VerbForm.INFINITIVE:
            continue
        if not _is_joined(words, at):
            held |= words[at - 1].low not in table("du_form", "prepositions")
        elif not held:
            yield at
        elif words[at - 1].low in _THEN:
            raise _UntoldError


def _joined_presents(words: Sequence[Word]) -> Iterator[int]:
    """Find them up to a clause of its own: "ringer mamma om hon mår dåligt och pratar"."""
    for at in range(1, len(words)):
        low = words[at].low
        if (low in subjunctions() and _opens_clause(words[at + 1 :])) or is_auxiliary(low):
            return
        if verb_form(low) is VerbForm.PRESENT and _is_joined(words, at):
            yield at


def _opens_clause(after: Sequence[Word]) -> bool:
    """Whether a word that may open a clause has its verb: "om hon mår dåligt", and not "om beslutet"."""
    return any(
        is_finite(word.low) or is_auxiliary(word.low) for word in takewhile(lambda word: word.low not in AND, after)
    )


def _is_joined(words: Sequence[Word], at: int) -> bool:
    """Whether "och" or a comma joins a verb to one before it; "dricka" between commas and "och" is a thing."""
    first = at - (words[at - 1].low in _THEN)
    if words[first].paused and words[first - 1].low not in AND:
        return first < at or (at + 1 < len(words) and words[at + 1].low not in AND)
    return words[first - 1].low in AND
