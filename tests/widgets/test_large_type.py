"""Large letters: every letter of the languages that are spoken at the table, in lines that fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sip_tui.guidance import phase_name
from sip_tui.meeting.agenda import PHASES
from sip_tui.widgets.large_type import LINES, drawn, drawn_lines, is_drawn, width_of

LETTERS = "abcdefghijklmnopqrstuvwxyzåäö0123456789"


def test_a_word_stands_on_three_lines_as_it_is_drawn() -> None:
    assert [line.rstrip() for line in drawn("SIP")] == ["▗▄▗▗▄", "▚▖▐▐▄▘", "▄▞▐▐"]


def test_all_letters_and_digits_look_different() -> None:
    assert len({drawn(one) for one in LETTERS}) == len(LETTERS) - 1, "only o and 0 are alike"


@pytest.mark.parametrize(
    "text", ["Åsa träffar Zoë på Ängen", "José, Ødegård & Łukasz", "”Orkar du?” – ja (3 × i veckan)"]
)
def test_names_of_many_countries_can_be_drawn(text: str) -> None:
    assert is_drawn(text)


@pytest.mark.parametrize("text", ["فاطمة", "😀", "[b]"])
def test_what_has_no_large_letters_is_told(text: str) -> None:
    assert not is_drawn(text)


def test_the_phases_fit_beside_the_clock() -> None:
    assert max(width_of(phase_name(one)) for one in PHASES) <= 60


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=LETTERS + " ,.–", max_size=60), st.integers(8, 60))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = drawn_lines(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert len(drawn(line)) == LINES
        assert {cell_len(row) for row in drawn(line)} == {width_of(line)}
        assert width_of(line) <= width
