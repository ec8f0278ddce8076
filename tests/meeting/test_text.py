"""User text as it is stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.model.text import clean


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ett\r\ntvå\rtre\u2028fyra", "ett\ntvå\ntre\nfyra"),
        ("lugn\x1b[31m\x07", "lugn[31m"),
        ("kolumn\tett", "kolumn\tett"),
        ("\u202eskolan\u2069 åäö 🙂", "skolan åäö 🙂"),
    ],
)
def test_clean_keeps_words_and_drops_controls(typed: str, stored: str) -> None:
    assert clean(typed) == stored


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
