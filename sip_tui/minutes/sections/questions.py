"""The questions with their answers, and how the meeting was for the person and the family (F07, F20).

Seed rows 8, 19, 43, 80-83 and 181.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import all_questions, unanswered_questions
from sip_tui.meeting.model.meeting import Feedback, Question
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.minutes.context import RenderContext, filled, labelled, listed
from sip_tui.minutes.document import Block, ListItem, Span
from sip_tui.minutes.sections.situation import begun, quoted

ANSWERS = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
"""What may be answered; anything else is told as it stands."""


def questions_asked(telling: RenderContext) -> Iterator[Block]:
    """Every question that the meeting was to answer, with its answer beneath it."""
    yield from listed(_("The questions"), _answered(all_questions(telling.meeting)))


def answers(telling: RenderContext) -> Iterator[Block]:
    """The questions that have an answer, and the answer."""
    those = (one for one in all_questions(telling.meeting) if one.answer.strip())
    yield from listed(_("The questions and the answers"), _answered(those))


def unanswered(telling: RenderContext) -> tuple[str, ...]:
    """The questions that nobody has written an answer to."""
    return tuple(one.text for one in unanswered_questions(telling.meeting))


def feedback(telling: RenderContext) -> Iterator[Block]:
    """What the person and the family answered when they were asked how it was; only where everything is told."""
    given = {one.id: one for one in telling.meeting.feedback}
    those = [(one, _lines(given[one.id])) for one in in_round_order(telling.meeting) if one.id in given]
    items = (
        ListItem((Span(begun(telling.voice.introduce(one)), strong=True),), lines) for one, lines in those if lines
    )
    yield from listed(_("How the meeting was"), items)


def own_words(telling: RenderContext) -> Iterator[Block]:
    """What the person said about the meeting, word for word."""
    person = telling.meeting.person_participant
    words = (quoted(one.words) for one in telling.meeting.feedback if person and one.id == person.id)
    yield from listed(_("You said about the meeting"), filled(*words))


def _answered(those: Iterable[Question]) -> Iterator[ListItem]:
    return (ListItem(one.text, tuple(map(ListItem, filled(one.answer)))) for one in those)


def _lines(one: Feedback) -> tuple[ListItem, ...]:
    said = filled(
        quoted(one.words),
        labelled(_("Feels safe with what we have decided"), _word(one.safe)),
        labelled(_("Content with the meeting"), _word(one.satisfied)),
        labelled(_("Knows whom to turn to"), _word(one.knows_whom)),
        labelled(_("Wonders about"), one.wonders),
    )
    return tuple(map(ListItem, said))


def _word(answer: str) -> str:
    return _(ANSWERS[answer]) if answer in ANSWERS else answer
