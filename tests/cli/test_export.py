"""Minutes leave the house whole and clean, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from itertools import count
from pathlib import Path

import pytest

from sip_tui.cli import export
from sip_tui.minutes.redaction.leak_check import Leak, LeakRefused
from sip_tui.paths import data_path
from sip_tui.privacy import Finding
from tests.helpers.commands import RunCommand, write_meeting_file
from tests.helpers.failing_disk import failing

NAMES = ("Sofia", "Lindström", "Johansson", "Svensson", "Andersson")


def test_the_mail_names_nobody_and_points_out_what_is_missing(sip: RunCommand, sofia: str) -> None:
    said = sip("export", sofia, "--lang", "sv")
    assert (said.code, said.err) == (0, "")
    assert not [name for name in NAMES if name in said.out]
    missing = said.out.partition("Det som inte är klart")[2]
    for what in (
        "Öva med dig på att använda strategierna i vardagen",
        "Ge dina föräldrar stöd genom en kontaktperson",
        "Hjälpa er att få ordning på veckorna hos mamma och pappa",
    ):
        assert what in missing


@pytest.mark.parametrize("case", ["sofia-n3", "omar-tolk", "erik-ak4"])
@pytest.mark.parametrize("audience", ["mail", "person", "full", "notice"])
def test_every_case_can_be_exported_for_everybody(sip: RunCommand, case: str, audience: str) -> None:
    meeting = sip("new", data_path("cases", f"{case}.toml")).out.strip()
    said = sip("export", meeting, "--for", audience)
    assert said.code == 0
    assert said.out.startswith("# ")


def test_code_is_masked_and_diagnosis_has_to_be_reviewed(sip: RunCommand) -> None:
    erik = sip("new", data_path("cases", "erik-ak4.toml")).out.strip()
    waiting, full = sip("export", erik, "--with-notes"), sip("export", erik, "--for", "full")
    assert (waiting.code, waiting.out) == (1, "")
    assert "look first at diagnosis (1)" in waiting.err
    assert "change the notes, decide in the meeting with F10, or export with --reviewed." in waiting.err
    mail = sip("export", erik, "--with-notes", "--reviewed")
    assert (mail.code, "F90" in mail.out, "adhd" in mail.out) == (0, False, True)
    assert mail.err.splitlines() == ["hidden in the e-mail: code (1)"]
    assert ("F90.0" in full.out, full.err) == (True, "")


def test_notes_that_were_chosen_in_the_meeting_are_told_of(sip: RunCommand, tmp_path: Path) -> None:
    text = Path(data_path("cases", "omar-tolk.toml")).read_text("utf-8")
    chosen = tmp_path / "chosen.toml"
    chosen.write_text(text.replace("minutes = 75\n", "minutes = 75\nmail_notes = true\n"), "utf-8")
    omar = sip("new", chosen).out.strip()
    told, left = sip("export", omar), sip("export", omar, "--without-notes")
    assert ("## Notes" in told.out, "--without-notes leaves them out" in told.err) == (True, True)
    assert ("## Notes" in left.out, left.err) == (False, "")


def test_refusal_says_for_each_kind_in_which_lines_it_waits(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    typed = tmp_path / "notes.txt"
    typed.write_text("Har adhd sedan länge\nKlart\nKanske autism också\n", "utf-8")
    sip("notes", sofia, "--phase", "needs", typed)
    said = sip("export", sofia, "--with-notes").err
    assert "diagnosis (2): line 7, 9 of the notes on “The way forward”; change the notes" in said


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_what_was_told_in_confidence_is_left_out_and_said(
    sip: RunCommand, sofia: str, tmp_path: Path, audience: str
) -> None:
    typed = tmp_path / "notes.txt"
    typed.write_text("Buss till skolan\nmamma är gravid, ska inte stå med\n", "utf-8")
    sip("notes", sofia, "--phase", "needs", typed)
    said = sip("export", sofia, "--for", audience, "--with-notes")
    assert (said.code, "gravid" in said.out, "left out" in said.out) == (0, False, True)
    assert "left out, because it says there that it is not to be passed on: line 8 of the notes" in said.err


def test_only_the_full_minutes_name_everybody(sip: RunCommand, sofia: str) -> None:
    full = sip("export", sofia, "--for", "full").out
    assert all(name in full for name in NAMES)


def test_a_file_is_written_once_and_for_its_owner_alone(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    path = tmp_path / "minnesanteckningar.md"
    said = sip("export", sofia, "-o", path)
    assert (said.code, said.out) == (0, f"{path}\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes().decode() == sip("export", sofia).out


def test_in_a_folder_the_minutes_name_themselves(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    said = sip("export", sofia, "-o", tmp_path)
    (written,) = tmp_path.glob("*.md")
    assert (said.code, said.out.strip()) == (0, str(written))


def test_a_file_that_is_there_is_never_written_over_unasked(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("mine")
    said = sip("export", sofia, "-o", path)
    assert (said.code, "is there already" in said.sentence, path.read_text()) == (1, True, "mine")
    assert sip("export", sofia, "-o", path, "--force").code == 0
    assert path.read_text().startswith("# ")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["plan.md"]


def test_a_link_that_leads_nowhere_counts_as_a_file(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "nowhere.md")
    for force in ([], ["--force"]):
        said = sip("export", sofia, "-o", link, *force)
        assert (said.code, "is not an ordinary file" in said.sentence) == (1, True)
    assert not (tmp_path / "nowhere.md").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_replaced_even_by_force(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    said = sip("export", sofia, "-o", pipe, "--force")
    assert (said.code, "is not an ordinary file" in said.sentence, pipe.is_fifo()) == (1, True, True)


def test_files_are_replaced_where_a_file_has_one_name_only(
    sip: RunCommand, sofia: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A USB stick has no hard links."""

    def refuse(*_names: object, **_more: object) -> None:
        raise PermissionError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)
    arguments = ["export", sofia, "--format", "md", "--format", "html", "-o", tmp_path, "--force"]
    assert [sip(*arguments).code for _time in range(2)] == [0, 0]
    written = sorted(path.suffix for path in tmp_path.iterdir() if path.is_file())
    assert written == [".html", ".md"]


def test_a_folder_that_is_not_there_is_wrong_use(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    said = sip("export", sofia, "-o", tmp_path / "no" / "plan.md")
    assert (said.code, "there is no such folder" in said.sentence) == (2, True)


def test_export_refused_at_any_change_wrote_nothing_or_all(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    sip("export", sofia, "-o", tmp_path / "whole.md")
    for number in count(1):
        folder = tmp_path / str(number)
        folder.mkdir()
        with failing(number, errno.ENOSPC) as left:
            answer = sip("export", sofia, "-o", folder / "plan.md")
        written = [path.read_bytes() for path in folder.iterdir()]
        assert written == ([(tmp_path / "whole.md").read_bytes()] if answer.code == 0 else [])
        if left[0] > 0:
            break
        if answer.code:
            assert "the disk is full" in answer.sentence.lower()
    assert number > 3


def test_export_removes_what_a_killed_one_left_an_hour_ago(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    old, new = tmp_path / "plan.md.0a1b2c3d.tmp", tmp_path / "plan.md.1a1b2c3d.tmp"
    for left in (old, new):
        left.write_text("Maja")
    os.utime(old, (0, 0))
    sip("export", sofia, "-o", tmp_path / "plan.md")
    assert {path.name for path in tmp_path.glob("plan*")} == {"plan.md", new.name}


@pytest.mark.parametrize("name", ["Sofias plan.md", "plan_20020909-2394.md", "erik johansson.md", "plan F90.0.md"])
def test_a_file_may_not_be_named_after_somebody_or_a_diagnosis(
    sip: RunCommand, sofia: str, tmp_path: Path, name: str
) -> None:
    said = sip("export", sofia, "-o", tmp_path / name)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("the file's name, column ")
    assert not (tmp_path / name).exists()


def test_full_minutes_file_may_be_named_after_a_person_only(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    assert sip("export", sofia, "--for", "person", "-o", tmp_path / "Sofias plan.md").code == 0
    assert sip("export", sofia, "--for", "full", "-o", tmp_path / "20020909-2394.md").code == 1


def test_leak_is_listed_by_place_and_kind_and_not_written(
    sip: RunCommand, sofia: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = "20020909-2394"
    finding = Finding("personnummer", 4, 17, "block", "high", f"på {number}.", "", "[personnummer]")

    def leaking(*_: object, **__: object) -> None:
        raise LeakRefused([Leak(finding, 12, 5, f"Hon {number}")])

    monkeypatch.setattr(export, "to_file", leaking)
    said = sip("export", sofia, "-o", tmp_path / "plan.md")
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[0] == "line 12, column 5: personal identity number"
    assert number not in said.err
    assert not (tmp_path / "plan.md").exists()


def test_identifiers_typed_into_any_field_do_not_leave_in_a_mail(sip: RunCommand, tmp_path: Path) -> None:
    number, phone = "20020909-2394", "070-174 06 12"
    path = write_meeting_file(
        tmp_path,
        meeting={"purpose": f"Prata om {number}", "questions": [f"Vem ringer {phone}?"], "place": phone},
        participants=[{"name": "Maja Lindgren", "kind": "person"}, {"name": "Bo Ek", "role": f"mentor {phone}"}],
        goals=[{"text": f"Maja {number} mår bra"}],
        actions=[{"what": f"Ring {phone}", "who": "p2", "when": f"{number}", "where": phone}],
        terms=[{"term": "KBT", "answer": f"fråga Bo på {phone}"}],
        notes=[{"phase": "needs", "text": f"Majas nummer är **{number[:8]}**-{number[9:]}, ring {phone}."}],
    )
    said = sip("export", sip("new", path).out.strip())
    digits = "".join(letter for letter in said.out if letter.isdigit())
    assert (said.code, "Maja" in said.out, "2394" in digits, "0612" in digits) == (0, False, False, False)


@pytest.mark.parametrize("command", [("export", "{id}", "-o"), ("backup",), ("check",), ("new",)])
def test_a_name_that_is_too_long_is_refused_by_its_name(
    sip: RunCommand, sofia: str, tmp_path: Path, command: tuple[str, ...]
) -> None:
    path = str(tmp_path / ("x" * 300))
    said = sip(*(word.format(id=sofia) for word in command), path)
    assert said.code in (1, 2, 3)
    assert "xxxxx" in said.err
    assert "the name is too long" in said.err
    assert "sip_tui." not in said.err
