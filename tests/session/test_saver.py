"""The thread that saves: when it is asked, again when the disk takes words, and never after the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.session.saver import SessionSaver
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive, StoreError
from tests.helpers.archives import ID, create_meeting

PATIENCE = 20.0


@contextmanager
def saving(root: Path) -> Iterator[tuple[MeetingSession, SessionSaver, Event]]:
    create_meeting(root).leave()
    session, told = MeetingSession(Archive(root).open(ID)), Event()
    thread = SessionSaver(session, told.set)
    thread.start()
    try:
        yield session, thread, told
    finally:
        thread.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()
        session.folder.leave()


def title(words: str) -> tuple[Edit, ...]:
    return (Edit("about", "meeting", "title", words),)


def test_saver_saves_what_waits_and_tells(tmp_path: Path) -> None:
    with saving(tmp_path) as (session, saver, told):
        for words in ("Nytt namn", "Nyare namn"):
            session.write(title(words))
            told.clear()
            saver.save_soon()
            assert told.wait(PATIENCE)
            assert not session.unsaved
    assert MeetingSession(Archive(tmp_path).open(ID)).meeting.about.title == "Nyare namn"


def test_what_the_disk_refused_is_saved_when_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_batch: object) -> None:
        raise StoreError("full")

    with saving(tmp_path) as (session, saver, told):
        with monkeypatch.context() as full:
            full.setattr(session.folder, "append", refuse)
            session.write(title("Finns kvar"))
            saver.save_soon()
            assert told.wait(PATIENCE)
            assert session.unsaved
            assert "full" in session.save_error
        told.clear()
        saver.save_soon()
        assert told.wait(PATIENCE)
        assert not session.unsaved
        assert session.save_error == ""


def test_error_that_nobody_thought_of_ends_no_saving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = Event()

    def fail(_batch: object) -> None:
        tried.set()
        raise MemoryError

    with saving(tmp_path) as (session, saver, told):
        with monkeypatch.context() as bad:
            bad.setattr(session.folder, "append", fail)
            session.write(title("Finns kvar"))
            saver.save_soon()
            assert tried.wait(PATIENCE)
        saver.save_soon()
        assert told.wait(PATIENCE)
        assert not session.unsaved


def test_saver_outlives_a_screen_that_is_gone(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    session, saved = MeetingSession(Archive(tmp_path).open(ID)), Event()

    def gone() -> None:
        saved.set()
        raise RuntimeError("no loop")

    saver = SessionSaver(session, gone)
    saver.start()
    for words in ("Först", "Sedan"):
        session.write(title(words))
        saved.clear()
        saver.save_soon()
        assert saved.wait(PATIENCE)
    saver.stop()
    saver.join(PATIENCE)
    session.folder.leave()
    assert MeetingSession(Archive(tmp_path).open(ID)).meeting.about.title == "Sedan"
