"""A prepared meeting comes in whole."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.model.enums import Horizon, Kind, Presence, Status
from sip_tui.meeting.model.meeting import InterimPlan, MeetingInfo, Ongoing, SituationAccount
from sip_tui.meeting.model.text import clean
from sip_tui.paths import data_path
from tests.helpers.meeting_files import START, meeting_of, toml


def test_type_and_start_are_enough(tmp_path: Path) -> None:
    meeting = meeting_of(toml(tmp_path, START))
    assert meeting.about == MeetingInfo(id="meeting", type="SIP", start=datetime(2026, 11, 27, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("case", "participants", "goals", "actions"), [("sofia-n3", 6, 3, 9), ("omar-tolk", 5, 1, 3), ("erik-ak4", 6, 2, 8)]
)
def test_the_shipped_cases_are_read_whole(case: str, participants: int, goals: int, actions: int) -> None:
    meeting = meeting_of(data_path("cases", f"{case}.toml"))
    assert (len(meeting.participants), len(meeting.goals), len(meeting.actions)) == (participants, goals, actions)
    assert sum(phase.minutes or 0 for phase in meeting.phases) == meeting.about.minutes
    assert meeting.pad_text("situation", "secretary").startswith("Du ")


def test_rows_keep_the_order_of_the_file(tmp_path: Path) -> None:
    names = [f"Person {number}" for number in range(12)]
    tables = "".join(f'[[participants]]\nname = "{name}"\n' for name in names)
    meeting = meeting_of(toml(tmp_path, START + tables))
    assert [participant.name for participant in meeting.participants] == names
    assert meeting.participants[9].id == "p10"


def test_an_id_that_is_given_is_not_given_again(tmp_path: Path) -> None:
    tables = '[[participants]]\nname = "Eva"\n[[participants]]\nid = "p1"\nname = "Bo"\n'
    meeting = meeting_of(toml(tmp_path, START + tables))
    assert {participant.name: participant.id for participant in meeting.participants} == {"Eva": "p2", "Bo": "p1"}


@pytest.mark.parametrize(
    "start",
    [
        "2026-07-01T13:00:00",
        "2026-07-01T13:00:00+02:00",
        "2026-07-01T11:00:00Z",
        '"2026-07-01T13:00"',
        '"2026-07-01 13:00"',
    ],
)
def test_a_start_without_a_zone_is_swedish_time(tmp_path: Path, start: str) -> None:
    meeting = meeting_of(toml(tmp_path, f'[meeting]\ntype = "SIP"\nstart = {start}\n'))
    assert meeting.about.start == datetime(2026, 7, 1, 11, tzinfo=UTC)


def test_a_day_alone_is_a_start(tmp_path: Path) -> None:
    meeting = meeting_of(toml(tmp_path, '[meeting]\ntype = "SIP"\nstart = 2026-11-27\n'))
    assert meeting.about.start == datetime(2026, 11, 26, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("word", "presence"),
    [
        ("närvarande", Presence.PRESENT),
        ("Förhinder", Presence.EXCUSED),
        ("saknas", Presence.MISSING),
        ("frånvarande", Presence.MISSING),
        ("sen", Presence.LATE),
        ("på  länk", Presence.REMOTE),
        ("excused", Presence.EXCUSED),
    ],
)
def test_presence_is_said_in_swedish_or_english(tmp_path: Path, word: str, presence: Presence) -> None:
    meeting = meeting_of(toml(tmp_path, f'{START}[[participants]]\nname = "Bo"\npresence = "{word}"\n'))
    assert meeting.participants[0].presence is presence


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("tolk (arabiska)", Kind.INTERPRETER),
        ("Mamma", Kind.GUARDIAN),
        ("god man", Kind.TRUSTEE),
        ("den enskilde", Kind.PERSON),
        ("lillebror och närstående", Kind.KIN),
        ("stödperson", Kind.SUPPORT),
        ("mentor", Kind.ACTOR),
        ("", Kind.ACTOR),
    ],
)
def test_who_somebody_is_is_told_by_the_role(tmp_path: Path, role: str, kind: Kind) -> None:
    meeting = meeting_of(toml(tmp_path, f'{START}[[participants]]\nrole = "{role}"\n'))
    assert meeting.participants[0].kind is kind


def test_a_kind_that_is_written_is_never_overruled_by_the_role(tmp_path: Path) -> None:
    meeting = meeting_of(toml(tmp_path, f'{START}[[participants]]\nrole = "mamma"\nkind = "aktör"\n'))
    assert meeting.participants[0].kind is Kind.ACTOR


def test_phases_seats_and_statuses_are_said_in_swedish(tmp_path: Path) -> None:
    text = (
        '[[notes]]\nphase = "Aktuell situation"\nseat = "ordförande"\ntext = "Lugnt."\n'
        '[[goals]]\ntext = "Må bra"\nhorizon = "lång"\n'
        '[[actions]]\nwhat = "Ringa"\nstatus = "pågår"\n[agenda]\nbehov = 30\n"aktuell situation" = 5\n'
    )
    meeting = meeting_of(toml(tmp_path, START + text))
    assert meeting.pad_text("situation", "chair") == "Lugnt."
    assert (meeting.goals[0].horizon, meeting.actions[0].status) == (Horizon.LONG, Status.ONGOING)
    assert {phase.id: phase.minutes for phase in meeting.phases} == {"needs": 30, "situation": 5}


def test_two_notes_for_one_phase_and_seat_follow_one_another(tmp_path: Path) -> None:
    notes = '[[notes]]\nphase = "needs"\ntext = "Först."\n[[notes]]\nphase = "behov"\ntext = "Sedan."\n'
    assert meeting_of(toml(tmp_path, START + notes)).pad_text("needs", "secretary") == "Först.\nSedan."


def test_a_goal_with_a_parent_is_a_subgoal(tmp_path: Path) -> None:
    goals = '[[goals]]\ntext = "Bo själv"\n[[goals]]\ntext = "Laga mat"\nparent = "g1"\n'
    meeting = meeting_of(toml(tmp_path, START + goals))
    assert [(goal.parent, goal.horizon) for goal in meeting.goals] == [("", Horizon.LONG), ("g1", Horizon.SHORT)]


SITUATION = """
[person]
matters = "Att få måla"
[[participants]]
role = "den enskilde"
[[participants]]
role = "kurator"
[[situation]]
who = "p2"
works = "samtalen"
goals = "tre förmiddagar"
support = "möter i entrén"
[[situation]]
who = "p1"
works_not = "morgnarna"
[[ongoing]]
what = "Samtal varje vecka"
who = "p2"
works = "lugnt"
[[actions]]
what = "Gå en promenad"
who = "p1"
manages = "Ja"
"""


def test_the_situation_can_be_prepared(tmp_path: Path) -> None:
    meeting = meeting_of(toml(tmp_path, START + SITUATION))
    assert meeting.person.matters == "Att få måla"
    assert set(meeting.accounts) == {
        SituationAccount(id="p2", works="samtalen", goals="tre förmiddagar", support="möter i entrén"),
        SituationAccount(id="p1", works_not="morgnarna"),
    }
    assert meeting.ongoing == (Ongoing(id="o1", what="Samtal varje vecka", who="p2", works="lugnt"),)
    assert [action.manages for action in meeting.actions] == ["yes"]


CLOSING = """
[person]
child = true
strengths = "Att lyssna"
kept_out = "det som hände i våras"
consent_until = 2027-06-10
[[participants]]
role = "den enskilde"
[[participants]]
role = "kurator"
phone = "070-174 06 40"
[between]
coordinator = "p2"
authority = "kommunen"
evaluation = 2027-03-01
urgent = "Ring jouren"
told_by = "p2"
[[goals]]
text = "Gå ut"
resources = "hunden"
"""


def test_what_holds_between_the_meetings_can_be_prepared(tmp_path: Path) -> None:
    meeting = meeting_of(toml(tmp_path, START + CLOSING))
    assert (meeting.person.child, meeting.person.strengths) == (True, "Att lyssna")
    assert (meeting.person.kept_out, meeting.person.consent_until) == ("det som hände i våras", "2027-06-10")
    assert meeting.participants[1].phone == "070-174 06 40"
    assert meeting.goals[0].resources == "hunden"
    assert meeting.between == InterimPlan(
        id="between",
        coordinator="p2",
        authority="kommunen",
        evaluation="2027-03-01",
        urgent="Ring jouren",
        told_by="p2",
    )


@pytest.mark.parametrize(
    ("word", "consent"),
    [
        ("Muntligt", "oral"),
        ("skriftligt", "written"),
        ("nej", "none"),
        ("återkallat", "withdrawn"),
        ("ja", "oral"),
        ("återtaget", "withdrawn"),
        ("inte tillfrågad", ""),
        ("", ""),
    ],
)
def test_consent_is_one_of_the_answers(tmp_path: Path, word: str, consent: str) -> None:
    meeting = meeting_of(toml(tmp_path, f'{START}[[participants]]\nconsent = "{word}"\n'))
    assert meeting.participants[0].consent == consent


QUESTIONS = """questions = ["Vem möter mig?", "Hur lång är dagen?"]
[[questions]]
text = "Hur lång är dagen?"
answer = "Till lunch."
[[questions]]
text = "Får hunden följa med?"
"""


def test_answer_joins_invited_question(tmp_path: Path) -> None:
    asked = all_questions(meeting_of(toml(tmp_path, START + QUESTIONS)))
    assert [(question.text, question.answer) for question in asked] == [
        ("Vem möter mig?", ""),
        ("Hur lång är dagen?", "Till lunch."),
        ("Får hunden följa med?", ""),
    ]


def test_the_same_question_twice_is_two_questions(tmp_path: Path) -> None:
    twice = 'questions = ["Hur?", "Hur?"]\n' + '[[questions]]\ntext = "Hur?"\nanswer = "så"\n' * 3
    assert [question.answer for question in all_questions(meeting_of(toml(tmp_path, START + twice)))] == ["så"] * 3


@pytest.mark.parametrize("name", ["[b]Anna[/b]", "[/]", "Å|sa", "=cmd()", "Eva\nLind", "\x1b[31mBo", "", "a" * 10_000])
def test_hostile_names_are_data(tmp_path: Path, name: str) -> None:
    path = tmp_path / "meeting.json"
    path.write_text(
        json.dumps({"meeting": {"type": name or "SIP", "start": "2026-11-27"}, "participants": [{"name": name}]})
    )
    assert meeting_of(path).participants[0].name == clean(name)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "meeting.toml"
    path.write_bytes(b"\xef\xbb\xbf" + START.replace("\n", "\r\n").encode())
    assert meeting_of(path).about.type == "SIP"


def test_json_is_known_by_how_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "meeting.txt"
    path.write_text('\n {"meeting": {"type": "SIP", "start": "2026-11-27T13:00", "place": null}}')
    assert meeting_of(path).about.place == ""


def test_the_file_that_the_readme_shows_is_a_meeting_file(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("## A meeting file")[2].partition("```toml\n")[2].partition("```")[0]
    meeting = meeting_of(toml(tmp_path, shown))
    assert meeting.participant(meeting.between.coordinator) is not None
    assert [question.answer for question in all_questions(meeting)] == ["Samir."]
