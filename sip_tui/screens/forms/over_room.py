"""A screen over a part of the room: header, tabs and prompts stay in sight, and the keys of the room work."""

from __future__ import annotations

from textual.binding import Binding
from textual.screen import ModalScreen, Screen

from sip_tui.screens.base import GivesFloor, MeetingApp
from sip_tui.screens.commands import LocalizedScreen

MIN_HEIGHT = 8
"""Lines that the panel has however much stands above it."""
AROUND, LINES_OF_FIELD = 12, 2.5
"""Lines of a terminal that are around the fields of a form, and those of a field with air: some have two."""


class OverRoomScreen(LocalizedScreen[None], ModalScreen[None]):
    """Lies beside what the room shows, or on 80 columns over the lower part of it; its panel has the id ``form``."""

    app: MeetingApp

    BINDINGS = [Binding(str(digit), f"room_floor({digit})", show=False) for digit in range(10)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    DEFAULT_CSS = """
    OverRoomScreen {
        background: transparent;
        align: right bottom;
        #form {
            width: 100%; height: auto; padding: 0 1; background: $surface; border: round $primary;
        }
        &.-wide #form { width: 60; }
        &.-wide.-tall #form { height: 100%; padding: 1 1 0 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._room: Screen[object] = self.app.screen

    @property
    def is_modal(self) -> bool:
        """False: the keys of the room work while this is open."""
        return False

    def on_mount(self) -> None:
        """Follow the height of what stands above: prompts come and go."""
        self.watch(self.app, "now", self.on_resize, init=False)

    def on_resize(self) -> None:
        """Fit the panel to the room, with a line between the fields where all of them have room for it."""
        self.set_class(self.size.height >= AROUND + LINES_OF_FIELD * len(self.query(".field")), "-airy")
        self.call_after_refresh(self._leave_header)

    def _leave_header(self) -> None:
        if self in self.app.screen_stack:
            top = max((line.region.bottom for line in self._room.query("Nav, Prompt") if line.display), default=0)
            self.query_one("#form").styles.max_height = max(self.size.height - top - 1, MIN_HEIGHT)

    def action_room_floor(self, digit: int) -> None:
        """Give the floor to the one whose digit it is, where no field takes it."""
        if isinstance(self._room, GivesFloor):
            self._room.action_floor(digit)
