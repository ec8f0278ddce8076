"""A secretary who does to an editor whatever a test thinks of, and looks at the terminal now and then."""

import asyncio
from typing import Any, NamedTuple

from rich.color import ColorSystem
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Location

from sip_tui.widgets.editor.fast_text_area import FastTextArea
from tests.helpers.recorded_screen import Cell, RecordingDriver

SIZE = (36, 12)
"""Columns and rows of the terminal."""


class Snapshot(NamedTuple):
    """What is to be seen at one moment."""

    cells: list[list[Cell]]
    cursor: tuple[int, int]
    selection: Any
    top: int


class EditorApp(App[None]):
    """An editor above another widget, on a terminal that is recorded."""

    def __init__(self, editor: TextArea) -> None:
        super().__init__(driver_class=RecordingDriver)
        self.console._color_system = ColorSystem.TRUECOLOR  # with fewer colours faint ones look alike
        self.editor = editor
        self.neighbour = Static("neighbour")

    def compose(self) -> ComposeResult:
        yield self.editor
        yield self.neighbour

    def on_mount(self) -> None:
        self.editor.focus()
        self.editor.blink_timer.stop()  # the test blinks, not the clock

    @property
    def terminal(self) -> RecordingDriver:
        assert isinstance(self._driver, RecordingDriver)
        return self._driver


class Overlay(ModalScreen[None]):
    """A small dialogue over a part of the editor."""

    DEFAULT_CSS = "Curtain Static { width: 12; height: 3; background: red; }"

    def compose(self) -> ComposeResult:
        yield Static("overlay")


class EditorDriver:
    """Each method is something that can happen to an editor; `step` picks one by its name."""

    def __init__(self, pilot: Pilot[None], seen: list[Snapshot]) -> None:
        assert isinstance(pilot.app, EditorApp)
        self.pilot, self.app, self.editor = pilot, pilot.app, pilot.app.editor
        self.seen = seen

    async def step(self, deed: str, *details: Any) -> None:
        """Do one thing; those that Textual carries out by messages are waited for."""
        getattr(self, deed)(*details)
        if deed in ("look", "resize", "paste", "toggle_overlay", "show", "key"):
            await self.settle()
        if deed == "look":
            self.remember()

    async def settle(self) -> None:
        """Let every message be handled and everything be painted, without waiting for a clock."""
        for _ in range(8):
            await self.pilot._wait_for_screen()
            for _ in range(5):
                await asyncio.sleep(0)
            for screen in self.app.screen_stack:
                screen._on_timer_update()

    def remember(self) -> None:
        terminal, editor = self.app.terminal, self.editor
        cursor = terminal.cursor if editor.display else (0, 0)
        self.seen.append(Snapshot(terminal.cells, cursor, editor.selection, editor.scroll_offset.y))

    def place(self, down: float, along: float) -> Location:
        """Turn two shares into a place in the text, whatever its length."""
        lines = self.editor.document.lines
        row = min(int(down * len(lines)), len(lines) - 1)
        return row, round(along * len(lines[row]))

    def look(self) -> None:
        """Nothing to do; the painting is done by `step`."""

    def key(self, key: str) -> None:
        self.app.post_message(events.Key(key, key if len(key) == 1 else None))

    def type(self, text: str) -> None:
        self.editor.replace(text, *self.editor.selection, maintain_selection_offset=False)

    def act(self, action: str, *details: bool) -> None:
        getattr(self.editor, f"action_{action}")(*details)

    def insert(self, text: str, down: float, along: float, keep: bool) -> None:
        self.editor.insert(text, self.place(down, along), maintain_selection_offset=keep)

    def replace(self, text: str, down: float, along: float, down2: float, along2: float, keep: bool) -> None:
        start, end = self.place(down, along), self.place(down2, along2)
        self.editor.replace(text, start, end, maintain_selection_offset=keep)

    def go(self, down: float, along: float, select: bool) -> None:
        self.editor.move_cursor(self.place(down, along), select=select)

    def open(self, text: str) -> None:
        self.editor.text = text

    def paste(self, text: str) -> None:
        self.editor.post_message(events.Paste(text))

    def scroll(self, y: int) -> None:
        self.editor.scroll_to(y=y, animate=False)

    def resize(self, width: int, height: int) -> None:
        self.editor.styles.width, self.editor.styles.height = width, height

    def focus(self, here: bool) -> None:
        self.app.screen.set_focus(self.editor if here else None)

    def blink(self) -> None:
        if self.editor.has_focus and self.editor.cursor_blink:
            self.editor._toggle_cursor_blink_visible()

    def theme(self, name: str) -> None:
        self.app.theme = name

    def set(self, attribute: str, value: object) -> None:
        setattr(self.editor, attribute, value)

    def show(self, visible: bool) -> None:
        self.editor.display = visible

    def toggle_overlay(self) -> None:
        """Draw a dialogue over the editor, or take it away."""
        if isinstance(self.app.screen, Overlay):
            self.app.pop_screen()
        else:
            self.app.push_screen(Overlay())

    def neighbour(self) -> None:
        """Paint the widget below at once, before the editor's own turn to be painted."""
        screen = self.app.screen
        if not isinstance(screen, Overlay):
            self.app.neighbour.refresh()
            screen._dirty_widgets.add(self.app.neighbour)
            screen._on_timer_update()


def snapshots(editor: TextArea, steps: list[tuple[Any, ...]]) -> list[Snapshot]:
    """Take the steps with this editor and return what was seen at each `look`.

    The list ends early when TextArea itself fails: see `QuickTextArea` for what it cannot do.
    """
    seen: list[Snapshot] = []

    async def play() -> None:
        async with EditorApp(editor).run_test(headless=False, size=SIZE) as pilot:
            secretary = EditorDriver(pilot, seen)
            await secretary.settle()
            for step in steps:
                await secretary.step(*step)

    try:
        asyncio.run(play())
    except ValueError:
        if isinstance(editor, FastTextArea):
            raise
    return seen
