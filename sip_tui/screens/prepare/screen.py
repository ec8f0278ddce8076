"""The preparation: one list with everything that is known before the meeting and everything that is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.about import is_blank
from sip_tui.meeting.content.plan import delete_row, remove_participant
from sip_tui.meeting.content.questions import remove_question
from sip_tui.meeting.guidance.preparation import FOLLOWS, WAITS_FOR, add_task, skip_task, tick_task
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind, RowId
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.invitations import call, uncalled
from sip_tui.parsing.meeting_fields import FieldContext, FieldQuestionError, write_field
from sip_tui.parsing.people_lines import PersonLine, add_people, read_people
from sip_tui.phrasing.invitations import left_out_of_call
from sip_tui.phrasing.wording import join_words, name_or_role
from sip_tui.resources.meeting_types import meeting_type
from sip_tui.screens.commands import command
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.keymap import Key
from sip_tui.screens.line_dialog import LineDialog
from sip_tui.screens.prepare.forms import field_text, meeting_form, new_form, person_form, purpose_form
from sip_tui.screens.prepare.need_dialog import NeedDialog
from sip_tui.screens.prepare.people_dialog import PeopleDialog
from sip_tui.screens.prepare.rows import WHERE, prepare_progress, prepare_rows, prepare_sentence
from sip_tui.screens.roll_call.answering import AnsweringMixin
from sip_tui.screens.row_list_screen import ListRow
from sip_tui.screens.two_columns import COLUMN_KEY, TwoColumnScreen
from sip_tui.widgets.safe_text import plain

ANSWERED = ("plan_consent", "consent", "call", "answers")
"""The tasks that nobody ticks: somebody answers, or the invitation is sent."""
AROUND_TITLE = 8
"""Cells of the edge that are around a title, with some of its line."""


class PrepareScreen(TwoColumnScreen, AnsweringMixin):
    """What is known, who is called, and what is left to do before the meeting."""

    MODE = "prepare"
    TITLED_BY_HEADS = True
    SECOND_COLUMN = frozenset({"#tasks"})
    ASKS_WORDS = False
    HELP = N_(
        "Everything before the meeting. Press Enter on a line to change it. Press {keys[prepare.people]} to write "
        "or paste who is coming. Press {keys[roll.call]} for an answer to the invitation, {keys[roll.consent]} for "
        "a consent. Press {keys[prepare.tick]} to tick what is done. Are you unsure whether you need a meeting at "
        "all? Press {keys[prepare.need]}. Press {keys[minutes]} for the invitation and the person's sheet."
    )
    BINDINGS = [
        command(
            "prepare.people", Key.ADD, "people", N_("People"), N_("Write or paste those who are coming"), show=True
        ),
        command(
            "roll.call",
            Key.INVITE,
            "call",
            N_("The invitation"),
            N_("What they answered, and who the person would like there"),
        ),
        command("consent.oral", Key.YES, "answer_consent('oral')", N_("Consent given"), N_("The person says yes")),
        command("consent.none", Key.NO, "answer_consent('none')", N_("No consent"), N_("The person says no")),
        command(
            "consent.written", Key.WRITTEN_YES, "answer_consent('written')", N_("Signed"), N_("The consent is signed")
        ),
        command(
            "consent.withdrawn",
            Key.TAKES_BACK,
            "answer_consent('withdrawn')",
            N_("Withdrawn"),
            N_("The consent is withdrawn"),
        ),
        command("roll.consent", Key.DETAILS, "consent", N_("Consent"), N_("Date, who received it, what it covers")),
        command("prepare.tick", Key.DONE, "tick", N_("Done"), N_("Tick or untick it"), show=True),
        command(
            "prepare.called",
            Key.YES_TO_ALL,
            "call_all",
            N_("Asked to attend"),
            N_("Everyone has been asked to attend"),
            show=True,
        ),
        command("prepare.skip", Key.LATER, "skip", N_("Not needed"), N_("This is not needed this time")),
        command("prepare.task", Key.ONE_LINE, "task", N_("New task"), N_("Add something to the list")),
        command(
            "prepare.need", Key.NEED_MEETING, "need", N_("Do we need it?"), N_("Five questions before the invitation")
        ),
        command("prepare.whole", Key.MEETING, "whole", N_("Whole form"), N_("The form of a new meeting")),
        command("roll.edit", Key.CHANGE, "edit", N_("Change"), N_("Change what is chosen")),
        command("side.remove", Key.REMOVE, "remove", N_("Remove"), N_("Take it off the list")),
        COLUMN_KEY,
    ]

    def on_mount(self) -> None:
        """Open the form at once in a meeting that nothing is known of."""
        if is_blank(self.app.meeting):
            self.call_after_refresh(self.action_whole)

    @property
    def first_document(self) -> tuple[str, str]:
        """The call."""
        return "call", ""

    def list_rows(self) -> Iterable[ListRow]:
        """Give every line of the preparation."""
        yield from prepare_rows(self.meeting, self.row_width)

    def column_heads(self) -> str:
        """Give how much is left to do, which is the title of the list."""
        frame = self.query_one("#list-frame").outer_size.width or self.columns
        return prepare_progress(self.meeting, frame - AROUND_TITLE)

    def read_aloud(self) -> Content:
        """Give what should be thought about before the call."""
        return prepare_sentence(self.meeting, self.real_today)

    def edit_form(self) -> FormScreen | None:
        """Build the form of the line; a task leads to the line with what it lacks."""
        table, row_id = self.row_id
        if table == "task":
            row_id = WHERE.get(row_id, "")
        forms = {"about": meeting_form, "person": person_form, "purpose": purpose_form}
        if row_id in forms:
            return forms[row_id](self)
        row = self.meeting.participant(row_id)
        if row is not None and row.kind is Kind.PERSON:
            return person_form(self)
        if row is not None:
            return row_form(self, FORM_SPECS["participant"], row)
        return purpose_form(self) if table == "questions" else None

    def action_edit(self) -> None:
        """Open the form of the line, the list of people, or tick a task."""
        table, row_id = self.row_id
        if table == "task" and row_id in ANSWERED:
            self._ask_next(row_id)
        elif table == "task" and row_id not in WHERE:
            self.action_people() if row_id == "people" else self.action_tick()
        else:
            super().action_edit()

    def _ask_next(self, task: str) -> None:
        """Go to the next one whom a task waits for, and ask; open the invitation where it has not been sent."""
        if FOLLOWS[task](self.meeting):
            return
        waiting = WAITS_FOR[task](self.meeting) if task in WAITS_FOR else ()
        if waiting:
            self.go_to(RowId("participants", waiting[0].id))
            self.action_call() if task == "answers" else self.action_consent()
        elif task not in {"plan_consent", "consent"}:
            self.app.call_later(self.action_go_to_minutes)

    def action_whole(self) -> None:
        """Open the form of a new meeting; in a new one, those who come are asked about after it."""
        is_new = not self.app.meeting.participants

        def go_on(_result: None) -> None:
            """Ask who comes, in a meeting with nobody in it; a purpose that was only offered is taken."""
            if is_new and not is_blank(self.app.meeting):
                kind, purpose = meeting_type(self.app.meeting.about.type), self.app.meeting.about.purpose
                if kind and not purpose.strip():
                    self._write_field("purpose", kind.purpose)
                self.action_people()

        self.app.push_screen(new_form(self), go_on)

    def action_people(self) -> None:
        """Write or paste those who come."""
        dialog = PeopleDialog()
        self.app.push_screen(dialog, partial(self._take_people, dialog))

    def _take_people(self, dialog: PeopleDialog, lines: Sequence[PersonLine] | None) -> None:
        """Add those who were read; what a calendar entry says of the meeting fills what is empty."""
        self._add_people(lines)
        for field in ("start", "minutes", "place", "link") if self.app.meeting.about.start is None else ():
            if field in dialog.about and (field == "minutes" or not field_text(self.app.meeting, field)):
                self._write_field(field, str(dialog.about[field]))

    def _add_people(self, lines: Sequence[PersonLine] | None) -> None:
        """Add everybody who was read; a line that nobody was made of becomes a task, so that it is not lost."""
        edits, asked = add_people(self.app.meeting, lines or (), self.moment)
        self.write((*edits, *_caller_among(self.app.meeting, lines or (), edits)))
        for sentence in asked:
            self.write(add_task(self.app.meeting, sentence, self.moment))
        self.row_list.focus()

    def action_call_all(self) -> None:
        """Ask, and note that everybody who was not called has been called today."""
        waiting, left_out = uncalled(self.meeting), left_out_of_call(self.meeting)
        if not waiting:
            self.notify(left_out or _("Everyone has been asked to attend"), markup=False)
            return
        names = join_words([name_or_role(participant) for participant in waiting])
        question = _("Have you sent the invitation to {names}? Today's date is noted with it.").format(names=names)
        question = f"{question} {left_out}".strip()

        def note(sure: bool | None) -> None:
            """Write it down when it is so."""
            if sure:
                self.write(call(self.app.meeting, self.day))

        self.app.push_screen(ConfirmDialog(Content.styled(plain(question), "bold")), note)

    def action_tick(self) -> None:
        """Tick the chosen task, or take the tick away; what follows from the meeting is not ticked."""
        if self.row_id.table == "task":
            self.write(tick_task(self.meeting, self.row_id.id, self.day))
            self.row_list.action_cursor_down()

    def action_skip(self) -> None:
        """Note that the chosen task is not needed, or that it is."""
        if self.row_id.table == "task":
            self.write(skip_task(self.meeting, self.row_id.id))

    def action_task(self) -> None:
        """Add a task of one's own."""
        self.app.push_screen(LineDialog(_("What needs doing before the meeting?"), draft="task"), self._add_task)

    def _add_task(self, text: str | None) -> None:
        self.write(add_task(self.app.meeting, text or "", self.moment))

    def action_remove(self) -> None:
        """Take a participant, a question or a task of one's own off the list; undo brings it back."""
        table, row_id = self.row_id
        if isinstance(self.row, Participant):
            self.write(remove_participant(self.meeting, self.row))
        elif table == "questions":
            self.write(remove_question(self.meeting, row_id))
        elif table == "task" and self.meeting.rows("preparation"):
            self.write(delete_row("preparation", row_id))

    def action_questions(self) -> None:
        """Tie the one that the cursor is on to questions; on any other line, write a new question."""
        if isinstance(self.row, Participant):
            super().action_questions()
        else:
            asked = LineDialog(_("Which question should the meeting answer?"), draft="question")
            self.app.push_screen(asked, self._add_question)

    def _add_question(self, text: str | None) -> None:
        if text:
            self._write_field("questions", "\n".join((*self.app.meeting.about.questions, text)))

    def action_need(self) -> None:
        """Ask the five questions, and write the answers where they belong."""
        self.app.push_screen(NeedDialog(), self._take_answers)

    def _take_answers(self, answers: dict[str, str] | None) -> None:
        for field, text in (answers or {}).items():
            if field == "people":
                self._add_people(read_people(text))
            elif field in {"why", "type"}:
                self._write_field(field, text)
            elif field:
                self._add_question(text)
            else:
                self._add_task(text)

    def _write_field(self, field: str, text: str) -> None:
        context = FieldContext(self.app.meeting, self.moment, self.real_today)
        try:
            self.write(write_field(context, field, text))
        except FieldQuestionError as question:
            self.notify(str(question), severity="warning", timeout=12, markup=False)


def _caller_among(meeting: Meeting, lines: Sequence[PersonLine], edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Let the one who calls, so far a name alone, be the participant of that name."""
    caller = meeting.about.called_by.partition(",")[0].strip().casefold()
    named = any(line.cells.get("name", "").casefold() == caller for line in lines) if caller else False
    found = (edit.row for edit in edits if edit.field == "name" and str(edit.value).casefold() == caller)
    row = next(found, "") if named else ""
    return (Edit("about", "meeting", "called_by", row),) if row else ()
