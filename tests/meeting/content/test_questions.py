"""The questions of the meeting: from the invitation to the answer, without any being lost or told twice."""

from __future__ import annotations

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
from sip_tui.meeting.time.timeline import timing_at
from tests.helpers.meeting_fixture import MeetingFixture

CALLED = ["Hur kommer Maja till skolan?", "Vem håller i kontakten?"]


def called(texts: list[str] = CALLED) -> MeetingFixture:
    table = MeetingFixture()
    table.write((Edit("about", "meeting", "questions", list(texts)),))
    return table


def came_up(table: MeetingFixture, text: str) -> tuple[Edit, ...]:
    """Write a question that came up in the room, as its form does."""
    return add_row("questions", table.meeting.questions, table.moment(), "text", {"text": text})


def texts(table: MeetingFixture) -> list[str]:
    return [one.text for one in all_questions(table.meeting)]


def test_invitation_questions_listed_before_any_edit() -> None:
    table = called()
    assert texts(table) == CALLED
    assert [one.id for one in all_questions(table.meeting)] == ["question-1", "question-2"]
    assert table.meeting.questions == ()
    assert len(unanswered_questions(table.meeting)) == 2


def test_empty_answer_leaves_question_unanswered() -> None:
    table = called()
    table.write(asked.change_question(table.meeting, "question-2", answer=" Samir, varje måndag "))
    assert [one.id for one in unanswered_questions(table.meeting)] == ["question-1"]
    assert all_questions(table.meeting)[1].answer == "Samir, varje måndag"
    assert texts(table) == CALLED
    table.write(asked.change_question(table.meeting, "question-2", answer=" "))
    assert len(unanswered_questions(table.meeting)) == 2


def test_question_raised_in_meeting_comes_last() -> None:
    table = called()
    table.write(came_up(table, "Vad händer i sommar?"))
    table.write(asked.change_question(table.meeting, "question-1", answer="Med taxi"))
    assert texts(table) == [*CALLED, "Vad händer i sommar?"]
    assert came_up(table, "  ") == ()


def test_reworded_question_keeps_place_and_answer() -> None:
    table = called()
    table.write(asked.change_question(table.meeting, "question-1", answer="Med taxi"))
    table.write(asked.change_question(table.meeting, "question-1", text="Hur kommer du till skolan?"))
    assert texts(table) == ["Hur kommer du till skolan?", CALLED[1]]
    assert all_questions(table.meeting)[0].answer == "Med taxi"
    assert asked.change_question(table.meeting, "question-1", text="Hur kommer du till skolan?") == ()


def test_removed_question_returns_with_its_words() -> None:
    table = called()
    table.write(came_up(table, "Vad händer i sommar?"))
    table.write(asked.remove_question(table.meeting, "question-1"))
    table.write(asked.remove_question(table.meeting, all_questions(table.meeting)[-1].id))
    assert texts(table) == CALLED[1:]
    table.write(asked.change_question(table.meeting, "question-1", text=CALLED[0]))
    assert texts(table) == CALLED


def test_unknown_question_is_not_changed() -> None:
    table = called()
    assert asked.change_question(table.meeting, "question-3", answer="Ja") == ()
    assert asked.remove_question(table.meeting, "nobody") == ()


def test_undo_of_answer_keeps_question() -> None:
    table = called()
    for answer in ("Med taxi", "Med buss"):
        edits = asked.change_question(table.meeting, "question-1", answer=answer)
        back = inverse_of(table.builder.ledger, edits)
        table.write(edits)
        assert all_questions(table.meeting)[0].answer == answer
        table.write(back)
        assert texts(table) == CALLED
        assert len(unanswered_questions(table.meeting)) == 2


@pytest.mark.parametrize("phase", agenda.PHASES)
def test_unanswered_questions_raise_concern_only_in_summary(phase: str) -> None:
    table = called()
    table.write(agenda.enter_phase(table.meeting, phase, table.moment()))
    table.write(asked.change_question(table.meeting, "question-1", answer="Med taxi"))

    def concerns() -> list[Concern]:
        found = phase_guard.concerns_before_leaving(table.meeting, timing_at(table.meeting, table.now))
        return [one for one in found if one.kind is ConcernKind.QUESTIONS]

    assert concerns() == ([Concern(ConcernKind.QUESTIONS, ("question-2",))] if phase == "summary" else [])
    for concern in concerns():
        table.write(phase_guard.waive_concern(table.meeting, phase, concern, "", table.moment()))
    assert concerns() == []


@pytest.mark.parametrize(
    ("kind", "title", "again"),
    [("SIP", "Majas SIP", False), ("SIP", "Majas SIP – Uppföljning", True), ("Uppföljningsmöte", "", True)],
)
def test_follow_up_is_told_by_type_or_title(kind: str, title: str, again: bool) -> None:
    table = MeetingFixture()
    table.write((Edit("about", "meeting", "type", kind), Edit("about", "meeting", "title", title)))
    assert asked.is_follow_up(table.meeting) is again


DEEDS = st.tuples(
    st.sampled_from(["answer", "reword", "add", "remove"]), st.integers(0, 5), st.text("aå \n|[", max_size=4)
)


def _do(table: MeetingFixture, deed: str, at: int, text: str) -> tuple[Edit, ...]:
    rows = [one.id for one in all_questions(table.meeting)]
    row = rows[at % len(rows)] if rows else "question-1"
    match deed:
        case "answer":
            return asked.change_question(table.meeting, row, answer=text)
        case "reword":
            return asked.change_question(table.meeting, row, text=text)
        case "add":
            return came_up(table, text)
    return asked.remove_question(table.meeting, row)


@given(st.lists(st.text("aå ", max_size=3), max_size=4), st.lists(DEEDS, max_size=8))
@settings(max_examples=80, deadline=None)
def test_questions_unique_worded_and_undoable(
    invitation: list[str], deeds: list[tuple[str, int, str]]
) -> None:
    table = called(invitation)
    for deed, at, text in deeds:
        before = all_questions(table.meeting)
        edits = _do(table, deed, at, text)
        back = inverse_of(table.builder.ledger, edits)
        table.write(edits)
        after = all_questions(table.meeting)
        ids = [one.id for one in after]
        assert len(set(ids)) == len(ids)
        assert all(one.text.strip() for one in after)
        assert set(unanswered_questions(table.meeting)) == {one for one in after if not one.answer.strip()}
        table.write(back)
        assert [(one.id, one.text, one.answer) for one in all_questions(table.meeting)] == [
            (one.id, one.text, one.answer) for one in before
        ]
        table.write(_do(table, deed, at, text))
        assert [(one.text, one.answer) for one in all_questions(table.meeting)] == [
            (one.text, one.answer) for one in after
        ]
