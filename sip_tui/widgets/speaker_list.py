"""Who may be given the floor by which digit, and who has not been heard in this phase (F08)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from sip_tui.language import _
from sip_tui.meeting.floor import has_floor, heard, speakers, spoken, turns_of
from sip_tui.meeting.model import Meeting, Participant
from sip_tui.meeting.timeline import Timing, timing
from sip_tui.widgets.plain import plain
from sip_tui.wording import digits, role_of


class SpeakerList(Static):
    """One line a speaker. An interpreter speaks for others and is not here."""

    DEFAULT_CSS = "SpeakerList { padding: 0 1; height: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }"

    meeting: var[Meeting] = var(Meeting)
    now: var[datetime | None] = var(None)

    def watch_meeting(self) -> None:
        self._show()

    def watch_now(self) -> None:
        self._show()

    def _show(self) -> None:
        if self.now is None:
            return
        content = Content("\n").join(lines(self.meeting, self.now))
        if content.plain != str(self.content):
            self.update(content)


def lines(meeting: Meeting, now: datetime) -> list[Content]:
    """The heading, then the speakers with the digits that give them the floor."""
    at = timing(meeting, now)
    heading = Content.styled(_("The floor: press a digit"), "bold")
    return [heading, *(_line(meeting, now, at, index, one) for index, one in enumerate(speakers(meeting)))]


def _line(meeting: Meeting, now: datetime, at: Timing, index: int, one: Participant) -> Content:
    key = str((index + 1) % 10) if index < 10 else " "
    name = plain(one.name or role_of(one))
    if has_floor(meeting) == one:
        speaks = _("speaks")
        return Content.styled(f"{key} {name} ◀ {speaks} {digits(spoken(meeting, one.id, now))}", "bold")
    if at.opened and not heard(meeting, one.id, at.phase):
        return Content.assemble(f"{key} {name} ", (_("not heard yet"), "italic"))
    turns = turns_of(meeting, one.id)
    return Content(f"{key} {name} {digits(spoken(meeting, one.id, now))} ({turns})" if turns else f"{key} {name}")
