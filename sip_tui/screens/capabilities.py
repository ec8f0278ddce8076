"""What a screen can do that the app or another screen asks of it, whatever class it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from sip_tui.meeting.log.change import Edit


@runtime_checkable
class ShowsRows(Protocol):
    """A screen with rows that the cursor can be put on."""

    def show_changed(self, edits: Sequence[Edit]) -> None:
        """Put the cursor on the first of the rows that have changed."""


@runtime_checkable
class TakesWords(Protocol):
    """A screen with commands of one letter, where words may be typed by mistake."""

    takes_letters: bool
    """Whether letters are sought in a list or written, and so are no commands."""

    def take_words(self, words: str) -> bool:
        """Take what has been typed where no field is; False when it has no place here."""


@runtime_checkable
class HoldsWords(Protocol):
    """A screen with a line of words that have no place yet."""

    holds_words: bool
    """Whether there are words in it, so that letters go on with them."""

    def hold(self, words: str) -> None:
        """Keep words, behind those that are there."""


@runtime_checkable
class SeeksRows(Protocol):
    """A screen with a list that letters can be sought in."""

    def seek(self, words: str) -> bool:
        """Seek what has been typed; False when no row fits."""

    def action_find_row(self) -> None:
        """Let the letters that follow find a row."""


@runtime_checkable
class WritesWhileTyping(Protocol):
    """A form that writes at each letter."""

    is_writing: bool
    """Whether what is written now was typed in it."""


@runtime_checkable
class GivesFloor(Protocol):
    """A screen whose digits give the floor."""

    def action_floor(self, digit: int) -> None:
        """Give the floor to the one whose digit it is; 0 is the tenth."""
