"""Two small dialogs: a question with a safe answer, and a text to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from sip_tui.language import N_
from sip_tui.screens.commands import command, translated
from sip_tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.binding import ActiveBinding


class Dialog(ModalScreen[bool]):
    """A text over the screen, which is answered with yes or no."""

    def __init__(self, *parts: Content | Widget) -> None:
        super().__init__()
        self._parts = parts

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="reading"):
            for part in self._parts:
                yield part if isinstance(part, Widget) else Static(part)
        yield KeyLine()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        return translated(super().active_bindings)

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)


class Reading(Dialog):
    """Something to read; Escape closes it."""

    BINDINGS = [
        command("read.close", "escape,f1,q", "answer(False)", N_("Close"), N_("Back to the meeting"), show=True)
    ]


class Question(Dialog):
    """A question after a text. Escape is always the harmless answer."""

    BINDINGS = [
        command("ask.yes", "j,y", "answer(True)", N_("Yes"), N_("Do it"), show=True, key=N_("y")),
        command("ask.no", "n,escape", "answer(False)", N_("No, go on"), N_("Back to the meeting"), show=True),
    ]
