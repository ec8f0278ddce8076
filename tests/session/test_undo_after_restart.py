"""Undo takes back one's own and nothing else, and goes on where it was after the program has been started anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.meeting.content.plan import add_action, change_row
from sip_tui.meeting.log.change import Edit
from sip_tui.session.session import MeetingSession
from sip_tui.session.undo_log import MAX_STEPS
from tests.helpers.app_harness import ID, AppHarness


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    """The demo meeting on disk."""
    return AppHarness(tmp_path / "archive")


def opened(harness: AppHarness, seat: str) -> MeetingSession:
    """Open the meeting in a seat, as a program that starts."""
    session = MeetingSession(harness.archive.open(ID), harness.clock)
    session.take_seat(seat)
    return session


def set_title(session: MeetingSession, title: str) -> None:
    session.write((Edit("about", "meeting", "title", title),))
    assert session.flush()


def test_steps_are_undone_one_by_one_after_a_restart(harness: AppHarness) -> None:
    first = opened(harness, "chair")
    before = first.meeting.about.title
    for title in ("ett", "två", "tre"):
        set_title(first, title)
    first.undo()
    assert first.flush()
    again = opened(harness, "chair")
    other = opened(harness, "secretary")
    assert other.undo() == ()
    again.undo()
    assert again.meeting.about.title == "ett"
    assert again.flush()
    again.checkpoint()
    third = opened(harness, "chair")
    third.undo()
    assert third.meeting.about.title == before
    assert third.undo() == ()


def test_a_form_is_one_step_also_after_a_restart(harness: AppHarness) -> None:
    first = opened(harness, "chair")
    moment = first.edit_context()
    first.write(add_action(first.meeting, moment, what="R"), step="form")
    for what in ("Ri", "Ringa"):
        first.write(change_row("actions", first.meeting.actions[0], what=what), step="form")
    assert first.flush()
    again = opened(harness, "chair")
    again.undo()
    assert not again.meeting.actions
    again.redo()
    assert [action.what for action in again.meeting.actions] == ["Ringa"]


def test_only_the_latest_steps_are_kept(harness: AppHarness) -> None:
    first = opened(harness, "chair")
    for number in range(MAX_STEPS + 5):
        first.write((Edit("about", "meeting", "title", str(number)),))
    assert first.flush()
    again = opened(harness, "chair")
    steps = 0
    while again.undo():
        steps += 1
    assert steps == MAX_STEPS
    assert again.meeting.about.title == "4"


def test_undo_leaves_what_somebody_else_has_written_since(harness: AppHarness) -> None:
    chair, secretary = opened(harness, "chair"), opened(harness, "secretary")
    chair.write(add_action(chair.meeting, chair.edit_context(), what="Ringa"))
    chair.write(change_row("actions", chair.meeting.actions[0], when="måndag", where="hemma"))
    assert chair.flush()
    assert secretary.poll()
    secretary.write(change_row("actions", secretary.meeting.actions[0], when="tisdag"))
    assert secretary.flush()
    assert chair.poll()
    chair.undo()
    [action] = chair.meeting.actions
    assert (action.when, action.where, chair.left_standing) == ("tisdag", "", True)
    chair.undo()
    assert [action.what for action in chair.meeting.actions] == ["Ringa"]
    assert chair.left_standing


def test_closing_leaves_no_word_of_the_steps(harness: AppHarness) -> None:
    session = opened(harness, "chair")
    set_title(session, "RADERAT")
    set_title(session, "kvar")
    session.close()
    assert "RADERAT" not in (session.folder.path / "meeting.json").read_text(encoding="utf-8")


def test_steps_that_cannot_be_read_are_left_out(harness: AppHarness) -> None:
    session = opened(harness, "chair")
    for row, text in (("chair 00000001", "{"), ("chair x", "[]"), ("chair 00000002", '[["a"]]')):
        session.write((Edit("undo", row, "step", text),), step=None)
    assert session.flush()
    assert opened(harness, "chair").undo() == ()
