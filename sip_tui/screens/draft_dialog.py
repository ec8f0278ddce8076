"""Dialogs in which words are typed: none of them is lost before it is taken."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widgets import Input, Static, TextArea

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.drafts import draft_of, draft_texts, keep_draft
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.dialogs import DialogScreen
from sip_tui.screens.keymap import Key
from sip_tui.widgets.commit_timer import CommitTimer
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.line_input import LineInput
from sip_tui.widgets.text_layout import HangingIndent

BATCH = 0.03
"""Seconds for which keys are gathered into one change at most: what is shown is on its way to the disk."""


class DraftDialog(DialogScreen[ScreenResultType]):
    """A dialog that keeps what is typed in it until it is taken: no crash, Escape or other screen takes it away."""

    app: MeetingApp
    DRAFT = ""
    """The name under which it is kept, unless ``draft_name`` tells several of its kind apart."""

    def __init__(self) -> None:
        super().__init__()
        self._draft_timer = CommitTimer(self, self.commit, BATCH, after_frame=True)

    @property
    def draft_title(self) -> str:
        """What the dialog is called when its words are told of."""
        raise NotImplementedError

    @property
    def draft_name(self) -> str:
        """The name under which its words are kept."""
        return self.DRAFT

    def typed(self) -> Mapping[str, str]:
        """What has been typed and not been taken yet; without empty texts."""
        raise NotImplementedError

    def kept(self) -> Mapping[str, str]:
        """What was typed the last time that this dialog was open, and not taken."""
        return draft_texts(draft_of(self.app.meeting, self.app.seat, self.draft_name))

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _commit_soon(self) -> None:
        self._draft_timer.on_change()

    def commit(self) -> None:
        """Keep what is typed as far as it is written."""
        self._draft_timer.stop()
        if self.is_attached:
            self._keep(self.typed())

    def take(self, result: ScreenResultType) -> None:
        """Close with a result: what was typed is kept in it."""
        self._keep({})
        self._draft_timer.stop()
        self.dismiss(result)

    def _keep(self, texts: Mapping[str, str]) -> None:
        self.app.write(
            keep_draft(self.app.meeting, self.app.seat, self.draft_name, texts, title=self.draft_title), step=None
        )


class ReasonDialog(DraftDialog[str | None]):
    """A text and one line to write in. Gives the reason, None when the chair stays.

    An empty line is answered once with why a reason helps; a second Enter goes on without one.
    """

    DRAFT = "reason"
    HELP = N_(
        "Write briefly why you are going ahead anyway, and press Enter. It is kept with the meeting. Without a "
        "reason you will be asked once more. Press Esc to go back; nothing will change."
    )
    AUTO_FOCUS = "#reason"
    BINDINGS = [
        command("reason.go", Key.OPEN, "go", N_("Go on"), N_("Go on, with the reason as written"), show=True),
        command("reason.stay", Key.BACK, "stay", N_("Stay"), N_("Back to the meeting"), show=True),
        HELP_KEY,
    ]
    DEFAULT_CSS = """
    ReasonDialog #reason { margin: 1 0 0 0; background: $boost; }
    ReasonDialog #reason-why { display: none; margin: 1 0 0 0; text-style: bold; }
    ReasonDialog.-asked #reason-why { display: block; }
    """

    def __init__(self, text: Content) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Yield the text, the field and why a reason helps."""
        with VerticalScroll(id="reading", can_focus=False):
            yield Static(HangingIndent(self._text))
            hint = _("Why you are going ahead anyway; then press Enter")
            yield LineInput(self.kept().get("reason", ""), placeholder=hint, compact=True, id="reason")
            enough = _("A word or two is enough, so that everyone can see afterwards that you thought of it.")
            without = _("Press Enter once more to go on without it.")
            yield Static(Content(f"{enough} {without}"), id="reason-why")
        yield KeyBar()

    @property
    def draft_title(self) -> str:
        """Why the chair goes on."""
        return _("Why you are going ahead")

    def typed(self) -> Mapping[str, str]:
        """The reason."""
        return {"reason": text} if (text := self._reason) else {}

    @property
    def _reason(self) -> str:
        return self.query_one("#reason", Input).value.strip()

    @on(Input.Submitted)
    def action_go(self) -> None:
        """Close with the reason; ask once more when there is none."""
        if (reason := self._reason) or self.has_class("-asked"):
            self.take(reason)
        else:
            self.add_class("-asked")

    def action_stay(self) -> None:
        """Close without going on."""
        self.commit()
        self.dismiss(None)
