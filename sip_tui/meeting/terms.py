"""Unclear words: raised by one key, answered by the one who said them (F34; seed row 201)."""

from __future__ import annotations

from sip_tui.meeting.change import Edit, Moment
from sip_tui.meeting.model import Meeting, Term
from sip_tui.meeting.plan import add_row


def raise_term(meeting: Meeting, term: str, said_by: str, moment: Moment) -> tuple[Edit, ...]:
    """Raise a word; ``said_by`` is the participant who used it, empty when nobody knows. An empty word is no word."""
    return add_row("terms", meeting.terms, moment, "term", {"term": term, "raised_by": said_by})


def answer_term(row: str, answer: str) -> tuple[Edit, ...]:
    """Write down the answer that was given in the room."""
    return (Edit("terms", row, "answer", answer.strip()),)


def unanswered(meeting: Meeting) -> tuple[Term, ...]:
    """The words that nobody has explained yet."""
    return tuple(one for one in meeting.terms if not one.answer)
