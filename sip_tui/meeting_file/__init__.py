"""The meeting file: a meeting prepared in TOML or JSON, read into edits (design §6, ``sip-tui new FILE``).

``shape`` is the table of contents: what a file may hold. ``source`` reads the bytes, ``values`` checks one value,
``words`` knows what people call things, ``rows`` makes the edits and ``refusal`` the sentences. Nothing is guessed:
what is not known is refused with its place and the nearest right name. What the texts say is data, kept as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from sip_tui.meeting.log.change import Change, Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting_file.edits import edits_of
from sip_tui.meeting_file.errors import MeetingFileError, MeetingFileMissingError
from sip_tui.meeting_file.schema import check_tables
from sip_tui.meeting_file.source import read_tables

__all__ = ["MeetingFileError", "MeetingFileMissingError", "initial_changes", "read_meeting_file"]


def read_meeting_file(path: Path) -> tuple[Edit, ...]:
    """Read a prepared meeting.

    Args:
        path: A TOML or JSON file in UTF-8, at most 5 MB.

    Returns:
        The edits that make the meeting out of nothing.

    Raises:
        MeetingFileMissing: There is no such file.
        MeetingFileError: The file cannot be read, or something in it is not known.
    """
    return edits_of(*check_tables(read_tables(path)))


def initial_changes(edits: Iterable[Edit], at: datetime, writer: str) -> list[Change]:
    """Stamp the edits of a meeting that begins with them."""
    return Ledger().stamp(edits, int(at.timestamp() * 1000), writer)
