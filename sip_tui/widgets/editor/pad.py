"""A pad: the notes of one phase. What is typed leaves the pad within a blink, without slowing the typing down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from rich.style import Style
from textual.binding import Binding
from textual.events import Key
from textual.message import Message
from textual.reactive import var
from textual.widgets.text_area import Edit, EditResult, Selection

from sip_tui.meeting.model.text import clean
from sip_tui.meeting.notes.pads import completed_name, smallest_splice
from sip_tui.widgets.commit_timer import CommitTimer
from sip_tui.widgets.editor.fast_text_area import FastTextArea
from sip_tui.widgets.editor.row_content import PLAIN, LineStyle, Span, StyleRange
from sip_tui.widgets.editor.tag_area import TagArea
from sip_tui.widgets.editor.undo_history import TypedSplice, UndoHistory, location_of, rebuild_history

BATCH = 0.01
"""Seconds for which keys are gathered into one change at most: it is made when the first of them is drawn."""
UNDOABLE = 500
"""Steps that can be taken back, those from before the program was started among them."""
QUIET = Style(underline=True)
"""How a marked word differs from the others."""
LINKED = "✓"
"""What stands in the right margin of a line that has become a row."""
_KEPT_LINES = 2048
"""How many lines are remembered with their marks: those of a pad of some 200 kB."""

Marks: TypeAlias = Callable[[str], Sequence[Span]]
"""A line's text → the columns of it that are marked."""
Linked: TypeAlias = Callable[[str], bool]
"""A line's text → whether it has become a row."""


class PadEditor(TagArea):
    """A text area that posts what has been written in it, in small batches, until ``mark_kept``.

    ``marks`` and ``linked`` are asked once for each line of text. Set them again when their answers have changed.
    """

    # A text area selects a line with F6 and everything with F7; here they lead to rooms, as everywhere.
    BINDINGS = [
        Binding("f6", "app.go('floor')", show=False),
        Binding("f7", "app.go('ideas')", show=False),
        # TextArea deletes to the right with ctrl+d.
        Binding("ctrl+d", "screen.put_time", show=False),
        # Of the terminals that can tell them from Enter.
        Binding("shift+enter,ctrl+enter", "new_line", show=False),
    ]

    def on_key(self, event: Key) -> None:
        """Complete a name with Tab; without one, Tab does what it does everywhere."""
        if event.key != "tab" or self.read_only or self.has_open_menu:
            return
        line, column = self.cursor_location
        if rest := completed_name(self.cursor_line[:column], self.names):
            event.stop()
            event.prevent_default()
            self._step(rest, (line, column), (line, column), stay=False)

    def action_new_line(self) -> None:
        """Begin a new line, also while the menu of words is open."""
        if not self.read_only:
            self.replace("\n", *self.selection, maintain_selection_offset=False)

    @dataclass
    class Written(Message):
        """Keep what has been written in a pad."""

        pad: PadEditor
        text: str

    @dataclass
    class Moved(Message):
        """Show what fits the line that the cursor is on: it is another line, or says something else."""

        pad: PadEditor
        line_number: int
        """Index of the line, from 0."""
        line_text: str

    marks: var[Marks] = var(lambda: _no_marks, init=False, always_update=True)
    """Which words of a line are underlined."""
    names: var[Sequence[str]] = var((), init=False)
    """The names that Tab completes."""
    linked: var[Linked] = var(lambda: _not_linked, init=False, always_update=True)
    """Which lines have the sign of a row beside them."""

    def __init__(self, phase: str, text: str, hint: str, typed: Iterable[TypedSplice] = ()) -> None:
        """Open a pad.

        Args:
            phase: Whose notes these are.
            text: The text as it is in the meeting.
            hint: What an empty pad says.
            typed: What was typed into it before, as ``Room.typed`` gives it; that much can be undone.
        """
        shown = clean(text)
        past = rebuild_history(shown, typed, UNDOABLE)
        super().__init__(
            past.base,
            soft_wrap=True,
            show_line_numbers=False,
            placeholder=hint,
            max_checkpoints=UNDOABLE,
            id=f"pad-{phase}",
        )
        self.phase = phase
        self._kept, self._stored = shown, text
        self._timer = CommitTimer(self, self.commit, BATCH, after_frame=True)
        self._reported: tuple[int, str] | None = None
        self._line_styles = lru_cache(_KEPT_LINES)(self._style_line)
        self._replay(past, shown)

    def _replay(self, past: UndoHistory, shown: str) -> None:
        """Do what was typed once more, in the text alone: at the end it is wrapped, once."""
        text = past.base
        for step in past.steps:
            start, end = location_of(text, step.at), location_of(text, step.at + step.gone)
            self.set_reactive(FastTextArea.selection, Selection.cursor(end))
            edit = Edit(step.text, start, end, maintain_selection_offset=False)
            edit.do(self)
            self.history.checkpoint()
            self.history.record(edit)
            text = step.apply(text)
        self.history.checkpoint()
        self.set_reactive(FastTextArea.selection, Selection())
        self.wrapped_document.wrap(0)
        if self.text != shown:
            with self.prevent(self.Changed):
                self.load_text(shown)

    def on_resize(self) -> None:
        """Keep the line of the cursor in sight when what stands below has grown."""
        self.call_after_refresh(self.scroll_cursor_visible)

    # What is written

    def edit(self, edit: Edit) -> EditResult:
        """Edit the text; scroll when it got another height."""
        height = self.virtual_size.height
        result = super().edit(replace(edit, text=clean(edit.text)))
        if self.is_mounted and self.virtual_size.height != height:
            # Textual 8.2.8 scrolls before the text has its new height: a word that wraps at the bottom of a full pad
            # would be out of sight until the next key.
            self.scroll_cursor_visible()
        return result

    def load_text(self, text: str) -> None:
        """Load a text, without control characters."""
        super().load_text(clean(text))

    def undo(self) -> None:
        """Undo, unless somebody else writes here."""
        # Somebody who reads along may not change what others write, not even back.
        if not self.read_only:
            super().undo()

    def redo(self) -> None:
        """Redo, unless somebody else writes here."""
        if not self.read_only:
            super().redo()

    def on_text_area_changed(self) -> None:
        """Commit soon."""
        self._commit_soon()

    def _commit_soon(self) -> None:
        self._timer.on_change()

    def commit(self) -> None:
        """Say what has been written since the last time, now, and where the cursor is."""
        self._timer.stop()
        if (text := self.uncommitted) is not None:
            self.post_message(self.Written(self, text))
        here = self.cursor_location[0], self.cursor_line
        if here != self._reported:
            self._reported = here
            self.post_message(self.Moved(self, *here))

    def mark_kept(self, text: str) -> None:
        """This text is in the meeting now: what others write is measured against it."""
        self._kept = self._stored = text

    @property
    def uncommitted(self) -> str | None:
        """The text, when something in it is not in the meeting yet."""
        text = self.text
        return None if text == self._kept else text

    def show_remote(self, text: str) -> None:
        """Show what somebody else wrote into this pad, without moving the cursor from its words."""
        if text == self._stored or self.uncommitted is not None:
            return
        before, self._stored, self._kept = self._kept, text, clean(text)
        at, gone, comes = smallest_splice(before, self._kept)
        self.replace(str(comes), location_of(before, int(at)), location_of(before, int(at) + int(gone)))

    # Lines

    def select_span(self, line_number: int, start: int, end: int) -> None:
        """Select some columns of a line and bring them into view; what is outside the text is moved to its ends."""
        top, height = self.scroll_offset.y, self.content_size.height
        self.history.checkpoint()
        self.selection = Selection((line_number, start), (line_number, end))
        self.record_cursor_width()
        if not top <= self.cursor_row < top + height:
            # In the middle, so that one sees what stands around it.
            self.scroll_cursor_visible(center=True)

    def replace_in_line(self, line_number: int, start: int, end: int, text: str | None) -> bool:
        """Put a text in the place of some columns, as a step that can be undone; without a text select them.

        Returns:
            False when there is no such line any more, or when somebody else writes here.
        """
        if not 0 <= line_number < self.document.line_count or (self.read_only and text is not None):
            return False
        if text is None:
            self.select_span(line_number, start, end)
        else:
            length = len(self.document.get_line(line_number))
            start, end = (min(max(column, 0), length) for column in (start, end))
            self._step(text, (line_number, start), (line_number, end), stay=True)
        return True

    def replace_line(self, line_number: int, text: str) -> bool:
        """Put a text in the place of a whole line, as ``replace_in_line`` does."""
        known = 0 <= line_number < self.document.line_count
        return known and self.replace_in_line(line_number, 0, len(self.document.get_line(line_number)), text)

    def on_text_area_selection_changed(self) -> None:
        """Report another line soon."""
        if self._reported is None or self.cursor_location[0] != self._reported[0]:
            self._commit_soon()

    def on_focus(self) -> None:
        """Report the line again."""
        self._reported = None
        self._commit_soon()

    # Marks

    def line_style(self, text: str) -> LineStyle:
        """Return marks and sign of a line."""
        return self._line_styles(text)

    def _style_line(self, text: str) -> LineStyle:
        touches = tuple(StyleRange(max(start, 0), end, QUIET) for start, end in self.marks(text))
        linked = self.linked(text)
        return LineStyle(touches, LINKED if linked else "") if touches or linked else PLAIN

    def watch_marks(self) -> None:
        """Draw the marks anew."""
        self._redraw_lines()

    def watch_linked(self) -> None:
        """Draw the signs anew."""
        self._redraw_lines()

    def _redraw_lines(self) -> None:
        self._line_styles.cache_clear()
        self.refresh_cursor_row()


def _no_marks(_text: str) -> Sequence[Span]:
    return ()


def _not_linked(_text: str) -> bool:
    return False
