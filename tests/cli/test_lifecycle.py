"""The end of a meeting, and an archive that is looked after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sip_tui.app.start_app import actions_in
from sip_tui.meeting.log.change import Edit
from sip_tui.paths import data_path
from sip_tui.store import Archive, DiskFullError, MeetingFolder, StoreError, file_systems
from tests.helpers.commands import RunCommand


def test_closing_says_what_is_left_and_leaves_one_file(sip: RunCommand, sofia: str, data: Path) -> None:
    said = sip("close", sofia)
    assert (said.code, said.err) == (0, "")
    text = " ".join(said.out.split())
    assert text.startswith(f"Meeting {sofia} is closed and saved. Still to be dealt with")
    assert "Erik Johansson is not here and has not taken it on: Öva med dig på att använda strategierna" in text
    assert "Nobody has said when: Hjälpa er att få ordning på veckorna hos mamma och pappa" in text
    assert [path.name for path in (data / sofia).iterdir() if not path.name.endswith(".lock")] == ["meeting.json"]
    assert json.loads(sip("list", "--json").out)[0]["closed"] is True


def test_closing_shows_what_two_wrote_at_once_before_it_is_gone(sip: RunCommand, sofia: str, data: Path) -> None:
    folders = [Archive(data).open(sofia, writer) for writer in ("one", "two")]
    ledgers = [folder.load() for folder in folders]
    for place, folder, ledger in zip(("Biblioteket", "Skolan"), folders, ledgers, strict=True):
        folder.append(ledger.stamp([Edit("about", "meeting", "place", place)], 1, folder.writer))
        folder.leave()
    said = " ".join(sip("close", sofia).out.split())
    assert "Two people wrote at once" in said
    assert "Biblioteket" in said


@pytest.mark.parametrize("case", ["sofia-n3", "omar-tolk", "erik-ak4"])
def test_closing_keeps_every_word(sip: RunCommand, case: str) -> None:
    meeting = sip("new", data_path("cases", f"{case}.toml")).out.strip()
    before = json.loads(sip("show", meeting, "--json").out)
    sip("close", meeting)
    after = json.loads(sip("show", meeting, "--json").out)
    assert [item["kind"] for item in after.pop("events")] == ["close"]
    assert before.pop("events") == []
    assert after == before


def test_a_closed_meeting_can_be_closed_again(sip: RunCommand, sofia: str) -> None:
    first = sip("close", sofia)
    assert sip("close", sofia) == first


def test_close_on_a_full_disk_says_what_is_still_there(
    sip: RunCommand, sofia: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(MeetingFolder, "_write_whole", refuse_as_full)
        said = sip("close", sofia)
    assert (said.code, "removed from it is still on the disk: the disk is full" in said.sentence) == (3, True)
    assert list((data / sofia).glob("*.journal"))
    assert sip("close", sofia).code == 0
    assert not list((data / sofia).glob("*.journal"))


def test_close_from_the_list_can_be_tried_again(sofia: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    actions = actions_in(Archive(data))
    with monkeypatch.context() as full:
        full.setattr(MeetingFolder, "_write_whole", refuse_as_full)
        with pytest.raises(StoreError):
            actions.archive(sofia)
    assert "closed and saved" in actions.archive(sofia)


def refuse_as_full(_folder: MeetingFolder, *_given: object, **_named: object) -> None:
    raise DiskFullError("The disk is full.")


def test_a_meeting_that_is_open_elsewhere_is_not_ended_there(sip: RunCommand, sofia: str, data: Path) -> None:
    sip("do", sofia, "open")
    elsewhere = Archive(data).open(sofia)
    elsewhere.claim_seat("chair")
    said = sip("close", sofia)
    with pytest.raises(StoreError, match="open in another window"):
        actions_in(Archive(data)).archive(sofia)
    elsewhere.leave()
    assert (said.code, "open in another window" in said.sentence) == (1, True)
    assert [event["kind"] for event in json.loads(sip("show", sofia, "--json").out)["events"]] == ["open"]


def test_the_doctor_finds_a_healthy_archive_healthy(sip: RunCommand, sofia: str, data: Path) -> None:
    said = sip("doctor")
    assert (said.code, said.err) == (0, "")
    assert "textual " in said.out
    assert said.out.endswith(f"Archive: {data}\n1 meeting, all in good order\n")


def test_the_doctor_needs_no_archive(sip: RunCommand, data: Path) -> None:
    said = sip("doctor")
    assert said.code == 0
    assert f"There is no archive at {data} yet" in said.out
    assert not data.exists()


def test_the_doctor_says_where_no_archive_can_be(sip: RunCommand, data: Path) -> None:
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("mine")
    for place in (data, data / "under"):
        said = sip("--data", place, "doctor")
        assert (said.code, "cannot be written" in said.sentence, "sip-tui new" in said.out) == (3, True, False)


def test_the_doctor_puts_a_broken_meeting_back(sip: RunCommand, sofia: str, data: Path) -> None:
    before = sip("show", sofia, "--json").out
    (data / sofia / "meeting.json").write_text('{"half": ')
    ill = sip("doctor")
    assert ill.code == 3
    assert f"sip-tui doctor --restore {sofia}" in ill.out
    assert ill.out.endswith("1 meeting, 1 damaged\n")
    assert sip("doctor", "--restore", sofia).code == 0
    assert sip("show", sofia, "--json").out == before
    assert "is left over from an earlier problem" in sip("doctor").out


def test_the_doctor_sees_a_damaged_journal(sip: RunCommand, sofia: str, data: Path) -> None:
    (data / sofia / "abcd.journal").write_text("00000000 not what was written\n")
    said = sip("doctor")
    assert said.code == 3
    assert "abcd.journal cannot be read" in said.out


def test_the_doctor_sees_what_others_may_read(sip: RunCommand, sofia: str, data: Path) -> None:
    file = data / sofia / "meeting.json"
    file.chmod(0o644)
    said = sip("doctor")
    assert said.code == 0
    assert f"others on this computer may read {file}" in said.out
    file.parent.chmod(0o755)
    said = sip("doctor")
    assert (said.code, said.out.splitlines()[-1]) == (0, "1 meeting, none damaged; see what is said above")
    assert said.err == ""


@pytest.mark.parametrize("what", [".", "index.json", "ID", "ID/meeting.json"])
def test_every_command_says_once_that_others_may_read(sip: RunCommand, sofia: str, data: Path, what: str) -> None:
    sip("list")
    path = data / what.replace("ID", sofia)
    path.chmod(0o755 if path.is_dir() else 0o644)
    commands = [
        ("show", sofia),
        ("export", sofia, "--reviewed"),
        ("do", sofia, "note", "needs", "Hej"),
        ("close", sofia),
    ]
    if what != "ID/meeting.json":
        commands += [("list",), ("new",)]
    for command in commands:
        said = sip(*command)
        assert (said.code, said.err.count("Others on this computer may read the archive")) == (0, 1), said
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_the_doctor_says_once_that_a_disk_keeps_no_permissions(
    sip: RunCommand, sofia: str, data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text("30 1 7:0 / / rw - exfat /dev/sdb1 rw\n")
    monkeypatch.setattr(file_systems, "MOUNTS", mounts)
    for path in (data, data / sofia):
        path.chmod(0o777)
    said = sip("doctor")
    assert (said.code, said.out.count("no file can be private (exfat)"), "chmod" in said.out) == (0, 1, False)
    assert "no file can be private" in sip("show", sofia).err


def test_purge_removes_a_closed_meeting_by_its_whole_id(sip: RunCommand, data: Path, sofia: str) -> None:
    assert sip("purge", sofia).code == 1
    sip("close", sofia)
    assert sip("purge", sofia[:6]).code == 2
    assert sip("purge", sofia, "--yes").code == 0
    assert not (data / sofia).exists()
    assert sip("list", "--json").out.strip() == "[]"


def test_purge_removes_what_is_damaged_by_force(sip: RunCommand, data: Path) -> None:
    (data / "ghost").mkdir(parents=True)
    assert sip("purge", "ghost").code == 1
    assert sip("purge", "ghost", "--force", "--yes").code == 0
    assert not (data / "ghost").exists()


def test_doctor_tells_about_what_is_no_file(sip: RunCommand, data: Path, sofia: str) -> None:
    (data / sofia / "strange.journal").mkdir()
    assert "strange.journal is not an ordinary file" in sip("doctor").out
