"""A list of rows that keeps its place when the rows change under it, and paints only what changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.style import Style
from textual.widgets.option_list import Option

from sip_tui.widgets.bounded_list import BoundedList
from sip_tui.widgets.text_layout import HangingIndent
from sip_tui.widgets.textual_internals import with_reverse

ListRows = Sequence[tuple[str, Content]]
"""Row id and what it shows; an id that begins with ``#`` is a heading that cannot be chosen."""


MOST_PAINTED_ALONE = 3
"""Rows that are painted each for itself when they change; when more do, as in another width, the list is painted."""
HEADING = "bold $primary"
"""The look of a heading, in the lists of every screen."""
BAR = "▌"
"""Stands before the chosen row, in the cell that is empty before the others."""


class RowList(BoundedList):
    """An option list that is given all its rows each time, and changes as little as it can.

    Textual 8.2.8 paints the whole list when the cursor moves, and when one row shows something else. Here the lines of
    the rows that look different are painted, and all of them only when rows come, go or take another height.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--bar"}
    DEFAULT_CSS = """
    RowList { border: none; background: $surface; padding: 0; height: 1fr; scrollbar-size-vertical: 1; }
    RowList > .option-list--option { padding: 0 1; }
    RowList > .row-list--bar { color: $primary; }
    RowList:focus { border: none; background-tint: $foreground 0%; }
    RowList.-cut { text-wrap: nowrap; text-overflow: ellipsis; }
    RowList > .option-list--option-highlighted, RowList:focus > .option-list--option-highlighted {
        background: $block-cursor-blurred-background; color: $foreground; text-style: bold;
    }
    RowList:ansi > .option-list--option-highlighted, RowList:focus:ansi > .option-list--option-highlighted {
        background: ansi_default; color: ansi_default; text-style: bold reverse;
    }
    RowList > .option-list--option-hover { background: $boost; color: $foreground; }
    RowList > .option-list--option-disabled { color: $foreground; }
    """

    highlighted: Reactive[int | None] = reactive(None, repaint=False)
    """Where the cursor is; to move it repaints two rows."""

    class Resized(Message):
        """The rows have another width than those that are shown were made for."""

    _painted_cursor: int | None = None
    _is_replacing = False
    _shown_width = 0

    def __init__(self, *, id: str, cut: bool = False) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, markup=False, classes="-cut" if cut else "")
        self._rows: list[tuple[str, Content]] = []

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Return the style of components; in the terminal's own colours the chosen row is reversed."""
        return with_reverse(self, super().get_visual_style(*component_classes, partial=partial), component_classes)

    def render_line(self, y: int) -> Strip:
        """Draw a line; those of the chosen row begin with a bar."""
        line = super().render_line(y)
        first = next(iter(line), None)
        style = first.style if first else None
        if self.highlighted is None or style is None or style.meta.get("option") != self.highlighted:
            return line
        colour = self.get_component_rich_style("row-list--bar").color
        if style.reverse or colour == style.bgcolor:
            return line
        bar = Segment(BAR, style + RichStyle(color=colour))
        return Strip([bar, *line.crop(1)], line.cell_length)

    @property
    def row_width(self) -> int:
        """The cells that a row has for its text; 0 before the first layout."""
        return max(self.scrollable_content_region.width - 2, 0)

    @property
    def is_for_another_width(self) -> bool:
        """Whether the rows that are shown were made for another width than the list has now."""
        return self.row_width not in {0, self._shown_width}

    @property
    def row(self) -> str:
        """The id of the row that the cursor is on; empty when there is none."""
        if self.highlighted is None or self.highlighted >= self.option_count:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""

    def show(self, rows: ListRows) -> None:
        """Show these rows; in another width they are broken anew, for Textual keeps their heights."""
        is_narrower_or_wider, self._shown_width = self.is_for_another_width, self.row_width
        before, self._rows = self._rows, [(row, _hanging(text)) for row, text in rows]
        if is_narrower_or_wider or [row for row, _ in before] != [row for row, _ in rows]:
            self._rebuild()
            return
        pairs = enumerate(zip(before, self._rows, strict=True))
        changed = [index for index, ((_, old), (_, new)) in pairs if not new.is_same(old)]
        if len(changed) > MOST_PAINTED_ALONE:
            self._replace_many(changed)
            return
        for index in changed:
            self._replace(index, self._height(before[index][1]), self._rows[index][1])

    def go_to(self, row: str) -> None:
        """Move the cursor to a row, when it is there."""
        if any(shown == row for shown, _ in self._rows):
            self.highlighted = self.get_option_index(row)

    def go_on_to(self, rows: Collection[str]) -> None:
        """Move the cursor down to the next of these rows; it stays when none of them is below."""
        below = range((self.highlighted or 0) + 1, self.option_count)
        if (found := next((index for index in below if self.get_option_at_index(index).id in rows), None)) is not None:
            self.highlighted = found

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the cursor into view, and a third of a page ahead of it, so that most steps do not scroll."""
        before = self.scroll_offset.y
        super().scroll_to_highlight(top)
        after, page = self.scroll_offset.y, self.scrollable_content_region.height
        if top or after == before or self.highlighted is None:
            return
        ahead = min(page // 3, page - self._height(self._rows[self.highlighted][1]))
        self.scroll_to(y=after + (ahead if after > before else -ahead), animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Keep the whole row of the cursor in view when what stands below has grown, and tell of another width."""
        if self.is_for_another_width:
            self.post_message(self.Resized())
        self.call_after_refresh(self.scroll_to_highlight)

    def watch_show_vertical_scrollbar(self) -> None:
        """Break the rows anew when the scroll bar takes a column or gives it back: Textual keeps their heights."""
        if self._rows:
            self.call_after_refresh(self._rebuild)

    def on_click(self, event: Click) -> None:
        """Choose the row that is clicked; a click on the chosen one opens it, as Enter does."""
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked != self.highlighted and not self.get_option_at_index(clicked).disabled:
            self.highlighted = clicked
            event.prevent_default()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Paint the row that the cursor has left, and the one that it is on."""
        super().watch_highlighted(highlighted)
        self._paint_row(self._painted_cursor)
        self._paint_row(highlighted)
        self._painted_cursor = highlighted

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint the list, but not while one row is replaced: then that row is painted afterwards."""
        if self._is_replacing and not layout:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _rebuild(self) -> None:
        row, index = self.row, self.highlighted or 0
        self.set_options([Option(text, id=shown, disabled=shown.startswith("#")) for shown, text in self._rows])
        self.refresh()
        if any(shown == row for shown, _ in self._rows):
            self.highlighted = self.get_option_index(row)
        elif self._rows:
            self.highlighted = min(index, len(self._rows) - 1)

    def _replace(self, index: int, height: int, text: Content) -> None:
        """Let a row show another text; one of another height moves those below it."""
        self._is_replacing = height == self._height(text)
        self.replace_option_prompt_at_index(index, text)
        self._is_replacing = False
        self._paint_row(index)

    def _replace_many(self, indexes: Sequence[int]) -> None:
        """Let many rows show other texts; the list is painted once."""
        self._is_replacing = True
        for index in indexes:
            self.replace_option_prompt_at_index(index, self._rows[index][1])
        self._is_replacing = False
        self.refresh()

    def lines_needed(self, width: int) -> int:
        """Return the lines that all rows take; ``width`` is that of a row before the first layout."""
        return sum(self._height(text, self.row_width or width) for _row, text in self._rows)

    def _height(self, text: Content, width: int | None = None) -> int:
        """Return the lines of a text; before the first layout there is no width to break it to."""
        width = self.row_width if width is None else width
        return text.get_height({"text_wrap": self.styles.text_wrap}, width) if width else 0

    def _paint_row(self, index: int | None) -> None:
        if index is not None and index < len(self._rows):
            above = sum(self._height(text) for _, text in self._rows[:index])
            self.refresh_lines(above, self._height(self._rows[index][1]))


def _hanging(text: Content) -> HangingIndent:
    return text if isinstance(text, HangingIndent) else HangingIndent(text)
