"""A form that never loses a word: what is typed is written to the meeting while it is typed.

There is no "save" and no "cancel": Escape and Enter close the form, and z takes back what was written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from sip_tui.i18n.translation import N_, _
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.commands import HELP_KEY, LocalizedScreen, command
from sip_tui.screens.forms.number_input import IntegerInput
from sip_tui.screens.forms.select_field import KeyboardSelect, SelectOptions
from sip_tui.widgets.key_bar import KeyBar

QUIET = 0.25
"""Seconds without a key after which what was typed is written."""

SHORT = 6
"""Fields that have room between them in a terminal of 24 lines."""

OnChange = Callable[[Mapping[str, str]], None]
Feedback = Callable[[Mapping[str, str]], str]
"""Says what was understood of what has been typed; an empty text when there is nothing to say."""


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
    """What stands there when none is chosen."""


class FormScreen(LocalizedScreen[None], ModalScreen[None]):
    """A form over the screen; ``write`` gets every field's value whenever one has changed."""

    app: MeetingApp

    HELP = N_(
        "Type, and go on with Enter. In a choice, write the beginning of a name and press Enter; the arrows open the "
        "list. Escape closes. Everything is kept as you type it, and afterwards {keys[undo]} takes it back."
    )
    AUTO_FOCUS = "#form Input"
    BINDINGS = [
        command("form.done", "escape", "done", N_("Done"), N_("Close; everything typed is kept"), show=True),
        command("form.next", "enter", "next", N_("Next field"), N_("Go on; after the last field, close"), show=True),
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
        #form-back { height: auto; text-style: bold; margin-bottom: 1; }
        #form-foot { color: $text-muted; }
        &.-low #form.-long .field { margin-bottom: 0; }
        &.-low #form.-long #form-back { margin: 1 0; }
        &.-low #form.-long #form-foot { margin-top: 1; }
    }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[TextField | SelectField],
        write: OnChange,
        back: Feedback = lambda _values: "",
        at: str = "",
    ) -> None:
        """Make a form; ``at`` names the field that one begins in, the first text when it is empty."""
        super().__init__()
        self._at = at
        self._title, self._fields, self._write, self._back = title, fields, write, back
        self._written = {one.name: one.value for one in fields}
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="form", can_focus=False, classes="-long" if len(self._fields) > SHORT else ""):
            yield Label(Content(self._title), id="form-title")
            for one in self._fields:
                with HorizontalGroup(classes="field"):
                    yield Label(Content(one.label))
                    yield self._widget(one)
            yield Static(id="form-back")
            yield Static(id="form-foot")
        yield KeyBar()

    def on_mount(self) -> None:
        self._read_back(self._written)
        if self._at:
            self.query_one(f"#field-{self._at}").focus()
        # What is read back may be about the meeting too, and that changes at another table as well.
        self.watch(self.app, "meeting", lambda: self._read_back(self._written), init=False)

    @on(DescendantFocus)
    def _say_what_enter_does(self) -> None:
        self.query_one("#form-foot", Static).update(Content(self._foot()))

    def _foot(self) -> str:
        if isinstance(self.focused, SelectOptions):
            return _("Enter takes what is marked, Escape leaves it as it was.")
        if isinstance(self.focused, KeyboardSelect):
            return _("Enter opens the list, Tab goes on. Everything is kept.")
        if self._place == self._fields[-1].name:
            return _("Enter closes. Everything is kept as you type it.")
        return _("Enter goes on to the next field. Everything is kept as you type it.")

    @on(IntegerInput.Rejected)
    def _only_digits(self) -> None:
        self._tell_back(_("Only digits here: whole minutes."))

    @on(Input.Changed)
    def _soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(QUIET, self.commit)

    def commit(self) -> None:
        """Write what has changed since the last time."""
        values = self._values()
        if values != self._written:
            self._written = values
            self._write(values)
            self._read_back(values)

    def _read_back(self, values: Mapping[str, str]) -> None:
        self._tell_back(self._back(values))

    def _tell_back(self, told: str) -> None:
        line = self.query_one("#form-back", Static)
        line.update(Content(told))
        line.display = bool(told)

    @on(Input.Submitted)
    def action_next(self) -> None:
        if self._place == self._fields[-1].name:
            self.action_done()
        else:
            self.focus_next()

    def action_done(self) -> None:
        self.commit()
        self.app.session.end_undo_group()
        self.dismiss(None)

    def _taken(self) -> None:
        """Something was chosen: it is written before anybody can see it."""
        self.commit()
        self.action_next()

    @property
    def _place(self) -> str:
        """The name of the field that one is in, also while the list of a choice is open."""
        inside = self.focused.ancestors_with_self if self.focused else []
        return next((name for one in inside if (name := _name(one)) in self._written), "")

    def _values(self) -> dict[str, str]:
        return {one.name: _value(self.query_one(f"#field-{one.name}")) for one in self._fields}

    def _widget(self, one: TextField | SelectField) -> Input | KeyboardSelect:
        row = f"field-{one.name}"
        if isinstance(one, TextField) and one.digits:
            return IntegerInput(one.value, one.hint, id=row)
        if isinstance(one, TextField):
            return Input(one.value, placeholder=one.hint, compact=True, select_on_focus=False, id=row)
        return KeyboardSelect(one.options, one.value, one.none, self._taken, id=row)


def _name(node: DOMNode) -> str:
    """The name of the field that a widget is; empty when it is none."""
    lead, dash, name = (node.id or "").partition("-")
    return name if lead + dash == "field-" else ""


def _value(widget: Widget) -> str:
    if isinstance(widget, Input):
        return widget.value
    return widget.chosen if isinstance(widget, KeyboardSelect) else ""
