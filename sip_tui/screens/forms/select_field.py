"""A select field for the keyboard: a letter opens the list and searches it, Enter takes an option and goes on."""

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
    """The open list of options."""

    BINDINGS = [
        Binding("enter", "select", N_("Choose"), tooltip=N_("Choose and go to the next field"), id="pick.take"),
        Binding("escape", "dismiss", N_("Close the list"), tooltip=N_("Leave it as it was"), id="pick.close"),
    ]

    def action_select(self) -> None:
        """Take the marked option and go on; close the list when none is marked."""
        if self.highlighted is None:
            self._select.close()
        else:
            self._select.take(self.highlighted)

    def _find_search_match(self, query: str) -> int | None:
        """Find the option that begins with what has been typed, else one with a word that does.

        Textual 8.2.8 finds it anywhere, so that a stray "l" would take "hälften till". Without a match nothing is
        marked, and Enter then changes nothing.
        """
        prefix = query.casefold()
        texts = [str(option.prompt).casefold() for option in self.options]
        matches = [index for index, text in enumerate(texts) if text.startswith(prefix)]
        matches += [index for index, text in enumerate(texts) if f" {prefix}" in re.sub(r"[^\w]", " ", text)]
        if not matches:
            self.highlighted = None
        return next(iter(matches), None)

    def action_dismiss(self) -> None:
        """Close the list and change nothing."""
        self._select.close()

    @property
    def _select(self) -> KeyboardSelect:
        select = self.parent
        assert isinstance(select, KeyboardSelect)
        return select


class KeyboardSelect(Select[str]):
    """A select that goes on to the next field when an option has been taken, even the one that was chosen already.

    Textual's own paints the choice and moves the focus by a message afterwards, so that keys typed meanwhile are lost
    in the closed list. Here the list, the value and the focus change at once, and ``go_on`` is called, not posted.
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
        # Textual searches the list only when its prompts are texts of Rich's.
        prompts = [(Text(plain(words)), row) for row, words in options]
        known = value if any(row == value for row, _words in options) else Select.NULL
        # A name that is on no list is kept until somebody takes an option.
        self._unlisted = value if known is Select.NULL else ""
        super().__init__(prompts, value=known, prompt=none, compact=True, id=id)
        self._go_on = go_on

    def compose(self) -> ComposeResult:
        """Lay out the chosen option and the list."""
        yield SelectCurrent(self.prompt)
        yield SelectOptions().data_bind(compact=Select.compact)

    def action_go_on(self) -> None:
        """Keep what is shown and go to the next field."""
        self._go_on()

    @property
    def chosen(self) -> str:
        """The id of the chosen option; when none is, the value that was given and is no option, or empty."""
        return self._unlisted if self.is_blank() else str(self.value)

    def take(self, index: int) -> None:
        """Choose an option by its index, and go on."""
        self.value, self._unlisted = self._options[index][1], ""
        self._go_on()
        self.expanded = False

    def show_choice(self, row: str) -> None:
        """Show what somebody else has chosen, by its id; empty for nothing."""
        known = any(row == option for _words, option in self._options)
        self.value, self._unlisted = (row, "") if known and row else (Select.NULL, row)

    def close(self) -> None:
        """Close the list and change nothing."""
        self.screen.set_focus(self)
        self.expanded = False

    def watch_expanded(self, expanded: bool) -> None:
        """Give the focus to the open list at once, so that the next key is for it."""
        if expanded:
            self.screen.set_focus(self._rows, scroll_visible=False)
            # Once it has its height: the list moves down what is below it, and may itself be below the edge.
            self.call_after_refresh(self.scroll_visible, animate=False)

    def on_key(self, event: Key) -> None:
        """Open the list with a letter, and search for it; a digit gives the floor, as everywhere in the room."""
        letter = event.character or ""
        if self.screen.focused is self and event.is_printable and not (letter.isspace() or letter.isdecimal()):
            event.stop()
            event.prevent_default()
            self.action_show_overlay()
            self._rows.post_message(Key(event.key, event.character))

    @property
    def _rows(self) -> SelectOptions:
        return self.query_one(SelectOptions)


class PassingSelect(KeyboardSelect):
    """A select that Enter passes by, as it does a field of text; an arrow or a letter opens the list."""

    BINDINGS = [Binding("enter", "go_on", N_("Next field"), show=False)]
