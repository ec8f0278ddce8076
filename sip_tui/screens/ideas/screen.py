"""Beside the plan: the questions to answer, ideas, the parking lot, what is not agreed on, and private marks."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import var

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import action_of_idea, promote_idea, toggle_settled
from sip_tui.meeting.content.questions import all_questions, remove_question
from sip_tui.meeting.model.enums import RowId, find_row
from sip_tui.meeting.model.meeting import Disagreement, Idea, ParkedItem, Question, Row
from sip_tui.screens.commands import command
from sip_tui.screens.floor.private_marks import open_marks
from sip_tui.screens.floor.screen import CheckInPrompt
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.ideas.rows import ideas_rows, row_sentence
from sip_tui.screens.keymap import Key
from sip_tui.screens.row_list_screen import CURRENT, ListRow, RowListScreen


class IdeasScreen(RowListScreen):
    """Four lists under their headings, and for the chair the private marks; below them the chosen row in full."""

    MODE = "ideas"
    GUIDANCE_PHASE, GUIDANCE_FROM = CURRENT, 100
    WORDS_FORM = "idea"
    HELP = N_(
        "Here you collect what has not been decided yet. First come the questions you should answer. Press Enter to "
        "write the answer, in plain words. Write the pros and cons of an idea. Press {keys[idea.promote]} to "
        "make it an action. Keep what belongs to another time. Write what you disagree on in words that everyone "
        "can stand by. Only those who chair see private notes, and they are never in any document."
    )
    BINDINGS = [
        command(
            "question.add",
            Key.QUESTION,
            "add('question')",
            N_("New question"),
            N_("Another question you should answer"),
            show=True,
        ),
        command(
            "idea.add", Key.ADD, "add('idea')", N_("New idea"), N_("An idea, with points for and against"), show=True
        ),
        command(
            "idea.promote",
            Key.MAKE_ACTION,
            "promote",
            N_("Make an action"),
            N_("The chosen idea becomes an action"),
            show=True,
        ),
        command(
            "parked.add",
            Key.ANOTHER_TIME,
            "add('parked item')",
            N_("Another time"),
            N_("Keep a question for another time"),
            show=True,
        ),
        command(
            "disagreement.add", Key.DISAGREE, "add('disagreement')", N_("Disagreement"), N_("What you disagree on")
        ),
        command("parked.settle", Key.DONE, "settle", N_("Dealt with"), N_("The question has been dealt with")),
        command("side.edit", Key.CHANGE, "edit", N_("Change"), N_("Change the chosen row")),
        command("mark.person", Key.MARK, "mark", N_("Private note"), N_("How someone seems; only for you")),
        command(
            "marks.show", Key.OTHER_VIEW, "show_marks", N_("Show notes"), N_("Show your private notes, or hide them")
        ),
        command("side.remove", Key.REMOVE, "remove", N_("Remove"), N_("Take the chosen row off the list")),
    ]
    EDIT_FORMS = {
        Question: "answered question",
        Idea: "idea",
        ParkedItem: "parked item",
        Disagreement: "disagreement",
    }

    ROW_COMMANDS = {
        **dict.fromkeys(("side.edit", "side.remove"), (Question, Idea, ParkedItem, Disagreement)),
        "idea.promote": Idea,
        "parked.settle": ParkedItem,
    }

    @property
    def needed_commands(self) -> tuple[str, ...]:
        """The command that is needed most: on a question without an answer to write it."""
        return ("side.edit",) if self._is_unanswered else ()

    @property
    def command_names(self) -> dict[str, str]:
        """A question without an answer is answered, not changed."""
        return super().command_names | ({"side.edit": _("Answer it")} if self._is_unanswered else {})

    @property
    def _is_unanswered(self) -> bool:
        row = self.row
        return isinstance(row, Question) and not row.answer.strip()

    shows_marks: var[bool] = var(False, init=False)
    """Whether the private marks can be read: only after the chair has asked for it, until another mode is shown."""

    def compose_body(self) -> ComposeResult:
        """Lay out the reminder to look at the person above the list."""
        if self.is_chair:
            yield self.following(CheckInPrompt())
        yield from super().compose_body()

    def list_rows(self) -> Iterable[ListRow]:
        """Give the questions, ideas, parked items and disagreements, and the chair's private marks."""
        return ideas_rows(self.meeting, private=self.is_chair, shown=self.shows_marks)

    def read_aloud(self) -> Content:
        """Give the chosen row in full, as a sentence to say."""
        return Content(row_sentence(self.meeting, self.row))

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on, which may be a question of the invitation that has no row yet."""
        if self.row_id.table != "questions":
            return super().row
        return find_row(all_questions(self.meeting), self.row_id.id)

    def on_screen_suspend(self) -> None:
        """Hide the private marks when another mode is shown."""
        if not self.is_behind_dialog:
            self.shows_marks = False

    def watch_shows_marks(self) -> None:
        """Show or hide the private marks."""
        if self.is_current:
            self.refresh_content()

    def action_promote(self) -> None:
        """Make an action of the idea, and open its form to ask who does it and when."""
        idea = self.row
        if not isinstance(idea, Idea):
            self.notify(_("Choose an idea first. Press {keys[idea.promote]} to make it an action.").format(keys=KEYS))
            return
        if action_of_idea(self.meeting, idea) is None:
            moment = self.moment
            self.write(promote_idea(self.meeting, idea, moment), step=str(RowId("actions", moment.row)))
        promoted = find_row(self.meeting.ideas, idea.id)
        if promoted and (action := action_of_idea(self.meeting, promoted)):
            self.app.push_screen(row_form(self, FORM_SPECS["action"], action))

    def action_settle(self) -> None:
        """Write that the parked question has been taken care of, or not."""
        if isinstance(parked := self.row, ParkedItem):
            self.write(toggle_settled(parked))

    def action_mark(self) -> None:
        """Mark how somebody seems."""
        if self.is_chair:
            open_marks(self)

    def action_show_marks(self) -> None:
        """Show the private marks, or hide them."""
        self.shows_marks = self.is_chair and not self.shows_marks

    def action_remove(self) -> None:
        """Delete the row; undo brings it back."""
        if isinstance(question := self.row, Question):
            self.write(remove_question(self.meeting, question.id))
        else:
            super().action_remove()
