"""Questions with their answers, and feedback on the meeting (requirements 8, 19, 43, 80–83 and 181)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import all_questions, unanswered_questions
from sip_tui.meeting.guidance.wrap_up import coordinator, wonder_of
from sip_tui.meeting.model.meeting import Feedback, Participant, Question
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.minutes.context import (
    RenderContext,
    capitalized,
    fill,
    fixed,
    items,
    labelled,
    strong,
    titled_list,
)
from sip_tui.minutes.document import Block, ListItem, RichText
from sip_tui.phrasing.own_words import quoted

ANSWERS = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
"""Labels of the answers; anything else is shown as it stands."""


def answers(context: RenderContext) -> Iterator[Block]:
    """The answered questions; the others are open ends."""
    answered = (question for question in all_questions(context.meeting) if question.answer.strip())
    yield from titled_list(_("The questions and the answers"), _answered(answered))


def to_be_answered(context: RenderContext) -> Iterator[Block]:
    """The questions without an answer: before the meeting, those that it is to answer."""
    title = _("Questions without an answer") if context.is_begun else _("The questions for the meeting")
    yield from titled_list(title, unanswered(context))


def called_for(context: RenderContext) -> Iterator[Block]:
    """Who was called for which question, where the audience may see it (requirement 124)."""
    meeting = context.meeting
    called: dict[str, list[Participant]] = {}
    for other in in_round_order(meeting):
        for question_id in dict.fromkeys(meeting.invitation(other.id).questions):
            called.setdefault(question_id, []).append(other)
    found = ((question, called.get(question.id)) for question in all_questions(meeting))
    lines = (
        ListItem(question.text, items(capitalized(context.addressing.introduce(other)) for other in people))
        for question, people in found
        if people
    )
    yield from titled_list(_("Who each question is for"), lines)


def unanswered(context: RenderContext) -> tuple[str, ...]:
    """Return the questions without an answer."""
    return tuple(question.text for question in unanswered_questions(context.meeting))


def wondered(context: RenderContext) -> Iterator[Block]:
    """What the person wondered at the end, with its answer or who finds out (requirement 82)."""
    person = context.meeting.person_participant
    given = [feedback for feedback in context.meeting.feedback if person and feedback.id == person.id]
    texts = filter(None, map(wonder_of, given))
    yield from titled_list(_("You asked"), (ListItem(text, items((_reply(context, text),))) for text in texts))


def feedback(context: RenderContext) -> Iterator[Block]:
    """What the person and the family answered about the meeting."""
    given = {feedback.id: _lines(feedback) for feedback in context.meeting.feedback}
    answered = (participant for participant in in_round_order(context.meeting) if given.get(participant.id))
    blocks = (
        ListItem(strong(capitalized(context.addressing.introduce(author))), given[author.id]) for author in answered
    )
    yield from titled_list(_("How the meeting was"), blocks)


def person_feedback(context: RenderContext) -> Iterator[Block]:
    """What the person said about the meeting, verbatim."""
    person = context.meeting.person_participant
    words = (quoted(answer.words) for answer in context.meeting.feedback if person and answer.id == person.id)
    yield from titled_list(_("What you said about the meeting"), words)


def _reply(context: RenderContext, text: str) -> RichText:
    """The answer to the same question, else who finds out."""
    asked = (question for question in all_questions(context.meeting) if _same(question.text, text))
    for question in asked:
        if question.answer.strip():
            return question.answer
    found = coordinator(context.meeting) or context.meeting.participant(context.meeting.about.chair)
    if found is None:
        return fixed(_("We will come back to it when we meet again."))
    return fill(_("You can ask {somebody} about it."), somebody=context.addressing.in_sentence(found))


def _same(question: str, other: str) -> bool:
    return " ".join(question.casefold().split()).rstrip("?. ") == " ".join(other.casefold().split()).rstrip("?. ")


def _answered(asked: Iterable[Question]) -> Iterator[ListItem]:
    return (ListItem(question.text, items((question.answer,))) for question in asked)


def _lines(feedback: Feedback) -> tuple[ListItem, ...]:
    return items(
        (
            quoted(feedback.words),
            labelled(_("Feels comfortable with what we have decided"), _answer_label(feedback.safe)),
            labelled(_("Happy with the meeting"), _answer_label(feedback.satisfied)),
            labelled(_("Knows who to turn to with questions"), _answer_label(feedback.knows_whom)),
            labelled(_("Questions they still have"), wonder_of(feedback) or fixed(_nothing_more(feedback))),
        )
    )


def _nothing_more(feedback: Feedback) -> str:
    return _("No, nothing more.") if feedback.wonders.strip() else ""


def _answer_label(answer: str) -> RichText:
    return fixed(_(ANSWERS[answer])) if answer in ANSWERS else answer
