"""The secretary's editor: Textual's TextArea, which repaints only the rows that changed."""

from collections.abc import Collection, Hashable
from functools import cached_property
from itertools import zip_longest

from rich.segment import Segment
from rich.text import Text
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location, Selection

from sip_tui.widgets.editor.row_content import PLAIN, EditorPage, LineStyle, RowPart, ScreenRow, part_of

_KEPT_STRIPS = 1024
"""How many drawn rows are kept: some twenty screens of text, as many as TextArea itself keeps."""


class FastTextArea(TextArea):
    """A TextArea that stays quick in a long text.

    It looks and behaves like `TextArea`. That one draws every visible row anew after each key and sends all of
    them to the terminal. This one describes each visible row as a value, compares it with the description of
    what was shown there before, and draws and sends the rows that differ. No edit has to say which rows it
    touches, so none can be forgotten.

    It is quick for plain text with soft wrap. With line numbers, a suggestion, a language or without soft wrap
    all rows count as changed, and it is an ordinary TextArea.

    A subclass may say in `dress` how a line is drawn beyond that: equal rows, dressed alike, are drawn once.

    The terminal shows what it would show with TextArea, with one exception. An emoji made of several (a
    family) takes another width while the cursor parts it, and may leave a speck to the right of the widget; TextArea
    leaves such specks too, but now and then at other moments.

    What is overridden in Textual 8.2.8, beyond the public `render_line`, `render_lines` and `get_line`:

    * `edit`: an edit over several lines is undone by itself, also when its line end is not a newline but a lone
      carriage return. TextArea would undo it together with the next letter, lose count of the lines and fail at the
      next painting, which ends the program.
    * `selection`: the same reactive, but a change no longer repaints the whole widget.
    * `_watch_selection`: asks for the row of the cursor instead, which also carries the terminal's cursor along.
    * `_recompute_cursor_offset`: an undo that takes away the last line that needed a scrollbar asks where the cursor
      is before the cursor has left that line. TextArea raises ValueError then, which ends the program (Textual
      #6686); here the cursor counts as being on the last line.
    * `_exchange_repaint_regions`: called just before painting; there the changed rows are added.

    And what is used of its inside: `_render_line` (draws one row), `_draw_cursor`, `_has_cursor`, `_cursor_offset`,
    `_theme`, `_set_dirty`, and `_offset_to_line_info` of the wrapped document. The height of the wrapped text needs
    no care of its own, since it is only asked for when a row is drawn.
    """

    selection: Reactive[Selection] = reactive(Selection(), init=False, always_update=True, repaint=False)
    """Where the selection starts and ends; its end is the cursor."""

    _shown: tuple[Hashable, ...] = ()
    """What the visible rows show, from the top of the widget, since they were last looked at."""

    _look: tuple[Hashable, ...] = ()
    _look_number = 0

    @cached_property
    def _strips(self) -> LRUCache[tuple[ScreenRow, int], Strip]:
        return LRUCache(_KEPT_STRIPS)

    def dress(self, text: str) -> LineStyle:
        """Say what is added to the look of a line with this text; asked for every visible line at every painting."""
        return PLAIN

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        for touch in self.dress(self.document.get_line(line_index)).touches:
            line.stylize(touch.style, touch.start, touch.end)
        return line

    def _watch_selection(self, previous_selection: Selection, selection: Selection) -> None:
        super()._watch_selection(previous_selection, selection)
        if self.is_mounted:
            self.refresh_lines(self._cursor_offset[1])

    def _recompute_cursor_offset(self) -> None:
        place = self.clamp_visitable(self.cursor_location)
        self._cursor_offset = self.wrapped_document.location_to_offset(place)

    def edit(self, edit: Edit) -> EditResult:
        alone = edit.text.splitlines() not in ([], [edit.text]) or edit.top[0] != edit.bottom[0]
        if alone:
            self.history.checkpoint()
        result = super().edit(edit)
        if alone:
            self.history.checkpoint()
        return result

    def _exchange_repaint_regions(self) -> Collection[Region]:
        self._mark_changed_rows()
        return super()._exchange_repaint_regions()

    def render_lines(self, crop: Region) -> list[Strip]:
        # A neighbour may be painted between a change here and our own turn: then this is the first to see it.
        self._mark_changed_rows()
        return super(TextArea, self).render_lines(crop)

    def render_line(self, y: int) -> Strip:
        row = self._shown[y] if y < len(self._shown) else None
        if not isinstance(row, ScreenRow):
            # A hint that has no cell to stand in would end the program.
            return super().render_line(y) if self.content_size.width else Strip([])
        key = row, self.scrollable_content_region.width
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = signed(self._render_line(y), row.dress.sign)
        return strip

    def _mark_changed_rows(self) -> None:
        self._theme.apply_css(self)
        before, self._shown = self._shown, self._rows()
        pairs = enumerate(zip_longest(self._shown, before[: len(self._shown)]))
        # From edge to edge, border and scrollbar too, as TextArea does: a terminal that holds some character for
        # wider than Textual does has pushed them aside, and this row is the only one that can put it right.
        left, width = -self.content_offset.x, self.outer_size.width
        if changed := [Region(left, y, width, 1) for y, (now, then) in pairs if now != then]:
            self._set_dirty(*changed)

    def _rows(self) -> tuple[Hashable, ...]:
        """Describe the visible rows; None is a row below the text."""
        height = self._room.height
        if self.suggestion or self.show_line_numbers or self.is_syntax_aware or not self.soft_wrap:
            return tuple(object() for _ in range(height))
        page = self._page()
        if self.placeholder and self.document.end == (0, 0):
            return tuple((page.look, self.placeholder, page.drawn_cursor, y) for y in range(height))
        top = self.scroll_offset.y
        parts = map(self._part, range(top, top + height))
        return tuple(part and page.row(part, self.dress(part.text)) for part in parts)

    @property
    def _room(self) -> Size:
        """The cells inside the border, without asking the compositor.

        `size` and its kin do ask, and while painting starts that may lay out the screen anew, unseen by the
        compositor's own search for what has moved.
        """
        return self.outer_size - self.styles.gutter.totals

    def _part(self, y: int) -> RowPart | None:
        """Find what stands in a row of the wrapped text, counted from its beginning."""
        wrapped = self.wrapped_document
        if y >= len(wrapped._offset_to_line_info):
            return None
        line, section = wrapped._offset_to_line_info[y]
        text = self.document.get_line(line)
        return part_of(line, text, section, wrapped.get_offsets(line), wrapped.get_tab_widths(line))

    def _page(self) -> EditorPage:
        top, bottom = sorted(self.selection)
        cursor = self.cursor_location
        drawn_cursor = cursor if self._draw_cursor else None
        return EditorPage(self._number_of_look(), top, bottom, cursor, drawn_cursor, self._marked_brackets())

    def _marked_brackets(self) -> tuple[Location, ...]:
        partner = self.matching_bracket_location
        if partner is None or not (self._has_cursor and self.match_cursor_bracket and self.selection.is_empty):
            return ()
        return self.cursor_location, partner

    def _number_of_look(self) -> int:
        """Return a number that changes with the styles and widths: cheaper to compare in each row than these."""
        theme = self._theme
        look = (
            theme.base_style,
            theme.cursor_style,
            theme.cursor_line_style,
            theme.bracket_matching_style,
            theme.selection_style,
            self.highlight_cursor_line,
            self._has_cursor,
            self.indent_width,
            self._room.width,
            self.scrollbars_space,
        )
        if look != self._look:
            self._look = look
            self._look_number += 1
        return self._look_number


def signed(strip: Strip, sign: str) -> Strip:
    """Put a sign of one cell into the last cell of a row, where text never reaches and the cursor seldom stands."""
    width = strip.cell_length - 1
    edge = strip.crop(width) if sign and width > 0 else Strip([])
    if edge.text != " ":
        return strip
    return Strip([*strip.crop(0, width), *(Segment(sign, one.style) for one in edge if one.text)], strip.cell_length)
