"""Search in the pad: the line that asks for a word, and the matches, caseless but with accents.

"a" is not found in "å", however the å is written: as one character or as an a with a ring. Upper and lower case are
those of the Unicode Standard (section 3.13, default case folding), where "ß" and "SS" are alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, is_normalized, normalize

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from sip_tui.i18n.translation import N_, _
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.widgets.editor.pad import PadEditor
from sip_tui.widgets.line_input import LineInput


class SearchMatch(NamedTuple):
    """One place where the word stands."""

    line: int
    start: int
    end: int


def matches(lines: Sequence[str], word: str) -> tuple[SearchMatch, ...]:
    """Find a word in all lines, from the top; nothing is found twice, and the empty word nowhere."""
    sought = _folded(word)
    if not sought:
        return ()
    return tuple(SearchMatch(number, *span) for number, line in enumerate(lines) for span in _spans(line, sought))


def _spans(line: str, sought: str) -> Iterator[tuple[int, int]]:
    folded = line.casefold()
    if len(folded) == len(line) and is_normalized("NFC", line):
        # Nearly every line: each character is folded to one, so the places are those in the line.
        yield from _whole(line, folded, range(len(line) + 1), sought)
    else:
        starts = _starts(line)
        letters = [_folded(line[start:end]) for start, end in pairwise(starts)]
        places = [start for start, letter in zip(starts, letters, strict=False) for _ in letter]
        yield from _whole(line, "".join(letters), [*places, len(line)], sought)


def _whole(line: str, folded: str, places: Sequence[int], sought: str) -> Iterator[tuple[int, int]]:
    """Yield matches that neither begin nor end within a letter; ``places`` is where each folded character stands."""
    at = folded.find(sought)
    while at >= 0:
        start, end = places[at], places[at + len(sought)]
        begun = at > 0 and places[at - 1] == start
        cut = places[at + len(sought) - 1] == end or (end < len(line) and combining(line[end]))
        if not begun and not cut:
            yield start, end
        at = folded.find(sought, at + (1 if begun or cut else len(sought)))


def _starts(line: str) -> list[int]:
    """Return where each letter starts, with its accents, and last where the line ends."""
    return [at for at, character in enumerate(line) if at == 0 or not combining(character)] + [len(line)]


def _folded(text: str) -> str:
    return normalize("NFC", normalize("NFC", text).casefold())


class FindBar(Horizontal):
    """A field for a word; Enter selects the next match in the pad.

    It serves any number of pads and searches the one that it is attached to. It is hidden until ``seek``.
    """

    @dataclass
    class Elsewhere(Message):
        """Look in the other pads: there is nothing more in this one."""

        word: str
        step: int

    DEFAULT_CSS = """
    FindBar { height: 1; dock: bottom; display: none; background: $surface; }
    FindBar Static { width: auto; padding: 0 1; }
    FindBar Input { width: 1fr; }
    """

    BINDINGS = [
        Binding("down", "go(1)", show=False),
        # Few terminals can send the second.
        Binding("up,shift+enter", "go(-1)", show=False),
        command("find.leave", Key.BACK, "leave", N_("Back"), N_("Back to the notes"), show=True),
    ]

    def __init__(self, *, goes_elsewhere: bool = False) -> None:
        """Make the line; one that ``goes_elsewhere`` asks for the other pads when there is nothing more in this one."""
        super().__init__()
        self.goes_elsewhere = goes_elsewhere
        self._pad: PadEditor | None = None
        self._from = (0, 0)

    def compose(self) -> ComposeResult:
        """Yield the field and the number of matches."""
        yield Static(_("Find"))
        yield LineInput(compact=True)
        yield Static("", id="found")

    def on_resize(self) -> None:
        """Show the longest hint that the field has room for: it has one line."""
        entry = self.query_one(Input)
        room = self.size.width - sum(part.outer_size.width for part in self.query(Static)) - 2
        hints = _("Enter: next · ↑: previous · Esc: back"), _("Enter: next · Esc: back")
        entry.placeholder = next((hint for hint in hints if cell_len(hint) <= room), "")

    def attach(self, pad: PadEditor) -> None:
        """Search this pad from now on, from its cursor."""
        self._pad, self._from = pad, min(pad.selection)
        if self.display:
            self._find_first()

    def seek(self, pad: PadEditor | None = None) -> None:
        """Show the line and ask for a word; a word that is selected in the pad is asked for at once."""
        self.display = True
        entry = self.query_one(Input)
        if pad := pad or self._pad:
            selected = pad.selected_text
            with self.prevent(Input.Changed):
                entry.value = selected if selected and "\n" not in selected else entry.value
            self.attach(pad)
        entry.focus()

    @on(Input.Changed)
    def _find_first(self) -> None:
        """Go to the first match from where the search began."""
        found = self._found()
        if found:
            self._show(found, bisect_left(found, (*self._from, 0)) % len(found))
        elif self._pad:
            self._pad.select_span(*self._from, self._from[1])

    @on(Input.Submitted)
    def _next(self) -> None:
        self.action_go(1)

    def action_go(self, step: int) -> None:
        """Go to the next match or the one before; after the last one, on to the other pads."""
        found = self._found()
        number = self._number_after(found, step)
        if 0 <= number < len(found):
            self._show(found, number)
        elif self.goes_elsewhere:
            self.post_message(self.Elsewhere(self.query_one(Input).value, step))
        else:
            self.go_round(step)

    def _number_after(self, found: tuple[SearchMatch, ...], step: int) -> int:
        if self._pad is None:
            return -1
        here = min(self._pad.selection)
        return bisect_right(found, (*here, len(self._pad.text))) if step > 0 else bisect_left(found, (*here, 0)) - 1

    def go_on(self, step: int, *, is_beside: bool = False) -> None:
        """Go to the first match in a pad that has just been shown, or to the last one; or say that it is beside."""
        if is_beside:
            self._show_count(_("beside, in the others' notes"))
        else:
            self.go_round(step)
            self._tell_nowhere()
        self.query_one(Input).focus()

    def go_round(self, step: int) -> None:
        """Go to the first match in this pad, or to the last one."""
        if found := self._found():
            self._show(found, 0 if step > 0 else len(found) - 1)

    def _tell_nowhere(self) -> None:
        """Say that a word is in no pad at all, when there is none of it here either."""
        word = self.query_one(Input).value
        if word and not self._found():
            self._show_count(_("not found anywhere"))

    def action_leave(self) -> None:
        """Hide the line and go back to the pad."""
        self.display = False
        if self._pad:
            self._pad.focus()

    def _found(self) -> tuple[SearchMatch, ...]:
        """Return all matches in the text as it is; show when there are none."""
        word = self.query_one(Input).value
        found = matches(self._pad.document.lines, word) if self._pad else ()
        if not found:
            missing = _("not here · Enter: in all") if self.goes_elsewhere else _("not found here")
            self._show_count(missing if word else _("write a word"))
        return found

    def _show(self, found: tuple[SearchMatch, ...], number: int) -> None:
        if self._pad:
            self._pad.select_span(*found[number])
        self._show_count(_("{number} of {count}").format(number=number + 1, count=len(found)))

    def _show_count(self, sentence: str) -> None:
        self.query_one("#found", Static).update(sentence)
        self.call_after_refresh(self.on_resize)
