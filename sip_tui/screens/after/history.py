"""How it has gone from meeting to meeting: every goal and action of the chain as a line over time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.history import ENDS, History, Lane, history_of
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.history import SIGNS, legend, short_day
from sip_tui.screens.chair import ChairScreen
from sip_tui.session.chain import ChainLink, chain_of
from sip_tui.store import Archive
from sip_tui.widgets.live_static import FRAME, update_if_changed
from sip_tui.widgets.nav import mode_name
from sip_tui.widgets.safe_text import fit_width, plain

COLUMN = 11
"""Cells of a meeting."""
NARROWEST = 24
"""Cells of a text at least; of a long chain the earliest meetings are left out."""


class HistoryScreen(ChairScreen):
    """The time line, and below it what the signs mean."""

    MODE = "history"
    HELP = N_(
        "Every goal and action of the plan, over all the meetings about it. A column is a meeting, the first one "
        "to the left. Below is what the signs mean. Press the arrows to scroll, and {keys[go.back]} to go back."
    )
    AUTO_FOCUS = "#history-page"
    DEFAULT_CSS = """
    HistoryScreen {
        #history-page { height: 1fr; padding: 0 1; }
        #history-lines { height: auto; text-wrap: nowrap; }
        #history-legend { height: auto; padding: 0 1; border-top: solid $primary; }
    }
    """
    _links: tuple[ChainLink, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out the lines and the legend."""
        with VerticalScroll(id="history-page", classes=FRAME) as page:
            page.border_title = Content(mode_name(self.MODE))
            yield Static(id="history-lines")
        yield Static(Content(legend()), id="history-legend")

    def refresh_content(self) -> None:
        """Read the other meetings of the chain, and draw it."""
        self._draw()
        self._read_chain()

    @work(exclusive=True)
    async def _read_chain(self) -> None:
        folder = self.app.session.folder
        archive = Archive(folder.path.parent)
        self._links = await asyncio.to_thread(chain_of, archive, folder.id)
        self._draw()

    def on_resize(self) -> None:
        """Draw it in the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.query_one("#history-page").scrollable_content_region.width or self.size.width - 2
        update_if_changed(self.query_one("#history-lines", Static), history_text(self._meetings(), width))

    def _meetings(self) -> list[Meeting]:
        """The meetings that can be read, this one as it is now."""
        own = self.app.session.folder.id
        found = [self.meeting if link.id == own else link.meeting for link in self._links]
        return [meeting for meeting in found if meeting is not None] or [self.meeting]


def history_text(meetings: Sequence[Meeting], width: int) -> Content:
    """Draw the time line of a chain of meetings."""
    shown = max((width - NARROWEST) // COLUMN, 1)
    history = history_of(meetings)
    first = max(len(history.days) - shown, 0)
    room = width - COLUMN * (len(history.days) - first)
    if not history.lanes:
        return Content(_("There are no goals and no actions yet."))
    return Content("\n").join(
        [*_head(history, first, room), *(_line(lane, history, first, room) for lane in history.lanes)]
    )


def _head(history: History, first: int, room: int) -> Iterator[Content]:
    days = "".join(fit_width(short_day(day), COLUMN) for day in history.days[first:])
    earlier = _("(earlier meetings: {count})").format(count=first) if first else ""
    yield Content.assemble(fit_width(earlier, room), (days, "bold"))


def _line(lane: Lane, history: History, first: int, room: int) -> Content:
    text = fit_width(plain(lane.text) if lane.table == "goals" else f"  {plain(lane.text)}", room - 1) + " "
    return Content.assemble((text, "bold" if lane.table == "goals" else ""), _drawn(lane, len(history.days), first))


def _drawn(lane: Lane, meetings: int, first: int) -> str:
    """Draw the signs of a lane with a line between them, and on from the last one when it is not over."""
    states = {point.meeting: point.state for point in lane.points}
    begin, last = lane.points[0].meeting, lane.points[-1]
    cells = []
    for number in range(first, meetings):
        sign = SIGNS[states[number]] if number in states else "─" if begin < number < last.meeting else " "
        goes_on = begin <= number < last.meeting or (number >= last.meeting and last.state not in ENDS)
        cells.append(sign + ("─" if goes_on and number >= begin else " ") * (COLUMN - 1))
    return "".join(cells)
