"""Words that are underlined, lines with a sign, and that typing stays quick with them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from rich.style import Style
from rich.text import Text
from textual.widgets import TextArea

from sip_tui.widgets.editor.fast_text_area import FastTextArea
from sip_tui.widgets.editor.row_content import LineStyle, StyleRange
from tests.bench.typing_apps import swedish_text
from tests.helpers.editor_driver import EditorApp, EditorDriver, Snapshot, snapshots
from tests.helpers.editor_steps import batches, texts, with_looks
from tests.helpers.pad_app import PadApp, pad, type_text


def marked(line: str) -> tuple[StyleRange, ...]:
    return tuple(
        StyleRange(*found.span(), Style(underline=True)) for found in re.finditer("ord|rader, tror|x{3,}|漢", line)
    )


class Marked(FastTextArea):
    """An editor that underlines some words."""

    def line_style(self, text: str) -> LineStyle:
        return LineStyle(marked(text))


class StockMarked(TextArea):
    """Textual's own, which draws everything anew at each key, with the same words underlined."""

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        for touch in marked(line.plain):
            line.stylize(touch.style, touch.start, touch.end)
        return line


@settings(max_examples=6, deadline=None)
@given(text=texts, steps=batches.map(with_looks))
def test_marked_words_look_as_if_everything_had_been_drawn_anew(text: str, steps: list[tuple[Any, ...]]) -> None:
    stock = snapshots(StockMarked(text, placeholder="hint"), steps)
    assert snapshots(Marked(text, placeholder="hint"), steps)[: len(stock)] == stock


def sight_of(text: str, marks: str, steps: list[tuple[Any, ...]]) -> list[Snapshot]:
    editor = pad(text)
    editor.marks = lambda line: [found.span() for found in re.finditer(marks, line)] if marks else ()
    return snapshots(editor, [("look",), *steps, ("look",)])


def underlined(sight: Snapshot) -> list[str]:
    """The words that are underlined on the screen, row by row."""
    rows = ["".join(cell[0] if cell[5] else " " for cell in row) for row in sight.cells]
    return [word for row in rows for word in row.split()]


def test_marked_words_are_underlined_across_a_break() -> None:
    text = "SIP och en BIP-mottagning som ligger långt bort, och en SIP till."
    [_, sight] = sight_of(text, "SIP|BIP-mottagning som ligger", [])
    assert underlined(sight) == ["SIP", "BIP-mottagning", "som", "ligger", "SIP"]


def test_mark_follows_its_word_and_goes_with_it() -> None:
    [_, sight] = sight_of("SIP", "SIP", [("insert", "en rad\n", 0.0, 0.0, True)])
    assert underlined(sight) == ["SIP"]
    [_, sight] = sight_of("SIP", "SIP", [("insert", "x", 0.0, 1.0, True), ("insert", "x", 0.0, 0.4, True)])
    assert underlined(sight) == []


def test_marks_that_reach_outside_the_line_are_cut() -> None:
    editor = pad("ord")
    editor.marks = lambda _line: [(-5, 2), (2, 99), (7, 9), (2, 1)]
    assert underlined(snapshots(editor, [("look",)])[0]) == ["ord"]


async def test_changed_marks_repaint_their_rows_only() -> None:
    editor = pad("en SIP\nannat\nLSS")
    async with EditorApp(editor).run_test(headless=False, size=(36, 12)) as pilot:
        secretary = EditorDriver(pilot, [])
        await secretary.step("look")
        written = secretary.app.terminal.written
        editor.marks = lambda line: [found.span() for found in re.finditer("SIP", line)]
        await secretary.step("look")
        sent = secretary.app.terminal.written - written
        assert underlined(secretary.seen[-1]) == ["SIP"]
        editor.marks = lambda line: [found.span() for found in re.finditer("LSS", line)]
        await secretary.step("look")
        assert underlined(secretary.seen[-1]) == ["LSS"]
        assert 0 < sent < 400


def test_linked_line_has_a_sign_in_the_margin() -> None:
    editor = pad("#mål gå ut skolan, och det är en lång rad\nannat")
    editor.linked = lambda line: line.startswith("#")
    [sight] = snapshots(editor, [("look",)])
    rows = ["".join(cell[0] for cell in row).rstrip(" █▁▔▊▎") for row in sight.cells]
    assert [row.endswith("✓") for row in rows[1:5]] == [True, False, False, False]
    assert editor.text.startswith("#mål gå ut skolan, och det är en lång rad\n")


@pytest.mark.parametrize("width", range(2, 12))
def test_sign_never_covers_a_letter(width: int) -> None:
    signed, bare = pad("xxxxxxx xx 漢漢 x"), pad("xxxxxxx xx 漢漢 x")
    signed.linked = lambda line: True
    shown, plain = (
        [
            "".join(cell[0] for cell in row[:width])
            for row in snapshots(item, [("resize", width, 12), ("look",)])[0].cells
        ]
        for item in (signed, bare)
    )
    assert [row.replace("✓", " ") for row in shown] == plain
    assert sum(row.count("✓") for row in shown) <= 1


async def test_a_mark_is_looked_for_once_for_each_text() -> None:
    asked: list[str] = []
    editor = pad("SIP\nSIP\nannat")
    editor.marks = lambda line: asked.append(line) or ()  # type: ignore[func-returns-value]
    async with PadApp(editor).run_test() as pilot:
        await type_text(pilot, "x")
        assert sorted(asked) == ["SIP", "annat", "xSIP"]


async def test_a_key_in_a_long_marked_text_sends_one_row() -> None:
    editor = pad(swedish_text())
    editor.marks = lambda line: [found.span() for found in re.finditer("skolan|kuratorn", line)]
    editor.linked = lambda line: len(line) % 3 == 0
    async with EditorApp(editor).run_test(headless=False, size=(120, 40)) as pilot:
        secretary = EditorDriver(pilot, [])
        secretary.go(1.0, 1.0, False)
        await secretary.settle()
        before = secretary.app.terminal.written
        await secretary.step("key", "a")
        assert 0 < secretary.app.terminal.written - before < 1_500
