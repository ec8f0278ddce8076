"""A meeting is there whole or not at all, and what a killed process has left disturbs nobody."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

import pytest

from sip_tui.store import Archive, MeetingExistsError
from sip_tui.store.archive import UNFINISHED
from tests.helpers.archives import ID, create_meeting, load, normalized
from tests.helpers.kill_points import survives

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")


def test_killed_at_any_change_a_meeting_is_whole_or_absent(tmp_path: Path) -> None:
    whole = normalized(create_meeting(tmp_path / "whole").load())
    for number in count(1):
        root = tmp_path / str(number)
        finished = survives(number, create_meeting, root)
        entries = Archive(root).entries()
        assert [entry.damaged for entry in entries] in ([], [False])
        assert not list(root.glob(f"{UNFINISHED}*"))
        if entries:
            assert normalized(load(root)) == whole
        else:
            create_meeting(root)
        if finished:
            break
    assert number > 20


def test_unfinished_meeting_of_a_living_process_is_left_alone(tmp_path: Path) -> None:
    from sip_tui.store.index import ARCHIVE_LOCK
    from sip_tui.store.locks import locked

    create_meeting(tmp_path)
    unfinished = tmp_path / f"{UNFINISHED}01234567"
    unfinished.mkdir()
    with locked(tmp_path / ARCHIVE_LOCK):
        assert [entry.id for entry in Archive(tmp_path).entries()] == [ID]
        assert unfinished.is_dir()
    Archive(tmp_path).entries()
    assert not unfinished.exists()


def test_a_taken_id_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    create_meeting(tmp_path)
    with pytest.raises(MeetingExistsError):
        create_meeting(tmp_path)
    assert not list(tmp_path.glob(f"{UNFINISHED}*"))
