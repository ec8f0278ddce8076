"""The demo meeting as it was prepared; ``cli.demo`` plays it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sip_tui.meeting.log.change import format_time
from sip_tui.meeting_file import initial_changes, read_meeting_file
from sip_tui.paths import data_path
from sip_tui.session.session import Clock, utc_now
from sip_tui.store import Archive, new_writer
from sip_tui.swedish.dates.formatting import local

DEMO_ID = "demo"


def prepare_demo(root: Path, now: Clock = utc_now, *, begins_now: bool = False) -> str:
    """Create the prepared demo meeting in an archive; return its id.

    ``begins_now`` plans it for the quarter of an hour that it is: who opens the demo leads it now.
    """
    edits = read_meeting_file(data_path("demo", "meeting.toml"))
    if begins_now:
        edits = tuple(edit._replace(value=_quarter(now())) if edit.field == "start" else edit for edit in edits)
    Archive(root).create(DEMO_ID, initial_changes(edits, now(), new_writer())).leave()
    return DEMO_ID


def _quarter(now: datetime) -> str:
    at = local(now)
    return format_time(at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0))
