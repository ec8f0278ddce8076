"""Whoever else is named in a text, and the pronouns that they may have further on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sip_tui.paths import name_list
from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.adverbials import say_when, tells_when
from sip_tui.swedish.grammar.clause import NOMINATIVE, Word, is_finite, subjunctions, verb_form
from sip_tui.swedish.grammar.person_words import (
    ANY_PRONOUN,
    given_name_pronouns,
    given_names,
    is_office,
    lexical_pronouns,
)
from sip_tui.swedish.grammar.possessive import is_noun

_STARTERS = frozenset({"allt", "den", "det", "detta", "en", "ett", "inget", "mycket", "nästa", "varje"})
_DEFINITE = re.compile(r"\w{3,}(?:en|et|an|rna|na|heten|ing|ingar|tion|or|ar|er|eln|[eo]rn|[åöy]n|min|pin)")


def is_agent(words: Sequence[Word], at: int) -> bool:
    """Whether a word names somebody who may act: a person, a role, a relative, an office, a name."""
    return pronouns_of(words, at) is not None or is_office(words[at].low)


def pronouns_of(words: Sequence[Word], at: int) -> frozenset[str] | None:
    """Give the pronouns that a named person may have further on; None for a word that names no person.

    A capital in a sentence is a name; at its beginning it is one when it is a common name, or when a verb follows.
    """
    word = words[at]
    known = lexical_pronouns(word.low)
    if known or not word.text[0].isupper() or not word.has_capital or is_office(word.low):
        return known
    common = given_name_pronouns(word.low)
    if common:
        return common
    if _is_a_thing(words, at):
        return None
    return None if word.opens and not _opens_as_name(words, at) else ANY_PRONOUN


def _is_a_thing(words: Sequence[Word], at: int) -> bool:
    """Whether an unknown word with a capital is a noun after a preposition: "kontakt m Ambulans"."""
    before = words[at - 1].low if at and not words[at].opens else ""
    low = words[at].low
    return before in table("du_form", "prepositions") and low not in given_names() and is_noun(low)


def _opens_as_name(words: Sequence[Word], at: int) -> bool:
    """Whether an unknown word with a capital, at the beginning of a sentence, is somebody: "Zahra ringer"."""
    low = words[at].low
    after = words[at + 1] if at + 1 < len(words) and not words[at + 1].opens else None
    acts = after is None or after.has_capital or is_finite(after.low) or after.low in {"och", "o"}
    known = verb_form(low) or low in subjunctions() or low in NOMINATIVE or low in _STARTERS
    listed = low in table("du_form", "prepositions") or low in table("du_form", "adverbs")
    listed |= tells_when(low) or say_when([low])
    described = low not in given_names() and (_DEFINITE.fullmatch(low) or low in name_list("common_words"))
    return bool(acts and not known and not listed and not described)
