"""The one place where clock, store and meeting meet."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from sip_tui.app.shutdown import failure_sentence
from sip_tui.meeting.log.change import Change, Edit
from sip_tui.meeting.log.projection import conflicts
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive, StoreError
from sip_tui.store.locks import SEATS_LOCK, locked
from tests.helpers.app_harness import ID, AppHarness


def written(session: MeetingSession, what: str) -> None:
    session.write((Edit("actions", what, "what", what),))
    assert session.flush()


def test_checkpoint_claims_no_unapplied_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One thread has read the other seat's change; before it is taken in, another writes the meeting file."""
    harness = AppHarness(tmp_path)
    mine, theirs = (MeetingSession(harness.archive.open(ID), harness.clock) for _ in range(2))
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
    assert sorted(action.what for action in harness.on_disk().actions) == ["first", "second"]


def test_a_trouble_with_reading_goes_away_with_its_cause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = MeetingSession((harness := AppHarness(tmp_path)).archive.open(ID), harness.clock)
    poll = session.folder.poll

    def gone() -> list[Change]:
        raise StoreError("the archive is gone")

    monkeypatch.setattr(session.folder, "poll", gone)
    assert not session.poll()
    assert session.save_error == "the archive is gone"
    monkeypatch.setattr(session.folder, "poll", poll)
    session.poll()
    assert session.save_error == ""


def test_full_disk_meeting_is_copied_elsewhere(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path / "archive")
    session = MeetingSession(harness.archive.open(ID), harness.clock)
    session.write(write_pad(session.meeting, "needs", "secretary", "Viktigt"))
    no_folder = tmp_path / "a file"
    no_folder.touch()
    path = session.save_copy([no_folder / "beneath", tmp_path])
    copy = MeetingSession(Archive(path.parent).open(path.name), harness.clock)
    assert copy.meeting == session.meeting
    assert copy.meeting.pad_text("needs", "secretary") == "Viktigt"


def test_crash_sentence_holds_no_meeting_text() -> None:
    try:
        raise ValueError("Maja Lindgren")
    except ValueError as error:
        said = failure_sentence(error)
    assert "ValueError" in said
    assert "Maja" not in said


def conflicts_in(session: MeetingSession) -> list[tuple[object, tuple[object, ...]]]:
    """What holds and what was lost."""
    return [(clash.current, clash.lost) for clash in conflicts(session.meeting)]


def at_once(tmp_path: Path) -> tuple[AppHarness, MeetingSession, MeetingSession]:
    """The chair and the secretary have written the same cell; the chair a little earlier, and neither has seen it."""
    harness = AppHarness(tmp_path)
    chair, secretary = (MeetingSession(harness.archive.open(ID), harness.clock) for _ in range(2))
    for session, value in ((chair, "fredag"), (secretary, "måndag")):
        harness.clock.advance(0.01)
        session.write((Edit("actions", "a1", "when", value),))
        assert session.flush()
    for session in (chair, secretary):
        session.poll()
        assert conflicts_in(session) == [("måndag", ("fredag",))]
    return harness, chair, secretary


def again(harness: AppHarness) -> MeetingSession:
    """The meeting as somebody who opens it now gets it."""
    return MeetingSession(harness.archive.open(ID), harness.clock)


def test_conflicts_survive_restart_and_checkpoint(tmp_path: Path) -> None:
    harness, chair, secretary = at_once(tmp_path)
    assert conflicts_in(again(harness)) == [("måndag", ("fredag",))]
    secretary.checkpoint()
    assert conflicts_in(again(harness)) == [("måndag", ("fredag",))]
    chair.folder.leave()
    secretary.close()
    assert not list(secretary.folder.path.glob("*.journal"))
    assert conflicts_in(again(harness)) == [], "closing removes every word that does not hold"


def test_dismissed_conflict_stays_dismissed(tmp_path: Path) -> None:
    harness, chair, secretary = at_once(tmp_path)
    harness.clock.advance(1)
    assert conflicts(chair.dismiss_conflict("actions", "a1", "when")) == ()
    assert chair.unsaved
    assert chair.flush()
    assert secretary.poll()
    assert conflicts_in(secretary) == conflicts_in(again(harness)) == []
    secretary.checkpoint()
    assert conflicts_in(again(harness)) == []
    assert again(harness).meeting.actions[-1].when == "måndag"


def test_a_value_that_is_taken_back_can_be_given_up_again(tmp_path: Path) -> None:
    _stage, chair, secretary = at_once(tmp_path)
    chair.restore_lost(Edit("actions", "a1", "when", "fredag"))
    assert chair.flush()
    secretary.poll()
    for session in (chair, secretary):
        assert conflicts_in(session) == []
        assert session.meeting.actions[-1].when == "fredag"
    assert chair.undo()
    assert chair.flush()
    secretary.poll()
    for session in (chair, secretary):
        assert conflicts_in(session) == []
        assert session.meeting.actions[-1].when == "måndag"


def test_to_have_seen_what_nobody_lost_changes_nothing(tmp_path: Path) -> None:
    session = again(AppHarness(tmp_path))
    session.dismiss_conflict("actions", "nobody", "when")
    session.dismiss_conflict("participants", "p1", "name")
    assert not session.unsaved


def test_other_seats_are_listed_without_waiting(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path)
    chair, secretary = harness.archive.open(ID), harness.archive.open(ID)
    assert chair.other_seats_now() == []
    chair.claim_seat("chair")
    secretary.claim_seat("secretary")
    assert chair.other_seats_now() == ["secretary"]
    assert secretary.other_seats_now() == ["chair"]
    with locked(chair.path / SEATS_LOCK):
        assert chair.other_seats_now() is None
    secretary.leave()
    assert chair.other_seats_now() == []
    # Looking takes no seat, and leaves none taken.
    assert harness.archive.open(ID).claim_seat("secretary") == "secretary"
