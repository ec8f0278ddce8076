"""A screen over a part of the room: header, tabs and prompts stay in sight, and the keys of the room work."""

from __future__ import annotations

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from sip_tui.screens.base import MeetingApp, SipScreen
from sip_tui.screens.capabilities import GivesFloor
from sip_tui.screens.panel import MIN_HEIGHT, SLIM, PanelScreen
from sip_tui.widgets.key_bar import LAST
from sip_tui.widgets.row_list import RowList

MAX_TITLE = 50
"""Cells of a title on the edge of the panel."""
AROUND, LINES_OF_FIELD = 12, 7 / 3
"""Lines of a terminal that are around the fields of a form, and those of a field with air: some have two."""


class OverRoomScreen(PanelScreen[None]):
    """Lies beside what the room shows, or on 80 columns over the lower part of it; its panel has the id ``form``."""

    app: MeetingApp

    BINDINGS = [Binding(str(digit), f"room_floor({digit})", show=False) for digit in range(10)]
    LEAST_BESIDE = 40
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    DEFAULT_CSS = """
    OverRoomScreen {
        background: transparent;
        align: right bottom;
        #form {
            width: 100%; height: auto; padding: 0 1; background: $surface; border: round $primary;
            border-title-color: $foreground; border-title-style: bold;
        }
        &.-beside #form { height: 100%; }
        &.-slim .field { layout: vertical; }
        &.-slim #form .field Label { width: 1fr; padding: 0; }
        &.-slim #form .field Input, &.-slim #form .field Select { margin: 0 0 0 2; }
        &.-beside.-tall #form { padding: 1 1 0 1; }
    }
    """

    hidden_commands = frozenset(LAST)
    """Beside the key that closes this, what leaves the program would be taken for that, and saving for needed."""

    def __init__(self, fields: int) -> None:
        self._field_count = fields  # before the classes are chosen
        super().__init__()
        self._room: Screen[object] = self.app.screen
        self._fitted: tuple[object, ...] = ()
        """What the panel has been fitted to."""
        self.is_held = True

    @property
    def size_classes(self) -> dict[str, bool]:
        """Put a line between the fields where all of them have room for it."""
        classes = super().size_classes
        needed = AROUND + (LINES_OF_FIELD + classes[SLIM]) * self._field_count
        return {**classes, "-airy": self.app.size.height >= needed}

    def show_title(self, title: str) -> None:
        """Show the title on the edge of the panel; one that has no room there stands inside, in ``#form-title``."""
        if "\n" not in title and cell_len(title) <= MAX_TITLE:
            self.query_one("#form").border_title = Content(title)
            self.query_one("#form-title").display = False

    @property
    def is_modal(self) -> bool:
        """False: the keys of the room work while this is open."""
        return False

    def on_mount(self) -> None:
        """Follow the height of what stands above: prompts come and go."""
        self.watch(self.app, "now", self._follow_room, init=False)

    def _follow_room(self) -> None:
        if self._around_panel != self._fitted:
            self.fit_again()

    @property
    def _around_panel(self) -> tuple[object, ...]:
        """The lines above the panel, and where the list of the room is."""
        rows = self._room.focused
        return self.lines_above, rows.region if rows else None

    def fit_panel(self) -> None:
        """Fit the panel to the room."""
        if self in self.app.screen_stack:
            panel = self.query_one("#form")
            panel.styles.max_height = max(self.app.size.height - self.lines_above - 1, MIN_HEIGHT)
            self.stand_beside(panel)
            self.call_after_refresh(self._fit_to_room, panel)

    def _fit_to_room(self, panel: Widget) -> None:
        self.leave_no_scrap(panel)
        self._show_row()
        self._fitted = self._around_panel
        self.release()

    def _show_row(self) -> None:
        """Let the list of the room end above the panel, so that the row that its cursor is on is seen."""
        rows, panel = self._room.focused, self.query_one("#form").region
        if not isinstance(rows, RowList) or not rows.region.overlaps(panel):
            return
        covered = rows.region.bottom - panel.y
        if rows.styles.padding.bottom != covered and panel.y > rows.region.y:
            rows.styles.padding = rows.styles.padding._replace(bottom=covered)
            self._draw_room()

    def give_back(self) -> None:
        """Give the list of the room its lines back as well."""
        super().give_back()
        for rows in self._room.query(RowList):
            if rows.styles.inline.has_rule("padding"):
                rows.styles.clear_rule("padding")
                self._draw_room()

    def _draw_room(self) -> None:
        """Draw the room anew when its list has been laid out, with or without a scrollbar."""
        if self._room.is_attached:
            # Twice: the first time the scrollbar is laid out.
            self._room.call_after_refresh(self._room.call_after_refresh, self._fit_rows)

    def _fit_rows(self) -> None:
        """Fit the rows to the width that they have, and bring the one that the cursor is on in sight."""
        if isinstance(self._room, SipScreen):
            self._room.refresh_content()
        if isinstance(rows := self._room.focused, RowList):
            rows.scroll_to_highlight()

    def action_room_floor(self, digit: int) -> None:
        """Give the floor to the one whose digit it is, where no field takes it."""
        if isinstance(self._room, GivesFloor):
            self._room.action_floor(digit)
