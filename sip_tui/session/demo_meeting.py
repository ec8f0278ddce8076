"""The demo meeting as it was prepared; ``cli.demo`` plays it."""

from __future__ import annotations

from pathlib import Path

from sip_tui.meeting_file import initial_changes, read_meeting_file
from sip_tui.paths import data_path
from sip_tui.session.session import Clock, utc_now
from sip_tui.store import Archive, new_writer

DEMO_ID = "demo"


def prepare_demo(root: Path, now: Clock = utc_now) -> str:
    """Create the prepared demo meeting in an archive; return its id."""
    edits = read_meeting_file(data_path("demo", "meeting.toml"))
    Archive(root).create(DEMO_ID, initial_changes(edits, now(), new_writer())).leave()
    return DEMO_ID
