"""A list of rows that keeps its place when the rows change under it, and paints only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from textual.content import Content
from textual.css.styles import RulesMap
from textual.reactive import Reactive, reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sip_tui.widgets.text_layout import HangingIndent

ListRows = Sequence[tuple[str, Content]]
"""Row id and what it shows; an id that begins with ``#`` is a heading that cannot be chosen."""


class RowList(OptionList):
    """An option list that is told all its rows each time, and does as little as it can.

    Textual 8.2.8 paints the whole list when the cursor moves, and when one row says something else. Here the lines of
    the rows that look different are painted, and all of them only when rows come, go or take another height. What is
    used of its inside for that: ``_index_to_line``, ``_heights``, ``_get_visual``, ``_option_render_cache`` and
    ``Option._set_prompt``.
    """

    DEFAULT_CSS = """
    RowList { border: none; background: $surface; padding: 0 1; height: 1fr; }
    RowList:focus { border: none; }
    RowList.-cut { text-wrap: nowrap; text-overflow: ellipsis; }
    RowList > .option-list--option-highlighted, RowList:focus > .option-list--option-highlighted {
        background: $primary 35%; color: $foreground; text-style: bold;
    }
    RowList > .option-list--option-disabled { color: $foreground; }
    """

    highlighted: Reactive[int | None] = reactive(None, repaint=False)
    """Where the cursor is; to move it repaints two rows."""

    def __init__(self, *, id: str, cut: bool = False) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, markup=False, classes="-cut" if cut else "")
        self._shown_rows: list[tuple[str, Content]] = []

    @property
    def row(self) -> str:
        """The id of the row that the cursor is on; empty when there is none."""
        if self.highlighted is None or self.highlighted >= self.option_count:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""

    def show(self, lines: ListRows) -> None:
        """Show these rows."""
        if [row for row, _ in lines] != [row for row, _ in self._shown_rows]:
            self._rebuild(lines)
        else:
            for index, ((_, new), (_, old)) in enumerate(zip(lines, self._shown_rows, strict=True)):
                if not new.is_same(old):
                    self._say(index, new)
        self._shown_rows = list(lines)

    def go_to(self, row: str) -> None:
        """Move the cursor to a row, when it is there."""
        if any(one == row for one, _ in self._shown_rows):
            self.highlighted = self.get_option_index(row)

    def go_on(self) -> None:
        """Move the cursor to the next row; on the last one it stays, so that the next key strikes nobody else."""
        if self.highlighted is not None and self.highlighted + 1 < self.option_count:
            self.action_cursor_down()

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the cursor into view, and a third of a page ahead of it: so most steps leave the list where it is."""
        self._update_lines()
        if top or self.highlighted not in self._line_cache.index_to_line or not self.is_mounted:
            super().scroll_to_highlight(top)
            return
        line, height = self._line_cache.index_to_line[self.highlighted], self._line_cache.heights[self.highlighted]
        first, page = self.scroll_offset.y, self.scrollable_content_region.height
        if line < first:
            self._scroll_to_line(line - page // 3)
        elif line + height > first + page:
            self._scroll_to_line(min(line + height - page + page // 3, line))

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=line, animate=False, force=True, immediate=True)

    def _watch_highlighted(self, was: int | None, now: int | None) -> None:
        self._repaint(was)
        self._repaint(now)

    def _rebuild(self, lines: ListRows) -> None:
        row, index = self.row, self.highlighted or 0
        self.set_options([Option(_hanging(text), id=one, disabled=one.startswith("#")) for one, text in lines])
        self.refresh()
        if any(one == row for one, _ in lines):
            self.highlighted = self.get_option_index(row)
        elif lines:
            self.highlighted = min(index, len(lines) - 1)

    def _say(self, index: int, text: Content) -> None:
        """Let a row say something else."""
        option, height, width = (
            self.get_option_at_index(index),
            self._heights.get(index),
            self.scrollable_content_region.width,
        )
        option._set_prompt(_hanging(text))
        if self._get_visual(option).get_height(cast(RulesMap, self.styles), width) != height:
            self._clear_caches()
            return
        kept = self._option_render_cache.keys()
        for key in [one for one in kept if one[0] is option]:
            self._option_render_cache.discard(key)
        self._repaint(index)

    def _repaint(self, index: int | None) -> None:
        """Paint the lines of one row anew."""
        if index is not None and (line := self._line_cache.index_to_line.get(index)) is not None:
            self.refresh_lines(line, self._line_cache.heights[index])


def _hanging(text: Content) -> Content:
    return text if isinstance(text, HangingIndent) else HangingIndent(text)
