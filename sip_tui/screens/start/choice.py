"""What the start screen is given and gives back: what can be done to a meeting, and which is opened, and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sip_tui.screens.start.chosen import ReadMeeting, cannot_read
from sip_tui.store import IndexEntry


class MeetingChoice(NamedTuple):
    """What somebody wants to do with which meeting."""

    meeting: str
    """The meeting's id; ``NEW`` for one that is to be made."""
    seat: str
    mode: str = ""
    """The screen to begin with; the seat's own when empty."""


LoadEntries = Callable[[], Sequence[IndexEntry]]
"""Read all meetings; may take a second."""


class MeetingActions(NamedTuple):
    """What the start screen can have done to a meeting, by its id; each returns a sentence about it."""

    archive: Callable[[str], str]
    purge: Callable[[str], str]
    follow_up: Callable[[str], str]
    """Makes the follow-up, and returns the new meeting's id."""
    like: Callable[[str], str]
    """Makes a meeting like this one, without the person and the family, and returns its id."""
    read: ReadMeeting = cannot_read
    """Reads a meeting, to tell more of it."""
