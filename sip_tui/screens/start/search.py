"""The search of the start screen: opened by its key, by a paste, or by a name that is typed at the list."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key as KeyPress
from textual.timer import Timer
from textual.widgets import Input, Static

from sip_tui.i18n.translation import _
from sip_tui.screens.commands import LocalizedScreen
from sip_tui.widgets.line_input import LineInput
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.long_list import LongList

COMMAND_DELAY = 0.25
"""Seconds after which a letter that nothing has followed is a command: its name may go on faster than that.

Measured in a terminal with names typed at 80-150 ms a letter: none of 16 ran a command, with half of it one did.
"""


class SearchLine(Horizontal):
    """The field of the search, what it is called, and how many meetings it finds."""

    DEFAULT_CSS = """
    SearchLine {
        height: auto; margin: 1 1 0 1; display: none;
        Static { width: auto; }
        #start-find { width: 1fr; background: $boost; }
        #start-find:focus { background: $primary 40%; }
        #start-count { padding: 0 0 0 2; }
    }
    """

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Yield the name, the field and the count."""
        yield Static(Content.styled(f"{_('Search')}: ", "bold"))
        yield LineInput(placeholder=self._hint, compact=True, select_on_focus=False, id="start-find")
        yield Static(id="start-count")

    def show_count(self, found: int, of: int) -> None:
        """Show how many meetings are found."""
        words = _("{count} of {all}").format(count=found, all=of)
        update_if_changed(self.query_one("#start-count", Static), Content(words))


class SearchScreen(LocalizedScreen[None]):
    """A screen with a long list and a search in it.

    A letter at the list is a command when no other follows at once; what is typed as a word is searched, and is no
    command. Most of these leave the screen, so that none could be taken back. A sign begins no name, and does not wait.
    """

    _letter: KeyPress | None = None
    """A letter that is a command unless another one follows."""
    _timer: Timer | None = None

    @property
    def hidden_commands(self) -> frozenset[str]:
        """In the search, its own key."""
        return frozenset({"start.find"}) if self.has_class("-finding") else frozenset()

    @property
    def needed_commands(self) -> Sequence[str]:
        """In the search, the key that leads back to all meetings."""
        return ("start.unfind",) if self.has_class("-finding") else ()

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
