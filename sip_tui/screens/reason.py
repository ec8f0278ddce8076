"""A question that is answered by going on, with a word about why; it never stops anybody (seed row 15, design §7)."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from sip_tui.i18n.translation import N_, _
from sip_tui.screens.commands import HELP_KEY, LocalizedScreen, command
from sip_tui.widgets.key_bar import KeyBar


class ReasonDialog(LocalizedScreen[str | None], ModalScreen[str | None]):
    """A text and one line to write in. Gives the reason, None when the chair stays.

    An empty line is answered once with why a reason helps; a second Enter goes on without one.
    """

    HELP = N_(
        "Write in a few words why you go on all the same, and press Enter: it is kept with the meeting. Without a "
        "reason Enter asks once more. Escape goes back, and nothing has happened."
    )
    AUTO_FOCUS = "#reason"
    BINDINGS = [
        command("reason.go", "enter", "go", N_("Go on"), N_("Go on, with the reason that is written"), show=True),
        command("reason.stay", "escape", "stay", N_("Stay"), N_("Back to the meeting"), show=True),
        HELP_KEY,
    ]
    DEFAULT_CSS = """
    Reason { align: center middle; }
    Reason #reason { margin: 1 0 0 0; background: $boost; }
    Reason #reason-why { display: none; margin: 1 0 0 0; text-style: bold; }
    Reason.-asked #reason-why { display: block; }
    """

    def __init__(self, text: Content) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="reading", can_focus=False):
            yield Static(self._text)
            yield Input(placeholder=_("Why you go on all the same; then Enter"), compact=True, id="reason")
            enough = _("A word or two is enough, so that everybody can see afterwards that you thought of it.")
            without = _("Enter once more goes on without.")
            yield Static(Content(f"{enough} {without}"), id="reason-why")
        yield KeyBar()

    @on(Input.Submitted)
    def action_go(self) -> None:
        reason = self.query_one("#reason", Input).value.strip()
        if reason or self.has_class("-asked"):
            self.dismiss(reason)
        else:
            self.add_class("-asked")

    def action_stay(self) -> None:
        self.dismiss(None)
