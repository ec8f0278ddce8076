"""Going to a room, and reading what is on the screen."""

from __future__ import annotations

from textual.pilot import Pilot

from sip_tui.app.app import SipApp


async def go(pilot: Pilot[int], app: SipApp, mode: str) -> None:
    """Go to a room, and wait until it is drawn."""
    await app.switch_mode(mode)
    await pilot.pause()
    await pilot.pause()


def shown(app: SipApp) -> str:
    """What can be read on the screen."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())
