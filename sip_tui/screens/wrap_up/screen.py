"""Before people go home: the person first, then the coordinator, the next meeting, and what holds until then.

Seed rows 8, 9, 38, 39, 43, 78-83, 110, 181, 182, 209, 210 and 217 (F15, F19, F20, F21, F36).
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.guidance.wrap_up import (
    FEEDBACK_ANSWERS,
    give_feedback,
    next_open_item,
    open_wrap_up_items,
    park_wonder,
    question_of_row,
)
from sip_tui.meeting.model.enums import Answer
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import command, is_available
from sip_tui.screens.time.phase_panels import card
from sip_tui.screens.wrap_up.forms import form_for
from sip_tui.screens.wrap_up.prompts import NOTHING_MORE, aloud
from sip_tui.screens.wrap_up.rows import ending_rows, heading
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.row_list import RowList


class WrapUpScreen(ChairScreen):
    """One list with how much of it is settled above it, and below it what to say about the chosen row."""

    PLACE = "wrap_up"
    HELP = N_(
        "What is settled before people go home, the person first: how it was, who keeps the plan together, when you "
        "meet again, what holds if something happens before then, and the answers to your questions. Ask what stands "
        "at the bottom: {keys[answer.yes]}, {keys[answer.partly]} and {keys[answer.no]} write the answer, "
        "{keys[ending.edit]} writes anything else. With {keys[ending.next]} you go to the next thing that is left. "
        "Nothing here has to be settled before you may close the meeting."
    )
    BINDINGS = [
        command("answer.yes", "s", "answer('yes')", N_("Yes"), N_("The answer to the question is yes"), show=True),
        command("answer.partly", "l", "answer('partly')", N_("Partly"), N_("The answer is partly"), show=True),
        command("answer.no", "i", "answer('no')", N_("No"), N_("The answer to the question is no"), show=True),
        command("ending.edit", "e", "edit", N_("Write"), N_("Write what is said about the chosen row"), show=True),
        command(
            *("ending.next", "space", "next_left", N_("Next that is left"), N_("Go to the next thing that is left")),
            key=N_("space"),
        ),
        command("wonder.park", "k", "park", N_("Park"), N_("Keep for another day what somebody still wonders about")),
    ]
    AUTO_FOCUS = "RowList"
    DEFAULT_CSS = """
    WrapUpScreen {
        #wrap_up-heading { height: 1; padding: 0 1; background: $boost; text-style: bold; }
        #wrap_up-grid { height: 1fr; }
        #wrap_up-list { width: 1fr; height: 100%; }
        #wrap_up-guidance { display: none; width: 44; height: 100%; padding: 0 1; border-left: solid $primary; }
        &.-wide #wrap_up-guidance { display: block; }
    }
    """

    def compose_body(self) -> ComposeResult:
        yield Static(id="wrap_up-heading")
        with Horizontal(id="wrap_up-grid"):
            yield RowList(id="wrap_up-list")
            with VerticalScroll(id="wrap_up-guidance", can_focus=False):
                yield Static(id="wrap_up-card")
        yield Static(id="wrap_up-aloud", classes="read-aloud")

    def refresh_content(self) -> None:
        update_if_changed(self.query_one("#wrap_up-heading", Static), Content(heading(self.meeting)))
        rows = self.query_one(RowList)
        rows.show(list(ending_rows(self.meeting)))
        if rows.row.startswith("#"):
            rows.action_cursor_down()
        update_if_changed(self.query_one("#wrap_up-card", Static), card(self.meeting, PHASES[-1]))
        self._tell()

    def on_option_list_option_highlighted(self) -> None:
        self._tell()

    def on_option_list_option_selected(self) -> None:
        self.action_edit()

    def action_answer(self, answer: str) -> None:
        """Write the answer to the question at hand; what needs words is written in its form."""
        row = self._row
        who, asked = question_of_row(self.meeting, row)
        if asked == "wonders" and answer == Answer.NO:
            answer = _(NOTHING_MORE)
        elif asked in {"wonders", "words"}:
            self.action_edit()
            return
        if not asked or (asked in FEEDBACK_ANSWERS and answer not in FEEDBACK_ANSWERS[asked]):
            self.notify(_("Here the answer is yes or no.") if asked else _("Choose a question about how it was first."))
            return
        self._write(who, asked, answer)
        # After anything but a yes there is something to ask here, before the next question.
        if answer in {Answer.YES, _(NOTHING_MORE)} and row not in {one.row for one in open_wrap_up_items(self.meeting)}:
            self.query_one(RowList).action_cursor_down()

    def action_edit(self) -> None:
        if form := form_for(self, self._row):
            self.app.push_screen(form)

    def action_next_left(self) -> None:
        self.query_one(RowList).go_to(next_open_item(self.meeting, self._row))

    def action_park(self) -> None:
        """Keep what somebody still wonders about: the one whom the chosen row is about."""
        who, _asked = question_of_row(self.meeting, self._row)
        if edits := park_wonder(self.meeting, who, self.moment):
            self.write(edits)
        else:
            self.notify(_("There is nothing to park on this row, or it is parked already."))

    def _write(self, who: str, asked: str, answer: str) -> None:
        # One edit at a time: to take back a new row would only hide it, and what was in it would come with the next.
        for edit in give_feedback(self.meeting, who, {asked: answer}):
            self.write((edit,), step=f"feedback {who} {asked}")

    def _tell(self) -> None:
        may_close = bool(is_available("close_meeting", self.meeting))
        told, shown = aloud(self.meeting, self._row, may_close=may_close), self.query_one("#wrap_up-aloud", Static)
        shown.display = bool(told)
        update_if_changed(shown, Content(told))

    @property
    def _row(self) -> str:
        return self.query_one(RowList).row
