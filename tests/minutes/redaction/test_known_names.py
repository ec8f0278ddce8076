"""What in a roll call is a name: the shipped cases have all the odd ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, MeetingInfo, Participant, Person
from sip_tui.minutes.redaction.known_names import known_names, names_in, person_names
from sip_tui.minutes.render import draft
from sip_tui.privacy import redact
from tests.helpers.meetings import NOW, START, case, meeting, noted, somebody
from tests.helpers.minutes import read_back


@pytest.mark.parametrize(
    ("name", "role", "names"),
    [
        ("Maria Lindström", "mentor", ("Maria Lindström",)),
        ("Föräldrar", "vårdnadshavare", ()),
        ("Tolk (arabiska)", "tolk", ()),
        ("mamma", "", ()),
        ("Mamma Åsa", "mamma", ("Åsa",)),
        ("Fatima och Ahmed Hassan", "vårdnadshavare", ("Fatima", "Ahmed Hassan", "Fatima Hassan")),
        ("Anna/Bo", "föräldrar", ("Anna", "Bo")),
        ("Anders Läkare", "läkare", ("Anders",)),
        ("Bo Handläggare", "LSS-handläggare", ("Bo",)),
        ("anna svensson", "lärare", ("anna svensson",)),
        ("Den Li", "lärare", ("Den Li",)),
        ("[/]", "kurator", ("[/]",)),
        ("Eva\nLind", "kurator", ("Eva Lind",)),
        ("\x1b[31mBo", "kurator", ("Bo",)),
        ("", "kurator", ()),
        ("Skolsköterska Ekbacken", "", ()),
        ("Kurator Lundby", "", ("Lundby",)),
    ],
)
def test_names_are_told_from_labels(name: str, role: str, names: tuple[str, ...]) -> None:
    assert names_in(name, somebody(name=name, role=role)) == names


def test_a_role_that_is_somebodys_name_is_a_name_all_the_same() -> None:
    assert names_in("Anna", somebody(name="Anna", role="Anna")) == ("Anna",)


def test_language_of_the_interpreter_is_no_name() -> None:
    text = "Studiehandledning på arabiska med tolk, Ahmed och Omar"
    masked = redact(text, known_names(case("cases", "omar-tolk.toml"))).text
    assert "arabiska" in masked
    assert "tolk" in masked
    assert "Ahmed" not in masked
    assert "Omar" not in masked


def test_a_role_word_never_holds_a_name() -> None:
    kin = somebody(5, "Eva", kind=Kind.KIN, role="Åsas mamma")
    told = meeting(participants=(*meeting().participants, kin))
    words = {name.name: name.role_word for name in known_names(told)}
    assert words["Eva"] == "family or friend"


def test_names_that_did_not_hold_and_names_of_offices_count_too() -> None:
    teacher = somebody(6, "Eva Berg", role="lärare", lost={"name": ("Eva Bergman",)})
    told = meeting(participants=(teacher,), about=type(meeting().about)(id="meeting", chair="Lena Storm"))
    assert {"Eva Berg", "Eva Bergman", "Lena Storm", "Maja"} <= {known.name for known in known_names(told)}


def test_on_her_own_paper_only_maja_is_you() -> None:
    assert {name.name for name in person_names(meeting())} == {"Maja", "Maja Lindgren"}


@pytest.mark.parametrize(
    ("called_by", "told"),
    [
        ("Agneta Norling, rektor", "Rektor leder, rektors rum"),
        ("Agneta Norling (rektor)", "Rektor leder, rektors rum"),
        ("rektor Agneta Norling", "Person who called the meeting leder, person who called the meetings rum"),
    ],
)
def test_caller_who_is_not_on_the_list_has_the_role_beside(called_by: str, told: str) -> None:
    made = meeting(about=replace(meeting().about, called_by=called_by))
    assert redact("Agneta leder, Norlings rum", known_names(made)).text == told


@pytest.mark.parametrize("called_by", ["Agneta Norling, rektor", "Agneta Norling", "Agneta"])
def test_caller_on_the_list_has_the_role_from_there(called_by: str) -> None:
    agneta = somebody(7, "Agneta Norling", role="skolchef")
    made = meeting(participants=(agneta,), about=replace(meeting().about, called_by=called_by))
    assert redact("Agneta leder", known_names(made)).text == "Skolchef leder"


@pytest.mark.parametrize(
    ("notes", "first_line"),
    [
        ("T sover dåligt\nT äter lite\nT vill bo hemma", "Du sover dåligt"),
        ("T kommer sen\nT skickar boken\nT ringer BUP\nTuva med", "T kommer sen"),
        ("T kommer sen\nT skickar boken\nT ringer BUP\nTobias lovar det", "Du kommer sen"),
        ("T kommer sen\nT skickar boken\nT ringer BUP\nTobias lovar det\nTuva med", "T kommer sen"),
        ("Tuva (T) och Tobias är här\nT kommer sen\nT skickar boken\nT ringer BUP", "Du (T) och mentorn är här"),
        ("T kommer sen\nT skickar boken", "T kommer sen"),
        ("T kommer sen\nTobias väcker T\nT vill bo hemma\nTuva med", "Du kommer sen"),
    ],
)
def test_letter_of_two_is_the_persons_when_notes_show_it(
    monkeypatch: pytest.MonkeyPatch, notes: str, first_line: str
) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    people = (
        Participant(id="p1", name="Tuva Ekmarken", kind=Kind.PERSON),
        Participant(id="p2", name="Tobias Rask", kind=Kind.ACTOR, role="mentor", organisation="skolan"),
    )
    about = MeetingInfo(id="meeting", type="SIP", start=START, mail_notes=True)
    made = draft(
        Meeting(about=about, person=Person(id="person", called="Tuva"), participants=people, notes=(noted(notes),)),
        now=NOW,
    )
    shown = [line for line in read_back(made.text) if line]
    assert shown[-len(notes.split("\n"))] == first_line


@pytest.mark.parametrize(
    ("notes", "last_line"),
    [
        ("pappa ringer I\nI vill sova\nI säger nej\nI går kom I sent", "I går kom du sent"),
        ("I går kom Ida\nI april flyttar Ida", "I april flyttar du"),
    ],
)
def test_letter_that_is_a_word_is_the_person_where_none_stands(
    monkeypatch: pytest.MonkeyPatch, notes: str, last_line: str
) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    about = MeetingInfo(id="meeting", type="SIP", start=START, mail_notes=True)
    ida = Participant(id="p1", name="Ida Ek", kind=Kind.PERSON)
    made = Meeting(about=about, person=Person(id="person", called="Ida"), participants=(ida,), notes=(noted(notes),))
    assert [line for line in read_back(draft(made, "person", now=NOW).text) if line][-1] == last_line
