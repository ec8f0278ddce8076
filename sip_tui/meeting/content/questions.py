"""Questions to be answered: those of the invitation, those raised in the meeting, and unclear terms.

Requirements 19, 95, 181, 187, 196 and 201. A question of the invitation is a text in ``about.questions`` and gets a row
of its own when somebody first writes in it; so nothing has to be created beforehand, and nothing can be created twice.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from sip_tui.meeting.content.plan import add_row, change_row, delete_row
from sip_tui.meeting.log.change import Edit, EditContext, Value, as_edits
from sip_tui.meeting.model.meeting import Meeting, Question, Term, find_row
from sip_tui.meeting.people.attendance import is_absent

_WORD = re.compile(r"\w+")
_FOLLOW_UP = ("uppfölj", "follow-up", "follow up")


def is_follow_up(meeting: Meeting) -> bool:
    """Check whether an earlier plan is followed up: one is named, or the type or title says so (requirement 187)."""
    if meeting.about.previous:
        return True
    called = f"{meeting.about.type} {meeting.about.title}".casefold()
    return any(word in called for word in _FOLLOW_UP)


def makes_plan(meeting: Meeting) -> bool:
    """Check whether the meeting makes a plan (SIP); one of another type, such as "samverkansmöte", makes none."""
    kind = meeting.about.type.strip().casefold()
    return not kind or kind.startswith("sip")


def all_questions(meeting: Meeting) -> tuple[Question, ...]:
    """The main question first; else the questions of the invitation in its order, then those raised in the meeting.

    The n-th text of the invitation, counted from one, is the row ``question-n``. A question without a text is deleted.
    """
    asked = (question for question in _by_id(meeting).values() if question.text.strip())
    return tuple(sorted(asked, key=lambda question: not question.main))


def unanswered_questions(meeting: Meeting) -> tuple[Question, ...]:
    """The questions without an answer (requirement 181); one that was typed once more with its answer has that one."""
    questions = all_questions(meeting)
    answered = {_spoken(question) for question in questions if question.answer.strip()}
    return tuple(each for each in questions if not each.answer.strip() and _spoken(each) not in answered)


def _spoken(question: Question) -> tuple[str, ...]:
    """The words of a question, without the signs and capitals that nobody hears."""
    return tuple(_WORD.findall(normalize("NFC", question.text).casefold()))


def change_question(meeting: Meeting, row: str, **fields: Value) -> tuple[Edit, ...]:
    """Change ``text``, ``answer`` or ``main``; the first change of one from the invitation creates its row."""
    question = _by_id(meeting).get(row)
    if question is None:
        return ()
    edits = change_row("questions", question, **fields)
    if not edits or find_row(meeting.questions, row):
        return edits
    # The row may have existed, and been deleted by an undo.
    whole: dict[str, Value] = {"deleted": False, "order": question.order, "text": question.text}
    return as_edits("questions", row, (whole | {edit.field: edit.value for edit in edits}).items())


def remove_question(meeting: Meeting, row: str) -> tuple[Edit, ...]:
    """Delete a question; one of the invitation loses its text instead, or it would come back."""
    if row in _invited(meeting):
        return change_question(meeting, row, text="")
    return delete_row("questions", row) if row in _by_id(meeting) else ()


def _by_id(meeting: Meeting) -> dict[str, Question]:
    """Id → question, in display order, with those without a text."""
    # A row of the invitation keeps its place: in ``|`` a key stays where it was first.
    return _invited(meeting) | {question.id: question for question in meeting.questions}


def _invited(meeting: Meeting) -> dict[str, Question]:
    """The questions of the invitation as rows."""
    rows = [Question(id=f"question-{at + 1}", order=at, text=text) for at, text in enumerate(meeting.about.questions)]
    return {question.id: question for question in rows}


def raise_term(meeting: Meeting, term: str, raised_by: str, phase: str, context: EditContext) -> tuple[Edit, ...]:
    """Add an unclear word, who used it and in which phase; nothing when it is empty or has been raised already.

    Case, spacing and Unicode composition make no difference.
    """
    if any(_words(known.term) == _words(term) for known in meeting.terms):
        return ()
    from hashlib import blake2s  # loads OpenSSL: the start is faster

    cells = {"term": term, "raised_by": raised_by, "phase": phase}
    # Named by the word: two seats that raise it at once write the same row.
    named = EditContext(
        context.at, blake2s(" ".join(_words(term)).encode("utf-8", "replace"), digest_size=8).hexdigest()
    )
    added = add_row("terms", meeting.terms, named, "term", cells)
    again = as_edits("terms", named.row, [("answer", ""), ("deleted", False)])
    return (*added, *again) if added else ()


def merge_term(meeting: Meeting, row: str) -> tuple[Edit, ...]:
    """Let a word that was there already be one word: what it lacks is taken from the new row, which is deleted."""
    new = find_row(meeting.terms, row)
    twins = [term for term in meeting.terms if new and term.id != row and _words(term.term) == _words(new.term)]
    if new is None or not twins:
        return ()
    lacking = {name: getattr(new, name) for name in ("answer", "raised_by") if not getattr(twins[0], name)}
    return (*change_row("terms", twins[0], **lacking), *delete_row("terms", row))


def answer_term(row: str, answer: str) -> tuple[Edit, ...]:
    """Set the explanation that was given."""
    return (Edit("terms", row, "answer", answer.strip()),)


def unanswered_terms(meeting: Meeting) -> tuple[Term, ...]:
    """The terms without an explanation."""
    return tuple(term for term in meeting.terms if not term.answer)


def unanswered_terms_in(meeting: Meeting, phase: str) -> tuple[Term, ...]:
    """The unexplained terms that were raised in a phase, or nobody knows when."""
    return tuple(term for term in unanswered_terms(meeting) if term.phase in {"", phase})


def askable_terms(meeting: Meeting, phase: str) -> tuple[Term, ...]:
    """The unexplained terms of a phase whose user is known and not absent."""
    known = {participant.id for participant in meeting.participants if not is_absent(meeting, participant.id)}
    return tuple(term for term in unanswered_terms_in(meeting, phase) if term.term and term.raised_by in known)


def _words(text: str) -> list[str]:
    return normalize("NFC", text).casefold().split()
