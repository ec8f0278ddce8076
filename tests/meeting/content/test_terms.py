"""A word that somebody did not understand is raised once, belongs to a phase, and is asked about in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content import questions
from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.time.agenda import PHASES
from tests.helpers.meeting_fixture import MeetingFixture


def raised(fixture: MeetingFixture, word: str, who: str = "p3", phase: str = "needs") -> None:
    fixture.write(questions.raise_term(fixture.meeting, word, who, phase, fixture.moment()))


def test_term_keeps_user_and_phase() -> None:
    fixture = MeetingFixture()
    raised(fixture, " LPT ", "p4", "situation")
    (term,) = fixture.meeting.terms
    assert (term.term, term.raised_by, term.phase) == ("LPT", "p4", "situation")


@pytest.mark.parametrize("again", ["LPT", "lpt", "  LPT\n"])
@pytest.mark.parametrize("answer", ["", "en lag"])
def test_term_is_raised_only_once(again: str, answer: str) -> None:
    fixture = MeetingFixture()
    raised(fixture, "LPT")
    fixture.write(questions.answer_term(fixture.meeting.terms[0].id, answer))
    assert questions.raise_term(fixture.meeting, again, "p4", "closing", fixture.moment()) == ()


def test_deleted_term_can_be_raised_again() -> None:
    fixture = MeetingFixture()
    raised(fixture, "god man")
    fixture.write((Edit("terms", fixture.meeting.terms[0].id, "deleted", True),))
    raised(fixture, "God  man")
    assert [term.term for term in fixture.meeting.terms] == ["God  man"]


@given(
    st.lists(st.tuples(st.sampled_from(["LPT", "lpt", "BUP", "ö", "o\u0308", " ", "god man"]), st.sampled_from(PHASES)))
)
@settings(max_examples=40)
def test_terms_are_unique_and_non_empty(words: list[tuple[str, str]]) -> None:
    fixture = MeetingFixture()
    for word, phase in words:
        raised(fixture, word, "p3", phase)
    bare = [term.term.casefold() for term in fixture.meeting.terms]
    assert all(bare)
    assert len(bare) == len({word.replace("o\u0308", "ö") for word in bare})
    assert {word.strip().casefold() for word, _ in words} >= set(bare)


def test_unanswered_terms_of_phase_or_no_phase() -> None:
    fixture = MeetingFixture()
    raised(fixture, "KBT", phase="situation")
    raised(fixture, "LSS", phase="")
    raised(fixture, "HAB", phase="needs")
    assert [term.term for term in questions.unanswered_terms_in(fixture.meeting, "needs")] == ["LSS", "HAB"]
    fixture.write(questions.answer_term(fixture.meeting.terms[1].id, "en lag"))
    assert [term.term for term in questions.unanswered_terms_in(fixture.meeting, "needs")] == ["HAB"]
    assert [term.term for term in questions.unanswered_terms(fixture.meeting)] == ["KBT", "HAB"]


def test_askable_terms_need_known_present_user() -> None:
    fixture = MeetingFixture()
    for word, who in (("KBT", "p3"), ("LSS", "p4"), ("HAB", ""), ("LPT", "gone")):
        raised(fixture, word, who)
    fixture.write((Edit("participants", "p4", "presence", "left"),))
    assert [term.term for term in questions.askable_terms(fixture.meeting, "needs")] == ["KBT"]
    assert questions.askable_terms(fixture.meeting, "closing") == ()


def test_two_seats_that_raise_a_word_at_once_write_one_row() -> None:
    fixture = MeetingFixture()
    first = questions.raise_term(fixture.meeting, "LSS", "p3", "needs", fixture.moment())
    second = questions.raise_term(fixture.meeting, " lss", "", "needs", fixture.moment())
    fixture.write((*first, *second))
    assert [term.raised_by for term in fixture.meeting.terms] == ["p3"]


def test_a_word_that_is_written_twice_becomes_one() -> None:
    fixture = MeetingFixture()
    fixture.write(questions.raise_term(fixture.meeting, "LSS", "", "needs", fixture.moment()))
    fixture.write(as_edits("terms", "t2", [("term", "lss"), ("answer", "en lag"), ("raised_by", "p3")]))
    assert len(fixture.meeting.terms) == 2
    fixture.write(questions.merge_term(fixture.meeting, "t2"))
    assert [(term.term, term.answer, term.raised_by) for term in fixture.meeting.terms] == [("LSS", "en lag", "p3")]
    assert questions.merge_term(fixture.meeting, fixture.meeting.terms[0].id) == ()
    assert questions.merge_term(fixture.meeting, "nothing") == ()
