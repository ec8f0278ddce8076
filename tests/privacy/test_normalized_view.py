"""The view reads as a person reads, and knows the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.privacy.normalized_view import view_of


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1985&#48;405", "19850405"),
        ("850405%2D2385", "850405-2385"),
        ("８５０４０５－２３８５", "850405-2385"),
        ("٨٥٠٤٠٥", "850405"),
        ("85\u200b04\u00ad05", "850405"),
        ("850405\u2011\u00a0–", "850405- -"),
        ("**850405**-~~2385~~", "850405-2385"),
        ("850405\\-2385", "850405-2385"),
        ("A<br>B<td>C", "A\nB|C"),
        ("rad\r\n  > nästa", "rad\nnästa"),
        ("A\u030asa", "Åsa"),
        ("******-2385", "XXXXXX-2385"),
    ],
)
def test_what_a_reader_would_not_notice_is_gone(written: str, read: str) -> None:
    assert view_of(written).text == read


def test_a_plain_text_is_its_own_view() -> None:
    text = "Möte hos Åsa kl. 13.00, 2025-03-15 (sal B)."
    assert view_of(text).text is text


def test_a_span_takes_its_emphasis_along() -> None:
    text = "Nr 850405-**2385** gäller."
    view = view_of(text)
    start = view.text.index("8504")
    assert text[slice(*view.span(start, start + 11))] == "850405-**2385**"


def test_a_span_takes_its_tags_along() -> None:
    text = "Nr <b>850405</b>-2385 gäller."
    view = view_of(text)
    start = view.text.index("8504")
    assert text[slice(*view.span(start, start + 11))] == "<b>850405</b>-2385"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_every_place_in_the_view_has_a_place_in_the_text(text: str) -> None:
    view = view_of(text)
    for place in range(len(view.text)):
        start, end = view.span(place, place + 1)
        assert 0 <= start < end <= len(text)


def test_plain_text_is_its_own_view() -> None:
    assert view_of("abc").span(0, 2) == (0, 2)
