"""Documents in every format from the command line: to a pipe, to a file, several to a folder or none."""

from __future__ import annotations

import email
import email.policy
import errno
import json
import sys
from itertools import count
from pathlib import Path

import pytest

from sip_tui.cli import command_options
from sip_tui.minutes import formats
from sip_tui.minutes.formats import pdf
from sip_tui.paths import data_path
from tests.helpers.commands import RunCommand, write_meeting_file
from tests.helpers.failing_disk import failing

PEOPLE = [
    {"id": "p1", "name": "Maja Lindgren", "kind": "person"},
    {"id": "p2", "name": "Åsa Lindgren", "kind": "guardian", "role": "mamma", "email": "asa@hemma.example"},
    {
        "id": "p3",
        "name": "Samir Haddad",
        "role": "kurator",
        "organisation": "Elevhälsan",
        "email": "samir@skola.example",
    },
    {"id": "p4", "name": "Ingrid Wallin", "role": "läkare", "organisation": "BUP"},
]
ACTIONS = [
    *({"what": "Ringa skolan", "who": "p3", "when": "2026-12-11"}, {"what": "Ta prover", "who": "p4"}),
    {"what": "Hjälpa till", "who": "p2"},
]


@pytest.fixture
def maja(sip: RunCommand, tmp_path: Path) -> str:
    """The id of a meeting with two actors who have something to do."""
    return sip("new", write_meeting_file(tmp_path, participants=PEOPLE, actions=ACTIONS)).out.strip()


def test_the_parser_knows_every_format() -> None:
    assert tuple(formats.FORMATS) == command_options.FORMATS


def test_each_actor_gets_a_file_of_its_own(sip: RunCommand, maja: str, tmp_path: Path) -> None:
    said = sip("export", maja, "--for", "actor", "--format", "fhir", "--format", "csv", "-o", tmp_path)
    assert said.code == 0
    names = sorted(Path(line).name for line in said.out.splitlines())
    stems = ("meeting-notes-part-bup-2026-11-27", "meeting-notes-part-elevhälsan-2026-11-27")
    assert names == [f"{stem}.{suffix}" for stem in stems for suffix in ("csv", "json")]
    plan = json.loads((tmp_path / f"{stems[0]}.json").read_text())
    assert [activity["detail"]["description"] for activity in plan["activity"]] == ["Ta prover"]


def test_who_was_refused_gets_no_part_and_no_mail(sip: RunCommand, tmp_path: Path) -> None:
    people = [*PEOPLE[:2], {**PEOPLE[2], "consent": "none"}, PEOPLE[3]]
    maja = sip("new", write_meeting_file(tmp_path, participants=people, actions=ACTIONS)).out.strip()
    said = sip("export", maja, "--for", "actor", "--actor", "Samir")
    assert (said.code, said.out) == (1, "")
    must_not = "Should not get the plan: Samir Haddad (no consent)."
    assert said.sentence == f"{must_not} If the answer has changed, change it here first."
    assert sip("export", maja, "--for", "actor", "--actor", "Ingrid").err == ""
    rest = sip("export", maja, "--for", "actor")
    assert (rest.code, rest.err.strip(), "Ta prover" in rest.out, "Ringa" in rest.out) == (0, must_not, True, False)
    assert sip("export", maja, "--format", "eml", "--to", "Samir").sentence == must_not


@pytest.mark.parametrize("words", ["Samir", "samir haddad", "kuratorn", "Elevhälsan", "p3"])
def test_an_actor_is_found_by_name_role_or_organisation(sip: RunCommand, maja: str, words: str) -> None:
    said = sip("export", maja, "--for", "actor", "--actor", words, "--format", "txt")
    assert (said.code, "Ringa skolan" in said.out, "Ta prover" in said.out) == (0, True, False)
    assert "Proposals before the meeting" in said.out
    assert "Samir" not in said.out


def test_part_of_the_family_has_no_box_for_a_system(sip: RunCommand, maja: str) -> None:
    said = sip("export", maja, "--for", "actor", "--actor", "mamma")
    assert ("Hjälpa till" in said.out, "own system" in said.out.partition("What happens")[0]) == (True, False)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--for", "actor", "--actor", "Bertil"], "nobody is called Bertil; there are Maja Lindgren"),
        (["--for", "actor", "--actor", "Lindgren"], "Lindgren could be more than one person: Maja Lindgren"),
        (["--actor", "Samir"], "--actor is for one service's part or invitation"),
        (["--to", "Samir"], "--to is for an e-mail draft"),
        (["--for", "actor"], "these are 2 documents: name a folder with -o"),
        (["--format", "md", "--format", "html", "-o", "x.html"], "these are 2 documents: name a folder with -o"),
    ],
)
def test_what_cannot_be_meant_is_asked_about(sip: RunCommand, maja: str, arguments: list[str], says: str) -> None:
    said = sip("export", maja, *arguments)
    assert (said.code, said.out) == (2, "")
    assert says in said.sentence


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--for", "full", "--format", "eml"], "only made for"),
        (["--format", "ics"], "No day is set for the next meeting"),
        (["--format", "eml", "--to", "Ingrid"], "Ingrid Wallin has no e-mail address"),
        (["--format", "eml", "--to", "all"], "Maja Lindgren has no e-mail address"),
    ],
)
def test_what_a_format_lacks_is_said_in_one_sentence(
    sip: RunCommand, maja: str, tmp_path: Path, arguments: list[str], says: str
) -> None:
    target = tmp_path / "out"
    said = sip("export", maja, "--format", "md", "-o", target, *arguments[:2], *arguments[2:])
    assert said.code in {1, 2}
    said = sip("export", maja, "-o", target, *arguments)
    assert (said.code, said.out, target.exists()) == (1, "", False)
    assert says in said.sentence


def test_mail_draft_is_addressed_and_can_be_piped_on(sip: RunCommand, maja: str, tmp_path: Path) -> None:
    target = tmp_path / "draft.eml"
    said = sip("export", maja, "--format", "eml", "--to", "Samir", "--to", "mamma", "-o", target)
    assert said.code == 0
    message = email.message_from_bytes(target.read_bytes(), policy=email.policy.default)
    assert (message["To"], message["Bcc"]) == ("samir@skola.example", "asa@hemma.example")


def test_call_is_written_for_all_and_for_one(sip: RunCommand, tmp_path: Path) -> None:
    about = {"purpose": "Maja ska orka", "questions": ["Vad behövs?"], "called_by": "p3"}
    meeting = sip("new", write_meeting_file(tmp_path, meeting=about, participants=PEOPLE)).out.strip()
    everybody, one = (sip("export", meeting, "--for", "call", *more) for more in ((), ("--actor", "BUP")))
    assert (everybody.code, one.code) == (0, 0)
    assert "Who has been asked to attend or invited\n" in everybody.out
    assert "Others asked to attend or invited" in one.out
    assert "Maja" not in everybody.out + one.out
    entry = sip("export", meeting, "--for", "call", "--format", "ics")
    assert "DTSTART;TZID=Europe/Stockholm:20261127T130000" in entry.out


def test_all_are_those_who_get_the_document(sip: RunCommand, tmp_path: Path) -> None:
    people = [*PEOPLE[:3], {**PEOPLE[3], "email": "ingrid@bup.example"}]
    about = {"purpose": "Orka", "questions": ["Vad behövs?"], "called_by": "p3"}
    tables = {"meeting": about, "participants": people, "actions": ACTIONS}
    meeting = sip("new", write_meeting_file(tmp_path, **tables)).out.strip()
    folder = tmp_path / "out"
    folder.mkdir()
    for audience in ("actor", "call"):
        assert sip("export", meeting, "--for", audience, "--format", "eml", "--to", "all", "-o", folder).code == 0
    to = {}
    for path in folder.iterdir():
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        to[path.name.partition("-2026")[0]] = (message["To"], message["Bcc"])
    assert to == {
        "meeting-notes-part-bup": ("ingrid@bup.example", None),
        "meeting-notes-part-elevhälsan": ("samir@skola.example", None),
        "invitation": ("samir@skola.example, ingrid@bup.example", "asa@hemma.example"),
    }


def test_call_without_purpose_or_questions_is_refused(sip: RunCommand, maja: str) -> None:
    said = sip("export", maja, "--for", "call")
    assert (said.code, said.out) == (1, "")
    assert said.sentence.startswith("The invitation was not written: the meeting has no purpose yet.")
    assert sip("export", maja, "--for", "sheet", "--format", "html").code == 0


def test_without_typst_nothing_is_written(
    sip: RunCommand, maja: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    (tmp_path / "out").mkdir()
    said = sip("export", maja, "--format", "html", "--format", "pdf", "-o", tmp_path / "out")
    assert (said.code, [*(tmp_path / "out").iterdir()]) == (1, [])
    assert "pip install 'sip-tui[pdf]'" in said.sentence
    assert pdf.STANDARD == "ua-1"


@pytest.mark.parametrize("force", [False, True])
def test_full_disk_in_the_middle_leaves_all_files_or_none(
    sip: RunCommand, maja: str, tmp_path: Path, force: bool
) -> None:
    arguments = ("export", maja, "--format", "md", "--format", "txt", "--format", "html")
    whole = tmp_path / "whole"
    whole.mkdir()
    sip(*arguments, "-o", whole)
    new = {path.name: path.read_bytes() for path in whole.iterdir()}
    old = dict.fromkeys(new, b"mine") if force else {}
    assert len(new) == 3
    for number in count(1):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in old.items():
            (folder / name).write_bytes(content)
        with failing(number, errno.ENOSPC) as left:
            answer = sip(*arguments, "-o", folder, *(["--force"] if force else []))
        found = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".tmp"}
        assert found == (new if answer.code == 0 else old), number
        if left[0] > 0:
            break
    assert number > 6


def test_omars_documents_are_all_written(sip: RunCommand, tmp_path: Path) -> None:
    omar = sip("new", data_path("cases", "omar-tolk.toml")).out.strip()
    (tmp_path / "out").mkdir()
    for audience in ("mail", "person", "full", "notice", "actor"):
        said = sip("export", omar, "--for", audience, "--format", "html", "--format", "pdf", "-o", tmp_path / "out")
        assert said.code == 0, said.err
    assert len([*(tmp_path / "out").iterdir()]) == 2 * 4 + 2
