"""Which keys do something on a row before people go home, and what they do there."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.guidance.wrap_up import FEEDBACK_ANSWERS, feedback_of, is_parked, question_of_row, wonder_of
from sip_tui.meeting.model.enums import Answer, RowId
from sip_tui.meeting.model.meeting import Meeting

_ANSWERS: Mapping[str, Answer] = {"answer.yes": Answer.YES, "answer.partly": Answer.PARTLY, "answer.no": Answer.NO}
"""Command → the answer that it writes."""
_YES_OR_NO = ("delivery", "approved_on")
"""Rows that are answered with yes or no, beside the questions about the meeting."""
_NAMES: Mapping[str, Mapping[str, str]] = {
    "wonders": {"answer.no": N_("Nothing more"), "ending.edit": N_("Write the question")},
    "words": {"ending.edit": N_("Write their words")},
}
"""Question → what its keys do, where they do something else than on other rows."""


def names_on_row(meeting: Meeting, row: RowId) -> dict[str, str]:
    """Name the commands that do something of their own on a row."""
    _who, question = question_of_row(meeting, row)
    return {name: _(words) for name, words in _NAMES.get(question, {}).items()}


def answers_on_row(meeting: Meeting, row: RowId) -> tuple[str, ...]:
    """List the commands that answer a row."""
    answers = _answers_to(meeting, row)
    return tuple(name for name, answer in _ANSWERS.items() if answer in answers)


def idle_on_row(meeting: Meeting, row: RowId) -> frozenset[str]:
    """List the commands that do nothing on a row."""
    idle = set(_ANSWERS.keys() - answers_on_row(meeting, row))
    if row.table != "delivery":
        idle.add("delivery.same")
    who, _question = question_of_row(meeting, row)
    if not wonder_of(feedback_of(meeting, who)) or is_parked(meeting, who):
        idle.add("wonder.park")
    return frozenset(idle)


def _answers_to(meeting: Meeting, row: RowId) -> tuple[Answer, ...]:
    if row.table in _YES_OR_NO:
        return (Answer.YES, Answer.NO)
    _who, question = question_of_row(meeting, row)
    return (Answer.NO,) if question == "wonders" else FEEDBACK_ANSWERS.get(question, ())
