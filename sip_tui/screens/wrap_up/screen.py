"""Before people go home: the person first, then the coordinator, the next meeting, and what holds until then.

Requirements 8, 9, 38, 39, 43, 78-83, 110, 181, 182, 209, 210 and 217.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.guidance.wrap_up import (
    FEEDBACK_ANSWERS,
    change_interim_plan,
    give_feedback,
    next_open_item,
    open_wrap_up_items,
    park_wonder,
    question_of_row,
)
from sip_tui.meeting.model.enums import Answer
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.screens.actions.status import OutcomeScreen
from sip_tui.screens.commands import command, is_available
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.keymap import Key
from sip_tui.screens.row_list_screen import ListRow, RowListScreen
from sip_tui.screens.wrap_up.delivery import SAME_KEY, mark_received, share_channel
from sip_tui.screens.wrap_up.forms import wrap_up_form
from sip_tui.screens.wrap_up.prompts import wrap_up_sentence
from sip_tui.screens.wrap_up.row_keys import answers_on_row, idle_on_row, names_on_row
from sip_tui.screens.wrap_up.rows import progress_line, wrap_up_rows


class WrapUpScreen(RowListScreen, OutcomeScreen):
    """One list with how much of it is settled above it, and below it what to say about the chosen row."""

    MODE = "wrap_up"
    TITLED_BY_HEADS = True
    HELP = N_(
        "Here is what should be in place before you go home. The person comes first: how the meeting was. Then who "
        "coordinates the plan, when you meet again, and what applies until then. Last come your questions, and how "
        "everyone will get the plan. Ask the question at the bottom. Press {keys[answer.yes]}, "
        "{keys[answer.partly]} or {keys[answer.no]} for the answer, or {keys[ending.edit]} to write something "
        "else. Press {keys[ending.next]} for the next thing that is left. You may close the meeting even if "
        "something is left."
    )
    BINDINGS = [
        command("answer.yes", Key.YES, "answer('yes')", N_("Yes"), N_("The answer is “yes”"), show=True),
        command("answer.partly", Key.PARTLY, "answer('partly')", N_("Partly"), N_("The answer is “partly”"), show=True),
        command("answer.no", Key.NO, "answer('no')", N_("No"), N_("The answer is “no”"), show=True),
        command(
            "ending.edit",
            f"{Key.OPEN},{Key.CHANGE}",
            "edit",
            N_("Write"),
            N_("Write what is said about the chosen row"),
            show=True,
        ),
        command(
            "ending.next",
            Key.NEXT_HERE,
            "next_left",
            N_("Next one"),
            N_("Go to the next thing that is left"),
        ),
        SAME_KEY,
        command("wonder.park", Key.ANOTHER_TIME, "park", N_("Another time"), N_("Keep the question for another time")),
    ]
    GUIDANCE_PHASE, GUIDANCE_FROM = PHASES[-1], 100
    MORE_HINT = ""  # here the key leads to what is left
    WORDS_FORM = "parked item"

    @property
    def hidden_commands(self) -> frozenset[str]:
        """The commands that do nothing on the chosen row."""
        return super().hidden_commands | idle_on_row(self.meeting, self.row_id)

    @property
    def needed_commands(self) -> tuple[str, ...]:
        """The answers to the chosen row."""
        return answers_on_row(self.meeting, self.row_id)

    @property
    def command_names(self) -> dict[str, str]:
        """What the keys do on the chosen row."""
        return super().command_names | names_on_row(self.meeting, self.row_id)

    def column_heads(self) -> str:
        """Give how much is settled, which is the title of the list."""
        return progress_line(self.meeting)

    def list_rows(self) -> Iterable[ListRow]:
        """Give everything to settle, under its headings."""
        return wrap_up_rows(self.meeting)

    def read_aloud(self) -> Content:
        """Give what to say about the row."""
        may_close = bool(is_available("close_meeting", self.meeting))
        return Content(wrap_up_sentence(self.meeting, self.row_id, may_close=may_close))

    def edit_form(self) -> FormScreen | None:
        """Build the form of the row."""
        return wrap_up_form(self, self.row_id)

    def action_answer(self, answer: str) -> None:
        """Write the answer to the row's question; what needs words is written in its form."""
        if self.row_id.table == "delivery":
            self._answer_delivery(answer)
            return
        if self.row_id.table == "approved_on":
            self._answer_approval(answer)
            return
        who, question = question_of_row(self.meeting, self.row_id)
        if question == "wonders" and answer == Answer.NO:
            answer = _("No, nothing more.")  # the form shows it as it is stored
        elif question in {"wonders", "words"}:
            # Somebody who answers row by row with one key must not write it into the person's own words.
            self.notify(_("Press Enter to write it in the person's words."))
            return
        if not question:
            self.notify(_("First choose a question about how the meeting was."))
        elif answer not in FEEDBACK_ANSWERS.get(question, (answer,)):
            self.notify(_("Answer yes or no here."))
        else:
            self._write_answer(who, question, answer)

    def _answer_delivery(self, answer: str) -> None:
        """Write whether the receiver has got the plan: yes or no."""
        if answer == Answer.PARTLY:
            self.notify(_("Answer yes or no here."))
        else:
            mark_received(self, self.row_id.id, answer)

    def _answer_approval(self, answer: str) -> None:
        """Write that the plan is approved today, or that it is not."""
        if answer == Answer.PARTLY:
            self.notify(_("Answer yes or no here."))
        else:
            day = self.today.isoformat() if answer == Answer.YES else ""
            self.write(change_interim_plan(self.meeting, {"approved_on": day}))

    def action_same_for_all(self) -> None:
        """Give the other actors the plan in the same way as the chosen receiver."""
        share_channel(self, self.row_id.id)

    def _write_answer(self, who: str, question: str, answer: str) -> None:
        # One edit at a time: to undo a new row would only hide it, and its cells would come back with the next edit.
        for edit in give_feedback(self.meeting, who, {question: answer}):
            self.write((edit,), step=f"feedback {who} {question}")
        # After anything but a yes there is something to ask here, before the next question.
        is_settled = self.row_id not in {item.row for item in open_wrap_up_items(self.meeting)}
        if is_settled and (answer == Answer.YES or question == "wonders"):
            self.row_list.action_cursor_down()

    def action_next_left(self) -> None:
        """Go to the next row that is not settled."""
        self.go_to(next_open_item(self.meeting, self.row_id))

    def action_park(self) -> None:
        """Keep for another day what somebody still wonders about."""
        who, _question = question_of_row(self.meeting, self.row_id)
        if edits := park_wonder(self.meeting, who, self.moment):
            self.write(edits)
        else:
            self.notify(_("There is nothing on this row to keep, or it has been done already."))
