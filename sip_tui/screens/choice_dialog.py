"""A dialog in which one of a few lines is chosen, by its number or with the arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from sip_tui.i18n.translation import N_
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.dialogs import DialogScreen
from sip_tui.screens.keymap import Key
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.text_layout import HangingIndent

Choices = Sequence[tuple[str, Content]]
"""What can be chosen: (id, what is shown)."""
TEN = 10
"""Lines that have a digit; that of the tenth is 0."""


class ChoiceDialog(DialogScreen[str | None]):
    """A question and its answers, one a line. Gives the id of the chosen one, None when nothing was chosen."""

    HELP = N_(
        "Press the number of a line to choose it, or go there with the arrows and press Enter. "
        "Press Esc to change nothing."
    )
    AUTO_FOCUS = "RowList"
    BINDINGS = [
        command(
            "choice.take",
            Key.OPEN,
            "take",
            N_("Choose, or press its number"),
            N_("Choose the line that the cursor is on"),
            show=True,
        ),
        command("choice.close", Key.BACK, "close", N_("Close"), N_("Back; nothing has changed"), show=True),
        HELP_KEY,
        *(Binding(str(number % TEN), f"number({number})", show=False) for number in range(1, TEN + 1)),
    ]
    DEFAULT_CSS = """
    ChoiceDialog #choice-title { margin-bottom: 1; }
    ChoiceDialog RowList { height: auto; max-height: 16; }
    """

    def __init__(
        self, title: Content, choices: Choices, at: str = "", numbers: Mapping[str, int] | None = None
    ) -> None:
        """Make a dialog.

        Args:
            title: What is asked.
            choices: The answers.
            at: The answer that the cursor is on first.
            numbers: Their numbers, where they have some on the screen below; else they are counted.
        """
        super().__init__()
        counted = {row: number for number, (row, _text) in enumerate(choices, 1)}
        self._title, self._choices, self._at, self._numbers = title, choices, at, numbers or counted

    def compose(self) -> ComposeResult:
        """Yield the question and the numbered answers."""
        with VerticalScroll(id="reading", can_focus=False):
            yield Static(self._title, id="choice-title")
            yield RowList(id="choice-list")
        yield KeyBar()

    def on_mount(self) -> None:
        """Number the answers, and begin at the one that holds."""
        self.query_one(RowList).show([(row, _numbered(self._numbers.get(row, 0), text)) for row, text in self._choices])
        self.query_one(RowList).go_to(self._at)

    @on(OptionList.OptionSelected)
    def action_take(self) -> None:
        """Choose the line that the cursor is on."""
        self.dismiss(self.query_one(RowList).row or None)

    def action_number(self, number: int) -> None:
        """Choose a line by its number."""
        if chosen := next((row for row, _text in self._choices if self._numbers.get(row) == number), ""):
            self.dismiss(chosen)

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


def _numbered(number: int, text: Content) -> Content:
    digit = f" {number % TEN} " if 0 < number <= TEN else "   "
    return HangingIndent(Content.assemble((digit, "bold"), text), lead=len(digit))
