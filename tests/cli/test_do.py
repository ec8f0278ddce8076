"""Everything that a key does in a meeting can be done from the command line, in plain lines and as JSON."""

from __future__ import annotations

import json

import pytest

from sip_tui.cli.verbs.table import VERBS
from sip_tui.parsing.meeting_fields import FIELDS
from tests.helpers.commands import MeetingShell, RunCommand

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
    ("consent alla skriftligt", "participants", "consent", "written"),
    ("consent maja nej", "consents", "plan", "none"),
    ("floor maja", "turns", "who", "p1"),
    ("queue Samira", "queue", "who", "p3"),
    ("rejoinder Samira", "queue", "kind", "reply"),
    ("note behov Hej hopp", "notes", "text", "Hej hopp\n"),
    ("note behov #beslut Vi ses i mars", "resolutions", "text", "Vi ses i mars"),
    ("need Sova mer", "needs", "text", "Sova mer"),
    ("goal Orka hela dagen", "goals", "text", "Orka hela dagen"),
    ("action BUP ringer skolan senast fredag", "actions", "what", "Ringer skolan"),
    ("decision Planen gäller till mars", "resolutions", "text", "Planen gäller till mars"),
    ("inform Stängt i juli", "information", "text", "Stängt i juli"),
    ("quote Jag vill rita", "quotes", "text", "Jag vill rita"),
    ("quote Jag vill rita", "quotes", "who", "p1"),
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
def test_deed_is_in_the_meeting_and_said(shell: MeetingShell, line: str, table: str, field: str, value: object) -> None:
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


def test_every_way_that_is_listed_is_understood(shell: MeetingShell) -> None:
    listed = shell.do("deliver", "maja", "på", "måfå").err.rpartition(": ")[2].strip().rstrip(".").split("; ")
    assert len(listed) == 7
    for way in listed:
        said = shell.do("deliver", "maja", *way.split())
        assert (said.code, said.err, way in said.out) == (0, "", True)


def test_call_leaves_out_who_is_not_wanted_and_says_so(shell: MeetingShell) -> None:
    shell.do("unwanted", "Samira")
    left_out = "Samira Ek will not get an invitation: Maja would rather not have them there.\n"
    assert shell.do("call").out.endswith(f"Asked to attend: Samir Haddad. {left_out}")
    assert shell.do("call").out == left_out
    assert shell.do("call", "Samira").out == "Samira Ek: asked to attend\n"
    assert shell.do("call").out == "Everyone has been asked to attend\n"


def test_deeds_on_what_is_there_already(shell: MeetingShell) -> None:
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
        ("present Sam", "Sam could be more than one person: Samir Haddad, Samira Ek."),
        ("present Nils", "Nobody here is called Nils."),
        ("present", "Write a name after the verb."),
        ("floor maja", "The meeting is not open."),
        ("prsent maja", "did you mean present?"),
        ("action", "Write a text after the verb."),
        ("subgoal Sova", "There is no goal to be a part of"),
        ("status 7 klar", "Which action?"),
        ("status klarr", "Put the status at the end"),
        ("answer 9 x", "Write the number of the question first"),
        ("consent samira kanske", "Put the answer at the end"),
        ("consent alla nej", "For everyone at once you can write yes-oral or yes-written."),
        ("tie samira 9", "Write the number of the question"),
        ("reply samira", "Write the answer after the name"),
        ("reply samira substitute", "Write the name of the person who is coming instead."),
        ("hold", "No key person is missing."),
        ("explain remiss x", "The line does not begin with a word on the list"),
        ("term SIP", "SIP is on the list already."),
        ("phase hejsan", "No part of the meeting is called hejsan"),
        ("tick nonsens", "There is no duty nonsens"),
        ("add Maja 20010101-2384", "A personal identity number is not kept."),
        ("note", "Write a text after the verb."),
        ("undo", "There is nothing to undo."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(shell: MeetingShell, line: str, said: str) -> None:
    refused = shell.do(*line.split())
    assert refused.code in {1, 2}
    assert said in refused.sentence


def test_identity_number_is_warned_about_in_one_sentence(shell: MeetingShell) -> None:
    said = shell.do("action", "Samir", "ringer", "20010101-2384")
    assert (said.code, said.out.count("\n")) == (0, 1)
    assert f"A personal identity number is not needed here: undo it with sip-tui do {shell.id} undo." == said.sentence
    assert "not needed here" in shell.sip("set", shell.id, "reach", "20010101-2384").sentence


def test_part_is_named_as_in_its_type(shell: MeetingShell) -> None:
    shell.sip("set", shell.id, "type", "cooperation")
    assert shell.do("phase", "the solution").out == "Now: The solution\n"
    assert shell.do("phase", "needs").out == "Now: The solution\n"
    assert shell.do("note", "the", "question", "Hej").out == "The question: Hej\n"
    assert shell.do("note", "The", "bus").out == "The solution: The bus\n"
    assert "Opening, The question, The solution" in shell.do("phase", "hejsan").sentence


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("strengths Rita", "strengths Simma", "Simma, instead of “Rita”; to go back: do ID undo"),
        ("matters Att sova", "matters Vänner", "Vänner, instead of “Att sova”; to go back: do ID undo"),
        ("explain SIP En plan", "explain SIP Ett möte", "SIP: Ett möte, instead of “En plan”; to go back: do ID undo"),
        ("chair Samira", "chair maja", "Maja Lindgren, instead of “Samira Ek”; to go back: do ID undo"),
        (
            "deliver maja på papper",
            "deliver maja mail",
            "Maja Lindgren: by e-mail, with names and numbers hidden, instead of “on paper”; to go back: do ID undo",
        ),
        (
            "version maja hela",
            "version maja beskedet",
            "Maja Lindgren: only that it is ready, instead of “everything, with names”; to go back: do ID undo",
        ),
        ("strengths Rita", "strengths Rita", "Rita"),
    ],
)
def test_what_stood_before_is_said(shell: MeetingShell, first: str, then: str, said: str) -> None:
    assert "instead of" not in shell.do(*first.split()).out
    assert shell.do(*then.split()).out == f"{said}\n"


def test_an_answer_and_a_reason_that_are_replaced_are_said(shell: MeetingShell) -> None:
    for line in ("question Vem ringer?", "answer 1 Bo", "action BUP ringer skolan", "why 1 Sjuk"):
        shell.do(*line.split())
    assert "Eva, instead of “Bo”" in shell.do("answer", "1", "Eva").out
    assert "Borta, instead of “Sjuk”" in shell.do("why", "1", "Borta").out


def test_undo_takes_back_one_deed_after_the_other(shell: MeetingShell) -> None:
    shell.do("need", "Sova")
    shell.do("present", "maja")
    shell.do("note", "behov", "Hej")
    for _deed in range(3):
        undone = shell.do("undo")
        assert (undone.code, "Press" in undone.out) == (0, False), "the command line has no keys"
    tables = shell.tables()
    assert tables["needs"] == []
    assert tables["participants"][0]["presence"] == "expected"
    assert tables["notes"] == []
    assert shell.do("undo").code == 1


def test_list_knows_what_was_done(shell: MeetingShell) -> None:
    shell.sip("set", shell.id, "called", "Leila")
    shell.do("open")
    assert "Leila  going on" in shell.sip("list").out


def test_json_says_what_was_written(shell: MeetingShell) -> None:
    told = json.loads(shell.do("present", "maja", "--json").out)
    assert (told["verb"], told["edits"]) == ("present", [["participants", "p1", "presence", "present"]])


def test_every_field_is_in_the_help(sip: RunCommand) -> None:
    listed = sip("set", "--help").out
    assert all(f"  {field} " in listed for field in FIELDS)
    listed = sip("do", "--help").out
    assert all(f"  {verb}" in listed for verb in VERBS)


def test_an_action_is_told_in_the_language_and_has_its_goal(shell: MeetingShell) -> None:
    shell.do("goal", "Sova bättre")
    said = shell.do("action", "Samira calls the school by Friday 4 December -> goal 1").out
    assert "by Friday 4 December" in said
    assert [row["goal"] for row in shell.tables()["actions"]][-1] == shell.tables()["goals"][-1]["id"]


def test_a_subgoal_is_shown_as_one(shell: MeetingShell) -> None:
    shell.do("goal", "Sova bättre")
    shell.do("subgoal", "Lägga sig tio")
    assert "  Subgoal: Lägga sig tio" in shell.sip("show", shell.id).out
