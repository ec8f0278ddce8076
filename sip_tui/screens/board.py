"""The board: large, calm and public, for everybody in the room (F17; seed rows 29, 109, 153, 205)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import var

from sip_tui.language import N_
from sip_tui.meeting.notes import is_secretary
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.widgets.board import BoardClock, BoardPages, BoardPhase, BoardWay

SEAT = "board"
"""The seat of a process that shows nothing but the board."""
LARGE_FROM = 100, 30
"""Columns and lines from which there is room for letters that are read from four metres."""


class BoardScreen(SipScreen):
    """No header, no rooms, no keys: what is here may be read by everybody, and nothing else is shown."""

    PLACE = "board"
    HELP = N_(
        "The board is for everybody in the room: where you are in the meeting, your goals, who does what and when, and "
        "the words that have been explained. It turns its pages by itself, and with the arrows. Its letters are large "
        "where there is room, to be read from four metres; t makes them ordinary, so that more is seen at once. Escape "
        "leaves it."
    )
    BINDINGS = [
        command("board.leave", "escape,f2", "leave", N_("Leave the board"), N_("Back to your own screen")),
        command("board.letters", "t", "letters", N_("Letters"), N_("Large letters, or ordinary ones")),
        command("board.turn", "right,space", "turn(1)", N_("Turn"), N_("The next page")),
        command("board.back", "left", "turn(-1)", N_("Turn back"), N_("The page before")),
        command("board.stay", "f3,f4,f5,f6,f7,f8,f9,f10,f11,f12,ctrl+s", "stay", "", ""),
    ]
    DEFAULT_CSS = """
    BoardScreen {
        padding: 1 3;
        #board-head { height: 3; }
        BoardWay { margin: 1 0; }
        &.-wide { padding: 2 8; }
        &.-wide #board-head { margin-bottom: 1; }
        &.-wide BoardWay { margin: 1 0 3 0; }
        &.-large { padding: 1 8 0 8; }
        &.-large #board-head { height: 8; margin-bottom: 0; }
        &.-large BoardWay { margin: 1 0; }
    }
    """

    large: var[bool] = var(False, toggle_class="-large")
    """Whether the letters are large: where there is room for it, unless somebody wants more on a page."""
    turned: var[int] = var(0)
    """How many pages have been turned by hand."""
    _wanted = True

    def compose(self) -> ComposeResult:
        with Horizontal(id="board-head"):
            yield BoardPhase().data_bind(SipScreen.meeting, SipScreen.now, BoardScreen.large)
            yield BoardClock().data_bind(SipScreen.now)
        yield BoardWay().data_bind(SipScreen.meeting, SipScreen.now)
        pages = BoardPages()
        yield pages.data_bind(SipScreen.meeting, SipScreen.now, BoardScreen.large, BoardScreen.turned)

    def on_resize(self) -> None:
        self._settle()

    def _settle(self) -> None:
        columns, lines = LARGE_FROM
        self.large = self._wanted and self.size.width >= columns and self.size.height >= lines

    def action_letters(self) -> None:
        self._wanted = not self._wanted
        self._settle()

    def action_turn(self, step: int) -> None:
        self.turned += step

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """On a screen that hangs on the wall no key leads to another room; at the chair's own, all keys do."""
        return self._public if action == "stay" else super().check_action(action, parameters)

    async def action_leave(self) -> None:
        """Go back to where this seat works; a screen that is only a board has no other place, and is left."""
        if self._public:
            await self.run_action("app.quit")
        else:
            await self.run_action(f"app.go('{'notes' if is_secretary(self.app.seat) else 'time'}')")

    def action_stay(self) -> None:
        """Do nothing, and let nobody else do anything."""

    @property
    def _public(self) -> bool:
        return self.app.seat == SEAT or self.app.seat.startswith(f"{SEAT}-")
