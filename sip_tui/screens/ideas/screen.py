"""Beside the plan: the questions to answer, ideas, the parking lot, what is not agreed on (F07, F16, F18, F35)."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import action_of_idea, delete_row, promote_idea, toggle_settled
from sip_tui.meeting.content.questions import all_questions, change_question, remove_question
from sip_tui.meeting.model.meeting import Disagreement, Idea, ParkedItem, Question, Row
from sip_tui.screens.base import SipScreen
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.floor.private_marks import open_marks
from sip_tui.screens.floor.screen import CheckInPrompt
from sip_tui.screens.forms.form_screen import FormScreen, SelectField, TextField
from sip_tui.screens.forms.newest import open_new
from sip_tui.screens.forms.row_forms import action_form, only_changed, people, row_form
from sip_tui.screens.ideas.rows import aloud, side_rows
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.row_list import RowList


class IdeasScreen(ChairScreen):
    """Four lists under their headings, and for the chair the private marks; what is chosen stands below in full."""

    PLACE = "ideas"
    HELP = N_(
        "What must not be lost and is not yet in the plan. First the questions that you have met to answer; Enter "
        "writes the answer, in plain words. An idea gets what speaks for it and against it, and "
        "{keys[idea.promote]} makes an action of it. Park what belongs to another day. Write down what you do not "
        "agree on in words that everybody can stand by. Your private marks are shown to nobody else and are in no "
        "document."
    )
    BINDINGS = [
        command(
            "question.add", "f", "question", N_("New question"), N_("Something more that you are to answer"), show=True
        ),
        command("idea.add", "i", "idea", N_("New idea"), N_("A proposal, with for and against"), show=True),
        command(
            "idea.promote", "p", "promote", N_("Make an action"), N_("The chosen idea becomes an action"), show=True
        ),
        command("parked.add", "k", "park", N_("Park"), N_("Keep a question for later"), show=True),
        command("disagreement.add", "o", "disagree", N_("Not agreed"), N_("What you see differently")),
        command("parked.settle", "s", "settle", N_("Settled"), N_("The parked question has been taken care of")),
        command("side.edit", "e", "edit", N_("Change"), N_("Change what is chosen")),
        command("mark.person", "m", "mark", N_("Private mark"), N_("How somebody seems; only for you")),
        command("marks.show", "M", "show_marks", N_("Show marks"), N_("Show your private marks, or hide them")),
        command("side.remove", "delete,x", "remove", N_("Remove"), N_("Take what is chosen off the list")),
    ]
    AUTO_FOCUS = "RowList"

    shows_marks: var[bool] = var(False, init=False)
    """Whether the private marks can be read: not before the chair wants to see them, nor after another room."""

    def compose_body(self) -> ComposeResult:
        if self.is_chair:
            yield CheckInPrompt().data_bind(SipScreen.meeting, SipScreen.now)
        yield RowList(id="side-list")
        yield Static(id="side-aloud", classes="read-aloud")

    def on_screen_suspend(self) -> None:
        if not isinstance(self.app.screen, ModalScreen):
            self.shows_marks = False

    def watch_shows_marks(self) -> None:
        if self.is_current:
            self.refresh_content()

    def refresh_content(self) -> None:
        rows = self.query_one(RowList)
        rows.show(list(side_rows(self.meeting, private=self.is_chair, shown=self.shows_marks)))
        if rows.row.startswith("#"):
            rows.action_cursor_down()
        self._tell()

    def on_option_list_option_highlighted(self) -> None:
        self._tell()

    def on_option_list_option_selected(self) -> None:
        self.action_edit()

    def action_question(self) -> None:
        open_new(self, question_form(self, None), "questions", "questions ")

    def action_idea(self) -> None:
        open_new(self, idea_form(self, None), "ideas", "ideas ")

    def action_park(self) -> None:
        open_new(self, parked_form(self, None), "parked", "parked ")

    def action_disagree(self) -> None:
        open_new(self, disagreement_form(self, None), "disagreements", "disagreements ")

    def action_edit(self) -> None:
        match self._row:
            case Question() as question:
                self.app.push_screen(question_form(self, question))
            case Idea() as idea:
                self.app.push_screen(idea_form(self, idea))
            case ParkedItem() as parked:
                self.app.push_screen(parked_form(self, parked))
            case Disagreement() as disagreement:
                self.app.push_screen(disagreement_form(self, disagreement))

    def action_promote(self) -> None:
        """Make an action of the idea, and ask at once who does it and when."""
        idea = self._row
        if not isinstance(idea, Idea):
            self.notify(_("Choose an idea first; {keys[idea.promote]} makes an action of it.").format(keys=KEYS))
            return
        if action_of_idea(self.meeting, idea) is None:
            moment = self.moment
            self.write(promote_idea(self.meeting, idea, moment), step=f"actions {moment.row}")
        made = next((one for one in self.meeting.ideas if one.id == idea.id), idea)
        if action := action_of_idea(self.meeting, made):
            self.app.push_screen(action_form(self, action))

    def action_settle(self) -> None:
        if isinstance(one := self._row, ParkedItem):
            self.write(toggle_settled(one))

    def action_mark(self) -> None:
        if self.is_chair:
            open_marks(self)

    def action_show_marks(self) -> None:
        self.shows_marks = self.is_chair and not self.shows_marks

    def action_remove(self) -> None:
        match self._row:
            case Question() as question:
                self.write(remove_question(self.meeting, question.id))
            case Row():
                self.write(delete_row(*self.query_one(RowList).row.split(" ", 1)))

    def _tell(self) -> None:
        text, shown = aloud(self.meeting, self._row), self.query_one("#side-aloud", Static)
        shown.display = bool(text)
        update_if_changed(shown, Content(text))

    def _rows(self, table: str) -> tuple[Row, ...]:
        rows: tuple[Row, ...] = all_questions(self.meeting) if table == "questions" else getattr(self.meeting, table)
        return rows

    @property
    def _row(self) -> Row | None:
        """The row that the cursor is on; None on a heading."""
        table, _space, row = self.query_one(RowList).row.partition(" ")
        rows = () if not row or table.startswith("#") else self._rows(table)
        return next((one for one in rows if one.id == row), None)


def question_form(screen: SipScreen, one: Question | None) -> FormScreen:
    """What is to be answered, and the answer; of a question that stands there the answer comes first (row 196)."""
    answer, text = _("The answer, in plain words"), _("The question")
    if one is None:
        return row_form(
            screen, _("A question"), (TextField("text", text), TextField("answer", answer)), "questions", None
        )
    row = one.id
    fields = (TextField("answer", answer, one.answer), TextField("text", text, one.text))

    def write(changed: Mapping[str, str]) -> None:
        screen.write(change_question(screen.meeting, row, **changed), step=f"questions {row}")

    return FormScreen(_("A question"), fields, only_changed(fields, write))


def idea_form(screen: SipScreen, one: Idea | None) -> FormScreen:
    """A proposal, and what speaks for and against it (seed row 204)."""
    row = one or Idea(id="")
    fields = (
        TextField("text", _("The idea"), row.text),
        TextField("pros", _("For it speaks"), row.pros),
        TextField("cons", _("Against it speaks"), row.cons),
    )
    return row_form(screen, _("Idea"), fields, "ideas", one)


def parked_form(screen: SipScreen, one: ParkedItem | None) -> FormScreen:
    """A question for later, and who asked it (seed rows 24, 187)."""
    row = one or ParkedItem(id="")
    fields = (
        TextField("text", _("What is kept for later"), row.text),
        SelectField("said_by", _("Who said it"), people(screen.meeting), row.said_by, _("nobody chosen")),
    )
    return row_form(screen, _("Park a question"), fields, "parked", one)


def disagreement_form(screen: SipScreen, one: Disagreement | None) -> FormScreen:
    """What they see differently, in words that everybody can stand by (seed row 35)."""
    hint = _("for instance: the school and BUP see the pace differently")
    fields = (TextField("text", _("What you do not agree on"), one.text if one else "", hint),)
    return row_form(screen, _("What we do not agree on"), fields, "disagreements", one)
