"""Questions with their answers, and feedback on the meeting (requirements 8, 19, 43, 80–83 and 181)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import all_questions, unanswered_questions
from sip_tui.meeting.model.meeting import Feedback, Question
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.minutes.context import RenderContext, labelled, nonempty, titled_list
from sip_tui.minutes.document import Block, ListItem, Span
from sip_tui.minutes.sections.situation import capitalized, quoted

ANSWERS = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
"""Labels of the answers; anything else is shown as it stands."""


def questions_asked(context: RenderContext) -> Iterator[Block]:
    """Every question of the meeting with its answer."""
    yield from titled_list(_("The questions"), _answered(all_questions(context.meeting)))


def answers(context: RenderContext) -> Iterator[Block]:
    """The answered questions."""
    answered = (question for question in all_questions(context.meeting) if question.answer.strip())
    yield from titled_list(_("The questions and the answers"), _answered(answered))


def unanswered(context: RenderContext) -> tuple[str, ...]:
    """Return the questions without an answer."""
    return tuple(question.text for question in unanswered_questions(context.meeting))


def feedback(context: RenderContext) -> Iterator[Block]:
    """What the person and the family answered about the meeting."""
    given = {feedback.id: _lines(feedback) for feedback in context.meeting.feedback}
    answered = (participant for participant in in_round_order(context.meeting) if given.get(participant.id))
    items = (
        ListItem((Span(capitalized(context.addressing.introduce(author)), strong=True),), given[author.id])
        for author in answered
    )
    yield from titled_list(_("How the meeting was"), items)


def person_feedback(context: RenderContext) -> Iterator[Block]:
    """What the person said about the meeting, verbatim."""
    person = context.meeting.person_participant
    words = (quoted(answer.words) for answer in context.meeting.feedback if person and answer.id == person.id)
    yield from titled_list(_("You said about the meeting"), nonempty(*words))


def _answered(asked: Iterable[Question]) -> Iterator[ListItem]:
    return (ListItem(question.text, tuple(map(ListItem, nonempty(question.answer)))) for question in asked)


def _lines(feedback: Feedback) -> tuple[ListItem, ...]:
    lines = nonempty(
        quoted(feedback.words),
        labelled(_("Feels safe with what we have decided"), _answer_label(feedback.safe)),
        labelled(_("Content with the meeting"), _answer_label(feedback.satisfied)),
        labelled(_("Knows whom to turn to"), _answer_label(feedback.knows_whom)),
        labelled(_("Wonders about"), feedback.wonders),
    )
    return tuple(map(ListItem, lines))


def _answer_label(answer: str) -> str:
    return _(ANSWERS[answer]) if answer in ANSWERS else answer
