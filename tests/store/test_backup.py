"""One file with every meeting, and back: all of it or nothing, and nothing that somebody has put into it."""

from __future__ import annotations

import json
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import Archive, MeetingFolder, StoreError
from sip_tui.store import backup as module
from sip_tui.store.backup import BackupError, restore_backup, write_backup

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def make(root: Path, meeting_id: str, title: str) -> MeetingFolder:
    """Create a meeting with a title; its journal is still there."""
    edits = [Edit("about", "meeting", "title", title), Edit("about", "meeting", "type", "SIP")]
    return Archive(root).create(meeting_id, Ledger().stamp(edits, 1_700_000_000_000, "origin"))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A backup of an archive with two meetings."""
    for name in ("ett", "tva"):
        make(tmp_path / "from", name, f"Möte {name}").leave()
    return write_backup(Archive(tmp_path / "from"), tmp_path / "kept.zip", NOW).path


def contents(root: Path) -> dict[str, bytes]:
    """The files of an archive, but for locks and what can be made again."""
    found = (path for path in root.rglob("*") if path.is_file() and path.suffix not in {".lock", ".seat"})
    return {str(path.relative_to(root)): path.read_bytes() for path in found if path.name != "index.json"}


def test_backup_and_restore_give_back_every_byte(tmp_path: Path, kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    report = restore_backup(Archive(tmp_path / "to"), kept)
    assert (report.meetings, report.unchanged) == (2, 0)
    assert contents(tmp_path / "to") == contents(tmp_path / "from")
    assert [entry.title for entry in Archive(tmp_path / "to").entries()] == ["Möte ett", "Möte tva"]
    again = restore_backup(Archive(tmp_path / "to"), kept)
    assert (again.meetings, again.unchanged) == (0, 2)


def test_backup_names_itself_in_a_folder_and_overwrites_nothing(tmp_path: Path, kept: Path) -> None:
    archive = Archive(tmp_path / "from")
    assert write_backup(archive, tmp_path, NOW).path.name == "sip-tui-backup-2026-11-29.zip"
    with pytest.raises(BackupError):
        write_backup(archive, kept, NOW)
    assert write_backup(archive, kept, NOW, replace=True).meetings == 2


def test_meeting_that_differs_stops_the_whole_restore(tmp_path: Path, kept: Path) -> None:
    make(tmp_path / "to", "tva", "Ett annat möte").leave()
    before = contents(tmp_path / "to")
    with pytest.raises(BackupError, match="tva"):
        restore_backup(Archive(tmp_path / "to"), kept)
    assert contents(tmp_path / "to") == before


def repacked(path: Path, change: Callable[[dict[str, bytes], dict[str, dict[str, object]]], None]) -> Path:
    """Write the backup anew with other members and another manifest."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
        manifest = json.loads(archive.read("manifest.json"))
    change(files, manifest)
    made = path.with_name("changed.zip")
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        for name, data in files.items():
            archive.writestr(name, data)
    return made


def listed(data: bytes) -> dict[str, object]:
    return {"size": len(data), "sha256": sha256(data).hexdigest()}


HOSTILE = [
    "../outside",
    "/etc/passwd",
    "ett/../../outside",
    "ett/sub/file",
    "C:\\x",
    ".new-1/meeting.json",
    "ett/.bashrc",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_member_is_refused_and_nothing_is_written(tmp_path: Path, kept: Path, name: str) -> None:
    def plant(files: dict[str, bytes], manifest: dict[str, dict[str, object]]) -> None:
        files[name] = b"x"
        manifest["files"][name] = listed(b"x")

    with pytest.raises(BackupError):
        restore_backup(Archive(tmp_path / "to"), repacked(kept, plant))
    assert not (tmp_path / "to").exists()
    assert not (tmp_path / "outside").exists()


def test_changed_added_and_missing_members_are_refused(tmp_path: Path, kept: Path) -> None:
    def change(files: dict[str, bytes], _manifest: object) -> None:
        files["ett/meeting.json"] += b" "

    def add(files: dict[str, bytes], _manifest: object) -> None:
        files["ett/more.journal"] = b"x"

    def drop(files: dict[str, bytes], _manifest: object) -> None:
        del files["ett/meeting.json"]

    def grow(files: dict[str, bytes], manifest: dict[str, dict[str, object]]) -> None:
        files["ett/big.journal"] = b"x" * 100
        manifest["files"]["ett/big.journal"] = {"size": 5, "sha256": sha256(b"xxxxx").hexdigest()}

    def damage(files: dict[str, bytes], manifest: dict[str, dict[str, object]]) -> None:
        files["ett/meeting.json"] = b"{}"
        manifest["files"]["ett/meeting.json"] = listed(b"{}")

    for deed in (change, add, drop, grow, damage):
        with pytest.raises(BackupError):
            restore_backup(Archive(tmp_path / "to"), repacked(kept, deed))
        assert contents(tmp_path / "to") == {}


def test_symbolic_link_in_a_backup_is_refused(tmp_path: Path, kept: Path) -> None:
    target = b"/etc/passwd"
    made = repacked(kept, lambda _files, manifest: manifest["files"].update({"ett/link": listed(target)}))
    with zipfile.ZipFile(made, "a") as archive:
        link = zipfile.ZipInfo("ett/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, target)
    with pytest.raises(BackupError):
        restore_backup(Archive(tmp_path / "to"), made)


def test_newer_backup_says_to_upgrade(tmp_path: Path, kept: Path) -> None:
    made = repacked(kept, lambda _files, manifest: manifest.update({"version": {"number": 99}}))
    with pytest.raises(BackupError, match=r"nyare|newer"):
        restore_backup(Archive(tmp_path / "to"), made)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_flipped_bit_is_restored(tmp_path: Path, kept: Path, data: st.DataObject) -> None:
    whole = bytearray(kept.read_bytes())
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    (tmp_path / "broken.zip").write_bytes(whole)
    shutil.rmtree(tmp_path / "to", ignore_errors=True)
    try:
        restore_backup(Archive(tmp_path / "to"), tmp_path / "broken.zip")
    except BackupError:
        assert contents(tmp_path / "to") == {}
    else:
        # A bit of no member, such as a time in the directory: every byte is still as it was.
        assert contents(tmp_path / "to") == contents(tmp_path / "from")


def test_full_disk_in_the_middle_leaves_nothing(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def until_full(path: Path, data: bytes) -> None:
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        written.append(path)
        path.write_bytes(data)

    monkeypatch.setattr(module, "write_new_file", until_full)
    with pytest.raises(StoreError):
        restore_backup(Archive(tmp_path / "to"), kept)
    assert contents(tmp_path / "to") == {}


def test_open_meeting_is_backed_up_with_its_journal(tmp_path: Path) -> None:
    folder = make(tmp_path / "from", "ett", "Möte")
    report = write_backup(Archive(tmp_path / "from"), tmp_path / "kept.zip", NOW)
    folder.leave()
    with zipfile.ZipFile(report.path) as archive:
        assert any(name.endswith(".journal") for name in archive.namelist())
        assert not any(name.endswith((".lock", ".seat")) for name in archive.namelist())


def test_locked_meetings_are_restored_without_a_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "from", "ett", "Möte").leave()
    archive = Archive(tmp_path / "from")
    archive.lock("ett", "fyra ord som inte hör ihop")
    kept = write_backup(archive, tmp_path / "kept.zip", NOW).path
    monkeypatch.setattr(Archive, "ask_passphrase", lambda _question: pytest.fail("nobody is asked"))
    assert restore_backup(Archive(tmp_path / "to"), kept).meetings == 1
    assert contents(tmp_path / "to") == contents(tmp_path / "from")


def test_restore_says_where_a_meeting_is_shared(tmp_path: Path) -> None:
    """A backup from somebody else must not send what is written afterwards to a place that nobody has seen."""
    make(tmp_path / "from", "ett", "Möte").leave()
    (tmp_path / "from" / "ett" / "sync.json").write_text('{"url": "postgresql://?host=db.example.com&port=5432"}')
    kept = write_backup(Archive(tmp_path / "from"), tmp_path / "kept.zip", NOW).path
    assert restore_backup(Archive(tmp_path / "to"), kept).shared == {"ett": "db.example.com"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_backup_replaces_a_file_only_and_only_by_force(tmp_path: Path) -> None:
    make(tmp_path / "from", "ett", "Möte ett").leave()
    os.mkfifo(pipe := tmp_path / "pipe")
    (link := tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for path in (pipe, link):
        for replace in (False, True):
            with pytest.raises(BackupError):
                write_backup(Archive(tmp_path / "from"), path, NOW, replace=replace)
    assert (pipe.is_fifo(), link.is_symlink()) == (True, True)


def test_backup_of_no_archive_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="no archive"):
        write_backup(Archive(tmp_path / "misspelt"), tmp_path / "kept.zip", NOW)
    assert not (tmp_path / "kept.zip").exists()


def test_backup_with_a_long_directory_is_refused_unread(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The directory of a ZIP takes ten times its size in memory."""
    monkeypatch.setattr(module._DirectoryLimit, "most", 200)
    with pytest.raises(BackupError):
        restore_backup(Archive(tmp_path / "to"), kept)
    monkeypatch.setattr(module._DirectoryLimit, "most", 2_000)
    assert restore_backup(Archive(tmp_path / "to"), kept).meetings == 2


@pytest.mark.parametrize("name", ["meeting.json", "abcd.journal"])
def test_a_damaged_meeting_is_named_and_comes_back_as_it_was(tmp_path: Path, kept: Path, name: str) -> None:
    archive = Archive(tmp_path / "from")
    broken = archive.root / "ett" / name
    broken.write_bytes(b"{")
    made = write_backup(archive, tmp_path / "more.zip", NOW)
    assert made.damaged == ("ett",)
    back = restore_backup(Archive(tmp_path / "to"), made.path)
    assert back.damaged == ("ett",)
    assert (tmp_path / "to" / "ett" / name).read_bytes() == b"{"
