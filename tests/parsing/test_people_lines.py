"""People pasted as lines, as a calendar copies them, and as a video meeting lists them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, Person
from sip_tui.parsing.people_lines import add_people, read_people
from tests.helpers.meeting_fixture import MeetingFixture


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The sentences are read in English; afterwards the language is what it was."""
    before = translation.language()
    translation.set_language("en")
    yield
    translation.set_language(before)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Samir Haddad, kurator, Elevhälsan, samir@example.org", ("Samir Haddad", "kurator", "Elevhälsan")),
        ("- Karin Ek (socialsekreterare, Socialtjänsten)", ("Karin Ek", "socialsekreterare", "Socialtjänsten")),
        ("Elevhälsan", ("", "", "Elevhälsan")),
        ("Socialtjänsten Nacka", ("", "", "Socialtjänsten Nacka")),
        ("Eva Lund", ("Eva Lund", "", "")),
        ("Eva Lund, BUP", ("Eva Lund", "", "BUP")),
        ("Linda Persson (Gäst)", ("Linda Persson", "", "")),
        ("tolk, Tolkförmedlingen", ("", "tolk", "Tolkförmedlingen")),
        ("Tolk (arabiska)", ("", "Tolk (arabiska)", "")),
        ("Fatima och Ahmed Hassan, vårdnadshavare", ("Fatima och Ahmed Hassan", "vårdnadshavare", "")),
        ("Samir Haddad; kurator; Elevhälsan; samir@example.org", ("Samir Haddad", "kurator", "Elevhälsan")),
        ("Bo Ek\t2026-11-28 13:00\t14:00", ("Bo Ek", "", "")),
    ],
)
def test_parts_of_a_line_are_told_apart(line: str, cells: tuple[str, str, str]) -> None:
    (read,) = read_people(line)
    assert tuple(read.cells.get(name, "") for name in ("name", "role", "organisation")) == cells


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Anna Lind", ("Anna Lind", "", "")),
        ("anna", ("anna", "", "")),
        ("Anna Lind skolan", ("Anna Lind", "", "skolan")),
        ("anna lind skolan", ("anna lind", "", "skolan")),
        ("Anna Lind BUP", ("Anna Lind", "", "BUP")),
        ("Anna Lind – BUP", ("Anna Lind", "", "BUP")),
        ("Anna Lind: kurator", ("Anna Lind", "kurator", "")),
        ("Mona kurator", ("Mona", "kurator", "")),
        ("Karin Ek mamma", ("Karin Ek", "mamma", "")),
        ("Erik Berg rektor Almskolan", ("Erik Berg", "rektor", "Almskolan")),
        ("Samir Haddad kurator på Elevhälsan", ("Samir Haddad", "kurator", "Elevhälsan")),
        ("Lotta från skolan", ("Lotta", "", "skolan")),
        ("Mona Berg hemtjänst", ("Mona Berg", "", "hemtjänst")),
        ("Bo Ek god man", ("Bo Ek", "god man", "")),
        ("god man Bo Ek", ("Bo Ek", "god man", "")),
        ("kurator Samir Haddad", ("Samir Haddad", "kurator", "")),
        ("Rektor Anna Lind", ("Anna Lind", "Rektor", "")),
        ("Fatima och Ahmed Hassan", ("Fatima och Ahmed Hassan", "", "")),
        ("Sankta Maria vårdcentral", ("", "", "Sankta Maria vårdcentral")),
        ("Anna Whitlocks gymnasium", ("", "", "Anna Whitlocks gymnasium")),
        ("Barn och unga", ("", "", "Barn och unga")),
        ("BUP Nacka", ("", "", "BUP Nacka")),
    ],
)
def test_name_is_found_on_a_line_without_commas(line: str, cells: tuple[str, str, str]) -> None:
    (read,) = read_people(line)
    assert tuple(read.cells.get(name, "") for name in ("name", "role", "organisation")) == cells
    assert list(read.cells) == sorted(read.cells, key=("name", "role", "organisation").index), "read back in this order"


def test_list_from_a_calendar_is_several_people_with_addresses() -> None:
    text = "Namn\tTid\n\nAnders Holm <anders@example.org>; Linda Persson <linda@example.org>\nBo Ek 070-174 06 05"
    assert [dict(line.cells) for line in read_people(text)] == [
        {"name": "Anders Holm", "email": "anders@example.org"},
        {"name": "Linda Persson", "email": "linda@example.org"},
        {"name": "Bo Ek", "phone": "070-174 06 05"},
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Samir Haddad, kurator, Elevhälsan, Storgatan", "Which part of this line should be left out?"),
        (",,,", "Something is missing between two commas"),
        ("Samir,,kurator", "Something is missing between two commas"),
        ("- .", "There is no name in this line"),
        ("Maja 20010101-2384", "••••••••-••••"),
    ],
)
def test_line_that_cannot_be_told_apart_is_a_question(line: str, said: str) -> None:
    (read,) = read_people(line)
    assert said in read.question
    assert read.cells == {}


def test_people_are_added_once_and_one_of_them_is_the_person() -> None:
    fixture = MeetingFixture()
    lines = read_people("Samir Haddad, kurator\nKarin Ek, mamma\nkarin ek, mormor\nNils, den enskilde, Hemma\n,,")
    edits, questions = add_people(fixture.meeting, lines, fixture.moment())
    fixture.write(edits)
    assert [who.name for who in fixture.meeting.participants][5:] == ["Karin Ek"]
    assert fixture.meeting.participants[-1].kind is Kind.GUARDIAN
    assert len(questions) == 2
    assert any("on the list already" in question for question in questions)


def test_mother_is_a_guardian_of_a_child_and_kin_to_an_adult() -> None:
    lines, moment = read_people("Karin Ek, mamma\nBo Ek, vårdnadshavare"), MeetingFixture().moment()
    found = {}
    for child in (True, False):
        edits, questions = add_people(Meeting(person=Person(id="person", child=child)), lines, moment)
        found[child] = ([edit.value for edit in edits if edit.field == "kind"], questions)
    assert found[True] == ([Kind.GUARDIAN, Kind.GUARDIAN], ())
    asked = (
        "Only a child has someone with parental responsibility. If the person is a child, write that first. "
        "If not, write that they are family. Bo Ek, vårdnadshavare"
    )
    assert found[False] == ([Kind.KIN], (asked,))


@given(st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_every_text_gives_people_or_questions(text: str) -> None:
    for line in read_people(text):
        assert bool(line.cells) is not bool(line.question)
