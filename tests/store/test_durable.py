"""A power cut cannot be had in a test; what it spares can: the order in which the disk is waited for."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sip_tui.store import atomic, journal, journal_reader
from sip_tui.store.atomic import write_new_file
from tests.helpers.archives import WriterProcess, create_meeting

Seen = list[tuple[str, str]]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """Every wait for the disk and every renaming, in their order."""
    events: Seen = []

    def noted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            done = real(*given)
            events.append((name, Path(given[-1]).name if isinstance(given[-1], Path) else ""))
            return done

        return call

    waits = (
        (atomic, "sync"),
        (journal, "sync"),
        (journal_reader, "sync"),
        (atomic, "sync_directory"),
        (journal, "sync_directory"),
    )
    for module, name in waits:
        monkeypatch.setattr(module, name, noted(f"{module.__name__.split('.')[-1]}.{name}", getattr(module, name)))
    monkeypatch.setattr(Path, "replace", noted("replace", Path.replace))
    return events


def test_append_syncs_line_and_new_journal_name(tmp_path: Path, seen: Seen) -> None:
    create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    seen.clear()
    hand.type("ett")
    assert [name for name, _ in seen] == ["journal.sync_directory", "journal.sync"]
    seen.clear()
    hand.type("två")
    assert [name for name, _ in seen] == ["journal.sync"]


def test_checkpoint_is_synced_before_rename(tmp_path: Path, seen: Seen) -> None:
    create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    hand.type("ett")
    seen.clear()
    hand.folder.checkpoint()
    written = [event for event in seen if event[0] != "journal_reader.sync"]
    assert [name for name, _ in written if name != "replace"] == ["atomic.sync", "atomic.sync_directory"]
    assert [event for event in written if event[0] == "replace"][-1] == ("replace", "meeting.json")
    assert written[0][0] == "atomic.sync"
    assert written[-1][0] == "atomic.sync_directory"


def test_nobody_builds_on_words_that_the_disk_does_not_hold_yet(tmp_path: Path, seen: Seen) -> None:
    create_meeting(tmp_path)
    reader, writer = WriterProcess(tmp_path, "reader"), WriterProcess(tmp_path, "sec")
    writer.type("ett")
    seen.clear()
    assert len(reader.poll()) == 1
    assert [name for name, _ in seen] == ["journal_reader.sync"]
    seen.clear()
    assert reader.poll() == []
    assert seen == []


def test_a_new_file_that_cannot_be_written_whole_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int, _data: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "minutes.md"
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space left"):
        write_new_file(target, b"text")
    monkeypatch.undo()
    assert not target.exists()
    write_new_file(target, b"text")
    with pytest.raises(FileExistsError):
        write_new_file(target, b"another")
    assert target.read_bytes() == b"text"
