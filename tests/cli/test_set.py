"""What is known of a meeting is set field by field, and a whole meeting is made of what was shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sip_tui.meeting.time.agenda import PHASES
from tests.helpers.commands import MeetingShell

SET = (
    ("start", "fredag 4 december 2026 13-14.15", ("about", "minutes"), 75),
    ("start", "fredag 4 december 2026 em 2-3.15", ("about", "minutes"), 75),
    ("start", "fredag 4 december 2026 em 2", ("about", "start"), "2026-12-04T13:00:00.000Z"),
    ("minutes", "90", ("about", "minutes"), 90),
    ("type", "överlämning", ("about", "type"), "Handover meeting"),
    ("questions", "Vem ringer?", ("about", "questions"), ["Vem ringer?"]),
    ("called_by", "samir haddad", ("about", "called_by"), "p2"),
    ("chair", "Någon annan", ("about", "chair"), "Någon annan"),
    ("reply_by", "1 december 2026", ("about", "reply_by"), "2026-12-01"),
    ("child", "ja", ("person", "child"), True),
    ("kin_wanted", "nej", ("person", "kin_wanted"), "no"),
    ("stamina_minutes", "25", ("person", "stamina_minutes"), 25),
    ("interpreter_language", "arabiska", ("person", "interpreter_language"), "arabiska"),
    ("consent_until", "2027-02-01", ("person", "consent_until"), "2027-02-01"),
)


@pytest.mark.parametrize(("field", "text", "cell", "value"), SET, ids=[case[0] for case in SET])
def test_field_is_set_and_said(
    shell: MeetingShell, field: str, text: str, cell: tuple[str, str], value: object
) -> None:
    assert shell.sip("set", shell.id, field, *text.split(" ") if field != "questions" else [text]).code == 0
    table, name = cell
    assert shell.tables()[table][name] == value  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("start", "31 februari 13", "There is no such day and time"),
        ("start", "4 december 14-13", "The meeting would end before it begins."),
        ("start", "4 december 2026", "At what time on"),
        ("start", "4 december em", "At what time on"),
        ("start", "4 december em 10", "There is no such day and time"),
        ("start", "4 december 13-25", "25 is not a time of day."),
        ("minutes", "0", "write whole minutes"),
        ("child", "kanske", "write yes or no"),
        ("guardian", "Åsa", "Only a child has someone with parental responsibility."),
        ("reply_by", "31 februari", "There is no such day"),
        ("follow_up", "4 december 2027 14-13", "The meeting would end before it begins."),
        ("chair", "Sam", "could be more than one person"),
        ("purpos", "x", "did you mean purpose?"),
        ("called_by", "Anna, Arbetsförmedlingen", "Only the municipality and the region may call a SIP meeting."),
    ],
)
def test_bad_input_is_a_question_and_changes_nothing(shell: MeetingShell, field: str, text: str, said: str) -> None:
    before = shell.tables()
    refused = shell.sip("set", shell.id, field, text)
    assert refused.code in {1, 2}
    assert said in refused.sentence
    assert shell.tables() == before


def test_set_says_the_field_and_what_it_holds_now(shell: MeetingShell) -> None:
    for field, text, said in (
        ("type", "SIP", "Type of meeting: SIP"),
        ("person", "Maja L", "The person's name: Maja L"),
        ("minutes", "90", "Length (minutes): 90, instead of “60”; to go back: do ID undo"),
        ("minutes", "90", "Nothing has changed."),
    ):
        assert shell.sip("set", shell.id, field, text).out.strip() == said


def test_child_gets_a_guardian_and_a_name_once(shell: MeetingShell) -> None:
    for field, text in (("child", "ja"), ("guardian", "Åsa"), ("guardian", "Åsa Lindgren"), ("person", "Maja L")):
        assert shell.sip("set", shell.id, field, text).code == 0
    names = [row["name"] for row in shell.tables()["participants"]]
    assert names == ["Maja L", "Samir Haddad", "Samira Ek", "Åsa Lindgren"]
    shell.sip("set", shell.id, "guardian")
    assert len(shell.tables()["participants"]) == 3


def test_time_is_shared_as_the_type_shares_it(shell: MeetingShell) -> None:
    shell.sip("set", shell.id, "type", "handover")
    shared: dict[str, object] = {row["id"]: row["minutes"] for row in shell.tables()["phases"]}
    assert shared == dict(zip(PHASES, (6, 15, 24, 9, 6), strict=True))
    shell.sip("set", shell.id, "type", "sip")
    assert [row["minutes"] for row in shell.tables()["phases"]] == [None] * 5


def test_adult_has_no_guardian_and_parents_follow(shell: MeetingShell) -> None:
    shell.sip("set", shell.id, "child", "yes")
    shell.do("add", "Karin Ek,", "mamma")
    shell.sip("set", shell.id, "guardian", "Åsa")
    assert "Åsa is on the list as a parent or guardian" in shell.sip("set", shell.id, "child", "no").sentence
    shell.sip("set", shell.id, "guardian")
    assert shell.sip("set", shell.id, "child", "no").code == 0
    assert shell.tables()["participants"][-1]["kind"] == "kin"
    shell.sip("set", shell.id, "child", "yes")
    assert shell.tables()["participants"][-1]["kind"] == "guardian"


def test_change_after_the_call_leaves_a_trace(shell: MeetingShell) -> None:
    shell.do("call")
    shell.sip("set", shell.id, "place", "Rum 3")
    event = shell.tables()["events"][-1]
    assert (event["kind"], event["text"]) == ("changed", "place: ")


def test_new_meeting_is_empty_like_another_or_what_show_printed(shell: MeetingShell, tmp_path: Path) -> None:
    empty = MeetingShell(shell.sip, shell.sip("new").out.strip())
    assert empty.tables()["participants"] == []
    shell.do("call")
    shell.do("note", "behov", "Maja sover dåligt")
    shell.sip("set", shell.id, "purpose", "Lugnare", "morgnar", "för", "Maja")
    like = MeetingShell(shell.sip, shell.sip("new", "--like", shell.id).out.strip()).tables()
    assert [row["name"] for row in like["participants"]] == ["Samir Haddad", "Samira Ek"]
    assert (like["about"]["purpose"], like["notes"], like["invitations"]) == ("", [], [])  # type: ignore[call-overload]
    printed = tmp_path / "shown.json"
    printed.write_text(shell.sip("show", shell.id, "--json").out, encoding="utf-8")
    again = MeetingShell(shell.sip, shell.sip("new", str(printed)).out.strip())
    before, after = shell.tables(), again.tables()
    assert {**before, "id": ""} == {**after, "id": ""}
    refused = shell.sip("new", str(printed), "--like", shell.id)
    assert refused.code == 2


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"nonsens": []}, "there is no such table"),
        ({"goals": 3}, "write a list of rows"),
        ({"goals": [{}]}, "write a row with its id"),
        ({"goals": [{"id": "g", "txt": "x"}]}, "did you mean text?"),
        ({"goals": [{"id": "g", "horizon": "evig"}]}, "goals[1].horizon"),
    ],
)
def test_changed_json_is_refused_by_name(
    shell: MeetingShell, tmp_path: Path, changed: dict[str, object], said: str
) -> None:
    printed = tmp_path / "shown.json"
    printed.write_text(json.dumps({**shell.tables(), **changed}), encoding="utf-8")
    refused = shell.sip("new", str(printed))
    assert refused.code == 1
    assert said in refused.sentence
