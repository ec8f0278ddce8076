"""Who has talked, how long and how often, as bars that read without colour (F08; seed rows 94, 188).

Everything that a bar says stands beside it in figures, and every state in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from textual.binding import Binding
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.reactive import var

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting, QueueEntry
from sip_tui.meeting.people.floor import TalkShare, numbers, since_heard, voices
from sip_tui.meeting.people.speaking_queue import Ask, waiting
from sip_tui.meeting.time.timeline import Timing, timing
from sip_tui.phrasing.wording import countdown, name_or_role, role_or_kind
from sip_tui.screens.time.speaker_list import key_of
from sip_tui.widgets.live_static import UpdateWhenVisible
from sip_tui.widgets.plain import fitted, plain
from sip_tui.widgets.row_list import RowList

NAME, STATE = 18, 27
"""Cells for the name, and for the state in words."""
FIGURES = 14
"""Cells for minutes, seconds and number of turns, with the spaces around them."""
LEAST_BAR = 6
ROOMY = 80
"""From this many cells a row has a second line, when there are lines enough for everybody."""
FULL_SCALE = timedelta(minutes=2)
"""The longest bar stands for at least this long, so that the first minute does not look like a whole meeting."""
ASKS: Mapping[str, str] = {
    Ask.TURN: N_("waits, no. {place}"),
    Ask.REPLY: N_("reply, no. {place}"),
    Ask.LAST: N_("last, no. {place}"),
}
_EIGHTHS = " ▏▎▍▌▋▊▉"


class TalkBars(RowList, UpdateWhenVisible):
    """One row a speaker, in the order of the digits. A click asks for one speaker, Enter for the next in the queue."""

    DEFAULT_CSS = "TalkBars { scrollbar-size-vertical: 1; }"
    BINDINGS = [Binding("enter", "next", show=False)]

    @dataclass
    class Next(Message):
        """Give the floor to the next in the queue."""

    meeting: var[Meeting] = var(Meeting)
    """The meeting as it stands."""
    now: var[datetime | None] = var(None)
    """The time as it is shown; None until it is bound."""

    def watch_meeting(self) -> None:
        self.refresh_if_visible()

    def watch_now(self) -> None:
        self.refresh_if_visible()

    def on_resize(self, _event: Resize) -> None:
        self.refresh_if_visible()

    def action_next(self) -> None:
        self.post_message(self.Next())

    def refresh_if_visible(self) -> bool:
        if self.now is None or not self.is_mounted or not self.is_seen:
            return False
        region = self.scrollable_content_region
        rows = bars(self.meeting, self.now, region.width)
        if region.width >= ROOMY and region.height >= 2 * len(rows):
            rows = [(row, Content("\n").join([text, _beneath(self.meeting, self.now, row)])) for row, text in rows]
        self.show(rows)
        return True


def bars(meeting: Meeting, now: datetime, width: int) -> list[tuple[str, Content]]:
    """One line a speaker, named by the participant; ``width`` in cells."""
    at = timing(meeting, now)
    everybody = voices(meeting, at.phase, now)
    longest = max((one.spoken for one in everybody), default=FULL_SCALE)
    scale, line = max(longest, FULL_SCALE), waiting(meeting)
    cells, keys = bar_width(width), numbers(meeting)
    return [
        (one.who.id, _row(key_of(keys, one.who.id), one, bar(one.spoken / scale, cells), _state(one, line, at)))
        for one in everybody
    ]


def heading(width: int) -> str:
    """What stands above the columns; ``width`` in cells."""
    who = fitted(_("  Digit gives the floor"), NAME + 4 + bar_width(width) + 1)
    time, turns = _("Time"), _("Turns")
    return f"{who}{time:>6} {turns}"


def bar_width(width: int) -> int:
    """The cells that are left for a bar in a row of ``width`` cells."""
    return max(width - NAME - FIGURES - STATE - 5, LEAST_BAR)


def bar(share: float, width: int) -> str:
    """Draw a share of 0 to 1 in ``width`` cells, to an eighth of a cell; whoever has spoken at all is seen."""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    full, rest = divmod(max(eighths, 1) if share > 0 else 0, 8)
    drawn = "█" * full + (_EIGHTHS[rest] if rest else "")
    return drawn + "·" * (width - len(drawn))


def _row(key: str, one: TalkShare, drawn: str, state: str) -> Content:
    mark = "▶" if one.speaking else " "
    name = fitted(name_or_role(one.who), NAME)
    figures = f"{countdown(one.spoken):>6}{one.turns:>5}   " if one.turns else " " * FIGURES
    strength = "bold" if one.speaking else ""
    return Content.assemble(
        (f"{key} {mark} {name} ", strength), (drawn, "$primary"), (figures, strength), fitted(state, STATE)
    )


def _beneath(meeting: Meeting, now: datetime, row: str) -> Content:
    """Where there is room, under the name: in what role, and how long ago somebody was heard."""
    one = meeting.participant(row)
    parts = [plain(part) for part in (role_or_kind(one), one.organisation) if part] if one else []
    since = since_heard(meeting, row, now)
    if since:
        minutes = int(since.total_seconds() // 60)
        parts.append(_("last heard {minutes} min ago").format(minutes=minutes) if minutes else _("heard just now"))
    return Content.styled(" " * 4 + " · ".join(parts), "dim")


def _state(one: TalkShare, line: Sequence[QueueEntry], at: Timing) -> str:
    """Speaks, waits, not heard yet: in words, what is most urgent first."""
    if one.speaking:
        return _("speaks")
    place = next((place for place, each in enumerate(line, 1) if each.who == one.who.id), 0)
    asked = _(ASKS.get(line[place - 1].kind, ASKS[Ask.TURN])).format(place=place) if place else ""
    silent = _("not heard yet") if at.opened and not one.heard else ""
    return ", ".join(part for part in (asked, silent) if part)
