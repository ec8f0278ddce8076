"""Two small dialogs: a question with a safe answer, and a text to read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from sip_tui.i18n.translation import N_
from sip_tui.screens.commands import LocalizedScreen, command
from sip_tui.widgets.key_bar import KeyBar


class Dialog(LocalizedScreen[bool], ModalScreen[bool]):
    """A text over the screen, which is answered with yes or no."""

    def __init__(self, *parts: Content | Widget) -> None:
        super().__init__()
        self._parts = parts

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="reading"):
            for part in self._parts:
                yield part if isinstance(part, Widget) else Static(part)
        yield KeyBar()

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is more only while something is below the edge."""
        return self._page.max_scroll_y > 0 if action == "more" else super().check_action(action, parameters)

    def on_mount(self) -> None:
        self.call_after_refresh(self.refresh_bindings)

    def action_more(self) -> None:
        """Turn the page; after the last one comes the first."""
        if self._page.scroll_y < self._page.max_scroll_y:
            self._page.scroll_page_down(animate=False)
        else:
            self._page.scroll_home(animate=False)

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#reading", VerticalScroll)


MORE = command("read.more", "space", "more", N_("More"), N_("Turn the page"), show=True, key=N_("space"))
"""For what may be longer than the screen."""


class TextDialog(Dialog):
    """Something to read; Escape closes it."""

    BINDINGS = [
        command("read.close", "escape,f1,q", "answer(False)", N_("Close"), N_("Back to the meeting"), show=True),
        MORE,
    ]


class ConfirmDialog(Dialog):
    """A question after a text. Escape is always the harmless answer."""

    BINDINGS = [
        command("ask.yes", "j,y", "answer(True)", N_("Yes"), N_("Do it"), show=True, key=N_("y")),
        command("ask.no", "n,escape", "answer(False)", N_("No, go on"), N_("Back to the meeting"), show=True),
        MORE,
    ]
