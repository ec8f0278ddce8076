"""One of several rows, chosen by keys alone: a letter opens the list and looks for it, Enter takes and goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key
from textual.widgets import Select
from textual.widgets._select import SelectCurrent, SelectOverlay

from sip_tui.language import N_
from sip_tui.widgets.plain import plain


class Rows(SelectOverlay):
    """The open list. What is decided in it holds at once, before anything is painted."""

    BINDINGS = [
        Binding("enter", "select", N_("Choose"), tooltip=N_("Take this, and go to the next field"), id="pick.take"),
        Binding("escape", "dismiss", N_("Close the list"), tooltip=N_("Leave it as it was"), id="pick.close"),
    ]

    def action_select(self) -> None:
        if self.highlighted is not None:
            self._pick.take(self.highlighted)

    def action_dismiss(self) -> None:
        self._pick.fold()

    @property
    def _pick(self) -> Pick:
        pick = self.parent
        assert isinstance(pick, Pick)
        return pick


class Pick(Select[str]):
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
        super().__init__(rows, value=known, prompt=none, compact=True, id=id)
        self._go_on = go_on

    def compose(self) -> ComposeResult:
        yield SelectCurrent(self.prompt)
        yield Rows().data_bind(compact=Select.compact)

    @property
    def chosen(self) -> str:
        """The id of the row that is chosen; empty when none is."""
        return "" if self.is_blank() else str(self.value)

    def take(self, index: int) -> None:
        """Choose a row by its place in the list, and go on."""
        self.value = self._options[index][1]
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

    def on_key(self, event: Key) -> None:
        """A letter opens the list and begins to look for a row."""
        if self.screen.focused is self and event.is_printable and event.character != " ":
            event.stop()
            event.prevent_default()
            self.action_show_overlay()
            self._rows.post_message(Key(event.key, event.character))

    @property
    def _rows(self) -> Rows:
        return self.query_one(Rows)
