"""Notes from elsewhere come into the secretary's pad by a pipe, and what is tagged in them is on the board."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sip_tui.meeting.log.change import Change
from sip_tui.meeting.time.agenda import enter_phase
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive, DiskFullError, MeetingFolder
from tests.helpers.commands import CommandResult, RunCommand, write_meeting_file

Notes = Callable[..., CommandResult]
TEXT = "Samir berättar.\n#åtgärd Samir ringer skolan varje tisdag\n#mål Sova hela natten\n#delmål I säng kl 22\n"
PEOPLE = [
    {"id": "p1", "name": "Maja Lindgren", "kind": "person", "role": "den enskilde"},
    {"id": "p3", "name": "Samir Haddad", "kind": "actor", "role": "kurator", "organisation": "Elevhälsan"},
]


@pytest.fixture
def meeting(sip: RunCommand, tmp_path: Path) -> str:
    return sip("new", write_meeting_file(tmp_path, participants=PEOPLE)).out.strip()


@pytest.fixture
def notes(sip: RunCommand, meeting: str, monkeypatch: pytest.MonkeyPatch) -> Notes:
    """Pipe a text into the notes of the meeting."""

    def run(text: str | bytes, *options: object) -> CommandResult:
        content = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        return sip("notes", meeting, *options)

    return run


def show(sip: RunCommand, meeting: str) -> dict[str, Any]:
    """The meeting as somebody who opens it now finds it."""
    told: dict[str, Any] = json.loads(sip("show", meeting, "--json").out)
    return told


def pads(sip: RunCommand, meeting: str) -> dict[str, str]:
    return {item["id"]: item["text"] for item in show(sip, meeting)["notes"]}


def test_the_command_has_its_help(sip: RunCommand) -> None:
    said = sip("notes", "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("usage: sip-tui notes")
    assert "--phase PHASE" in said.out


def test_a_text_is_added_and_its_tagged_lines_are_rows(sip: RunCommand, meeting: str, notes: Notes) -> None:
    said = notes(TEXT, "--phase", "needs")
    assert said == CommandResult(0, "4 lines added to the notes for “Needs”; 3 are on the board now.\n", "")
    told = show(sip, meeting)
    (action,), (main, sub) = told["actions"], told["goals"]
    assert (action["what"], action["who"], action["how_often"]) == ("Ringer skolan", "p3", "varje tisdag")
    assert (main["text"], sub["text"], sub["parent"]) == ("Sova hela natten", "I säng kl 22", main["id"])
    assert pads(sip, meeting) == {"needs-secretary": TEXT}


def test_notes_added_twice_append_and_keep_rows(sip: RunCommand, meeting: str, notes: Notes) -> None:
    notes("Först", "--phase", "needs")
    notes(TEXT, "--phase", "needs")
    before = show(sip, meeting)
    assert notes("Sist\n#info Klart", "--phase", "needs").out.startswith("2 lines added")
    after = show(sip, meeting)
    assert pads(sip, meeting) == {"needs-secretary": f"Först\n{TEXT}Sist\n#info Klart\n"}
    assert (after["actions"], after["goals"]) == (before["actions"], before["goals"])
    assert [row["text"] for row in after["information"]] == ["Klart"]


@pytest.mark.parametrize(
    ("phase", "pad"),
    [
        ("behov", "needs-secretary"),
        ("Aktuell  Situation", "situation-secretary"),
        ("Current situation", "situation-secretary"),
        ("CLOSING", "closing-secretary"),
    ],
)
def test_a_phase_is_named_by_key_or_as_people_say_it(
    sip: RunCommand, meeting: str, notes: Notes, phase: str, pad: str
) -> None:
    assert notes("Hej", "--phase", phase).code == 0
    assert list(pads(sip, meeting)) == [pad]


@pytest.mark.parametrize(
    ("phase", "says"), [("beho", "did you mean behov?"), ("xyz", "there are Opening, Current situation, Needs")]
)
def test_a_phase_that_there_is_not_is_refused_by_name(
    sip: RunCommand, meeting: str, notes: Notes, phase: str, says: str
) -> None:
    said = notes("Hej", "--phase", phase)
    assert said.code == 2
    assert f"no part of the meeting is called {phase}; {says}" in said.sentence
    assert pads(sip, meeting) == {}


def test_without_a_phase_it_is_the_one_that_the_meeting_is_in(
    sip: RunCommand, meeting: str, notes: Notes, data: Path
) -> None:
    notes("Först")
    assert list(pads(sip, meeting)) == ["opening-secretary"]
    chair = MeetingSession(Archive(data).open(meeting), lambda: datetime(2020, 11, 27, 13, tzinfo=UTC))
    chair.write(enter_phase(chair.meeting, "summary", chair.edit_context()))
    assert chair.flush()
    chair.folder.leave()
    assert "for “Summary”" in notes("Sedan").out
    assert sorted(pads(sip, meeting)) == ["opening-secretary", "summary-secretary"]


def test_notes_beside_secretary_use_own_pad(sip: RunCommand, meeting: str, notes: Notes, data: Path) -> None:
    secretary = Archive(data).open(meeting)
    secretary.claim_seat("secretary")
    said = notes("#beslut Planen gäller", "--phase", "needs")
    secretary.leave()
    assert (said.code, said.out) == (0, "1 line added to the notes for “Needs”; 1 is on the board now.\n")
    assert said.err.startswith("Someone else is already the secretary")
    assert pads(sip, meeting) == {"needs-secretary-2": "#beslut Planen gäller\n"}
    assert notes("Hej", "--phase", "needs").err == ""
    assert pads(sip, meeting)["needs-secretary"] == "Hej\n"


def test_a_file_is_read_as_it_would_have_been_typed(sip: RunCommand, meeting: str, tmp_path: Path) -> None:
    path = tmp_path / "rad.txt"
    path.write_bytes("\ufeffEtt\r\nTvå\rTre\x00\x1b[31m\u2028\tFyra\f\n\n\n".encode())
    assert sip("notes", meeting, path, "--phase", "needs").code == 0
    assert pads(sip, meeting) == {"needs-secretary": "Ett\nTvå\nTre[31m\n\tFyra\n"}


@pytest.mark.parametrize("text", ["", "\n \r\n\t\n", "\ufeff", "\x00\x07"])
def test_nothing_is_not_added(sip: RunCommand, meeting: str, notes: Notes, text: str) -> None:
    said = notes(text)
    assert (said.code, said.out) == (1, "")
    assert said.sentence == "There is no text to add; give the notes in a file or on stdin."
    assert pads(sip, meeting) == {}


def test_what_cannot_be_read_is_refused_by_name(sip: RunCommand, meeting: str, notes: Notes, tmp_path: Path) -> None:
    said = notes("Hej\nÅsa".encode("latin-1"))
    assert (said.code, "-, line 2: this is not UTF-8" in said.sentence) == (1, True)
    assert sip("notes", meeting, tmp_path / "no.txt").code == 2
    assert sip("notes", "nosuch", tmp_path / "no.txt").code == 2
    assert pads(sip, meeting) == {}


def test_a_meeting_that_is_not_there_gets_no_notes(sip: RunCommand, notes: Notes, tmp_path: Path) -> None:
    path = tmp_path / "rad.txt"
    path.write_text("Hej", encoding="utf-8")
    said = sip("notes", "nosuch", path)
    assert (said.code, "nosuch" in said.sentence) == (2, True)


def test_all_of_it_is_saved_at_once_or_nothing(
    sip: RunCommand, meeting: str, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[int] = []
    append = MeetingFolder.append

    def counted(folder: MeetingFolder, changes: list[Change], **options: Any) -> None:
        saved.append(len(changes))
        append(folder, changes, **options)

    monkeypatch.setattr(MeetingFolder, "append", counted)
    notes(TEXT, "--phase", "needs")
    assert len(saved) == 1

    def full(*_: object, **__: object) -> None:
        raise DiskFullError("no room")

    monkeypatch.setattr(MeetingFolder, "append", full)
    said = notes("#mål Mer", "--phase", "needs")
    assert (said.code, said.out) == (3, "")
    assert "full" in said.sentence
    assert pads(sip, meeting) == {"needs-secretary": TEXT}


def test_the_file_may_stand_after_the_part(sip: RunCommand, meeting: str, tmp_path: Path) -> None:
    typed = tmp_path / "typed.txt"
    typed.write_text("Pappa kan hämta.\n", encoding="utf-8")
    said = sip("notes", meeting, "--phase", "needs", str(typed))
    assert (said.code, said.err) == (0, "")
    assert list(pads(sip, meeting).values()) == ["Pappa kan hämta.\n"]


def test_a_line_that_seems_meant_for_a_tag_is_told_of(notes: Notes) -> None:
    text = "#åtgärden Samir ringer\n# mål sova\nnästa möte 3/2 kl 10\nhuvudansvarig: Samir\n#mål Sova\nVi sågs.\n"
    err = notes(text, "--lang", "sv").err
    for number, tag in ((1, "#åtgärd"), (2, "#mål"), (3, "#möte"), (4, "#huvudansvarig")):
        assert [line for line in err.splitlines() if f"rad {number}," in line and f"med {tag} " in line], number
    assert not any(f"rad {number}," in err for number in (5, 6))


def test_a_tagged_line_of_a_list_makes_its_row(notes: Notes, sip: RunCommand, meeting: str) -> None:
    result = notes("- #mål Äta frukost\n* #åtgärd Samir bokar rum\n- # mål\n- vi sågs\n", "--lang", "sv")
    assert "2 står på tavlan" in " ".join(result.out.split())
    page = sip("show", meeting, "--lang", "sv").out
    assert "Äta frukost" in page
    assert "Bokar rum" in page
