"""A long document in a small place: nothing is lost, nothing is too wide, and it stays where one reads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from sip_tui.phrasing.annotated_page import PageLine, PageSpan
from sip_tui.widgets.page_view import PageView, cut_up, moved, row_content

LINES = tuple(PageLine(f"rad {number}") for number in range(60))


class Alone(App[None]):
    """A page on the whole screen."""

    def compose(self) -> ComposeResult:
        yield PageView()

    @property
    def view(self) -> PageView:
        return self.query_one(PageView)


def rows(line: PageLine, width: int) -> list[str]:
    return [row_content(line, cut).plain for cut in cut_up(line, width)]


def test_a_long_line_goes_on_under_itself_between_words() -> None:
    assert rows(PageLine("• Ring mamma på fredag", indent=2), 12) == ["• Ring mamma", "  på fredag"]
    assert rows(PageLine("barnpsykiatri"), 8) == ["barnpsyk", "iatri"]
    assert rows(PageLine(""), 8) == [""]


@settings(max_examples=100, deadline=None)
@given(st.text("ab åé漢🙂\u0301 ", max_size=60), st.integers(4, 20), st.integers(0, 2))
def test_no_row_is_too_wide_and_no_character_is_lost(text: str, width: int, indent: int) -> None:
    line = PageLine(text, indent=indent)
    drawn = rows(line, width)
    assert all(cell_len(row) <= width for row in drawn)
    assert "".join("".join(drawn).split()) == "".join(text.split())


@settings(max_examples=100, deadline=None)
@given(st.text("ab c", max_size=40), st.data())
def test_every_mark_is_drawn_on_the_characters_that_it_is_about(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line = PageLine(text, spans=(PageSpan(start, end),) if start < end else ())
    drawn = [row_content(line, cut) for cut in cut_up(line, 7)]
    marked = "".join(row.plain[span.start : span.end] for row in drawn for span in row.spans)
    assert marked.replace(" ", "") == text[start:end].replace(" ", "")


@given(st.lists(st.integers(0, 3), max_size=8), st.lists(st.integers(0, 3), max_size=8), st.integers(0, 7))
def test_the_line_at_the_top_is_found_again(before: list[int], after: list[int], number: int) -> None:
    old, new = (tuple(PageLine(str(line)) for line in lines) for lines in (before, after))
    if number < len(old):
        place = moved(old, new, number)
        assert 0 <= place < max(len(new), 1)
        assert old != new or place == number


async def test_page_view_keeps_its_place() -> None:
    app = Alone()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.show(LINES)
        await pilot.pause()
        app.view.scroll_to(y=30, animate=False)
        await pilot.pause()
        assert app.view.shown.startswith("rad 30\n")
        app.view.show((*LINES[:5], PageLine("ny rad " * 20), PageLine("en till"), *LINES[5:]))
        await pilot.pause()
        assert app.view.shown.startswith("rad 30\n")
        app.view.show((*LINES[:50], PageLine("ny rad")))
        await pilot.pause()
        assert app.view.shown.startswith("rad 30\n")


async def test_what_is_read_stays_in_sight_in_another_width() -> None:
    app = Alone()
    async with app.run_test(size=(60, 10)) as pilot:
        app.view.show(tuple(PageLine(f"rad {number} " + "ord " * 12) for number in range(40)))
        await pilot.pause()
        app.view.scroll_to(y=20, animate=False)
        await pilot.pause()
        assert "rad 20" in app.view.shown
        await pilot.resize_terminal(25, 10)
        await pilot.pause()
        assert "rad 20" in app.view.shown


async def test_it_is_scrolled_with_the_keys_and_shows_no_markup() -> None:
    app = Alone()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.show((PageLine("[b]Anna[/b] \x1b[31m"), *LINES))
        app.view.focus()
        await pilot.pause()
        assert app.view.shown.startswith("[b]Anna[/b] ▫[31m\n")
        await pilot.press("pagedown")
        await pilot.pause(0.3)
        assert app.view.scroll_offset.y > 0


async def test_marks_are_seen_without_colour() -> None:
    app = Alone()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.show(
            (
                PageLine("Ring mamma nu", spans=(PageSpan(5, 10), PageSpan(11, 13, leaks=True))),
                PageLine("Mål", heading=True),
            )
        )
        await pilot.pause()
        styles = {item.text: item.style for y in (0, 1) for item in app.view.render_line(y) if item.style}
        assert styles["mamma"].underline
        assert not styles["mamma"].reverse
        assert styles["nu"].reverse
        assert styles["Mål"].bold
        assert not styles["Ring "].underline


@pytest.mark.parametrize("width", range(4, 30))
def test_a_sign_stands_on_the_row_of_its_word(width: int) -> None:
    line = PageLine("Sova bättre om natten · ○ nytt")
    shown = rows(line, width)
    assert "".join(shown).replace(" ", "") == line.text.replace(" ", "")
    assert all(cell_len(row) <= width for row in shown)
    assert not any(row.endswith(" ○") for row in shown)
