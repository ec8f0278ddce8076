"""Unclear words: whoever said one is asked, and the answer goes into the word list of the minutes."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import unanswered_terms
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.model.meeting import Meeting, Term
from sip_tui.phrasing.wording import name_or_role
from sip_tui.screens.commands import command
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.keymap import Key
from sip_tui.screens.row_list_screen import CURRENT, ListRow, RowListScreen
from sip_tui.widgets.safe_text import fit_or_more, fit_width, plain
from sip_tui.widgets.text_layout import HangingIndent

MAX_WORD, GAP = 18, 2
"""Cells of the longest word that the column is as wide as, and those between the columns."""


class TermsScreen(RowListScreen):
    """The words, the unanswered ones first; below them whom to ask."""

    MODE = "terms"
    GUIDANCE_PHASE, GUIDANCE_FROM = CURRENT, 100
    HELP = N_(
        "Write down a hard word as soon as someone looks puzzled. Ask whoever said it what it means. Write "
        "the answer as it was said. It becomes the word list in the minutes."
    )
    BINDINGS = [
        command(
            "term.raise",
            Key.ADD,
            "add('term')",
            N_("Write down a hard word"),
            N_("Write down a word to explain"),
            show=True,
        ),
        command("term.answer", Key.CHANGE, "edit", N_("Answer it"), N_("Write what the word means"), show=True),
        command("term.remove", Key.REMOVE, "remove", N_("Remove"), N_("Take the word off the list")),
    ]
    WORDS_FORM = "term"
    ROW_COMMANDS = dict.fromkeys(("term.answer", "term.remove"), Term)
    ASKS_WORDS = False  # the sentence below the list does it
    _has_left = True
    """Whether another mode was shown, and not only a form over this one."""

    @property
    def hidden_commands(self) -> frozenset[str]:
        """Also the key that writes a word down from everywhere else: here another one on the key line does it."""
        return super().hidden_commands | {"word.raise"}

    def list_rows(self) -> Iterable[ListRow]:
        """Give the words, those without an answer first."""
        terms, column = sorted(self.meeting.terms, key=lambda term: bool(term.answer)), term_column(self.meeting)
        return [(RowId("terms", term.id), term_line(self.meeting, term, column)) for term in terms]

    def column_heads(self) -> str:
        """Give the heads of the columns, when there are words."""
        heads = fit_width(_("Word"), term_column(self.meeting)) + _("What it means")
        return heads if self.meeting.terms else ""

    @property
    def command_names(self) -> dict[str, str]:
        """A word that is explained has an answer, which can be changed."""
        is_explained = isinstance(self.row, Term) and bool(self.row.answer)
        return super().command_names | ({"term.answer": _("Change")} if is_explained else {})

    def read_aloud(self) -> Content:
        """Give the question about the chosen word, or else about the first, that nobody has explained."""
        chosen = self.row if isinstance(self.row, Term) and not self.row.answer else None
        return Content(term_question(self.meeting, chosen))

    def edit_form(self) -> FormScreen | None:
        """Build the form of the word, with the cursor where the answer goes."""
        return row_form(self, FORM_SPECS["term"], self.row, at="answer") if isinstance(self.row, Term) else None

    def on_screen_suspend(self) -> None:
        """Remember whether another mode is shown."""
        self._has_left = not self.is_behind_dialog

    def on_screen_resume(self) -> None:
        """Put the cursor on the word to ask about, when the chair comes from another mode."""
        self.refresh_content()
        if self._has_left and (unanswered := unanswered_terms(self.meeting)):
            self.go_to(RowId("terms", unanswered[0].id))


def term_column(meeting: Meeting) -> int:
    """Return the cells of the column of the words; longer ones push aside what stands behind them."""
    longest = max((cell_len(plain(term.term)) for term in meeting.terms), default=0)
    return min(max(longest, cell_len(_("Word"))), MAX_WORD) + GAP


def term_line(meeting: Meeting, term: Term, column: int) -> Content:
    """Write a word with what it means, or with who said it, which goes on in its column."""
    word = Content.styled(fit_or_more(plain(term.term), column), "bold")
    if term.answer:
        return HangingIndent(Content.assemble(word, plain(term.answer)), lead=column)
    speaker = meeting.participant(term.raised_by)
    name = plain(name_or_role(speaker)) if speaker else ""
    who = _("said by {name}").format(name=name) if speaker else _("nobody knows who said it")
    missing = ("⚑ " + _("not explained yet"), "bold $warning")
    return HangingIndent(Content.assemble(word, missing, f", {who}"), lead=column)


def term_question(meeting: Meeting, chosen: Term | None = None) -> str:
    """Ask about the chosen word, or the first that nobody has explained."""
    unanswered = unanswered_terms(meeting)
    if not unanswered:
        none = _("No hard words yet. Press {keys[term.raise]} to write one down.").format(keys=KEYS)
        return _("Every word has been explained.") if meeting.terms else none
    asked = chosen or unanswered[0]
    term, speaker = plain(asked.term), meeting.participant(asked.raised_by)
    if speaker is None:
        return _("Ask everyone: what does “{term}” mean?").format(term=term)
    return _("Ask {name}: what do you mean by “{term}”?").format(name=plain(name_or_role(speaker)), term=term)
