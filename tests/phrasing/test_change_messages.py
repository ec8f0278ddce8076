"""What is said about the others at the table, in Swedish as people hear it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit, Value
from sip_tui.meeting.log.projection import Conflict, conflicts, is_reported
from sip_tui.meeting.model.enums import Kind, Presence, Status
from sip_tui.meeting.model.meeting import TABLES, Meeting
from sip_tui.phrasing.change_messages import conflict_keys, conflict_sentence
from sip_tui.phrasing.field_labels import FIELD_LABELS
from sip_tui.phrasing.fields import field_label, value_text
from tests.helpers.meeting_fixture import MeetingFixture


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    translation.set_language("sv")
    yield
    translation.set_language("sv")


def at_once(table: MeetingFixture, first: Edit, second: Edit) -> Meeting:
    """Two write, neither of whom has seen the other."""
    ledger = table.builder.ledger
    base = ledger.last.millis
    earlier, two = ledger.stamp([first], base + 1, "chair"), ledger.stamp([second], base + 2, "secretary")
    return table.builder.refresh(ledger.add([*earlier, *two]))


def conflict_message(row: tuple[str, str, str], first: Value, second: Value) -> str:
    """What is said when two have written a cell of the small meeting at the same time."""
    table = MeetingFixture()
    table.write((Edit("actions", "a1", "what", "Ringer BUP"), Edit("goals", "g1", "text", "Tre dagar i skolan")))
    meeting = at_once(table, Edit(*row, first), Edit(*row, second))
    [clash] = conflicts(meeting)
    return conflict_sentence(meeting, clash)


@pytest.mark.parametrize(
    ("row", "first", "second", "said"),
    [
        (("actions", "a1", "when"), "fredag", "måndag", "När för ”Ringer BUP”: nu ”måndag”, inte ”fredag”."),
        (
            ("actions", "a1", "who"),
            "p3",
            "p2",
            "Vem för ”Ringer BUP”: nu ”Åsa Lindgren”, inte ”Samir Haddad”.",
        ),
        (("actions", "a1", "when"), "fredag", "", "När för ”Ringer BUP”: nu tomt, inte ”fredag”."),
        (("actions", "a1", "what"), "Ring", "Ringer", "Vad: nu ”Ringer”, inte ”Ring”."),
        (("goals", "g1", "by"), "2026-12-18", "våren", "nu ”våren”, inte ”fredag 18 december 2026”."),
        (("participants", "p3", "presence"), "missing", "late", "nu ”kommer senare”, inte ”har inte hört av sig”."),
        (("about", "meeting", "bell"), True, False, "Ljudsignal: nu ”nej”, inte ”ja”."),
        (("about", "meeting", "chair"), "p3", "Kim", "Ordförande: nu ”Kim”, inte ”Samir Haddad”."),
        (("phases", "needs", "minutes"), 10, 20, "Minuter för ”Behov”: nu ”20”, inte ”10”."),
        (("accounts", "p2", "works"), "bild", "slöjd", "för ”Åsa Lindgren”: nu ”slöjd”, inte ”bild”."),
        (("feedback", "p2", "words"), "bra", "fint", "för ”Åsa Lindgren”: nu ”fint”, inte ”bra”."),
        (("feedback", "p2", "safe"), "yes", "no", "för ”Åsa Lindgren”: nu ”nej”, inte ”ja”."),
        (("questions", "q1", "answer"), "Ja.", "Nej.", "Svaret: nu ”Nej.”, inte ”Ja.”."),
        (("between", "between", "coordinator"), "p1", "p2", "nu ”Åsa Lindgren”, inte ”Maja Lindgren”."),
        (("about", "meeting", "questions"), ["a", "b"], ["c"], "Frågor: nu ”c”, inte ”a, b”."),
    ],
)
def test_what_holds_and_what_does_not_is_said_in_words(
    row: tuple[str, str, str], first: Value, second: Value, said: str
) -> None:
    assert conflict_message(row, first, second).endswith(said)


def test_a_row_that_one_took_away_and_another_brought_back() -> None:
    said = conflict_message(("actions", "a1", "deleted"), True, False)
    assert said == "Två skrev samtidigt. ”Ringer BUP” står kvar, fast någon annan tog bort det."
    clash = Conflict("actions", "a1", "deleted", False, (True,))
    assert conflict_keys(Meeting(), clash, "G", "B") == "Tryck G när du har sett det, eller B för att ta bort det."


def test_a_long_value_is_cut_so_that_the_sentence_can_be_read() -> None:
    said = conflict_message(("actions", "a1", "when"), "ord " * 50, "fredag")
    assert len(said) < 160
    assert "…”" in said


def test_of_two_long_values_the_part_that_differs_is_told() -> None:
    wish = "Jag vill lära mig läsa som de andra, men"
    said = conflict_message(("goals", "g1", "text"), f"{wish} i min egen takt", f"{wish} bara på förmiddagen")
    assert said.endswith("nu ”…de andra, men bara på förmiddagen”, inte ”…de andra, men i min egen takt”.")


LINES = st.text(st.sampled_from("abåö "), max_size=90)


@given(LINES, LINES, LINES)
def test_two_values_that_differ_never_look_the_same(before: str, first: str, other: str) -> None:
    held, gone = " ".join(f"{before}{first}".split()), " ".join(f"{before}{other}".split())
    said = conflict_sentence(Meeting(), Conflict("about", "meeting", "purpose", held, (gone,)))
    shown = re.fullmatch(r".*: nu (.*), inte (.*)\.", said)
    assert shown
    assert (shown[1] == shown[2]) is (held == gone)


def test_every_field_that_is_told_has_a_name() -> None:
    fields = {
        field.name
        for table, kind in TABLES.items()
        for field in dataclasses.fields(kind)
        if is_reported(table, field.name) and field.name not in {"id", "lost", "deleted"}
    }
    assert fields - FIELD_LABELS.keys() == set()


def test_a_field_of_a_newer_program_is_told_all_the_same() -> None:
    clash = Conflict("actions", "a1", "colour", "blå", ("röd",))
    assert conflict_sentence(Meeting(), clash) == "Två skrev samtidigt. Något: nu ”blå”, inte ”röd”."
    assert field_label("when") == "När"


@pytest.mark.parametrize("table", [*TABLES])
def test_no_value_of_the_wrong_shape_stops_the_telling(table: str) -> None:
    names = [field.name for field in dataclasses.fields(TABLES[table]) if field.name not in {"id", "lost"}]
    values: tuple[object, ...] = (None, 3, True, 1.5, "x", ["a"], (), Kind.KIN, Presence.LATE, Status.DONE)
    assert all(isinstance(value_text(Meeting(), table, name, value), str) for name in names for value in values)
