"""A dialog in which one of a few lines is chosen, by its number or with the arrows."""

from __future__ import annotations

from collections.abc import Sequence

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

Choices = Sequence[tuple[str, Content]]
"""What can be chosen: (id, what is shown)."""
MAX_CHOICES = 9
"""Lines that have a digit."""


class ChoiceDialog(DialogScreen[str | None]):
    """A question and its answers, one a line. Gives the id of the chosen one, None when nothing was chosen."""

    HELP = N_(
        "Press the number of a line to choose it, or go there with the arrows and press Enter. "
        "Press Esc to change nothing."
    )
    AUTO_FOCUS = "RowList"
    BINDINGS = [
        Binding("enter", "take", show=False),
        command("choice.close", Key.BACK, "close", N_("Close"), N_("Back; nothing has changed"), show=True),
        HELP_KEY,
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, MAX_CHOICES + 1)),
    ]
    DEFAULT_CSS = """
    ChoiceDialog #choice-title { margin-bottom: 1; }
    ChoiceDialog RowList { height: auto; max-height: 16; }
    """

    def __init__(self, title: Content, choices: Choices, at: str = "") -> None:
        super().__init__()
        self._title, self._choices, self._at = title, choices, at

    def compose(self) -> ComposeResult:
        """Yield the question and the numbered answers."""
        with VerticalScroll(id="reading", can_focus=False):
            yield Static(self._title, id="choice-title")
            yield RowList(id="choice-list")
        yield KeyBar()

    def on_mount(self) -> None:
        """Number the answers, and begin at the one that holds."""
        rows = [(row, _numbered(number, text)) for number, (row, text) in enumerate(self._choices, 1)]
        self.query_one(RowList).show(rows)
        self.query_one(RowList).go_to(self._at)

    @on(OptionList.OptionSelected)
    def action_take(self) -> None:
        """Choose the line that the cursor is on."""
        self.dismiss(self.query_one(RowList).row or None)

    def action_number(self, number: int) -> None:
        """Choose a line by its number."""
        if number <= len(self._choices):
            self.dismiss(self._choices[number - 1][0])

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


def _numbered(number: int, text: Content) -> Content:
    return Content.assemble((f" {number} " if number <= MAX_CHOICES else "   ", "bold"), text)
