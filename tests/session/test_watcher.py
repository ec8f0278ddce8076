"""The thread that reads for the screen: it hears what another process writes, and looks where nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.session import watcher
from sip_tui.session.session import MeetingSession
from sip_tui.session.watcher import SessionWatcher
from sip_tui.store import Archive
from tests.helpers.archives import ID, WriterProcess, create_meeting

PATIENCE = 20.0


@contextmanager
def watched(root: Path) -> Iterator[tuple[MeetingSession, Event]]:
    session, changed = MeetingSession(Archive(root).open(ID)), Event()
    thread = SessionWatcher(session, changed.set)
    thread.start()
    try:
        yield session, changed
    finally:
        thread.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()
        session.folder.leave()


def write(root: Path, writer: str, title: str) -> None:
    other = WriterProcess(root, writer)
    other.write(Edit("about", "meeting", "title", title))
    other.folder.leave()


def test_watcher_hears_what_another_process_writes(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    with watched(tmp_path) as (session, changed):
        for title in ("Nytt namn", "Nyare namn"):
            changed.clear()
            write(tmp_path, title[:4], title)
            assert changed.wait(PATIENCE)
            assert session.meeting.about.title == title


def test_watcher_looks_each_second_where_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_meeting(tmp_path).leave()
    monkeypatch.setattr(watcher, "SUFFIX", ".nobody-says-this")
    with watched(tmp_path) as (session, changed):
        write(tmp_path, "w2", "Från en delad mapp")
        assert changed.wait(PATIENCE)
        assert session.meeting.about.title == "Från en delad mapp"


def test_watcher_goes_on_while_the_folder_is_away(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    folder.leave()
    session, changed = MeetingSession(Archive(tmp_path).open(ID)), Event()
    away = folder.path.rename(tmp_path / "away")
    thread = SessionWatcher(session, changed.set)
    thread.start()
    away.rename(folder.path)
    write(tmp_path, "w2", "Tillbaka")
    assert changed.wait(PATIENCE)
    thread.stop()
    thread.join(PATIENCE)
    assert session.meeting.about.title == "Tillbaka"
