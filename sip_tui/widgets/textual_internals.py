"""All that the program uses of Textual 8.2.8 beyond its documented interface, under names of our own.

``REACHES`` lists it with the reasons. ``tests/widgets/test_textual_internals.py`` fails as soon as Textual changes any
of it, and ``make bench`` shows what those are worth that are here for speed.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from textual import on
from textual._compositor import Compositor
from textual.app import App, ReturnType
from textual.events import Key, Resize
from textual.geometry import Region
from textual.keys import Keys
from textual.message import Message
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen, ScreenResultType
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual._text_area_theme import TextAreaTheme
    from textual._xterm_parser import XTermParser
    from textual.widgets import TextArea
else:
    # A mixin for TextArea, which the first frame does not need.
    TextArea = object

REACHES: Mapping[str, str] = {
    "TextArea._exchange_repaint_regions": "the moment before painting, when the rows that changed are found",
    "TextArea._set_dirty": "marks rows for the painting that has begun; refresh() would ask for another one",
    "TextArea._render_line": "draws one row, without the cache that forgets everything at each key",
    "TextArea._theme": "the styles that a row is drawn with",
    "TextArea._draw_cursor": "whether the cursor is drawn just now: it blinks",
    "Screen._css_update_count": "a new screen has the styles as they are; parsing them again is a third of the start",
    "Screen._compositor": "draws the widgets",
    "Screen._compositor_refresh": "paints the whole of a screen behind a form at each letter in the form",
    "Screen._refresh_layout": "lays a screen out at once; by a message it is drawn in its old layout first",
    "Widget._clear_arrangement_cache": "a layout at once needs what each widget does by a message before one",
    "Widget._repaint_required": "a screen that is painted whole with the next frame is not painted in parts before",
    "Compositor._get_renders": "draws every widget of a container whole, for one figure of a clock that has changed",
    "App._fatal_error": "shows a traceback with the values of variables, which are the words of a meeting",
    "XTermParser.parse": "which sequences are keys; it hands on what it does not know, so that is sorted before",
    "_writer_thread.MAX_QUEUED_WRITES": "the program would stop after thirty writes that the terminal has not taken",
}
"""What is used → why no public door will do."""


class TextAreaInternals(TextArea):
    """For a TextArea that decides itself which rows are painted."""

    def before_painting(self) -> None:
        """Mark the rows that have changed, by ``mark_rows``."""

    def mark_rows(self, *regions: Region) -> None:
        """Let these regions of the content be painted in the painting that begins."""
        self._set_dirty(*regions)

    def draw_row(self, y: int) -> Strip:
        """Draw a visible row, ``y`` from the top of the widget."""
        return self._render_line(y)

    @property
    def row_styles(self) -> TextAreaTheme:
        """The styles of text, cursor, selection and brackets."""
        return self._theme

    @property
    def is_cursor_drawn(self) -> bool:
        """True while the cursor has focus and does not blink away."""
        return self._draw_cursor

    def _exchange_repaint_regions(self) -> Collection[Region]:
        self.before_painting()
        return super()._exchange_repaint_regions()


class SparingCompositor(Compositor):
    """A compositor that draws those rows of those widgets that are to be painted and can be seen, and no others."""

    def __init__(self, app: App[Any]) -> None:
        super().__init__()
        self._app = app

    def render_update(self, *given: Any, **named: Any) -> RenderableType | None:
        """Draw what is to be painted, once it can be seen.

        While the app holds its frames back, Textual paints the first one, throws it away, and then shows only what has
        changed since: a screen with holes in it, made twice.
        """
        return None if is_holding_frames(self._app) else super().render_update(*given, **named)

    def _get_renders(self, crop: Region | None = None) -> Iterator[tuple[Region, Region, list[Strip]]]:
        covered: dict[int, int] = {}  # from the front
        for widget, (region, clip) in self.visible_widgets.items():
            rows = clip if crop is None else clip.intersection(Region(clip.x, crop.y, clip.width, crop.height))
            seen = region.intersection(rows)
            if (wanted := seen if crop is None else seen.intersection(crop)) and _covers_more(covered, wanted):
                yield region, rows, widget.render_lines(seen.translate(-region.offset))

    def render_rows(self, top: int, count: int) -> Mapping[int, Strip]:
        """Draw some rows of all widgets, the first ``top`` from the top; what lies in front covers what lies behind."""
        rows = range(top, min(top + count, len(self.cuts)))
        pieces: dict[int, dict[int, Strip | None]] = {y: dict.fromkeys(self.cuts[y][:-1]) for y in rows}
        for region, clip, strips in self._get_renders(Region(0, top, self.size.width, len(rows))):
            seen = region.intersection(clip)
            for y, strip in zip(seen.line_range, strips, strict=False):
                inside = [cut for cut in self.cuts[y] if seen.x <= cut <= seen.right]
                for cut, piece in zip(inside, strip.divide([cut - seen.x for cut in inside[1:]]), strict=False):
                    if pieces[y][cut] is None:
                        pieces[y][cut] = piece
        return {y: Strip.join(row.values()) for y, row in pieces.items()}


def _covers_more(covered: dict[int, int], seen: Region) -> bool:
    """Cover a region, a bit for each cell of a row; tell whether any was free: behind its parts no box is drawn."""
    cells, has_free = ((1 << seen.width) - 1) << seen.x, False
    for y in range(seen.y, seen.bottom):
        before = covered.get(y, 0)
        has_free, covered[y] = has_free or before & cells != cells, before | cells
    return has_free


class SparingScreen(Screen[ScreenResultType]):
    """A screen whose first frame is styled once and painted once, and later frames only where they have changed."""

    is_held = False
    """Whether nothing is painted: what is fitted to the sizes of other parts has not been fitted yet."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparingCompositor(self.app)
        self._css_update_count = self.app._css_update_count
        self._is_styled = False
        self._part_drawn = Region()
        self._rows_behind: Mapping[int, Strip] = {}

    def update_node_styles(self, animate: bool = True) -> None:
        """Style everything anew, but not when the screen is shown first: each widget has just got its styles."""
        if self._is_styled or self.stack_updates != 1:
            super().update_node_styles(animate)
        self._is_styled = True

    @on(Resize)
    def _skip_same_size(self, event: Resize) -> None:
        """Lay the screen out in another size alone; when the program starts, the same one is told three times."""
        if event.size == self.outer_size:
            event.prevent_default()

    def lay_out(self) -> None:
        """Lay the screen out now: what is fitted to the sizes of its parts need not be drawn in the old ones first."""
        for widget in self.walk_children(Widget, with_self=True):
            widget._clear_arrangement_cache()
        self._refresh_layout()
        self.check_idle()

    def release(self) -> None:
        """Paint what has been held back."""
        if self.is_held:
            self.is_held = False
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw a part of the background; what it lets through is drawn anew, once for all rows of the part."""
        self._part_drawn, self._rows_behind = crop, {}
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw a row of the background: where it lets something through, that row of the screen behind.

        Textual draws all rows of all that lies behind when one of them has changed.
        """
        stack, background = self.app.screen_stack, self.styles.background
        behind = stack[stack.index(self) - 1]._compositor if background.a < 1 and self in stack[1:] else None
        # A screen that has just been resized has other rows than it was laid out with.
        if not isinstance(behind, SparingCompositor) or y >= len(behind.cuts):
            return super().render_line(y)
        if y not in self._rows_behind:
            self._rows_behind = behind.render_rows(y, max(self._part_drawn.bottom - y, 1))
        return Strip(BackgroundScreen.process_segments(self._rows_behind[y], background), self.size.width)

    def _compositor_refresh(self) -> None:
        """Let what has changed behind other screens be painted there, where they do not cover it, and nothing else.

        Textual marks the whole of a screen that lies behind another each time something in it changes: a letter in a
        form painted everything.
        """
        if self.is_held or self._repaint_required:
            return  # all of it is painted with the next frame, and what was laid out just now in vain before that
        stack = self.app.screen_stack
        above = stack[stack.index(self) + 1 :] if self in stack else []
        if not above or self.app.is_inline:
            super()._compositor_refresh()
            return
        for screen in above:
            covered = [child.region for child in screen.children if child.display]
            changed = self._compositor._dirty_regions
            if seen := [region for region in changed if not any(over.contains_region(region) for over in covered)]:
                screen.refresh(*seen)
        self._compositor._dirty_regions.clear()
        self._dirty_widgets.clear()


class PrivateErrorsApp(App[ReturnType]):
    """An app whose unhandled errors are shown without a traceback, and that says whether it holds its frames back."""

    batches = 0
    """How many batches of updates are open; nothing is shown before they end."""

    @contextmanager
    def batch_update(self) -> Iterator[None]:
        """Hold frames back for a while."""
        self.batches += 1
        try:
            with super().batch_update():
                yield
        finally:
            self.batches -= 1

    def show_error(self, error: BaseException | None) -> None:
        """Show what broke, by ``panic``."""

    def _fatal_error(self) -> None:
        self.show_error(sys.exc_info()[1])


def with_reverse(widget: Widget, style: Style, component_classes: Sequence[str]) -> Style:
    """Return a style of components with their reversed colours, which Textual 8.2.8 leaves out of it."""
    if any(widget.get_component_styles(name).text_style.reverse for name in component_classes):
        return style + Style(reverse=True)
    return style


def is_holding_frames(app: App[Any]) -> bool:
    """Tell whether what is painted now would be thrown away."""
    return isinstance(app, PrivateErrorsApp) and app.batches > 0


_FUNCTIONAL_ENDS = frozenset("~ABCDEFHPQRS")
"""Last characters of sequences that name a key by a number; Textual takes an unknown number for a letter's code."""


def _terminal_parser(debug: bool = False) -> XTermParser:
    from textual._xterm_parser import XTermParser  # an editor alone does not need it

    return XTermParser(debug)


@lru_cache(maxsize=1)
def _named_keys() -> frozenset[str]:
    return frozenset(key.value for key in Keys)


@lru_cache(maxsize=256)
def is_key_sequence(sequence: str) -> bool:
    """Tell whether Textual reads a whole escape sequence as a key that has a name."""
    try:
        found = list(_terminal_parser().feed(sequence))
    except (ValueError, OverflowError):
        return False  # a code that no character has
    keys = [message.key.rpartition("+")[2] for message in found if isinstance(message, Key)]
    has_names = sequence[-1] not in _FUNCTIONAL_ENDS or all(len(key) > 1 and key in _named_keys() for key in keys)
    return 0 < len(keys) == len(found) <= 2 and has_names


class PieceParser:
    """Textual's parser, for pieces of input each of which is whole."""

    def __init__(self, *, debug: bool = False) -> None:
        self._debug = debug
        self._parser = _terminal_parser(debug)

    def messages(self, piece: str) -> Iterator[Message]:
        """Yield what a piece says; nothing when Textual cannot read it."""
        if len(piece) == 2 and piece.startswith("\x1b"):
            # A key with Alt, on which more might follow: here nothing does.
            alone = _terminal_parser()
            yield from (*alone.feed(piece), *alone.feed(""))
            return
        try:
            yield from self._parser.feed(piece)
        except (ValueError, OverflowError):
            # A number that is none, or too large: what has raised an error reads no more.
            self._parser = _terminal_parser(self._debug)


def unbound_output_queue() -> None:
    """Let the program go on while nobody reads its terminal; what waits is a few hundred bytes a second."""
    from textual.drivers import _writer_thread

    _writer_thread.MAX_QUEUED_WRITES = 0  # type: ignore[misc]
