"""Everything that a key does in a meeting can be done from the command line, in plain lines and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sip_tui.cli.verbs.table import VERBS
from sip_tui.parsing.meeting_fields import FIELDS
from tests.helpers.commands import CommandResult, RunCommand, write_meeting_file

PEOPLE = (
    {"id": "p1", "name": "Maja Lindgren", "kind": "den enskilde"},
    {"id": "p2", "name": "Samir Haddad", "role": "kurator", "organisation": "Elevhälsan", "key_person": True},
    {"id": "p3", "name": "Samira Ek", "role": "läkare", "organisation": "BUP"},
)


@pytest.fixture
def meeting(sip: RunCommand, tmp_path: Path) -> str:
    file = write_meeting_file(tmp_path, participants=PEOPLE, person={"called": "Maja"}, terms=[{"term": "SIP"}])
    return sip("new", str(file)).out.strip()


class Shell:
    """One meeting, and the deeds that are done in it."""

    def __init__(self, sip: RunCommand, meeting: str) -> None:
        self.sip, self.id = sip, meeting

    def do(self, *words: str) -> CommandResult:
        return self.sip("do", self.id, *words)

    def tables(self) -> dict[str, list[dict[str, str]]]:
        tables: dict[str, list[dict[str, str]]] = json.loads(self.sip("show", self.id, "--json").out)
        return tables


@pytest.fixture
def shell(sip: RunCommand, meeting: str) -> Shell:
    return Shell(sip, meeting)


DEEDS = (
    ("add Bo Ek, rektor, Skolan", "participants", "organisation", "Skolan"),
    ("wanted Samira", "invitations", "wanted", "yes"),
    ("unwanted Samira", "invitations", "wanted", "no"),
    ("call", "invitations", "state", "called"),
    ("invite BUP", "invitations", "state", "invited"),
    ("reply Samira declined sjuk i dag", "invitations", "reason", "sjuk i dag"),
    ("reply Samira substitute Eva Vik", "participants", "name", "Eva Vik"),
    ("prepare screen", "preparation", "id", "screen"),
    ("prepare Köp frukt", "preparation", "text", "Köp frukt"),
    ("open", "events", "kind", "open"),
    ("phase behov", "events", "phase", "needs"),
    ("more 5", "phases", "id", "opening"),
    ("break", "events", "kind", "break"),
    ("pause", "events", "kind", "pause"),
    ("resume", "events", "kind", "resume"),
    ("close", "events", "kind", "close"),
    ("present maja", "participants", "presence", "present"),
    ("link Samira", "participants", "presence", "remote"),
    ("late Samira", "participants", "presence", "late"),
    ("excused Samira", "participants", "presence", "excused"),
    ("absent Samira", "participants", "presence", "missing"),
    ("left Samira", "participants", "presence", "left"),
    ("introduced Samira", "participants", "presented", True),
    ("consent Samira yes-oral", "participants", "consent", "oral"),
    ("consent all yes-oral", "participants", "consent", "oral"),
    ("consent maja nej", "consents", "plan", "none"),
    ("floor maja", "turns", "who", "p1"),
    ("queue Samira", "queue", "who", "p3"),
    ("rejoinder Samira", "queue", "kind", "reply"),
    ("note behov Hej hopp", "notes", "text", "Hej hopp\n"),
    ("need Sova mer", "needs", "text", "Sova mer"),
    ("goal Orka hela dagen", "goals", "text", "Orka hela dagen"),
    ("action BUP ringer skolan senast fredag", "actions", "what", "Ringer skolan"),
    ("decision Planen gäller till mars", "resolutions", "text", "Planen gäller till mars"),
    ("inform Stängt i juli", "information", "text", "Stängt i juli"),
    ("quote Jag vill rita", "quotes", "text", "Jag vill rita"),
    ("term remiss", "terms", "term", "remiss"),
    ("explain SIP en plan", "terms", "answer", "en plan"),
    ("question Vem ringer?", "questions", "text", "Vem ringer?"),
    ("idea Gå till fots", "ideas", "text", "Gå till fots"),
    ("park Betygen", "parked", "text", "Betygen"),
    ("disagree Hur fort det går", "disagreements", "text", "Hur fort det går"),
    ("picture maja no", "pictures", "same", "no"),
    ("deliver maja på papper", "deliveries", "channel", "paper"),
    ("version Samira sin del", "deliveries", "version", "actor"),
    ("deliver Samira secure message", "deliveries", "channel", "secure message"),
    ("received Samira", "deliveries", "id", "p3"),
    ("tick confidentiality", "ticked", "id", "confidentiality"),
)
OPEN = ("more", "break", "pause", "resume", "close", "floor", "picture")


@pytest.mark.parametrize(("line", "table", "field", "value"), DEEDS, ids=[deed[0] for deed in DEEDS])
def test_deed_is_in_the_meeting_and_said(shell: Shell, line: str, table: str, field: str, value: object) -> None:
    verb, *words = line.split()
    if verb in OPEN:
        shell.do("open")
        shell.do("present", "maja")
    said = shell.do(verb, *words)
    assert (said.code, said.err) == (0, "")
    assert len(said.out.strip().splitlines()) == 1
    assert value in [row.get(field) for row in shell.tables()[table]]


ROWLESS = {
    "tie",
    "remove",
    "hold",
    "rebook",
    "phase",
    "chair",
    "co-chair",
    "secretary",
    "matters",
    "strengths",
    "subgoal",
}
ROWLESS |= {"status", "answer", "why", "instead", "reached"}


def test_every_verb_has_a_story() -> None:
    assert {deed[0].split()[0] for deed in DEEDS} | ROWLESS == set(VERBS)


def test_deeds_on_what_is_there_already(shell: Shell) -> None:
    for line in ("goal Orka", "action BUP ringer skolan", "question Vem ringer?", "excused samir haddad"):
        shell.do(*line.split())
    for line in (
        "subgoal Sova",
        "status 1 not done",
        "status ringer klar",
        "answer 1 Bo",
        "hold Han svarar skriftligt",
        "chair Samira",
    ):
        said = shell.do(*line.split())
        assert (said.code, said.err) == (0, "")
    assert shell.do("tie", "samira", "1").code == 0
    for line in ("co-chair samir haddad", "secretary maja", "matters Att sova", "strengths Bild", "remove samira"):
        assert shell.do(*line.split()).code == 0
    tables = shell.tables()
    assert tables["goals"][1]["horizon"] == "short"
    assert tables["actions"][0]["status"] == "done"
    assert tables["questions"][0]["answer"] == "Bo"
    tied: object = tables["invitations"][0]["questions"]
    assert tied == [tables["questions"][0]["id"]]
    assert tables["events"][-1]["reason"] == "Han svarar skriftligt"
    assert tables["about"]["chair"] == "", "who is off the list does not lead"  # type: ignore[call-overload]
    assert tables["person"]["matters"] == "Att sova"  # type: ignore[call-overload]
    assert [row["name"] for row in tables["participants"]] == ["Maja Lindgren", "Samir Haddad"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("present Sam", "Sam can be several: Samir Haddad, Samira Ek."),
        ("present Nils", "Nobody here is called Nils."),
        ("present", "Write a name after the verb."),
        ("floor maja", "The meeting is not open."),
        ("prsent maja", "did you mean present?"),
        ("action", "Write a text after the verb."),
        ("subgoal Sova", "There is no goal to be a part of"),
        ("status 7 klar", "Which action?"),
        ("status klarr", "Write the status last"),
        ("answer 9 x", "Write the number of the question first"),
        ("consent samira kanske", "Write the answer last"),
        ("tie samira 9", "Write the number of the question"),
        ("reply samira", "Write the answer after the name"),
        ("reply samira substitute", "Write the name of the one who comes instead."),
        ("hold", "No key person is missing."),
        ("explain remiss x", "No word on the list begins this"),
        ("term SIP", "SIP is on the list already."),
        ("phase hejsan", "No part of the meeting is called hejsan"),
        ("tick nonsens", "There is no duty nonsens"),
        ("add Maja 20010101-2384", "A personal identity number is not kept."),
        ("note", "Write a text after the verb."),
        ("undo", "There is nothing to undo."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(shell: Shell, line: str, said: str) -> None:
    refused = shell.do(*line.split())
    assert refused.code in {1, 2}
    assert said in refused.sentence


def test_undo_takes_back_one_deed_after_the_other(shell: Shell) -> None:
    shell.do("need", "Sova")
    shell.do("present", "maja")
    shell.do("note", "behov", "Hej")
    for _deed in range(3):
        assert shell.do("undo").code == 0
    tables = shell.tables()
    assert tables["needs"] == []
    assert tables["participants"][0]["presence"] == "expected"
    assert tables["notes"] == []
    assert shell.do("undo").code == 1


def test_json_says_what_was_written(shell: Shell) -> None:
    told = json.loads(shell.do("present", "maja", "--json").out)
    assert (told["verb"], told["edits"]) == ("present", [["participants", "p1", "presence", "present"]])


SET = (
    ("start", "fredag 4 december 2026 13-14.15", ("about", "minutes"), 75),
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
def test_field_is_set_and_said(shell: Shell, field: str, text: str, cell: tuple[str, str], value: object) -> None:
    assert shell.sip("set", shell.id, field, *text.split(" ") if field != "questions" else [text]).code == 0
    table, name = cell
    assert shell.tables()[table][name] == value  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("start", "31 februari 13", "There is no such day and time"),
        ("start", "4 december 14-13", "The meeting would end before it begins."),
        ("start", "4 december 2026", "At what time on"),
        ("start", "4 december 13-25", "25 is not a time of day."),
        ("minutes", "0", "write whole minutes"),
        ("child", "kanske", "write yes or no"),
        ("guardian", "Åsa", "Only a child has guardians."),
        ("reply_by", "31 februari", "There is no such day"),
        ("chair", "Sam", "can be several"),
        ("purpos", "x", "did you mean purpose?"),
        ("called_by", "Anna, Arbetsförmedlingen", "Only the municipality and the region may call a SIP meeting."),
    ],
)
def test_bad_input_is_a_question_and_changes_nothing(shell: Shell, field: str, text: str, said: str) -> None:
    before = shell.tables()
    refused = shell.sip("set", shell.id, field, text)
    assert refused.code in {1, 2}
    assert said in refused.sentence
    assert shell.tables() == before


def test_set_says_the_field_and_what_it_holds_now(shell: Shell) -> None:
    for field, text, said in (
        ("type", "SIP", "Type of meeting: SIP"),
        ("person", "Maja L", "The person's name: Maja L"),
        ("minutes", "90", "Minutes: 90"),
        ("minutes", "90", "Nothing is changed."),
    ):
        assert shell.sip("set", shell.id, field, text).out.strip() == said


def test_child_gets_a_guardian_and_a_name_once(shell: Shell) -> None:
    for field, text in (("child", "ja"), ("guardian", "Åsa"), ("guardian", "Åsa Lindgren"), ("person", "Maja L")):
        assert shell.sip("set", shell.id, field, text).code == 0
    names = [row["name"] for row in shell.tables()["participants"]]
    assert names == ["Maja L", "Samir Haddad", "Samira Ek", "Åsa Lindgren"]
    shell.sip("set", shell.id, "guardian")
    assert len(shell.tables()["participants"]) == 3


def test_change_after_the_call_leaves_a_trace(shell: Shell) -> None:
    shell.do("call")
    shell.sip("set", shell.id, "place", "Rum 3")
    event = shell.tables()["events"][-1]
    assert (event["kind"], event["text"]) == ("changed", "place: ")


def test_every_field_is_in_the_help(sip: RunCommand) -> None:
    listed = sip("set", "--help").out
    assert all(f"  {field} " in listed for field in FIELDS)
    listed = sip("do", "--help").out
    assert all(f"  {verb}" in listed for verb in VERBS)


def test_new_meeting_is_empty_like_another_or_what_show_printed(shell: Shell, tmp_path: Path) -> None:
    empty = Shell(shell.sip, shell.sip("new").out.strip())
    assert empty.tables()["participants"] == []
    shell.do("call")
    shell.do("note", "behov", "Maja sover dåligt")
    shell.sip("set", shell.id, "purpose", "Lugnare", "morgnar", "för", "Maja")
    like = Shell(shell.sip, shell.sip("new", "--like", shell.id).out.strip()).tables()
    assert [row["name"] for row in like["participants"]] == ["Samir Haddad", "Samira Ek"]
    assert (like["about"]["purpose"], like["notes"], like["invitations"]) == ("", [], [])  # type: ignore[call-overload]
    printed = tmp_path / "shown.json"
    printed.write_text(shell.sip("show", shell.id, "--json").out, encoding="utf-8")
    again = Shell(shell.sip, shell.sip("new", str(printed)).out.strip())
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
def test_changed_json_is_refused_by_name(shell: Shell, tmp_path: Path, changed: dict[str, object], said: str) -> None:
    printed = tmp_path / "shown.json"
    printed.write_text(json.dumps({**shell.tables(), **changed}), encoding="utf-8")
    refused = shell.sip("new", str(printed))
    assert refused.code == 1
    assert said in refused.sentence
