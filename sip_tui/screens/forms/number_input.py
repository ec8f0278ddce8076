"""A field for a whole number: what stands in it is replaced by the first digit, and anything but a digit is refused."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import Input

MOST = 3
"""Digits."""


class IntegerInput(Input):
    """An input for so many minutes; it says when something was refused, for a key without an answer looks broken."""

    class Rejected(Message):
        """Say that only digits go here."""

    def __init__(self, value: str, hint: str, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(value, placeholder=hint, compact=True, restrict=f"[0-9]{{0,{MOST}}}", id=id)

    def restricted(self) -> None:
        # Not the terminal's bell: in a room full of people that is a sound about nothing.
        self.post_message(self.Rejected())
