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


def test_term_keeps_user_and_phase() -> None:
    table = MeetingFixture()
    raised(table, " LPT ", "p4", "situation")
    (one,) = table.meeting.terms
    assert (one.term, one.raised_by, one.phase) == ("LPT", "p4", "situation")


@pytest.mark.parametrize("again", ["LPT", "lpt", "  LPT\n"])
@pytest.mark.parametrize("answer", ["", "en lag"])
def test_term_is_raised_only_once(again: str, answer: str) -> None:
    table = MeetingFixture()
    raised(table, "LPT")
    table.write(questions.answer_term(table.meeting.terms[0].id, answer))
    assert questions.raise_term(table.meeting, again, "p4", "closing", table.moment()) == ()


def test_deleted_term_can_be_raised_again() -> None:
    table = MeetingFixture()
    raised(table, "god man")
    table.write((Edit("terms", table.meeting.terms[0].id, "deleted", True),))
    raised(table, "God  man")
    assert [one.term for one in table.meeting.terms] == ["God  man"]


@given(
    st.lists(st.tuples(st.sampled_from(["LPT", "lpt", "BUP", "ö", "o\u0308", " ", "god man"]), st.sampled_from(PHASES)))
)
@settings(max_examples=40)
def test_terms_are_unique_and_non_empty(words: list[tuple[str, str]]) -> None:
    table = MeetingFixture()
    for word, phase in words:
        raised(table, word, "p3", phase)
    bare = [one.term.casefold() for one in table.meeting.terms]
    assert all(bare)
    assert len(bare) == len({word.replace("o\u0308", "ö") for word in bare})
    assert {word.strip().casefold() for word, _ in words} >= set(bare)


def test_unanswered_terms_of_phase_or_no_phase() -> None:
    table = MeetingFixture()
    raised(table, "KBT", phase="situation")
    raised(table, "LSS", phase="")
    raised(table, "HAB", phase="needs")
    assert [one.term for one in questions.unanswered_terms_in(table.meeting, "needs")] == ["LSS", "HAB"]
    table.write(questions.answer_term(table.meeting.terms[1].id, "en lag"))
    assert [one.term for one in questions.unanswered_terms_in(table.meeting, "needs")] == ["HAB"]
    assert [one.term for one in questions.unanswered_terms(table.meeting)] == ["KBT", "HAB"]


def test_askable_terms_need_known_present_user() -> None:
    table = MeetingFixture()
    for word, who in (("KBT", "p3"), ("LSS", "p4"), ("HAB", ""), ("LPT", "gone")):
        raised(table, word, who)
    table.write((Edit("participants", "p4", "presence", "left"),))
    assert [one.term for one in questions.askable_terms(table.meeting, "needs")] == ["KBT"]
    assert questions.askable_terms(table.meeting, "closing") == ()
