"""The fields of a form: what they are, and the widgets for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.dom import DOMNode
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from sip_tui.screens.forms.select_field import KeyboardSelect

MAX_DIGITS = 3


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


def field_name(node: DOMNode) -> str:
    """Return the name of the field that a widget is; empty when it is none."""
    return (node.id or "").removeprefix("field-") if (node.id or "").startswith("field-") else ""


def field_value(widget: Widget) -> str:
    """Return what stands in a field: its text, or the id that is chosen."""
    if isinstance(widget, Input):
        return widget.value
    return widget.chosen if isinstance(widget, KeyboardSelect) else ""
