"""A list of any length whose lines are made when they are seen: ten thousand cost as little as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from sip_tui.i18n.translation import N_
from sip_tui.widgets.textual_internals import with_reverse

LineMaker = Callable[[str, int], Content]
"""Row id and cells → the line."""


class LongList(ScrollView, can_focus=True):
    """One line for each row; the chosen one is marked by a bar and a sign."""

    @dataclass
    class Chosen(Message):
        """Open the row that was chosen."""

        row: str

    class Moved(Message):
        """Another row is the chosen one, or the rows are others."""

    COMPONENT_CLASSES = {"long-list--line", "long-list--chosen"}
    BINDINGS = [
        Binding("up", "move(-1)", N_("Up"), show=False),
        Binding("down", "move(1)", N_("Down"), show=False),
        Binding("pageup", "page(-1)", N_("Page up"), show=False),
        Binding("pagedown", "page(1)", N_("Page down"), show=False),
        Binding("home", "to(0)", N_("First"), show=False),
        Binding("end", "to(-1)", N_("Last"), show=False),
    ]
    DEFAULT_CSS = """
    LongList { height: 1fr; background: $surface; padding: 0; text-wrap: nowrap; text-overflow: ellipsis; }
    LongList > .long-list--line { color: $foreground; background: $surface; }
    LongList > .long-list--chosen { background: $block-cursor-blurred-background; color: $foreground; }
    LongList > .long-list--chosen { text-style: bold; }
    LongList:ansi > .long-list--chosen { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    """
    cursor: Reactive[int] = reactive(0)
    """The index of the chosen row."""

    def __init__(self, make_line: LineMaker, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._make_line = make_line
        self.rows: Sequence[str] = ()

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Return the style of components; in the terminal's own colours the chosen row is reversed."""
        return with_reverse(self, super().get_visual_style(*component_classes, partial=partial), component_classes)

    @property
    def row(self) -> str:
        """The id of the chosen row; empty when there is none."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else ""

    def show(self, rows: Sequence[str]) -> None:
        """Show these rows; the cursor stays on its row, or goes to the first."""
        chosen = self.row
        self.rows = rows
        self.virtual_size = Size(self.size.width, len(rows))
        self.cursor = rows.index(chosen) if chosen in rows[:2000] else 0
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved())

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self) -> None:
        """Bring the chosen row into view."""
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Fit the lines to the width."""
        self.virtual_size = Size(self.size.width, len(self.rows))

    def render_line(self, y: int) -> Strip:
        """Make the line that is seen at this height."""
        index, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        style = self.get_visual_style("long-list--line")
        if index >= len(self.rows):
            return Strip.blank(width, style.rich_style)
        chosen = index == self.cursor
        if chosen:
            style = self.get_visual_style("long-list--line", "long-list--chosen")
        line = Content.assemble("▌ " if chosen else "  ", self._make_line(self.rows[index], width - 2))
        strips = Visual.to_strips(self, line, width, 1, style, pad=True)
        return strips[0].crop(0, width) if strips else Strip.blank(width, style.rich_style)

    def action_move(self, step: int) -> None:
        """Go to the next row or the one before."""
        self.cursor += step

    def action_page(self, step: int) -> None:
        """Go a page on or back."""
        self.cursor += step * max(self.size.height - 1, 1)

    def action_to(self, index: int) -> None:
        """Go to the first row or the last."""
        self.cursor = index if index >= 0 else len(self.rows) - 1

    def on_click(self, event: Click) -> None:
        """Choose the row that was clicked; a second click opens it."""
        index = self.scroll_offset.y + event.y
        if index < len(self.rows):
            again, self.cursor = index == self.cursor, index
            if again:
                self.post_message(self.Chosen(self.row))

    def _keep_in_view(self) -> None:
        top, height = self.scroll_offset.y, max(self.size.height, 1)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True, immediate=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True, immediate=True)
