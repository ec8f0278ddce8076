"""The secretary types an action as it is said, and the line falls into who, what and when."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.parsing.participant_names import ParsedAction, name_table, parse_owner
from tests.helpers.meeting_fixture import MeetingFixture

PEOPLE = (
    ("maja", ("Maja Lindgren", "den enskilde", "", "Maja", "du")),
    ("asa", ("Åsa Lindgren", "mamma", "familjen")),
    ("bup", ("Anders Holm", "läkare", "BUP-mottagningen")),
    ("skola", ("Lisa Svensson", "mentor och studie- och yrkesvägledare", "Skolan")),
    ("two", ("Fatima och Ahmed Hassan", "vårdnadshavare", "familjen")),
    ("lss", ("Bo Ek", "LSS-handläggare", "Kommunen")),
)
WORDS = ["BUP", "mamma", "och", "Lindgren", "ringer", "fredag", "snart", ":", ",", "-", "du", "ska"]


@pytest.mark.parametrize(
    ("line", "who", "what"),
    [
        ("BUP ringer skolan", "bup", "Ringer skolan"),
        ("bup ringer Skolan", "bup", "Ringer Skolan"),
        ("Mamma läser med Maja", "asa", "Läser med Maja"),
        ("läkaren ska skriva remiss, på fredag", "bup", "Skriva remiss, på fredag"),
        ("  - Lisa Svensson: bokar tid", "skola", "Bokar tid"),
        ("du ringer BUP", "maja", "Ringer BUP"),
        ("LSS-handläggaren skickar beslutet", "lss", "Skickar beslutet"),
        ("yrkesvägledaren mejlar", "skola", "Mejlar"),
        ("Fatima och Ahmed hjälper med läxorna", "two", "Hjälper med läxorna"),
        ("Fatima och Bo Ek ringer", "", "Fatima och Bo Ek ringer"),
        ("Skolan och Kommunen", "", "Skolan och Kommunen"),
        ("Skriva remiss", "", "Skriva remiss"),
        ("", "", ""),
    ],
)
def test_a_line_falls_into_who_and_what(line: str, who: str, what: str) -> None:
    found = parse_owner(line, PEOPLE)
    assert (found.who, found.what, found.when_text) == (who, what, "")


def test_a_name_that_two_have_is_asked_about_and_nothing_is_lost() -> None:
    assert parse_owner("Lindgren ringer", PEOPLE) == ParsedAction("Lindgren ringer", "", "", ("maja", "asa"))
    assert parse_owner("Åsa Lindgren ringer", PEOPLE).who == "asa"
    assert parse_owner("Mamma och Maja går dit", PEOPLE) == ParsedAction(
        "Mamma och Maja går dit", "", "", ("asa", "maja")
    )


def test_person_only_named_in_the_line_has_promised_nothing() -> None:
    assert parse_owner("Stämma av med Maja", PEOPLE) == ParsedAction("Stämma av med Maja", "", "", ("maja",))


def test_a_name_is_a_whole_word() -> None:
    assert parse_owner("Bokar rum", PEOPLE).who == ""
    assert parse_owner("Skolans läkare", PEOPLE).candidates == ("bup",)


def test_everybody_in_a_meeting_can_be_named() -> None:
    people = name_table(MeetingFixture().meeting)
    lines = ("du ringer", "Maja ringer", "modern ringer", "kuratorn ringer", "Socialtjänsten ringer", "Helena ringer")
    assert [parse_owner(line, people).who for line in lines] == ["p1", "p1", "p2", "p3", "p4", "p4"]


def test_i_may_be_person_or_secretary_and_is_asked_about() -> None:
    table = MeetingFixture()
    assert parse_owner("jag ringer", name_table(table.meeting)) == ParsedAction("Jag ringer")
    table.write((Edit("about", "meeting", "chair", "p3"), Edit("about", "meeting", "secretary", "p4")))
    assert parse_owner("jag ringer", name_table(table.meeting)).candidates == ("p1", "p3", "p4")


def test_man_is_nobody() -> None:
    people = (*PEOPLE, ("gm", ("Per Ek", "god man", "")))
    assert parse_owner("man ringer", people).who == ""
    assert parse_owner("god man ringer", people).who == "gm"


@settings(max_examples=150)
@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_no_line_is_an_error_and_no_word_but_the_owner_is_lost(line: str) -> None:
    found = parse_owner(line, PEOPLE)
    assert not (found.who and found.candidates)
    assert found.what == "" or found.what[0] not in " ,;:-"
    kept = f"{found.what} {found.when_text}".casefold()
    assert found.who or all(word.strip(" ,;:–—-").casefold() in kept for word in line.split())
