"""Large letters: every letter of the languages that are spoken at the table, in lines that fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sip_tui.meeting.time.agenda import PHASES
from sip_tui.resources.guidance import phase_name
from sip_tui.screens.board.type_size import LINES, draw, is_drawable, large_width, wrap_large

LETTERS = "abcdefghijklmnopqrstuvwxyzåäö0123456789"


def test_a_word_stands_on_four_lines_as_it_is_drawn() -> None:
    assert [line.rstrip() for line in draw("Åsa")] == ["▝▘", "▞▚▗▛▘▞▜", "▛▜▗▟▘▚▜", ""]


def test_no_letter_touches_the_line_above_or_below_it() -> None:
    rows = draw("gjpqyÅÄÖÉ,;")
    assert set(rows[-1]) <= set(" ▘▝▀"), "the lowest points of all are empty"
    assert set(rows[-1]) > {" "}, "and what hangs below the line is there"


def test_the_mark_over_a_letter_has_air_under_it() -> None:
    for name in "åäöÅÄÖéÉüÜ":
        assert set(draw(name)[0]) <= set(" ▘▝▀"), name
        assert draw(name)[0].strip(), name


def test_small_letters_are_small() -> None:
    assert draw("a") != draw("A")
    assert not draw("acemnorsuvwxz")[0].strip()


def test_all_letters_and_digits_look_different() -> None:
    both = LETTERS + LETTERS[:26].upper() + "ÅÄÖ"
    assert len({draw(name) for name in both}) == len(both) - 1, "only O and 0 are alike"


@pytest.mark.parametrize(
    "text", ["Åsa träffar Zoë på Ängen", "José, Ødegård & Łukasz", "”Orkar du?” – ja (3 × i veckan)"]
)
def test_names_of_many_countries_can_be_drawn(text: str) -> None:
    assert is_drawable(text)


@pytest.mark.parametrize("text", ["فاطمة", "😀", "{b}"])
def test_what_has_no_large_letters_is_told(text: str) -> None:
    assert not is_drawable(text)


def test_where_one_is_and_how_long_fits_beside_the_clock() -> None:
    assert max(large_width(f"{phase_name(phase)} · Ungefär 22 min kvar.") for phase in PHASES) <= 96


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=LETTERS + " ,.–", max_size=60), st.integers(8, 60))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap_large(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert len(draw(line)) == LINES
        assert {cell_len(row) for row in draw(line)} == {large_width(line)}
        assert large_width(line) <= width
