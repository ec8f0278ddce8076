"""What covers a locked meeting that nobody has touched for a while: a field for its passphrase, and no word of it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from sip_tui.i18n.translation import N_, _
from sip_tui.screens.commands import LocalizedScreen, command
from sip_tui.screens.keymap import Key
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.safe_text import plain


class LockScreen(LocalizedScreen[None], ModalScreen[None]):
    """Ask for the passphrase; nothing else can be done, and nothing is lost: what was being written waits beneath."""

    AUTO_FOCUS = "#passphrase"
    BINDINGS = [
        command("lock.open", Key.OPEN, "open", N_("Open"), N_("Open the meeting again"), show=True),
        command("lock.quit", Key.QUIT, "app.quit", N_("Leave"), N_("Leave the program"), show=True),
    ]
    DEFAULT_CSS = """
    LockScreen { align: center middle; background: $background; }
    LockScreen VerticalGroup { width: 60; max-width: 100%; padding: 1 2; border: round $primary; }
    LockScreen Input { margin: 1 0; }
    """

    def __init__(self, opens: Callable[[str], str], trouble: str = "") -> None:
        super().__init__()
        self._trouble = trouble
        self._opens = opens
        """Given a passphrase, returns what is wrong with it; empty when it opens. Takes a fifth of a second."""

    def compose(self) -> ComposeResult:
        """Yield a sentence and the field."""
        with VerticalGroup():
            said = _("The meeting is locked."), plain(self._trouble) or _("Everything is saved.")
            yield Static(" ".join(said), id="lock-says", markup=False)
            yield Input(password=True, placeholder=_("Passphrase"), id="passphrase")
        yield KeyBar()

    def take_paste(self, text: str) -> None:
        """Take a passphrase into the field, wherever it is pasted."""
        self.query_one(Input).value = text.strip()

    @on(Input.Submitted)
    def action_open(self) -> None:
        """Try what was written."""
        self._try(self.query_one(Input).value)

    @work(thread=True, exclusive=True)
    def _try(self, passphrase: str) -> None:
        self.app.call_from_thread(self._answer, self._opens(passphrase))

    def _answer(self, wrong: str) -> None:
        if not self.is_current:  # an answer to an earlier try, of which a later one was right
            return
        if not wrong:
            self.dismiss(None)
            return
        self.query_one("#lock-says", Static).update(wrong)
        self.query_one(Input).clear()
