"""A day that was typed in a hurry is asked about, and words that only look like one are left alone."""

from __future__ import annotations

import pytest

from sip_tui.swedish.dates.rewrites import corrected


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("fredg", "fredag"),
        ("freadg", "fredag"),
        ("fredagg", "fredag"),
        ("mandag", "måndag"),
        ("lordag", "lördag"),
        ("3 decmber", "3 december"),
        ("3 desember", "3 december"),
        ("3 decemeber", "3 december"),
        ("senats fredag", "senast fredag"),
    ],
)
def test_one_slip_is_mended(wrong: str, right: str) -> None:
    assert corrected(wrong) == right


@pytest.mark.parametrize("word", ["fredad", "fredas", "mandel", "fredag", "lördag", "måndagar", "tisel", "mars", ""])
def test_other_words_are_not(word: str) -> None:
    assert corrected(word) == word
