"""The system tells of files that are written, on Linux by inotify and elsewhere by watchfiles."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Event

import pytest

from sip_tui.session.changed_files import changed_files

SECONDS = 0.2


def test_names_come_as_soon_as_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for system in {sys.platform, "darwin"}:
        monkeypatch.setattr(sys, "platform", system)
        folder, stopped = tmp_path / system, Event()
        folder.mkdir()
        changes = changed_files(folder, stopped, SECONDS)
        assert list(next(changes)) == []
        (folder / "å-1.journal").write_text("ett", encoding="utf-8")
        (folder / "b").write_text("två", encoding="utf-8")
        seen = set[str]()
        while not {"å-1.journal", "b"} <= seen:
            seen |= set(next(changes))
        while list(next(changes)):
            pass
        stopped.set()
        assert list(changes) in ([], [()])


def test_folder_that_is_gone_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        next(changed_files(tmp_path / "gone", Event(), SECONDS))
