"""A form that saves while it is filled in: no "save" and no "cancel"; Escape and Enter close it, undo takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Input, Label, Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.drafts import draft_of, draft_texts
from sip_tui.meeting.log.projection import Conflict
from sip_tui.meeting.model.enums import RowId
from sip_tui.parsing.tagged_line import meeting_day
from sip_tui.phrasing.wording import join_words
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.forms.field_tracker import StoredTexts, conflict_words
from sip_tui.screens.forms.fields import (
    Feedback,
    IntegerInput,
    OnChange,
    SelectField,
    TextField,
    enter_hint,
    no_feedback,
    text_widget,
)
from sip_tui.screens.forms.interpretation import number_warning
from sip_tui.screens.forms.saving_screen import SavingScreen
from sip_tui.screens.forms.select_field import KeyboardSelect
from sip_tui.screens.forms.unlisted_words import UnlistedWords
from sip_tui.screens.keymap import Key
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.live_static import update_if_changed

__all__ = ["Feedback", "FormScreen", "IntegerInput", "OnChange", "SelectField", "TextField", "no_feedback"]


class FormScreen(SavingScreen):
    """A form over the screen; ``on_change`` gets the changed fields shortly after the last key."""

    HELP = N_(
        "Type, and press Enter for the next field, arrow up for the one before. In a list: write the "
        "beginning of a name and press Enter, or open the list with arrow down. If your words are not on the "
        "list, you can put them in another field. Press Esc to close. Everything is saved as you type. Press "
        "{keys[undo]} if you want to undo it afterwards."
    )
    AUTO_FOCUS = "#form Input"
    SELECT: ClassVar[type[KeyboardSelect]] = KeyboardSelect
    """The widget of a choice."""
    TELLS_SAVED = True
    """Whether a notice says what was saved when the form is closed."""
    BINDINGS = [
        command("form.done", Key.BACK, "done", N_("Done"), N_("Close; everything you have typed is kept"), show=True),
        command("form.next", Key.OPEN, "next", N_("Next field"), N_("Go on; closes after the last field"), show=True),
        command(
            "form.other",
            Key.TAKE_OFFERED,
            "take_other",
            N_("Get the lost text back"),
            N_("When two people write"),
            show=True,
        ),
        HELP_KEY,
        Binding("ctrl+enter", "done", show=False),  # of the terminals that can tell it apart
        Binding("shift+enter,up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]
    # An open list moves what is below it down: laid over the form it would cover the form's own edge and its words.
    DEFAULT_CSS = """
    FormScreen {
        #form-title { text-style: bold; } .field { height: auto; border-left: blank; }
        .field:focus-within { border-left: outer $foreground; } .field:focus-within Label { text-style: bold; }
        #form .field Label { width: 23; padding: 0 1; } #form .field Select { width: 1fr; }
        #form .field Input { width: 1fr; background: $panel; } #form .field SelectCurrent { background: $panel; }
        #form .field:focus-within Input, #form .field:focus-within SelectCurrent { background: $primary 40%; }
        #form SelectOverlay { overlay: none; max-height: 8; border: none; background: $panel; }
        #form-hint { color: $text-muted; padding: 0 1 0 0; }
        #form-feedback { height: auto; padding: 0 1 0 0; text-style: bold; }
        &.-tall #form-feedback, &.-tall #form-hint { margin-top: 1; } &.-tall.-airy .field { margin-bottom: 1; }
        &.-low #form-hint { display: none; }
    }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[TextField | SelectField],
        on_change: OnChange,
        feedback: Feedback = no_feedback,
        at: str = "",
        *,
        stored: StoredTexts,
        row_id: RowId,
        draft: str,
        follows: bool = True,
        finish: Callable[[], None] | None = None,
        last: str = "",
    ) -> None:
        """Make a form.

        Args:
            title: Stands over the fields.
            fields: What can be filled in.
            on_change: Writes what has changed.
            feedback: Reads back what is typed.
            at: The field that has the focus first; a text field when it is empty.
            stored: Reads from the meeting what was typed, for every field.
            row_id: The row that the form makes or changes: what two have written in it is told.
            draft: Names the form; what stands nowhere else yet is kept under this name until the form is filled in.
            follows: Whether what is stored stands in the fields, so that what others write is shown in them.
            finish: Called when the form is closed.
            last: What Enter does in the last field, in the language that is spoken; empty for ``form.done``.
        """
        super().__init__(title, fields, on_change, stored=stored, row_id=row_id, draft=draft, follows=follows)
        self._current, self._finish, self._last, self._feedback = at, finish, last, feedback
        self.AUTO_FOCUS = f"#field-{at}" if at else self.AUTO_FOCUS  # type: ignore[misc]
        self.typed = ""
        """What was typed before the form was there."""
        self._told = ("", "")
        self._conflict: Conflict | None = None

    def compose(self) -> ComposeResult:
        """Lay out the title, a row for each field, the feedback and a hint about Enter."""
        left = draft_texts(draft_of(self.app.meeting, self.app.seat, self._draft))
        with VerticalScroll(id="form", can_focus=False):
            yield Label(Content(self._title), id="form-title")
            for field in self._fields:
                with HorizontalGroup(classes="field"):
                    yield Label(Content(field.label))
                    yield self._widget(replace(field, value=left.get(field.name, field.value)))
            yield Static(id="form-feedback")
            yield Static(id="form-hint")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the feedback, and keep it right when the meeting changes in another process as well."""
        self.show_title(self._title)
        if self._current:
            self.query_one(f"#field-{self._current}").focus()
        if self.typed:
            field = self.query(Input).first()
            field.insert_text_at_cursor(f" {self.typed}" if field.value else self.typed)
        self.follow()

    @on(DescendantFocus)
    def _show_hint(self) -> None:
        if self._focused_field != self._current:
            self.move_to(self._focused_field)
        hint = Content(enter_hint(self.focused, is_last=self._is_in_last_field))
        update_if_changed(self.query_one("#form-hint", Static), hint)

    @property
    def command_names(self) -> dict[str, str]:
        """In the last field Enter closes, and is called what Escape is called."""
        return {"form.next": self._last or _("Done")} if self._is_in_last_field else {}

    @property
    def _is_in_last_field(self) -> bool:
        return self._focused_field == self._fields[-1].name

    @on(IntegerInput.Rejected)
    def _warn_about_digits(self) -> None:
        self._tell(self._focused_field, _("Only numbers here: whole minutes."))

    def before_write(self) -> None:
        """Forget what was told of digits: they have been changed."""
        self._told = ("", "") if isinstance(self.focused, IntegerInput) else self._told

    def _tell(self, field: str, sentence: str) -> None:
        self._told = (field, sentence)
        self.show_feedback()

    def show_feedback(self) -> None:
        """Show what has been read, what was lost to somebody else, and what is wrong."""
        today = meeting_day(self.app.meeting, self.app.session.now())
        told = self._feedback(self.app.meeting, self._tracker.written, today)
        before, self._conflict = self._conflict, self._tracker.conflict(self.app.meeting, self.row_id)
        replaced = self._tracker.replaced(self.app.session.meeting, self._fields)
        lost = conflict_words(self.app.meeting, self._conflict) if self._conflict else replaced
        if (before is None) is not (self._conflict is None):
            self.refresh_bindings()
        about_field = self._told[1] if self._told[0] == self._focused_field else ""
        refused = about_field if isinstance(self.focused, IntegerInput) else ""
        said = (about_field, lost, number_warning(self._tracker.written.values()), told)
        line, text = self.query_one("#form-feedback", Static), refused or "\n".join(filter(None, said))
        line.display = bool(text)
        update_if_changed(line, Content(text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the lost text only when there is one."""
        return self._conflict is not None if action == "take_other" else super().check_action(action, parameters)

    def action_take_other(self) -> None:
        """Let the text that did not hold be the one that holds; undo brings this one back."""
        self.commit()
        if self._conflict:
            self._tracker.release(self._conflict.field, self._conflict.row)
            self.app.take_back(self._conflict)

    @on(Input.Submitted)
    def action_next(self) -> None:
        """Go to the next field; after the last one, close."""
        self.commit()
        if self._is_in_last_field:
            self.action_done()
        else:
            self.focus_next()

    def action_step(self, step: int) -> None:
        """Go some fields on, or back; before the first and behind the last there is none."""
        names, here = [field.name for field in self._fields], self._focused_field
        if 0 <= (at := names.index(here) + step if here else 0) < len(names):
            self.query_one(f"#field-{names[at]}").focus()

    def action_done(self) -> None:
        """Close the form; everything typed is kept, as one step of undo, and it is said what that is."""
        self.commit()
        self.app.show_in_room()
        if self._finish:
            self._finish()
        taken = self._tracker.changed_names - self._tracker.unstored.keys()
        labels = [field.label.rstrip("?:") for field in self._fields if field.name in taken]
        if labels and self.TELLS_SAVED:
            sentence = _("Saved: {fields}. Press {keys[undo]} to undo all of it.")
            self.notify(sentence.format(fields=join_words(labels), keys=KEYS), markup=False)
        self.dismiss(None)

    def _widget(self, field: TextField | SelectField) -> Input | KeyboardSelect:
        if isinstance(field, TextField):
            return text_widget(field, self.app.session.now())
        unlisted = UnlistedWords(self, field, self._fields, self._tell)
        return self.SELECT(field.options, field.value, field.none, self.action_next, unlisted, id=f"field-{field.name}")
