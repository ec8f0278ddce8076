"""One of several rows, chosen by keys alone: a letter opens the list and looks for it, Enter takes and goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key
from textual.widgets import Select
from textual.widgets._select import SelectCurrent, SelectOverlay

from sip_tui.i18n.translation import N_
from sip_tui.widgets.safe_text import plain


class SelectOptions(SelectOverlay):
    """The open list. What is decided in it holds at once, before anything is painted."""

    BINDINGS = [
        Binding("enter", "select", N_("Choose"), tooltip=N_("Take this, and go to the next field"), id="pick.take"),
        Binding("escape", "dismiss", N_("Close the list"), tooltip=N_("Leave it as it was"), id="pick.close"),
    ]

    def action_select(self) -> None:
        if self.highlighted is None:
            self._pick.fold()
        else:
            self._pick.take(self.highlighted)

    def _find_search_match(self, query: str) -> int | None:
        """Where a word begins with what has been typed, that at the beginning of a row first.

        Textual 8.2.8 finds it anywhere, so that a stray "l" would take "hälften till". What is found nowhere leaves
        nothing marked, and Enter then changes nothing.
        """
        begun = query.casefold()
        rows = [str(one.prompt).casefold() for one in self.options]
        first = next((at for at, row in enumerate(rows) if row.startswith(begun)), None)
        if first is not None:
            return first
        found = next((at for at, row in enumerate(rows) if f" {begun}" in re.sub(r"[^\w]", " ", row)), None)
        if found is None:
            self.highlighted = None
        return found

    def action_dismiss(self) -> None:
        self._pick.fold()

    @property
    def _pick(self) -> KeyboardSelect:
        pick = self.parent
        assert isinstance(pick, KeyboardSelect)
        return pick


class KeyboardSelect(Select[str]):
    """A select that leads on to the next field when something has been taken, also when that stood there already.

    Textual's own paints the choice, and asks for the focus by a message afterwards: what is typed as soon as the choice
    can be seen would be lost in the closed list. So the list, the value and the focus are changed in one go here, and
    ``go_on`` is called rather than told by a message.
    """

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str,
        none: str,
        go_on: Callable[[], None],
        *,
        id: str,  # noqa: A002 - Textual's own word
    ) -> None:
        # The list is searched by what is typed only when its rows are texts of Rich's.
        rows = [(Text(plain(words)), row) for row, words in options]
        known = value if any(row == value for row, _words in options) else Select.NULL
        # A name that is on no list stays what it is until somebody takes another.
        self._kept = value if known is Select.NULL else ""
        super().__init__(rows, value=known, prompt=none, compact=True, id=id)
        self._go_on = go_on

    def compose(self) -> ComposeResult:
        yield SelectCurrent(self.prompt)
        yield SelectOptions().data_bind(compact=Select.compact)

    @property
    def chosen(self) -> str:
        """The id of the row that is chosen; with none, what stood there and is no row, or empty."""
        return self._kept if self.is_blank() else str(self.value)

    def take(self, index: int) -> None:
        """Choose a row by its place in the list, and go on."""
        self.value, self._kept = self._options[index][1], ""
        self._go_on()
        self.expanded = False

    def fold(self) -> None:
        """Close the list, and leave everything as it was."""
        self.screen.set_focus(self)
        self.expanded = False

    def watch_expanded(self, expanded: bool) -> None:
        """The next key is for the list, however soon it comes."""
        if expanded:
            self.screen.set_focus(self._rows, scroll_visible=False)
            # Once it has its height: the list moves down what is below it, and may itself be below the edge.
            self.call_after_refresh(self.scroll_visible, animate=False)

    def on_key(self, event: Key) -> None:
        """A letter opens the list and begins to look for a row."""
        if self.screen.focused is self and event.is_printable and event.character != " ":
            event.stop()
            event.prevent_default()
            self.action_show_overlay()
            self._rows.post_message(Key(event.key, event.character))

    @property
    def _rows(self) -> SelectOptions:
        return self.query_one(SelectOptions)
