"""The one place where clock, store and meeting meet."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from sip_tui.app import failure_sentence
from sip_tui.meeting.change import Change, Edit
from sip_tui.meeting.notes import write_pad
from sip_tui.room import Room
from sip_tui.store import Archive, StoreError
from tests.screens.stage import ID, Stage


def written(room: Room, what: str) -> None:
    room.write((Edit("actions", what, "what", what),))
    assert room.flush()


def test_a_checkpoint_never_claims_a_change_that_is_still_on_its_way_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One thread has read the other seat's change; before it is taken in, another writes the meeting file."""
    stage = Stage(tmp_path)
    mine, theirs = (Room(stage.archive.open(ID), stage.clock) for _ in range(2))
    written(theirs, "first")
    poll, checkpoint = mine.folder.poll, Thread(target=mine.checkpoint)

    def interrupted() -> list[Change]:
        changes = poll()
        monkeypatch.setattr(mine.folder, "poll", poll)
        written(theirs, "second")
        checkpoint.start()
        checkpoint.join(timeout=0.3)
        return changes

    monkeypatch.setattr(mine.folder, "poll", interrupted)
    mine.poll()
    checkpoint.join()
    assert sorted(one.what for one in stage.on_disk().actions) == ["first", "second"]


def test_a_trouble_with_reading_goes_away_with_its_cause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room((stage := Stage(tmp_path)).archive.open(ID), stage.clock)
    poll = room.folder.poll

    def gone() -> list[Change]:
        raise StoreError("the archive is gone")

    monkeypatch.setattr(room.folder, "poll", gone)
    assert not room.poll()
    assert room.trouble == "the archive is gone"
    monkeypatch.setattr(room.folder, "poll", poll)
    room.poll()
    assert room.trouble == ""


def test_when_the_disk_is_full_the_whole_meeting_can_be_put_where_there_is_room(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "archive")
    room = Room(stage.archive.open(ID), stage.clock)
    room.write(write_pad(room.meeting, "needs", "secretary", "Viktigt"))
    no_folder = tmp_path / "a file"
    no_folder.touch()
    path = room.copy_to([no_folder / "beneath", tmp_path / "rescue"])
    copy = Room(Archive(tmp_path / "rescue").open(path.name), stage.clock)
    assert copy.meeting == room.meeting
    assert copy.meeting.pad("needs", "secretary") == "Viktigt"


def test_what_is_said_when_the_program_breaks_holds_nothing_of_the_meeting() -> None:
    try:
        raise ValueError("Maja Lindgren")
    except ValueError as error:
        said = failure_sentence(error)
    assert "ValueError" in said
    assert "Maja" not in said
