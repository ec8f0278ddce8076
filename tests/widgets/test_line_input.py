"""A text of one line that is longer than its place: all of it is seen, where it is typed and elsewhere."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets import Input, Static

from sip_tui.widgets.line_input import LineInput, line_starts
from tests.helpers.app_harness import screen_text, wait_until

TEXT = "En plan för hur du kan komma tillbaka till skolan, i en takt som du orkar"


class Field(App[None]):
    """A field with something below it."""

    def compose(self) -> ComposeResult:
        yield LineInput(TEXT, compact=True, select_on_focus=False)
        yield Static("below")


async def test_text_longer_than_its_place_is_broken() -> None:
    app = Field()
    async with app.run_test(size=(30, 12)) as pilot:
        await pilot.pause()
        shown = screen_text(app).splitlines()
        assert " ".join(" ".join(shown).split()) == f"{TEXT} below"
        await pilot.press("!")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        last = next(number for number, line in enumerate(lines) if "orkar!" in line)
        field = app.query_one(LineInput)
        assert field.cursor_screen_offset == (len(lines[last]), last)
        await pilot.click(LineInput, offset=(3, 1))
        await pilot.pause()
        assert field.value[field.cursor_position :].startswith(shown[1][3:])
        field.value = "Kort"
        await pilot.pause()
        assert screen_text(app).split() == ["Kort", "below"]


async def test_line_is_added_in_a_pause_before_a_letter_needs_it() -> None:
    app = Field()
    async with app.run_test(size=(30, 12)) as pilot:
        field = app.query_one(LineInput)
        await wait_until(pilot, lambda: field.size.height == 3)
        field.value = "Kort"
        await wait_until(pilot, lambda: field.size.height == 1)
        field.insert_text_at_cursor(" och lite till")
        assert field.size.height == 1
        await wait_until(pilot, lambda: field.size.height == 2)
        field.insert_text_at_cursor(" så här")
        await pilot.pause()
        assert screen_text(app).splitlines()[:2] == ["Kort och lite till så här", ""]


async def test_broken_text_is_drawn_once_for_all_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    app, drawn = Field(), Mock(wraps=Input.render_line)
    async with app.run_test(size=(30, 12)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(Input, "render_line", lambda field, y: drawn(field, y))
        app.query_one(LineInput).refresh()
        await wait_until(pilot, lambda: drawn.called)
    assert drawn.call_count == 1


async def test_cursor_behind_spaces_stands_in_the_next_line() -> None:
    app = Field()
    async with app.run_test(size=(30, 12)) as pilot:
        field = app.query_one(LineInput)
        field.value = "x" * (field.content_size.width - 1) + " "
        field.cursor_position = len(field.value)
        await wait_until(pilot, lambda: field.size.height == 2)
        assert field.cursor_screen_offset == (0, 1)


@given(st.text("ab åö界 ", max_size=120), st.integers(4, 40))
def test_every_letter_is_in_one_line_that_fits(text: str, width: int) -> None:
    starts = line_starts(text, width)
    lines = [text[begin:end] for begin, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert "".join(lines) == text
    assert all(cell_len(line.rstrip()) <= width for line in lines)
    assert list(starts) == sorted(set(starts))


async def test_what_turns_a_line_around_is_shown_as_a_square() -> None:
    app = Field()
    async with app.run_test(size=(30, 12)) as pilot:
        field = app.query_one(LineInput)
        for typed, shown in (("ab\u202ecd", "ab▫cd"), (f"ab\u202ecd {TEXT}", "ab▫cd En plan för hur du kan")):
            field.value, field.cursor_position = typed, 4
            await pilot.pause()
            assert (field.value, screen_text(app).splitlines()[0].strip()) == (typed, shown)
            assert field.cursor_screen_offset == (4, 0)
