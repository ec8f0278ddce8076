"""A form that saves while it is filled in: no "save" and no "cancel"; Escape and Enter close it, undo takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.events import DescendantFocus
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.wording import local
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.commands import HELP_KEY, LocalizedScreen, command
from sip_tui.screens.forms.select_field import KeyboardSelect, SelectOptions
from sip_tui.widgets.key_bar import KeyBar

SAVE_DELAY = 0.25
"""Seconds without a key after which what was typed is written."""
SPACED_FIELDS = 6
"""Fields that have blank lines between them in a terminal of 24 lines."""
MAX_DIGITS = 3

OnChange = Callable[[Mapping[str, str]], None]
"""Gets the fields that have changed: name → text."""
Feedback = Callable[[Meeting, Mapping[str, str], date], str]
"""Tells how the fields' texts are understood today; empty when there is nothing to tell."""


def no_feedback(_meeting: Meeting, _values: Mapping[str, str], _today: date) -> str:
    """Tell nothing about a form."""
    return ""


@dataclass(frozen=True, slots=True)
class TextField:
    """A field for a text."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    digits: bool = False
    """Whether it holds a whole number, and nothing else can be typed in it."""


@dataclass(frozen=True, slots=True)
class SelectField:
    """A field for one of several rows: ``options`` are (id, words)."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    value: str = ""
    none: str = ""
    """What is shown when none is chosen."""


class IntegerInput(Input):
    """An input for a few digits; the first one replaces the value. It tells when anything else is refused."""

    class Rejected(Message):
        """Say that only digits can be typed."""

    def __init__(self, value: str, hint: str, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(value, placeholder=hint, compact=True, restrict=f"[0-9]{{0,{MAX_DIGITS}}}", id=id)

    def restricted(self) -> None:
        """Report a letter that was refused."""
        # Not the terminal's bell: in a room full of people that is a sound about nothing.
        self.post_message(self.Rejected())


class FormScreen(LocalizedScreen[None], ModalScreen[None]):
    """A form over the screen; ``on_change`` gets the changed fields shortly after the last key."""

    app: MeetingApp

    HELP = N_(
        "Type, and press Enter for the next field. In a list: write the beginning of a name and press Enter, "
        "or open the list with the arrows. Press Esc to close. Everything is saved as you type. Press "
        "{keys[undo]} if you want to undo it afterwards."
    )
    AUTO_FOCUS = "#form Input"
    BINDINGS = [
        command("form.done", "escape", "done", N_("Done"), N_("Close; everything you have typed is kept"), show=True),
        command("form.next", "enter", "next", N_("Next field"), N_("Go on; closes after the last field"), show=True),
        HELP_KEY,
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    # An open list moves what is below it down: laid over the form it would cover the form's own edge and its words.
    DEFAULT_CSS = """
    FormScreen {
        align: center middle;
        #form {
            width: 78; max-width: 100%; height: auto; max-height: 100%;
            padding: 1 2 0 2; background: $surface; border: round $primary;
        }
        #form-title { text-style: bold; padding-bottom: 1; }
        .field { height: auto; margin-bottom: 1; }
        #form .field Label { width: 22; padding-right: 1; }
        #form .field Input, #form .field Select { width: 1fr; background: $boost; }
        #form SelectOverlay { overlay: none; max-height: 8; border: none; background: $panel; }
        #form-feedback { height: auto; text-style: bold; margin-bottom: 1; }
        #form-hint { color: $text-muted; }
        &.-low #form.-long .field { margin-bottom: 0; }
        &.-low #form.-long #form-feedback { margin: 1 0; }
        &.-low #form.-long #form-hint { margin-top: 1; }
    }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[TextField | SelectField],
        on_change: OnChange,
        feedback: Feedback = no_feedback,
        at: str = "",
    ) -> None:
        """Make a form; ``at`` names the field that has the focus first, a text field when it is empty."""
        super().__init__()
        self._at = at
        self._title, self._fields, self._on_change, self._feedback = title, fields, on_change, feedback
        self._written = {field.name: field.value for field in fields}
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the title, a row for each field, the feedback and a hint about Enter."""
        with VerticalScroll(id="form", can_focus=False, classes="-long" if len(self._fields) > SPACED_FIELDS else ""):
            yield Label(Content(self._title), id="form-title")
            for field in self._fields:
                with HorizontalGroup(classes="field"):
                    yield Label(Content(field.label))
                    yield self._widget(field)
            yield Static(id="form-feedback")
            yield Static(id="form-hint")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the feedback, and keep it right when the meeting changes in another process as well."""
        self._show_feedback()
        if self._at:
            self.query_one(f"#field-{self._at}").focus()
        self.watch(self.app, "meeting", self._show_feedback, init=False)

    @on(DescendantFocus)
    def _show_hint(self) -> None:
        self.query_one("#form-hint", Static).update(Content(self._hint()))

    def _hint(self) -> str:
        """Tell what Enter does in the field that has the focus."""
        if isinstance(self.focused, SelectOptions):
            return _("Enter: choose · Esc: cancel")
        if isinstance(self.focused, KeyboardSelect):
            return _("Press Enter to open the list, Tab for the next field. Everything is saved.")
        if self._focused_field == self._fields[-1].name:
            return _("Press Enter to close. Everything is saved as you type.")
        return _("Press Enter for the next field. Everything is saved as you type.")

    @on(IntegerInput.Rejected)
    def _warn_about_digits(self) -> None:
        self._update_feedback(_("Only digits here: whole minutes."))

    @on(Input.Changed)
    def _commit_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SAVE_DELAY, self.commit)

    def commit(self) -> None:
        """Write what has changed since the last time."""
        values = {name: _field_value(self.query_one(f"#field-{name}")) for name in self._written}
        if changed := {name: value for name, value in values.items() if value != self._written[name]}:
            self._written = values
            self._on_change(changed)
            self._show_feedback()

    def _show_feedback(self) -> None:
        today = local(self.app.session.now()).date()
        self._update_feedback(self._feedback(self.app.meeting, self._written, today))

    def _update_feedback(self, text: str) -> None:
        line = self.query_one("#form-feedback", Static)
        line.update(Content(text))
        line.display = bool(text)

    @on(Input.Submitted)
    def action_next(self) -> None:
        """Go to the next field; after the last one, close."""
        if self._focused_field == self._fields[-1].name:
            self.action_done()
        else:
            self.focus_next()

    def action_done(self) -> None:
        """Close the form; everything typed is kept, as one step of undo."""
        self.commit()
        self.app.session.end_undo_group()
        self.dismiss(None)

    def _take_choice(self) -> None:
        """Write what was chosen before anybody can see it, and go on."""
        self.commit()
        self.action_next()

    @property
    def _focused_field(self) -> str:
        """The name of the field that has the focus, also while the list of a choice is open."""
        inside = self.focused.ancestors_with_self if self.focused else []
        return next((name for node in inside if (name := _field_name(node)) in self._written), "")

    def _widget(self, field: TextField | SelectField) -> Input | KeyboardSelect:
        row = f"field-{field.name}"
        if isinstance(field, SelectField):
            return KeyboardSelect(field.options, field.value, field.none, self._take_choice, id=row)
        if field.digits:
            return IntegerInput(field.value, field.hint, id=row)
        return Input(field.value, placeholder=field.hint, compact=True, select_on_focus=False, id=row)


def _field_name(node: DOMNode) -> str:
    """Return the name of the field that a widget is; empty when it is none."""
    return (node.id or "").removeprefix("field-") if (node.id or "").startswith("field-") else ""


def _field_value(widget: Widget) -> str:
    if isinstance(widget, Input):
        return widget.value
    return widget.chosen if isinstance(widget, KeyboardSelect) else ""
