"""The search of the start screen: opened by its key, by a paste, or by a name that is typed at the list."""

from __future__ import annotations

from textual.events import Key as KeyPress
from textual.timer import Timer
from textual.widgets import Input

from sip_tui.screens.commands import LocalizedScreen
from sip_tui.widgets.long_list import LongList

COMMAND_DELAY = 0.25
"""Seconds after which a letter that nothing has followed is a command: its name may go on faster than that.

Measured in a terminal with names typed at 80-150 ms a letter: none of 16 ran a command, with half of it one did.
"""


class SearchScreen(LocalizedScreen[None]):
    """A screen with a long list and a search in it.

    A letter at the list is a command when no other follows at once; what is typed as a word is searched, and is no
    command. Most of these leave the screen, so that none could be taken back. A sign begins no name, and does not wait.
    """

    _letter: KeyPress | None = None
    """A letter that is a command unless another one follows."""
    _timer: Timer | None = None

    @property
    def search(self) -> Input:
        """The field of the search."""
        return self.query_one("#start-find", Input)

    def action_find(self) -> None:
        """Open the search; what is typed is searched at once."""
        self.add_class("-finding")
        self.refresh_bindings()
        self.set_focus(self.search)

    def action_unfind(self) -> None:
        """Close the search and show all meetings again."""
        self.remove_class("-finding")
        self.refresh_bindings()
        self.search.value = ""
        self.query_one(LongList).focus()

    def take_paste(self, text: str) -> None:
        """Open the search with what has been pasted at the list."""
        self._search_for(" ".join(text.split()))

    async def on_key(self, event: KeyPress) -> None:  # type: ignore[override]
        """Keep a letter until it is known whether it begins a name; another key comes after what it commands."""
        before = self._take_letter()
        if not event.is_printable or not event.character or self.focused is self.search:
            await self._run_command(before)
            return
        active = self.active_bindings.get(event.key)
        is_sign = not event.character.isalpha() and active is not None and active.enabled
        if before is None and active is not None and (is_sign or active.binding.action == "find"):
            return
        if before is None and active is not None and active.enabled:
            self._letter, self._timer = event, self.set_timer(COMMAND_DELAY, self._run_letter)
        else:
            self._search_for(f"{before.character if before else ''}{event.character}".lstrip())
        event.stop()
        event.prevent_default()

    def _take_letter(self) -> KeyPress | None:
        letter, self._letter = self._letter, None
        if self._timer is not None:
            self._timer.stop()
        return letter

    async def _run_letter(self) -> None:
        await self._run_command(self._take_letter())

    async def _run_command(self, letter: KeyPress | None) -> None:
        active = self.active_bindings.get(letter.key) if letter is not None and self.is_active else None
        if active is not None and active.enabled:
            await self.app.run_action(active.binding.action, active.node)

    def _search_for(self, words: str) -> None:
        if words and self.check_action("find", ()):
            self.action_find()
            self.search.value = words if self.is_active else f"{self.search.value}{words}"
            self.search.cursor_position = len(self.search.value)
