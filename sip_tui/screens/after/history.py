"""How it has gone from meeting to meeting: every goal and action of the chain as a line over time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.history import ENDS, History, Lane, history_of
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.history import SIGNS, legend, meaning, short_day
from sip_tui.screens.chair import ChairScreen
from sip_tui.session.chain import ChainLink, chain_of
from sip_tui.store import Archive
from sip_tui.widgets.live_static import FRAME, update_if_changed
from sip_tui.widgets.nav import mode_name
from sip_tui.widgets.row_list import HEADING
from sip_tui.widgets.safe_text import fit_width, plain
from sip_tui.widgets.text_layout import wrap_text

COLUMN, WORDED = 11, 24
"""Cells of a meeting, and of one where each sign has its word."""
NARROWEST = 24
"""Cells of a text at least; of a long chain the earliest meetings are left out."""


class HistoryScreen(ChairScreen):
    """The time line, and below it what the signs mean."""

    MODE = "history"
    HELP = N_(
        "Every goal and action of the plan, from meeting to meeting. A column is a meeting, the first one "
        "to the left. Below is what the signs mean. Press the arrows to scroll, and {keys[go.back]} to go back."
    )
    AUTO_FOCUS = "#history-page"
    DEFAULT_CSS = """
    HistoryScreen {
        #history-page { height: 1fr; padding: 0 1; }
        #history-lines { height: auto; text-wrap: nowrap; }
        #history-legend { height: auto; padding: 0 1; border-top: solid $border-blurred; }
        #history-legend { border-title-color: $foreground; }
    }
    """
    _links: tuple[ChainLink, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out the lines and the legend."""
        with VerticalScroll(id="history-page", classes=FRAME) as page:
            page.border_title = Content(mode_name(self.MODE))
            yield Static(id="history-lines")
        signs = Static(id="history-legend", classes=FRAME)
        signs.border_title = Content(_("What the signs mean"))
        yield signs

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

    def fit_columns(self) -> None:
        """Draw it in the new width."""
        self._draw()

    on_resize = fit_columns

    def _draw(self) -> None:
        width = self.query_one("#history-page").scrollable_content_region.width or self.size.width - 2
        meetings, signs = self._meetings(), self.query_one("#history-legend", Static)
        update_if_changed(self.query_one("#history-lines", Static), history_text(meetings, width))
        states = {point.state for lane in history_of(meetings).lanes for point in lane.points}
        update_if_changed(signs, Content(legend(states)))
        signs.display = bool(states)

    def _meetings(self) -> list[Meeting]:
        """The meetings that can be read, this one as it is now."""
        own = self.app.session.folder.id
        found = [self.meeting if link.id == own else link.meeting for link in self._links]
        return [meeting for meeting in found if meeting is not None] or [self.meeting]


def history_text(meetings: Sequence[Meeting], width: int) -> Content:
    """Draw the time line of a chain of meetings; where there is room, each sign with its word."""
    history = history_of(meetings)
    if not history.lanes:
        return Content(_("There are no goals and no actions yet."))
    texts = max(cell_len(_text(lane)) for lane in history.lanes) + 2
    column = WORDED if texts + WORDED * len(history.days) <= width else COLUMN
    first = max(len(history.days) - max((width - NARROWEST) // column, 1), 0)
    room = texts if column == WORDED else width - column * (len(history.days) - first)
    layout = _Layout(history, first, room, column)
    return Content("\n").join([_head(layout), *(_line(lane, layout) for lane in history.lanes)])


class _Layout(NamedTuple):
    history: History
    first: int
    """The first meeting that is shown."""
    room: int
    """Cells of a text."""
    column: int
    """Cells of a meeting."""


def _text(lane: Lane) -> str:
    return plain(lane.text) if lane.table == "goals" else f"  {plain(lane.text)}"


def _head(layout: _Layout) -> Content:
    days = "".join(fit_width(short_day(day), layout.column) for day in layout.history.days[layout.first :])
    earlier = _("(earlier meetings: {count})").format(count=layout.first) if layout.first else ""
    return Content.assemble(fit_width(earlier, layout.room), (days, HEADING))


def _line(lane: Lane, layout: _Layout) -> Content:
    """Return a lane: its text, broken where it is long, and its signs behind the first line of it."""
    indent = "" if lane.table == "goals" else "  "
    first, *others = wrap_text(lane.text, layout.room - 1 - len(indent)) or [""]
    style = "" if indent else "bold"
    drawn = Content.assemble((fit_width(indent + first, layout.room), style), _drawn(lane, layout))
    return Content("\n").join([drawn, *(Content.styled(f"{indent}  {line}", style) for line in others)])


def _drawn(lane: Lane, layout: _Layout) -> str:
    """Draw the signs of a lane with a line between them, and on from the last one when it is not over."""
    states = {point.meeting: point.state for point in lane.points}
    begin, last = lane.points[0].meeting, lane.points[-1]
    cells = []
    for number in range(layout.first, len(layout.history.days)):
        sign = SIGNS[states[number]] if number in states else "─" if begin < number < last.meeting else " "
        if number in states and layout.column == WORDED:
            sign += f" {meaning(lane.table, states[number])} "
        goes_on = begin <= number < last.meeting or (number >= last.meeting and last.state not in ENDS)
        line = "─" if goes_on and number >= begin else " "
        cells.append(sign + line * (layout.column - cell_len(sign)))
    return "".join(cells)
