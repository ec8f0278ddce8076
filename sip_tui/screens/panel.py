"""What lies over a screen or beside it: header and prompts stay in sight, and no frame but its own is lit."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.await_complete import AwaitComplete
from textual.geometry import Region, Size
from textual.renderables.text_opacity import TextOpacity
from textual.screen import ModalScreen, ScreenResultType
from textual.strip import Strip
from textual.widget import Widget

from sip_tui.screens.commands import LocalizedScreen
from sip_tui.screens.shared_width import LINES_OF_HEADER, SharedWidthScreen
from sip_tui.widgets.live_static import FRAME
from sip_tui.widgets.paged_panel import PagedPanel

LARGE_CLOCKS = "PhaseDigits, LargeDigits"
"""The widgets whose figures are drawn over several lines."""
TITLED = "PagedPanel"
"""The widgets with a title on a line above what they say."""
MIN_HEIGHT, LEAST_SEEN = 8, 3
"""Lines that a panel has however much stands above it, and those of a screen that are worth to be left above it."""
LEAST_LEFT, WIDE_PANEL, LARGEST = 60, 56, 76
"""The fewest columns left to a screen, those that a panel beside it has if there are so many, and the most it has."""
UNLIT, FADED = "-unlit", 0.55
"""The class of a frame that has the focus of a screen below a panel, and how much of its colour dimmed text keeps."""
BESIDE, SLIM = "-beside", "-slim"
"""The class of a panel that stands beside a screen, and of one that is narrow there."""


def columns_beside(width: int, least: int) -> int:
    """Return how many of a terminal's columns a panel has beside the screen; 0 when fewer than ``least`` are left."""
    columns = min(max(width * 2 // 5, WIDE_PANEL), LARGEST, width - LEAST_LEFT)
    return columns if columns >= least else 0


def scraps(panel: Region, room: SharedWidthScreen[object]) -> Iterator[int]:
    """Yield the lines at which something of a screen begins that a panel at the bottom leaves too little of.

    Half a figure is another one, a title says nothing without a line below it, and so do one or two lines of a screen.
    """
    for clock in room.query(LARGE_CLOCKS):
        if clock.display and clock.region.overlaps(panel) and clock.region.y < panel.y:
            yield clock.region.y
    yield from (part.region.y for part in room.query(TITLED) if part.display and part.region.y == panel.y - 1)
    if 0 < panel.y - room.lines_above < LEAST_SEEN:
        yield room.lines_above


class PanelScreen(LocalizedScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """A panel that takes the light from what lies below it, and gives it back when it is closed."""

    DIMS = False
    """Whether what is below is dimmed, so that it is not read into what the panel says."""

    LEAST_BESIDE = 0
    """The fewest columns in which it stands beside a screen; with fewer left, and where this is 0, it lies over it."""

    def __init__(self) -> None:
        super().__init__()
        self._unlit: list[Widget] = []
        self._beside: SharedWidthScreen[object] | None = None
        self._dimmed_from = 0
        self._fitted_size: Size | None = None

    @property
    def columns_beside(self) -> int:
        """The columns of the panel beside the screen below; 0 when it lies over the screen, as it does over a panel."""
        below = next(self._below(), None)
        if not self.LEAST_BESIDE or below is None or isinstance(below, ModalScreen):
            return 0
        return columns_beside(self.app.size.width, self.LEAST_BESIDE)

    @property
    def size_classes(self) -> dict[str, bool]:
        """Tell whether the panel stands beside the screen, and whether it is narrow there."""
        columns = self.columns_beside
        return {**super().size_classes, BESIDE: columns > 0, SLIM: 0 < columns < WIDE_PANEL}

    def on_mount(self) -> None:
        """Take the light from the frame below that has it, and the room for the panel before anything is drawn."""
        focused = next((screen.focused for screen in self._below()), None)
        frames = (node for node in (focused.ancestors_with_self if focused else ()) if node.has_class(FRAME))
        self._unlit = [frame for frame in frames if isinstance(frame, Widget) and not frame.has_class(UNLIT)]
        for frame in self._unlit:
            frame.add_class(UNLIT)
        self._fitted_size = self.app.size
        self._cover_panels(True)
        self.fit_panel()

    def _cover_panels(self, is_covered: bool) -> None:
        for screen in self._below():
            for panel in screen.query(PagedPanel):
                panel.cover(is_covered)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close the panel; what lies below is laid out before it is drawn alone."""
        self.give_back()
        return super().dismiss(result)

    def on_unmount(self) -> None:
        """Give back what has been taken, also when a key has led elsewhere."""
        self.give_back()

    def give_back(self) -> None:
        """Give the light and the width back to what lies below."""
        for frame in self._unlit:
            frame.remove_class(UNLIT)
        self._cover_panels(False)
        if self._beside is not None and self._beside.is_attached:
            self._beside.give_columns(0)
        self._unlit, self._beside = [], None

    def render_line(self, y: int) -> Strip:
        """Draw a row of what lies below: dimmed where a question lies over it, by the terminal where it has no colours.

        To style what is below anew, and back again, takes a quarter of a second where there is much of it.
        """
        row = super().render_line(y)
        if not self.DIMS or y < self._dimmed_from:
            return row
        if self.app.no_color or self.app.native_ansi_color:
            return Strip(Segment.apply_style(row, post_style=Style(dim=True)), row.cell_length)
        return Strip(TextOpacity.process_segments(row, FADED, self.app.ansi_theme), row.cell_length)

    def on_resize(self) -> None:
        """Fit the panel to another size of the terminal."""
        if self.app.size != self._fitted_size:
            self._fitted_size = self.app.size
            self.fit_again()

    def fit_again(self) -> None:
        """Fit the panel to what stands above, and once more when the screen below has been laid out anew."""
        self.call_after_refresh(self.fit_panel)
        for below in self._below():
            below.call_after_refresh(below.call_after_refresh, self.fit_panel)

    def fit_panel(self) -> None:
        """Give the panel the lines and columns that it may have."""
        if self.is_attached and (above := self.lines_above) != self._dimmed_from:
            self._dimmed_from = above
            self.refresh()

    def stand_beside(self, panel: Widget) -> None:
        """Let the panel stand beside the screen below in a wide terminal, else over it, as over another panel."""
        columns, self._beside = self.columns_beside, next(self._below(), None)
        self.update_classes(self.size_classes, animate=False)
        panel.styles.width = columns or None
        if self._beside is not None and self._beside.is_mounted:
            self._beside.give_columns(columns)

    def leave_no_scrap(self, panel: Widget) -> None:
        """Let a panel at the bottom begin above what it would leave too little of."""
        rooms = (screen for screen in self._below() if not isinstance(screen, ModalScreen))
        if tops := [top for room in rooms for top in scraps(panel.region, room)]:
            panel.styles.min_height = panel.region.bottom - min(tops)

    def _below(self) -> Iterator[SharedWidthScreen[object]]:
        """Yield the screens that can be seen below this one, the nearest first; none when a key led elsewhere."""
        stack = self.app.screen_stack
        if self not in stack and self.is_attached:
            return
        # One that is not there yet will lie over all of them.
        for screen in reversed(stack[: stack.index(self)] if self in stack else stack):
            if isinstance(screen, SharedWidthScreen):
                yield screen
            if not isinstance(screen, ModalScreen):
                return

    @property
    def lines_above(self) -> int:
        """The lines of what stands above on the screen that this lies over."""
        rooms = [screen.lines_above for screen in self._below() if not isinstance(screen, ModalScreen)]
        return next(iter(rooms), LINES_OF_HEADER)
