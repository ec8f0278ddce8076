"""What a screen needs of the app: the open session, the meeting as it stands, and the one way to change it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import datetime

from textual.app import App
from textual.reactive import var

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.conflicts import Conflict
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.session.session import MeetingSession


class MeetingApp(App[int]):
    """The interface of the app to its screens; ``app.session_app`` implements it."""

    session: MeetingSession
    """The session that is open in this process."""
    seat: str
    """The seat whose pads are this process's own: "chair", "secretary", or "secretary-2" when that was taken."""
    meeting: var[Meeting] = var(Meeting)
    """The meeting as it stands; every screen is drawn from it."""
    now: var[datetime | None] = var(None)
    """The time as it is shown; clocks are computed from it, ticks only repaint."""
    saved: var[str] = var("")
    """The state of the disk in words."""
    table: var[tuple[str, ...]] = var(())
    """The seats that other living processes hold."""

    @abstractmethod
    def write(self, edits: Sequence[Edit], step: str | None = "") -> None:
        """Change the meeting: show it at once, save it as fast as the disk can."""

    @abstractmethod
    def dismiss(self, clash: Conflict) -> None:
        """Mark a conflict as seen."""

    @abstractmethod
    def take_back(self, clash: Conflict) -> None:
        """Restore the latest of the values that lost a conflict."""
