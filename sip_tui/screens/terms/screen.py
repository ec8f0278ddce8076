"""Unclear words: the one who said it is asked, and the room's answer becomes the word list (F34)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import delete_row
from sip_tui.meeting.content.questions import unanswered_terms
from sip_tui.meeting.model.meeting import Meeting, Term
from sip_tui.phrasing.wording import name_or_role
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.newest import open_new
from sip_tui.screens.forms.row_forms import term_form
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.safe_text import plain
from sip_tui.widgets.text_layout import HangingIndent


class TermsScreen(ChairScreen):
    """The words, the unanswered ones first in the sentence to say."""

    PLACE = "terms"
    HELP = N_(
        "Raise a word as soon as somebody looks puzzled. Ask the one who said it what it means, and write the answer "
        "down as it was given: it becomes the word list of the minutes."
    )
    BINDINGS = [
        command("term.raise", "a,plus", "raise", N_("Raise a word"), N_("Write down a word to explain"), show=True),
        command("term.answer", "e", "answer", N_("Answer"), N_("Write what the word means"), show=True),
        command("term.remove", "delete,x", "remove", N_("Remove"), N_("Take the word off the list")),
    ]
    AUTO_FOCUS = "RowList"
    ASKS_WORDS = False  # the sentence below the list does it
    _left = True
    """Whether another room was gone to, and not only a form opened."""

    def compose_body(self) -> ComposeResult:
        yield RowList(id="term-list")
        yield Static(id="term-sentence", classes="read-aloud")

    def on_screen_suspend(self) -> None:
        self._left = not isinstance(self.app.screen, ModalScreen)

    def on_screen_resume(self) -> None:
        """Whoever comes from another room stands on the word to ask about; a form leaves the cursor where it was."""
        self.refresh_content()
        if self._left and (waiting := unanswered_terms(self.meeting)):
            self.query_one(RowList).go_to(waiting[0].id)

    def refresh_content(self) -> None:
        those = sorted(self.meeting.terms, key=lambda one: bool(one.answer))
        self.query_one(RowList).show([(one.id, _line(self.meeting, one)) for one in those])
        update_if_changed(self.query_one("#term-sentence", Static), Content(ask(self.meeting)))

    def action_raise(self) -> None:
        open_new(self, term_form(self, None), "terms")

    def action_answer(self) -> None:
        if one := self._chosen:
            self.app.push_screen(term_form(self, one))

    def action_remove(self) -> None:
        if one := self._chosen:
            self.write(delete_row("terms", one.id))

    def on_option_list_option_selected(self) -> None:
        self.action_answer()

    @property
    def _chosen(self) -> Term | None:
        row = self.query_one(RowList).row
        return next((one for one in self.meeting.terms if one.id == row), None)


def _line(meeting: Meeting, one: Term) -> Content:
    if one.answer:
        return HangingIndent(Content.assemble((plain(one.term), "bold"), f" – {plain(one.answer)}"), more=2)
    said_by = meeting.participant(one.raised_by)
    name = plain(name_or_role(said_by)) if said_by else ""
    who = _("said by {name}").format(name=name) if said_by else _("nobody knows who said it")
    asked = (_("not explained yet"), "bold $warning")
    return HangingIndent(Content.assemble((plain(one.term), "bold"), " – ", asked, f", {who}"), more=2)


def ask(meeting: Meeting) -> str:
    """The sentence with which the chair asks about the first word that nobody has explained."""
    waiting = unanswered_terms(meeting)
    if not waiting:
        none = _("No word has been raised. {keys[term.raise]} raises one.").format(keys=KEYS)
        return _("Every word has its answer.") if meeting.terms else none
    said_by = meeting.participant(waiting[0].raised_by)
    if said_by is None:
        return _("Ask the room: what does “{term}” mean?").format(term=plain(waiting[0].term))
    told = _("Ask {name}: what do you mean by “{term}”?")
    return told.format(name=plain(name_or_role(said_by)), term=plain(waiting[0].term))
