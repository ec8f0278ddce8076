"""What stands on the board, what never does, and that it always fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sip_tui import language
from sip_tui.meeting.change import Edit
from sip_tui.meeting.kinds import Status
from sip_tui.meeting.model import Action, Goal, Meeting, Need, Term
from sip_tui.meeting.notes import write_pad
from sip_tui.widgets.board import page_number
from sip_tui.widgets.board_pages import pages
from sip_tui.widgets.board_type import LARGE, ORDINARY, Face
from tests.meeting.build_meeting import START, Table


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language.use("en")
    yield
    language.use("sv")


def read(meeting: Meeting, width: int = 72, height: int = 30) -> str:
    return "\n".join(page.plain for page in pages(meeting, width, height))


def agreed() -> Table:
    table = Table()
    cells: list[tuple[str, str, str, str]] = [
        ("goals", "g1", "text", "Du går ut gymnasiet"),
        ("goals", "g2", "text", "Tre dagar i veckan"),
        ("goals", "g2", "parent", "g1"),
        ("goals", "g2", "horizon", "short"),
        ("goals", "g2", "by", "2027-02-19"),
        ("actions", "a1", "what", "Möta dig i entrén"),
        ("actions", "a1", "who", "p3"),
        ("actions", "a1", "when", "2026-12-04"),
        ("actions", "a1", "goal", "g2"),
        ("terms", "t1", "term", "BUP"),
        ("terms", "t1", "answer", "vård för barn"),
    ]
    table.write(tuple(Edit(*cell) for cell in cells))
    return table


def test_a_goal_has_its_actions_under_it_with_who_and_when() -> None:
    text = read(agreed().meeting)
    order = ["Du går ut gymnasiet", "Tre dagar i veckan (by Friday 19 February 2027)", "Möta dig i entrén"]
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)
    assert "Samir Haddad · Friday 4 December 2026" in text
    assert "vård för barn" in text


def test_what_is_missing_is_asked_for() -> None:
    meeting = Meeting(actions=(Action(id="a", what="Ringa"),))
    assert "who? · when?" in read(meeting)


@pytest.mark.parametrize(
    ("status", "there"), [("proposed", False), ("ended", False), ("ongoing", True), ("done", True)]
)
def test_only_what_is_agreed_and_holds(status: str, there: bool) -> None:
    meeting = Meeting(actions=(Action(id="a", what="Ringa", status=Status(status)),))
    assert ("Ringa" in read(meeting)) is there


def test_nothing_private_is_on_any_page() -> None:
    table = agreed()
    table.write(write_pad(table.meeting, "needs", "secretary", "hemlig anteckning"))
    private = [
        ("ideas", "i1", "text", "hemlig idé"),
        ("parked", "k1", "text", "hemlig parkering"),
        ("disagreements", "d1", "text", "hemlig oenighet"),
        ("reactions", "r1", "mark", "hemligt märke"),
        ("participants", "p1", "consent", "hemligt samtycke"),
        ("participants", "p1", "contact", "hemlig kontakt"),
        ("participants", "p1", "email", "hemlig@example.se"),
        ("terms", "t2", "term", "hemligt ord utan svar"),
        ("decisions", "x1", "words", "hemliga ord"),
    ]
    table.write(tuple(Edit(*cell) for cell in private))
    assert "heml" not in read(table.meeting)


def test_a_goal_stays_on_one_page_and_a_long_one_says_its_name_on_each() -> None:
    actions = tuple(Action(id=f"a{n}", what=f"Sak {n}", who="", goal="g") for n in range(8))
    made = pages(Meeting(goals=(Goal(id="g", text="Målet"),), actions=actions), 60, 12)
    assert len(made) > 1
    assert all("Målet" in page.plain for page in made)
    assert [n for n in range(8) for page in made if f"Sak {n}\n" in page.plain + "\n"] == list(range(8))


def test_a_block_that_fits_on_a_page_is_not_torn() -> None:
    needs = tuple(Need(id=str(n), text=f"Behov {n}") for n in range(8))
    words = tuple(Term(id=str(n), term=f"Ord {n}", answer="svar") for n in range(2))
    made = [page.plain for page in pages(Meeting(needs=needs, terms=words), 60, 12)]
    assert ["Ord" in page for page in made] == [False, True]


def test_an_empty_meeting_is_one_empty_page() -> None:
    assert [page.plain for page in pages(Meeting(), 60, 20)] == [""]


texts = st.text(max_size=60)


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, max_size=6), texts, st.integers(34, 90), st.integers(3, 30), st.sampled_from([ORDINARY, LARGE]))
def test_every_page_fits_whatever_people_write(words: list[str], by: str, width: int, height: int, face: Face) -> None:
    meeting = Meeting(
        needs=tuple(Need(id=f"n{n}", text=text) for n, text in enumerate(words)),
        goals=tuple(Goal(id=f"g{n}", text=text, by=by) for n, text in enumerate(words)),
        actions=tuple(Action(id=f"a{n}", what=text, when=by, goal="g0") for n, text in enumerate(words)),
        terms=tuple(Term(id=f"t{n}", term=text, answer=by) for n, text in enumerate(words)),
    )
    for page in pages(meeting, width, height, face):
        lines = page.plain.split("\n")
        assert len(lines) <= height
        assert all(cell_len(line) <= width for line in lines)


def test_pages_follow_the_clock_and_come_round() -> None:
    turned = [page_number(START + timedelta(seconds=20 * n), 3) for n in range(4)]
    assert sorted(set(turned)) == [0, 1, 2]
    assert turned[0] == turned[3]
    assert page_number(START, 3) == page_number(START + timedelta(seconds=19), 3)
