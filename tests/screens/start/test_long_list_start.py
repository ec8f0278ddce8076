"""A list of ten thousand meetings: its beginning is shown at once, and the rest when it has been read."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import Archive, index
from sip_tui.widgets.long_list import LongList
from tests.helpers.app_harness import wait_until


def archive_with(root: Path, count: int) -> Archive:
    archive = Archive(root)
    for number in range(count):
        start = f"2026-{number % 12 + 1:02d}-11T12:00:00.000Z"
        edits = [Edit("about", "meeting", "start", start), Edit("about", "meeting", "title", f"SIP {number}")]
        archive.create(f"m{number:03d}", Ledger().stamp(edits, 1, "test")).leave()
    return archive


def test_beginning_of_a_long_index_is_the_latest_meetings(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    archive = archive_with(tmp_path / "archive", 24)
    assert archive.latest() == []
    every = archive.entries()
    assert archive.latest() == [], "a short list is read whole"
    monkeypatch.setattr(index, "HEAD_BYTES", 2000)
    latest = archive.latest()
    assert 0 < len(latest) < len(every)
    assert [entry.start for entry in latest] == [entry.start for entry in every[: len(latest)]]
    (archive.root / index.INDEX).write_bytes(b'{\n"_schema": {\n "1": {"version": 1}\n}' + b" " * 2000)
    assert archive.latest() == []


async def test_the_rest_of_a_long_list_comes_after_the_first_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sip_tui.screens.start.screen.LOAD_DELAY", 1.0)
    archive = archive_with(tmp_path / "archive", 9)
    every = archive.entries()
    app = StartApp(every[:3], actions_in(archive), load=archive.entries)
    async with app.run_test() as pilot:
        rows = app.screen.query_one(LongList)
        assert len(rows.rows) == 3
        await pilot.press("down", "down")
        await wait_until(pilot, lambda: len(rows.rows) == 9)
        assert rows.row == every[2].id, "the cursor stays on its meeting"
