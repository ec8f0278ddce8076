"""All meetings of one user: found by name, listed fast, made once."""

from __future__ import annotations

import errno
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.time.agenda import Stage
from sip_tui.store import (
    Archive,
    DamagedError,
    IndexEntry,
    MeetingExistsError,
    MeetingNotFoundError,
    NotWritableError,
    index,
)
from sip_tui.store.checkpoint import CheckpointContents, read_checkpoint
from tests.helpers.archives import ID, NOON, WriterProcess, create_meeting


def make(root: Path, meeting_id: str, title: str = "", start: str = "") -> None:
    edits = [Edit("about", "meeting", "title", title), Edit("about", "meeting", "start", start)]
    Archive(root).create(meeting_id, Ledger().stamp(edits, NOON, "cli")).leave()


def test_a_meeting_is_on_the_disk_when_it_has_been_made(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path / "new")
    assert folder.id == ID
    start = datetime(2026, 11, 27, 12, tzinfo=UTC)
    (found,) = Archive(tmp_path / "new").entries()
    assert found.tasks > 0
    assert found._replace(tasks=0) == IndexEntry(ID, "SIP för Kim", "child", start, stage=Stage.BEFORE)


def test_there_are_no_meetings_before_the_first(tmp_path: Path) -> None:
    assert Archive(tmp_path / "nowhere").entries() == []
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["kim-1", "kim-1a", "l"])
def test_a_meeting_goes_by_its_name_or_the_beginning_of_it(tmp_path: Path, name: str) -> None:
    for item in ("kim-1", "kim-1a", "lo"):
        make(tmp_path, item)
    assert Archive(tmp_path).find(name) == {"l": "lo"}.get(name, name)


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "x/../kim", "kim/", "k", "nobody", "\x1b[2J", "a\0b", "index"])
def test_a_name_that_is_no_meeting_is_refused_and_never_followed(tmp_path: Path, name: str) -> None:
    for item in ("kim-1", "kim-2"):
        make(tmp_path / "archive", item)
    (tmp_path / "x").mkdir()
    for ask in (Archive(tmp_path / "archive").find, Archive(tmp_path / "archive").open):
        with pytest.raises(MeetingNotFoundError) as caught:
            ask(name)
        assert caught.value.code == 2
        assert str(caught.value).isprintable()


@pytest.mark.parametrize("name", ["", "..", "a/b", ".hidden", "a b", "x" * 65, ID])
def test_a_meeting_that_cannot_have_that_name_is_not_made(tmp_path: Path, name: str) -> None:
    create_meeting(tmp_path)
    with pytest.raises(MeetingExistsError):
        Archive(tmp_path).create(name, [])
    assert len(Archive(tmp_path).entries()) == 1


def test_entries_latest_first_without_start_last(tmp_path: Path) -> None:
    make(tmp_path, "a", start="2026-01-01T08:00:00.000Z")
    make(tmp_path, "b", start="next Tuesday")
    make(tmp_path, "c", start="2026-03-01T08:00:00.000Z")
    assert [entry.id for entry in Archive(tmp_path).entries()] == ["c", "a", "b"]


def test_only_files_that_have_changed_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_meeting(tmp_path)
    make(tmp_path, "other", "Annat")
    Archive(tmp_path).entries()
    hand = WriterProcess(tmp_path, "sec")
    hand.write(Edit("about", "meeting", "title", "Nytt namn"))
    hand.folder.checkpoint()
    read: list[str] = []

    def noted(path: Path) -> CheckpointContents:
        read.append(path.parent.name)
        return read_checkpoint(path)

    monkeypatch.setattr(index, "read_checkpoint", noted)
    assert {entry.title for entry in Archive(tmp_path).entries()} == {"Nytt namn", "Annat"}
    assert {entry.title for entry in Archive(tmp_path).entries()} == {"Nytt namn", "Annat"}
    assert read == [ID]


def test_list_knows_what_only_a_journal_has(tmp_path: Path) -> None:
    """A program that was killed, or is still running, has not put it into the checkpoint."""
    create_meeting(tmp_path)
    Archive(tmp_path).entries()
    hand = WriterProcess(tmp_path, "sec")
    hand.write(Edit("about", "meeting", "title", "Nytt namn"), Edit("events", "e1", "kind", "open"))
    (entry,) = Archive(tmp_path).entries()
    assert (entry.title, entry.stage) == ("Nytt namn", Stage.IN_PROGRESS)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{",
        "[]",
        '{"_schema":{"1":{"version":99}},"meetings":{}}',
        '{"_schema":{"1":{"version":1}},"meetings":{"1":{"id":7}}}',
        '{"_schema":{"1":{"version":1}},"meetings":{"1":{"id":"moten-1","title":"x"}}}',
        '{"_schema":{"1":{"version":1}}}',
    ],
)
def test_an_index_that_is_gone_or_nonsense_is_built_again(tmp_path: Path, text: str | None) -> None:
    create_meeting(tmp_path)
    expected = Archive(tmp_path).entries()
    file = tmp_path / "index.json"
    file.unlink() if text is None else file.write_text(text)
    assert Archive(tmp_path).entries() == expected
    assert json.loads(file.read_text("utf-8"))["meetings"]["1"]["id"] == ID


def test_damaged_meeting_is_listed_and_hides_no_other(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    make(tmp_path, "other", "Annat")
    (folder.path / "meeting.json").write_text("{")
    listed = {entry.id: entry.damaged for entry in Archive(tmp_path).entries()}
    assert listed == {ID: True, "other": False}
    folder.restore()
    assert not any(entry.damaged for entry in Archive(tmp_path).entries())


def test_unreadable_meeting_is_tried_again_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_meeting(tmp_path)

    def refuse(_path: Path) -> CheckpointContents:
        raise NotWritableError("not writable")

    with monkeypatch.context() as broken:
        broken.setattr(index, "read_checkpoint", refuse)
        assert [entry.damaged for entry in Archive(tmp_path).entries()] == [True]
    assert [entry.damaged for entry in Archive(tmp_path).entries()] == [False]


def test_a_purged_meeting_leaves_no_word_behind(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    make(tmp_path, "other", "Annat")
    Archive(tmp_path).entries()
    folder.purge()
    assert not folder.path.exists()
    assert "Kim" not in (tmp_path / "index.json").read_text("utf-8")
    assert [entry.id for entry in Archive(tmp_path).entries()] == ["other"]


def test_no_bit_of_the_index_shows_a_wrong_list(tmp_path: Path) -> None:
    create_meeting(tmp_path)
    expected = Archive(tmp_path).entries()
    good = (tmp_path / "index.json").read_bytes()
    for place in range(0, len(good), 3):
        (tmp_path / "index.json").write_bytes(flipped(good, place))
        assert Archive(tmp_path).entries() == expected


def flipped(data: bytes, place: int) -> bytes:
    """Flip one bit of a byte, another one in each place."""
    return data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :]


def test_a_long_title_is_cut_in_the_list(tmp_path: Path) -> None:
    make(tmp_path, "long", "x" * 100_000)
    assert [len(entry.title) for entry in Archive(tmp_path).entries()] == [200]


def test_a_far_date_hides_no_other_meeting(tmp_path: Path) -> None:
    for number, start in enumerate(
        ("9999-12-31T23:30:00.000Z", "0001-01-01T00:00:00+14:00", "2026-11-27T12:00:00.000Z")
    ):
        make(tmp_path, f"m{number}", "", start)
    assert [(entry.id, bool(entry.start)) for entry in Archive(tmp_path).entries()] == [
        ("m2", True),
        ("m0", False),
        ("m1", False),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names on Windows")
def test_pipes_devices_and_folders_keep_nobody_waiting(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    folder.leave()
    for name in ("pipe.journal", "pipe.seat"):
        os.mkfifo(folder.path / name)
    (folder.path / "folder.journal").mkdir()
    (folder.path / "gone.journal").symlink_to(tmp_path / "nowhere")
    assert Archive(tmp_path).open(ID).load().tables["participants"]
    (tmp_path / "index.json").unlink(missing_ok=True)
    os.mkfifo(tmp_path / "index.json")
    assert [entry.damaged for entry in Archive(tmp_path).entries()] == [False]
    file = folder.path / "meeting.json"
    for irregular in (os.mkfifo, lambda path: path.symlink_to("/dev/zero"), Path.mkdir):
        file.unlink() if file.is_file() or file.is_symlink() or file.is_fifo() else None
        irregular(file)
        assert [entry.damaged for entry in Archive(tmp_path).entries()] == [True]
        with pytest.raises(DamagedError, match="doctor"):
            Archive(tmp_path).open(ID).load()
    assert "from its logs" in Archive(tmp_path).open(ID).restore()
    assert [entry.damaged for entry in Archive(tmp_path).entries()] == [False]


def test_list_in_a_folder_of_others_leaves_it_all_alone(tmp_path: Path) -> None:
    """``--data`` is easily mistyped."""
    for name in ("website", ".new-design", ".new-0123abcd"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text("mine")
    (tmp_path / "index.json").write_text('{"mine": 1}')
    assert Archive(tmp_path).entries() == []
    assert (tmp_path / "index.json").read_text() == '{"mine": 1}'
    assert sorted(path.name for path in tmp_path.glob("*/page.html")) == ["page.html"] * 2
    assert not (tmp_path / ".new-0123abcd").exists()


@pytest.mark.parametrize("left", ["meeting.lock", "0a1b.journal", "meeting.json.1", "key.json"])
def test_meeting_that_has_lost_its_file_is_listed_as_damaged(tmp_path: Path, left: str) -> None:
    (tmp_path / "ett").mkdir()
    (tmp_path / "ett" / left).touch()
    assert [entry.damaged for entry in Archive(tmp_path).entries()] == [True]


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_meeting_is_made_where_rights_cannot_be_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems have no chmod at all."""

    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(errno.ENOSYS, "no such call")

    for name in ("chmod", "fchmod"):
        monkeypatch.setattr(os, name, refuse)
    Archive(tmp_path / "archive").create("ett", []).leave()
    assert [entry.id for entry in Archive(tmp_path / "archive").entries()] == ["ett"]
