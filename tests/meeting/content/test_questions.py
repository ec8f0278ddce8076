"""The questions of the meeting: from the invitation to the answer, without any being lost or told twice."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content import questions as asked
from sip_tui.meeting.content.plan import add_row
from sip_tui.meeting.content.questions import all_questions, unanswered_questions
from sip_tui.meeting.guidance import phase_guard
from sip_tui.meeting.guidance.phase_guard import Concern, ConcernKind
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.undo import inverse_of
from sip_tui.meeting.time import agenda
from tests.helpers.meeting_fixture import MeetingFixture

CALLED = ["Hur kommer Maja till skolan?", "Vem håller i kontakten?"]


def called(texts: list[str] = CALLED) -> MeetingFixture:
    fixture = MeetingFixture()
    fixture.write((Edit("about", "meeting", "questions", list(texts)),))
    return fixture


def came_up(fixture: MeetingFixture, text: str) -> tuple[Edit, ...]:
    """Write a question that came up in the room, as its form does."""
    return add_row("questions", fixture.meeting.questions, fixture.moment(), "text", {"text": text})


def said(text: str) -> list[str]:
    return re.findall(r"\w+", normalize("NFC", text).casefold())


def texts(fixture: MeetingFixture) -> list[str]:
    return [question.text for question in all_questions(fixture.meeting)]


def test_invitation_questions_listed_before_any_edit() -> None:
    fixture = called()
    assert texts(fixture) == CALLED
    assert [question.id for question in all_questions(fixture.meeting)] == ["question-1", "question-2"]
    assert fixture.meeting.questions == ()
    assert len(unanswered_questions(fixture.meeting)) == 2


def test_empty_answer_leaves_question_unanswered() -> None:
    fixture = called()
    fixture.write(asked.change_question(fixture.meeting, "question-2", answer=" Samir, varje måndag "))
    assert [question.id for question in unanswered_questions(fixture.meeting)] == ["question-1"]
    assert all_questions(fixture.meeting)[1].answer == "Samir, varje måndag"
    assert texts(fixture) == CALLED
    fixture.write(asked.change_question(fixture.meeting, "question-2", answer=" "))
    assert len(unanswered_questions(fixture.meeting)) == 2


def test_question_raised_in_meeting_comes_last() -> None:
    fixture = called()
    fixture.write(came_up(fixture, "Vad händer i sommar?"))
    fixture.write(asked.change_question(fixture.meeting, "question-1", answer="Med taxi"))
    assert texts(fixture) == [*CALLED, "Vad händer i sommar?"]
    assert came_up(fixture, "  ") == ()


def test_question_of_the_invitation_is_answered_by_its_own_words() -> None:
    fixture = called(["Får Tindra byta klass?", "Vem följer med?"])
    fixture.write(came_up(fixture, "får Tindra  byta klass"))
    fixture.write(
        asked.change_question(fixture.meeting, all_questions(fixture.meeting)[-1].id, answer="Ja, till våren")
    )
    assert [question.text for question in unanswered_questions(fixture.meeting)] == ["Vem följer med?"]


def test_reworded_question_keeps_place_and_answer() -> None:
    fixture = called()
    fixture.write(asked.change_question(fixture.meeting, "question-1", answer="Med taxi"))
    fixture.write(asked.change_question(fixture.meeting, "question-1", text="Hur kommer du till skolan?"))
    assert texts(fixture) == ["Hur kommer du till skolan?", CALLED[1]]
    assert all_questions(fixture.meeting)[0].answer == "Med taxi"
    assert asked.change_question(fixture.meeting, "question-1", text="Hur kommer du till skolan?") == ()


def test_removed_question_returns_with_its_words() -> None:
    fixture = called()
    fixture.write(came_up(fixture, "Vad händer i sommar?"))
    fixture.write(asked.remove_question(fixture.meeting, "question-1"))
    fixture.write(asked.remove_question(fixture.meeting, all_questions(fixture.meeting)[-1].id))
    assert texts(fixture) == CALLED[1:]
    fixture.write(asked.change_question(fixture.meeting, "question-1", text=CALLED[0]))
    assert texts(fixture) == CALLED


def test_unknown_question_is_not_changed() -> None:
    fixture = called()
    assert asked.change_question(fixture.meeting, "question-3", answer="Ja") == ()
    assert asked.remove_question(fixture.meeting, "nobody") == ()


def test_undo_of_answer_keeps_question() -> None:
    fixture = called()
    for answer in ("Med taxi", "Med buss"):
        edits = asked.change_question(fixture.meeting, "question-1", answer=answer)
        back = inverse_of(fixture.builder.ledger, edits)
        fixture.write(edits)
        assert all_questions(fixture.meeting)[0].answer == answer
        fixture.write(back)
        assert texts(fixture) == CALLED
        assert len(unanswered_questions(fixture.meeting)) == 2


@pytest.mark.parametrize("phase", agenda.PHASES)
def test_unanswered_questions_raise_concern_only_in_summary(phase: str) -> None:
    fixture = called()
    fixture.write(agenda.enter_phase(fixture.meeting, phase, fixture.moment()))
    fixture.write(asked.change_question(fixture.meeting, "question-1", answer="Med taxi"))

    def concerns() -> list[Concern]:
        found = phase_guard.concerns_before_leaving(fixture.meeting, fixture.timing)
        return [concern for concern in found if concern.kind is ConcernKind.QUESTIONS]

    assert concerns() == ([Concern(ConcernKind.QUESTIONS, ("question-2",))] if phase == "summary" else [])
    for concern in concerns():
        fixture.write(phase_guard.waive_concern(fixture.meeting, phase, concern, "", fixture.moment()))
    assert concerns() == []


@pytest.mark.parametrize(
    ("kind", "title", "again"),
    [("SIP", "Majas SIP", False), ("SIP", "Majas SIP – Uppföljning", True), ("Uppföljningsmöte", "", True)],
)
def test_follow_up_is_told_by_type_or_title(kind: str, title: str, again: bool) -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("about", "meeting", "type", kind), Edit("about", "meeting", "title", title)))
    assert asked.is_follow_up(fixture.meeting) is again


DEEDS = st.tuples(
    st.sampled_from(["answer", "reword", "add", "remove"]), st.integers(0, 5), st.text("aå \n|[", max_size=4)
)


def _do(fixture: MeetingFixture, deed: str, at: int, text: str) -> tuple[Edit, ...]:
    rows = [question.id for question in all_questions(fixture.meeting)]
    row = rows[at % len(rows)] if rows else "question-1"
    match deed:
        case "answer":
            return asked.change_question(fixture.meeting, row, answer=text)
        case "reword":
            return asked.change_question(fixture.meeting, row, text=text)
        case "add":
            return came_up(fixture, text)
    return asked.remove_question(fixture.meeting, row)


@given(st.lists(st.text("aå ", max_size=3), max_size=4), st.lists(DEEDS, max_size=8))
@settings(max_examples=80, deadline=None)
def test_questions_unique_worded_and_undoable(invitation: list[str], deeds: list[tuple[str, int, str]]) -> None:
    fixture = called(invitation)
    for deed, at, text in deeds:
        before = all_questions(fixture.meeting)
        edits = _do(fixture, deed, at, text)
        back = inverse_of(fixture.builder.ledger, edits)
        fixture.write(edits)
        after = all_questions(fixture.meeting)
        ids = [row.id for row in after]
        assert len(set(ids)) == len(ids)
        assert all(row.text.strip() for row in after)
        answered = [said(row.text) for row in after if row.answer.strip()]
        waiting = {row for row in after if not row.answer.strip() and said(row.text) not in answered}
        assert set(unanswered_questions(fixture.meeting)) == waiting
        fixture.write(back)
        assert [(question.id, question.text, question.answer) for question in all_questions(fixture.meeting)] == [
            (row.id, row.text, row.answer) for row in before
        ]
        fixture.write(_do(fixture, deed, at, text))
        assert [(question.text, question.answer) for question in all_questions(fixture.meeting)] == [
            (row.text, row.answer) for row in after
        ]
