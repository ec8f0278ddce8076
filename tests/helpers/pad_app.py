"""A desk with pads and one find line on it, and somebody who writes there."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.pilot import Pilot
from textual.widgets import Button, Static

from sip_tui.screens.notes.find_bar import FindBar
from sip_tui.widgets.editor.pad import PadEditor
from sip_tui.widgets.editor.tag_area import TagMenu


def pad(text: str = "", **more: object) -> PadEditor:
    """Make a pad of the phase of the needs."""
    return PadEditor("needs", text, "hint", **more)  # type: ignore[arg-type]


class PadApp(App[None]):
    """The pads, of which the first has the focus, a button to go to with Tab, and what the pads have said."""

    BINDINGS = [Binding("ctrl+f", "find", show=False)]

    def __init__(self, *pads: PadEditor) -> None:
        super().__init__()
        self.pads = pads
        self.messages: list[PadEditor.Written | PadEditor.Moved] = []

    def compose(self) -> ComposeResult:
        with Container():
            yield from self.pads
            yield FindBar()
        yield Button("away")

    def on_mount(self) -> None:
        self.pads[0].focus()

    def on_pad_editor_written(self, event: PadEditor.Written) -> None:
        event.pad.mark_kept(event.text)
        self.messages.append(event)

    def on_pad_editor_moved(self, event: PadEditor.Moved) -> None:
        self.messages.append(event)

    def action_find(self) -> None:
        pad = next((pad for pad in self.pads if pad.has_focus), None)
        self.query_one(FindBar).seek(pad)

    @property
    def found(self) -> str:
        """What the find line says."""
        return str(self.query_one("#found", Static).content)

    @property
    def menu(self) -> list[str]:
        """What the menu of words shows, row by row; nothing while it is closed."""
        shown = [menu for menu in self.query(TagMenu) if menu.display]
        return str(shown[0].content).splitlines() if shown else []

    @property
    def rows(self) -> list[str]:
        """What stands on the screen."""
        return [strip.text for strip in self.screen._compositor.render_strips()]


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type, as a terminal sends it: a key for each character."""
    for char in text:
        pilot.app.post_message(events.Key("enter" if char == "\n" else char, "\r" if char == "\n" else char))
    await pilot.pause()


async def paste_text(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
