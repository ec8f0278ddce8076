"""The fields of a form: what they are, and the widgets for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from textual.dom import DOMNode
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.screens.forms.select_field import KeyboardSelect, SelectOptions
from sip_tui.swedish.dates.formatting import day_ahead, local
from sip_tui.widgets.line_input import LineInput

MAX_DIGITS = 3
OnChange = Callable[[Mapping[str, str]], Collection[str] | None]
"""Gets the fields that have changed, name → text; gives those whose text it cannot read, and so has not written."""
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
    people: bool = False
    """Whether the rows are the participants, so that a name that is not among them can be added."""
    words_to: str = ""
    """The text field for words that fit no option; the next one when it is empty."""


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


def text_widget(field: TextField, now: datetime) -> Input:
    """Build the widget of a text field."""
    hint = field.hint
    if "{day}" in hint:  # an example lies ahead, whenever it is read
        hint = hint.replace("{day}", day_ahead(local(now).date(), language()))
    row = f"field-{field.name}"
    if field.digits:
        return IntegerInput(field.value, hint, id=row)
    return LineInput(field.value, placeholder=hint, compact=True, select_on_focus=False, id=row)


def field_name(node: DOMNode) -> str:
    """Return the name of the field that a widget is; empty when it is none."""
    return (node.id or "").removeprefix("field-") if (node.id or "").startswith("field-") else ""


def field_value(widget: Widget) -> str:
    """Return what stands in a field: its text, or the id that is chosen."""
    if isinstance(widget, Input):
        return widget.value
    return widget.chosen if isinstance(widget, KeyboardSelect) else ""


def enter_hint(focused: Widget | None, *, is_last: bool) -> str:
    """Tell what Enter does in the field that has the focus."""
    if isinstance(focused, SelectOptions):
        return _("Enter: choose · Esc: cancel")
    if isinstance(focused, KeyboardSelect):
        return _("Press Enter to open the list, Tab for the next field. Everything is saved.")
    if is_last:
        return _("Press Enter when you are done. Everything is saved as you type.")
    return _("Press Enter for the next field. Everything is saved as you type.")
