"""Do we need a meeting? Five questions before the call (requirements 119-124, 173, 184)."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from sip_tui.i18n.translation import N_, _
from sip_tui.resources.meeting_types import meeting_types
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.draft_dialog import DraftDialog
from sip_tui.screens.keymap import Key
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.line_input import LineInput
from sip_tui.widgets.safe_text import plain

QUESTIONS = (
    (
        N_("Who sees the need: the person, family or a friend, or a service? And would a telephone call be enough?"),
        "why",
    ),
    (N_("What do you need an answer to? Write it as a question."), "question_1"),
    (N_("Which type of meeting?"), "type"),
    (N_("Who has to be there to answer it, and who would the person like there?"), "people"),
    (
        N_(
            "How will the person take part, and are things so tense or complicated that someone experienced should "
            "lead?"
        ),
        "",
    ),
)
"""Question → where its answer is written: a field, the list of people, or a task of one's own."""


class NeedDialog(DraftDialog[dict[str, str] | None]):
    """One question at a time; gives the answers by field, None when somebody turns back at the first."""

    HELP = N_("Answer in a few words and press Enter. You can leave an answer empty. Press Esc to stop.")
    AUTO_FOCUS = "#need-answer"
    DRAFT = "need"
    BINDINGS = [
        command("need.next", Key.OPEN, "next", N_("Next"), N_("To the next question"), show=True),
        command("need.stop", Key.BACK, "stop", N_("Stop"), N_("Keep what has been answered"), show=True),
        HELP_KEY,
    ]
    DEFAULT_CSS = "NeedDialog #need-answer { margin: 1 0 0 0; background: $boost; }"

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[str, str] = {}
        self._at = 0

    def compose(self) -> ComposeResult:
        """Yield the question and the line for the answer."""
        with VerticalScroll(id="reading", can_focus=False):
            yield Static(id="need-question")
            yield LineInput(compact=True, id="need-answer")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first question."""
        self._answers.update(self.kept())
        self._show()

    def _show(self) -> None:
        question, field = QUESTIONS[self._at]
        title = _("Do you need a meeting? {number} of {count}").format(number=self._at + 1, count=len(QUESTIONS))
        lines = [Content.styled(title, "bold"), Content(""), Content(_(question))]
        if field == "type":
            lines += [Content(plain(f"{kind.name}: {kind.about}")) for kind in meeting_types()]
        self.query_one("#need-question", Static).update(Content("\n").join(lines))
        self.query_one("#need-answer", Input).value = self._answers.get(field, "")

    @on(Input.Submitted)
    def action_next(self) -> None:
        """Keep the answer and go on; after the last question, close."""
        self._answers = dict(self.typed())
        if self._at + 1 == len(QUESTIONS):
            self.take(self._answers)
            return
        self._at += 1
        self._show()

    def action_stop(self) -> None:
        """Close with what has been answered."""
        self.take(dict(self.typed()) or None)

    @property
    def draft_title(self) -> str:
        """What is asked."""
        return _("Do you need a meeting?")

    def typed(self) -> Mapping[str, str]:
        """The answers, with the one that is being written."""
        answers = self._answers | {QUESTIONS[self._at][1]: self.query_one("#need-answer", Input).value.strip()}
        return {field: text for field, text in answers.items() if text}
