"""What is used of Textual's inside is there, and is what it was when the program was written for it."""

from __future__ import annotations

import hashlib
import inspect
import random
import re
from copy import copy
from io import StringIO

import pytest
from textual._compositor import Compositor
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.drivers import _writer_thread
from textual.events import Key
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static, TextArea

from sip_tui.widgets.textual_internals import (
    REACHES,
    PieceParser,
    SparingCompositor,
    is_key_sequence,
    unbound_output_queue,
)

OWNERS = {
    "TextArea": TextArea,
    "Screen": Screen,
    "Widget": Widget,
    "Compositor": Compositor,
    "App": App,
    "XTermParser": XTermParser,
    "_writer_thread": _writer_thread,
}
SOURCES = {
    "Screen._compositor_refresh": "7a40efe56381",
    "Screen._refresh_layout": "889715478130",
    "Widget._clear_arrangement_cache": "27aabc1d93d4",
    "TextArea._exchange_repaint_regions": "a2d797888f08",
    "TextArea._set_dirty": "9c280366b898",
    "TextArea._render_line": "11d1cc3274dc",
    "TextArea._draw_cursor": "318c55ab8855",
    "Compositor._get_renders": "8ac93299aa5d",
    "XTermParser.parse": "a5834ad1def8",
    "App._fatal_error": "2474616cec7f",
}
"""Method or property → the beginning of the digest of its source in Textual 8.2.8."""
MOUNTED = {"_theme", "_css_update_count", "_compositor", "_repaint_required"}
"""Attributes of an instance."""
MODULE_VALUES = {"MAX_QUEUED_WRITES"}
"""Values of modules, which have a test each."""
CHANGED = """
Textual has changed {name}, which the program uses because: {reason}. Compare its source with that of 8.2.8, run
tests/widgets/editor/test_fast_text_area.py with max_examples=1000 and `make bench`, then put the new digest here.
"""


@pytest.mark.parametrize("name", SOURCES)
def test_textual_internal_is_unchanged(name: str) -> None:
    owner, attribute = name.split(".")
    member = inspect.getattr_static(OWNERS[owner], attribute)
    source = inspect.getsource(getattr(member, "fget", member))
    digest = hashlib.sha256(source.encode()).hexdigest()[:12]
    assert digest == SOURCES[name], CHANGED.format(name=name, reason=REACHES[name])


async def test_textual_attributes_exist() -> None:
    app = App[None]()
    async with app.run_test():
        area = TextArea()
        await app.screen.mount(area)
        objects = {"TextArea": area, "Screen": app.screen, "Widget": area, "App": app}
        for name in REACHES:
            owner, attribute = name.split(".")
            if attribute in MOUNTED:
                assert hasattr(objects[owner], attribute), CHANGED.format(name=name, reason=REACHES[name])


def test_keys_of_the_keyboard_are_known_to_textual() -> None:
    assert all(map(is_key_sequence, ("\x1bOP", "\x1b[15~", "\x1b[A", "\x1b[1;5C", "\x1b[Z", "\x1b[1;3D", "\x1bOj")))
    assert not any(map(is_key_sequence, ("\x1b[57;99~", "\x1b[99~", "\x1b[57;5A", "\x1b[9", "\x1b[" + "1;" * 30)))
    assert not any(map(is_key_sequence, ("\x1b[88888888888A", "\x1b[1114112u"))), "codes that no character has"
    assert [key.key for key in PieceParser().messages("\x1ba") if isinstance(key, Key)] == ["alt+a"]


def test_a_piece_that_textual_cannot_read_ends_nothing() -> None:
    parser = PieceParser()
    assert list(parser.messages("\x1b[88888888888A")) == []
    assert [key.key for key in parser.messages("a") if isinstance(key, Key)] == ["a"]


def test_output_queue_takes_more_than_thirty_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_writer_thread, "MAX_QUEUED_WRITES", 30)
    unbound_output_queue()
    writer = _writer_thread.WriterThread(StringIO())
    for _ in range(100):
        writer.write("x")
    assert _writer_thread.MAX_QUEUED_WRITES == 0


def test_every_textual_internal_is_watched() -> None:
    assert len(REACHES) <= 15
    assert {name for name in REACHES if name.split(".")[1] not in {*MOUNTED, *MODULE_VALUES}} == set(SOURCES)


IDLE_MOVE = re.compile(r"\x1b\[\d+;\d+H(?=\n|\Z)")
"""A move of the cursor to the end of what is painted, where nothing follows."""


class Overlapping(App[None]):
    """Widgets in frames, one of them scrolled, and a notice over them."""

    CSS = "Static { border: solid red; height: 7; width: 1fr; } #box { height: 12; }"

    def compose(self) -> ComposeResult:
        yield Static("över")
        with Horizontal():
            with VerticalScroll(id="box"):
                for number in range(5):
                    yield Static(f"rad {number}\n" * 6, id=f"row{number}")
            yield Static("bredvid")


async def test_sparing_compositor_paints_what_textual_paints() -> None:
    app, chance = Overlapping(), random.Random(7)
    async with app.run_test(size=(60, 24)) as pilot:
        app.notify("en notis")
        app.query_one("#box", VerticalScroll).scroll_to(y=9, animate=False)
        await pilot.pause()
        theirs = app.screen._compositor
        ours = copy(theirs)
        ours.__class__, ours._app = SparingCompositor, app  # type: ignore[attr-defined]
        for _try in range(200):
            x, y = chance.randrange(60), chance.randrange(24)
            region = Region(x, y, chance.randint(1, 60 - x), chance.randint(1, 24 - y))
            painted = []
            for compositor in (theirs, ours):
                compositor._dirty_regions = {region}
                update = compositor.render_partial_update()
                assert update
                painted.append(IDLE_MOVE.sub("", update.render_segments(app.console)))
            assert painted[0] == painted[1], region
        rows = theirs.render_strips()
        assert [row.simplify() for row in ours.render_strips()] == [row.simplify() for row in rows]
        assert {region for region, *_drawn in theirs._get_renders()} > {
            region for region, *_drawn in ours._get_renders()
        }
        assert app.screen.region not in {region for region, *_drawn in ours._get_renders()}, "its parts cover it"
        for top, count in ((0, 24), (5, 1), (20, 9)):
            drawn = ours.render_rows(top, count)  # type: ignore[attr-defined]
            assert [row.simplify() for row in drawn.values()] == [row.simplify() for row in rows[top : top + count]]
