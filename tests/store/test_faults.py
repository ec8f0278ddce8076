"""Full disks, forbidden folders, faulty drives: the user is told, and nothing is lost."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import Archive, DiskFullError, NotWritableError, StoreError, archive_path, rescue_copy
from sip_tui.store.atomic import open_new_file
from sip_tui.store.removal import RESCUE
from tests.helpers.archives import ID, WriterProcess, create_meeting, load, names, pad, splice
from tests.helpers.processes import other

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
BIG = "å" * 5_000


@unix
def test_full_disk_keeps_journal_whole_and_retry_saves(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    with other(tmp_path, "sec") as secretary:
        secretary.ask("type", "före ")
        size = (folder.path / "sec.journal").stat().st_size
        secretary.ask("limit", size + 100)
        changes = secretary.ask("stamp", splice("sec", 5, 0, BIG))
        for _ in range(2):
            name, sentence = secretary.ask("append", changes)
            assert (name, BIG[:5] in sentence) == ("DiskFullError", False)
            assert (folder.path / "sec.journal").stat().st_size == size
            assert pad(load(tmp_path), "sec") == "före "
        secretary.ask("limit", 1_000_000)
        assert secretary.ask("append", changes) is None
        secretary.ask("type", " efter")
    late = WriterProcess(tmp_path, "late")
    assert late.pad("sec") == f"före {BIG} efter"
    assert late.folder.warnings == []


@unix
def test_on_a_full_disk_the_meeting_file_stays_as_it_was(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    before = (folder.path / "meeting.json").read_bytes()
    with other(tmp_path, "sec") as secretary:
        secretary.ask("type", "hej")
        secretary.ask("limit", len(before) // 2)
        assert secretary.ask("checkpoint")[0] == "DiskFullError"
        assert (folder.path / "meeting.json").read_bytes() == before
        assert not list(folder.path.glob("*.tmp"))
        secretary.ask("limit", 1_000_000)
        assert secretary.ask("checkpoint") is None
    assert pad(load(tmp_path), "sec") == "hej"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, NotWritableError),
        (errno.EACCES, NotWritableError),
        (errno.EIO, StoreError),
    ],
)
def test_a_sync_that_fails_is_no_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[StoreError]
) -> None:
    create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    hand.type("ett ")
    changes = hand.stamp(splice("sec", 4, 0, "två"))
    with monkeypatch.context() as broken:
        broken.setattr("sip_tui.store.journal.sync", failing(number))
        with pytest.raises(kind) as caught:
            hand.folder.append(changes)
    assert caught.value.code == 3
    assert pad(load(tmp_path), "sec") == "ett "
    hand.folder.append(changes)
    assert pad(load(tmp_path), "sec") == "ett två"


def test_what_could_not_be_cut_is_cut_before_the_next_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    hand.type("ett ")
    changes = hand.stamp(splice("sec", 4, 0, "två"))
    with monkeypatch.context() as broken:
        write = os.write
        broken.setattr(os, "write", lambda file, line: write(file, line[:-9]))
        broken.setattr(os, "ftruncate", failing(errno.EIO))
        for _ in range(2):
            with pytest.raises(StoreError):
                hand.folder.append(changes)
    hand.folder.append(changes)
    late = WriterProcess(tmp_path, "late")
    assert (late.pad("sec"), late.folder.warnings) == ("ett två", [])


def failing(number: int) -> Callable[..., None]:
    def fail(*_given: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every attempt to open a file for writing fail, for the superuser as well."""
    real = os.open

    def refuse(path: str, flags: int, *given: int, **named: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        return real(path, flags, *given, **named)

    with monkeypatch.context() as changed:
        changed.setattr(os, "open", refuse)
        yield


@pytest.fixture
def archived(tmp_path: Path) -> Path:
    create_meeting(tmp_path)
    WriterProcess(tmp_path, "sec").type("sparat")
    return tmp_path


def test_an_archive_without_write_permission_can_be_read(archived: Path, read_only: None) -> None:
    hand = WriterProcess(archived, "late")
    assert hand.pad("sec") == "sparat"
    assert [entry.title for entry in Archive(archived).entries()] == ["SIP för Kim"]
    assert hand.poll() == []


def test_an_archive_without_write_permission_says_so(archived: Path, read_only: None) -> None:
    hand = WriterProcess(archived, "late")
    hand.stamp(Edit("goals", "g", "text", "hemligt"))
    calls: list[Callable[[], object]] = [
        lambda: hand.type("hemligt"),
        lambda: hand.folder.checkpoint(),
        lambda: hand.folder.claim_seat("chair"),
        lambda: hand.folder.close(),
        lambda: Archive(archived).create("nytt", []),
    ]
    for call in calls:
        with pytest.raises(NotWritableError, match="--data") as caught:
            call()
        assert "hemligt" not in str(caught.value)
        assert caught.value.code == 3


def test_an_archive_beneath_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for root in (tmp_path / "file", tmp_path / "file" / "archive"):
        with pytest.raises(NotWritableError):
            Archive(root).create(ID, [])


def test_a_meeting_that_could_not_be_made_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sip_tui.store.atomic.sync", failing(errno.ENOSPC))
    with pytest.raises(DiskFullError, match=f"{re.escape(str(tmp_path))}, so no meeting was made"):
        create_meeting(tmp_path)
    assert not (tmp_path / ID).exists()


def test_a_meeting_that_could_not_be_made_names_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sip_tui.store.atomic.sync", failing(errno.EACCES))
    with pytest.raises(NotWritableError, match=f"^{re.escape(str(tmp_path))} "):
        create_meeting(tmp_path)


def test_open_removes_temporary_files_of_killed_process(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    (folder.path / "meeting.json.12ab.tmp").write_text("words that were taken away")
    Archive(tmp_path).open(ID)
    assert not {name for name in names(folder) if name.endswith(".tmp")}


def test_nobody_else_may_read_what_is_stored(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = create_meeting(tmp_path / "new" / "archive")
        hand = WriterProcess(tmp_path / "new" / "archive", "sec")
        hand.type("hej")
        hand.folder.claim_seat("secretary")
        hand.folder.checkpoint()
        Archive(tmp_path / "new" / "archive").entries()
    finally:
        os.umask(before)
    assert [path.stat().st_mode & 0o777 for path in (folder.path.parent, folder.path)] == [0o700, 0o700]
    files = [path for path in folder.path.parent.rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert len(files) > 5


def test_umask_against_owner_still_gives_usable_archive(tmp_path: Path) -> None:
    before = os.umask(0o777)
    try:
        Archive(tmp_path / "new").create(ID, [])
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_the_archive_is_where_somebody_asked_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIP_TUI_DATA", raising=False)
    assert archive_path(None).name == "sip-tui"
    monkeypatch.setenv("SIP_TUI_DATA", str(tmp_path / "env"))
    assert archive_path(None) == tmp_path / "env"
    assert archive_path(str(tmp_path / "option")) == tmp_path / "option"


def test_opening_a_meeting_needs_no_screen() -> None:
    late = "'textual', 'rich', 'filelock', 'platformdirs'"
    code = f"import sys, sip_tui.store; print([name for name in ({late}) if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@unix
def test_rescue_copy_goes_into_no_folder_that_was_planted(tmp_path: Path) -> None:
    changes = Ledger().stamp([Edit("about", "meeting", "title", "Kim")], 1, "a")
    shared, elsewhere = tmp_path / "shared", tmp_path / "elsewhere"
    shared.mkdir()
    elsewhere.mkdir()
    (shared / RESCUE).symlink_to(elsewhere)
    linked = rescue_copy("m", changes, [shared])
    (shared / RESCUE).unlink()
    (shared / RESCUE).mkdir()
    (shared / RESCUE).chmod(0o777)
    opened = rescue_copy("m", changes, [shared])
    assert not list(elsewhere.iterdir())
    assert not list((shared / RESCUE).iterdir())
    assert {path.parent.stat().st_mode & 0o777 for path in (linked, opened)} == {0o700}
    (shared / RESCUE).chmod(0o700)
    assert rescue_copy("m", changes, [tmp_path / "nowhere", shared]).parent == shared / RESCUE


@unix
def test_an_archive_that_others_may_read_is_warned_about(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    folder.path.chmod(0o750)
    folder.load()
    assert "Others on this computer" in folder.warnings[0]


def test_a_file_is_its_owners_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o777)
    try:
        os.close(open_new_file(tmp_path / "file"))
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600
