"""A form that never loses a word: what is typed is written to the meeting while it is typed.

There is no "save" and no "cancel": Escape and Enter close the form, and z takes back what was written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static

from sip_tui.language import N_, _
from sip_tui.screens.commands import command, translated
from sip_tui.widgets.key_line import KeyLine
from sip_tui.widgets.plain import plain

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

QUIET = 0.25
"""Seconds without a key after which what was typed is written."""

Write = Callable[[Mapping[str, str]], None]
Back = Callable[[Mapping[str, str]], str]
"""Says what was understood of what has been typed; an empty text when there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Text:
    """A field for a text."""

    name: str
    label: str
    value: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A field for one of several rows: ``options`` are (id, words)."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    value: str = ""
    none: str = ""
    """What stands there when none is chosen."""


class FormScreen(ModalScreen[None]):
    """A form over the screen; ``write`` gets every field's value whenever one has changed."""

    AUTO_FOCUS = "#form Input"
    BINDINGS = [
        command("form.done", "escape", "done", N_("Done"), N_("Close; everything typed is kept"), show=True),
        command("form.next", "enter", "next", N_("Next field"), N_("Go on; after the last field, close"), show=True),
    ]

    def __init__(
        self, title: str, fields: Sequence[Text | Choice], write: Write, back: Back = lambda _values: ""
    ) -> None:
        super().__init__()
        self._title, self._fields, self._write, self._back = title, fields, write, back
        self._written = {one.name: one.value for one in fields}
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="form", can_focus=False):
            yield Label(Content(self._title), id="form-title")
            for one in self._fields:
                with HorizontalGroup(classes="field"):
                    yield Label(Content(one.label))
                    yield _widget(one)
            yield Static(id="form-back")
            yield Static(
                Content(_("Enter goes on to the next field. Everything is kept as you type it.")), id="form-foot"
            )
        yield KeyLine()

    def on_mount(self) -> None:
        self._read_back(self._written)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        return translated(super().active_bindings)

    @on(Select.Changed)
    def _chosen(self, event: Select.Changed) -> None:
        if event.select.has_focus and _value(event.select) != self._written[_field(event.select)]:
            self.commit()
            self.focus_next()

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
        line, told = self.query_one("#form-back", Static), self._back(values)
        line.update(Content(told))
        line.display = bool(told)

    @on(Input.Submitted)
    def action_next(self) -> None:
        if self.focused is not None and _field(self.focused) == self._fields[-1].name:
            self.action_done()
        else:
            self.focus_next()

    def action_done(self) -> None:
        self.commit()
        self.dismiss(None)

    def _values(self) -> dict[str, str]:
        return {one.name: _value(self.query_one(f"#field-{one.name}")) for one in self._fields}


def _widget(one: Text | Choice) -> Input | Select[str]:
    if isinstance(one, Text):
        return Input(one.value, placeholder=one.hint, compact=True, select_on_focus=False, id=f"field-{one.name}")
    options = [(Content(plain(words)), row) for row, words in one.options]
    known = one.value if any(row == one.value for row, _words in one.options) else Select.NULL
    return Select(options, value=known, prompt=one.none, compact=True, id=f"field-{one.name}")


def _field(widget: Widget) -> str:
    return (widget.id or "").removeprefix("field-")


def _value(widget: Widget) -> str:
    if isinstance(widget, Input):
        return widget.value
    return str(widget.value) if isinstance(widget, Select) and not widget.is_blank() else ""
