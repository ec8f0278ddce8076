"""An editor that completes the ``#`` tag at the beginning of a line from a small menu."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias
from unicodedata import category

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import var
from textual.widgets import Static
from textual.widgets.text_area import Edit, EditResult, Location

from sip_tui.widgets.editor.fast_text_area import FastTextArea
from sip_tui.widgets.safe_text import fit_width, plain

Completion: TypeAlias = tuple[str, str]
"""A word, without its ``#``, and what a line with it becomes."""

MAX_ROWS = 9
"""Rows that are shown at a time."""
_MAX_WIDTH = 56
"""Cells of a word and its explanation; on a terminal of 80 columns the list covers little more than the pad."""
_TAG = re.compile(r"[ \t]*#([^\s:#]*)(?![:#])")


def tag_at(line: str, column: int) -> str | None:
    """Give what stands between the ``#`` that begins a line and a place at the end of its word; None elsewhere."""
    found = _TAG.match(line)
    return found[1] if found and found.end() == column else None


class TagMenu(Static):
    """A small list of words under the cursor. It takes no focus and no key; the pad asks it and tells it."""

    DEFAULT_CSS = """
    TagMenu {
        overlay: screen;
        position: absolute;
        constrain: inside inflect;
        width: auto;
        height: auto;
        margin: 1 0;
        border-left: solid $primary;
        border-right: solid $primary;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
        display: none;
    }
    """

    class Taken(Message):
        """Write the word that has been clicked on."""

    def __init__(self, pad: MessagePump) -> None:
        super().__init__()
        self.choices: Sequence[Completion] = ()
        self._pad = pad
        self._at = 0
        self._top = 0

    @property
    def chosen(self) -> str:
        """The word that is pointed at; empty while the menu is closed."""
        return self.choices[self._at][0] if self.choices else ""

    def offer(self, choices: Sequence[Completion], place: Offset) -> None:
        """Show these words under a place on the screen, the first of them chosen; none closes the menu."""
        if choices:
            self.absolute_offset = place
        if choices != self.choices:
            self.choices, self._at, self._top = choices, 0, 0
            self._show()

    def close(self) -> None:
        """Take the menu away."""
        self.offer((), Offset())

    def move(self, step: int) -> None:
        """Point at the next word or the one before; after the last comes the first."""
        self._at = (self._at + step) % len(self.choices)
        self._top = min(max(self._top, self._at - MAX_ROWS + 1), self._at)
        self._show()

    def on_click(self, event: events.Click) -> None:
        """Take the clicked word."""
        row = self._top + event.y
        if row < len(self.choices):
            self._at = row
            self._pad.post_message(self.Taken())

    def _show(self) -> None:
        self.display = bool(self.choices)
        wide = max((cell_len(word) for word, _ in self.choices), default=0)
        texts = [f"#{fit_width(word, wide)}  {plain(sentence)}" for word, sentence in self.choices]
        width = min(max(map(cell_len, texts), default=0), _MAX_WIDTH)
        shown = range(self._top, min(self._top + MAX_ROWS, len(texts)))
        self.update(Content("\n").join([self._row(at, fit_width(texts[at], width)) for at in shown]))

    def _row(self, at: int, text: str) -> Content:
        """One word and what it makes; signs, not colours, say which is chosen and where there are more."""
        above, below = at == self._top > 0, at == self._top + MAX_ROWS - 1 < len(self.choices) - 1
        row = f"{'▸' if at == self._at else ' '}{text} {'↑' if above else '↓' if below else ' '}"
        return Content.styled(row, "bold reverse" if at == self._at else "")


Tags: TypeAlias = Callable[[str], Sequence[Completion]]
"""What stands after the ``#`` → the words that fit, and what each makes."""


class TagArea(FastTextArea):
    """A text area with a menu of words, which is open only while such a word is being written."""

    tags: var[Tags] = var(lambda: _no_tags, init=False)
    """Which words are offered; asked at each key that is written into such a word."""

    _menu: TagMenu | None = None
    _offered: Location | None = None
    """Where the cursor was when the menu was last filled; elsewhere it is not for this word."""
    _closed_line = -1
    """The line in which Escape has closed the menu; it stays closed until the word is done."""

    @property
    def cursor_line(self) -> str:
        """The text of the line that the cursor is on."""
        return self.document.get_line(self.cursor_location[0])

    @property
    def has_open_menu(self) -> bool:
        """Whether the menu is open for the word at the cursor."""
        return bool(self._menu and self._menu.choices and self._offered == self.cursor_location)

    def edit(self, edit: Edit) -> EditResult:
        """Edit the text and offer the words that fit."""
        result = super().edit(edit)
        self._offer()
        return result

    def on_text_area_selection_changed(self) -> None:
        """Close the menu when the cursor has left the word."""
        if self.cursor_location != self._offered:
            self._close_menu()

    def on_key(self, event: events.Key) -> None:
        """Handle the keys of the open menu, and invisible characters."""
        if self._handle_menu_key(event.key) or self._write_invisible(event.character or ""):
            event.stop()
            event.prevent_default()

    def _write_invisible(self, character: str) -> bool:
        """Write what a keyboard can send and TextArea leaves out: hard spaces, and joiners of emoji and of letters."""
        wanted = len(character) == 1 and not character.isprintable() and category(character) in ("Cf", "Zs")
        if wanted and not self.read_only:
            self.replace(character, *self.selection, maintain_selection_offset=False)
        return wanted

    def _handle_menu_key(self, key: str) -> bool:
        """Let the open menu have the keys that it is for, and no other."""
        menu = self._menu
        if menu is None or not menu.choices or self._offered != self.cursor_location:
            return False
        if key == "escape":
            self._closed_line = self.cursor_location[0]
            self._close_menu()
        elif key in ("up", "down") and len(menu.choices) > 1:
            menu.move(1 if key == "down" else -1)
        elif key == "tab" or (key == "enter" and not self._is_complete(menu)):
            self.on_tag_menu_taken()
        else:
            return False
        return True

    def _is_complete(self, menu: TagMenu) -> bool:
        """True when nothing is left to choose or to write."""
        written = tag_at(self.cursor_line, self.cursor_location[1]) or ""
        return len(menu.choices) == 1 and menu.chosen.casefold() == written.casefold()

    def on_tag_menu_taken(self) -> None:
        """Write the word that the menu points at, and a space."""
        if self._menu and self._menu.chosen and self._offered == self.cursor_location:
            line, column = self.cursor_location
            start, space = self.cursor_line.index("#"), self.cursor_line[column : column + 1] == " "
            self._step(f"#{self._menu.chosen} ", (line, start), (line, column + space), stay=False)

    def _step(self, text: str, start: Location, end: Location, *, stay: bool) -> None:
        """Replace something as a step that is undone by itself; the cursor stays at its words, or goes to the end."""
        self.history.checkpoint()
        self.replace(text, start, end, maintain_selection_offset=stay)
        self.history.checkpoint()

    def _offer(self) -> None:
        """Show the words that fit the tag which is being written, if there are any."""
        line, column = self.cursor_location
        writing = self.has_focus and not self.read_only and self.selection.is_empty
        tag = tag_at(self.cursor_line, column) if writing else None
        if tag is None:
            self._closed_line = -1
        choices = () if tag is None or self._closed_line == line else self.tags(tag)
        if choices and self._menu is None:
            self._menu = TagMenu(self)
            self.screen.mount(self._menu)
        if self._menu:
            self._offered = self.cursor_location
            self._menu.offer(choices, self.cursor_screen_offset - (len(tag or "") + 1, 0))

    def _close_menu(self) -> None:
        self._offered = None
        if self._menu:
            self._menu.close()

    def on_blur(self) -> None:
        """Close the menu."""
        self._close_menu()

    def on_unmount(self) -> None:
        """Remove the menu."""
        if self._menu:
            self._menu.remove()


def _no_tags(_prefix: str) -> Sequence[Completion]:
    return ()
