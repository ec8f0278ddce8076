"""An editor that offers words after a ``#`` at the beginning of a line, and lets every other key through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias
from unicodedata import category

from textual import events
from textual.reactive import var
from textual.widgets.text_area import Edit, EditResult, Location

from sip_tui.widgets.editor.fast_text_area import FastTextArea
from sip_tui.widgets.editor.tag_menu import Choice, TagMenu, tag_at

Tags: TypeAlias = Callable[[str], Sequence[Choice]]
"""What stands after the ``#`` → the words that fit, and what each makes."""


class TagArea(FastTextArea):
    """A text area with a menu of words, which is open only while such a word is being written."""

    tags: var[Tags] = var(lambda: _no_tags, init=False)
    """Which words are offered; asked at each key that is written into such a word."""

    _menu: TagMenu | None = None
    _offered: Location | None = None
    """Where the cursor was when the menu was last filled; elsewhere it is not for this word."""
    _hushed = -1
    """The line in which Escape has closed the menu; it stays closed until the word is done."""

    @property
    def cursor_line(self) -> str:
        """The text of the line that the cursor is on."""
        return self.document.get_line(self.cursor_location[0])

    def edit(self, edit: Edit) -> EditResult:
        result = super().edit(edit)
        self._offer()
        return result

    def on_text_area_selection_changed(self) -> None:
        if self.cursor_location != self._offered:
            self._close_menu()

    def on_key(self, event: events.Key) -> None:
        if self._steer(event.key) or self._write_invisible(event.character or ""):
            event.stop()
            event.prevent_default()

    def _write_invisible(self, character: str) -> bool:
        """Write what a keyboard can send and TextArea leaves out: hard spaces, and joiners of emoji and of letters."""
        wanted = len(character) == 1 and not character.isprintable() and category(character) in ("Cf", "Zs")
        if wanted and not self.read_only:
            self.replace(character, *self.selection, maintain_selection_offset=False)
        return wanted

    def _steer(self, key: str) -> bool:
        """Let the open menu have the keys that it is for, and no other."""
        menu = self._menu
        if menu is None or not menu.choices or self._offered != self.cursor_location:
            return False
        if key == "escape":
            self._hushed = self.cursor_location[0]
            self._close_menu()
        elif key in ("up", "down") and len(menu.choices) > 1:
            menu.move(1 if key == "down" else -1)
        elif key == "tab" or (key == "enter" and not self._whole(menu)):
            self.on_tag_menu_taken()
        else:
            return False
        return True

    def _whole(self, menu: TagMenu) -> bool:
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
            self._hushed = -1
        choices = () if tag is None or self._hushed == line else self.tags(tag)
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
        self._close_menu()

    def on_unmount(self) -> None:
        if self._menu:
            self._menu.remove()


def _no_tags(_prefix: str) -> Sequence[Choice]:
    return ()
