"""What the meeting is for: its aim, and its questions from the invitation to the answer in plain words (F07).

Seed rows 19, 95, 181, 187 and 196. A question of the invitation is a text in ``about`` and gets a row of its own when
somebody first writes in it; so nothing has to be made when a meeting is prepared, and nothing can be made twice.
"""

from __future__ import annotations

from sip_tui.meeting.content.plan import change_row, delete_row
from sip_tui.meeting.log.change import Edit, Value, as_edits
from sip_tui.meeting.model.meeting import Meeting, Question

_AGAIN = ("uppfölj", "follow-up", "follow up")


def is_follow_up(meeting: Meeting) -> bool:
    """True when a plan that was made before is followed up, as the type or the title says (seed row 187)."""
    called = f"{meeting.about.type} {meeting.about.title}".casefold()
    return any(word in called for word in _AGAIN)


def all_questions(meeting: Meeting) -> tuple[Question, ...]:
    """Every question: those of the invitation in its order, then those that came up in the room.

    The n-th text of the invitation, counted from one, is the row ``question-n``. A question without a text has been
    taken off the list, and is left out.
    """
    return tuple(one for one in _all(meeting).values() if one.text.strip())


def unanswered_questions(meeting: Meeting) -> tuple[Question, ...]:
    """The questions that nobody has written an answer to (seed row 181)."""
    return tuple(one for one in all_questions(meeting) if not one.answer.strip())


def answer_question(meeting: Meeting, row: str, answer: str) -> tuple[Edit, ...]:
    """Write the answer in plain words; an empty one takes it back. Nothing when there is no such question."""
    return change_question(meeting, row, answer=answer)


def reword_question(meeting: Meeting, row: str, text: str) -> tuple[Edit, ...]:
    """Say the question in other words; without any it is off the list until it has words again."""
    return change_question(meeting, row, text=text)


def change_question(meeting: Meeting, row: str, **fields: str) -> tuple[Edit, ...]:
    """Change ``text``, ``answer`` or both; the first change of one from the invitation brings its row forth."""
    one = _all(meeting).get(row)
    if one is None:
        return ()
    edits = change_row("questions", one, **fields)
    if not edits or any(each.id == row for each in meeting.questions):
        return edits
    # The row may have been there, and been taken back by an undo.
    whole: dict[str, Value] = {"deleted": False, "order": one.order, "text": one.text}
    return as_edits("questions", row, (whole | {edit.field: edit.value for edit in edits}).items())


def remove_question(meeting: Meeting, row: str) -> tuple[Edit, ...]:
    """Take a question off the list; it can be brought back.

    One of the invitation loses its words and not its row: without a row it would stand there again.
    """
    if row in _called(meeting):
        return reword_question(meeting, row, "")
    return delete_row("questions", row) if row in _all(meeting) else ()


def _all(meeting: Meeting) -> dict[str, Question]:
    """Id → question, in the order in which they are shown; those without words as well."""
    called = _called(meeting)
    # A row of the invitation keeps its place: in ``|`` a key stays where it was first.
    return called | {one.id: one for one in meeting.questions}


def _called(meeting: Meeting) -> dict[str, Question]:
    """The questions as the invitation has them."""
    texts = enumerate(meeting.about.questions)
    made = (Question(id=f"question-{at + 1}", order=at, text=text) for at, text in texts)
    return {one.id: one for one in made}
