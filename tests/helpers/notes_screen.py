"""The notes screen, as the secretary writes there."""

from __future__ import annotations

from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.widgets.editor.pad import PadEditor
from tests.helpers.app_harness import wait_until_saved


def pad(app: SipApp) -> PadEditor:
    """Return the pad that is shown."""
    return next(editor for editor in app.screen.query(PadEditor) if editor.display)


async def type_in(pilot: Pilot[int], app: SipApp, text: str) -> None:
    """Insert a text into the pad that is shown, and wait until it is on the disk."""
    pad(app).insert(text)
    await pilot.pause(0.1)
    await wait_until_saved(pilot, app)
