"""A few lines that show the meeting at this moment, and are painted only when they say something new."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from sip_tui.meeting.model import Meeting
from sip_tui.meeting.timeline import Timing, timing


class Live(Static):
    """Gets ``meeting`` and ``now`` by ``data_bind``; a subclass says what is told. Most ticks change nothing."""

    DEFAULT_CSS = """
    Live { text-wrap: nowrap; text-overflow: ellipsis; }
    Live.-silent { display: none; }
    """

    meeting: var[Meeting] = var(Meeting)
    """The meeting as it stands."""
    now: var[datetime | None] = var(None)
    """The time as it is shown; None until it is bound."""

    def told(self, now: datetime) -> Content:
        """What the lines say; nothing hides them."""
        return Content("")

    def at(self, now: datetime) -> Timing:
        """The clocks at this time."""
        return timing(self.meeting, now)

    def watch_meeting(self) -> None:
        self.tell()

    def watch_now(self) -> None:
        self.tell()

    def tell(self) -> bool:
        """Say it again, if it is something new."""
        if self.now is None:
            return False
        content = self.told(self.now)
        self.set_class(not content.plain, "-silent")
        if isinstance(self.content, Content) and content.is_same(self.content):
            return False
        self.update(content)
        return True
