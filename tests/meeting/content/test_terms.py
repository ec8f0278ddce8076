"""A word that somebody did not understand is raised once, belongs to a phase, and is asked about in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content import questions
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time.agenda import PHASES
from tests.helpers.meeting_fixture import MeetingFixture


def raised(table: MeetingFixture, word: str, who: str = "p3", phase: str = "needs") -> None:
    table.write(questions.raise_term(table.meeting, word, who, phase, table.moment()))


def test_a_word_knows_who_used_it_and_when() -> None:
    table = MeetingFixture()
    raised(table, " LPT ", "p4", "situation")
    (one,) = table.meeting.terms
    assert (one.term, one.raised_by, one.phase) == ("LPT", "p4", "situation")


@pytest.mark.parametrize("again", ["LPT", "lpt", "  LPT\n"])
@pytest.mark.parametrize("answer", ["", "en lag"])
def test_a_word_is_raised_once_whether_it_has_been_answered_or_not(again: str, answer: str) -> None:
    table = MeetingFixture()
    raised(table, "LPT")
    table.write(questions.answer_term(table.meeting.terms[0].id, answer))
    assert questions.raise_term(table.meeting, again, "p4", "closing", table.moment()) == ()


def test_a_word_that_was_taken_off_can_be_raised_again() -> None:
    table = MeetingFixture()
    raised(table, "god man")
    table.write((Edit("terms", table.meeting.terms[0].id, "deleted", True),))
    raised(table, "God  man")
    assert [one.term for one in table.meeting.terms] == ["God  man"]


@given(
    st.lists(st.tuples(st.sampled_from(["LPT", "lpt", "BUP", "ö", "o\u0308", " ", "god man"]), st.sampled_from(PHASES)))
)
@settings(max_examples=40)
def test_no_word_stands_twice_and_no_word_is_empty(words: list[tuple[str, str]]) -> None:
    table = MeetingFixture()
    for word, phase in words:
        raised(table, word, "p3", phase)
    bare = [one.term.casefold() for one in table.meeting.terms]
    assert all(bare)
    assert len(bare) == len({word.replace("o\u0308", "ö") for word in bare})
    assert {word.strip().casefold() for word, _ in words} >= set(bare)


def test_a_phase_owes_an_answer_to_its_own_words_and_to_those_of_no_phase() -> None:
    table = MeetingFixture()
    raised(table, "KBT", phase="situation")
    raised(table, "LSS", phase="")
    raised(table, "HAB", phase="needs")
    assert [one.term for one in questions.unanswered_terms_in(table.meeting, "needs")] == ["LSS", "HAB"]
    table.write(questions.answer_term(table.meeting.terms[1].id, "en lag"))
    assert [one.term for one in questions.unanswered_terms_in(table.meeting, "needs")] == ["HAB"]
    assert [one.term for one in questions.unanswered_terms(table.meeting)] == ["KBT", "HAB"]


def test_only_somebody_who_is_known_and_has_not_gone_can_be_asked() -> None:
    table = MeetingFixture()
    for word, who in (("KBT", "p3"), ("LSS", "p4"), ("HAB", ""), ("LPT", "gone")):
        raised(table, word, who)
    table.write((Edit("participants", "p4", "presence", "left"),))
    assert [one.term for one in questions.askable_terms(table.meeting, "needs")] == ["KBT"]
    assert questions.askable_terms(table.meeting, "closing") == ()
