"""A select field for the keyboard: a letter opens the list and searches it, Enter takes an option and goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key, Paste
from textual.widgets import OptionList, Select
from textual.widgets._select import SelectCurrent, SelectOverlay
from textual.widgets.option_list import Option

from sip_tui.i18n.translation import N_
from sip_tui.screens.keymap import Key as Keys
from sip_tui.widgets.bounded_list import BoundedList
from sip_tui.widgets.safe_text import plain


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done with words that fit no option."""

    label: str
    field: str = ""
    """The field that they are written in; empty when they become a participant."""


class Unlisted(Protocol):
    """What a form does with words that fit no option."""

    def offers(self, words: str) -> Sequence[Offer]:
        """Return what is offered for the words."""

    def keep(self, words: str) -> None:
        """Keep the words until they have a place."""

    def add_participant(self, words: str) -> str:
        """Add somebody by name, and return the row."""

    def write(self, words: str) -> None:
        """Write the words elsewhere in the form."""


class SelectOptions(SelectOverlay, BoundedList):
    """The open list of options, which shows and keeps what is typed until it is closed."""

    BINDINGS = [
        Binding("enter", "select", N_("Choose"), tooltip=N_("Choose and go to the next field"), id="pick.take"),
        Binding("escape", "dismiss", N_("Close the list"), tooltip=N_("Leave it as it was"), id="pick.close"),
    ]

    words = ""
    """What has been typed since the list was opened."""
    _offers: Sequence[Offer] = ()

    def watch_has_focus(self, value: bool) -> None:
        """Follow the focus, without Textual's clock that forgets what is typed after 0.7 seconds."""
        OptionList.watch_has_focus(self, value)

    async def _on_key(self, event: Key) -> None:
        """Search with a letter; backspace takes the last one back."""
        if event.key != "backspace" and not (event.character and event.is_printable):
            return
        event.stop()
        event.prevent_default()
        self.search(self.words[:-1] if event.key == "backspace" else self.words + (event.character or ""))

    def search(self, words: str) -> None:
        """Go to the option that fits the words; when there is none, offer what else can be done with them."""
        self._drop_offers()
        self.words = words
        found = self._find_search_match(words) if words else None
        self._select.unlisted.keep(words if found is None else "")
        if found is None and words:
            self._offers = self._select.unlisted.offers(words)
            self.add_options([Option(Text(offer.label, style="italic")) for offer in self._offers])
            found = self.option_count - len(self._offers) if self._offers else None
        self.select(found)
        self._select.show_words(words)

    def on_paste(self, event: Paste) -> None:
        """Search for what is pasted, as for what is typed."""
        event.stop()
        self.search(self.words + " ".join(event.text.split()))

    def close_search(self) -> str:
        """Forget what was typed; return it when no option fits it."""
        words, fits = self.words, self._find_search_match(self.words) is not None
        self._drop_offers()
        self.words = ""
        self._select.unlisted.keep("")
        return "" if fits else words

    def _drop_offers(self) -> None:
        for _offer in self._offers:
            self.remove_option_at_index(self.option_count - 1)
        self._offers = ()

    def action_select(self) -> None:
        """Take the marked option or offer and go on; close the list when none is marked."""
        at = self.highlighted
        first = self.option_count - len(self._offers)
        if at is None:
            self._select.close()
        elif at < first:
            self._select.take(at)
        else:
            self._select.take_offer(self._offers[at - first], self.words)

    def _find_search_match(self, query: str) -> int | None:
        """Find the option that begins with what has been typed, else one with a word that does.

        Textual 8.2.8 finds it anywhere, so that a stray "l" would take "hälften till". Without a match nothing is
        marked, and Enter then changes nothing.
        """
        prefix = query.casefold()
        texts = [str(option.prompt).casefold() for option in self.options[: self.option_count - len(self._offers)]]
        matches = [index for index, text in enumerate(texts) if text.startswith(prefix)]
        matches += [index for index, text in enumerate(texts) if f" {prefix}" in re.sub(r"[^\w]", " ", text)]
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

    BINDINGS = [
        Binding("up", "screen.step(-1)", show=False),
        Binding("enter", "show_overlay", N_("Open the list"), tooltip=N_("Choose one of several"), id="pick.open"),
    ]

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str,
        none: str,
        go_on: Callable[[], None],
        unlisted: Unlisted,
        *,
        id: str,  # noqa: A002 - Textual's own word
    ) -> None:
        # Textual searches the list only when its prompts are texts of Rich's.
        prompts = [(Text(plain(words)), row) for row, words in options]
        known = value if any(row == value for row, _words in options) else Select.NULL
        # A name that is on no list is kept until somebody takes an option.
        self._unlisted = value if known is Select.NULL else ""
        self._listed = [*prompts]
        super().__init__(prompts, value=known, prompt=none, compact=True, id=id)
        self._go_on, self.unlisted = go_on, unlisted

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
        self._rows.close_search()
        self.value, self._unlisted = self._options[index][1], ""
        self._go_on()
        self.expanded = False

    def take_offer(self, offer: Offer, words: str) -> None:
        """Do with words that fit no option what was offered."""
        self._rows.close_search()
        if offer.field:
            self.unlisted.write(words)
        else:
            row = self.unlisted.add_participant(words)
            self.set_options([*self._listed, (Text(plain(words.strip())), row)])
            self.value, self._unlisted = row, ""
            self._go_on()
        self.expanded = False

    def show_words(self, words: str) -> None:
        """Show what is typed in the place of the choice; the choice again when that is nothing."""
        shown = next(
            (prompt for prompt, row in self._options if row == self.value and not self.is_blank()), Select.NULL
        )
        self.query_one(SelectCurrent).update(Text(f"{plain(words)}▏") if words else shown)

    def show_choice(self, row: str) -> None:
        """Show what somebody else has chosen, by its id; empty for nothing."""
        known = any(row == option for _words, option in self._options)
        self.value, self._unlisted = (row, "") if known and row else (Select.NULL, row)

    def close(self) -> None:
        """Close the list and change nothing."""
        self.screen.set_focus(self)
        self.expanded = False

    def watch_expanded(self, expanded: bool) -> None:
        """Give the focus to the open list at once, so that the next key is for it; keep its words when it closes."""
        if not expanded:
            words = self._rows.close_search()
            self.show_words("")
            self.unlisted.write(words)
        else:
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

    def on_paste(self, event: Paste) -> None:
        """Open the list and search it for what is pasted."""
        event.stop()
        self.action_show_overlay()
        self._rows.post_message(Paste(event.text))

    @property
    def _rows(self) -> SelectOptions:
        return self.query_one(SelectOptions)


class PassingSelect(KeyboardSelect):
    """A select that Enter passes by, as it does a field of text; an arrow or a letter opens the list."""

    BINDINGS = [
        Binding("enter", "go_on", N_("Next field"), tooltip=N_("Go on; closes after the last field"), id="form.next"),
        Binding(
            Keys.OPEN_LIST, "show_overlay", N_("Open the list"), tooltip=N_("Choose one of several"), id="pick.open"
        ),
    ]
