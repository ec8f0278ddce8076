"""The secretary's editor shows what Textual's own TextArea shows, and sends less."""

import asyncio
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.widgets import TextArea

from sip_tui.widgets.editor.fast_text_area import FastTextArea
from tests.bench.typing_apps import swedish_text
from tests.helpers.editor_driver import EditorApp, EditorDriver, snapshots
from tests.helpers.editor_steps import (
    DOWN,
    END,
    NOT_PLAIN,
    SELECT_DOWN,
    SELECT_END,
    TYPE,
    UP,
    WORDS,
    batches,
    texts,
    with_looks,
)


class Forgetful(FastTextArea):
    """An editor that forgets which rows have changed, except the cursor's."""

    def before_painting(self) -> None:
        if not self._shown:
            super().before_painting()


@settings(max_examples=8, deadline=None)
@given(text=texts, placeholder=st.sampled_from(["", "skriv här "]), steps=batches.map(with_looks))
def test_fast_text_area_looks_like_text_area(text: str, placeholder: str, steps: list[tuple[Any, ...]]) -> None:
    stock = snapshots(TextArea(text, placeholder=placeholder), steps)
    quick = snapshots(FastTextArea(text, placeholder=placeholder), steps)
    assert quick[: len(stock)] == stock


STORIES: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "a line typed above the others": ("en\ntvå\ntre", [("insert", "noll\n", 0.0, 0.0, True)]),
    "the cursor leaves a line of several rows": (WORDS[-1] + "\nkort", [("go", 1.0, 1.0, False), UP, DOWN]),
    "the other bracket is rows away": ("(\n\n\n)", [("go", 0.0, 0.0, False), ("go", 0.3, 0.0, False)]),
    "a selection grows over empty lines": ("a\n\n\nb", [SELECT_DOWN, SELECT_DOWN, SELECT_DOWN, UP]),
    "a selection grows along a line of several rows": (WORDS[-1], [SELECT_DOWN, SELECT_DOWN, SELECT_DOWN]),
    "equal words after tabs of unequal width": (f"\n{'a' * 29} b\tc\n{'a' * 28} b\tc", []),
    "the hint gives way to the first letter and returns": ("", [("type", "a"), ("act", "delete_left")]),
    "the hint shows the cursor only with focus": ("", [("focus", False), ("focus", True), ("blink",)]),
    "the cursor blinks": ("text", [END, ("blink",), ("blink",)]),
    "another word is selected": ("ord ord", [SELECT_END, ("go", 0.0, 0.6, False), SELECT_END]),
    "the editor grows and is written in": ("x" * 50, [("resize", 17, 5), ("type", "x"), ("resize", 30, 8), TYPE]),
    "the colours change": ("text", [("theme", "nord"), ("set", "theme", "monokai"), ("theme", "textual-light")]),
    "a neighbour is painted in between": ("text", [("insert", "x", 0.0, 0.0, True), ("neighbour",)]),
    "text is replaced behind a dialogue": (
        "text\n" * 5,
        [("toggle_overlay",), ("open", "annat\n" * 5), ("toggle_overlay",)],
    ),
    "text is replaced out of sight": ("text", [("show", False), ("open", "annat"), ("show", True)]),
    "the page turns": ("en rad\n" * 40, [("act", "cursor_page_down"), ("scroll", 3), ("act", "cursor_page_up")]),
}
"""What happens to an editor that begins with a text; the user looks after each step."""


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("looking", [True, False], ids=["looking all the time", "looking at the end"])
def test_story_looks_as_with_textual_s_own(story: str, looking: bool) -> None:
    text, deeds = STORIES[story]
    steps = with_looks([[deed] for deed in deeds] if looking else [deeds])
    assert snapshots(FastTextArea(text, placeholder="hint"), steps) == snapshots(
        TextArea(text, placeholder="hint"), steps
    )


@pytest.mark.parametrize("setting", NOT_PLAIN)
@settings(max_examples=3, deadline=None)
@given(text=texts, steps=batches.map(with_looks))
def test_outside_plain_text_it_is_an_ordinary_text_area(
    setting: tuple[str, object], text: str, steps: list[tuple[Any, ...]]
) -> None:
    steps = [("set", *setting), *steps]
    stock = snapshots(TextArea(text), steps)
    assert snapshots(FastTextArea(text), steps)[: len(stock)] == stock


def test_a_forgotten_row_would_be_seen() -> None:
    text, deeds = STORIES["a line typed above the others"]
    steps = with_looks([[], deeds])
    assert snapshots(FastTextArea(text), steps) == snapshots(TextArea(text), steps)
    assert snapshots(Forgetful(text), steps) != snapshots(TextArea(text), steps)


def test_a_key_in_a_long_text_sends_one_row() -> None:
    async def bytes_of_a_key() -> int:
        async with EditorApp(FastTextArea(swedish_text())).run_test(headless=False, size=(120, 40)) as pilot:
            secretary = EditorDriver(pilot, [])
            secretary.go(1.0, 1.0, False)
            await secretary.settle()
            before = secretary.app.terminal.written
            await secretary.step("key", "a")
            return secretary.app.terminal.written - before

    assert 0 < asyncio.run(bytes_of_a_key()) < 1_000


def test_undo_of_the_scrollbars_line_does_not_crash() -> None:
    editor = FastTextArea()
    steps = [*[("key", "enter")] * 15, ("act", "undo"), ("look",)]
    snapshots(editor, steps)
    assert editor.document.line_count == 15
    assert editor.cursor_location == (14, 0)


def test_undo_after_a_carriage_return_takes_one_letter() -> None:
    editor = FastTextArea("en\ntvå\n")
    snapshots(editor, [("type", "\r"), ("type", "å"), ("act", "undo"), ("look",)])
    assert editor.document.lines == ["", "en", "två", ""]


@pytest.mark.parametrize("width", range(1, 6))
def test_a_hint_without_room_keeps_the_program_alive(width: int) -> None:
    assert len(snapshots(FastTextArea(placeholder="skriv här"), [("resize", width, 5), ("look",)])) == 1


def test_importing_the_editor_loads_nothing_beyond_textual_s_own() -> None:
    script = (
        "import sys, textual.app; from textual.widgets import TextArea, text_area; before = set(sys.modules);"
        "import sip_tui.widgets.editor.fast_text_area; print(*sorted(set(sys.modules) - before))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert [name for name in run.stdout.split() if name.split(".")[0] != "sip_tui"] == []
