"""A question that is answered on one line."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from sip_tui.i18n.translation import N_
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.draft_dialog import DraftDialog
from sip_tui.screens.forms.interpretation import number_warning
from sip_tui.screens.keymap import Key
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.line_input import LineInput
from sip_tui.widgets.safe_text import plain


class LineDialog(DraftDialog[str | None]):
    """A question and one line to write in; Enter gives the line, Escape None."""

    HELP = N_("Write on the line and press Enter. Press Esc to go back; nothing will change.")
    AUTO_FOCUS = "#line"
    DRAFT = "line"
    BINDINGS = [
        command("line.go", Key.OPEN, "go", N_("Done"), N_("Use what is written"), show=True),
        command("line.stay", Key.BACK, "stay", N_("Back"), N_("Leave it as it was"), show=True),
        HELP_KEY,
    ]
    DEFAULT_CSS = "LineDialog #line { margin: 1 0 0 0; background: $boost; }"

    def __init__(self, question: str, hint: str = "", value: str = "", *, draft: str) -> None:
        """Make a dialog; ``draft`` tells its question from others, so that no draft takes the place of another."""
        super().__init__()
        self._question, self._hint, self._value, self._asked = question, hint, value, ""
        self._draft = draft

    def compose(self) -> ComposeResult:
        """Yield the question and the line."""
        with VerticalScroll(id="reading", can_focus=False):
            yield Static(Content.styled(plain(self._question), "bold"))
            left = self.kept().get("line", self._value)
            yield LineInput(left, placeholder=self._hint, compact=True, select_on_focus=False, id="line")
        yield KeyBar()

    @on(Input.Submitted)
    def action_go(self) -> None:
        """Close with the line; a number that is not needed is asked about once."""
        warned = number_warning([self._line])
        if warned and self._line != self._asked:
            self._asked = self._line
            self.notify(warned, severity="warning", markup=False)
        else:
            self.take(self._line)

    def action_stay(self) -> None:
        """Close without an answer."""
        self.commit()
        self.dismiss(None)

    @property
    def draft_name(self) -> str:
        """The question's own name."""
        return f"{self.DRAFT} {self._draft}"

    @property
    def draft_title(self) -> str:
        """The question."""
        return self._question

    def typed(self) -> Mapping[str, str]:
        """The line, unless it is what stood there."""
        return {"line": self._line} if self._line not in {"", self._value} else {}

    @property
    def _line(self) -> str:
        return self.query_one("#line", Input).value.strip()
