"""A text of one line that is longer than its place: all of it is seen, where it is typed and elsewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets import Static

from sip_tui.widgets.line_input import LineInput, line_starts
from tests.helpers.app_harness import screen_text

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
