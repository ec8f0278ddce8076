"""An app that stands in the chair's script or at the board, and what is read on its screen."""

from __future__ import annotations

from functools import partial

from textual.pilot import Pilot

from sip_tui.app import SipApp
from sip_tui.screens.base import SipScreen
from sip_tui.screens.board import BoardScreen
from sip_tui.screens.host import Host
from sip_tui.screens.script import ScriptScreen
from tests.screens.stage import Stage

ROOMS: dict[str, type[SipScreen]] = {"script": ScriptScreen, "board": BoardScreen}


def app_with_rooms(stage: Stage, seat: str = "chair") -> SipApp:
    """Open the meeting in a seat, in an app that knows these rooms."""
    app = stage.app(seat)
    for mode, screen in ROOMS.items():
        if mode not in app.MODES:
            app.add_mode(mode, partial(_made, screen))
    return app


async def go(pilot: Pilot[int], app: SipApp, mode: str) -> None:
    """Go to a room, and wait until it is drawn."""
    await app.switch_mode(mode)
    await pilot.pause()
    await pilot.pause()


def shown(app: SipApp) -> str:
    """What can be read on the screen."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def _made(screen: type[SipScreen]) -> SipScreen:
    return screen().data_bind(Host.meeting, Host.now, Host.saved)
