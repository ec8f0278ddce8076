"""The person called by name: "Tuva, vad vill du?", "Tack Tuva!", where the text speaks to the person already."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, VerbForm, Word, is_finite, verb_form
from sip_tui.swedish.grammar.people import Mention
from sip_tui.swedish.grammar.person_words import lexical_pronouns
from sip_tui.swedish.style.antecedents import FAR

_YOU = frozenset({"du", "dig", "din", "ditt", "dina"})
_QUESTIONS = frozenset({"vad", "hur", "när", "var", "vart", "vem", "vilka", "varför", "vilken", "vilket"})
_DEAR = frozenset({"snälla", "kära"})
_IS_ONE = frozenset({"eleven", "barnet", "flickan", "pojken", "dottern", "sonen", "patienten", "brukaren", "klienten"})
_WHICH = frozenset({"vilken", "samma", "den"})
_OURS = frozenset({"min", "vår", "deras", "sin", "er", "hans", "hennes"})
_LONGEST_START = 5
"""How many words a question may have with its "du": "vilka dagar vill du"."""
_LONGEST_GREETING = 2
"""How many words a greeting has: "Bra jobbat Tuva", and not "Samir har jobbat"."""
_ROW = 4
"""How many words after the name somebody else may be thanked in: "Tack Tuva, Rut och Bo"."""


def is_called(words: Sequence[Word], mention: Mention, first: int, end: int) -> bool:
    """Whether the person is, or may be, called by name in the sentence ``words[first:end]``."""
    if mention.owns or mention.pronoun:
        return False
    at, then = mention.first, mention.last + 1
    if at > first and (words[at - 1].low in table("du_form", "greets") or words[at - 1].low in _DEAR):
        return any(words[each].paused or each == first for each in range(max(first, at - _LONGEST_GREETING), at))
    if then < end and not words[then].paused and words[then].low != "du":
        return False
    after = words[then : min(end, then + FAR)]
    if not after:
        return at > first and words[at].paused and words[at - 1].low not in AND and _has_you(words[first:at])
    if at == first and after[0].low == "du":
        return True
    return after[0].paused and (at == first or _asks(after[0])) and _has_you(after)


def is_named_after_kin(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether what the person is stands before the name, and must go with it: "eleven Tuva", "vår dotter Tuva"."""
    if at == first or words[at - 1].low in _IS_ONE:
        return at > first
    if words[at - 1].low in _WHICH:
        return at + 1 < len(words) and words[at + 1].low == "som"
    ours = at - 2 >= first and words[at - 2].low in _OURS
    return ours and lexical_pronouns(words[at - 1].low) is not None


def without_name(words: Sequence[Word], mention: Mention, first: int, end: int) -> tuple[Mention, str] | None:
    """Give the name with the word beside it that stays, and that word; None where somebody else may be called."""
    at, last = mention.first, mention.last
    after = words[last + 1 : end]
    if at == first:
        return (Mention(at, last + 1), after[0].text) if _speaks_to_you(after) else None
    greets = words[at - 1].low in table("du_form", "greets") and not any(word.low in AND for word in after[:_ROW])
    return (Mention(at - 1, last), words[at - 1].text) if greets or not after else None


def _asks(word: Word) -> bool:
    return verb_form(word.low) in {VerbForm.IMPERATIVE, VerbForm.INFINITIVE}


def _speaks_to_you(after: Sequence[Word]) -> bool:
    """Whether what follows the name begins with what "du" does, is asked, or has: "du ser trött ut", "vill du"."""
    start = [word.low for word in after[:_LONGEST_START]]
    if start[0] in _YOU or _asks(after[0]):
        return True
    verb = next((at for at, low in enumerate(start) if is_finite(low)), len(start))
    leads = not verb or start[0] in _QUESTIONS
    return leads and ("du" in start[verb + 1 : verb + 2] or (start[0] in _QUESTIONS and "dig" in start[verb:]))


def _has_you(words: Sequence[Word]) -> bool:
    return any(word.low in _YOU for word in words)
