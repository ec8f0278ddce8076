"""What the person does in a clause: what somebody asks of them, and what they do where others are at hand."""

from __future__ import annotations

from sip_tui.swedish.grammar.clause import Word, infinitive
from sip_tui.swedish.grammar.people import Addressee, find_mention
from sip_tui.swedish.style.clauses import Clause, Clauses
from sip_tui.swedish.style.du_control import is_done_by
from sip_tui.swedish.style.what_is_told import stays_with


def is_done_by_person(words: tuple[Word, ...], at: int, sentence: Clauses, person: Addressee) -> bool:
    """Whether a word belongs to what the person is asked to do, who is no "henne" there."""
    clause = sentence.of(at)
    if not 0 <= clause.person_at < at or sentence.of(clause.person_at) is not clause:
        return False
    mention = find_mention(words, clause.person_at, person)
    return mention is not None and is_done_by(words, mention, at, sentence.end)


def was_with_others(words: tuple[Word, ...], clause: Clause, sentence: Clauses, person: Addressee) -> bool:
    """Whether the person acts in the clause before, where others are only at hand: "När Tuva är hos Rut sover hon"."""
    inner = sentence.of(sentence.first)
    if clause.parent is not None or inner.parent is not clause or inner.is_row or inner.verb < 0:
        return False
    verb, subject = infinitive(words[inner.verb].low), inner.subject
    at_hand = all(stays_with(verb, words[each - 1].low) for each in inner.named)
    return at_hand and subject >= 0 and find_mention(words, subject, person) is not None
