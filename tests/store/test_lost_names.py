"""Files that lose their name, their sync or their bytes while a meeting is open."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from sip_tui.store import Archive, StoreError, journal
from tests.helpers.archives import ID, WriterProcess, create_meeting, load, pad, splice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file keeps its name on Windows")


def test_a_removed_journal_is_written_again_with_all_its_lines(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    writer, reader = WriterProcess(tmp_path, "sec"), WriterProcess(tmp_path, "reader")
    writer.type("ett ")
    reader.poll()
    (writer.folder.path / "sec.journal").unlink()
    writer.folder.verify()
    assert pad(load(tmp_path), "sec") == "ett "
    (writer.folder.path / "sec.journal").unlink()
    writer.type("två ")
    reader.poll()
    assert (pad(load(tmp_path), "sec"), reader.pad("sec")) == ("ett två ", "ett två ")
    writer.type("tre")
    reader.poll()
    assert (pad(load(tmp_path), "sec"), reader.pad("sec")) == ("ett två tre", "ett två tre")


def test_in_a_removed_folder_nothing_is_called_saved(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    writer = WriterProcess(tmp_path, "sec")
    writer.type("ett ")
    shutil.rmtree(writer.folder.path)
    with pytest.raises(StoreError) as verified:
        writer.folder.verify()
    with pytest.raises(StoreError) as appended:
        writer.type("två")
    assert verified.value.reason == appended.value.reason == "the folder is gone"


def test_a_missing_or_damaged_checkpoint_is_written_from_memory(tmp_path: Path) -> None:
    create_meeting(tmp_path).close()
    writer = WriterProcess(tmp_path, "sec")
    writer.type("ett")
    file = writer.folder.path / "meeting.json"
    file.unlink()
    writer.folder.verify()
    assert writer.folder.checkpoint_missing
    writer.folder.replace_checkpoint(writer.ledger)
    assert pad(load(tmp_path), "sec") == "ett"
    file.write_bytes(b"{")
    writer.folder.replace_checkpoint(writer.ledger)
    assert pad(load(tmp_path), "sec") == "ett"
    assert (writer.folder.path / "meeting.json.damaged-1").read_bytes() == b"{"
    assert "meeting.json.damaged-1" in writer.folder.warnings[-1]


@pytest.mark.parametrize("again", ["the same and more", "something else"])
def test_reader_of_a_line_that_failed_to_sync_misses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    """A quota may be told at the sync only: then another process has read the line before it is taken back."""
    create_meeting(tmp_path).leave()
    writer, reader = WriterProcess(tmp_path, "sec"), WriterProcess(tmp_path, "reader")
    writer.type("ett ")
    first = writer.stamp(splice("sec", 4, 0, "två "))

    def read_and_fail(_file: int) -> None:
        reader.poll()
        raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

    with monkeypatch.context() as broken:
        broken.setattr(journal, "sync", read_and_fail)
        for _ in range(2):
            with pytest.raises(StoreError):
                writer.folder.append(first)
    assert reader.pad("sec") == "ett två "
    assert pad(load(tmp_path), "sec") == "ett "
    more = writer.stamp(splice("sec", 8, 0, "tre, och mycket mer därtill "))
    if again == "the same and more":
        writer.folder.append([*first, *more])
    else:
        writer.folder.append(more)
        writer.folder.append(first)
    writer.type("fyra")
    reader.poll()
    assert reader.folder.warnings == []
    assert reader.pad("sec") == pad(load(tmp_path), "sec") == "ett två tre, och mycket mer därtill fyra"
    assert Archive(tmp_path).open(ID).load().last_by_writer == writer.ledger.last_by_writer
