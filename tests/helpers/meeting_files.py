"""Meeting files for the stories, and what comes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting_file import MeetingFileError, read_meeting_file

START = '[meeting]\ntype = "SIP"\nstart = 2026-11-27T13:00:00\n'


def meeting_of(path: Path) -> Meeting:
    ledger = Ledger()
    ledger.add(ledger.stamp(read_meeting_file(path), 1, "test"))
    return MeetingProjection(ledger).meeting


def toml(folder: Path, text: str) -> Path:
    path = folder / "meeting.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(MeetingFileError) as refused:
        read_meeting_file(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def refused(folder: Path, text: str) -> str:
    return refusal(toml(folder, text))
