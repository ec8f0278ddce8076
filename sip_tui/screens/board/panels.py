"""The three parts of the public board: where we are, what time it is, and a page of what is agreed."""

from __future__ import annotations

from datetime import datetime, timedelta

from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widgets import Digits

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting.time.timeline import Timing
from sip_tui.phrasing.wording import format_clock, purpose_line
from sip_tui.resources.guidance import phase_name
from sip_tui.screens.board.pages import pages
from sip_tui.screens.board.type_size import LARGE, ORDINARY, TypeFace, spaced
from sip_tui.swedish.dates import formatting
from sip_tui.widgets.live_static import LiveStatic, UpdateWhenVisible
from sip_tui.widgets.plain import plain
from sip_tui.widgets.role_lines import leads_and_writes

PAGE = 20
"""Seconds that a page stands still."""
FOOT = 2, 1
"""Lines for the last one and the air above it; large letters bring their own."""
MEASURE = 84
"""Cells of a line: longer ones are hard to read from afar."""


class BoardClock(Digits, UpdateWhenVisible):
    """The time of day, large. It changes once a minute: a clock that hurries makes people hurry."""

    DEFAULT_CSS = "BoardClock { width: auto; height: 3; text-style: bold; }"

    now: var[datetime | None] = var(None)
    """The time as it is shown."""

    def watch_now(self) -> None:
        self.refresh_if_visible()

    def refresh_if_visible(self) -> bool:
        if self.now is None or not self.is_seen or self.value == format_clock(self.now):
            return False
        self.update(format_clock(self.now))
        return True


class BoardPhase(LiveStatic):
    """Where the meeting is, and how long it goes on."""

    DEFAULT_CSS = "BoardPhase { width: 1fr; height: auto; margin-right: 2; }"

    large: var[bool] = var(False)
    """Whether it is written in large letters."""

    def watch_large(self) -> None:
        self.refresh_if_visible()

    def on_resize(self) -> None:
        self.refresh_if_visible()

    def render_content(self, now: datetime) -> Content:
        at = self.timing(now)
        title, *sentences = _phase(self.meeting, at, now)
        begins = not at.closed and not at.on_break and at.phase in {"", PHASES[0]}
        roles = " ".join(leads_and_writes(self.meeting)) if begins else ""
        if not self.large:
            return Content.assemble(
                (spaced(title), "bold"), "\n" if roles else "\n\n", " ".join(sentences), "\n", roles
            )
        first, rest = sentences[0] if sentences else "", " ".join([*sentences[1:], roles])
        told = " · ".join(part for part in (title, first) if part)
        return Content("\n").join([*LARGE.text(told, self.size.width), Content(rest)])


class BoardPhaseBar(LiveStatic):
    """The five parts on one line; the one that goes on now stands between arrows."""

    DEFAULT_CSS = "BoardPhaseBar { height: 1; color: $text-muted; }"

    def render_content(self, now: datetime) -> Content:
        here = self.timing(now).phase
        return Content(" · ").join([_part(phase_name(one), one == here) for one in PHASES])


class BoardPurpose(LiveStatic):
    """Why they meet, for everybody to keep in sight (seed rows 54, 187); not there when nobody has written it."""

    DEFAULT_CSS = "BoardPurpose { height: 1; }"

    def render_content(self, now: datetime) -> Content:
        return Content(plain(purpose_line(self.meeting)) if self.meeting.about.purpose.strip() else "")


class BoardPages(LiveStatic):
    """One page at a time; which one follows from the clock, so that every board shows the same."""

    DEFAULT_CSS = """
    BoardPages { height: 1fr; }
    BoardPages.-silent { display: block; }
    """

    large: var[bool] = var(False)
    """Whether they are written in large letters."""
    turned: var[int] = var(0)
    """How many pages somebody has turned by hand, besides those that the clock turns."""

    def __init__(self, back: str = "") -> None:
        """Keep what the last line says about the way back; nothing on a wall, where it is nobody's business."""
        super().__init__()
        self._back = back
        self._laid: tuple[Meeting, Size, TypeFace, list[Content]] | None = None

    def on_resize(self) -> None:
        self.refresh_if_visible()

    def watch_large(self) -> None:
        self.refresh_if_visible()

    def watch_turned(self) -> None:
        self.refresh_if_visible()

    def render_content(self, now: datetime) -> Content:
        height = self.content_size.height
        if height < 3:
            return Content("")
        everything = self._laid_out()
        number = (page_number(now, len(everything)) + self.turned) % len(everything)
        shown = everything[number]
        told = _("Page {number} of {count}").format(number=number + 1, count=len(everything))
        last = " · ".join(part for part in (told if len(everything) > 1 else "", self._back) if part)
        gap = "\n" * (height - 1 - shown.plain.count("\n")) if last else ""
        return Content.assemble(shown, gap, (last, "$text-muted"))

    def _laid_out(self) -> list[Content]:
        """The pages; a tick lays nothing out anew."""
        meeting, size, face = self.meeting, self.content_size, LARGE if self.large else ORDINARY
        if self._laid is None or self._laid[0] is not meeting or self._laid[1:3] != (size, face):
            width = size.width if self.large else min(size.width, MEASURE)
            self._laid = meeting, size, face, pages(meeting, width, size.height - FOOT[face is LARGE], face)
        return self._laid[3]


def _part(name: str, here: bool) -> Content:
    return Content.styled(f"▶ {name} ◀", "bold $foreground") if here else Content(name)


def page_number(now: datetime, count: int) -> int:
    """Which of ``count`` pages is shown, from 0."""
    return int(now.timestamp()) // PAGE % count


def _phase(meeting: Meeting, at: Timing, now: datetime) -> tuple[str, ...]:
    """A title that reads from afar, and one or two calm sentences."""
    if not at.opened:
        start = meeting.about.start
        begins = _("We begin at {time}.").format(time=format_clock(start)) if start else ""
        return _("Welcome"), begins or plain(meeting.about.title)
    if at.closed:
        booked = meeting.about.follow_up
        again = _("We meet again {when}.").format(when=formatting.spoken(booked, language())) if booked else ""
        return _("Thank you for today"), plain(again)
    if at.on_break:
        return _("Break"), _("We go on in a while.")
    return phase_name(at.phase), *_times(at, now)


def _times(at: Timing, now: datetime) -> tuple[str, ...]:
    minutes = -(-int(min(at.phase_left, at.meeting_left).total_seconds()) // 60)
    phase = _("About {minutes} min left here.").format(minutes=minutes) if minutes > 0 else ""
    if at.paused or at.meeting_left <= timedelta(0):
        return (phase,)
    ends = _("The meeting ends about {time}.").format(time=format_clock(now + at.meeting_left))
    return tuple(part for part in (phase, ends) if part)
