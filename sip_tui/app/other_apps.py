"""The apps that do not open at the chair's clock: the secretary's, the board, and those that prepare or write up."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding

from sip_tui.app.app import SipApp
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.notes.pads import is_secretary_seat


class SecretaryApp(SipApp):
    """The app of a secretary, which opens at the pads."""

    DEFAULT_MODE = "notes"


class BoardApp(SipApp):
    """The app of the public board, which writes nothing."""

    DEFAULT_MODE = "board"
    ENABLE_COMMAND_PALETTE = False
    IS_PUBLIC = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse every command that leads away from the board, whatever keys the user has set."""
        return action not in _COMMANDS_NOT_PUBLIC and super().check_action(action, parameters)


_IN_PUBLIC = frozenset({"help", "quit"})
_COMMANDS_NOT_PUBLIC = {
    binding.action.partition("(")[0] for binding in SipApp.BINDINGS if isinstance(binding, Binding)
} - _IN_PUBLIC


class PreparingApp(SipApp):
    """The app of a chair who prepares the meeting."""

    DEFAULT_MODE = "prepare"


class MinutesApp(SipApp):
    """The app of somebody who has come to write the minutes."""

    def on_ready(self) -> None:
        """Open the review of the minutes."""
        super().on_ready()
        self.action_minutes()


MODE_APPS: Mapping[str, type[SipApp]] = {"prepare": PreparingApp, "minutes": MinutesApp}
"""The screen to begin with → the app that does."""


def other_app(seat: str, mode: str) -> type[SipApp]:
    """Return the app for a seat, or for the screen to begin with."""
    kind = SecretaryApp if is_secretary_seat(seat) else BoardApp if seat.startswith(Seat.BOARD) else SipApp
    return MODE_APPS.get(mode, kind)
