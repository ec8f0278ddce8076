"""Unclear words: raised by one key, answered by the one who said them (F34; seed row 201)."""

from __future__ import annotations

from unicodedata import normalize

from sip_tui.meeting.content.plan import add_row
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.meeting import Meeting, Term
from sip_tui.meeting.people.attendance import is_absent


def raise_term(meeting: Meeting, term: str, raised_by: str, phase: str, moment: EditContext) -> tuple[Edit, ...]:
    """Raise a word; an empty word is no word, and a word that has been raised already is not raised twice.

    Args:
        meeting: The meeting.
        term: The word, in any spelling of small and capital letters.
        raised_by: The participant who used it; empty when nobody knows.
        phase: The phase that the meeting is in; empty before the opening.
        moment: Now.
    """
    if any(_alike(one.term, term) for one in meeting.terms):
        return ()
    cells = {"term": term, "raised_by": raised_by, "phase": phase}
    return add_row("terms", meeting.terms, moment, "term", cells)


def answer_term(row: str, answer: str) -> tuple[Edit, ...]:
    """Write down the answer that was given in the room."""
    return (Edit("terms", row, "answer", answer.strip()),)


def unanswered_terms(meeting: Meeting) -> tuple[Term, ...]:
    """The words that nobody has explained yet."""
    return tuple(one for one in meeting.terms if not one.answer)


def unanswered_terms_in(meeting: Meeting, phase: str) -> tuple[Term, ...]:
    """The words that this phase owes an answer: raised in it, or nobody knows in which."""
    return tuple(one for one in unanswered_terms(meeting) if one.phase in {"", phase})


def askable_terms(meeting: Meeting, phase: str) -> tuple[Term, ...]:
    """The words of this phase that somebody can be asked about now: the one who used it is known, and has not gone."""
    known = {one.id for one in meeting.participants if not is_absent(meeting, one.id)}
    return tuple(one for one in unanswered_terms_in(meeting, phase) if one.term and one.raised_by in known)


def _alike(one: str, other: str) -> bool:
    """True for the same word; how it is spaced, small or capital letters and composed ones make no difference."""
    return _bare(one) == _bare(other)


def _bare(word: str) -> list[str]:
    return normalize("NFC", word).casefold().split()
