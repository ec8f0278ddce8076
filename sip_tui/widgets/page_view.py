"""A scrolling document of marked lines, which draws only the visible rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, get_character_cell_size
from textual.binding import Binding
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sip_tui.phrasing.annotated_page import PageLine
from sip_tui.widgets.safe_text import plain

CHANGED, LEAKS = "underline", "bold reverse"
"""Styles of a marked place; both are seen without colour."""

Cut = tuple[int, int]
"""The part of a line that stands on one row: half-open, in code points."""
ALONE = frozenset(f" {sign}" for sign in "○◐✓✗⚑☐")
"""Signs that are not parted from their word by the end of a row."""
MEASURE = 100
"""Cells of a line at most: the eye does not find the way back from the end of a longer one."""


class PageView(ScrollView, can_focus=True):
    """Lines of text with hanging indents; it keeps its place when the text around it changes."""

    DEFAULT_CSS = """
    PageView { scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; padding: 0 0 0 1; }
    PageView:focus { background: $boost; }
    """
    ALLOW_SELECT = False
    BINDINGS = [Binding("escape", "leave", show=False)]

    def __init__(self, *, keeps_escape: bool = True) -> None:
        super().__init__()
        self._keeps_escape = keeps_escape
        """False where Escape leaves the screen, wherever the focus is."""
        self.lines: tuple[PageLine, ...] = ()
        self._cuts: list[tuple[int, Cut]] = []
        """For each row the number of its line, and the part of it."""
        self._first: list[int] = []
        """For each line its first row."""
        self._width = 0
        self._known: dict[PageLine, tuple[Cut, ...]] = {}
        """How each line is cut up at this width."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Escape to the screen where it is the screen's."""
        return self._keeps_escape if action == "leave" else super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Give the focus back to what had it before."""
        self.screen.focus_previous()

    def show(self, lines: tuple[PageLine, ...]) -> None:
        """Show these lines, with the line at the top where it was."""
        if lines != self.lines:
            self._lay_out(lines)

    def go_to(self, number: int) -> None:
        """Put a line at the top, as far as there is text enough under it."""
        self.scroll_to(y=self._row(number, 0), animate=False, force=True)

    def on_resize(self, event: Resize) -> None:
        """Break the lines for the new width."""
        self._lay_out(self.lines)

    def _lay_out(self, lines: tuple[PageLine, ...]) -> None:
        width = min(self.scrollable_content_region.width - 1, MEASURE)  # the scrollbar does not touch the words
        if width <= 0:
            self.lines = lines
            return
        place = self._place(lines)
        # Most lines are as they were: only the others are cut up anew.
        known = self._known if width == self._width else {}
        self._known = {line: known.get(line) or tuple(cut_up(line, width)) for line in lines}
        self._width, self.lines, self._cuts, self._first = width, lines, [], []
        for number, line in enumerate(lines):
            self._first.append(len(self._cuts))
            self._cuts += [(number, cut) for cut in self._known[line]]
        self.virtual_size = Size(width, len(self._cuts))
        self.scroll_to(y=self._row(*place), animate=False, force=True)
        self.refresh()

    def _place(self, lines: tuple[PageLine, ...]) -> tuple[int, int]:
        """Return the line that will be at the top, and how many rows of it are above."""
        top = self.scroll_offset.y
        if not self._cuts or top >= len(self._cuts):
            return 0, 0
        number = self._cuts[top][0]
        return moved(self.lines, lines, number), top - self._first[number]

    def _row(self, number: int, above: int) -> int:
        return self._first[number] + above if number < len(self._first) else 0

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        row, style = y + self.scroll_offset.y, self.visual_style
        if row >= len(self._cuts):
            return Strip.blank(self.size.width, style.rich_style)
        number, cut = self._cuts[row]
        segments = row_content(self.lines[number], cut).render_segments(style)
        return Strip(segments).adjust_cell_length(self.size.width, style.rich_style)

    @property
    def shown(self) -> str:
        """The visible lines as text."""
        rows = self._cuts[self.scroll_offset.y :][: self.size.height]
        return "\n".join(row_content(self.lines[number], cut).plain for number, cut in rows)


def moved(before: Sequence[PageLine], after: Sequence[PageLine], number: int) -> int:
    """Return where a line is now: equal lines at both ends have not moved; between them, the nearest equal one."""
    most = min(len(before), len(after))
    alike = next((n for n in range(most) if before[n] != after[n]), most)
    if number < alike:
        return number
    tail = next((n for n in range(most - alike) if before[-1 - n] != after[-1 - n]), most - alike)
    if number >= len(before) - tail:
        return number + len(after) - len(before)
    same = [place for place, line in enumerate(after) if line == before[number]]
    return min(same, key=lambda place: abs(place - number), default=min(number, max(len(after) - 1, 0)))


def cut_up(line: PageLine, width: int) -> Iterator[Cut]:
    """Yield the rows of a line, at most ``width`` cells each, cut between words; a longer word is cut too."""
    text, start, room = line.text, 0, width
    while True:
        end = _fitting(text, start, room)
        if end >= len(text):
            yield start, len(text)
            return
        space = text.rfind(" ", start + 1, end + 1)
        stop = space if space > 0 and text[start:space].strip() else end
        stop -= 2 * (stop - start > 2 and text[stop - 2 : stop] in ALONE)
        yield start, stop
        start = stop + (stop < len(text) and text[stop] == " ")
        room = max(width - line.indent, 2)


def row_content(line: PageLine, cut: Cut) -> Content:
    """Return one row of a line, with its marks."""
    start, end = cut
    lead = " " * line.indent if start else ""
    content = Content(lead + plain(line.text[start:end]))
    if line.heading:
        content = content.stylize("bold")
    for place in line.spans:
        first, last = max(place.start, start), min(place.end, end)
        if first < last:
            shift = len(lead) - start
            content = content.stylize(LEAKS if place.leaks else CHANGED, first + shift, last + shift)
    return content


def _fitting(text: str, start: int, room: int) -> int:
    """Return the end of the part that fits, from ``start`` on; at least one character."""
    end = start + room
    if cell_len(text[start:end]) <= room:
        return end
    cells = 0
    for at in range(start, len(text)):
        cells += get_character_cell_size(text[at])
        if cells > room:
            return max(at, start + 1)
    return len(text)
