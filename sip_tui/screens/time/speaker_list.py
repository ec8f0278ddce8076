"""Who may be given the floor by which digit, and who has not been heard in this phase (F08)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.floor import DIGITS, has_floor, heard, long_turn, numbers, speakers, times, turns_of
from sip_tui.meeting.time.timeline import Timing
from sip_tui.phrasing.wording import countdown, name_or_role
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.plain import fitted, plain

LEAST = 8
"""Cells that a name keeps at least."""
SPEAKS = "◀"


class SpeakerList(LiveStatic):
    """One line a speaker, with the digit that gives the floor. An interpreter speaks for others and is not here."""

    DEFAULT_CSS = "SpeakerList { padding: 0 1; height: 1fr; }"

    def on_resize(self) -> None:
        self.refresh_if_visible()

    def render_content(self, now: datetime) -> Content:
        at, heading = self.timing(now), Content.styled(_("The floor: press a digit"), "bold")
        # One look at all turns for everybody: there are hundreds at the end of an hour.
        spoken, width = times(self.meeting, now), self.content_size.width
        speaker, lasted = has_floor(self.meeting), long_turn(self.meeting, at, now)
        lines = []
        keys = numbers(self.meeting)
        for one in speakers(self.meeting):
            time = countdown(spoken.get(one.id, timedelta(0)))
            state = _speaks(time, lasted) if one == speaker else _state(self.meeting, at, one, time)
            lines.append(_line(key_of(keys, one.id), one, state, width))
        return Content("\n").join([heading, *_as_many(lines, self.content_size.height - 1)])


def _as_many(lines: list[Content], room: int) -> list[Content]:
    """As many lines as there is room for; in the place of the last, where the others are."""
    if len(lines) <= room or room < 2:
        return lines
    told = _("… and {count} more: {keys[go.talk]} shows them.").format(count=len(lines) - room + 1, keys=KEYS)
    return [*lines[: room - 1], Content.styled(told, "italic")]


def key_of(keys: Mapping[str, int], who: str) -> str:
    """The digit that gives somebody the floor; a space for those after the tenth."""
    return str(keys[who] % DIGITS) if who in keys else " "


def _line(key: str, one: Participant, state: Content, width: int) -> Content:
    """The digit, the name and the state in words; where there is little room the name gives way."""
    name, room = plain(name_or_role(one)), max(width - state.cell_length - 3, LEAST)
    shown = fitted(name, room) if cell_len(name) > room else name
    speaks = state.plain.startswith(SPEAKS)
    return Content.assemble((f"{key} {shown} ", "bold" if speaks else ""), state)


def _speaks(time: str, lasted: timedelta | None) -> Content:
    """That somebody speaks, and for how long in all; of a turn that is long in a round, how long it has lasted."""
    long = _("has had the floor {count} min").format(count=int(lasted.total_seconds() // 60)) if lasted else ""
    words = long or _("speaks") + f" {time}"
    return Content.styled(f"{SPEAKS} {words}", "bold")


def _state(meeting: Meeting, at: Timing, one: Participant, time: str) -> Content:
    """What is said about somebody who does not speak."""
    if at.opened and not heard(meeting, one.id, at.phase):
        return Content.styled(_("not heard yet"), "italic")
    turns = turns_of(meeting, one.id)
    return Content(f"{time} ({turns})" if turns else "")
