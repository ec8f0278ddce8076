"""The secretary's editor: Textual's TextArea, which repaints only the rows that changed."""

from bisect import bisect_right
from collections.abc import Hashable, Iterator
from functools import cached_property
from itertools import chain, islice, repeat, zip_longest

from rich.segment import Segment
from rich.text import Text
from textual.cache import LRUCache
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location, Selection

from sip_tui.widgets.editor.row_content import PLAIN, EditorPage, LineStyle, RowPart, ScreenRow, part_of
from sip_tui.widgets.textual_internals import TextAreaInternals

_KEPT_STRIPS = 1024
"""How many drawn rows are kept: some twenty screens of text, as many as TextArea itself keeps."""


class FastTextArea(TextAreaInternals, TextArea):
    """A TextArea that stays fast in a long text: it draws and sends only the rows that differ.

    Each visible row is described as a value and compared with what was shown there before, so no edit has to say which
    rows it touches. With line numbers, a suggestion, a language or without soft wrap all rows count as changed. A
    subclass may say in `dress` how a line is drawn beyond the text.

    The terminal shows what it would show with TextArea, with one exception: an emoji made of several takes another
    width while the cursor parts it, and may leave a speck to the right of the widget, as TextArea does now and then.
    """

    selection: Reactive[Selection] = reactive(Selection(), init=False, always_update=True, repaint=False)
    """Where the selection starts and ends; its end is the cursor. A change repaints rows, not the widget."""

    _shown: tuple[Hashable, ...] = ()
    """What the visible rows show, from the top of the widget, since they were last looked at."""

    _look: tuple[Hashable, ...] = ()
    _look_number = 0

    @cached_property
    def _strips(self) -> LRUCache[tuple[ScreenRow, int], Strip]:
        return LRUCache(_KEPT_STRIPS)

    def line_style(self, text: str) -> LineStyle:
        """Return what is added to the look of a line with this text; asked for each visible line at each painting."""
        return PLAIN

    def get_line(self, line_index: int) -> Text:
        """Return a line with its added styles."""
        line = super().get_line(line_index)
        for touch in self.line_style(self.document.get_line(line_index)).ranges:
            line.stylize(touch.style, touch.start, touch.end)
        return line

    @property
    def cursor_row(self) -> int:
        """The row of the wrapped text that the cursor is on."""
        return self.wrapped_document.location_to_offset(self.clamp_visitable(self.cursor_location)).y

    def watch_selection(self) -> None:
        """Ask for the cursor's row to be painted, which also carries the terminal's cursor along."""
        self.refresh_cursor_row()

    def refresh_cursor_row(self) -> None:
        """Start a painting; which other rows differ is found before it."""
        if self.is_mounted:
            self.refresh_lines(self.cursor_row)

    def edit(self, edit: Edit) -> EditResult:
        """Edit the text; an edit over several lines is a step of its own.

        TextArea would undo one whose line end is a lone carriage return together with the next letter, lose count of
        the lines and fail at the next painting, which ends the program.
        """
        alone = edit.text.splitlines() not in ([], [edit.text]) or edit.top[0] != edit.bottom[0]
        if alone:
            self.history.checkpoint()
        result = super().edit(edit)
        if alone:
            self.history.checkpoint()
        return result

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor, which an undo may have left behind the end of the text (Textual #6686)."""
        if (place := self.clamp_visitable(self.cursor_location)) != self.cursor_location:
            self.set_reactive(FastTextArea.selection, Selection.cursor(place))
        return super().scroll_cursor_visible(center, animate)

    def before_painting(self) -> None:
        """Mark the rows that look different."""
        self.row_styles.apply_css(self)
        before, self._shown = self._shown, self._rows()
        pairs = enumerate(zip_longest(self._shown, before[: len(self._shown)]))
        # From edge to edge, border and scrollbar too, as TextArea does: a terminal that holds some character for
        # wider than Textual does has pushed them aside, and this row is the only one that can put it right.
        left, width = -self.content_offset.x, self.outer_size.width
        if changed := [Region(left, y, width, 1) for y, (now, then) in pairs if now != then]:
            self.mark_rows(*changed)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows of a region."""
        # A neighbour may be painted between a change here and our own turn: then this is the first to see it.
        self.before_painting()
        return super(TextArea, self).render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw a row, or take it as it was drawn before."""
        row = self._shown[y] if y < len(self._shown) else None
        if not isinstance(row, ScreenRow):
            # A hint that has no cell to stand in would end the program.
            return super().render_line(y) if self.content_size.width else Strip([])
        key = row, self.scrollable_content_region.width
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = with_margin_sign(self.draw_row(y), row.style.sign)
        return strip

    def _rows(self) -> tuple[Hashable, ...]:
        """Describe the visible rows; None is a row below the text."""
        height = self._inner_size.height
        if self.suggestion or self.show_line_numbers or self.is_syntax_aware or not self.soft_wrap:
            return tuple(object() for _ in range(height))
        page = self._page()
        if self.placeholder and self.document.end == (0, 0):
            # The cursor blinks in the first row: the others of the hint stand still.
            look = page.look, self.placeholder
            return tuple((*look, page.drawn_cursor if y == 0 else None, y) for y in range(height))
        parts = islice(chain(self._parts(self.scroll_offset.y), repeat(None)), height)
        return tuple(part and page.row(part, self.line_style(part.text)) for part in parts)

    @property
    def _inner_size(self) -> Size:
        """The cells inside the border, without asking the compositor.

        `size` and its kin do ask, and while painting starts that may lay out the screen anew, unseen by the
        compositor's own search for what has moved.
        """
        return self.outer_size - self.styles.gutter.totals

    def _parts(self, top: int) -> Iterator[RowPart]:
        """Yield what stands in each row of the wrapped text, from row ``top`` on; nothing when the text ends above."""
        wrapped = self.wrapped_document
        first, column = wrapped.offset_to_location(Offset(0, top))
        if wrapped.location_to_offset((first, column)).y != top:
            return
        section = bisect_right(wrapped.get_offsets(first), column)
        for line in range(first, self.document.line_count):
            text, offsets, tabs = self.document.get_line(line), wrapped.get_offsets(line), wrapped.get_tab_widths(line)
            for number in range(section, len(offsets) + 1):
                yield part_of(line, text, number, offsets, tabs)
            section = 0

    def _page(self) -> EditorPage:
        top, bottom = sorted(self.selection)
        cursor = self.cursor_location
        drawn_cursor = cursor if self.is_cursor_drawn else None
        return EditorPage(self._number_of_look(), top, bottom, cursor, drawn_cursor, self._marked_brackets())

    @property
    def _shows_cursor(self) -> bool:
        return self.show_cursor or not self.read_only

    def _marked_brackets(self) -> tuple[Location, ...]:
        partner = self.matching_bracket_location
        if partner is None or not (self._shows_cursor and self.match_cursor_bracket and self.selection.is_empty):
            return ()
        return self.cursor_location, partner

    def _number_of_look(self) -> int:
        """Return a number that changes with the styles and widths: cheaper to compare in each row than these."""
        styles = self.row_styles
        look = (
            styles.base_style,
            styles.cursor_style,
            styles.cursor_line_style,
            styles.bracket_matching_style,
            styles.selection_style,
            self.highlight_cursor_line,
            self._shows_cursor,
            self.indent_width,
            self._inner_size.width,
            self.scrollbars_space,
        )
        if look != self._look:
            self._look = look
            self._look_number += 1
        return self._look_number


def with_margin_sign(strip: Strip, sign: str) -> Strip:
    """Put a sign of one cell into the last cell of a row, where text never reaches and the cursor seldom stands."""
    width = strip.cell_length - 1
    edge = strip.crop(width) if sign and width > 0 else Strip([])
    if edge.text != " ":
        return strip
    return Strip(
        [*strip.crop(0, width), *(Segment(sign, segment.style) for segment in edge if segment.text)], strip.cell_length
    )
