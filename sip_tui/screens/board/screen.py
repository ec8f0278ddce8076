"""The board: large, calm and public, for everybody in the room (F17; seed rows 29, 109, 153, 205)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import var

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.public_meeting import public_meeting
from sip_tui.screens.base import SipScreen
from sip_tui.screens.board.panels import BoardClock, BoardPages, BoardPhase, BoardPhaseBar, BoardPurpose
from sip_tui.screens.commands import command

SEAT = "board"
"""The seat of a process that shows nothing but the board."""
LARGE_FROM = 100, 30
"""Columns and lines from which there is room for letters that are read from four metres."""


class BoardScreen(SipScreen):
    """No header, no rooms, no keys: what is here may be read by everybody, and nothing else is shown."""

    PLACE = "board"
    HELP = N_(
        "The board is for everybody in the room: where you are in the meeting, your goals, who does what and when, and"
        " the words that have been explained. Names stand there; for numbers, addresses, diagnoses and codes there is a"
        " word in brackets. It turns its pages by itself, and with the arrows. Its letters are large where there is"
        " room, to be read from four metres; {keys[board.letters]} makes them ordinary, so that more is seen at once."
        " {keys[board.leave]} leaves it."
    )
    BINDINGS = [
        command("board.leave", "escape", "leave", N_("Leave the board"), N_("Back to your own screen")),
        command("board.letters", "t", "letters", N_("Letters"), N_("Large letters, or ordinary ones")),
        command("board.turn", "right,space", "turn(1)", N_("Turn"), N_("The next page")),
        command("board.back", "left", "turn(-1)", N_("Turn back"), N_("The page before")),
    ]
    DEFAULT_CSS = """
    BoardScreen {
        padding: 1 3;
        #board-head { height: 3; }
        BoardPhaseBar { margin: 1 0; }
        BoardPurpose { margin: 0 0 1 0; }
        &.-wide { padding: 2 8; }
        &.-wide #board-head { margin-bottom: 1; }
        &.-wide BoardPhaseBar { margin: 1 0; }
        &.-wide BoardPurpose { margin: 0 0 2 0; }
        &.-large { padding: 1 4 0 4; }
        &.-large #board-head { height: auto; }
        &.-large BoardPhaseBar { margin: 0; }
        &.-large BoardPurpose { margin: 0; }
        &.-large BoardPages { margin-top: 1; }
    }
    """

    public: var[Meeting] = var(Meeting)
    """The meeting as everybody may see it; nothing here is drawn from another one."""
    large: var[bool] = var(False, toggle_class="-large")
    """Whether the letters are large: where there is room for it, unless somebody wants more on a page."""
    turned: var[int] = var(0)
    """How many pages have been turned by hand."""
    _wanted = True

    def refresh_content(self) -> None:
        self.public = public_meeting(self.meeting)

    def compose(self) -> ComposeResult:
        with Horizontal(id="board-head"):
            yield BoardPhase().data_bind(SipScreen.now, BoardScreen.large, meeting=BoardScreen.public)
            yield BoardClock().data_bind(SipScreen.now)
        yield BoardPhaseBar().data_bind(SipScreen.now, meeting=BoardScreen.public)
        yield BoardPurpose().data_bind(SipScreen.now, meeting=BoardScreen.public)
        pages = BoardPages("" if self._is_on_the_wall else _("{keys[board.leave]} back").format(keys=KEYS))
        yield pages.data_bind(SipScreen.now, BoardScreen.large, BoardScreen.turned, meeting=BoardScreen.public)

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

    async def action_leave(self) -> None:
        """Go back to where one came from; a screen that is only a board has no other place, and is left."""
        if self._is_on_the_wall:
            await self.run_action("app.quit")
        else:
            await self.run_action("app.back")

    @property
    def _is_on_the_wall(self) -> bool:
        return self.app.seat == SEAT or self.app.seat.startswith(f"{SEAT}-")
